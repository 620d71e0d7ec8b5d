"""Which milestones go with the tasks that somebody wants to see."""

import datetime as dt
from collections.abc import Iterable, Iterator

from api.milestones import milestone_rows
from graph.answer_types import ChainRow, MilestoneRow
from graph.questions import Chain, Milestones, Tasks
from graph.store import Store
from ontology.keys import authority_of, is_within
from ontology.relations import CARRYING, Relation


def milestones_among(question: Tasks, store: Store) -> tuple[MilestoneRow, ...]:
    """Return the milestones that fall into the time of a question for tasks, by day and place.

    They are narrowed as its tasks are: a state leaves those out that a document gives, and what
    the tasks are to implement is what a milestone reviews, or is carried out by that.
    """
    if Relation.REVIEWS not in question.relations:
        return ()
    asked = Milestones(
        as_of=question.as_of,
        limit=None,
        start=question.due_from or dt.date.min,
        end=question.due_to or dt.date.max,
        kinds=question.kinds,
        body=question.body,
        with_history=question.with_history,
    )
    rows = [row for row in milestone_rows(store.ask(asked)) if _is_wanted(row, question)]
    if question.implements:
        targets = _towards(question, {row.reviews for row in rows}, store)
        rows = [row for row in rows if row.reviews in targets]
    return tuple(rows[: question.limit])


def _is_wanted(row: MilestoneRow, question: Tasks) -> bool:
    place = question.place and authority_of(question.place)
    return (
        (question.document is None or row.document == question.document)
        and (place is None or is_within(row.document, place))
        and (not question.states or (row.work is not None and row.work.state in question.states))
    )


def _towards(question: Tasks, documents: Iterable[str], store: Store) -> set[str]:
    """Return those of the documents that are to be implemented, or that carry them out."""
    return {
        key
        for key in documents
        if not {key, *_carried_out(key, question, store)}.isdisjoint(question.implements)
    }


def _carried_out(key: str, question: Tasks, store: Store) -> Iterator[str]:
    """Give what a document carries out, whatever the way; rows come nearest first."""
    chain = Chain(as_of=question.as_of, limit=None, document=key, down=False)
    reached = {key}
    for row in store.ask(chain).rows:
        if isinstance(row, ChainRow) and row.hop.from_ in reached and _carries(row):
            reached.add(row.hop.to)
            yield row.hop.to


def _carries(row: ChainRow) -> bool:
    return Relation(row.hop.relation) in CARRYING
