"""Rows of tasks, made only for those on the page."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeAlias

from graph.questions import TaskRow, Tasks
from graph.rows import CONDITION, COOPERATING, DUE, LEAD, STATUS
from graph.sqlite.chains import Chains, Item, Path
from graph.sqlite.quotes import Quotes
from graph.sqlite.session import Session, many
from graph.sqlite.values import day
from graph.sqlite.ways import Ways
from ontology.folding import collapse
from ontology.keys import task_key
from ontology.numbers import full_symbol

_BATCH: Final = 500
"""How many rows are made at a time when all are asked for."""

Told: TypeAlias = dict[str, tuple[str, ...]]


def task_rows(session: Session, tasks: Sequence[int], as_of: dt.date) -> Iterator[TaskRow]:
    """Give the rows of tasks, in the order of their ids as given."""
    quotes = Quotes(session)
    for start in range(0, len(tasks), _BATCH):
        batch = tasks[start : start + _BATCH]
        made = {item.number: row for item, row in _made(session, quotes, batch, as_of)}
        yield from (made[task] for task in batch)


def rows_with_paths(
    session: Session,
    question: Tasks,
    ways: Ways,
    tasks: Sequence[tuple[int, int]],
    plans: Collection[int],
) -> Iterator[TaskRow]:
    """Give the rows of tasks with their chains; each comes with the length of its chain."""
    quotes, chains = Quotes(session), Chains(session, ways, question.relations)
    for start in range(0, len(tasks), _BATCH):
        lengths = dict(tasks[start : start + _BATCH])
        made = dict(_made(session, quotes, list(lengths), question.as_of))
        paths = chains.paths(made, lengths, plans)
        rows = {item.number: _along(row, paths[item.number]) for item, row in made.items()}
        yield from (rows[task] for task in lengths)


def _along(row: TaskRow, path: Path) -> TaskRow:
    return replace(
        row,
        relation=path.relation,
        through=path.through.value,
        implements=path.implements,
        chain=path.hops,
    )


def _made(
    session: Session, quotes: Quotes, tasks: Iterable[int], as_of: dt.date
) -> Iterator[tuple[Item, TaskRow]]:
    numbers = many(tasks)
    phrases = _phrases(session.rows("task_phrases", tasks=numbers))
    recurrences: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
    for task, *recurrence in session.rows("task_recurrences", tasks=numbers):
        recurrences[task].append(tuple(recurrence))
    for row in session.rows("task_rows", tasks=numbers, as_of=as_of.isoformat()):
        item = _item(quotes, row)
        told = {role: tuple(texts) for role, texts in phrases.get(item.number, {}).items()}
        yield item, _row(item, row, told, recurrences.get(item.number, ()))


def _phrases(rows: Iterable[tuple[Any, ...]]) -> Mapping[int, dict[str, list[str]]]:
    found: defaultdict[int, dict[str, list[str]]] = defaultdict(dict)
    for task, role, text in rows:
        found[task].setdefault(role, []).append(text)
    return found


def _item(quotes: Quotes, row: tuple[Any, ...]) -> Item:
    number, document, key, _, _, _, _, path, _, start, stop, rule, *_ = row
    text = quotes.quote(document, start, stop)
    return Item(number, task_key(key, path), text, start, stop, rule, document, key)


def _row(
    item: Item, row: tuple[Any, ...], told: Told, recurrences: Sequence[tuple[str, ...]]
) -> TaskRow:
    _, _, key, _, number, symbol, title, path, kind, start, stop, _, earliest, latest, state = row
    phrases = told.get(DUE, tuple(text for *_, text in recurrences))
    return TaskRow(
        task=item.key,
        text=collapse(item.text),
        document=key,
        document_title=title or full_symbol(number, symbol) or key,
        path=path,
        kind=kind,
        start=start,
        end=stop,
        state=state,
        lead=told.get(LEAD, ()),
        cooperating=told.get(COOPERATING, ()),
        due=(day(earliest), day(latest)) if earliest or latest else None,
        due_text="; ".join(phrases) or None,
        recurrence=tuple(frequency for frequency, *_ in recurrences),
        rrule=tuple(rrule for _, rrule, _ in recurrences if rrule),
        condition=next(iter(told.get(CONDITION, ())), None),
        status=next(iter(told.get(STATUS, ())), None),
    )
