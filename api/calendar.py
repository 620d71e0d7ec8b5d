"""Tasks with days as an iCalendar file (RFC 5545).

Each dated task is a to-do (VTODO), and each deadline also an event (VEVENT) of one whole day: some
calendars, Google's among them, show no to-dos. A milestone is an event that says that it is
derived, beside the deadline of its task. The same list gives the same bytes at any time.
"""

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from icalendar import Calendar, Event, Todo, vRecur

from api.labels import document_name, full_day, one_line
from api.task_words import TaskList, document_label, due_in_words, steps_in_words
from graph.answer_types import MilestoneRow, State, TaskRow
from graph.occurrences import occurrences

Part: TypeAlias = type[Event] | type[Todo]

PARTS: Final[tuple[Part, ...]] = (Todo, Event)
"""What there is for each task."""

_UIDS: Final = uuid.uuid5(uuid.NAMESPACE_URL, "urn:chidao:calendar")
_SUMMARY: Final = 250
"""How many code points of a task's words its title has at most; the description has them all."""
_ENDED: Final = frozenset({State.DONE_ON_TIME, State.DONE_LATE, State.CANCELLED})
_SOME_YEAR: Final = 2000
_WAITS: Final = (366, 8 * 366)
"""Days in which nearly every rule has a day, and in which each has that has any."""
_REFRESH: Final = dt.timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class _Days:
    """When something is on: from a day to a day, either may be None, or by a rule.

    `number` tells the entries of one task apart, so that each keeps its UID.
    """

    first: dt.date | None
    last: dt.date | None
    rule: vRecur | None = None
    number: int = 0


def calendar_file(tasks: TaskList, parts: Sequence[Part] = PARTS) -> bytes:
    """Return the calendar; tasks without any day are not in it, and each is there only once."""
    calendar = Calendar()
    calendar.add("prodid", "-//chidao//chidao//VI")
    calendar.add("version", "2.0")
    title = one_line(tasks.title)
    for name in ("name", "x-wr-calname"):
        calendar.add(name, title)
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    for row in {row.task: row for row in tasks.rows}.values():
        for days in _days(row):
            for part in parts:
                if part is Todo or days.last:
                    calendar.add_component(_entry(part, row, days, tasks))
    for milestone in tasks.milestones if Event in parts else ():
        calendar.add_component(_milestone(milestone, tasks))
    written: bytes = calendar.to_ical()
    return written


def _days(row: TaskRow) -> Iterator[_Days]:
    """Give what a task needs entries for; what comes round no longer does when it is done."""
    if row.due:
        yield _Days(*row.due)
    if row.state in _ENDED:
        return
    for number, rule in enumerate(row.rrule, 1):
        first = _first(rule, row)
        if first is not None:
            yield _Days(first, first, _bounded(rule, row.within[1]), number)


def _first(rule: str, row: TaskRow) -> dt.date | None:
    """Return the first day of a rule within the task's time; None when it has none there."""
    start, end = row.within
    if start is None:  # nothing says since when
        start = dt.date(end.year if end else _SOME_YEAR, 1, 1)
    for wait in _WAITS:
        horizon = dt.date.fromordinal(min(start.toordinal() + wait, dt.date.max.toordinal()))
        days = occurrences(rule, start, min(end, horizon) if end else horizon)
        if days:
            return days[0]
    return None


def _bounded(rule: str, end: dt.date | None) -> vRecur:
    """Return a rule that ends with a day, if there is one."""
    recurrence: vRecur = vRecur.from_ical(rule)
    if end is not None:
        recurrence["UNTIL"] = [end]
    return recurrence


def _entry(part: Part, row: TaskRow, days: _Days, tasks: TaskList) -> Event | Todo:
    """Return what a calendar shows of a task for these days."""
    entry = part()
    entry.add("uid", str(uuid.uuid5(_UIDS, f"{part.__name__}:{days.number}:{row.task}")))
    entry.add("dtstamp", dt.datetime.combine(tasks.as_of, dt.time(), dt.UTC))
    entry.add("summary", _summary(part, row, tasks))
    entry.add("description", _description(row, tasks))
    entry.add("categories", [tasks.words.known(f"state.{row.state}")])
    if tasks.link is not None:
        entry.add("url", tasks.link(row.task))
    if days.rule is not None:
        entry.add("rrule", days.rule)
    if part is Todo:
        _say_todo(entry, row, days)
    else:
        _say_event(entry, row, days)
    return entry


def _say_todo(todo: Event | Todo, row: TaskRow, days: _Days) -> None:
    """Say from when until when, and whether it is done.

    The standard wants a to-do to be due later than it begins, and a rule to have a beginning: so
    one due on its only day begins at no time, and one that comes round is due at none.
    """
    if days.first and (days.rule or days.first != days.last):
        todo.add("dtstart", days.first)
    if days.last and not days.rule:
        todo.add("due", days.last)
    if row.state == State.CANCELLED:
        todo.add("status", "CANCELLED")
    elif row.state in _ENDED:
        todo.add("status", "COMPLETED")
        todo.add("percent-complete", 100)
    else:
        todo.add("status", "NEEDS-ACTION")


def _say_event(event: Event | Todo, row: TaskRow, days: _Days) -> None:
    """Say on which day the deadline is; nobody is busy because of it."""
    event.add("dtstart", days.last)
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if row.state == State.CANCELLED else "CONFIRMED")


def _milestone(row: MilestoneRow, tasks: TaskList) -> Event:
    """Return what a calendar shows of a review that is due by the years since a document."""
    words, giver = tasks.words, row.work.task if row.work else row.document
    event = Event()
    told = f"milestone:{row.years}:{row.reviews}:{giver}"
    event.add("uid", str(uuid.uuid5(_UIDS, told)))
    event.add("dtstamp", dt.datetime.combine(tasks.as_of, dt.time(), dt.UTC))
    event.add("dtstart", row.day)
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED")
    event.add("categories", [words("milestones.category")])
    reviewed = (
        document_name(tasks.names[row.reviews]) if row.reviews in tasks.names else row.reviews
    )
    title = words("milestones.years", years=row.years, document=reviewed)
    text = one_line(row.work.text if row.work else row.title)
    event.add("summary", _cut(words("calendar.milestone", milestone=title, task=text)))
    event.add("description", _milestone_description(row, tasks))
    if tasks.link is not None:
        event.add("url", tasks.link(giver))
    return event


def _milestone_description(row: MilestoneRow, tasks: TaskList) -> str:
    words, work = tasks.words, row.work
    derived = words("milestones.derived", quote=one_line(row.hop.quote), since=full_day(row.since))
    told = {
        "column.document": document_label(tasks.names.get(row.document), row.document),
        "file.path": work.path if work else None,
        "column.lead": "; ".join(work.lead) if work else None,
        "column.cooperating": "; ".join(work.cooperating) if work else None,
        "column.key": work.task if work else row.document,
    }
    lines = [f"{words(key)}: {one_line(value)}" for key, value in told.items() if value]
    said = one_line(work.text if work else row.title)
    return "\n".join((said, "", derived, words("milestones.not_printed"), *lines))


def _cut(text: str) -> str:
    """Return words as a title, cut after a whole one."""
    if len(text) <= _SUMMARY:
        return text
    cut = text[:_SUMMARY]
    return f"{cut[: cut.rfind(' ', _SUMMARY // 2)] if ' ' in cut[_SUMMARY // 2 :] else cut} …"


def _summary(part: Part, row: TaskRow, tasks: TaskList) -> str:
    """Return the task's words; an event says that it is a deadline."""
    text = _cut(one_line(row.text))
    if part is Todo or row.state == State.CANCELLED:
        return text
    return tasks.words("calendar.done" if row.state in _ENDED else "calendar.due", task=text)


def _description(row: TaskRow, tasks: TaskList) -> str:
    """Return all that is told of a task, a line for each kind of it."""
    words = tasks.words
    due = due_in_words(replace(row, occurrence=None), words)
    printed = f" ({row.due_text})" if row.due_text else ""
    state = words.known(f"state.{row.state}")
    told = {
        "column.document": document_label(tasks.names.get(row.document), row.document),
        "file.path": row.path,
        "column.lead": "; ".join(row.lead),
        "column.cooperating": "; ".join(row.cooperating),
        "column.due": f"{due}{printed}",
        "file.condition": row.condition,
        "column.state": f"{state}, {words('footer.as_of', day=full_day(tasks.as_of))}",
        "file.status": row.status,
        "file.chain": " ".join(steps_in_words(row.chain, tasks.names, words)),
        "column.key": row.task,
    }
    lines = [f"{words(key)}: {one_line(value)}" for key, value in told.items() if value]
    return "\n".join((one_line(row.text), "", *lines))
