"""Tables that lost their shape: a cell, or a line of a cell, on each line.

Four forms: cells parted by lines that hold only `|`, or by empty lines; and plain text in which the
head's names come one a line, or over several, and each row begins with its number, or has none and
ends with its deadline or the bodies after it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from loaders.flat_apart import columns_named, rows_apart
from loaders.flat_cells import Cell, Cells, label_apart
from loaders.flat_rows import Head, rows_of_plain
from loaders.head_lines import TYPE_LINE
from loaders.letters import LOWER
from loaders.lines import Line
from loaders.tables import Column

Stretch = tuple[int, int, tuple[Cells, ...]]


_PIPE: Final = "|"
_LABEL: Final = re.compile(r"[*_]*(?:[IVXL]{1,6}|\d{1,3}(?:\.\d{1,2})*)[.)]?[*_]*")
_PART: Final = re.compile(r"([*_]*(?:[IVX]{1,5}|[A-H])[.)])(?: |$)")
_FIRST: Final = re.compile(r"(?:s\.?t\.?t|tt|số tt)\.?", re.IGNORECASE)
_SHORT: Final = len("Số TT.")
_SMALL: Final = re.compile(rf"[{LOWER}(,/]")
_GOES_ON: Final = re.compile(
    r"(?:[-/,]| (?:và|của|cơ quan|đơn vị|chủ|phối|thời|thực|hoàn|nội|nhiệm))$"
)
"""Where the name of a column is broken over lines."""
_LONGEST_NAME: Final = 40
_LONGEST_CELL: Final = 3_000
_MOST_LINES: Final = 24
"""A head takes no more lines."""


def flat_tables(lines: Sequence[Line]) -> Iterator[Stretch]:
    """Yield the stretches of lines that were tables: first line, line after the last, and the rows."""
    after = 0
    for i, line in enumerate(lines):
        if i < after or len(line.text) > _SHORT:
            continue
        if line.text == _PIPE:
            after, rows = _piped(lines, i)
            yield i, after, rows
        elif _FIRST.fullmatch(line.text):
            apart = rows_apart(lines, i) if i + 1 < len(lines) and lines[i + 1].gap else None
            if apart is not None:
                after, rows = apart
                yield i, after, rows
                continue
            head = _head(lines, i)
            if head is None:
                continue
            end, rows = rows_of_plain(lines, head)
            if len(rows) > 1:
                after = end
                yield i, after, rows


def _piped(lines: Sequence[Line], start: int) -> tuple[int, tuple[Cells, ...]]:
    """Read rows `|` cell `|` cell `|`; a second `|` ends a row that is full, or before a number.

    What no `|` ends, or only one far below, stands after the table.
    """
    rows: list[Cells] = []
    row: list[tuple[Line, ...]] = []
    cell: list[Line] = []
    width = 0
    i = after = start + 1
    while i < len(lines):
        line = lines[i]
        if line.text != _PIPE:
            if line.gap > 1 and not cell and not row:
                break
            cell.append(line)
            if line.end - cell[0].start > _LONGEST_CELL:
                break
            i += 1
            continue
        row.append(tuple(cell))
        cell = []
        if len(row) == 2 and _is_addressed(row[0]):
            i += 1
            break
        following = lines[i + 1] if i + 1 < len(lines) else None
        if following is None or following.gap > 0 or _outside(following):
            i += 1
            break
        if following.text == _PIPE and _ends(row, width, lines, i):
            rows.append(_parted(tuple(row)))
            width = max(width, len(row))
            row = []
            i += 1
        i = after = i + 1
    if row:
        rows.append(tuple(row))
    return (after if cell else i), tuple(rows)


def _outside(line: Line) -> bool:
    """Tell whether a line cannot be in a table: only marks, the document's type, or an annex."""
    bare = line.text.strip("*_ #")
    return not bare or TYPE_LINE.fullmatch(bare) is not None or bare.startswith("PHỤ LỤC")


def _is_addressed(cell: Cell) -> bool:
    """Tell whether a cell begins a letter's row of addressees, which is the only one of its table."""
    return bool(cell) and cell[0].text.strip("*_ ").startswith("Kính gửi")


def _ends(row: Sequence[tuple[Line, ...]], width: int, lines: Sequence[Line], i: int) -> bool:
    if not width or len(row) >= width:
        return True
    after = lines[i + 2] if i + 2 < len(lines) else None
    if after is None or _LABEL.fullmatch(after.text) is None:
        return False
    return len(row) > 1 or (bool(row[0]) and _PART.match(row[0][0].text) is not None)


def _parted(row: Cells) -> Cells:
    """Return a row, the label and the title of a part in two cells."""
    only = row[0] if len(row) == 1 else ()
    titled = _PART.match(only[0].text) if only else None
    if titled is None:
        return row
    label, title = label_apart(only[0], titled)
    return (label,), (title, *only[1:])


def _head(lines: Sequence[Line], start: int) -> Head | None:
    """Return the head that begins at a line, or nothing.

    It ends before the first row's number, or where the rows have none before the last name is past.
    """
    last = start
    while last < len(lines) and last - start < _MOST_LINES and not _starts_row(lines[last]):
        if len(lines[last].text) > _LONGEST_NAME:
            break
        last += 1
    if last < len(lines) and _starts_row(lines[last]):
        return _head_of(lines, start, last)
    heads = (_head_of(lines, start, after) for after in range(last, start + 3, -1))
    return next((head for head in heads if head and Column.OTHER not in head.columns), None)


def _head_of(lines: Sequence[Line], start: int, after: int) -> Head | None:
    names: list[Cell] = []
    for line in lines[start:after]:
        if len(names) > 1 and (_SMALL.match(line.text) or _GOES_ON.search(names[-1][-1].text)):
            names[-1] = (*names[-1], line)
        else:
            names.append((line,))
    columns = columns_named(names)
    if columns is None or Column.OTHER in columns[1:3]:
        return None
    return Head(tuple(names), columns, after)


def _starts_row(line: Line) -> bool:
    return line.text.rstrip(".)") in {"1", "01", "I", "A"}
