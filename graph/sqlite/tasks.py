"""The tasks that implement documents, and tasks by who, when and in what state."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Final, TypeAlias, TypeVar

from graph.paging import Slice, answer, page_of
from graph.questions import Answer, Tasks
from graph.rows import iso
from graph.sqlite.bodies import bodies_named
from graph.sqlite.documents import need_document
from graph.sqlite.session import Session, many
from graph.sqlite.task_rows import rows_with_paths, task_rows
from graph.sqlite.values import SHIFT
from graph.sqlite.ways import Ways, passing, ways

Filters: TypeAlias = dict[str, str | None]
T = TypeVar("T")

_ALONE: Final = 0
"""The length of the chain of a task that is not asked about any document."""


@dataclass(frozen=True, slots=True)
class _Shelf:
    """How many tasks of one document have chains of one length: answers are read by shelves."""

    length: int
    key: str
    document: int
    count: int


def ask_tasks(session: Session, question: Tasks, part: Slice | None = None) -> Answer:
    """Answer `Tasks`; `part` picks the rows where they are only a part of another answer."""
    page = part or page_of(question)
    filters = _filters(session, question)
    if question.implements:
        return _implementing(session, question, page, filters)
    if question.document is None:
        counts = session.rows("tasks_by_document", **filters)
    else:
        documents = many([need_document(session, question.document)])
        counts = session.rows("tasks_of_documents", documents=documents, **filters)
    shelves = _shelves(session, {(_ALONE, document): count for document, count in counts})
    picked, skip = _pick(shelves, page)
    tasks = _ids(session, (shelf.document for shelf in picked), filters)
    by_document = _by_document(tasks)
    ordered = list(chain.from_iterable(by_document[shelf.document] for shelf in picked))
    rows = task_rows(session, _cut(ordered, page, skip), question.as_of)
    return answer(question, tuple(rows), sum(shelf.count for shelf in shelves))


def _filters(session: Session, question: Tasks) -> Filters:
    return {
        "as_of": question.as_of.isoformat(),
        "kinds": many(question.kinds),
        "states": many(question.states) if question.states else None,
        "bodies": bodies_named(session, question.body),
        "due_from": iso(question.due_from),
        "due_to": iso(question.due_to),
    }


def _is_filtered(question: Tasks) -> bool:
    asked = (question.body, question.due_from, question.due_to)
    return bool(question.states) or any(value is not None for value in asked)


def _implementing(session: Session, question: Tasks, page: Slice, filters: Filters) -> Answer:
    found = _narrowed(
        session,
        question,
        ways(session, question, [need_document(session, key) for key in question.implements]),
        filters,
    )
    own_in = Counter(task >> SHIFT for tasks in found.own.values() for task in tasks)
    counts = Counter[tuple[int, int]]()
    for length, tasks in found.own.items():
        counts.update(zip(repeat(length), (task >> SHIFT for task in tasks)))
    plans = many(sorted(found.plans))
    for document, count in session.rows("tasks_of_documents", documents=plans, **filters):
        rest = count - own_in[document]
        if rest:
            counts[found.plans[document], document] += rest
    shelves = _shelves(session, counts)
    picked, skip = _pick(shelves, page)
    chained, by_plan = _on_shelves(session, found, picked, filters)
    rows = rows_with_paths(session, question, found, _cut(chained, page, skip), by_plan)
    return answer(question, tuple(rows), sum(shelf.count for shelf in shelves))


def _narrowed(session: Session, question: Tasks, found: Ways, filters: Filters) -> Ways:
    """Leave of the ways those of tasks that pass the other filters, and of the document asked."""
    own, plans = found.own, found.plans
    if question.document is not None:
        only = need_document(session, question.document)
        own = {n: [task for task in tasks if task >> SHIFT == only] for n, tasks in own.items()}
        plans = {plan: length for plan, length in plans.items() if plan == only}
    if _is_filtered(question):
        own = {n: passing(session, tasks, filters) for n, tasks in own.items()}
    return Ways(found.closure, own, plans)


def _on_shelves(
    session: Session, found: Ways, shelves: list[_Shelf], filters: Filters
) -> tuple[list[tuple[int, int]], set[int]]:
    """Return the tasks on these shelves with the lengths of their chains, and those by plan."""
    plans = {s.document for s in shelves if found.plans.get(s.document) == s.length}
    own = {task for tasks in found.own.values() for task in tasks} if plans else set()
    by_plan = set(_ids(session, plans, filters)) - own
    in_plan = _by_document(sorted(by_plan))
    tasks = []
    for shelf in shelves:
        here = _of_document(found.own.get(shelf.length, []), shelf.document)
        if found.plans.get(shelf.document) == shelf.length:
            here = sorted((*here, *in_plan.get(shelf.document, ())))
        tasks += [(task, shelf.length) for task in here]
    return tasks, by_plan


def _of_document(tasks: list[int], document: int) -> list[int]:
    """Return those of sorted tasks that stand in one document."""
    begin = bisect_left(tasks, document << SHIFT)
    return tasks[begin : bisect_left(tasks, (document + 1) << SHIFT, begin)]


def _ids(session: Session, documents: Iterable[int], filters: Filters) -> list[int]:
    rows = session.rows("task_ids_of_documents", documents=many(sorted(documents)), **filters)
    return [task for (task,) in rows]


def _by_document(tasks: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for task in tasks:
        found.setdefault(task >> SHIFT, []).append(task)
    return found


def _shelves(session: Session, counts: Mapping[tuple[int, int], int]) -> list[_Shelf]:
    """Return the shelves in the order of the answer: by length, then by the document's key."""
    documents = many(sorted({document for _, document in counts}))
    keys = dict(session.rows("document_keys", documents=documents))
    order = sorted(
        (length, keys[document], document, count) for (length, document), count in counts.items()
    )
    return [_Shelf(*shelf) for shelf in order]


def _pick(shelves: list[_Shelf], page: Slice) -> tuple[list[_Shelf], int]:
    """Return the shelves that a page touches, and how many tasks of them stand before it."""
    picked: list[_Shelf] = []
    before = skip = 0
    for shelf in shelves:
        after = before + shelf.count
        if page.limit is not None and before >= page.start + page.limit:
            break
        if after > page.start:
            skip = skip if picked else page.start - before
            picked.append(shelf)
        before = after
    return picked, skip


def _cut(tasks: list[T], page: Slice, skip: int) -> list[T]:
    return tasks[skip : None if page.limit is None else skip + page.limit]
