"""All that a store holds, to be taken to another store."""

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from graph.answers.asking import Asking, need_document
from graph.answers.values import known_body, known_document
from graph.store import Holding, Registered, Said, StatusChange
from ontology.facts import DocumentFacts
from ontology.known import KnownDocument, KnownRelation, Mention
from ontology.relations import Relation


def read_registered(asking: Asking) -> Registered:
    """Return all that is known without any text."""
    relations = (
        KnownRelation(source, Relation(relation), target, words, origin)
        for source, relation, target, words, origin in asking.rows("registered_relations")
    )
    bodies = map(known_body, asking.rows("registered_bodies"))
    documents = _accounts(asking.rows("registered_documents"))
    return Registered(documents, tuple(relations), tuple(bodies))


def read_holding(
    asking: Asking, key: str, facts: DocumentFacts, mentions: Iterable[Mention]
) -> Holding:
    """Return all that is held of a loaded document."""
    number = need_document(asking, key)
    ((reader,),) = asking.rows("reader_of_document", document=number)
    cited = _accounts(asking.rows("cited_by_document", document=number))
    return Holding(key, facts, tuple(mentions), reader, cited)


def _accounts(rows: Iterable[tuple[Any, ...]]) -> tuple[KnownDocument, ...]:
    """Return accounts, of which a store without columns keeps each as one JSON list."""
    return tuple(
        known_document(key, tuple(told if len(told) > 1 else json.loads(told[0])))
        for key, *told in rows
    )


def read_said(asking: Asking) -> tuple[Said, ...]:
    """Return all status changes, by document, task and moment."""
    return tuple(
        Said(
            document,
            words,
            StatusChange(
                *(task, status, dt.date.fromisoformat(on), by, note),
                dt.datetime.fromisoformat(at),
            ),
        )
        for document, words, task, status, on, by, note, at in asking.rows("said")
    )
