"""A whole graph, or the neighbourhood of a document, as one named graph after another."""

import datetime as dt
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, TypeAlias

from graph.answer_types import EdgeRow
from graph.exporting.pages import body_rows, document_rows
from graph.questions import Neighbours
from graph.rdf.bodies import body_nodes, change_nodes
from graph.rdf.describing import Described
from graph.rdf.documents import (
    document_nodes,
    replaced_by_registry,
    replaced_by_text,
)
from graph.rdf.nodes import Facts, Node, own
from graph.rdf.registered import registered_nodes, said_nodes
from graph.store import Registered, Said, StoreError, View
from ontology.bodies import BodyNames
from ontology.rdf.names import (
    BODIES_GRAPH,
    CHANGES_GRAPH,
    DOCUMENT,
    DOCUMENTS_GRAPH,
    EXPORT_GRAPH,
    GRAPH,
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
    """What is to be exported: all, or of documents only those of `only`.

    `loaded` are the keys of the loaded documents, `state` is the store's word for what it held.
    """

    loaded: tuple[str, ...]
    registered: Registered
    said: tuple[Said, ...]
    only: frozenset[str] | None
    around: str | None
    state: str

    @classmethod
    def of(cls, store: View, around: str | None = None) -> "Chosen":
        """Return what a store has; raise `NotFoundError` when it has no such document."""
        state = store.state()
        loaded = store.loaded_keys()
        registered, said = store.registered(), store.said()
        if around is None:
            return cls(loaded, registered, said, None, None, state)
        only = neighbourhood(store, around)
        known = Registered(
            tuple(one for one in registered.documents if one.key in only),
            tuple(one for one in registered.relations if {one.from_key, one.to_key} <= only),
            registered.bodies,
        )
        return cls(
            tuple(key for key in loaded if key in only),
            known,
            tuple(one for one in said if one.document in only),
            only,
            around,
            state,
        )

    def check(self, store: View) -> None:
        """Raise `StoreError` when somebody wrote meanwhile."""
        if self.state != store.state():
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
    for _, nodes in _told(store, chosen, lambda _: None, set()):
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
    replaced: set[str] = set()
    for name, nodes in _told(store, chosen, progress, replaced):
        yield name, met.watch(nodes) if met else nodes
    yield from following(store, chosen, replaced, met)


def following(
    store: View, chosen: Chosen, replaced: Collection[str], met: Met | None = None
) -> Iterator[Graph]:
    """Give what comes after all texts, which say that some documents are `replaced`.

    `met` is what a neighbourhood speaks of. Raises `StoreError` in the end as `graphs` does.
    """
    for documents in document_rows(store, met.documents if met else None):
        yield DOCUMENTS_GRAPH, document_nodes(store, documents, replaced)
    names = BodyNames(chosen.registered.bodies)
    if chosen.only is None:
        yield CHANGES_GRAPH, change_nodes(names, chosen.registered.bodies)
    for bodies in body_rows(store, met.bodies if met else None):
        yield BODIES_GRAPH, chain.from_iterable(body_nodes(row, names) for row in bodies)
    yield SAID_GRAPH, said_nodes(chosen.said)
    yield EXPORT_GRAPH, [_summary(chosen)]
    chosen.check(store)


def _told(
    store: View, chosen: Chosen, progress: Callable[[int], None], replaced: set[str]
) -> Iterator[Graph]:
    """Give what the registry and the texts tell; gather the keys of documents `replaced` there."""
    yield registry(chosen, replaced)
    for graph in texts(store, described(chosen.registered), chosen.loaded, replaced):
        yield graph
        progress(1)


def registry(chosen: Chosen, replaced: set[str]) -> Graph:
    """Return what is known without any text; gather the keys of documents `replaced` there."""
    replaced |= replaced_by_registry(chosen.registered.relations)
    names = BodyNames(chosen.registered.bodies)
    return REGISTRY_GRAPH, registered_nodes(chosen.registered, names, chosen.loaded)


def described(registered: Registered) -> Described:
    """Return what describes documents by what is known without their texts."""
    names = BodyNames(registered.bodies)
    return Described(names, {one.key: one for one in registered.documents})


def texts(store: View, by: Described, keys: Iterable[str], replaced: set[str]) -> Iterator[Graph]:
    """Give what texts tell; gather the keys of documents `replaced` there."""
    for key in keys:
        held = store.holding(key)
        replaced |= replaced_by_text(held.facts)
        yield iri(GRAPH, key), by.nodes(held)


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
