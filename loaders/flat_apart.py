"""Tables that lost their shape, whose cells are parted by empty lines: nothing has to be guessed."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from loaders.flat_cells import Cell, Cells, joined, label_apart, shared_out, words_of_cell
from loaders.letters import UPPER
from loaders.lines import Line
from loaders.tables import Column, columns_of

Stretch = tuple[int, tuple[Cells, ...]]
"""The line after the last row, and the rows with the head as the first."""

_NUMBER: Final = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_PART: Final = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]?")
_TITLED: Final = re.compile(rf"((?:[IVX]{{1,5}}|[A-H])[.)]) (?=[{UPPER}])")
"""The label and the title of a part in one cell: `II. Xã hội số`."""
_CLOSING: Final = re.compile(r"(?:Trên đây|Nơi nhận|T/M|TM\.|K/T|KT\.|PHỤ LỤC|S?TT\.?$)")
_MOST_COLUMNS: Final = 12
_MOST_CELLS: Final = 24
"""A row whose cells have empty lines of their own has no more parts."""

Number = tuple[int, ...]


def columns_named(names: Sequence[Cell]) -> tuple[Column, ...] | None:
    """Return what columns hold by the names in a head, nothing where it is no head."""
    at = 0
    places: list[tuple[int, int]] = []
    for name in names:
        words = words_of_cell(name)
        places.append((at, at + len(words)))
        at += len(words) + 1
    columns = columns_of("\n".join(map(words_of_cell, names)), places)
    return columns if columns is not None and len(columns) > 2 else None


def rows_apart(lines: Sequence[Line], start: int) -> Stretch | None:
    """Return the rows of a table that begins at a line, nothing where its cells are not so parted."""
    names: list[Cell] = []
    for cell in _cells(lines, start):
        if _is_part(cell) or _number(cell) or len(names) > _MOST_COLUMNS:
            break
        names.append(cell)
    columns = columns_named(names)
    if columns is None:
        return None
    rows: list[Cells] = [tuple(names)]
    last: Number = (0,)
    after = start + len(joined(names))
    while (found := _row(lines, after, last, columns)) is not None:
        row, taken = found
        rows.append(row)
        after += taken
        last = _number(row[0]) or last
    return (after, tuple(rows)) if len(rows) > 1 else None


def _cells(lines: Sequence[Line], start: int) -> Iterator[Cell]:
    """Give the cells from a line on: each goes on until an empty line."""
    cell: list[Line] = []
    for i in range(start, len(lines)):
        if cell and lines[i].gap:
            yield tuple(cell)
            cell = []
        cell.append(lines[i])
    if cell:
        yield tuple(cell)


def _row(
    lines: Sequence[Line], start: int, last: Number, columns: Sequence[Column]
) -> tuple[Cells, int] | None:
    """Return the row, or the title of a part, that begins at a line, and how many lines it takes."""
    cells: list[Cell] = []
    labelled = False
    for cell in _cells(lines, start):
        if cells and (_begins_row(cell, _number(cells[0]) or last) or _closes(cell)):
            labelled = not _closes(cell)
            break
        cells.append(cell)
        if len(cells) > _MOST_CELLS:
            break
    if not cells or not _begins_row(cells[0], last):
        return None
    if not _number(cells[0]):
        part = _part(cells)
        return (part, len(joined(cells))) if part else None
    if labelled and len(cells) != len(columns):
        label, *rest = cells
        return (label, *shared_out(joined(rest), columns[1:])), len(joined(cells))
    row = tuple(cells[: len(columns)])
    return (row, len(joined(row))) if len(cells) > 1 else None


def _part(cells: Sequence[Cell]) -> Cells | None:
    """Return a part's label and title, which stand in two cells or in one."""
    first = cells[0][0]
    titled = _TITLED.match(first.text)
    if titled is None:
        return (cells[0], cells[1]) if len(cells) == 2 else None
    if len(cells) > 1:
        return None
    label, title = label_apart(first, titled)
    return (label,), (title, *cells[0][1:])


def _begins_row(cell: Cell, last: Number) -> bool:
    """Tell whether a cell is the number after the last one, or the label of a part."""
    number = _number(cell)
    if not number:
        return _is_part(cell)
    return number[-1] == 1 or number in {(*last[:-1], last[-1] + 1), (last[0] + 1,)}


def _is_part(cell: Cell) -> bool:
    return _PART.fullmatch(cell[0].text) is not None or _TITLED.match(cell[0].text) is not None


def _number(cell: Cell) -> Number:
    words = cell[0].text.rstrip(".)")
    if len(cell) > 1 or _NUMBER.fullmatch(words) is None:
        return ()
    return tuple(map(int, words.split(".")))


def _closes(cell: Cell) -> bool:
    return _CLOSING.match(cell[0].text) is not None
