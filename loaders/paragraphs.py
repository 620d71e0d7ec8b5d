"""The paragraphs and table rows of a text, and the shadow in which they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from loaders.flat import flat_tables
from loaders.lines import Block, blocks_of, lines_of, style_of, without_page_numbers
from loaders.marks import Mark
from loaders.reading import Reading, Shadow
from loaders.tables import LABEL


class Para(NamedTuple):
    """A paragraph in the shadow, from `start` to `end`; the cells of a table row, None where empty."""

    mark: Mark
    label: str
    start: int
    end: int
    gap: int
    cells: tuple[tuple[int, int] | None, ...] = ()


Cell = list[tuple[int, int]]
"""The stretches of the source that a cell holds: of one line, or two where it was broken."""
Row = tuple[int, list[Cell]]
"""The gap before a row, and its cells."""
_RULER: Final = re.compile(r"[|:\s-]+")
_ROW: Final = Mark.ROW


def paragraphs(source: str) -> tuple[Reading, tuple[Para, ...]]:
    """Return the shadow of a source's text, and its paragraphs and table rows in their order."""
    lines = without_page_numbers(lines_of(source))
    shadow = Shadow(source)
    paras: list[Para] = []
    style = style_of(lines)
    at = 0
    for start, after, rows in flat_tables(lines):
        paras += _blocks(shadow, source, blocks_of(lines[at:start], style))
        for cells in rows:
            held = [
                shadow.add([(x.start, x.end) for x in cell]) if cell else None for cell in cells
            ]
            words = [cell for cell in held if cell]
            if words:
                paras.append(Para(_ROW, "", words[0][0], words[-1][1], 0, tuple(held)))
        at = after
    paras += _blocks(shadow, source, blocks_of(lines[at:], style))
    return shadow.reading(), tuple(paras)


def _blocks(shadow: Shadow, source: str, blocks: Iterable[Block]) -> Iterator[Para]:
    for in_table, run in groupby(blocks, key=_is_row):
        if in_table:
            yield from _rows(shadow, source, run)
            continue
        for block in run:
            start, end = shadow.add(block.lines)
            if start < end:  # a line of Markdown's marks alone leaves nothing
                yield Para(block.mark, block.label, start, end, block.gap)


def _is_row(block: Block) -> bool:
    return block.mark is _ROW


def _rows(shadow: Shadow, source: str, blocks: Iterable[Block]) -> Iterator[Para]:
    """Put each cell of the rows of a table on a line of its own; rulers and empty rows give none."""
    rows = [
        (block.gap, [_held(source, start, end) for start, end in _cells(source, *block.lines[0])])
        for block in blocks
        if _RULER.fullmatch(source, *block.lines[0]) is None
    ]
    for gap, row in _rejoined(source, rows):
        cells = tuple(shadow.add(cell) if cell else None for cell in row)
        held = [cell for cell in cells if cell]
        if held:
            yield Para(_ROW, "", held[0][0], held[-1][1], gap, cells)


def _held(source: str, start: int, end: int) -> Cell:
    """Return the stretch of what a cell holds."""
    words = source[start:end].strip()
    begin = start + source[start:end].index(words)
    return [(begin, begin + len(words))] if words else []


def _rejoined(source: str, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, those that a line break within a cell parted in two put together again.

    A row with a label goes on none: the last cells of both may have been left out.
    """
    width = max((len(cells) for _, cells in rows), default=0)
    begun: Row | None = None
    for gap, cells in rows:
        labelled = bool(cells[0]) and LABEL.match(source, *cells[0][0]) is not None
        if begun and not labelled and len(begun[1]) + len(cells) - 1 == width:
            yield begun[0], [*begun[1][:-1], begun[1][-1] + cells[0], *cells[1:]]
            begun = None
            continue
        if begun:
            yield begun
        begun = (gap, cells) if len(cells) < width else None
        if begun is None:
            yield gap, cells
    if begun:
        yield begun


def _cells(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    line = source[start:end]
    if "\t" in line:
        separator = "\t"
    else:
        separator = "|"
        if line.startswith("|"):
            start, line = start + 1, line[1:]
        line = line.removesuffix("|")
    for cell in line.split(separator):
        yield start, start + len(cell)
        start += len(cell) + 1
