"""Deadlines between two days."""

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from graph.answer_types import Answer, TaskRow
from graph.answers.asking import Asking
from graph.answers.bodies import bodies_asked
from graph.answers.task_rows import in_order, task_rows
from graph.answers.values import several
from graph.occurrences import occurrences
from graph.paging import Slice, answer, page_of
from graph.questions import Due


def ask_due(asking: Asking, question: Due) -> Answer:
    """Answer `Due`."""
    page = page_of(question)
    days = _days(asking, question)
    total = sum(map(len, days.values()))
    deadlines = _on_page(asking, days, page)
    return answer(question, tuple(_rows(asking, deadlines, question.as_of)), total)


def _days(asking: Asking, question: Due) -> dict[str, set[int]]:
    """Return the tasks that are due on each day."""
    values = due_filters(asking, question)
    days: defaultdict[str, set[int]] = defaultdict(set)
    for latest, tasks in asking.rows("due_dated", **values):
        days[latest].update(several(tasks))
    inside: dict[tuple[str, str | None, str | None], list[set[int]]] = {}
    for *rule, found in asking.rows("due_recurring", **values):
        bounded = (rule[0], rule[1], rule[2])
        if bounded not in inside:
            inside[bounded] = [days[day] for day in _occurrences(question, *bounded)]
        for tasks in inside[bounded]:
            tasks.update(several(found))
    return days


def due_filters(asking: Asking, question: Due) -> dict[str, Any]:
    """Return what statements ask of a deadline."""
    return {
        "start": question.start.isoformat(),
        "end": question.end.isoformat(),
        "kinds": list(question.kinds),
        "bodies": bodies_asked(asking, question),
        "as_of": question.as_of.isoformat(),
    }


def _occurrences(question: Due, rrule: str, first: str | None, last: str | None) -> list[str]:
    days = [day.isoformat() for day in occurrences(rrule, question.start, question.end)]
    begin = bisect_left(days, first or "")
    return [day for day in days[begin:] if last is None or day <= last]


def _on_page(asking: Asking, days: dict[str, set[int]], page: Slice) -> list[tuple[str, int]]:
    """Return the deadlines of a page: by day, then by the document's key and the task's place."""
    picked: list[tuple[str, int]] = []
    before, skip = 0, None
    for day in sorted(days):
        if page.limit is not None and before >= page.start + page.limit:
            break
        if before + len(days[day]) > page.start:
            skip = page.start - before if skip is None else skip
            picked += [(day, task) for task in in_order(asking, days[day])]
        before += len(days[day])
    skip = skip or 0
    return picked[skip : None if page.limit is None else skip + page.limit]


def _rows(asking: Asking, deadlines: list[tuple[str, int]], as_of: dt.date) -> Iterator[TaskRow]:
    tasks = list(dict.fromkeys(task for _, task in deadlines))
    rows = dict(zip(tasks, task_rows(asking, tasks, as_of), strict=True))
    for day, task in deadlines:
        yield replace(rows[task], occurrence=dt.date.fromisoformat(day))
