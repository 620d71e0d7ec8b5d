"""Tells whose document it is: the centre's, or which province's."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from loaders.head_lines import MOTTO, HeadLine
from ontology.folding import fold_words
from ontology.provinces import find_province

_ENOUGH: Final = 20_000
"""Whose document it is stands in its beginning, if anywhere."""

_CENTRAL: Final = re.compile(
    r"chính phủ|thủ tướng|văn phòng chính phủ|quốc hội|bộ (?!chỉ huy|phận)|bộ chính trị|ban bí thư|ban .*trung ương|văn phòng trung ương"
    r"|ngân hàng nhà nước|học viện chính trị quốc gia|ủy ban .*trung ương|thanh tra chính phủ|kiểm toán nhà nước|trung ương"
)
_CENTRAL_SYMBOL: Final = re.compile(r"(?:TW|TƯ|T\.Ư)(?!\w)")
_MENTION: Final = re.compile(
    r"(?:tỉnh|Tỉnh|TỈNH|thành phố|Thành phố|THÀNH PHỐ|TP|Tp|tp)"
    r"(?:\.? ?(?:HCM|hcm)|(?:(?<=[TtPp][Pp])\.| ủy| ỦY)? ?(?P<name>[^\W\d_]+(?: - | )[^\W\d_]+(?: [^\W\d_]+){0,3}))"
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
    named = named_province(tops) if tops else None
    central = issuer is not None and _CENTRAL.match(issuer.lower().replace("uỷ", "ủy")) is not None
    if central or (symbol and _CENTRAL_SYMBOL.search(symbol)):
        return "Trung ương"
    if named and issuer:
        return named
    for words in (issuer, place):
        found = named_province(words) if words else None
        if found:
            return found
    return _unlisted(lines) or _mentioned(text)


def _mentioned(text: str) -> str | None:
    counts: dict[str, int] = {}
    for match in _MENTION.finditer(text, 0, _ENOUGH):
        name = named_province(match["name"] or "tp. hồ chí minh")
        if name:
            counts[name] = counts.get(name, 0) + 1
    first, second = ([*sorted(counts.values(), reverse=True), 0, 0])[:2]
    clear = first > 2 * second
    return max(counts, key=lambda name: counts[name]) if clear else None


def _unlisted(lines: Sequence[HeadLine]) -> str | None:
    for line in lines[:12]:
        match = _PROVINCE.search(line.text)
        if match:
            return " ".join(word.capitalize() for word in match["name"].split())
    return None


@lru_cache(maxsize=4096)
def named_province(words: str) -> str | None:
    """Return the province that words name."""
    return find_province(fold_words(words))
