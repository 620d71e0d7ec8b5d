"""The rows of a table whose cells stand one a line: with their numbers, or told by their deadlines."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from loaders.flat_cells import (
    Cell,
    Cells,
    grouped,
    is_body,
    is_when,
    joined,
    label_apart,
    shared_out,
    words_of_cell,
)
from loaders.letters import UPPER
from loaders.lines import Line
from loaders.tables import Column


class Head(NamedTuple):
    """The head of a table: the lines of each name, what its column holds, and the line after it."""

    names: Cells
    columns: tuple[Column, ...]
    after: int


Rows = tuple[int, tuple[Cells, ...]]
"""The line after the last row, and the rows with the head as the first."""

_NUMBER: Final = re.compile(r"(?P<n>\d{1,3})[.)]?")
_ROMAN: Final = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]?")
_TITLED: Final = re.compile(rf"([IVX]{{1,5}}[.)]) (?=[{UPPER}]{{2}})")
_PART: Final = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]?")
_CLOSING: Final = re.compile(r"(?:Trên đây|Nơi nhận|T/M|TM\.|K/T|KT\.|PHỤ LỤC)")
_WHO: Final = (Column.LEAD, Column.BOTH, Column.COOPERATING)
_TIMES: Final = frozenset({Column.DUE, Column.STATUS})
_LONGEST_ROW: Final = 80
"""A row without a number takes no more lines."""
_MOST_PARTS: Final = 3
"""So many headings may follow one another without a row."""


def rows_of_plain(lines: Sequence[Line], head: Head) -> Rows:
    """Return the rows under a head: by their numbers where the first or the first of a part has one."""
    first = lines[head.after : head.after + 6]
    if any(line.text.rstrip(".)") in {"1", "01"} for line in first):
        return _numbered(lines, head)
    return _unnumbered(lines, head)


def _numbered(lines: Sequence[Line], head: Head) -> Rows:
    rows: list[Cells] = [head.names]
    i = head.after
    last = 0
    while i < len(lines) and not _CLOSING.match(lines[i].text):
        label, title = _labelled(lines[i])
        number = _NUMBER.fullmatch(label.text)
        if number is None and not _ROMAN.fullmatch(label.text):
            break
        last = int(number["n"]) if number else last
        expected = {last + 1} if number else {1, last + 1}
        after = i + 1
        while after < len(lines) and not (
            _is_label(lines[after], expected) or _CLOSING.match(lines[after].text)
        ):
            after += 1
        content = (*title, *_without_heads(lines[i + 1 : after], head))
        rows.append(
            ((label,), *shared_out(content, head.columns[1:])) if number else ((label,), content)
        )
        i = after
    return i, tuple(rows)


def _is_label(line: Line, expected: Collection[int]) -> bool:
    number = _NUMBER.fullmatch(line.text)
    if number:
        return int(number["n"]) in expected
    return _ROMAN.fullmatch(_labelled(line)[0].text) is not None


def _labelled(line: Line) -> tuple[Line, Cell]:
    """Return a label and what stands with it in one line: `II. HOÀN THIỆN CƠ CHẾ`."""
    titled = _TITLED.match(line.text)
    if titled is None:
        return line, ()
    label, title = label_apart(line, titled)
    return label, (title,)


def _without_heads(lines: Sequence[Line], head: Head) -> Cell:
    """Return lines without the head, where a further page begins with it."""
    names = [line.text for line in joined(head.names)]
    left: list[Line] = []
    i = 0
    while i < len(lines):
        if lines[i].text == names[0] and [x.text for x in lines[i : i + len(names)]] == names:
            i += len(names)
        else:
            left.append(lines[i])
            i += 1
    return tuple(left)


def _unnumbered(lines: Sequence[Line], head: Head) -> Rows:
    """Read rows without numbers: work, then when, with the bodies before or after.

    None are read where no column holds deadlines, or one of unknown use stands among the others.
    """
    rows: list[Cells] = [head.names]
    parts: list[Cells] = []
    i = after = head.after
    while _are_told(head.columns) and i < len(lines) and not _CLOSING.match(lines[i].text):
        cells = _cells(_without_heads(lines[i : i + _LONGEST_ROW], head))
        if len(cells) > 1 and len(parts) < _MOST_PARTS and _is_part(cells[0]):
            parts.append((cells[0], cells[1]))
            i = _line_after(lines, i, cells[1])
            continue
        end = _row_end(cells, head.columns)
        if end == 0:
            break
        rows += (*parts, tuple(_shared(cells[:end], head.columns)))
        parts = []
        i = after = _line_after(lines, i, cells[end - 1])
    return after, tuple(rows)


def _are_told(columns: Sequence[Column]) -> bool:
    """Tell whether what cells hold tells their columns: the work first, a deadline, none unknown between."""
    known = [column for column in columns if column is not Column.OTHER]
    return (
        known == list(columns[: len(known)])
        and columns[1] is Column.WORK
        and not _TIMES.isdisjoint(columns)
    )


def _line_after(lines: Sequence[Line], start: int, cell: Cell) -> int:
    return next(i for i in range(start, len(lines)) if lines[i] is cell[-1]) + 1


def _cells(lines: Sequence[Line]) -> list[Cell]:
    """Return the cells that lines make up; the label of a part is one of its own."""
    cells: list[Cell] = []
    run: list[Line] = []
    for line in lines:
        if _CLOSING.match(line.text):
            break
        if _PART.fullmatch(line.text):
            cells += (*grouped(run), (line,))
            run = []
        else:
            run.append(line)
    return [*cells, *grouped(run)]


def _is_part(cell: Cell) -> bool:
    return _PART.fullmatch(cell[0].text) is not None


def _row_end(cells: Sequence[Cell], columns: Sequence[Column]) -> int:
    """Return the place after the first row's last cell, 0 where none says when before a part begins."""
    timed = next(i for i, column in enumerate(columns) if column in _TIMES)
    bodies_last = any(column in _WHO for column in columns[timed:])
    i = 1
    while i < len(cells) and not is_when(cells[i]):
        if _is_part(cells[i]):
            return 0
        i += 1
    if i >= len(cells):
        return 0
    while i < len(cells) and (is_when(cells[i]) or (bodies_last and is_body(cells[i]))):
        i += 1
    return i


def _bodies_before(cells: Sequence[Cell], first: int) -> tuple[int, list[Cell]]:
    """Return the bodies that stand right before a place, and where the first of them does.

    A name may be broken before a capital: `Mặt trận` on one line, `Tổ quốc` on the next.
    """
    bodies: list[Cell] = []
    begin = first
    while begin > 1:
        whole = next(
            (begin - k for k in (1, 2) if begin > k and _is_one(cells[begin - k : begin])), None
        )
        if whole is None:
            break
        bodies.insert(0, joined(cells[whole:begin]))
        begin = whole
    return begin, bodies


def _is_one(cells: Sequence[Cell]) -> bool:
    return is_body(cells[0]) and is_body(joined(cells))


def _shared(cells: Sequence[Cell], columns: Sequence[Column]) -> Iterator[Cell]:
    """Share the cells of a row that says when out to its columns; a time said twice is taken once."""
    timed = next(column for column in columns if column in _TIMES)
    who = [column for column in columns if column in _WHO]
    first = next(i for i in range(1, len(cells)) if is_when(cells[i]))
    begin, bodies = first, [cell for cell in cells[first:] if not is_when(cell)]
    if any(column in who for column in columns[: columns.index(timed)]):
        begin, before = _bodies_before(cells, first)
        bodies = [*before, *bodies]
    times = {words_of_cell(cell): cell for cell in reversed(cells[first:]) if is_when(cell)}
    named = {
        Column.WORK: joined(cells[:begin]),
        timed: joined([*reversed(times.values())]),
    }
    alone = 1 if len(who) > 1 else len(bodies)
    named |= zip(who, (joined(bodies[:alone]), joined(bodies[alone:])), strict=False)
    for column in columns:
        yield named.pop(column, ())
