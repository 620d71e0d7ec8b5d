"""Whose regulations a document follows: those of the Party or those of the State."""

import re
from enum import StrEnum
from typing import Final

from checks.sheet import Part, Sheet
from ontology.facts import Document


class System(StrEnum):
    """The Party and the State lay out their documents differently."""

    PARTY = "party"
    STATE = "state"


_PARTY: Final = re.compile(
    r"(?!.*(?: ĐOÀN| HỘI |MẶT TRẬN))(?:"
    r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG|QUÂN|CHI) (?:ỦY|UỶ)|ĐẢNG BỘ|CHI BỘ|BAN CÁN SỰ ĐẢNG"
    r"|BỘ CHÍNH TRỊ|BAN BÍ THƯ|BAN CHẤP HÀNH (?:TRUNG ƯƠNG|ĐẢNG BỘ)"
    r"|(?:BAN|VĂN PHÒNG|ỦY BAN KIỂM TRA|UỶ BAN KIỂM TRA)\b.* "
    r"(?:TRUNG ƯƠNG|(?:TỈNH|THÀNH|HUYỆN|QUẬN|ĐẢNG) (?:ỦY|UỶ))\b"
    r"|BAN (?:TUYÊN GIÁO|DÂN VẬN|NỘI CHÍNH|TỔ CHỨC (?:TỈNH|THÀNH|TRUNG)))"
)
_STATE: Final = re.compile(
    r"(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|CHÍNH PHỦ|THỦ TƯỚNG|VĂN PHÒNG CHÍNH PHỦ"
    r"|VĂN PHÒNG (?:ĐOÀN ĐẠI BIỂU|ĐOÀN ĐBQH|(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HĐND)"
    r"|ĐOÀN (?:ĐBQH|ĐẠI BIỂU QUỐC HỘI)|SỞ |BỘ (?!CHÍNH TRỊ|CHỈ HUY|TƯ LỆNH|TỔNG)"
)
_PARTY_SYMBOL: Final = re.compile(r"(?:^|[/-])(?:TW|[A-ZĐ]{0,8}(?:TU|HU|QU|ThU|TW)|ĐU|CB|BTGDVTU)$")
_STATE_SYMBOL: Final = re.compile(r"(?:^|[/-])(?:UBND|HĐND|CP|TTg|QH\d*|B[A-Z]{2,6}|S[A-Z]{2,6})$")


def system_of(sheet: Sheet, document: Document) -> System | None:
    """Return whose document it is by who issues it and by its symbol; None where they do not tell.

    What stands at the top right does not count: it is what may be wrong. A body of neither, or
    words that speak for both, leave it open.
    """
    lines = [line.text for line in sheet.parts[Part.ORGAN]] or [(document.issuer or "").upper()]
    party = any(_PARTY.match(line) for line in lines)
    state = any(_STATE.match(line) for line in lines)
    if not (party or state):
        return None
    symbol = document.symbol or ""
    by_party = _PARTY_SYMBOL.search(symbol) is not None
    by_state = not by_party and _STATE_SYMBOL.search(symbol) is not None
    if party and state:  # a Party committee of a State body, or a joint document
        return System.PARTY if by_party else None
    if party:
        return None if by_state else System.PARTY
    return None if by_party else System.STATE
