"""Reads who issues a document: from the head, else from the opening sentence.

In a Party head the body stands under its committee and is named with it; in a State head the lowest
body alone issues.
"""

import re
from collections.abc import Sequence
from typing import Final

from loaders.actors import SUBJECT
from loaders.head_lines import MOTTO, TYPE_LINE, HeadLine, head_lines
from loaders.layout import Layout
from loaders.names import name_end
from loaders.spelling import proper_case
from ontology.facts import Phrase, Span
from ontology.folding import collapse, fold_words

_PARTY_SYMBOL: Final = re.compile(r"/[A-ZĐ]*(?:TU|ĐU|HU|QU|TW|CB)$")
_ISSUES: Final = re.compile(
    r"\s+(?:ban hành|xây dựng|đề nghị|yêu cầu|hướng dẫn|thông báo|báo cáo|có ý kiến|triển khai|tổ chức|đăng ký)\b"
)
_HEADS: Final = re.compile(
    r"(?:ĐẢNG|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ) (?:[ỦU]|ĐOÀN)[YỶ]?|CHI|BAN|BỘ|SỞ|PHÒNG|HỘI|ỦY|UỶ|UBND|HĐND|VĂN|TRUNG TÂM|TRƯỜNG|MẶT|MTTQ|LIÊN|CÔNG|ĐOÀN|TỔ|CỤC|CHÍNH PHỦ|THỦ|QUỐC|VIỆN|HỌC|TÒA|TOÀ|THANH|TỔNG|NGÂN|BẢO|KHO|BÁO|ĐÀI|CHÁNH|UB|LĐLĐ|TIỂU|THƯỜNG)\b"
)
_COMMITTEE: Final = re.compile(
    r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ) [ỦU][YỶỲ]|ĐẢNG (?:[ỦU]Y|UỶ|BỘ)|CHI BỘ|BAN CHẤP HÀNH TRUNG ƯƠNG"
)
_ENDS: Final = re.compile(r"(?:ĐẢNG|TỈNH|THÀNH|HUYỆN|QUẬN) (?:ỦY|UỶ)$")
_BOTH: Final = "Bộ Chính trị, "
"""The Politburo and the Secretariat issue some conclusions together."""
_MOST_COMMAS: Final = 3
_LONGEST: Final = 200
"""No name of a body is longer."""
_GENERIC: Final = re.compile(
    r"(?:BAN (?:THƯỜNG TRỰC|CHẤP HÀNH|THƯỜNG VỤ|CHỈ ĐẠO)|VĂN PHÒNG|THƯỜNG TRỰC)$"
)


_BY_LINE: Final = re.compile(rf"CỦA (?={_HEADS.pattern})[^a-zđ]+$")


def _grouped(lines: Sequence[HeadLine]) -> list[str]:
    """Join a body's name that goes over two lines; a line that begins another body begins a group."""
    groups: list[str] = []
    for line in lines:
        if groups and not _HEADS.match(line.text):
            groups[-1] = f"{groups[-1]} {line.text}"
        else:
            groups.append(line.text)
    return groups


def _named(groups: Sequence[str], *, party: bool) -> str:
    last = groups[-1]
    if len(groups) == 1:
        return last
    above = groups[-2]
    committee = _ENDS.search(last)
    if committee and above.startswith(f"{committee[0]} "):
        return last + above.removeprefix(committee[0])
    if party and not _COMMITTEE.match(last):
        return last if fold_words(above) in fold_words(last) else f"{last} {above}"
    return f"{last} {above}" if _GENERIC.fullmatch(last) else last


def issuer_of_head(
    lines: Sequence[HeadLine], type_at: int, number_at: int, symbol: str | None
) -> tuple[str, Phrase] | None:
    """Return the issuer by the lines over the number and the type, and those lines."""
    stop = min((i for i in (type_at, number_at) if i >= 0), default=0)
    tops = [line for line in lines[:stop] if _is_top(line)]
    if not tops and type_at >= 0:
        tops = [line for line in lines[:type_at] if _is_top(line)]
    groups = _grouped(tops)
    if not groups:
        return None
    over = lines[lines.index(tops[0]) : lines.index(tops[-1]) + 1]
    words = collapse(" ".join(line.text for line in over))
    party = any("ĐẢNG CỘNG SẢN" in line.text.upper() for line in lines) or (
        symbol is not None and _PARTY_SYMBOL.search(symbol) is not None
    )
    name = proper_case(_named(groups, party=party))
    return name, Phrase(words, Span(tops[0].start, tops[-1].end), "head")


def issuer_by_line(lines: Sequence[HeadLine], type_at: int) -> tuple[str, Phrase] | None:
    """Return the issuer that stands right under the type: `KẾT LUẬN` `CỦA BAN BÍ THƯ`."""
    under = lines[type_at + 1] if 0 <= type_at < len(lines) - 1 else None
    if under is None or not _BY_LINE.match(under.text):
        return None
    return proper_case(under.text.removeprefix("CỦA ").rstrip(" ,")), under.phrase("by-line")


def _is_top(line: HeadLine) -> bool:
    text = line.text
    named = text.isupper() and len(text) > 1 and not text.startswith("SỐ")
    return named and not MOTTO.match(text) and not TYPE_LINE.fullmatch(text)


def issuer_of_opening(layout: Layout) -> tuple[str, Phrase] | None:
    """Return the body that the opening sentence says issues it; by its full name at the foot if there."""
    text = layout.reading.text
    over = layout.body >= len(layout.paras)
    stop = len(text) if over else layout.paras[layout.body].start
    for match in _ISSUES.finditer(text, 0, stop):
        end = match.start()
        if text[end - 1] == ")":
            opened = text.rfind(" (", max(0, end - _LONGEST), end)
            end = opened if opened >= 0 else end
        begin = _name_before(text, end)
        if begin is not None:
            phrase = layout.reading.phrase(begin, end, "opening-sentence")
            return _full_name(layout.reading.source, phrase.text), phrase
    return None


def _name_before(text: str, end: int) -> int | None:
    """Return where the body begins whose name ends at a place, which may have commas."""
    low, least = end, max(0, end - _LONGEST)
    for _ in range(_MOST_COMMAS):
        low = max(text.rfind(mark, least, low) for mark in (", ", "; ", "\n", ". "))
        begin = low + (1 if low >= 0 and text[low] == "\n" else 2)
        if text.endswith(_BOTH, 0, begin):
            low = begin = begin - len(_BOTH)
        if low < 0:
            return None
        if SUBJECT.match(text, begin, end) and name_end(text, begin, end) >= end:
            return begin
        if text[low] != ",":
            return None
    return None


def _full_name(source: str, name: str) -> str:
    begin = fold_words(name)
    for line in head_lines(source, max(0, len(source) - 600), len(source)):
        if line.text.isupper() and fold_words(line.text).startswith(begin):
            return proper_case(line.text)
    return name
