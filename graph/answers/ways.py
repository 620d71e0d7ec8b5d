"""How tasks reach the documents that were asked for: which do, and by how many steps."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from graph.answers.asking import Asking
from graph.answers.values import SHIFT
from graph.questions import Tasks
from ontology.relations import CARRYING

_CARRYING: Final = list(CARRYING)


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


def closure(asking: Asking, asked: Iterable[int]) -> Closure:
    """Return all documents below the asked ones, breadth first; circles end."""
    level = tuple(sorted(set(asked)))
    levels: list[tuple[int, ...]] = []
    distance: dict[int, int] = {}
    while level:
        distance.update(dict.fromkeys(level, len(levels)))
        levels.append(level)
        rows = asking.rows("below", documents=list(level), relations=_CARRYING)
        level = tuple(sorted({source for (source,) in rows} - distance.keys()))
    return Closure(tuple(levels), distance)


def ways(asking: Asking, question: Tasks, asked: Iterable[int]) -> Ways:
    """Return the tasks that reach the asked documents, each by its nearest way.

    A task's own words go before its plan's title, however long the way from there.
    """
    found = closure(asking, asked)
    relations, kinds = list(question.relations), list(question.kinds)
    own: dict[int, ByDocument] = {}
    plans: dict[int, int] = dict.fromkeys(found.levels[0], 0)
    seen: set[int] = set()
    for distance, level in enumerate(found.levels):
        below = {"documents": list(level), "relations": relations}
        tasks = {task for (task,) in asking.rows("tasks_towards", **below, kinds=kinds)} - seen
        if tasks:
            own[distance + 1] = by_document(tasks)
            seen |= tasks
        for (plan,) in asking.rows("plans_towards", **below):
            plans.setdefault(plan, distance + 2)
    return Ways(found, own, {plan: length for plan, length in plans.items() if length})


def by_document(tasks: Iterable[int]) -> ByDocument:
    """Return tasks by their document."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for task in tasks:
        found[task >> SHIFT].append(task)
    return found
