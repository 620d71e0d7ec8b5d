"""The four counters of the government's own reports, by the body that leads."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from graph.answer_types import State, TaskRow

COUNTED: Final = (State.DONE_ON_TIME, State.DONE_LATE, State.OPEN_IN_TIME, State.OPEN_OVERDUE)
"""The states that are counted one by one; the others have no deadline to keep."""


@dataclass(frozen=True, slots=True)
class Counters:
    """How many tasks of a body are in each of the four states, in another one, and in all.

    `body` is the name as printed; None are tasks whose text names nobody.
    """

    body: str | None
    counts: tuple[int, int, int, int]
    others: int

    @property
    def total(self) -> int:
        """All tasks of the body."""
        return sum(self.counts) + self.others


def counters(rows: Iterable[TaskRow]) -> tuple[tuple[Counters, ...], Counters]:
    """Return the counters of each lead body, most tasks first, and those of all tasks.

    A task that several bodies lead counts for each of them, but once in the second; a row for each
    deadline of one task counts as that task.
    """
    by_body: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
    whole: Counter[str] = Counter()
    for row in {row.task: row for row in rows}.values():
        whole[row.state] += 1
        for body in dict.fromkeys(row.lead) or (None,):
            by_body[body][row.state] += 1
    bodies = [_counters(body, states) for body, states in by_body.items()]
    bodies.sort(key=lambda one: (one.body is None, -one.total, one.body or ""))
    return tuple(bodies), _counters(None, whole)


def _counters(body: str | None, states: Counter[str]) -> Counters:
    on_time, late, in_time, overdue = (states[state] for state in COUNTED)
    others = states.total() - on_time - late - in_time - overdue
    return Counters(body, (on_time, late, in_time, overdue), others)
