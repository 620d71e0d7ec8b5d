"""A source's text as lines, and lines as paragraphs: which line goes on where the one before ended.

Text layers of PDF files break a sentence at the right margin, put a blank line after each line, and
set page numbers and footnotes in its midst; word processors give one line a paragraph. Both come out
as the same blocks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from loaders.letters import LOWER


class Mark(StrEnum):
    """What a paragraph begins with."""

    NONE = ""
    ROMAN = "I"
    NUMBER = "1"
    LETTER = "a"
    DASH = "-"
    PLUS = "+"
    STAR = "*"
    ARTICLE = "Điều"
    TITLE = "#"
    ROW = "|"
    NOTE = "¹"


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the blanks at its ends, in code points.

    `gap` counts the empty lines before it, `page` tells that a form feed stands before it.
    """

    start: int
    end: int
    text: str
    gap: int
    page: bool


@dataclass(frozen=True, slots=True)
class Block:
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


_EDGES: Final = " \r\x0b\u00a0\u3000"
_LINE: Final = re.compile(r"[^\n\r\f\x1c-\x1e\x85\u2028\u2029]+")
_PAGE: Final = re.compile(r"(?:[-–—] ?)?(?:trang )?\d{1,3}(?:/\d{1,3})?(?: ?[-–—])?", re.IGNORECASE)
_TABLE_HEAD: Final = re.compile(r"[*|_ ]*(?:stt|tt|số tt)[*|_. ]*", re.IGNORECASE)
_MARKS: Final = re.compile(
    r"""[*_]{0,3}(?:
      (?P<title>\#{1,6})[ ]+[*_]{0,3}(?:(?P<tlabel>[IVXL]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)/-]{1,2}\s+)?
    | (?P<roman>(?:PHẦN\ |Phần\ |MỤC\ |Mục\ )?(?:[IVXL]{1,6}|[A-H](?=[.]\s+[A-ZĐ][A-ZĐẠ-Ỹ])))(?:[.):]\s?[-–]?|/(?!v)|\s?[-–])\s*(?=[^\s\d.,;)/-])
    | (?P<article>Điều\ \d{1,3})[.:]\s*
    | (?P<number>\d{1,2}(?:\.\d{1,2}){1,3})[.)/:]?[-–]?\s+(?=\S)
    | (?P<single>\d{1,2})(?:[.)]\s*[-–]?|/\s|\s?[-–]\s)\s*(?=[^\s\d.,;)/%-])
    | (?P<bracket>\(\d{1,2}\))\s*(?=\S)
    | (?P<letter>[a-zđ]\d?)(?:[)]|[.](?=\s))\s*(?=\S)
    | (?P<dash>[-–—•▪●◦■◆➢✓])[ \t\u00a0]*(?=[^\s\d-]|\d)
    | (?P<plus>\+)[ \t\u00a0]*(?=\S)
    | (?P<star>[*○])[ \t\u00a0]+(?=[^\s*])
    )""",
    re.VERBOSE,
)
_AFTER: Final = re.compile(r"[*_]{0,3}\s*")
_DONE: Final = re.compile(r"[.:;!?…][\"”’'*_)\]/]*$|[\"”)][*_]*$|/\.$")
_ENDED: Final = re.compile(r"[.!?…][\"”’'*_)\]/]*$|/\.$")
_LOW: Final = re.compile(rf"[{LOWER}(,;:%\"“0-9)&/]")
_LOWER: Final = re.compile(rf"[{LOWER},;)]")
_OPEN: Final = re.compile(
    r"(?:^|[ *])(?i:của|và|về|số:?|ngày|các|với|theo|cho|tại|trong|do|để|là)$|[,(/-]$"
)
_LONE: Final = re.compile(r"[*_]*(\d{1,2}(?:\.\d{1,2}){1,3})\.[*_]*")
"""A label that the text layer set on a line of its own."""
_LABEL: Final = "-–—+*•0123456789.) "
_BROKEN: Final = re.compile(r"[\w][-–/]$|(?:^| )(?:số|ngày|tháng)$")
_NUMBER_DUE: Final = re.compile(
    r"(?:^|[ *])(?i:số:?|ngày|tháng|năm|điều|khoản|mục|quyết định|nghị quyết|kế hoạch|nghị định)$"
)
_TYPED: Final = re.compile(
    r"[*#_ ]*(?:KẾ HOẠCH|CHƯƠNG TRÌNH|THÔNG BÁO|BÁO CÁO|HƯỚNG DẪN|QUYẾT ĐỊNH|[*_-]+)[*_ ]*"
)
_CAPITALS: Final = re.compile(rf"[^{LOWER}]*")
_HEAD: Final = re.compile(
    r"(?:[*_]{0,3})(?:Nơi nhận|Kính gửi|Số ?[:\d.…\[]|Số\s+[-/]|V/v|T/?M |K/?T |TL\.|TUQ|KT\.|TM\.|"
    r"CỘNG H|ĐẢNG CỘNG|Độc lập|Trên đây là)"
)


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines that hold something."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        raw = match[0]
        bare = raw.strip(_EDGES) if "\t" in raw else raw.strip()
        if not bare or bare.isspace():
            continue
        start = match.start() + raw.index(bare[0])
        between = text[last : match.start()]
        breaks = between.count("\n") or between.count("\r") or 1
        found.append(
            Line(start, start + len(bare), bare, breaks - 1 if found else 0, "\f" in between)
        )
        last = match.end()
    return tuple(found)


def without_page_numbers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines but those that hold a page's number only, counting up by one from page to page.

    A flattened table has such lines too, but in close succession.
    """
    numbers = [
        i for i, line in enumerate(lines) if len(line.text) <= 9 and _PAGE.fullmatch(line.text)
    ]
    tabular = any(_TABLE_HEAD.fullmatch(line.text) for line in lines if len(line.text) < 12)
    far = zip([-9, *numbers], numbers, [*numbers[1:], len(lines) + 9], strict=False)
    lonely = {
        here
        for before, here, after in far
        if (not tabular and here - before > 8 and after - here > 8) or _by_page_break(lines, here)
    }
    if not lonely:
        return tuple(lines)
    return tuple(line for i, line in enumerate(lines) if i not in lonely)


def _by_page_break(lines: Sequence[Line], here: int) -> bool:
    return lines[here].page or (here + 1 < len(lines) and lines[here + 1].page)


def mark_of(text: str) -> tuple[Mark, str, int]:
    """Return what a line begins with, its label, and the length of it.

    >>> mark_of("3.1. Nội dung"), mark_of("- Tham mưu"), mark_of("II. CÔNG TÁC")
    ((<Mark.NUMBER: '1'>, '3.1', 5), (<Mark.DASH: '-'>, '-', 2), (<Mark.ROMAN: 'I'>, 'II', 4))
    """
    first = text[0]
    if first == "|" or "\t" in text or " | " in text:
        return Mark.ROW, "", 0
    if first.isalpha() and not (len(text) > 1 and text[1] in ".)/-–: IVXL0123456789PpHhMm"):
        return Mark.NONE, "", 0
    match = _MARKS.match(text)
    if match is None:
        return Mark.NONE, "", 0
    kind = match.lastgroup or ""
    end = _AFTER.match(text, match.end()).end()  # type: ignore[union-attr]
    if match["title"]:
        return Mark.TITLE, match["tlabel"] or "", end
    if kind == "roman":
        return Mark.ROMAN, match["roman"].split()[-1], end
    if kind in {"number", "single"}:
        return Mark.NUMBER, match[kind], end
    table = {"letter": Mark.LETTER, "dash": Mark.DASH, "plus": Mark.PLUS, "star": Mark.STAR}
    table["bracket"] = Mark.LETTER
    return table.get(kind, Mark.ARTICLE), match[kind], end


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
    """Return the style: the ninth tenth of lengths as width, and 1 where most lines have a gap."""
    if not lines:
        return Style(1.0, 0, parted=False)
    lengths = sorted(len(line.text) for line in lines)
    gaps = sum(line.gap > 0 for line in lines)
    broken = sum(bool(_LOWER.match(line.text)) and line.gap == 1 for line in lines)
    spread = 1 if gaps > 0.8 * len(lines) and broken > 0.1 * len(lines) else 0
    begun = [
        b for a, b in pairwise(lines) if _ENDED.search(a.text[-8:]) and not _LOWER.match(b.text)
    ]
    apart = sum(line.gap > spread for line in begun)
    parted = len(begun) > 3 and apart > 0.8 * len(begun)
    return Style(float(lengths[int(0.9 * (len(lengths) - 1))]), spread, parted)


def blocks_of(lines: Sequence[Line], style: Style) -> Iterator[Block]:
    """Yield the paragraphs; one that a footnote interrupts comes whole, and then the footnote."""
    current: list[tuple[int, int]] = []
    mark, label, gap = Mark.NONE, "", 0
    position = 0
    last: Line | None = None
    while position < len(lines):
        line = lines[position]
        lone = _LONE.fullmatch(line.text)
        if lone and position + 1 < len(lines) and lines[position + 1].gap <= line.gap:
            if current:
                yield Block(mark, label, tuple(current), gap)
            mark, label, gap = Mark.NUMBER, lone[1], line.gap
            last, position = lines[position + 1], position + 2
            current = [(last.start, last.end)]
            continue
        new_mark, new_label, length = mark_of(line.text)
        if last is not None and _interrupts(last, new_mark, style):
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


def _interrupts(last: Line, mark: Mark, style: Style) -> bool:
    full = len(last.text) > 0.6 * style.width
    return mark is Mark.NUMBER and full and not _DONE.search(last.text[-8:])


def _footnote_end(lines: Sequence[Line], position: int) -> int:
    """Return where the sentence goes on that a footnote of at most eight lines interrupts, or 0."""
    for after in range(position + 1, min(position + 9, len(lines))):
        if _ENDED.search(lines[after - 1].text[-8:]) and _LOWER.match(lines[after].text):
            return after
    return 0


def _begins(last: Line, line: Line, mark: Mark, style: Style, open_mark: Mark, held: int) -> bool:
    """Tell whether a line begins a paragraph; `held` counts the lines of the one before."""
    if mark is Mark.ROW or open_mark is Mark.ROW:
        return True
    ended = _DONE.search(last.text[-8:]) is not None
    full = len(last.text) > 0.75 * style.width
    if mark is Mark.NONE and _BROKEN.search(last.text[-8:]) and open_mark is not Mark.TITLE:
        return False
    if line.gap <= style.spread and mark is Mark.NONE and _OPEN.search(last.text[-16:]):
        return False
    if line.gap <= style.spread and mark is Mark.NUMBER and _NUMBER_DUE.search(last.text[-20:]):
        return False
    if mark is not Mark.NONE:
        apart = line.gap > style.spread and line.text.lstrip(_LABEL)[:1].isupper()
        return ended or not full or apart or not _runs_on(line.text, mark)
    if line.gap > style.spread:
        return not (_LOWER.match(line.text) and not ended and open_mark is not Mark.TITLE)
    if open_mark is Mark.TITLE or _HEAD.match(line.text):
        return ended or not full or open_mark is Mark.TITLE
    if _LOW.match(line.text):
        return ended and not full and not _LOWER.match(line.text)
    if _CAPITALS.fullmatch(line.text) or _CAPITALS.fullmatch(last.text):
        both = _CAPITALS.fullmatch(line.text) and _CAPITALS.fullmatch(last.text)
        return not both
    if ended:
        return not full or style.width > 160
    if style.parted:
        return _TYPED.fullmatch(last.text) is not None
    return not full and not (held > 1 and len(last.text) > 0.4 * style.width)


def _runs_on(text: str, mark: Mark) -> bool:
    """Tell whether a line with a mark may well be the middle of a sentence: `… kinh tế` `- xã hội`."""
    rest = text.lstrip(_LABEL)
    return mark is not Mark.ROMAN and (not rest or rest[0].islower() or mark is Mark.NUMBER)
