"""Tasks as an Excel workbook: the list as staff keep it, and the four counters by body.

Words are written as words whatever they begin with: nothing that a document says becomes a formula,
a link or a number. The same list gives the same bytes at any time.
"""

import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from api.counters import COUNTED, Counters, counters
from api.labels import document_name, full_day, one_line
from api.task_words import TaskList, due_in_words, steps_in_words
from graph.answer_types import State, TaskRow

Value: TypeAlias = str | int | dt.date | None

_MOST: Final = 32_767
"""How many UTF-16 units a cell holds."""
_HEAD: Final = 3
"""The row of column titles, from zero: above it a title, the day, and a blank row."""
_A4: Final = 9
_LINE: Final = 15.75
_HIGHEST: Final = 409
"""How high a line of a cell is, and a row at most, in points."""
_DENSE: Final = 1.12
"""How many letters stand in one unit of a column's width."""
_FORMULA: Final = ("=", "+", "-", "@")
_FONT: Final = MappingProxyType({"font_name": "Times New Roman", "font_size": 12})
_PLAIN: Final = MappingProxyType({"valign": "top", "text_wrap": True, "border": 1})
_SETTINGS: Final = MappingProxyType(
    {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "dd/mm/yyyy",
    }
)
_FILLS: Final = MappingProxyType(  # pale, so that black words stay easy to read on them
    {
        State.DONE_ON_TIME: "#D5EBDD",
        State.DONE_LATE: "#FBEBC2",
        State.OPEN_IN_TIME: "#DCE9F7",
        State.OPEN_OVERDUE: "#F9D9D2",
    }
)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: the key of its title, how wide it is in letters, and its value of a task."""

    title: str
    wide: int
    value: Callable[[TaskRow, TaskList], Value]
    kind: str = "words"


def _chain(row: TaskRow, tasks: TaskList) -> str:
    return "\n".join(steps_in_words(row.chain, tasks.names, tasks.words))


def _document(row: TaskRow, tasks: TaskList) -> str:
    document = tasks.names.get(row.document)
    return document_name(document) if document else row.document_title


def _due_text(row: TaskRow, tasks: TaskList) -> str:
    """Return what the text says of the days, with what it waits for."""
    printed = row.due_text or due_in_words(replace(row, occurrence=None), tasks.words)
    condition = f"{tasks.words('file.condition')}: {row.condition}" if row.condition else ""
    return "; ".join(one for one in (printed, condition) if one)


_COLUMNS: Final = (
    _Column("sheet.task", 46, lambda row, _: row.text),
    _Column("sheet.document", 20, _document),
    _Column("file.path", 8, lambda row, _: row.path),
    _Column("column.lead", 18, lambda row, _: "; ".join(row.lead)),
    _Column("column.cooperating", 20, lambda row, _: "; ".join(row.cooperating)),
    _Column("sheet.from", 11, lambda row, _: row.due[0] if row.due else None, "day"),
    _Column(
        "sheet.until", 11, lambda row, _: row.occurrence or (row.due[1] if row.due else None), "day"
    ),
    _Column("sheet.due_text", 16, _due_text),
    _Column("column.state", 12, lambda row, t: t.words.known(f"state.{row.state}"), "state"),
    _Column("file.status", 14, lambda row, _: row.status),
    _Column("file.chain", 40, _chain),
    _Column("sheet.key", 30, lambda row, _: row.task),
)


def spreadsheet_file(tasks: TaskList) -> bytes:
    """Return the workbook: a sheet of the tasks, and one of the four counters by lead body."""
    written = io.BytesIO()
    with Workbook(written, dict(_SETTINGS)) as book:
        book.set_properties({"title": _kept(tasks.title), "created": _midnight(tasks.as_of)})
        book.set_size(2400, 1600)
        styles = _Styles(book, {})
        _write_tasks(book.add_worksheet(tasks.words("sheet.tasks")), tasks, styles)
        _write_counters(book.add_worksheet(tasks.words("sheet.counters")), tasks, styles)
    return written.getvalue()


@dataclass(frozen=True, slots=True)
class _Styles:
    """The formats of a workbook, each made once."""

    book: Workbook
    made: dict[tuple[tuple[str, Any], ...], Format]

    def __call__(self, **properties: object) -> Format:
        key = tuple(sorted(({**_FONT, **properties}).items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(dict(key))
        return self.made[key]


def _write_tasks(sheet: Worksheet, tasks: TaskList, styles: _Styles) -> None:
    words = tasks.words
    columns = [_narrowed(column, tasks) for column in _COLUMNS]
    titles = [words("sheet.number"), *(words(column.title) for column in columns)]
    _begin(sheet, titles, tasks, styles)
    for number, row in enumerate(tasks.rows, 1):
        line = _HEAD + number
        sheet.write_number(line, 0, number, styles(**_PLAIN, align="center"))
        values = [column.value(row, tasks) for column in columns]
        sheet.set_row(line, _height(values, columns))
        for place, (column, value) in enumerate(zip(columns, values, strict=True), 1):
            style: dict[str, Any] = dict(_PLAIN)
            if column.kind == "state" and row.state in _FILLS:
                style["bg_color"] = _FILLS[State(row.state)]
            _write(sheet, (line, place), value, style, styles)
    sheet.set_column(0, 0, 6)
    for place, column in enumerate(columns, 1):
        sheet.set_column(place, place, column.wide)
    last = _HEAD + max(len(tasks.rows), 1)
    sheet.autofilter(_HEAD, 0, last, len(_COLUMNS))
    sheet.freeze_panes(_HEAD + 1, 2)
    sheet.print_area(0, 0, last, len(_COLUMNS) - 1)  # without the keys, which are for programs
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _narrowed(column: _Column, tasks: TaskList) -> _Column:
    """Make room for the others where a column of ways to a directive has none."""
    if column.value is _chain and not any(row.chain for row in tasks.rows):
        return replace(column, wide=len(tasks.words(column.title)))
    return column


def _height(values: Sequence[Value], columns: Sequence[_Column]) -> float:
    """Return a row's height in points: not every program makes rows fit what is in them."""
    lines = 1
    for value, column in zip(values, columns, strict=True):
        if isinstance(value, str):
            wrapped = (
                max(1, len(wrap(part, round(column.wide * _DENSE))))
                for part in _kept(value).split("\n")
            )
            lines = max(lines, sum(wrapped))
    return min(lines * _LINE + 3, _HIGHEST)


def _write_counters(sheet: Worksheet, tasks: TaskList, styles: _Styles) -> None:
    words = tasks.words
    keys = ("number", "body", *COUNTED, "others", "total")
    _begin(sheet, [words(f"sheet.{key}") for key in keys], tasks, styles)
    bodies, whole = counters(tasks.rows)
    line = _HEAD
    for number, body in enumerate(bodies, 1):
        line += 1
        sheet.write_number(line, 0, number, styles(**_PLAIN, align="center"))
        _write_counts(sheet, line, body.body or words("sheet.nobody"), body, styles)
    sheet.autofilter(_HEAD, 0, max(line, _HEAD + 1), len(keys) - 1)
    line = max(line, _HEAD + 1) + 1
    sheet.write_blank(line, 0, None, styles(**_PLAIN))
    _write_counts(sheet, line, words("sheet.total"), whole, styles, bold=True)
    sheet.merge_range(line + 2, 0, line + 2, len(keys) - 1, "")
    note = styles(italic=True, text_wrap=True, valign="top")
    sheet.write_string(line + 2, 0, words("sheet.counted"), note)
    sheet.set_row(line + 2, 36)
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, 48)
    sheet.set_column(2, len(keys) - 1, 16)
    sheet.freeze_panes(_HEAD + 1, 2)


def _write_counts(  # noqa: PLR0913  (where, of whom, how many, how it looks)
    sheet: Worksheet,
    line: int,
    name: str,
    counted: Counters,
    styles: _Styles,
    *,
    bold: bool = False,
) -> None:
    _write(sheet, (line, 1), name, {**_PLAIN, "bold": bold}, styles)
    numbers = (*counted.counts, counted.others, counted.total)
    fills = (*(_FILLS[state] for state in COUNTED), None, None)
    for place, (number, fill) in enumerate(zip(numbers, fills, strict=True), 2):
        style: dict[str, Any] = {**_PLAIN, "align": "center", "bold": bold}
        if fill and number:
            style["bg_color"] = fill
        _write(sheet, (line, place), number, style, styles)


def _begin(sheet: Worksheet, titles: list[str], tasks: TaskList, styles: _Styles) -> None:
    """Write the title, the day and the titles of columns, and say how the sheet is printed."""
    words = tasks.words
    sheet.write_string(0, 0, _kept(tasks.title), styles(bold=True, font_size=16))
    sheet.set_row(0, 24)
    sheet.write_string(1, 0, _counted(tasks), styles(italic=True))
    head = styles(
        **{**_PLAIN, "valign": "vcenter"},
        bold=True,
        align="center",
        bg_color="#1F3864",
        font_color="#FFFFFF",
    )
    for place, title in enumerate(titles):
        sheet.write_string(_HEAD, place, title, head)
    sheet.set_row(_HEAD, 40)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
    sheet.set_footer(f"&C{words('sheet.page', page='&P', pages='&N')}")


def _counted(tasks: TaskList) -> str:
    words, count = tasks.words, len(tasks.rows)
    shown = "" if count == tasks.total else words("footer.shown", count=count)
    day = words("footer.as_of", day=full_day(tasks.as_of))
    return f"{words('footer.total', total=tasks.total)}{shown}; {day}"


def _write(
    sheet: Worksheet, cell: tuple[int, int], value: Value, style: dict[str, Any], styles: _Styles
) -> None:
    """Write a value as what it is; words never as anything else."""
    if isinstance(value, dt.date):
        style |= {"num_format": "dd/mm/yyyy", "align": "center"}
        sheet.write_datetime(*cell, _midnight(value), styles(**style))
    elif isinstance(value, int):
        sheet.write_number(*cell, value, styles(**style))
    elif value:
        text = _kept(value)
        if text.startswith(_FORMULA):  # so that it stays words when somebody edits the cell
            style["quote_prefix"] = True
        sheet.write_string(*cell, text, styles(**style))
    else:
        sheet.write_blank(*cell, None, styles(**style))


def _kept(text: str) -> str:
    """Return words as a cell takes them: no control characters, and no more than it holds."""
    clean = "\n".join(map(one_line, text.split("\n")))
    units = clean.encode("utf-16-le")
    if len(units) <= 2 * _MOST:
        return clean
    return f"{units[: 2 * (_MOST - 1)].decode('utf-16-le', 'ignore')}…"


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())  # a spreadsheet knows no zones
