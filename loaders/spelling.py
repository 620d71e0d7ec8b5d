"""Small letters for a name that the head prints in capitals."""

import re
from typing import Final

from ontology.folding import collapse

_SHORT: Final = re.compile(
    r"(?:UBND|HĐND|MTTQ|ĐBQH|TW|TNCS|LĐLĐ|TP\.?|XHCN|BTG|UB|UBKT|UBMTTQ|QH|CP)(?=\W|$)"
)
_STARTS: Final = re.compile(
    r"\b(?<!môi )(?<!đại )(?<!nội )(?<!thường )(?<!phục )(?<!dịch )(?<!nhiệm )(?<!xã )(?<!quốc )(?<!cán )(?<!hải )(?<!nông )(?<!dự )(?<!biên )"
    r"(?:ban|bộ|sở|phòng(?! chống|,)|hội đồng|hội(?! nhập)|đảng (?:ủy|uỷ|bộ|đoàn)|(?:tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ|đoàn)|văn phòng|trung tâm"
    r"|trường(?! hợp)|mặt trận|liên hiệp|liên đoàn|công đoàn|đoàn(?! kết)|tổ(?! chức| quốc)|chi (?:bộ|cục)|cục|vụ|chính phủ|thủ tướng|quốc hội|viện|học viện"
    r"|tòa án|thanh tra|công an|bảo hiểm|kho bạc|đài|thường trực|chủ tịch|ủy ban|uỷ ban|trung ương)\b"
)
_AFTER: Final = re.compile(
    r"\b(?P<head>Ban|Sở|Bộ|Hội|Phòng|Viện|Trường|Trung tâm|Cục|Vụ|Tổng cục|Học viện|Ngân hàng|Đoàn|Công đoàn|[ỦU][yỷ] ban(?= (?:kiểm|mặt|thường|dân tộc)))"
    r" (?P<first>(?!đồng\b)\w)"
)
_FIELDS: Final = re.compile(
    r"(?<!\w)(?:Bộ|Sở|Phòng|Vụ|Cục) \w[\w ,-]*?(?= (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?! hội)|$)"
)
"""A body of the State, each of whose fields has a capital: `Sở Nông nghiệp và Môi trường`."""
_FIELD: Final = re.compile(r"(?:(?<= và )|(?<=, )|(?<= - ))\w")
_NAMES: Final = {
    name.lower(): name
    for name in (
        "Việt Nam", "Hồ Chí Minh", "Thanh niên Cộng sản", "Tổ quốc", "Dân vận", "Công Thương",
        "Liên hiệp Phụ nữ", "Quân sự", "Ngân hàng Nhà nước", "Bộ đội Biên phòng", "Chữ thập đỏ", "Liên đoàn Lao động",
    )
}  # fmt: skip
"""Words that have capitals wherever they stand in the name of a body."""
_NAMED: Final = re.compile(
    "|".join(rf"\b{re.escape(name)}\b" for name in sorted(_NAMES, key=len, reverse=True)),
    re.IGNORECASE,
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
    ('Bộ Công Thương', 'UBND thành phố Hà Nội')
    >>> proper_case("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"), proper_case("BAN THƯỜNG VỤ TỈNH ỦY")
    ('Sở Nông nghiệp và Môi trường', 'Ban Thường vụ Tỉnh ủy')
    >>> proper_case("ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH"), proper_case("SỞ NỘI VỤ")
    ('Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'Sở Nội vụ')
    >>> proper_case("BAN TỔ CHỨC ĐẠI HỘI")
    'Ban Tổ chức đại hội'
    """
    if not name.isupper():
        return name
    words = " ".join(w if _SHORT.fullmatch(w) else w.lower() for w in collapse(name).split())
    words = _STARTS.sub(_capital, words)
    words = words.replace("Ủy Ban", "Ủy ban").replace("Uỷ Ban", "Uỷ ban")
    words = _AFTER.sub(lambda match: f"{match['head']} {match['first'].upper()}", words)
    words = _FIELDS.sub(lambda fields: _FIELD.sub(lambda one: one[0].upper(), fields[0]), words)
    words = _NAMED.sub(_as_printed, words)
    words = _PLACE.sub(lambda match: f"{match['kind']} {match['name'].title()}", words)
    return words[0].upper() + words[1:]


def _as_printed(match: re.Match[str]) -> str:
    return _NAMES[match[0].lower()]


def _capital(match: re.Match[str]) -> str:
    return match[0][0].upper() + match[0][1:]
