"""Tells whose document it is: the centre's, or which province's."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Final

from loaders.alternatives import each_letter
from loaders.head_lines import MOTTO, HeadLine
from ontology.keys import CENTRE_NAME
from ontology.provinces import province_of

_ENOUGH: Final = 20_000
"""Whose document it is stands in its beginning, if anywhere."""

_CENTRAL: Final = re.compile(
    r"chính phủ|thủ tướng|văn phòng chính phủ|quốc hội|bộ (?!chỉ huy|phận)|bộ chính trị|ban bí thư|ban .*trung ương|văn phòng trung ương"
    r"|ngân hàng nhà nước|học viện chính trị quốc gia|ủy ban .*trung ương|thanh tra chính phủ|kiểm toán nhà nước|trung ương"
)
_CENTRAL_SYMBOL: Final = re.compile(r"(?:TW|TƯ|T\.Ư)(?!\w)")
_MENTIONS: Final = tuple(
    re.compile(
        begin
        + r"(?:\.? ?(?:HCM|hcm)|(?:(?<=[TtPp][Pp])\.| ủy| ỦY)? ?(?P<name>[^\W\d_]+(?: - | )[^\W\d_]+(?: [^\W\d_]+){0,3}))"
    )
    for begin in each_letter("tỉnh|Tỉnh|TỈNH|thành phố|Thành phố|THÀNH PHỐ|TP|Tp|tp")
)
_PROVINCE: Final = re.compile(
    r"(?:TỈNH ỦY|TỈNH UỶ|TỈNH ĐOÀN|ĐẢNG BỘ TỈNH|DÂN TỈNH|UBND TỈNH|HĐND TỈNH|^TỈNH(?! ủy| ỦY| UỶ| ĐOÀN)) (?P<name>[^\W\d_]+(?: [^\W\d_]+){0,2})$"
)


def jurisdiction_of(
    lines: Sequence[HeadLine],
    text: str,
    issuer: str | None,
    place: str | None,
    symbol: str | None,
) -> str | None:
    """Return `Trung ương`, a province's name, or None when neither head nor text tells.

    A central issuer or symbol decides, else the head; then the issuer and the place of signing; then a name that only the head has and
    the registry does not know; last the province that the text names far oftener than any other.
    """
    tops = " ".join(
        line.text for line in lines[:12] if line.text.isupper() and not MOTTO.match(line.text)
    )
    named = province_of(tops) if tops else None
    central = issuer is not None and _CENTRAL.match(issuer.lower().replace("uỷ", "ủy")) is not None
    if central or (symbol and _CENTRAL_SYMBOL.search(symbol)):
        return CENTRE_NAME
    if named and issuer:
        return named
    for words in (issuer, place):
        found = province_of(words) if words else None
        if found:
            return found
    return _unlisted(lines) or _mentioned(text)


def _mentioned(text: str) -> str | None:
    found = chain.from_iterable(mention.finditer(text, 0, _ENOUGH) for mention in _MENTIONS)
    names = Counter(match["name"] for match in found)
    counts: Counter[str] = Counter()
    for name, times in names.items():
        province = province_of(name or "tp. hồ chí minh")
        if province:
            counts[province] += times
    first, second = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return first[0] if first[1] > 2 * second[1] else None


def _unlisted(lines: Sequence[HeadLine]) -> str | None:
    for line in lines[:12]:
        match = _PROVINCE.search(line.text)
        if match:
            return " ".join(word.capitalize() for word in match["name"].split())
    return None
