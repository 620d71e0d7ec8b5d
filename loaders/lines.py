"""A source's text as lines, and lines as paragraphs: which line goes on where the one before ended.

Text layers of PDF files break a sentence at the right margin, put a blank line after each line, and
set page numbers and footnotes in its midst; word processors give one line a paragraph. Both come out
as the same blocks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from loaders.letters import LOWER, MARKED, UPPER
from loaders.marks import Mark, lone_mark, mark_of

# Every word of a text goes through these: named tuples are made in half the time of frozen dataclasses,
# and an enum's member is read from a name of its own.
_NONE, _ROMAN, _NUMBER, _TITLE, _ROW = Mark.NONE, Mark.ROMAN, Mark.NUMBER, Mark.TITLE, Mark.ROW
_LETTER, _DASH = Mark.LETTER, Mark.DASH
_PARTS: Final = frozenset({_ROMAN, Mark.ARTICLE})
_AFTER_LETTER: Final = frozenset({")", "."})


class Line(NamedTuple):
    """One line without the blanks at its ends, in code points.

    `gap` counts the empty lines before it, `page` tells that a form feed stands before it.
    """

    start: int
    end: int
    text: str
    gap: int
    page: bool


class Block(NamedTuple):
    """A paragraph, heading, bullet or table row: its lines, without the mark that it begins with."""

    mark: Mark
    label: str
    lines: tuple[tuple[int, int], ...]
    gap: int = 0

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.lines[0][0]

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.lines[-1][1]


_EDGES: Final = " \u00a0\u3000\n\r\f\x1c\x1d\x1e\x85\u2028\u2029"
_PAGE: Final = re.compile(r"(?:[-–—] ?)?(?:trang )?\d{1,3}(?:/\d{1,3})?(?: ?[-–—])?", re.IGNORECASE)
_TABLE_HEAD: Final = re.compile(r"[*|_ ]*(?:stt|tt|số tt)[*|_. ]*", re.IGNORECASE)
_DONE: Final = re.compile(r"[.:;!?…][\"”’'*_)\]/]*$|[\"”)][*_]*$")
_ENDED: Final = re.compile(r"[.!?…][\"”’'*_)\]/]*$")
_STOPS, _MARKS, _CLOSERS = frozenset(".!?…"), frozenset('.!?…:;"”)'), frozenset("\"”’'*_)]/")
"""What ends a sentence, what ends a line for sure, and what may come after either."""
_SMALL: Final = frozenset("abcdefghijklmnopqrstuvwxyz" + MARKED)
_RUNNING: Final = _SMALL | frozenset(",;)")
_LOW: Final = _RUNNING | frozenset('(:%"“0123456789&/')
_OPEN: Final = frozenset(
    {"của", "và", "về", "số", "số:", "ngày", "các", "với", "theo", "cho", "tại", "trong", "do", "để", "là", "quý"}
)  # fmt: skip
_OPEN_NAMES: Final = frozenset({"Tổng", "Bộ", "Ban", "Sở", "Cục", "Vụ", "Thủ", "Phó"})
"""What begins the name of a body or a post, and is none by itself."""
_ABOUT: Final = re.compile(r"[*_]*(?:\d{1,2}\.|[a-zđ]\))[*_ ]*Về [^:.\n]{3,120}")
_GOES_ON: Final = re.compile(
    rf"(?!(?:Giao|Đề nghị|Yêu cầu|Các|Sở|Bộ|Ban|Ủy|Uỷ|UBND|Chủ tịch|Văn phòng|Phòng|Đồng ý|Thống nhất)\b)[{UPPER}][^.:\n]{{2,140}}: "
)
"""What a number is about is told up to a colon, also over two lines."""
_WITH_OFFICE: Final = (
    "Trung ương ", "Chính phủ", "Quốc hội", "Tỉnh ", "UBND ", "HĐND ", "Ủy ban ", "Uỷ ban ", "Thành ",
)  # fmt: skip
"""Whose office it is."""
_WIDEST: Final = 160
"""No line that is filled to the margin is longer."""
_LONGEST_LONE: Final = 16
_LABEL: Final = "-–—+*•0123456789.) "
_BROKEN: Final = re.compile(r"[\w][-–/]$|(?:^| )(?:số|ngày|tháng)$")
_OBJECT_DUE: Final = (", phối hợp", ", phối hợp với")
_YEAR: Final = re.compile(r"[-–] (?:19|20)\d\d(?!\d)")
"""What goes on after a year: `giai đoạn 2026` `- 2030`."""
_BREAKING: Final = frozenset("-–/ốyg")
_NUMBER_DUE: Final = re.compile(
    r"(?:^|[ *])(?i:số:?|ngày|tháng|năm|điều|khoản|mục|quyết định|nghị quyết|kế hoạch|nghị định)$"
)
_DEEPER: Final = re.compile(rf"\d{{1,2}}(?:\.\d{{1,2}})+\. [{UPPER}]")
"""A label that is no figure of the sentence before."""
_TYPED: Final = re.compile(
    r"[*#_ ]*(?:KẾ HOẠCH|CHƯƠNG TRÌNH|THÔNG BÁO|BÁO CÁO|HƯỚNG DẪN|QUYẾT ĐỊNH|[*_-]+)[*_ ]*"
)
_CAPITALS: Final = re.compile(rf"[^{LOWER}]*")
_NUMBERED: Final = re.compile(r"[*_]*Số ?:? ?\d{0,5} ?[-–/] ?[A-ZĐ][\w/-]*[*_]*")
"""The line of a document's own number."""
_HEAD: Final = re.compile(
    r"(?:[*_]{0,3})(?:Nơi nhận|Kính gửi|Số ?[:\d.…\[]|Số\s+[-/]|V/v|T/?M |K/?T |TL\.|TUQ|KT\.|TM\.|"
    r"CỘNG H|ĐẢNG CỘNG|Độc lập|Trên đây là|\(Chi tiết "
    r"|(?:Đơn vị|Cơ quan) (?:chủ trì|phối hợp|thực hiện|chuẩn bị|soạn thảo)[^:.;]{0,30}:|Thời gian (?:thực hiện|hoàn thành):)"
)


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines that hold something."""
    found: list[Line] = []
    new = tuple.__new__  # twice as fast as by its fields, for what there is most of
    at = newlines = returns = 0
    page = False
    for raw in text.replace("\x0b", " ").splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            if "\t" in raw and ("\t" in bare or not _is_indented(raw, found)):
                bare = raw.strip(_EDGES)  # it parts cells, also empty ones at the ends
            start = at + raw.index(bare[0])
            gap = (newlines or returns or 1) - 1 if found else 0
            found.append(new(Line, (start, start + len(bare), bare, gap, page)))
            newlines = returns = 0
            page = False
        at += len(raw)
        last = raw[-1]
        if last == "\n":
            newlines += 1
        elif last == "\r":
            returns += 1
        elif last == "\f":
            page = True
    return tuple(found)


def _is_indented(raw: str, before: Sequence[Line]) -> bool:
    """Tell whether a tab only sets in a line that is in no table."""
    ends = raw.rstrip("\r\n\f").endswith("\t")
    return not ends and not (before and "\t" in before[-1].text)


def without_page_numbers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines but those that hold a page's number only, counting up by one from page to page.

    A flattened table has such lines too, but in close succession.
    """
    numbers = [
        i for i, line in enumerate(lines) if len(line.text) <= 9 and _PAGE.fullmatch(line.text)
    ]
    if not numbers:
        return tuple(lines)
    tabular = any(_TABLE_HEAD.fullmatch(line.text) for line in lines if len(line.text) < 12)
    far = zip([-9, *numbers], numbers, [*numbers[1:], len(lines) + 9], strict=False)
    lonely = {
        here
        for before, here, after in far
        if (not tabular and here - before > 8 and after - here > 8) or _by_page_break(lines, here)
    }
    return tuple(line for i, line in enumerate(lines) if i not in lonely)


def _by_page_break(lines: Sequence[Line], here: int) -> bool:
    return lines[here].page or (here + 1 < len(lines) and lines[here + 1].page)


@dataclass(frozen=True, slots=True)
class Style:
    """How a file breaks its lines.

    `width` is what lines are filled to; `spread` is 1 where a blank line follows each line; `parted`
    tells that blank lines part the paragraphs, so that lines without one between belong together.
    """

    width: float
    spread: int
    parted: bool


def style_of(lines: Sequence[Line]) -> Style:
    """Return the style: the ninth tenth of lengths as width, and 1 where most lines have a gap.

    Some lines that are longer than any page is wide tell that no line is broken.
    """
    if not lines:
        return Style(1.0, 0, parted=False)
    lengths = sorted([len(line.text) for line in lines])
    gaps = [line for line in lines if line.gap]
    broken = len([line for line in gaps if line.gap == 1 and line.text[0] in _RUNNING])
    spread = 1 if len(gaps) > 0.8 * len(lines) and broken > 0.1 * len(lines) else 0
    parted = bool(gaps) and _are_parted(lines, spread)
    width, most = (lengths[int(part * (len(lengths) - 1))] for part in (0.9, 0.97))
    return Style(float(most if most > _WIDEST else width), spread, parted)


def _are_parted(lines: Sequence[Line], spread: int) -> bool:
    """Tell whether most lines that begin a sentence after one that ended have a blank line before."""
    begun = [b for a, b in pairwise(lines) if b.text[0] not in _RUNNING and _has_ended(a.text)]
    apart = [line for line in begun if line.gap > spread]
    return len(begun) > 3 and len(apart) > 0.7 * len(begun)


def blocks_of(lines: Sequence[Line], style: Style) -> Iterator[Block]:
    """Yield the paragraphs; one that a footnote interrupts comes whole, and then the footnote."""
    current: list[tuple[int, int]] = []
    mark, label, gap = _NONE, "", 0
    position = 0
    last: Line | None = None
    while position < len(lines):
        line = lines[position]
        short = line.end - line.start < _LONGEST_LONE and position + 1 < len(lines)
        lone = _lone(line, lines[position + 1]) if short else None
        if lone:
            if current:
                yield Block(mark, label, tuple(current), gap)
            (mark, label), gap = lone, line.gap
            last, position = lines[position + 1], position + 2
            current = [(last.start, last.end)]
            continue
        new_mark, new_label, length = mark_of(line.text)
        if new_mark is _NUMBER and last is not None and _interrupts(last, style):
            after = _footnote_end(lines, position)
            if after:
                yield Block(
                    Mark.NOTE, new_label, tuple((x.start, x.end) for x in lines[position:after])
                )
                position = after
                continue
        if last is None or _begins(last, line, new_mark, style, mark, len(current)):
            if current:
                yield Block(mark, label, tuple(current), gap)
            mark, label, gap = new_mark, new_label, line.gap
            current = [(line.start + min(length, len(line.text) - 1), line.end)]
        else:
            current.append((line.start, line.end))
        last = line
        position += 1
    if current:
        yield Block(mark, label, tuple(current), gap)


def _lone(line: Line, after: Line) -> tuple[Mark, str] | None:
    return lone_mark(line.text, after.text) if after.gap <= line.gap else None


def _interrupts(last: Line, style: Style) -> bool:
    return len(last.text) > 0.6 * style.width and not _is_done(last.text)


def _footnote_end(lines: Sequence[Line], position: int) -> int:
    """Return where the sentence goes on that a footnote of at most eight lines interrupts, or 0."""
    for after in range(position + 1, min(position + 9, len(lines))):
        text = lines[after].text
        if text[0] in _RUNNING and _has_ended(lines[after - 1].text):
            return after if mark_of(text)[0] is _NONE else 0
    return 0


def _begins(last: Line, line: Line, mark: Mark, style: Style, open_mark: Mark, held: int) -> bool:
    """Tell whether a line begins a paragraph; `held` counts the lines of the one before."""
    if mark is _ROW or open_mark is _ROW or line.text.startswith("Nơi nhận"):
        return True
    text, before = line.text, last.text
    first, in_title = text[0], open_mark is _TITLE
    full, close = len(before) > 0.75 * style.width, line.gap <= style.spread
    if mark is not _NONE:
        if close and _is_no_mark(before, text, mark):
            return False
        return not full or _is_done(before) or _is_mark(text, mark, open_mark, close=close)
    runs_on = close and first in _RUNNING
    if not in_title and (runs_on or (before[-1] in _BREAKING and _BROKEN.search(before[-8:]))):
        return False
    if not close:
        return in_title or first not in _RUNNING or _is_done(before)
    if _is_open(before) or _parts_name(before, text):
        return False
    if "**" in before and before.count("**") % 2 and ("**" in text or before.endswith("**")):
        return before.endswith("**")
    ended = _is_done(before)
    if not in_title and first in _LOW:
        return ended and not full
    if in_title or _HEAD.match(text):
        return ended or not full or in_title or _NUMBERED.fullmatch(text) is not None
    capitals, all_before = _CAPITALS.fullmatch(text), _CAPITALS.fullmatch(before)
    if capitals or all_before:
        return not (capitals and all_before)
    if ended:
        return not full or style.width > _WIDEST
    if style.parted and style.width <= _WIDEST:
        return _TYPED.fullmatch(before) is not None
    return not full and not (held > 1 and len(before) > 0.4 * style.width)


def _is_mark(text: str, mark: Mark, open_mark: Mark, *, close: bool) -> bool:
    """Tell whether a full line before it leaves what looks like a mark one."""
    if _DEEPER.match(text):
        return True
    rest = _rest(text, mark)
    counts = open_mark in _PARTS and text.startswith("1. ")
    apart = rest[:1].isupper() and (counts or not close)
    return apart or not _runs_on(rest, mark)


def _is_no_mark(before: str, text: str, mark: Mark) -> bool:
    """Tell whether a figure is the number that the line before ends with, or a dash stands in years."""
    if mark is _NUMBER:
        return _NUMBER_DUE.search(before[-20:]) is not None and not _DEEPER.match(text)
    return mark is _DASH and before[-4:].isdecimal() and _YEAR.match(text) is not None


def _is_open(text: str) -> bool:
    """Tell whether a line ends where no paragraph does."""
    if text[-1] in ",(/-" or text.endswith(_OBJECT_DUE):
        return bool(text.strip("-_* "))
    last = text[text.rfind(" ") + 1 :].lstrip("*")
    return last.lower() in _OPEN or last in _OPEN_NAMES


def _parts_name(before: str, text: str) -> bool:
    """Tell whether a name is broken between two lines: `Văn phòng` `Trung ương Đảng`."""
    if before.endswith("Văn phòng"):
        return text.startswith(_WITH_OFFICE)
    if "Về " in before[:12] and _ABOUT.fullmatch(before) and _GOES_ON.match(text):
        return True
    if before.endswith("ban nhân dân"):
        return text.startswith(("Thành phố ", "Tỉnh "))
    return before.endswith("Việt") and text.startswith("Nam")


def _is_done(text: str) -> bool:
    return text[-1] in _MARKS or (text[-1] in _CLOSERS and _DONE.search(text[-8:]) is not None)


def _has_ended(text: str) -> bool:
    return text[-1] in _STOPS or (text[-1] in _CLOSERS and _ENDED.search(text[-8:]) is not None)


def _rest(text: str, mark: Mark) -> str:
    """Return a line without its mark; for a letter `a)` only where a big letter comes after it."""
    rest = text.lstrip(_LABEL)
    if mark is _LETTER and rest[1:2] in _AFTER_LETTER and rest[2:].lstrip()[:1].isupper():
        return rest[2:].lstrip()
    return rest


def _runs_on(rest: str, mark: Mark) -> bool:
    """Tell whether what comes after a mark may well be the middle of a sentence: `… kinh tế` `- xã hội`."""
    return mark is not _ROMAN and (not rest or rest[0].islower() or mark is _NUMBER)
