"""Rows of tasks, made only for those on the page."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.answer_types import Present, TaskRow
from graph.answers.asking import Asking
from graph.answers.bodies import Successor, present_bodies
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


@dataclass(frozen=True, slots=True)
class _Made:
    """A task with its columns, and what its phrases and recurrences tell."""

    item: Item
    row: tuple[Any, ...]
    told: Mapping[str, Sequence[str]]
    recurrences: Sequence[tuple[Any, ...]]
    now: tuple[Present, ...]


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
        batch = tasks[start : start + _BATCH]
        made = _made(asking, batch, as_of)
        yield from (_row(made[task], None) for task in batch)


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
        made = _made(asking, list(lengths), question.as_of)
        paths = chains.paths((one.item for one in made.values()), lengths, plans)
        yield from (_row(made[task], paths[task]) for task in lengths)


def _made(asking: Asking, tasks: Iterable[int], as_of: dt.date) -> dict[int, _Made]:
    numbers = list(tasks)
    told: defaultdict[int, dict[str, list[str]]] = defaultdict(dict)
    gone: defaultdict[int, dict[str, str]] = defaultdict(dict)
    phrases = asking.rows("task_phrases", tasks=numbers, as_of=as_of.isoformat())
    for task, role, text, body in phrases:
        told[task].setdefault(role, []).append(text)
        if body is not None:
            gone[task].setdefault(text, body)
    present = present_bodies(
        asking, (key for names in gone.values() for key in names.values()), as_of
    )
    recurrences: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for task, *recurrence in asking.rows("task_recurrences", tasks=numbers):
        recurrences[task].append(tuple(recurrence))
    return {
        row[0]: _Made(
            *(_item(row), row, told.get(row[0], {}), recurrences.get(row[0], ())),
            _now(gone.get(row[0], {}), present),
        )
        for row in asking.rows("task_rows", tasks=numbers, as_of=as_of.isoformat())
    }


def _now(gone: Mapping[str, str], present: Mapping[str, Successor]) -> tuple[Present, ...]:
    """Return the bodies that answer for those that a task prints; `gone` are the keys of these."""
    if not gone:
        return ()
    return tuple(
        Present(printed, present[key].key, present[key].name)
        for printed, key in gone.items()
        if key in present
    )


def _item(row: tuple[Any, ...]) -> Item:
    number, document, key, _, _, _, _, path, _, start, stop, text, rule, *_ = row
    return Item(number, task_key(key, path), text, start, stop, rule, document, key)


def _row(made: _Made, path: Path | None) -> TaskRow:
    item, told = made.item, made.told
    _, _, key, _, number, symbol, title, place, kind, *_, earliest, latest, state = made.row
    phrases = told.get(DUE) or [text for *_, text in made.recurrences]
    return TaskRow(
        task=item.key,
        text=collapse(item.text),
        document=key,
        document_title=title or full_symbol(number, symbol) or key,
        path=place,
        kind=kind,
        start=item.start,
        end=item.stop,
        state=state,
        lead=tuple(told.get(LEAD, ())),
        cooperating=tuple(told.get(COOPERATING, ())),
        due=(day(earliest), day(latest)) if earliest or latest else None,
        due_text="; ".join(phrases) or None,
        recurrence=tuple(frequency for frequency, *_ in made.recurrences),
        rrule=tuple(rrule for _, rrule, *_ in made.recurrences if rrule),
        within=_within(made),
        condition=next(iter(told.get(CONDITION, ())), None),
        status=next(iter(told.get(STATUS, ())), None),
        relation=path.relation if path else None,
        through=path.through.value if path else None,
        implements=path.implements if path else None,
        chain=path.hops if path else (),
        now=made.now,
    )


def _within(made: _Made) -> tuple[dt.date | None, dt.date | None]:
    """Return the bounds of what comes round: those of the document, so all are the same."""
    for _, _, first, last, _ in made.recurrences:
        return day(first), day(last)
    return None, None
