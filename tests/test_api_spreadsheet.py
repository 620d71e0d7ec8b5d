"""Tasks as Excel workbooks: what staff see, and nothing that a program would run."""

import datetime as dt
import io
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from openpyxl import Workbook, load_workbook

from api.counters import Counters, counters
from api.labels import one_line
from api.spreadsheet import spreadsheet_file
from api.task_words import TaskList, task_list
from api.words import Words
from graph.answer_types import CountRow, State, TaskRow
from graph.questions import Counts, Due, Tasks
from graph.store import Store
from tests.task_files import DAY, HOSTILE, listed, task_lists

HEAD = 4
"""The row of column titles, as Excel counts."""


def opened(tasks: TaskList) -> Workbook:
    return load_workbook(io.BytesIO(spreadsheet_file(tasks)))


def table(book: Workbook, sheet: int = 0) -> list[dict[str, Any]]:
    """Return the rows of a sheet by the titles of their columns."""
    titles, *rows = book.worksheets[sheet].iter_rows(min_row=HEAD, values_only=True)
    return [dict(zip(map(str, titles), row, strict=True)) for row in rows]


def test_the_list_has_the_columns_and_rows_that_staff_keep(everything: TaskList) -> None:
    book = opened(everything)
    assert book.sheetnames == ["Nhiệm vụ", "Tổng hợp"]
    rows = table(book)
    assert list(rows[0]) == [
        *("STT", "Nội dung nhiệm vụ", "Văn bản giao", "Mục", "Chủ trì", "Phối hợp", "Từ ngày"),
        *("Thời hạn", "Thời hạn ghi trong văn bản", "Trạng thái", "Tiến độ ghi trong văn bản"),
        *("Căn cứ, chuỗi", "Khóa nhiệm vụ"),
    ]
    assert len(rows) == len(everything.rows) > 150
    for number, (row, told) in enumerate(zip(everything.rows, rows, strict=True), 1):
        assert told["STT"] == number
        assert told["Nội dung nhiệm vụ"] == row.text
        assert told["Khóa nhiệm vụ"] == row.task
        assert told["Chủ trì"] == ("; ".join(row.lead) or None)
        for title, end in (("Từ ngày", 0), ("Thời hạn", 1)):
            day = row.due[end] if row.due else None
            assert told[title] == (dt.datetime.combine(day, dt.time()) if day else None)
    assert rows[0]["Văn bản giao"] == "Chương trình 04-CTr/ĐU (29/8/2025)"
    assert rows[0]["Trạng thái"] == "quá hạn"
    sheet = book.worksheets[0]
    assert sheet["A1"].value == "Nhiệm vụ của tỉnh"
    assert sheet["A2"].value == f"Tổng số: {len(rows)}; tính đến 15/04/2026"
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref == f"A{HEAD}:M{HEAD + len(rows)}"
    assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
    assert {sheet.cell(row, 8).number_format for row in range(HEAD + 1, HEAD + 9)} >= {"dd/mm/yyyy"}
    assert sheet.cell(HEAD + 1, 2).alignment.wrap_text
    assert sheet.column_dimensions["B"].width > 40


def test_the_way_to_a_directive_is_told_step_by_step(sampled: Store) -> None:
    asked = Tasks(as_of=DAY, limit=None, implements=("tw/05-CT-TW/2016-05-15",))
    tasks = task_list(sampled.ask(asked), sampled, title="x", as_of=DAY, words=Words())
    told = [str(row["Căn cứ, chuỗi"]).split("\n") for row in table(opened(tasks))]
    assert [len(steps) for steps in told] == [len(row.chain) for row in tasks.rows]
    assert told[0][-1].startswith("← ")
    assert all("Chỉ thị 05-CT/TW (15/5/2016)" in steps[-1] for steps in told)


def test_a_deadline_of_what_comes_round_is_its_day(sampled: Store) -> None:
    asked = Due(as_of=DAY, limit=None, start=DAY, end=dt.date(2026, 5, 15))
    answer = sampled.ask(asked)
    tasks = task_list(answer, sampled, title="x", as_of=DAY, words=Words())
    days = [row["Thời hạn"].date() for row in table(opened(tasks))]
    assert days == [row.occurrence for row in tasks.rows]


def test_a_page_says_that_it_is_one(everything: TaskList) -> None:
    page = replace(everything, rows=everything.rows[:5])
    sheet = opened(page).worksheets[0]
    assert sheet["A2"].value == f"Tổng số: {everything.total}, hiện 5; tính đến 15/04/2026"


def test_the_four_counters_are_those_of_the_store(everything: TaskList, sampled: Store) -> None:
    answer = sampled.ask(Counts(as_of=DAY))
    kept = {row.name: row.count for row in answer.rows if isinstance(row, CountRow)}
    *bodies, whole = [
        row for row in table(opened(everything), 1) if isinstance(row["Tổng số"], int)
    ]
    assert whole["Cơ quan, đơn vị chủ trì"] == "Tổng số"
    assert whole["Tổng số"] == len(everything.rows)
    titles = {
        "Hoàn thành đúng hạn": State.DONE_ON_TIME,
        "Hoàn thành trễ hạn": State.DONE_LATE,
        "Đang thực hiện, trong hạn": State.OPEN_IN_TIME,
        "Đang thực hiện, quá hạn": State.OPEN_OVERDUE,
    }
    for title, state in titles.items():
        assert whole[title] == kept[f"state:{state}"]
        assert sum(body[title] for body in bodies) >= whole[title]
    names = {name for row in everything.rows for name in row.lead} | {"(chưa rõ chủ trì)"}
    assert {body["Cơ quan, đơn vị chủ trì"] for body in bodies} == names


def test_counters_count_each_task_once_for_each_body() -> None:
    one = listed_row("1", State.OPEN_OVERDUE, ("A", "B", "A"))
    two = listed_row("2", State.DONE_LATE, ("B",))
    three = listed_row("3", State.WAITING, ())
    bodies, whole = counters([one, one, two, three])
    assert bodies == (
        Counters("B", (0, 1, 0, 1), 0),
        Counters("A", (0, 0, 0, 1), 0),
        Counters(None, (0, 0, 0, 0), 1),
    )
    assert whole == Counters(None, (0, 1, 0, 1), 1)
    assert [body.total for body in (*bodies, whole)] == [2, 1, 1, 3]


def listed_row(path: str, state: State, lead: tuple[str, ...]) -> TaskRow:
    key = f"x#{path}"
    return TaskRow(key, "t", "x", "x", path, "task", 0, 1, state, lead)


def test_no_rows_are_still_a_workbook() -> None:
    book = opened(listed())
    assert book.worksheets[0]["A2"].value == "Tổng số: 0; tính đến 15/04/2026"
    assert book.worksheets[0].auto_filter.ref == "A4:M5"


def test_the_bytes_depend_on_the_list_alone(everything: TaskList) -> None:
    assert spreadsheet_file(everything) == spreadsheet_file(everything)


def test_words_that_look_like_a_formula_stay_words_when_the_cell_is_edited() -> None:
    rows = [replace(listed_row(str(n), State.UNDATED, ()), text=t) for n, t in enumerate(HOSTILE)]
    sheet = opened(listed(*rows)).worksheets[0]
    for line, text in enumerate(HOSTILE, HEAD + 1):
        cell = sheet.cell(line, 2)
        assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


@settings(deadline=None)
@given(task_lists())
def test_any_words_stay_words(tasks: TaskList) -> None:
    written = spreadsheet_file(tasks)
    with zipfile.ZipFile(io.BytesIO(written)) as parts:
        trees = {n: ET.fromstring(parts.read(n)) for n in parts.namelist()}  # noqa: S314  (our own)
    for tree in trees.values():
        names = {node.tag.rpartition("}")[2] for node in tree.iter()}
        assert names.isdisjoint({"f", "hyperlink", "externalLink", "ddeLink"})
    rows = table(load_workbook(io.BytesIO(written)))
    for row, told in zip(tasks.rows, rows, strict=False):
        shown = str(told["Nội dung nhiệm vụ"] or "")
        assert shown == "\n".join(map(one_line, row.text.split("\n")))
