"""Tasks as calendar files: valid, stable, and with nothing of a document taken for an order."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from icalendar import Calendar, Event, Todo

from api.calendar import calendar_file
from api.labels import one_line
from api.task_words import TaskList
from graph.answer_types import State, TaskRow
from graph.questions import Due
from graph.store import Store
from tests.task_files import DAY, listed, task_lists

LINE = 75
"""How many octets a line may have, without its end."""


def read(written: bytes) -> list[Any]:
    """Return the to-dos and events of a calendar that another program could read."""
    assert written.endswith(b"\r\n")
    lines = written.split(b"\r\n")
    assert all(len(line) <= LINE and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode("utf-8")  # no letter is broken in two
    calendar = Calendar.from_ical(written)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    assert not calendar.errors
    for entry in calendar.subcomponents:
        assert not entry.errors
        assert entry["uid"]
        assert "dtstamp" in entry
    uids = [str(entry["uid"]) for entry in calendar.subcomponents]
    assert len(uids) == len(set(uids))
    return list(calendar.subcomponents)


def todos(written: bytes) -> list[Any]:
    return [entry for entry in read(written) if isinstance(entry, Todo)]


def events(written: bytes) -> list[Any]:
    return [entry for entry in read(written) if isinstance(entry, Event)]


def task(**more: Any) -> TaskRow:  # noqa: ANN401  (whatever a task takes)
    told = {"task": "x/1-KH#1", "text": "Báo cáo", "document": "x/1-KH", "document_title": "x"}
    ends = {"path": "1", "kind": "task", "start": 0, "end": 1, "state": State.OPEN_IN_TIME}
    return TaskRow(**{**told, **ends, **more})


def test_every_dated_task_of_the_samples_is_a_to_do_and_an_event(everything: TaskList) -> None:
    dated = [row for row in everything.rows if row.due and row.due[1]]
    assert len(dated) > 50
    written = calendar_file(everything)
    made = [entry for entry in todos(written) if "rrule" not in entry]
    assert [entry["due"].dt for entry in made if "due" in entry] == [
        row.due[1] for row in dated if row.due
    ]
    texts = {one_line(row.text)[:100] for row in dated}
    assert {str(entry["summary"])[:100] for entry in made if "due" in entry} == texts
    deadlines = [entry for entry in events(written) if "rrule" not in entry]
    assert [entry["dtstart"].dt for entry in deadlines] == [row.due[1] for row in dated if row.due]
    assert all(entry["transp"] == "TRANSPARENT" for entry in deadlines)
    assert {entry["status"] for entry in made} == {"COMPLETED", "NEEDS-ACTION"}


def test_what_comes_round_falls_on_the_days_of_due(everything: TaskList, sampled: Store) -> None:
    """The rules of the file have the days that the store gives for the same time."""
    start, end = dt.date(2025, 1, 1), dt.date(2026, 12, 31)
    answer = sampled.ask(Due(as_of=DAY, limit=None, start=start, end=end))
    rows = (row for row in answer.rows if isinstance(row, TaskRow) and row.rrule)
    expected = {(row.task, row.occurrence) for row in rows}
    found = set()
    for entry in events(calendar_file(everything)):
        if "rrule" in entry:
            key = str(entry["description"]).rpartition("Khóa: ")[2]
            begin = dt.datetime.combine(entry["dtstart"].dt, dt.time())
            rule = rrulestr(entry["rrule"].to_ical().decode(), dtstart=begin)
            days = rule.between(
                dt.datetime.combine(start, dt.time()), dt.datetime.combine(end, dt.time()), inc=True
            )
            assert rule[0] == begin
            found |= {(key, day.date()) for day in days}
    assert len(expected) > 100
    assert found == expected


def test_a_rule_ends_with_the_time_of_its_document(everything: TaskList) -> None:
    month = [
        r
        for r in everything.rows
        if r.rrule and r.within == (dt.date(2025, 9, 1), dt.date(2025, 9, 30))
    ]
    assert month
    for entry in todos(calendar_file(replace(everything, rows=tuple(month)))):
        assert entry["rrule"]["UNTIL"] == [dt.date(2025, 9, 30)]
        assert dt.date(2025, 9, 1) <= entry["dtstart"].dt <= dt.date(2025, 9, 30)


@pytest.mark.parametrize(
    ("due", "begin", "end", "deadline"),
    [
        ((None, dt.date(2026, 5, 1)), None, dt.date(2026, 5, 1), True),
        ((dt.date(2026, 4, 1), None), dt.date(2026, 4, 1), None, False),
        (
            (dt.date(2026, 4, 1), dt.date(2026, 5, 1)),
            dt.date(2026, 4, 1),
            dt.date(2026, 5, 1),
            True,
        ),
        ((dt.date(2026, 5, 1), dt.date(2026, 5, 1)), None, dt.date(2026, 5, 1), True),
    ],
)
def test_an_interval_keeps_its_open_ends(
    due: tuple[dt.date | None, dt.date | None],
    begin: dt.date | None,
    end: dt.date | None,
    deadline: bool,  # noqa: FBT001  (a case)
) -> None:
    written = calendar_file(listed(task(due=due)))
    (todo,) = todos(written)
    assert (todo["dtstart"].dt if "dtstart" in todo else None) == begin
    assert (todo["due"].dt if "due" in todo else None) == end
    assert len(events(written)) == deadline


@pytest.mark.parametrize(
    ("state", "status", "event", "percent"),
    [
        (State.OPEN_OVERDUE, "NEEDS-ACTION", "CONFIRMED", None),
        (State.OPEN_IN_TIME, "NEEDS-ACTION", "CONFIRMED", None),
        (State.DONE_ON_TIME, "COMPLETED", "CONFIRMED", 100),
        (State.DONE_LATE, "COMPLETED", "CONFIRMED", 100),
        (State.CANCELLED, "CANCELLED", "CANCELLED", None),
    ],
)
def test_the_state_is_the_status(
    state: State, status: str, event: str, percent: int | None
) -> None:
    day = dt.date(2026, 5, 1)
    row = task(due=(None, day), state=state, rrule=("FREQ=DAILY",), within=(day, day))
    todo, *rounds = todos(calendar_file(listed(row)))
    assert (todo["status"], todo.get("percent-complete")) == (status, percent)
    assert events(calendar_file(listed(row)))[0]["status"] == event
    assert bool(rounds) == (status == "NEEDS-ACTION")


def test_tasks_without_days_are_not_there() -> None:
    assert read(calendar_file(listed(task(state=State.UNDATED), task(state=State.WAITING)))) == []


def test_the_bytes_depend_on_the_list_alone(everything: TaskList) -> None:
    assert calendar_file(everything) == calendar_file(everything)
    later = replace(everything, as_of=dt.date(2026, 4, 16))
    assert calendar_file(later) != calendar_file(everything)
    uids = [[str(entry["uid"]) for entry in read(calendar_file(t))] for t in (everything, later)]
    assert uids[0] == uids[1]


def test_an_entry_says_all_that_is_known_in_vietnamese(everything: TaskList) -> None:
    rows = tuple(row for row in everything.rows if row.task.endswith("04-CTr-ĐU/2025-08-29#I.1"))
    (todo,) = todos(
        calendar_file(replace(everything, rows=rows, link="https://x.invalid/{}".format))
    )
    told = str(todo["description"])
    assert "\nVăn bản: Chương trình 04-CTr/ĐU (29/8/2025)" in told
    assert "\nChủ trì: Ban Xây dựng Đảng\n" in told
    assert "\nTrạng thái: quá hạn, tính đến 15/04/2026\n" in told
    assert str(todo["url"]) == f"https://x.invalid/{rows[0].task}"


@settings(deadline=None)
@given(task_lists())
def test_any_words_come_back_as_they_were(tasks: TaskList) -> None:
    written = calendar_file(tasks)
    made = todos(written)
    assert Calendar.from_ical(written)["x-wr-calname"] == one_line(tasks.title)
    rows = {row.task: row for row in tasks.rows}
    plain = [entry for entry in made if "rrule" not in entry]
    dated = [row for row in rows.values() if row.due]
    assert len(plain) == len(dated)
    for entry, row in zip(plain, dated, strict=True):
        assert str(entry["description"]).split("\n")[0] == one_line(row.text)
        summary = str(entry["summary"])
        assert one_line(row.text).startswith(summary.removesuffix(" …"))
        assert len(summary) <= 252
    assert {type(entry) for entry in read(written)} <= {Todo, Event}
