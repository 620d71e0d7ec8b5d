"""The tasks that implement documents, and tasks by who, when and in what state."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from typing import Final, TypeAlias, TypeVar

from graph.answer_types import Answer, State
from graph.answers.asking import Asking, need_document
from graph.answers.bodies import bodies_asked
from graph.answers.task_rows import in_order, rows_with_paths, task_rows
from graph.answers.ways import Ways, by_document, ways
from graph.paging import Slice, answer, limits, page_of
from graph.questions import Tasks
from graph.rows import iso
from ontology.keys import authority_of, is_within

Filters: TypeAlias = dict[str, str | int | Sequence[str | int] | None]
Counts: TypeAlias = Mapping[int, Mapping[int, int]]
"""By the length of their chains, how many tasks each document has."""

T = TypeVar("T")

_BODIES: Final = "of_bodies"
_OVERDUE: Final = "overdue"
_EVERYWHERE: Final = "everywhere"
FEW: Final = 2_000
"""So many tasks are quicker put in order themselves than found by walking over all documents.

The walk stops when the page is full, which is late where few tasks pass; putting in order wants
the keys of all that pass, which is slow where most do. The answer is the same either way.
"""


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The tasks of one document with chains of one length: answers are read shelf by shelf."""

    length: int
    document: int


def ask_tasks(
    asking: Asking, question: Tasks, part: Slice | None = None, longest: int | None = None
) -> Answer:
    """Answer `Tasks`; `part` picks the rows where they are only a part of another answer.

    `longest` leaves out what has a longer chain.
    """
    page = part or page_of(question)
    filters = filters_of(asking, question)
    if question.implements:
        return _implementing(asking, question, page, filters, longest)
    if question.document is not None or question.place is not None:
        # One document has few tasks, and a province a small part of the country's.
        found = in_order(asking, _ids(asking, _documents(asking, question), filters))
        total, tasks = len(found), page.of(found)
    else:
        total, tasks = _everywhere(asking, page, filters)
    return answer(question, tuple(task_rows(asking, tasks, question.as_of)), total)


def _documents(asking: Asking, question: Tasks) -> list[int]:
    """Return the document that is asked for, or those of the place, or none if it is of another."""
    place = question.place and authority_of(question.place)
    if question.document is None:
        return [number for (number,) in asking.rows("documents_within", place=place)]
    number = need_document(asking, question.document)
    return [number] if place is None or is_within(question.document, place) else []


def _everywhere(asking: Asking, page: Slice, filters: Filters) -> tuple[int, Sequence[int]]:
    """Return how many tasks of all documents pass, and those on the page."""
    start = _start(filters)
    begun = {**filters, "bodies": None, "among": filters["bodies"]} if start == _BODIES else filters
    ((total,),) = asking.rows(f"tasks_total_{start}", **begun)
    if start != _EVERYWHERE and total <= FEW:
        found = asking.rows(f"tasks_{start}", **begun)
        return total, page.of(in_order(asking, (task for (task,) in found)))
    rows = asking.rows("tasks_page", **filters, **limits(page))
    return total, [task for (task,) in rows]


def _start(filters: Filters) -> str:
    """Return where to begin to look, so that few tasks are looked at in vain.

    Bodies have an index of their tasks, which comes first since a body has few; all that is
    overdue stands together in the index of latest days. A window does not help: also what comes
    round falls into it, which no index of days knows. States and kinds leave out too little.
    """
    if filters["bodies"] is not None:
        return _BODIES
    return _OVERDUE if filters["overdue"] else _EVERYWHERE


def filters_of(asking: Asking, question: Tasks) -> Filters:
    """Return what statements ask of a task besides what it implements."""
    return {
        "as_of": question.as_of.isoformat(),
        "kinds": list(question.kinds),
        "states": list(question.states) if question.states else None,
        "overdue": set(question.states) == {State.OPEN_OVERDUE},
        "bodies": bodies_asked(asking, question),
        "due_from": iso(question.due_from),
        "due_to": iso(question.due_to),
        "occurring": _occurring(asking, question),
    }


def _occurring(asking: Asking, question: Tasks) -> list[str] | None:
    if question.due_from is None and question.due_to is None:
        return None
    return asking.occurring(iso(question.due_from), iso(question.due_to))


def _implementing(
    asking: Asking, question: Tasks, page: Slice, filters: Filters, longest: int | None
) -> Answer:
    asked = [need_document(asking, key) for key in question.implements]
    found = _narrowed(asking, question, ways(asking, question, asked), filters)
    counts: Counts = {
        length: count
        for length, count in _count_ways(asking, found, filters).items()
        if longest is None or length <= longest
    }
    counts = _in_place(asking, question, counts)
    shelves, skip = _pick(asking, counts, page)
    by_plan = _by_plan(asking, found, shelves, filters)
    chained = _cut(list(_on_shelves(found, shelves, by_plan)), page, skip)
    rows = rows_with_paths(asking, question, found, chained, by_plan)
    return answer(question, tuple(rows), _total(counts))


def _narrowed(asking: Asking, question: Tasks, found: Ways, filters: Filters) -> Ways:
    """Leave of the ways those of tasks that pass the other filters, and of the document asked."""
    own, plans = found.own, found.plans
    if question.document is not None:
        only = need_document(asking, question.document)
        own = {n: {only: tasks[only]} for n, tasks in own.items() if only in tasks}
        plans = {plan: length for plan, length in plans.items() if plan == only}
    if any(filters[name] is not None for name in ("states", "bodies", "due_from", "due_to")):
        passing = set(_ids(asking, {d for tasks in own.values() for d in tasks}, filters))
        own = {
            length: by_document(passing.intersection(chain.from_iterable(tasks.values())))
            for length, tasks in own.items()
        }
    return Ways(found.closure, own, plans)


def _count_ways(asking: Asking, found: Ways, filters: Filters) -> Counts:
    """Count the tasks by length and document; what a task's own words say is not its plan's."""
    counts = {
        length: {document: len(here) for document, here in tasks.items()}
        for length, tasks in found.own.items()
    }
    own = Counter[int]()
    for here in counts.values():
        own.update(here)
    plans = sorted(found.plans)
    for document, count in asking.rows("tasks_of_documents", documents=plans, **filters):
        rest = count - own[document]
        if rest:
            here = counts.setdefault(found.plans[document], {})
            here[document] = here.get(document, 0) + rest
    return counts


def _by_plan(asking: Asking, found: Ways, shelves: Iterable[_Shelf], filters: Filters) -> set[int]:
    """Return the tasks on these shelves that get there by way of their plan."""
    plans = {s.document for s in shelves if found.plans.get(s.document) == s.length}
    own = {task for d in plans for tasks in found.own.values() for task in tasks.get(d, ())}
    return set(_ids(asking, plans, filters)) - own


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


def _ids(asking: Asking, documents: Iterable[int], filters: Filters) -> list[int]:
    values = sorted(documents)
    rows = asking.rows("task_ids_of_documents", documents=values, **filters)
    return [task for _, task in rows]


def _in_place(asking: Asking, question: Tasks, counts: Counts) -> Counts:
    """Leave of the counts those of documents of the place that is asked for."""
    if question.place is None:
        return counts
    place = authority_of(question.place)
    documents = sorted({document for here in counts.values() for document in here})
    rows = asking.rows("document_keys", documents=documents)
    inside = {document for document, key in rows if is_within(key, place)}
    return {
        length: {document: count for document, count in here.items() if document in inside}
        for length, here in counts.items()
    }


def _total(counts: Counts) -> int:
    return sum(sum(by_document.values()) for by_document in counts.values())


def _pick(asking: Asking, counts: Counts, page: Slice) -> tuple[list[_Shelf], int]:
    """Return the shelves that a page touches, and how many of their tasks stand before it."""
    end = None if page.limit is None else page.start + page.limit
    picked: list[_Shelf] = []
    before = skip = 0
    for length in sorted(counts):
        size = sum(counts[length].values())
        if before + size > page.start and (end is None or before < end):
            most = None if end is None else end - before
            here = before
            for document, count in _ordered(asking, counts[length], most):
                if here + count > page.start and (end is None or here < end):
                    skip = skip if picked else page.start - here
                    picked.append(_Shelf(length, document))
                here += count
        before += size
    return picked, skip


def _ordered(asking: Asking, counts: Mapping[int, int], most: int | None) -> list[tuple[int, int]]:
    """Return the documents with their counts by key, the first `most` at least."""
    rows = asking.rows("document_keys", documents=list(counts))
    by_key = ((key, document) for document, key in rows)
    first = sorted(by_key) if most is None else nsmallest(most, by_key)
    return [(document, counts[document]) for _, document in first]


def _cut(tasks: list[T], page: Slice, skip: int) -> list[T]:
    return tasks[skip : None if page.limit is None else skip + page.limit]
