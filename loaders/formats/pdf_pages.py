"""One PDF page: its words as lines, its ruled tables as rows, from top to bottom."""

from bisect import bisect
from dataclasses import dataclass
from typing import Any, Final

from pdfplumber.page import Page
from pdfplumber.table import Table

from loaders.formats.pdf_columns import Place, foot_of, in_columns
from loaders.formats.pdf_lines import Line, Word, lines_of

_FEWEST: Final = 2  # rows, and columns, of what is a table
_GAP: Final = 0.2  # of the letters' size: a wider gap parts words that no blank parts
_HAIR: Final = 0.1  # of the letters' size, which is less than any letter is wide
_UNREADABLE: Final = str.maketrans(dict.fromkeys(map(chr, [*range(0x20), 0x7F]), "\ufffd"))


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, each line ending in a line feed.

    `pictures` says whether there are any, `in_foot` whether the page ends among the recipients and
    signatures.
    """

    text: str
    pictures: bool
    in_foot: bool


def page_text(page: Page, before: PageText | None) -> PageText:
    """Return the text of a page, `before` being the page before it."""
    clean = _printed_once(page)
    tables = _tables(clean)
    tops = [table.bbox[1] for table in tables]
    between: list[list[Line]] = [[] for _ in range(len(tables) + 1)]
    for line in lines_of(_words(clean, tables)):
        between[bisect(tops, line.middle)].append(line)
    texts = in_columns(between[0], _place(between[0], before))
    for table, below in zip(tables, between[1:], strict=True):
        texts += _rows(table)
        texts += in_columns(below, Place.MIDDLE)
    in_foot = foot_of(between[-1]) < len(between[-1])
    return PageText("".join(f"{text}\n" for text in texts), bool(page.images), in_foot)


def _place(lines: list[Line], before: PageText | None) -> Place:
    if before is None:
        return Place.HEAD
    goes_on = before.in_foot and any(line.text.startswith("-") for line in lines[:1])
    return Place.FOOT if goes_on else Place.MIDDLE


def _printed_once(page: Page) -> Page:
    """Return the page without the copies that some programs print, a hair apart, to make it bold.

    The library's own way takes a time that grows with the square of the letters.
    """
    seen: dict[tuple[str, int, int], list[dict[str, Any]]] = {}
    copies: set[int] = set()
    for char in page.chars:
        text, x, y = char["text"], int(char["x0"]), int(char["top"])
        around = ((text, x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        if any(_is_copy(char, other) for cell in around for other in seen.get(cell, ())):
            copies.add(id(char))
        else:
            seen.setdefault((text, x, y), []).append(char)
    return page.filter(lambda thing: id(thing) not in copies) if copies else page


def _is_copy(char: dict[str, Any], other: dict[str, Any]) -> bool:
    hair: float = _HAIR * char["size"]
    right: float = abs(char["x0"] - other["x0"])
    down: float = abs(char["top"] - other["top"])
    return max(right, down) < hair


def _tables(page: Page) -> list[Table]:
    """Return the ruled tables, from top to bottom."""
    found = [table for table in page.find_tables() if _is_table(table)] if page.edges else []
    return sorted(found, key=lambda table: (table.bbox[1], table.bbox[0]))


def _is_table(table: Table) -> bool:
    rows = table.rows
    return len(rows) >= _FEWEST and len(rows[0].cells) >= _FEWEST


def _rows(table: Table) -> list[str]:
    """Return a line for each row: cells parted by tabs, the lines of a cell by blanks."""
    cells = table.extract(x_tolerance_ratio=_GAP)
    return ["\t".join(" ".join(_readable(cell or "").split()) for cell in row) for row in cells]


def _words(page: Page, tables: list[Table]) -> list[Word]:
    boxes = [table.bbox for table in tables]

    def is_outside(thing: dict[str, Any]) -> bool:
        if thing["object_type"] != "char":
            return False
        x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
        return not any(x0 <= x < x1 and top <= y < bottom for x0, top, x1, bottom in boxes)

    words = page.filter(is_outside).extract_words(x_tolerance_ratio=_GAP)
    return [
        Word(word["x0"], word["x1"], word["top"], word["bottom"], _readable(word["text"]))
        for word in words
    ]


def _readable(text: str) -> str:
    """Put U+FFFD where a font gives a control character for a letter that it does not know."""
    return "\n".join(line.translate(_UNREADABLE) for line in text.split("\n"))
