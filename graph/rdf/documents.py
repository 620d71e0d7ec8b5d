"""What all accounts of a document tell together, and the days that are known of its force."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from graph.answer_types import DocumentRow, Force, ForceRow
from graph.labels import document_label
from graph.questions import InForce
from graph.rdf.nodes import Node, given, own
from graph.store import View
from ontology.facts import DocumentFacts
from ontology.known import KnownRelation
from ontology.numbers import full_symbol
from ontology.rdf.names import DOCUMENT, KIND, iri
from ontology.relations import Relation
from ontology.standing import told_end, told_start

_GONE: Final = frozenset({Force.REPLACED, Force.ENDED})


def document_nodes(
    store: View, rows: Iterable[DocumentRow], replaced: Collection[str]
) -> Iterator[Node]:
    """Describe documents; of those `replaced`, or ended by the registry, the store tells when."""
    for row in rows:
        may_be_gone = row.key in replaced or told_end(row.status) is not None
        yield _document(row, _end(store, row.key) if may_be_gone else None)


def replaced_by_registry(relations: Iterable[KnownRelation]) -> set[str]:
    """Return the keys of the documents that the registry says are replaced."""
    return {one.to_key for one in relations if one.relation == Relation.REPLACES}


def replaced_by_text(facts: DocumentFacts) -> set[str]:
    """Return the keys of the documents that a text says are replaced."""
    said = {link.target for link in facts.links if link.relation == Relation.REPLACES}
    said |= {aim.citation for aim in facts.aims if aim.relation == Relation.REPLACES}
    if not said:
        return said
    return {one.key for one in facts.resolutions if one.key and one.citation in said}


def _end(store: View, key: str) -> dt.date | None:
    """Return the day from which a document is replaced or ended, where it is known."""
    rows = store.ask(InForce(as_of=dt.date.max, limit=None, document=key)).rows
    holding = (row for row in rows if isinstance(row, ForceRow) and row.holds)
    return next((row.since for row in holding if row.force in _GONE), None)


def _document(row: DocumentRow, end: dt.date | None) -> Node:
    label = document_label(row.type, row.number, row.symbol, row.date, row.title)
    return (
        iri(DOCUMENT, row.key),
        [
            ("type", own("Document")),
            ("key", row.key),
            ("label", label),
            ("documentType", iri(KIND, row.type)),
            ("standing", row.standing),
            *given(
                idLocal=full_symbol(row.number, row.symbol) or None,
                date=row.date,
                issuerName=row.issuer,
                term=row.term,
                jurisdiction=row.jurisdiction,
                title=row.title,
                status=row.status,
                inForceFrom=told_start(row.status),
                endedOn=end,
            ),
        ],
    )
