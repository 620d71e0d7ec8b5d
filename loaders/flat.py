"""Tables that lost their shape: a cell, or a line of a cell, on each line.

Two forms: cells parted by lines that hold only `|`, and plain text in which the head's names come one
a line and each row begins with its number.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from loaders.date_forms import RULES as DATES
from loaders.head_lines import TYPE_LINE
from loaders.letters import LOWER
from loaders.lines import Line
from loaders.names import BODY_START
from loaders.reading import plain_tones
from loaders.recurrences import EVERY
from loaders.tables import Column, columns_of

Cells = tuple[tuple[Line, ...], ...]
Stretch = tuple[int, int, tuple[Cells, ...]]

_PIPE: Final = "|"
_LABEL: Final = re.compile(r"[*_]*(?:[IVXL]{1,6}|\d{1,3}(?:\.\d{1,2})*)[.)]?[*_]*")
_NUMBER: Final = re.compile(r"(?P<n>\d{1,3})[.)]?")
_ROMAN: Final = re.compile(r"[IVX]{1,5}[.)]?")
_FIRST: Final = re.compile(r"(?:stt|tt|số tt)\.?", re.IGNORECASE)
_SHORT: Final = len("Số TT.")
_STATUS: Final = re.compile(
    r"(?:đang|đã|chưa|hoàn thành|thực hiện thường xuyên|chậm|xong|đúng hạn|quá hạn)\b",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    r"(?:khi |sau khi|thường xuyên|h[àằ]ng |định kỳ|trước |trong |chậm nhất|từ )", re.IGNORECASE
)
_LOWER: Final = re.compile(rf"[{LOWER}(,;)]")
_LEFT_OPEN: Final = re.compile(r"(?:[-/,]| (?:của|và|về|số|ngày|các|với))$")
_CLOSING: Final = re.compile(r"(?:Trên đây|Nơi nhận|T/M|TM\.|K/T|KT\.|PHỤ LỤC)")


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
            names = _head(lines, i)
            if names:
                after, rows = _plain(lines, i, names)
                yield i, after, rows


def _piped(lines: Sequence[Line], start: int) -> tuple[int, tuple[Cells, ...]]:
    """Read rows `|` cell `|` cell `|`; a second `|` ends a row that is full, or before a number."""
    rows: list[Cells] = []
    row: list[tuple[Line, ...]] = []
    cell: list[Line] = []
    width = 0
    i = start + 1
    while i < len(lines):
        line = lines[i]
        if line.text != _PIPE:
            if line.gap > 1 and not cell and not row:
                break
            cell.append(line)
            i += 1
            continue
        row.append(tuple(cell))
        cell = []
        following = lines[i + 1] if i + 1 < len(lines) else None
        if following is None or following.gap > 0 or _outside(following):
            i += 1
            break
        if following.text == _PIPE and _ends(row, width, lines, i):
            rows.append(tuple(row))
            width = max(width, len(row))
            row = []
            i += 1
        i += 1
    if row:
        rows.append(tuple(row))
    return i, tuple(rows)


def _outside(line: Line) -> bool:
    """Tell whether a line cannot be in a table: only marks, the document's type, or an annex."""
    bare = line.text.strip("*_ #")
    return not bare or TYPE_LINE.fullmatch(bare) is not None or bare.startswith("PHỤ LỤC")


def _ends(row: Sequence[tuple[Line, ...]], width: int, lines: Sequence[Line], i: int) -> bool:
    if not width or len(row) >= width:
        return True
    after = lines[i + 2] if i + 2 < len(lines) else None
    return after is not None and len(row) > 1 and _LABEL.fullmatch(after.text) is not None


def _head(lines: Sequence[Line], start: int) -> tuple[Column, ...]:
    """Return the columns of a head whose names stand one a line, or nothing."""
    for count in range(min(9, len(lines) - start), 3, -1):
        names = lines[start : start + count]
        if any(len(line.text) > 40 for line in names) or _NUMBER.fullmatch(names[-1].text):
            continue
        text = "\n".join(line.text for line in names)
        cells: list[tuple[int, int]] = []
        at = 0
        for line in names:
            cells.append((at, at + len(line.text)))
            at += len(line.text) + 1
        columns = columns_of(text, cells)
        if columns and Column.OTHER not in columns[1:3] and _starts_row(lines, start + count):
            return columns
    return ()


def _starts_row(lines: Sequence[Line], i: int) -> bool:
    return i < len(lines) and (lines[i].text.rstrip(".)") in {"1", "01", "I", "A"})


def _plain(
    lines: Sequence[Line], start: int, columns: tuple[Column, ...]
) -> tuple[int, tuple[Cells, ...]]:
    head = tuple((line,) for line in lines[start : start + len(columns)])
    rows: list[Cells] = [head]
    i = start + len(columns)
    while i < len(lines) and not _CLOSING.match(lines[i].text):
        label = lines[i]
        number = _NUMBER.fullmatch(label.text)
        if number is None and not _ROMAN.fullmatch(label.text):
            break
        expected = int(number["n"]) + 1 if number else 1
        after = i + 1
        while after < len(lines) and not (
            _is_label(lines[after], expected) or _CLOSING.match(lines[after].text)
        ):
            after += 1
        content = lines[i + 1 : after]
        rows.append(
            ((label,), *_cells(content, columns[1:])) if number else ((label,), tuple(content))
        )
        i = after
    return i, tuple(rows)


def _is_label(line: Line, expected: int) -> bool:
    number = _NUMBER.fullmatch(line.text)
    if number:
        return int(number["n"]) == expected
    return _ROMAN.fullmatch(line.text) is not None


def _cells(lines: Sequence[Line], columns: Sequence[Column]) -> Iterator[tuple[Line, ...]]:
    """Share the lines of a row out to its columns."""
    cells = _grouped(lines)
    if len(cells) == len(columns):
        yield from cells
        return
    named: dict[Column, tuple[Line, ...]] = {}
    for column, test in ((Column.STATUS, _is_status), (Column.DUE, _is_when)):
        if column in columns and len(cells) > 1 and test(cells[-1]):
            named[column] = cells.pop()
    body = next(
        (i for i, cell in enumerate(cells) if i and BODY_START.match(plain_tones(cell[0].text))),
        len(cells),
    )
    named[Column.WORK] = tuple(line for cell in cells[:body] for line in cell)
    rest = cells[body:]
    if rest:
        named[Column.LEAD] = rest[0]
    if len(rest) > 1:
        named[Column.COOPERATING] = tuple(line for cell in rest[1:] for line in cell)
    for column in columns:
        yield named.get(column, ())


def _grouped(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Put the lines of one cell together: one that goes on small, or after a line left open."""
    cells: list[tuple[Line, ...]] = []
    for line in lines:
        if cells and (_LOWER.match(line.text) or _LEFT_OPEN.search(cells[-1][-1].text)):
            cells[-1] = (*cells[-1], line)
        else:
            cells.append((line,))
    return cells


def _is_status(cell: tuple[Line, ...]) -> bool:
    return _STATUS.match(cell[0].text) is not None


def _is_when(cell: tuple[Line, ...]) -> bool:
    words = " ".join(line.text for line in cell)
    return (
        _WHEN.match(words) is not None
        or EVERY.search(words) is not None
        or any(rule.pattern.search(words) for rule in DATES)
    )
