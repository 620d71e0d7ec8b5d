"""Reads task tables: which column holds what, and which rows are parts, headings or tasks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

Cell = tuple[int, int]


class Column(StrEnum):
    """What a column of a task table holds."""

    LABEL = "label"
    WORK = "work"
    LEAD = "lead"
    COOPERATING = "cooperating"
    REMARKS = "remarks"
    BOTH = "both"
    DUE = "due"
    STATUS = "status"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Row:
    """A row that gives work: its path in the table and the cells that matter."""

    path: str
    work: Cell
    cells: Mapping[Column, Cell]

    def cell(self, column: Column) -> Cell | None:
        """Return the cell of a column, None when the table has none or it is empty."""
        return self.cells.get(column)


_COLUMNS: Final = (
    (Column.LABEL, re.compile(r"(?:stt|tt|số tt|số thứ tự|#|số|mục)\.?$")),
    (Column.WORK, re.compile(r"(?:tên )?(?:nội dung|nhiệm vụ|công việc|hoạt động)")),
    (Column.BOTH, re.compile(r".*chủ trì.*phối hợp|.*phối hợp.*chủ trì|phân công|(?:đơn vị|cơ quan) thực hiện ?[,/] ?phối hợp")),
    (Column.REMARKS, re.compile(r"ghi chú.*phối hợp|.*phối hợp.*ghi chú")),
    (Column.COOPERATING, re.compile(r".*phối hợp")),
    (Column.LEAD, re.compile(r".*(?:chủ trì|thực hiện$|chịu trách nhiệm|tham mưu|phụ trách|đầu mối|chuẩn bị|chủ quản)|(?:cơ quan|đơn vị|bộ phận|người|phòng|ban)(?: thực hiện| soạn thảo| trình)?$")),
    (Column.STATUS, re.compile(r"tiến độ(?: công việc| thực hiện)?$|tình trạng|trạng thái|kết quả thực hiện|tình hình thực hiện|mức độ hoàn thành")),
    (Column.DUE, re.compile(r".*(?:thời gian|thời hạn|hoàn thành|hạn |deadline|thời điểm|ngày )|hạn$")),
    (Column.WORK, re.compile(r".*(?:nội dung|nhiệm vụ|công việc|hoạt động|đề án|việc)|tên (?:văn bản|kế hoạch|chương trình)")),
)  # fmt: skip
_LONGEST: Final = 60
"""The name of a column is no longer."""
_NOT_LEAD: Final = re.compile(
    r"(?:thời gian|tiến độ|kinh phí|kết quả|cách|giải pháp|ngày|thời hạn)"
)
_LABEL: Final = re.compile(
    r"[-+*]?\(?(?P<label>[IVXL]{1,6}|[A-Z]|[a-zđ]|\d{1,3}(?:\.\d{1,3}){0,3})[.)]?$"
)
_PART: Final = re.compile(r"[IVXL]{1,6}$|[A-Z]$")


def columns_of(text: str, cells: Sequence[Cell | None]) -> tuple[Column, ...] | None:
    """Return what the columns hold when a row is the head of a task table, else None."""
    if len(cells) < 2 or max((c[1] - c[0] for c in cells if c), default=0) > _LONGEST:
        return None
    names = [" ".join(text[c[0] : c[1]].lower().strip(" .:*").split()) if c else "" for c in cells]
    columns = [_column(name) for name in names]
    if Column.WORK not in columns:
        return None
    first = columns.index(Column.WORK)
    columns = [
        Column.OTHER if column is Column.WORK and i != first else column
        for i, column in enumerate(columns)
    ]
    useful = {Column.LEAD, Column.COOPERATING, Column.BOTH, Column.DUE, Column.STATUS}
    return tuple(columns) if useful.intersection(columns) else None


def _column(name: str) -> Column:
    if not name:
        return Column.OTHER
    for column, pattern in _COLUMNS:
        if pattern.match(name) and not (column is Column.LEAD and _NOT_LEAD.match(name)):
            return column
    return Column.OTHER


def rows_of(text: str, rows: Sequence[Sequence[Cell | None]]) -> Iterator[Row]:
    """Yield the rows that give work of a run of table rows, the head first where there is one."""
    columns: tuple[Column, ...] | None = None
    part = prefix = ""
    count = 0
    for cells in rows:
        head = columns_of(text, cells)
        if head and (columns is None or len(head) == len(columns)):
            if columns is None or Column.WORK in head:
                columns = head
            continue
        if columns is None:
            continue
        named = _named(text, columns, cells)
        label = _label(text, named)
        work = named.get(Column.WORK)
        if _is_part(text, named, cells, label):
            part = label or (text[work[0] : work[1]][:20] if work else part)
            prefix, count = (part if label else prefix), 0
            continue
        if work is None:
            continue
        count += 1
        path = ".".join(filter(None, (prefix, label or str(count))))
        if prefix and label.startswith(f"{prefix}."):
            path = label
        yield Row(path, work, MappingProxyType(named))


def _named(
    text: str, columns: Sequence[Column], cells: Sequence[Cell | None]
) -> dict[Column, Cell]:
    named: dict[Column, Cell] = {}
    for column, cell in zip(columns, cells, strict=False):
        if cell and column is not Column.OTHER and column not in named:
            named[column] = cell
    if Column.LABEL not in columns and cells and cells[0] and _LABEL.match(text, *cells[0]):
        named.setdefault(Column.LABEL, cells[0])
    return named


def _label(text: str, named: dict[Column, Cell]) -> str:
    cell = named.get(Column.LABEL)
    match = _LABEL.fullmatch(text[cell[0] : cell[1]].strip(" *")) if cell else None
    return match["label"] if match else ""


def _is_part(
    text: str, named: dict[Column, Cell], cells: Sequence[Cell | None], label: str
) -> bool:
    """Tell whether a row only heads the rows below: a Roman figure, or nothing but its words."""
    words = {text[cell[0] : cell[1]] for cell in cells if cell}
    others = [name for name in named if name not in {Column.LABEL, Column.WORK}]
    same = len(words) <= (2 if Column.LABEL in named else 1)
    if _PART.fullmatch(label):
        return same or not others
    return same and len(cells) > 2 and (bool(others) or not named.get(Column.WORK) or not label)
