"""Small letters for a name that the head prints in capitals."""

import re
from typing import Final

from ontology.folding import collapse

_SHORT: Final = re.compile(
    r"(?:UBND|HĐND|MTTQ|ĐBQH|TW|TNCS|LĐLĐ|TP\.?|XHCN|BTG|UB|UBKT|UBMTTQ|QH|CP)(?=\W|$)"
)
_STARTS: Final = re.compile(
    r"\b(?:ban|bộ|sở|phòng|hội đồng|hội|đảng (?:ủy|uỷ|bộ|đoàn)|(?:tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ|đoàn)|văn phòng|trung tâm"
    r"|trường|mặt trận tổ quốc|liên hiệp|liên đoàn|công đoàn|đoàn|tổ|chi (?:bộ|cục)|cục|vụ|chính phủ|thủ tướng|quốc hội|viện|học viện"
    r"|tòa án|thanh tra|công an|bảo hiểm|kho bạc|đài|thường trực|chủ tịch|ủy ban|uỷ ban|trung ương)\b"
)
_AFTER: Final = re.compile(
    r"\b(?P<head>Ban|Sở|Bộ|Hội|Phòng|Viện|Trường|Trung tâm|Cục|Vụ|[ỦU][yỷ] ban(?= (?:kiểm|mặt|thường|dân tộc)))"
    r" (?P<first>(?!đồng\b)\w)"
)
_PLACE: Final = re.compile(
    r"(?P<kind>\b(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)|\b(?:Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|uỷ|đoàn))"
    r" (?P<name>(?!(?:ủy|uỷ|đoàn|và|các)\b)\w+(?: (?!và\b)\w+){0,3})$"
)


def proper_case(name: str) -> str:
    """Return a body's name with capitals where Vietnamese has them, as far as the words tell.

    >>> proper_case("BAN TUYÊN GIÁO TỈNH ỦY HÀ SƠN"), proper_case("ỦY BAN NHÂN DÂN TỈNH HÀ SƠN")
    ('Ban Tuyên giáo Tỉnh ủy Hà Sơn', 'Ủy ban nhân dân tỉnh Hà Sơn')
    >>> proper_case("BỘ CÔNG THƯƠNG"), proper_case("UBND THÀNH PHỐ HÀ NỘI")
    ('Bộ Công thương', 'UBND thành phố Hà Nội')
    """
    if not name.isupper():
        return name
    words = " ".join(w if _SHORT.fullmatch(w) else w.lower() for w in collapse(name).split())
    words = _STARTS.sub(_capital, words)
    words = words.replace("Ủy Ban", "Ủy ban").replace("Uỷ Ban", "Uỷ ban")
    words = _AFTER.sub(lambda match: f"{match['head']} {match['first'].upper()}", words)
    words = words.replace("việt nam", "Việt Nam")
    words = _PLACE.sub(lambda match: f"{match['kind']} {match['name'].title()}", words)
    return words[0].upper() + words[1:]


def _capital(match: re.Match[str]) -> str:
    return match[0][0].upper() + match[0][1:]
