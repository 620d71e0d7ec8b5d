"""Word tables: a line for each row, or for each paragraph where a table only places text."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, zip_longest
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from loaders.formats.docx_pieces import Line, joined, plain
from ontology.folding import fold_words

_Lines = Callable[[BaseOxmlElement], list[Line]]
_Unwrapped = Callable[[BaseOxmlElement], Iterator[BaseOxmlElement]]
_Cell = tuple[Line, ...]
"""The paragraphs and inner rows of a cell, each of which may have soft line breaks."""

_ROW: Final = qn("w:tr")
_CELL: Final = qn("w:tc")
_VALUE: Final = qn("w:val")
_MOST_COLUMNS: Final = 63  # Word's own limit; a span beyond it is a mistake or an attack
_CELL_BREAK: Final = "\v"
_IN_A_CELL: Final = str.maketrans({"\t": " ", "\n": _CELL_BREAK})

_LAYOUT_ROWS: Final = 2
_LAYOUT_COLUMNS: Final = 3
_HEADINGS: Final = frozenset(
    map(
        fold_words,
        (
            "stt",
            "tt",
            "số tt",
            "số thứ tự",
            "nội dung",
            "nội dung công việc",
            "nhiệm vụ",
            "thời gian",
            "thời gian thực hiện",
            "thời gian hoàn thành",
            "đơn vị chủ trì",
            "cơ quan chủ trì",
        ),
    )
)
_PLACED: Final = tuple(
    map(fold_words, ("đảng cộng sản việt nam", "cộng hòa xã hội chủ nghĩa việt nam", "nơi nhận:"))
)


def table_lines(table: BaseOxmlElement, lines: _Lines, unwrapped: _Unwrapped) -> list[Line]:
    """Return a table's lines; `lines` reads the blocks of a cell.

    The cells of a row are parted by tabs, the paragraphs of a cell by U+000B; a table in a cell is
    flattened into it. Merged cells have their text in the first, and the others are empty. A table
    that only places text (head, signatures) gives its paragraphs, column after column, as a reader
    takes in the issuer and the number under it.
    """
    rows = [
        list(_cells(row, lines, unwrapped))
        for row in unwrapped(table)
        if row.tag == _ROW and not _is_deleted(row)
    ]
    if _is_layout(rows):
        columns = zip_longest(*rows, fillvalue=())
        return [line for cell in chain.from_iterable(columns) for line in _trimmed(cell)]
    return [joined("\t", map(_one_line, row)) for row in rows]


def _cells(row: BaseOxmlElement, lines: _Lines, unwrapped: _Unwrapped) -> Iterator[_Cell]:
    properties = row.find(qn("w:trPr"))
    yield from [()] * _count(properties, "w:gridBefore", 0)
    for cell in unwrapped(row):
        if cell.tag == _CELL:
            shape = cell.find(qn("w:tcPr"))
            yield () if _goes_on(shape) else tuple(lines(cell))
            yield from [()] * (_count(shape, "w:gridSpan", 1) - 1)
    yield from [()] * _count(properties, "w:gridAfter", 0)


def _goes_on(shape: BaseOxmlElement | None) -> bool:
    """Tell whether a cell is the lower or right part of a merged one."""
    if shape is None:
        return False
    merges = (shape.find(qn("w:vMerge")), shape.find(qn("w:hMerge")))
    return any(merge is not None and merge.get(_VALUE) != "restart" for merge in merges)


def _count(properties: BaseOxmlElement | None, name: str, default: int) -> int:
    found = None if properties is None else properties.find(qn(name))
    if found is None:
        return default
    return min(int(found.get(_VALUE, default)), _MOST_COLUMNS)


def _is_deleted(row: BaseOxmlElement) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None


def _is_layout(rows: list[list[_Cell]]) -> bool:
    """Tell a table that places text from one that lists something."""
    if not 0 < len(rows) <= _LAYOUT_ROWS or max(map(len, rows)) > _LAYOUT_COLUMNS:
        return False
    cells = [[fold_words(line) for line in _seen(cell)] for row in rows for cell in row]
    if any(line.startswith(_PLACED) for cell in cells for line in cell):
        return True
    headings = {fold_words(" ".join(map(plain, cell))) for cell in rows[0]}
    return not headings & _HEADINGS and any(len(cell) > 1 for cell in cells)


def _seen(cell: _Cell) -> list[str]:
    return [line for block in cell for line in plain(block).split("\n") if line.strip()]


def _trimmed(cell: _Cell) -> _Cell:
    """Return the paragraphs without the empty ones above and below."""
    full = [at for at, block in enumerate(cell) if plain(block).strip()]
    return cell[full[0] : full[-1] + 1] if full else ()


def _one_line(cell: _Cell) -> Line:
    pieces = joined(_CELL_BREAK, _trimmed(cell))
    return tuple(replace(piece, text=piece.text.translate(_IN_A_CELL)) for piece in pieces)
