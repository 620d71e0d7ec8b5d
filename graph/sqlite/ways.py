"""How tasks reach the documents that were asked for: which do, and by how many steps."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from graph.questions import Tasks
from graph.sqlite.session import Session, many
from ontology.relations import CARRYING

_CARRYING: Final = many(CARRYING)


@dataclass(frozen=True, slots=True)
class Closure:
    """The documents from which work leads to those that were asked for, by their distance."""

    levels: tuple[tuple[int, ...], ...]
    distance: dict[int, int]


@dataclass(frozen=True, slots=True)
class Ways:
    """Tasks by the length of their chain: by their own words, and the documents that are plans.

    `own` holds the ids of tasks, `plans` the documents of which each other task counts.
    """

    closure: Closure
    own: dict[int, list[int]]
    plans: dict[int, int]


def closure(session: Session, asked: Iterable[int]) -> Closure:
    """Return all documents below the asked ones, breadth first; circles end."""
    level = tuple(sorted(set(asked)))
    levels: list[tuple[int, ...]] = []
    distance: dict[int, int] = {}
    while level:
        distance.update(dict.fromkeys(level, len(levels)))
        levels.append(level)
        rows = session.rows("below", documents=many(level), relations=_CARRYING)
        level = tuple(sorted({source for (source,) in rows} - distance.keys()))
    return Closure(tuple(levels), distance)


def ways(session: Session, question: Tasks, asked: Iterable[int]) -> Ways:
    """Return the tasks that reach the asked documents, each by its nearest way.

    A task's own words go before its plan's title, however long the way from there.
    """
    found = closure(session, asked)
    values = {"relations": many(question.relations), "kinds": many(question.kinds)}
    own: dict[int, list[int]] = {}
    plans: dict[int, int] = dict.fromkeys(found.levels[0], 0)
    seen: set[int] = set()
    for distance, level in enumerate(found.levels):
        documents = many(level)
        tasks = session.rows("tasks_towards", documents=documents, **values)
        fresh = {task for (task,) in tasks} - seen
        if fresh:
            own[distance + 1] = sorted(fresh)
            seen |= fresh
        del values["kinds"]
        for (plan,) in session.rows("plans_towards", documents=documents, **values):
            plans.setdefault(plan, distance + 2)
        values["kinds"] = many(question.kinds)
    plans = {plan: length for plan, length in plans.items() if length}
    return Ways(found, own, plans)


def passing(session: Session, tasks: Collection[int], filters: Mapping[str, object]) -> list[int]:
    """Return those of these tasks that pass the other filters of the question."""
    return [task for (task,) in session.rows("tasks_passing", tasks=many(tasks), **filters)]
