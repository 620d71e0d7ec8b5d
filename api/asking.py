"""From what people type to questions of the store, and from those to answers, whoever asks."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Protocol

from api.answers import Record, plain, record
from api.details import body_details, change_record, document_details, task_details, task_row
from api.labels import document_name, documents_by_key, reasons
from api.meanings import Asker, Meant, document_meant, documents_meant, is_document, place_meant
from api.words import Words
from graph.answer_types import Answer, ChainRow, EdgeRow, State
from graph.paging import answer, page_of
from graph.questions import Chain, Citing, Documents, Due, Milestones, Neighbours, Tasks
from graph.store import Store
from loaders.resolve import Candidate, Outcome
from ontology.facts import ItemKind
from ontology.kinds import kind_of_code, kind_of_word
from ontology.relations import ANSWERING, Relation

RESOLVE_COLUMNS = ("document", "type", "number", "symbol", "date", "issuer", "term", "title", "why")


class Paged(Protocol):
    """Which page of an answer is asked for, and as of which day."""

    @property
    def as_of(self) -> dt.date: ...  # noqa: D102
    @property
    def limit(self) -> int | None: ...  # noqa: D102
    @property
    def after(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class WantedTasks:
    """Which tasks, as typed."""

    implements: str | None = None
    kind: tuple[str, ...] = ()
    body: str | None = None
    with_history: bool = False
    due_from: dt.date | None = None
    due_to: dt.date | None = None
    state: tuple[str, ...] = ()
    relation: tuple[str, ...] = ()
    document: str | None = None
    jurisdiction: str | None = None
    province: str | None = None


def tasks_question(
    wanted: WantedTasks, page: Paged, store: Store, asker: Asker
) -> tuple[Tasks, Meant | None]:
    """Return the question for tasks, and which documents they are to implement, if any."""
    meant = None
    if wanted.implements is not None:
        meant = documents_meant(wanted.implements, store, asker)
    document = wanted.document
    question = Tasks(
        as_of=page.as_of,
        limit=page.limit,
        after=page.after,
        implements=meant.keys if meant else (),
        kinds=kinds_of(wanted.kind),
        relations=tuple(map(Relation, wanted.relation)) or ANSWERING,
        states=tuple(map(State, wanted.state)),
        body=wanted.body,
        with_history=wanted.with_history,
        document=document_meant(document, store, asker) if document else None,
        due_from=wanted.due_from,
        due_to=wanted.due_to,
        place=place_meant(wanted.province, store, asker.words),
    )
    return question, meant


class UnknownTypeError(ValueError):
    """No type of document is known by the word or code that was typed."""


class WantedDocuments(Protocol):
    """Which documents, as typed."""

    @property
    def type(self) -> str | None: ...  # noqa: D102
    @property
    def jurisdiction(self) -> str | None: ...  # noqa: D102
    @property
    def standing(self) -> str | None: ...  # noqa: D102
    @property
    def issuer(self) -> str | None: ...  # noqa: D102


def documents_question(
    wanted: WantedDocuments, page: Paged, store: Store, words: Words
) -> Documents:
    """Return the question for documents; raise `UnknownTypeError`, whose words are for people."""
    kind = wanted.type and (kind_of_word(wanted.type) or kind_of_code(wanted.type))
    if wanted.type and kind is None:
        raise UnknownTypeError(words("trouble.no_type", type=wanted.type))
    return Documents(
        as_of=page.as_of,
        limit=page.limit,
        after=page.after,
        type=kind,
        jurisdiction=place_meant(wanted.jurisdiction, store, words),
        standing=wanted.standing,
        issuer=wanted.issuer,
    )


def tasks_title(question: Tasks, store: Store, words: Words) -> str:
    """Return what a file of these tasks is called."""
    if not question.implements:
        return words("file.tasks")
    names = documents_by_key(store, question.implements)
    told = (document_name(names[key]) if key in names else key for key in question.implements)
    return words("file.tasks_of", documents=", ".join(told))


def kinds_of(typed: tuple[str, ...]) -> tuple[ItemKind, ...]:
    """Return the kinds that were asked for: tasks and assignments when none was."""
    if "all" in typed:
        return tuple(ItemKind)
    return tuple(map(ItemKind, typed)) or (ItemKind.TASK, ItemKind.ASSIGNMENT)


def chain_answer(
    store: Store, question: Chain, keys: tuple[str, ...]
) -> tuple[Answer, list[tuple[ChainRow, str]]]:
    """Return one page of the hops of all documents, and each hop with its document."""
    if len(keys) == 1:
        found = store.ask(question)
        return found, [(row, keys[0]) for row in found.rows if isinstance(row, ChainRow)]
    whole = [
        (row, key)
        for key in keys
        for row in store.ask(replace(question, document=key, limit=None, after=None)).rows
        if isinstance(row, ChainRow)
    ]
    shown = list(page_of(question).of(whole))
    return answer(question, [row for row, _ in shown], len(whole)), shown


def citing_answer(keys: tuple[str, ...], page: Paged, store: Store) -> Answer:
    """Return one page of the mentions of all documents that a citation may mean."""
    joined = " ".join(keys)
    question = Citing(as_of=page.as_of, limit=page.limit, after=page.after, document=joined)
    if len(keys) == 1:
        return store.ask(question)
    whole = [
        row
        for key in keys
        for row in store.ask(replace(question, document=key, limit=None, after=None)).rows
    ]
    return answer(question, page_of(question).of(whole), len(whole))


def shown(key: str, page: Paged, store: Store) -> Record:
    """Return all that is known of a document, task or body, with a page of its edges.

    Raises `NotFoundError`.
    """
    edges = store.ask(Neighbours(as_of=page.as_of, limit=page.limit, after=page.after, key=key))
    rows = [row for row in edges.rows if isinstance(row, EdgeRow)]
    whole = {
        **_details(key, store, page),
        "edges": [record(row) for row in rows],
        "edges_total": edges.total,
    }
    return {
        "question": "show",
        "as_of": page.as_of.isoformat(),
        "total": 1,
        "rows": [whole],
        "cursor": edges.cursor,
    }


def _details(key: str, store: Store, page: Paged) -> Record:
    if "#" in key:
        return task_details(key, store, page.as_of)
    if is_document(key, store):
        return document_details(key, store, page.as_of)
    return body_details(key, store, page.as_of)


def milestones_of(question: Due) -> Milestones:
    """Return the question for the milestones of the same days."""
    return Milestones(
        as_of=question.as_of,
        limit=question.limit,
        start=question.start,
        end=question.end,
        kinds=question.kinds,
        body=question.body,
        with_history=question.with_history,
    )


def milestones_beside(question: Due, store: Store) -> Answer:
    """Return the milestones that stand beside deadlines: on their first page only."""
    return store.ask(milestones_of(question)) if question.after is None else Answer((), 0)


def milestones_record(beside: Answer) -> Record:
    """Return milestones as they stand beside deadlines."""
    rows = [record(row) for row in beside.rows]
    return {"milestones": rows, "milestones_total": beside.total}


def status_record(task: str, store: Store, as_of: dt.date) -> Record:
    """Return a task's history and the state that follows from it; raise `NotFoundError`."""
    state = task_row(task, store, as_of).state
    history = [change_record(change) for change in store.history(task)]
    return {
        "question": "status",
        "as_of": as_of.isoformat(),
        "total": len(history),
        "rows": history,
        "task": task,
        "state": state,
    }


def resolve_record(outcome: Outcome, as_of: dt.date, rest: str | None) -> Record:
    """Return what a citation means, with every document that it may mean.

    `rest` are further citations that were typed, and are not answered for.
    """
    return {
        "question": "resolve",
        "as_of": as_of.isoformat(),
        "status": outcome.status,
        "total": len(outcome.candidates),
        "rows": [_candidate(one) for one in outcome.candidates],
        "disagreements": list(outcome.disagreements),
        "method": outcome.method,
        "rest": rest,
    }


def _candidate(candidate: Candidate) -> Record:
    document = candidate.document
    values = {name: plain(getattr(document, name)) for name in RESOLVE_COLUMNS[1:-1]}
    return {"document": document.key, **values, "why": reasons(candidate.why, Words())}
