"""The cells of tables that lost their shape: which lines make one, and what each holds."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from loaders.date_forms import RULES as DATES
from loaders.letters import LOWER
from loaders.lines import Line
from loaders.names import BODY_START, name_end
from loaders.reading import plain_tones
from loaders.recurrences import EVERY
from loaders.tables import STATUS, Column

Cell = tuple[Line, ...]
"""The lines of one cell."""
Cells = tuple[Cell, ...]
"""A row."""

_WHEN: Final = re.compile(
    r"(?:khi |sau khi|thường xuyên|h[àằ]ng |định kỳ|trước |trong |chậm nhất|từ )", re.IGNORECASE
)
_LOWER: Final = re.compile(rf"[{LOWER}(,;)]")
_LEFT_OPEN: Final = re.compile(
    r"(?:[-–/,]|(?:^| )(?:của|và|về|số|ngày|các|với|theo|tại))$", re.IGNORECASE
)
_DATE_OPEN: Final = re.compile(
    r"(?:^| )(?:giai đoạn|nhiệm kỳ|khóa|khoá|(?<!hàng )(?<!hằng )(?<!mỗi )(?:tháng|năm|quý))$",
    re.IGNORECASE,
)
_DASHED: Final = re.compile(rf"- [{LOWER}]")
"""What may go on after a line that has not ended: `kinh tế` `- xã hội`; no body begins so."""
_FIGURE: Final = re.compile(r"[\dIVX]")
"""What goes on after a line that ends before the figures of a time."""
_BETWEEN: Final = re.compile(r" ?; ?(?:và )?")
_LONGEST_WHEN: Final = 45
"""A cell that only says when is no longer."""


def grouped(lines: Sequence[Line]) -> list[Cell]:
    """Put the lines of one cell together: one that goes on small, or after a line left open."""
    cells: list[Cell] = []
    for line in lines:
        if cells and _goes_on(cells[-1][-1].text, line.text):
            cells[-1] = (*cells[-1], line)
        else:
            cells.append((line,))
    return cells


def _goes_on(before: str, text: str) -> bool:
    if _LOWER.match(text) or _LEFT_OPEN.search(before):
        return True
    if _DASHED.match(text) and not before.endswith((".", ":", ";")):
        return text.startswith("- xã hội") or BODY_START.match(plain_tones(text[2:])) is None
    return _FIGURE.match(text) is not None and _DATE_OPEN.search(before) is not None


def words_of_cell(cell: Cell) -> str:
    """Return the words of a cell in one line."""
    return " ".join(line.text for line in cell)


def shared_out(lines: Sequence[Line], columns: Sequence[Column]) -> Iterator[Cell]:
    """Share the lines of a row out to its columns."""
    cells = grouped(lines)
    if len(cells) == len(columns):
        yield from cells
        return
    named: dict[Column, Cell] = {}
    for column, test in ((Column.STATUS, _is_status), (Column.DUE, _tells_when)):
        if column in columns and len(cells) > 1 and test(cells[-1]):
            named[column] = cells.pop()
    body = next((i for i, cell in enumerate(cells) if i and _begins_body(cell)), len(cells))
    named[Column.WORK] = joined(cells[:body])
    rest = cells[body:]
    if rest:
        named[Column.LEAD] = rest[0]
    if len(rest) > 1:
        named[Column.COOPERATING] = joined(rest[1:])
    for column in columns:
        yield named.get(column, ())


def label_apart(line: Line, titled: re.Match[str]) -> tuple[Line, Line]:
    """Return the label of a part, the first group of a match, and the title in the same line."""
    label = line._replace(end=line.start + titled.end(1), text=titled[1])
    cut = titled.end()
    title = line._replace(start=line.start + cut, text=line.text[cut:], gap=0, page=False)
    return label, title


def joined(cells: Sequence[Cell]) -> Cell:
    """Return the lines of several cells as one."""
    return tuple(line for cell in cells for line in cell)


def _is_status(cell: Cell) -> bool:
    return STATUS.match(cell[0].text) is not None


def _tells_when(cell: Cell) -> bool:
    words = words_of_cell(cell)
    return (
        _WHEN.match(words) is not None
        or EVERY.search(words) is not None
        or any(rule.pattern.search(words) for rule in DATES)
    )


def _begins_body(cell: Cell) -> bool:
    return BODY_START.match(plain_tones(cell[0].text)) is not None


def is_when(cell: Cell) -> bool:
    """Tell whether a cell says when and nothing else: `Quý I/2026`, `Hằng quý`, `Trước ngày 20/7`."""
    words = words_of_cell(cell)
    if len(words) > _LONGEST_WHEN or words.endswith((".", ";")):
        return False
    opens = any(rule.pattern.match(words) for rule in DATES)
    return opens or EVERY.match(words) is not None or _WHEN.match(words) is not None


def is_body(cell: Cell) -> bool:
    """Tell whether a cell names a body, or several, and nothing else."""
    words = plain_tones(words_of_cell(cell)).rstrip(" .;")
    return all(
        BODY_START.match(name) is not None and name_end(name, 0, len(name)) == len(name)
        for name in _BETWEEN.split(words)
    )
