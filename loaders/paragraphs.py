"""The paragraphs and table rows of a text, and the shadow in which they stand."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from loaders.flat import flat_tables
from loaders.lines import Block, blocks_of, lines_of, style_of, without_page_numbers
from loaders.marks import Mark
from loaders.reading import Reading, Shadow


class Para(NamedTuple):
    """A paragraph in the shadow, from `start` to `end`; the cells of a table row, None where empty."""

    mark: Mark
    label: str
    start: int
    end: int
    gap: int
    cells: tuple[tuple[int, int] | None, ...] = ()


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
    for block in blocks:
        if block.mark is _ROW:
            row = _row(shadow, source, block)
            if row:
                yield row
            continue
        start, end = shadow.add(block.lines)
        if start < end:  # a line of Markdown's marks alone leaves nothing
            yield Para(block.mark, block.label, start, end, block.gap)


def _row(shadow: Shadow, source: str, block: Block) -> Para | None:
    """Put each cell of a row on a line of its own; None for a ruler or an empty row."""
    cells: list[tuple[int, int] | None] = []
    for start, end in _cells(source, block.start, block.end):
        words = source[start:end].strip()
        begin = start + source[start:end].index(words)
        cells.append(shadow.add([(begin, begin + len(words))]) if words else None)
    held = [cell for cell in cells if cell]
    if not held or _RULER.fullmatch(source, block.start, block.end):
        return None
    return Para(_ROW, "", held[0][0], held[-1][1], block.gap, tuple(cells))


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
