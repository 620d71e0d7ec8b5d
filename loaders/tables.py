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
    DAY = "day"
    STATUS = "status"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Row:
    """A row that gives work: its path in the table and the cells that matter.

    `over` is the title of its part where that tells when the work is done.
    """

    path: str
    work: Cell
    cells: Mapping[Column, Cell]
    over: Cell | None = None

    def cell(self, column: Column) -> Cell | None:
        """Return the cell of a column, None when the table has none or it is empty."""
        return self.cells.get(column)


_WHO: Final = r"(?:cơ quan|cq|đơn vị|đv|bộ phận|phòng|ban|cán bộ|cb|công chức|chuyên viên|người|cá nhân|đồng chí|đ/c|lãnh đạo)"
_COLUMNS: Final = (
    (Column.LABEL, re.compile(r"(?:s\.? ?t\.? ?t|t\.? ?t|số tt|số thứ tự|#|số|mục)\.?$")),
    (Column.WORK, re.compile(r"(?:tên )?(?:các )?(?:nội dung|nhiệm vụ|công việc|hoạt động|đầu việc)|tên (?:dự án|đề án|chương trình)[, ].*nhiệm vụ")),
    (Column.BOTH, re.compile(r".*chủ trì.*phối hợp|.*phối hợp.*chủ trì|phân công|(?:đơn vị|cơ quan) thực hiện ?[,/] ?phối hợp")),
    (Column.REMARKS, re.compile(r"ghi chú.*phối hợp|.*phối hợp.*ghi chú")),
    (Column.COOPERATING, re.compile(r".*phối hợp")),
    (Column.LEAD, re.compile(rf".*(?:chủ trì|thực hiện$|chịu trách nhiệm|tham mưu|phụ trách|đầu mối|chuẩn bị|chủ quản)|{_WHO}(?: ?[,/] ?{_WHO})*(?: thực hiện| soạn thảo| trình| xây dựng| chuyên môn)?$"
                             rf"|(?:{_WHO} )?được (?:giao|phân công)(?: nhiệm vụ)?$|giao cho$|trách nhiệm(?: thực hiện)?$")),
    (Column.STATUS, re.compile(r"tiến độ(?: công việc| thực hiện)?$|tình trạng|trạng thái|kết quả thực hiện|tình hình thực hiện|mức độ hoàn thành")),
    (Column.DUE, re.compile(r".*(?:thời gian|thời hạn|kỳ hạn|lộ trình|hạn |deadline|thời điểm|ngày )|hạn$|(?:dự kiến )?(?:tháng|quý|năm) (?:thực hiện|hoàn thành|trình|ban hành|tổ chức)|(?!sản phẩm|kết quả|t[ỷỉ] lệ|khối lượng|số ).*hoàn thành")),
    (Column.WORK, re.compile(r".*(?:nội dung|nhiệm vụ|công việc|hoạt động|đề án|việc)|tên (?:văn bản|kế hoạch|chương trình)|(?:tên )?(?:giải pháp|chuyên đề|chỉ tiêu)")),
)  # fmt: skip
_DAY: Final = re.compile(r"(?:thứ[ ,/-]*)?ngày(?:[ ,/-]*(?:tháng|thứ))*")
_HOURS: Final = frozenset({"thời gian"})
"""What stands over the hours in a calendar."""
_PLAINLY_WORK: Final = next(pattern for column, pattern in _COLUMNS if column is Column.WORK)
"""Such a name wins over one that only speaks of work: `Nhóm nhiệm vụ`, `Văn bản giao nhiệm vụ`."""
_OTHER: Final = Column.OTHER
_NAMES: Final = frozenset({Column.LABEL, Column.WORK})
_USEFUL: Final = frozenset(
    {Column.LEAD, Column.COOPERATING, Column.BOTH, Column.DUE, Column.STATUS}
)
_WORKING: Final = re.compile(
    r"nội dung|nhiệm vụ|việc|hoạt động|đề án|tên (?:văn bản|kế hoạch|chương trình)|giải pháp|chuyên đề|chỉ tiêu"
)
"""No row without them is the head of a task table."""
_LONGEST: Final = 60
"""The name of a column is no longer."""
_NOT_LEAD: Final = re.compile(
    r"(?:thời|tiến độ|lộ trình|mốc|dự kiến|ngày|tháng|quý|năm|kinh phí|nguồn|kết quả|tình|mức độ|cách|giải pháp|biện pháp|hình thức|phương|quy trình|địa điểm|điều kiện)"
)
STATUS: Final = re.compile(
    r"(?:đang|đã|chưa|hoàn thành|thực hiện thường xuyên|chậm|xong|đúng hạn|quá hạn)\b",
    re.IGNORECASE,
)
"""How the words begin that tell how far work has come."""
_WHEN: Final = re.compile(
    r"[*_]*(?i:tháng \d{1,2}(?: ?(?:[-–,]|và|đến) ?(?:tháng )?\d{1,2}){0,3}|quý (?:IV|I{1,3}|[1-4])(?: ?[-–,] ?(?:IV|I{1,3}))?)"
    r"(?:/\d{4}| năm \d{4})?[.:*_]*"
)
"""The title of a part that tells when its work is done: `THÁNG 10 - 11`."""
_REMARKS: Final = "ghi chú"
_REMARK: Final = re.compile(r"(?:thường xuyên|mới)[ .]*$", re.IGNORECASE)
"""What else a column of remarks says of it."""
_LOOKED_AT: Final = 100
"""So many rows tell what a column of remarks holds."""
_ASIDE: Final = re.compile(r" ?\([^()]*\)$")
"""What a name says of itself: `Tiến độ (nếu có)`."""
LABEL: Final = re.compile(
    r"[-+*]?\(?(?P<label>[IVXL]{1,6}|[A-Z]|[a-zđ]|\d{1,3}(?:\.\d{1,3}){0,3})[.)]?$"
)
_PART: Final = re.compile(r"[IVXL]{1,6}$|[A-Z]$")
_LETTERS: Final = frozenset("ABCDEFGH")


def columns_of(text: str, cells: Sequence[Cell | None]) -> tuple[Column, ...] | None:
    """Return what the columns hold when a row is the head of a task table, else None."""
    if (
        len(cells) < 2
        or _is_counted(text, cells[0])
        or any(c and c[1] - c[0] > _LONGEST for c in cells)
    ):
        return None
    names = _names(text, cells)
    if not any(_WORKING.search(name) for name in names):
        return None
    columns = [_column(name) for name in names]
    if Column.WORK not in columns:
        return None
    works = [i for i, column in enumerate(columns) if column is Column.WORK]
    first = next((i for i in works if _PLAINLY_WORK.match(names[i])), works[0])
    columns = [
        Column.OTHER if column is Column.WORK and i != first else column
        for i, column in enumerate(columns)
    ]
    return tuple(columns) if _USEFUL.intersection(columns) else None


def _is_counted(text: str, cell: Cell | None) -> bool:
    """Tell whether a row begins with a number, as no head does."""
    return cell is not None and text[cell[0] : cell[1]].strip(" .)").isdecimal()


def _names(text: str, cells: Sequence[Cell | None]) -> list[str]:
    return [" ".join(text[c[0] : c[1]].lower().strip(" .:*").split()) if c else "" for c in cells]


def _of_calendar(
    text: str, cells: Sequence[Cell | None], columns: tuple[Column, ...]
) -> tuple[Column, ...]:
    """Return what the columns of a calendar hold, whose hours are no time to be done by.

    Any other table keeps its columns: beside a deadline a day is that of a document or a meeting.
    """
    names = _names(text, cells)
    when = {name for name, column in zip(names, columns, strict=True) if column is Column.DUE}
    if not any(map(_DAY.fullmatch, names)) or not when <= _HOURS:
        return columns
    found = [
        Column.DAY if _DAY.fullmatch(name) else _OTHER if column is Column.DUE else column
        for name, column in zip(names, columns, strict=True)
    ]
    if Column.COOPERATING not in found:
        found = [
            Column.COOPERATING if column is _OTHER and name.startswith("thành phần") else column
            for name, column in zip(names, found, strict=True)
        ]
    return tuple(found)


def _of_remarks(
    text: str,
    cells: Sequence[Cell | None],
    columns: tuple[Column, ...],
    rows: Sequence[Sequence[Cell | None]],
) -> tuple[Column, ...]:
    """Return what the columns hold: remarks are the status where all that `rows` have tell it."""
    names = _names(text, cells)
    if Column.STATUS in columns or _REMARKS not in names:
        return columns
    place = names.index(_REMARKS)
    told = [row[place] for row in rows if len(row) == len(columns)]
    said = [text[cell[0] : cell[1]] for cell in told if cell]
    known = sum(STATUS.match(words) is not None for words in said)
    further = sum(_REMARK.match(words) is not None for words in said)
    only = known > 1 and known + further == len(said)
    found = Column.STATUS if only else Column.REMARKS
    return (*columns[:place], found, *columns[place + 1 :])


def _column(name: str) -> Column:
    if not name:
        return Column.OTHER
    for words in (name, _ASIDE.sub("", name)):
        for column, pattern in _COLUMNS:
            if pattern.match(words) and not (column is Column.LEAD and _NOT_LEAD.match(words)):
                return column
    return Column.OTHER


def rows_of(text: str, rows: Sequence[Sequence[Cell | None]]) -> Iterator[Row]:
    """Yield the rows that give work of a run of table rows, the head first where there is one."""
    columns: tuple[Column, ...] | None = None
    day: Cell | None = None  # of a calendar, which names it once for all that is done on it
    when: Cell | None = None  # of a part, whose title is a month
    part = prefix = ""
    count = 0
    for at, cells in enumerate(rows, 1):
        head = columns_of(text, cells)
        if head and (columns is None or len(head) == len(columns)):
            if columns is None or Column.WORK in head:
                below = rows[at : at + _LOOKED_AT]
                columns = _of_remarks(text, cells, _of_calendar(text, cells, head), below)
                day = None
            continue
        if columns is None:
            continue
        named = _named(text, columns, cells)
        day = named.pop(Column.DAY, day)
        label = _label(text, named)
        work = named.get(Column.WORK)
        if Column.DAY not in columns and _is_part(text, named, cells, label):
            part = label or (text[work[0] : work[1]][:20] if work else part)
            prefix, count = (_below(part, prefix) if label else prefix), 0
            when = work if work and _WHEN.fullmatch(text, *work) else None
            continue
        if work is None:
            continue
        if day:
            named[Column.DUE] = day
        count += 1
        path = ".".join(filter(None, (prefix, label or str(count))))
        if prefix and label.startswith(f"{prefix}."):
            path = label
        yield Row(path, work, MappingProxyType(named), when)


def _below(label: str, prefix: str) -> str:
    """Return the path of a part: one with a Roman figure stands under the last one with a letter."""
    over = prefix[:1]
    return f"{over}.{label}" if over in _LETTERS and label not in _LETTERS else label


def _named(
    text: str, columns: Sequence[Column], cells: Sequence[Cell | None]
) -> dict[Column, Cell]:
    named: dict[Column, Cell] = {}
    for column, cell in zip(columns, cells, strict=False):
        if cell and column is not _OTHER and column not in named:
            named[column] = cell
    if Column.LABEL not in columns and cells and cells[0] and LABEL.match(text, *cells[0]):
        named.setdefault(Column.LABEL, cells[0])
    return named


def _label(text: str, named: dict[Column, Cell]) -> str:
    cell = named.get(Column.LABEL)
    match = LABEL.fullmatch(text[cell[0] : cell[1]].strip(" *")) if cell else None
    return match["label"] if match else ""


def _is_part(
    text: str, named: dict[Column, Cell], cells: Sequence[Cell | None], label: str
) -> bool:
    """Tell whether a row only heads the rows below: a Roman figure, or nothing but its words."""
    words = {text[cell[0] : cell[1]] for cell in cells if cell}
    others = [name for name in named if name not in _NAMES]
    same = len(words) <= (2 if Column.LABEL in named else 1)
    if _PART.fullmatch(label):
        return same or not others
    return same and len(cells) > 2 and (bool(others) or not named.get(Column.WORK) or not label)
