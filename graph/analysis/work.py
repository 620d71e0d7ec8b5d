"""The work of a body, month by month."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Final

from graph.analysis.tables import Asker, Cell, Note, Plot, Table, tasks_of
from graph.answer_types import State, TaskRow
from graph.occurrences import occurrences
from graph.questions import Tasks

_COUNTERS: Final = (
    State.DONE_ON_TIME,
    State.DONE_LATE,
    State.OPEN_IN_TIME,
    State.OPEN_OVERDUE,
    State.RECURRING,
)
_ENDED: Final = frozenset({State.DONE_ON_TIME, State.DONE_LATE, State.CANCELLED})


def workload(asker: Asker, body: str, start: dt.date, end: dt.date, *, with_history: bool) -> Table:
    """Return the months from `start` to `end` with how many deadlines fall into each, by state.

    What comes round counts once for every time.
    """
    question = Tasks(
        as_of=asker.as_of,
        limit=None,
        body=body,
        with_history=with_history,
        due_from=start,
        due_to=end,
    )
    counts = Counter(
        (f"{day:%Y-%m}", state)
        for row in tasks_of(asker.view.ask(question).rows)
        for day, state in _deadlines(row, start, end)
    )
    whole = Counter[str]()
    for (month, _), count in counts.items():
        whole[month] += count
    rows: list[tuple[Cell, ...]] = [
        (month, *(counts[month, state] for state in _COUNTERS), whole[month])
        for month in _months(start, end)
    ]
    states = tuple(state.value for state in _COUNTERS)
    note = Note("analysis.workload", (("body", body), ("deadlines", counts.total())))
    return Table(
        "workload",
        ("month", *states, "total"),
        tuple(rows),
        (note,),
        Plot("month", states, stacked=True),
    )


def _deadlines(row: TaskRow, start: dt.date, end: dt.date) -> Iterator[tuple[dt.date, State]]:
    """Give the days in the window on which a task is due, each with the state to count it by."""
    state = State(row.state)
    latest = row.due[1] if row.due else None
    if latest is not None and start <= latest <= end:
        yield latest, state
    if state in _ENDED:
        return
    first, last = row.within
    begin, stop = max(start, first or start), min(end, last or end)
    days = {day for rule in row.rrule for day in occurrences(rule, begin, stop)}
    yield from ((day, State.RECURRING) for day in sorted(days))


def _months(start: dt.date, end: dt.date) -> Iterator[str]:
    year, month = start.year, start.month
    while (year, month) <= (end.year, end.month):
        yield f"{year:04}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004  December
