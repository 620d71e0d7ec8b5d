"""How tasks reach the documents that were asked for: which do, and by how many steps."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from graph.questions import Tasks
from graph.sqlite.session import Session, many
from graph.sqlite.values import SHIFT
from ontology.relations import CARRYING

_CARRYING: Final = many(CARRYING)


@dataclass(frozen=True, slots=True)
class Closure:
    """The documents from which work leads to those that were asked for, by their distance."""

    levels: tuple[tuple[int, ...], ...]
    distance: dict[int, int]


ByDocument: TypeAlias = dict[int, list[int]]
"""Tasks by their document: ids."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Tasks by the length of their chain: by their own words, and the documents that are plans.

    `own` holds the tasks themselves, `plans` the documents of which every other task counts.
    """

    closure: Closure
    own: dict[int, ByDocument]
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
    relations, kinds = many(question.relations), many(question.kinds)
    own: dict[int, ByDocument] = {}
    plans: dict[int, int] = dict.fromkeys(found.levels[0], 0)
    seen: set[int] = set()
    for distance, level in enumerate(found.levels):
        below = {"documents": many(level), "relations": relations}
        tasks = {task for (task,) in session.rows("tasks_towards", kinds=kinds, **below)} - seen
        if tasks:
            own[distance + 1] = by_document(tasks)
            seen |= tasks
        for (plan,) in session.rows("plans_towards", **below):
            plans.setdefault(plan, distance + 2)
    return Ways(found, own, {plan: length for plan, length in plans.items() if length})


def by_document(tasks: Iterable[int]) -> ByDocument:
    """Return tasks by their document."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for task in tasks:
        found[task >> SHIFT].append(task)
    return found
