"""A whole graph, or the neighbourhood of a document, as one named graph after another."""

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, TypeAlias

from graph.answer_types import BodyRow, DocumentRow, EdgeRow
from graph.exporting.pages import body_rows, document_rows
from graph.labels import document_label
from graph.questions import Neighbours
from graph.rdf.describing import Described
from graph.rdf.nodes import Facts, Node, given, own, words_node
from graph.rdf.registered import registered_nodes, said_nodes
from graph.store import Loaded, Registered, Said, StoreError, View
from ontology.bodies import BodyNames
from ontology.known import KnownBody
from ontology.numbers import full_symbol
from ontology.rdf.names import (
    BODIES_GRAPH,
    BODY,
    DOCUMENT,
    DOCUMENTS_GRAPH,
    EXPORT_GRAPH,
    GRAPH,
    KIND,
    REGISTRY_GRAPH,
    SAID_GRAPH,
    iri,
)

EDITION: Final = "1"
"""Raised when what an export writes can no longer be read by an older program."""

Graph: TypeAlias = tuple[str, Iterable[Node]]
"""A named graph, or a part of one; all parts of a graph follow each other."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be exported: all, or of documents only those of `only`."""

    loaded: tuple[Loaded, ...]
    registered: Registered
    said: tuple[Said, ...]
    only: frozenset[str] | None
    around: str | None

    @classmethod
    def of(cls, store: View, around: str | None = None) -> "Chosen":
        """Return what a store has; raise `NotFoundError` when it has no such document."""
        loaded, registered, said = store.loaded(), store.registered(), store.said()
        if around is None:
            return cls(loaded, registered, said, None, None)
        only = neighbourhood(store, around)
        known = Registered(
            tuple(one for one in registered.documents if one.key in only),
            tuple(one for one in registered.relations if {one.from_key, one.to_key} <= only),
            registered.bodies,
        )
        return cls(
            tuple(one for one in loaded if one.key in only),
            known,
            tuple(one for one in said if one.document in only),
            only,
            around,
        )

    def check(self, store: View) -> None:
        """Raise `StoreError` when somebody wrote meanwhile."""
        if self != Chosen.of(store, self.around):
            reason = "có người ghi vào kho trong lúc xuất nên không xuất gì cả; hãy làm lại"
            raise StoreError(reason)


def neighbourhood(store: View, document: str) -> frozenset[str]:
    """Return the keys of a document and of all that one edge, or a task of theirs, leads to."""
    edges = store.ask(Neighbours(as_of=dt.date.max, limit=None, key=document)).rows
    hops = [row.hop for row in edges if isinstance(row, EdgeRow)]
    ends = chain.from_iterable((hop.from_, hop.to, hop.document) for hop in hops)
    return frozenset({document, *(end.partition("#")[0] for end in ends)})


@dataclass(frozen=True, slots=True)
class Met:
    """The keys of all documents and bodies that a neighbourhood speaks of."""

    documents: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)

    def watch(self, nodes: Iterable[Node]) -> Iterator[Node]:
        """Give the nodes, and remember documents and bodies among them."""
        for name, facts in nodes:
            if facts[:1] in (_IS_DOCUMENT, _IS_BODY) and facts[1][0] == "key":
                met = self.documents if facts[:1] == _IS_DOCUMENT else self.bodies
                met.add(str(facts[1][1]))
            yield name, facts


_IS_DOCUMENT: Final[Facts] = [("type", own("Document"))]
_IS_BODY: Final[Facts] = [("type", own("Body"))]


def met_by(store: View, chosen: Chosen) -> Met | None:
    """Return what a neighbourhood speaks of, None where all is chosen."""
    if chosen.only is None:
        return None
    met = Met()
    for _, nodes in _told(store, chosen, lambda _: None):
        deque(met.watch(nodes), maxlen=0)
    return met


def graphs(
    store: View, chosen: Chosen, progress: Callable[[int], None] = lambda _: None
) -> Iterator[Graph]:
    """Give all named graphs, the registry's first; texts are in memory one at a time.

    `progress` is told how many more documents are done. Raises `StoreError` in the end when
    somebody wrote meanwhile.
    """
    met = Met() if chosen.only is not None else None
    for name, nodes in _told(store, chosen, progress):
        yield name, met.watch(nodes) if met else nodes
    for documents in document_rows(store, met.documents if met else None):
        yield DOCUMENTS_GRAPH, chain.from_iterable(map(_document, documents))
    entries = {one.key: one for one in chosen.registered.bodies}
    for bodies in body_rows(store, met.bodies if met else None):
        yield BODIES_GRAPH, chain.from_iterable(body_nodes(row, entries) for row in bodies)
    yield SAID_GRAPH, said_nodes(chosen.said)
    yield EXPORT_GRAPH, [_summary(chosen)]
    chosen.check(store)


def _told(store: View, chosen: Chosen, progress: Callable[[int], None]) -> Iterator[Graph]:
    """Give what the registry and the texts tell."""
    names = BodyNames(chosen.registered.bodies)
    loaded = [one.key for one in chosen.loaded]
    yield REGISTRY_GRAPH, registered_nodes(chosen.registered, names, loaded)
    described = Described(names, {one.key: one for one in chosen.registered.documents})
    for key in loaded:
        yield iri(GRAPH, key), described.nodes(store.holding(key))
        progress(1)


def _summary(chosen: Chosen) -> Node:
    facts: Facts = [
        ("type", own("Export")),
        ("edition", EDITION),
        ("documents", len(chosen.loaded)),
        ("changes", len(chosen.said)),
    ]
    if chosen.around is not None:
        facts.append(("around", iri(DOCUMENT, chosen.around)))
    return EXPORT_GRAPH, facts


def _document(row: DocumentRow) -> Iterator[Node]:
    label = document_label(row.type, row.number, row.symbol, row.date, row.title)
    yield (
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
            ),
        ],
    )


def body_nodes(row: BodyRow, entries: Mapping[str, KnownBody]) -> Iterator[Node]:
    """Describe a body with those above and after it; `entries` are the registry's by key."""
    name = iri(BODY, row.key)
    yield (
        name,
        [
            ("type", own("Body")),
            ("key", row.key),
            ("label", row.name),
            ("name", row.name),
            ("bodyKind", row.kind),
            *given(jurisdiction=row.jurisdiction, validFrom=row.valid_from, validTo=row.valid_to),
        ],
    )
    for tie, other in (("partOf", row.parent), ("succeededBy", row.successor)):
        if other is not None:
            yield from _tie(name, tie, other, row.name)
    if row.successor is not None:
        entry = entries.get(row.key)
        yield (
            f"{name}#change",
            [
                ("type", own("BodyChange")),
                ("originalBody", name),
                ("resultingBody", iri(BODY, row.successor)),
                *given(date=entry.successor_date if entry else None),
            ],
        )


def _tie(name: str, tie: str, other: str, words: str) -> Iterator[Node]:
    """Lead from a body to another on the word of the registry, which is the body's name."""
    at, there = f"{name}#{tie}", iri(BODY, other)
    yield there, [("type", own("Body")), ("key", other)]
    yield name, [(tie, there)]
    yield (
        at,
        [
            ("type", own("RegistryAssertion")),
            ("subject", name),
            ("predicate", own(tie)),
            ("object", there),
            ("words", words),
            ("evidence", f"{at}.words"),
        ],
    )
    yield words_node(f"{at}.words", words)
