"""The tasks that implement documents, and tasks by who, when and in what state."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from typing import Final, TypeAlias, TypeVar

from graph.paging import Slice, answer, page_of
from graph.questions import Answer, State, Tasks
from graph.rows import iso
from graph.sqlite.bodies import bodies_named
from graph.sqlite.documents import need_document
from graph.sqlite.session import Session, many
from graph.sqlite.task_rows import rows_with_paths, task_rows
from graph.sqlite.ways import Ways, by_document, ways

Filters: TypeAlias = dict[str, str | int | None]
Counts: TypeAlias = Mapping[int, Mapping[int, int]]
"""By the length of their chains, how many tasks each document has."""

T = TypeVar("T")

_ALONE: Final = 0
"""The length of the chain of a task that is not asked about any document."""


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The tasks of one document with chains of one length: answers are read shelf by shelf."""

    length: int
    document: int


def ask_tasks(session: Session, question: Tasks, part: Slice | None = None) -> Answer:
    """Answer `Tasks`; `part` picks the rows where they are only a part of another answer."""
    page = part or page_of(question)
    filters = _filters(session, question)
    if question.implements:
        return _implementing(session, question, page, filters)
    counts: Counts = {_ALONE: dict(_count(session, question, filters))}
    shelves, skip = _pick(session, counts, page)
    tasks = by_document(_ids(session, (shelf.document for shelf in shelves), filters))
    ordered = [task for shelf in shelves for task in tasks[shelf.document]]
    rows = task_rows(session, _cut(ordered, page, skip), question.as_of)
    return answer(question, tuple(rows), _total(counts))


def _filters(session: Session, question: Tasks) -> Filters:
    return {
        "as_of": question.as_of.isoformat(),
        "kinds": many(question.kinds),
        "states": many(question.states) if question.states else None,
        "overdue": int(set(question.states) == {State.OPEN_OVERDUE}),
        "bodies": bodies_named(session, question.body),
        "due_from": iso(question.due_from),
        "due_to": iso(question.due_to),
    }


def _count(session: Session, question: Tasks, filters: Filters) -> list[tuple[int, int]]:
    if question.document is None:
        return session.rows("tasks_by_document", **filters)
    documents = many([need_document(session, question.document)])
    return session.rows("tasks_of_documents", documents=documents, **filters)


def _implementing(session: Session, question: Tasks, page: Slice, filters: Filters) -> Answer:
    asked = [need_document(session, key) for key in question.implements]
    found = _narrowed(session, question, ways(session, question, asked), filters)
    counts = _count_ways(session, found, filters)
    shelves, skip = _pick(session, counts, page)
    by_plan = _by_plan(session, found, shelves, filters)
    chained = _cut(list(_on_shelves(found, shelves, by_plan)), page, skip)
    rows = rows_with_paths(session, question, found, chained, by_plan)
    return answer(question, tuple(rows), _total(counts))


def _narrowed(session: Session, question: Tasks, found: Ways, filters: Filters) -> Ways:
    """Leave of the ways those of tasks that pass the other filters, and of the document asked."""
    own, plans = found.own, found.plans
    if question.document is not None:
        only = need_document(session, question.document)
        own = {n: {only: tasks[only]} for n, tasks in own.items() if only in tasks}
        plans = {plan: length for plan, length in plans.items() if plan == only}
    if any(filters[name] is not None for name in ("states", "bodies", "due_from", "due_to")):
        passing = set(_ids(session, {d for tasks in own.values() for d in tasks}, filters))
        own = {
            length: by_document(passing.intersection(chain.from_iterable(tasks.values())))
            for length, tasks in own.items()
        }
    return Ways(found.closure, own, plans)


def _count_ways(session: Session, found: Ways, filters: Filters) -> Counts:
    """Count the tasks by length and document; what a task's own words say is not its plan's."""
    counts = {
        length: {document: len(here) for document, here in tasks.items()}
        for length, tasks in found.own.items()
    }
    plans = many(sorted(found.plans))
    for document, count in session.rows("tasks_of_documents", documents=plans, **filters):
        rest = count - sum(len(tasks.get(document, ())) for tasks in found.own.values())
        if rest:
            here = counts.setdefault(found.plans[document], {})
            here[document] = here.get(document, 0) + rest
    return counts


def _by_plan(
    session: Session, found: Ways, shelves: Iterable[_Shelf], filters: Filters
) -> set[int]:
    """Return the tasks on these shelves that get there by way of their plan."""
    plans = {s.document for s in shelves if found.plans.get(s.document) == s.length}
    own = {task for d in plans for tasks in found.own.values() for task in tasks.get(d, ())}
    return set(_ids(session, plans, filters)) - own


def _on_shelves(
    found: Ways, shelves: Iterable[_Shelf], by_plan: set[int]
) -> Iterator[tuple[int, int]]:
    """Give the tasks on these shelves with the lengths of their chains."""
    in_plan = by_document(by_plan)
    for shelf in shelves:
        here = list(found.own.get(shelf.length, {}).get(shelf.document, ()))
        if found.plans.get(shelf.document) == shelf.length:
            here += in_plan.get(shelf.document, ())
        yield from ((task, shelf.length) for task in sorted(here))


def _ids(session: Session, documents: Iterable[int], filters: Filters) -> list[int]:
    values = many(sorted(documents))
    rows = session.rows("task_ids_of_documents", documents=values, **filters)
    return [task for (task,) in rows]


def _total(counts: Counts) -> int:
    return sum(sum(by_document.values()) for by_document in counts.values())


def _pick(session: Session, counts: Counts, page: Slice) -> tuple[list[_Shelf], int]:
    """Return the shelves that a page touches, and how many of their tasks stand before it."""
    end = None if page.limit is None else page.start + page.limit
    picked: list[_Shelf] = []
    before = skip = 0
    for length in sorted(counts):
        size = sum(counts[length].values())
        if before + size > page.start and (end is None or before < end):
            most = None if end is None else end - before
            here = before
            for document, count in _ordered(session, counts[length], most):
                if here + count > page.start and (end is None or here < end):
                    skip = skip if picked else page.start - here
                    picked.append(_Shelf(length, document))
                here += count
        before += size
    return picked, skip


def _ordered(
    session: Session, counts: Mapping[int, int], most: int | None
) -> list[tuple[int, int]]:
    """Return the documents with their counts by key, the first `most` at least."""
    rows = session.rows("document_keys", documents=many(counts))
    by_key = ((key, document) for document, key in rows)
    first = sorted(by_key) if most is None else nsmallest(most, by_key)
    return [(document, counts[document]) for _, document in first]


def _cut(tasks: list[T], page: Slice, skip: int) -> list[T]:
    return tasks[skip : None if page.limit is None else skip + page.limit]
