"""Districts and communes, as far as the name of a committee or an organ names one."""

import re
from typing import Final

from ontology.folding import collapse

_BELOW: Final = re.compile(
    r"(?:^|\s)(?:(?P<committee>huyện ủy|quận ủy|thị ủy)"
    r"|(?:đảng ủy|đảng bộ|ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|chi bộ)"
    r"\s+(?=(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã)\s))"
    r"\s*(?P<place>[^,;(]*)"
)
_KINDS: Final = re.compile(r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã)\s")
_DISTRICT: Final = re.compile(r"(?:huyện|quận|thị xã)\b")
_ABOVE: Final = re.compile(r"(?<=\S)\s+(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã)\s.*")


def place_below(issuer: str) -> str | None:
    """Return the district or commune whose body an issuer is; None for one of a province or above.

    A committee that leaves its place out gives its own word.

    >>> place_below("Đảng uỷ xã Thanh Linh"), place_below("Ban Tuyên giáo Quận ủy Quận 8")
    ('xã thanh linh', 'quận 8')
    >>> place_below("Huyện ủy Hữu Lũng"), place_below("Ban Tuyên giáo Huyện ủy")
    ('huyện hữu lũng', 'huyện')
    >>> place_below("Ban Thường vụ Tỉnh ủy"), place_below("Đảng ủy Ủy ban nhân dân tỉnh")
    (None, None)
    """
    match = _BELOW.search(plain(issuer))
    if match is None:
        return None
    place = _ABOVE.sub("", match["place"].strip())
    if match["committee"] is None or _KINDS.match(place):
        return place
    return f"{match['committee'].removesuffix(' ủy')} {place}".strip()


def is_district(place: str) -> bool:
    """Tell whether a place, as `place_below` gives it, was of the level above communes.

    >>> is_district("huyện hữu lũng"), is_district("xã thanh linh")
    (True, False)
    """
    return _DISTRICT.match(place) is not None


def plain(name: str) -> str:
    """Return a name in one line, in small letters and with the tone of `ủy` in one place."""
    return collapse(name).replace("Ð", "Đ").casefold().replace("uỷ", "ủy")
