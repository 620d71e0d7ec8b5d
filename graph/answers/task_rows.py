"""Rows of tasks, made only for those on the page."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from graph.answer_types import Present, TaskRow
from graph.answers.asking import Asking
from graph.answers.bodies import present_bodies
from graph.answers.chains import Chains, Item, Path
from graph.answers.values import SHIFT, day
from graph.answers.ways import Ways
from graph.questions import Tasks
from graph.rows import CONDITION, COOPERATING, DUE, LEAD, STATUS
from ontology.folding import collapse
from ontology.keys import task_key
from ontology.numbers import full_symbol

_BATCH: Final = 500
"""How many rows are made at a time when all are asked for."""

_NOTHING: Final[Mapping[str, Sequence[str]]] = MappingProxyType({})
_NONE: Final = (None,)


@dataclass(frozen=True, slots=True)
class _Batch:
    """Tasks by their ids: their columns, and what their phrases and recurrences tell."""

    columns: Mapping[int, tuple[Any, ...]]
    told: Mapping[int, Mapping[str, Sequence[str]]]
    recurrences: Mapping[int, Sequence[tuple[Any, ...]]]
    now: Mapping[int, tuple[Present, ...]]

    def items(self) -> Iterator[Item]:
        """Give the tasks as their chains want them."""
        for row in self.columns.values():
            number, document, key, _, _, _, _, path, _, start, stop, text, rule, *_ = row
            yield Item(number, task_key(key, path), text, start, stop, rule, document, key)

    def row(self, task: int, path: Path | None) -> TaskRow:
        """Return the row of a task."""
        _, _, key, _, number, symbol, title, place, kind, *words, earliest, latest, state = (
            self.columns[task]
        )
        start, stop, text, _ = words
        told = self.told.get(task, _NOTHING)
        recurrences = self.recurrences.get(task, ())
        phrases = told.get(DUE) or [words for *_, words in recurrences]
        return TaskRow(
            task=task_key(key, place),
            text=collapse(text),
            document=key,
            document_title=title or full_symbol(number, symbol) or key,
            path=place,
            kind=kind,
            start=start,
            end=stop,
            state=state,
            lead=tuple(told.get(LEAD, ())),
            cooperating=tuple(told.get(COOPERATING, ())),
            due=(day(earliest), day(latest)) if earliest or latest else None,
            due_text="; ".join(phrases) or None,
            recurrence=tuple([frequency for _, frequency, *_ in recurrences]),
            rrule=tuple([rrule for _, _, rrule, *_ in recurrences if rrule]),
            within=_within(recurrences),
            condition=told.get(CONDITION, _NONE)[0],
            status=told.get(STATUS, _NONE)[0],
            relation=path.relation if path else None,
            through=path.through.value if path else None,
            implements=path.implements if path else None,
            chain=path.hops if path else (),
            now=self.now.get(task, ()),
        )


def in_order(asking: Asking, tasks: Iterable[int]) -> list[int]:
    """Return tasks in the order of their documents' keys, and of the text."""
    found = set(tasks)
    documents = sorted({task >> SHIFT for task in found})
    if len(documents) < 2:  # noqa: PLR2004  (of one document, or none)
        return sorted(found)
    keys = dict(asking.rows("document_keys", documents=documents))
    return sorted(found, key=lambda task: (keys[task >> SHIFT], task))


def task_rows(asking: Asking, tasks: Sequence[int], as_of: dt.date) -> Iterator[TaskRow]:
    """Give the rows of tasks, in the order of their ids as given."""
    for start in range(0, len(tasks), _BATCH):
        numbers = tasks[start : start + _BATCH]
        batch = _batch(asking, numbers, as_of)
        yield from (batch.row(task, None) for task in numbers)


def rows_with_paths(
    asking: Asking,
    question: Tasks,
    ways: Ways,
    tasks: Sequence[tuple[int, int]],
    plans: Collection[int],
) -> Iterator[TaskRow]:
    """Give the rows of tasks with their chains; each comes with the length of its chain."""
    chains = Chains(asking, ways, question.relations)
    for start in range(0, len(tasks), _BATCH):
        lengths = dict(tasks[start : start + _BATCH])
        batch = _batch(asking, lengths, question.as_of)
        paths = chains.paths(batch.items(), lengths, plans)
        yield from (batch.row(task, paths[task]) for task in lengths)


def _batch(asking: Asking, tasks: Iterable[int], as_of: dt.date) -> _Batch:
    numbers = list(tasks)
    told: defaultdict[int, dict[str, list[str]]] = defaultdict(dict)
    gone: defaultdict[int, dict[str, str]] = defaultdict(dict)
    phrases = asking.rows("task_phrases", tasks=numbers, as_of=as_of.isoformat())
    for task, role, text, body in phrases:
        told[task].setdefault(role, []).append(text)
        if body is not None:
            gone[task].setdefault(text, body)
    recurrences: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for recurrence in asking.rows("task_recurrences", tasks=numbers):
        recurrences[recurrence[0]].append(recurrence)
    rows = asking.rows("task_rows", tasks=numbers, as_of=as_of.isoformat())
    now = _now(asking, gone, as_of) if gone else {}
    return _Batch({row[0]: row for row in rows}, told, recurrences, now)


def _now(
    asking: Asking, gone: Mapping[int, Mapping[str, str]], as_of: dt.date
) -> dict[int, tuple[Present, ...]]:
    """Return the bodies that answer for those that tasks print; `gone` are the keys of these."""
    keys = (key for printed in gone.values() for key in printed.values())
    present = present_bodies(asking, keys, as_of)
    return {
        task: tuple(
            Present(text, present[key].key, present[key].name)
            for text, key in printed.items()
            if key in present
        )
        for task, printed in gone.items()
    }


def _within(recurrences: Sequence[tuple[Any, ...]]) -> tuple[dt.date | None, dt.date | None]:
    """Return the bounds of what comes round: those of the document, so all are the same."""
    for _, _, _, first, last, _ in recurrences:
        return day(first), day(last)
    return None, None
