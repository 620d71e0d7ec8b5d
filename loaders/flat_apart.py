"""Tables that lost their shape, whose cells are parted by empty lines: nothing has to be guessed."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from loaders.flat_cells import Cell, Cells, joined, shared_out, words_of_cell
from loaders.lines import Line
from loaders.tables import Column, columns_of

Stretch = tuple[int, tuple[Cells, ...]]
"""The line after the last row, and the rows with the head as the first."""

_FIRST_ROW: Final = re.compile(r"0?1[.)]?|[IA][.)]?")
_NUMBER: Final = re.compile(r"\d{1,3}")
_CLOSING: Final = re.compile(r"(?:Trên đây|Nơi nhận|T/M|TM\.|K/T|KT\.|PHỤ LỤC|S?TT\.?$)")
_MOST_COLUMNS: Final = 12
_MOST_CELLS: Final = 24
"""A row whose cells have empty lines of their own has no more parts."""


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
    after = start
    for cell in _cells(lines, start):
        if _FIRST_ROW.fullmatch(cell[0].text) or len(names) > _MOST_COLUMNS:
            break
        names.append(cell)
        after += len(cell)
    columns = columns_named(names)
    if columns is None:
        return None
    rows: list[Cells] = [tuple(names)]
    while (row := _row(lines, after, len(rows), columns)) is not None:
        cells, after = row
        rows.append(cells)
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
    lines: Sequence[Line], start: int, number: int, columns: Sequence[Column]
) -> tuple[Cells, int] | None:
    """Return the row with a number that begins at a line, and the line after it."""
    cells: list[Cell] = []
    followed = False
    for cell in _cells(lines, start):
        if cells and (_is_number(cell, number + 1) or _CLOSING.match(cell[0].text)):
            followed = _is_number(cell, number + 1)
            break
        cells.append(cell)
        if len(cells) > _MOST_CELLS:
            break
    if len(cells) < 2 or not _is_number(cells[0], number):
        return None
    if followed and len(cells) != len(columns):
        label, *rest = cells
        return (label, *shared_out(joined(rest), columns[1:])), start + len(joined(cells))
    row = tuple(cells[: len(columns)])
    return row, start + len(joined(row))


def _is_number(cell: Cell, number: int) -> bool:
    words = cell[0].text.rstrip(".)")
    return len(cell) == 1 and _NUMBER.fullmatch(words) is not None and int(words) == number
