"""A source's text cut into pieces that a page can show: lines, tables, and what lies on them.

Citations and tasks overlap as they like, and links cannot stand in one another. So the text is cut
wherever something begins or ends, and each piece knows all that covers it. Places are code points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ontology.facts import Span

PART: Final = 60_000
"""Code points of a text on one page, or a little more up to the end of a line."""

_SLACK: Final = 20_000
"""So much further the end of a line is looked for."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What lies on a stretch: a `citation` or a `task`, where it leads, and what it is called."""

    span: Span
    kind: str
    url: str | None
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with nothing beginning or ending inside.

    `cited` is the citation that they belong to, `begins` are the tasks that begin with them,
    `is_task` tells whether any covers them, `is_asked` whether somebody looks for them, and
    `is_first` whether they are the first of these.
    """

    text: str
    cited: Mark | None
    begins: tuple[Mark, ...]
    is_task: bool
    is_asked: bool
    is_first: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text with one cell, or rows of a table; a cell is a sequence of pieces."""

    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    is_table: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a text: its number from 1, how many there are, and its blocks."""

    number: int
    count: int
    blocks: tuple[Block, ...]


def parts_of(text: str) -> tuple[Span, ...]:
    """Return the parts of a text, each ending with a line where that is near.

    >>> parts_of("")
    ()
    """
    found, start = [], 0
    while start < len(text):
        end = min(start + PART, len(text))
        if end < len(text):
            line_end = text.find("\n", end, end + _SLACK)
            end = end if line_end < 0 else line_end + 1
        found.append(Span(start, end))
        start = end
    return tuple(found)


def part_at(text: str, marks: Sequence[Mark], asked: Span | None, number: int | None) -> Part:
    """Return the part of a number, or that in which the asked place begins, or the first."""
    parts = parts_of(text)
    if number is not None:
        index = min(number, len(parts)) - 1
    else:
        starts = [part.start for part in parts]
        index = max(bisect_right(starts, asked.start) - 1, 0) if asked else 0
    if not parts:
        return Part(1, 1, ())
    part = parts[index]
    cutter = _Cutter(text, [one for one in marks if _meets(one.span, part)], asked)
    return Part(index + 1, len(parts), tuple(cutter.blocks(part)))


def _meets(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end


class _Cutter:
    """Cuts a text wherever a mark begins or ends."""

    def __init__(self, text: str, marks: Sequence[Mark], asked: Span | None) -> None:
        self._text = text
        self._asked = asked
        self._is_found = False
        self._cited = sorted((m for m in marks if m.kind == "citation"), key=lambda m: m.span)
        self._tasks = sorted((m for m in marks if m.kind == "task"), key=lambda m: m.span)
        spans = [mark.span for mark in marks] + ([asked] if asked else [])
        self._edges = sorted({edge for span in spans for edge in (span.start, span.end)})

    def blocks(self, part: Span) -> Iterator[Block]:
        """Give the lines of a part, neighbouring lines with tabs together as one table."""
        rows: list[tuple[tuple[Piece, ...], ...]] = []
        for line in self._lines(part):
            cells = tuple(tuple(self._pieces(cell)) for cell in self._cells(line))
            if len(cells) > 1:
                rows.append(cells)
                continue
            if rows:
                yield Block(tuple(rows), is_table=True)
                rows = []
            if any(piece.text.strip() for piece in cells[0]):
                yield Block((cells,), is_table=False)
        if rows:
            yield Block(tuple(rows), is_table=True)

    def _lines(self, part: Span) -> Iterator[tuple[int, int]]:
        return self._split(part.start, part.end, "\n")

    def _cells(self, line: tuple[int, int]) -> Iterator[tuple[int, int]]:
        return self._split(*line, "\t")

    def _split(self, start: int, end: int, mark: str) -> Iterator[tuple[int, int]]:
        while True:
            found = self._text.find(mark, start, end)
            yield start, end if found < 0 else found
            if found < 0:
                return
            start = found + 1

    def _pieces(self, cell: tuple[int, int]) -> Iterator[Piece]:
        start, end = cell
        first, last = bisect_right(self._edges, start), bisect_left(self._edges, end)
        edges = [start, *self._edges[first:last], end]
        for here, there in pairwise(edges):
            if here < there:
                yield self._piece(here, there)

    def _piece(self, start: int, end: int) -> Piece:
        asked = self._asked is not None and self._asked.start <= start < self._asked.end
        first = asked and not self._is_found and not self._text[start:end].isspace()
        self._is_found = self._is_found or first
        return Piece(
            text=self._text[start:end].replace("\v", "\n").replace("\f", "\n"),
            cited=_covering(self._cited, start),
            begins=tuple(mark for mark in self._tasks if mark.span.start == start),
            is_task=_covering(self._tasks, start) is not None,
            is_asked=asked,
            is_first=first,
        )


def _covering(marks: Sequence[Mark], place: int) -> Mark | None:
    """Return the shortest mark that covers a place, if any."""
    covering = [mark for mark in marks if mark.span.start <= place < mark.span.end]
    return min(covering, key=lambda mark: mark.span.end - mark.span.start, default=None)
