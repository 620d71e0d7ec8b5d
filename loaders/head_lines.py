"""The lines of a document's head and foot, as they stand in the source.

The head is set in two columns, which text layers and Markdown give in one line, in cells, or one after
the other; and it parts numbers and dates over lines.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from loaders.letters import LOWER, UPPER
from ontology.facts import Phrase, Span
from ontology.folding import collapse

_BREAKS: Final = "\r\f\x0b|\t"
"""What parts lines here beside line feeds."""
_COLUMNS: Final = re.compile(rf"(?<=[^\sốyg:]) {{6,}}(?=[{UPPER}])")
"""The blanks between two columns; those after `Số` are left for a number."""
_BREAK: Final = re.compile(r"<br ?/?>")
_EDGES: Final = " \t\r\xa0\u3000*_#>~`☐"
_MOTTO_SIGNS: Final = re.compile("CỘNG|Cộng|NAM|Độc|ĐỘC|XÃ")
MOTTO: Final = re.compile(
    r"(?:CỘNG H(?:ÒA|OÀ) XÃ|(?:HỘI )?CHỦ NGHĨA VIỆT|ĐẢNG CỘNG|^(?:SẢN )?VIỆT NAM$|SẢN VIỆT NAM|Độc lập ?[-–])",
    re.IGNORECASE,
)
TYPE_LINE: Final = re.compile(
    r"(?P<type>KẾ HOẠCH|CHƯƠNG TRÌNH|THÔNG BÁO|NGHỊ QUYẾT|THÔNG TƯ|THÔNG TRI|BÁO CÁO|HƯỚNG DẪN|QUYẾT ĐỊNH|QUY ĐỊNH|QUY CHẾ|CHỈ THỊ|KẾT LUẬN|CÔNG VĂN"
    r"|TỜ TRÌNH|ĐỀ ÁN|ĐỀ CƯƠNG|NGHỊ ĐỊNH|LUẬT|ĐIỀU LỆ)(?: (?:PHỐI HỢP|HÀNH ĐỘNG|CÔNG TÁC|LIÊN TỊCH|KẾT LUẬN|LIÊN NGÀNH|THÁNG.*|TUẦN.*|NĂM.*|QUÝ.*))?:?"
)
_OF_BODY: Final = re.compile(
    r"(?P<type>KẾT LUẬN|NGHỊ QUYẾT|CHỈ THỊ|THÔNG TRI|THÔNG BÁO|QUY ĐỊNH|QUYẾT ĐỊNH|HƯỚNG DẪN|KẾ HOẠCH|CHƯƠNG TRÌNH)? ?"
    r"(?P<body>CỦA (?:BAN (?!HÀNH)|BỘ |QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|HỘI |(?:TỈNH|THÀNH|HUYỆN|QUẬN) [ỦU]|ĐẢNG [ỦU]|ỦY BAN|UỶ BAN)[^a-zđ]*?)"
    r"(?P<rest>(?:[Vv]ề|VỀ)(?= ).*)?$"
)
_PARTING: Final = frozenset("ygmố: 0123456789")
_PARTED: Final = re.compile(r"(?:ngày|tháng|năm|[Ss]ố ?:?|ngày \d{1,2}|tháng \d{1,2})$")
_HALVES: Final = frozenset(
    {"ỦY", "UỶ", "CỘNG", "ĐẢNG", "VĂN", "HỘI ĐỒNG", "MẶT TRẬN", "THỦ", "BỘ", "SỞ", "BAN"}
)
"""First words of a body or the motto, after which a narrow column breaks the line."""
_OFFICE: Final = "VĂN PHÒNG"
_OFFICE_OF: Final = ("CHÍNH PHỦ", "TRUNG ƯƠNG", "QUỐC HỘI", "CHỦ TỊCH NƯỚC")

_RUN_TOGETHER: Final = re.compile(
    rf"(?P<bodies>/?[{UPPER}][^{LOWER}]{{8,}}?) (?P<number>Số ?:.*)"
    rf"|(?P<over>[{UPPER}][^{LOWER}]* (?:XÃ|PHƯỜNG|QUẬN|HUYỆN|THỊ XÃ|TỈNH|THÀNH PHỐ) [^{LOWER},]+?)"
    rf" (?P<under>(?:TIỂU BAN|BAN (?:CHỈ ĐẠO|THƯỜNG)|VĂN PHÒNG|PHÒNG|SỞ) [^{LOWER}]+)"
    rf"|(?P<motto>.*Hạnh phúc) (?P<dated>[{UPPER}].*, ?ngày.*)"
    rf"|(?P<post>(?:T/?M|K/?T|TL|TUQ)\.? ?[^{LOWER}]+) (?P<name>[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]*){{1,4}})"
    rf"(?P<after> [^{LOWER}]+)?"
)
"""A cell of the head or foot whose lines were run together: `BAN THƯỜNG TRỰC Số: 12/KH-MTTQ`."""
_LOWER_BODY: Final = re.compile(
    r" (?=(?:BAN (?:THƯỜNG|CHẤP HÀNH|CHỈ ĐẠO|TUYÊN|TỔ CHỨC|DÂN VẬN|NỘI CHÍNH|XÂY DỰNG)|TIỂU BAN|VĂN PHÒNG|PHÒNG|SỞ|TRUNG TÂM)\b)"
)

_LONGEST_CELL: Final = 300
_PLACE: Final = 40
"""A line with the place alone, before the line with the day, is no longer."""

_MOST: Final = 70
"""No head or foot has more lines."""


class HeadLine(NamedTuple):
    """A line of the head or foot without marks, composed, and its place in the source."""

    text: str
    start: int
    end: int

    def phrase(self, rule: str, text: str | None = None) -> Phrase:
        """Return it as evidence."""
        return Phrase(collapse(text or self.text), Span(self.start, self.end), rule)


def head_lines(source: str, start: int, end: int) -> tuple[HeadLine, ...]:
    """Return the first lines of a stretch; table cells and `<br>` part lines too."""
    found: list[HeadLine] = []
    stretch, after = source[start:end], start
    for mark in _BREAKS:
        stretch = stretch.replace(mark, "\n")
    if "      " in stretch:
        stretch = _COLUMNS.sub(lambda gap: "\n" * len(gap[0]), stretch)
    for raw in stretch.split("\n"):
        at, close = after, after + len(raw)
        after = close + 1
        if not raw:
            continue
        if "<br" in raw:
            for cut in _BREAK.finditer(source, at, close):
                found += _head_line(source, at, cut.start())
                at = cut.end()
        for line in _head_line(source, at, close):
            together = (
                _RUN_TOGETHER.fullmatch(line.text) if len(line.text) < _LONGEST_CELL else None
            )
            found += _told_apart(line, together) if together else (line,)
        if len(found) > _MOST:
            break
    return tuple(_joined(found))


def _joined(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """Put lines together that part a number or a date: `ngày 17` `tháng 11 năm 2025`."""
    joined: list[HeadLine] = []
    for line in lines:
        before = joined[-1].text if joined else " "
        split = (
            before in _HALVES
            or (before[-1] in _PARTING and _PARTED.search(before[-12:]))
            or (before[-1] == "," and line.text.startswith("ngày ") and len(before) < _PLACE)
            or (before.endswith(" Hồ Chí") and line.text.startswith("Minh"))
            or (before == _OFFICE and line.text.startswith(_OFFICE_OF))
        )
        if split and line.start - joined[-1].end < 12:
            last = joined.pop()
            joined.append(HeadLine(f"{last.text} {line.text}", last.start, line.end))
        else:
            joined.append(line)
    return joined


def parted(lines: Sequence[HeadLine]) -> Iterator[HeadLine]:
    """Yield the lines; `KẾT LUẬN CỦA BAN BÍ THƯ về …` in one line, even without blanks, becomes three."""
    for line in lines:
        match = _OF_BODY.match(line.text)
        if match is None or not (match["type"] or match["rest"]):
            yield line
            continue
        for group in ("type", "body", "rest"):
            words = (match[group] or "").strip()
            if words:
                start = line.start + match.start(group)
                yield HeadLine(words, start, min(start + len(words), line.end))


def _head_line(source: str, start: int, end: int) -> list[HeadLine]:
    raw = source[start:end]
    bare = raw.strip(_EDGES)
    if not bare or bare.isspace():
        return []
    begin = start + raw.index(bare)
    composed = _composed(bare)
    may_part = _MOTTO_SIGNS.search(bare) and not MOTTO.match(composed)
    motto = MOTTO.search(bare) if may_part else None
    if motto and motto.start() > 3:
        left = bare[: motto.start()].rstrip()
        return [
            HeadLine(_composed(left), begin, begin + len(left)),
            HeadLine(bare[motto.start() :], begin + motto.start(), begin + len(bare)),
        ]
    return [HeadLine(composed, begin, begin + len(bare))]


def _told_apart(line: HeadLine, match: re.Match[str]) -> Iterator[HeadLine]:
    """Give the lines of a cell in which they were run together."""
    for group, words in match.groupdict(default="").items():
        at = match.start(group)
        cuts = [cut.start() for cut in _LOWER_BODY.finditer(words)] if group == "bodies" else []
        for begin, stop in zip([0, *cuts], [*cuts, len(words)], strict=True):
            text = words[begin:stop].strip(" /") if group == "bodies" else words[begin:stop].strip()
            if text:
                start = line.start + at + words.index(text, begin)
                yield HeadLine(text, start, min(start + len(text), line.end))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("Ð", "Đ")
