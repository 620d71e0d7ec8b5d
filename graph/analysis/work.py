"""The work of a body month by month, and two provinces side by side."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from statistics import median
from typing import Final

from graph.analysis.network import Network
from graph.analysis.reach import owner_of
from graph.analysis.tables import Asker, Cell, Note, Plot, Table, tasks_of
from graph.occurrences import occurrences
from graph.questions import DocumentRow, Documents, State, TaskRow, Tasks
from ontology.facts import Standing
from ontology.keys import CENTRE, slug

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
    rows: list[tuple[Cell, ...]] = [
        (month, *(counts[month, state] for state in _COUNTERS), _all(counts, month))
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


def compare(asker: Asker, first: str, second: str) -> Table:
    """Return two provinces side by side: figures, then what central documents each implements.

    For each central document by key: how many days after it the first document of each came.
    """
    network = Network.of(asker)
    keys = slug(first), slug(second)
    figures = [_figures(asker, place) for place in (first, second)]
    came = [_came(network, key, asker.as_of) for key in keys]
    both = came[0].keys() & came[1].keys()
    rows: list[tuple[Cell, ...]] = [
        ("figure", name, *(one[name] for one in figures)) for name in figures[0]
    ]
    rows.append(("figure", "implements", len(came[0]), len(came[1])))
    rows.append(("figure", "implements-both", len(both), len(both)))
    rows.append(("figure", "median-days", *(_median(days.values()) for days in came)))
    rows += [
        ("document", document, *(days.get(document) for days in came))
        for document in sorted(came[0].keys() | came[1].keys())
    ]
    values = (("first", first), ("second", second))
    return Table(
        "compare",
        ("kind", "name", "first", "second"),
        tuple(rows),
        (Note("analysis.compare", values), Note("analysis.loaded_only")),
        Plot("name", ("first", "second"), kind="document"),
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


def _all(counts: Counter[tuple[str, State]], month: str) -> int:
    return sum(count for (of, _), count in counts.items() if of == month)


def _months(start: dt.date, end: dt.date) -> Iterator[str]:
    year, month = start.year, start.month
    while (year, month) <= (end.year, end.month):
        yield f"{year:04}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004  December


def _figures(asker: Asker, place: str) -> dict[str, int]:
    question = Documents(
        as_of=asker.as_of, limit=None, jurisdiction=place, standing=Standing.LOADED
    )
    found = [row for row in asker.view.ask(question).rows if isinstance(row, DocumentRow)]
    rows = [row for row in found if row.date is None or row.date <= asker.as_of]
    return {
        "documents": len(rows),
        "tasks": sum(row.tasks for row in rows),
        "citations": sum(row.citations for row in rows),
    }


def _came(network: Network, place: str, as_of: dt.date) -> dict[str, int | None]:
    """Return the central documents that a province carries out, and after how many days."""
    found: dict[str, int | None] = {}
    for key, authority in sorted(network.authorities.items()):
        if authority == CENTRE or owner_of(authority, as_of) != place:
            continue
        for above in network.above(key):
            if network.authorities[above] == CENTRE:
                days = _between(network.dates[above], network.dates[key])
                known = found.setdefault(above, days)
                if days is not None and (known is None or days < known):
                    found[above] = days
    return found


def _between(before: dt.date | None, after: dt.date | None) -> int | None:
    return (after - before).days if before and after else None


def _median(days: Iterable[int | None]) -> Cell:
    known = [day for day in days if day is not None]
    return float(median(known)) if known else None
