"""A graph as rows of nodes and edges, for programs that know no RDF.

Edges are those of the RDF: one for each text that says it, with the first place there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from typing import Final, TypeAlias

from graph.answer_types import BodyRow, DocumentRow
from graph.exporting.pages import body_rows, document_rows
from graph.labels import document_label
from graph.rdf.gathered import Gathered, One
from graph.rdf.items import CLASSES, item_names
from graph.rdf.stream import Chosen, Met, graphs, met_by
from graph.rows import iso
from graph.store import Holding, View
from ontology.folding import collapse
from ontology.keys import task_key
from ontology.numbers import full_symbol
from ontology.rdf.names import BASE, BODY, DOCUMENT, NAMESPACE, TEXT, iri, key_in

Cell: TypeAlias = str | int | None
Progress: TypeAlias = Callable[[int], None]

REGISTRY: Final = "registry"
"""The document of an edge that only the registry tells."""
_BODIES: Final = f"{BASE}{BODY}/"


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A document, an item or a body; `id` is its persistent name. Days are ISO text."""

    id: str
    kind: str
    key: str
    label: str
    type: str | None = None
    number: str | None = None
    date: str | None = None
    jurisdiction: str | None = None
    standing: str | None = None
    due_earliest: str | None = None
    due_latest: str | None = None


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """An edge with its evidence: the words, and where they stand, in code points.

    For what only the registry says `document` is `registry`, and the offsets are None.
    """

    source: str
    target: str
    relation: str
    document: str
    start: int | None
    end: int | None
    quote: str
    rule: str | None


def columns(kind: type) -> dict[str, type]:
    """Return the names of a row's columns with the type of each, `str` or `int`."""
    return {one.name: int if "int" in str(one.type) else str for one in fields(kind)}


def cells(row: NodeRow | EdgeRow) -> tuple[Cell, ...]:
    """Return the cells of a row in order."""
    return astuple(row)


def node_rows(store: View, chosen: Chosen, progress: Progress) -> Iterator[NodeRow]:
    """Give documents, then items by document and place, then bodies."""
    met = met_by(store, chosen)
    for documents in document_rows(store, met.documents if met else None):
        yield from map(_document, documents)
    for key in chosen.loaded:
        yield from _items(store.holding(key))
        progress(1)
    for bodies in body_rows(store, met.bodies if met else None):
        yield from map(_body, bodies)


def _document(row: DocumentRow) -> NodeRow:
    return NodeRow(
        iri(DOCUMENT, row.key),
        "Document",
        row.key,
        document_label(row.type, row.number, row.symbol, row.date, row.title),
        row.type,
        full_symbol(row.number, row.symbol) or None,
        iso(row.date),
        row.jurisdiction,
        row.standing,
    )


def _items(held: Holding) -> Iterator[NodeRow]:
    items = held.facts.items
    for item, name in zip(items, item_names(held.key, items), strict=True):
        interval = item.due.interval if item.due else None
        yield NodeRow(
            name,
            CLASSES[item.kind],
            task_key(held.key, item.path),
            collapse(held.facts.source.quote(item.span)),
            due_earliest=iso(interval.earliest) if interval else None,
            due_latest=iso(interval.latest) if interval else None,
        )


def _body(row: BodyRow) -> NodeRow:
    return NodeRow(
        iri(BODY, row.key), "Body", row.key, row.name, row.kind, jurisdiction=row.jurisdiction
    )


def edge_rows(store: View, chosen: Chosen, progress: Progress) -> Iterator[EdgeRow]:
    """Give edges by the text that says them, each once a text; the registry's besides.

    Raises `StoreError` in the end when somebody wrote meanwhile.
    """
    met = met_by(store, chosen)
    for _, nodes in graphs(store, chosen, progress):
        graph = Gathered(nodes)
        seen: set[tuple[str, str, str]] = set()
        for edge in _edges(graph):
            identity = edge.source, edge.relation, edge.target
            if identity not in seen and _is_there(edge.target, met):
                seen.add(identity)
                yield edge


def _is_there(name: str, met: Met | None) -> bool:
    """Tell whether an edge ends at a node of the neighbourhood; one body is part of another."""
    return met is None or not name.startswith(_BODIES) or key_in(BODY, name) in met.bodies


def _edges(graph: Gathered) -> Iterator[EdgeRow]:
    for one in graph:
        if one.perhaps("object") is not None:
            yield _edge(graph, one)
        elif one.perhaps("parentPath") is not None or one.perhaps("localId") is not None:
            yield from _parts(graph, one)


def _edge(graph: Gathered, one: One) -> EdgeRow:
    relation = one.one("predicate").removeprefix(NAMESPACE)
    places = [one.other("evidence")]
    if one.perhaps("citation") is not None:
        places.append(graph.thing(one.one("citation")).other("evidence"))
    ends = one.one("subject"), one.one("object"), relation
    return _proven(ends, _proof(graph, places), one)


def _parts(graph: Gathered, one: One) -> Iterator[EdgeRow]:
    proof = _proof(graph, [one.other("evidence")])
    for whole in one.all("partOf"):
        yield _proven((one.name, whole, "partOf"), proof, one)


_Proof: TypeAlias = tuple[str, int | None, int | None, str]


def _proven(ends: tuple[str, str, str], proof: _Proof, one: One) -> EdgeRow:
    document, start, end, quote = proof
    return EdgeRow(*ends, document, start, end, quote, one.perhaps("rule"))


def _proof(graph: Gathered, places: Iterable[One]) -> _Proof:
    """Return the document, from where to where, and the words that hold all places."""
    first, *others = places
    text = first.perhaps("inText")
    if text is None:
        return REGISTRY, None, None, first.one("exact")
    start = min(place.number("start") for place in (first, *others))
    end = max(place.number("end") for place in (first, *others))
    words = graph.thing(text).one("text")
    return key_in(TEXT, text), start, end, words[start:end]
