"""The edges beside a node, and the places that prove an edge."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from graph.answer_types import Answer, EdgeRow, Hop, Tie
from graph.answers.asking import Asking
from graph.answers.nodes import Label, Node, NodeKind, called, find_node, labels
from graph.answers.places import Place, hop, hops, places
from graph.answers.quotes import TOGETHER, Quotes
from graph.paging import answer, page_of
from graph.questions import Evidence, Neighbours
from ontology.relations import Relation

_ORDER: Final = {name: place for place, name in enumerate((*Relation, *Tie))}


@dataclass(frozen=True, slots=True)
class _Edge:
    """An edge between two nodes."""

    source: Node
    relation: str
    target: Node

    @property
    def ends(self) -> tuple[int, str, int]:
        """The edge by the ids of its ends."""
        return (self.source.number, self.relation, self.target.number)

    @property
    def statement(self) -> str:
        """The name of the statement that gives the places of such edges."""
        if self.source.kind is NodeKind.BODY:
            return "places_of_body"
        if self.relation == Tie.PART_OF:
            return "places_of_item"
        if self.target.kind is NodeKind.BODY:
            of_document = self.source.kind is NodeKind.DOCUMENT
            return "places_of_issuer" if of_document else "places_of_phrase"
        of_document = self.source.kind is NodeKind.DOCUMENT
        return "places_of_edge" if of_document else "places_of_target"


Beside: TypeAlias = tuple[Any, ...]
"""Whether an edge leads out, its relation, and the kind, id and key of the node at its end.

What the node is called, as `graph.answers.nodes.called` takes it, and the best place of the edge
come after it where the store has them beside.
"""

_BARE: Final = 5
_NAMED: Final = 5
"""How many values tell the edge, and how many what the node is called."""


def ask_neighbours(asking: Asking, question: Neighbours) -> Answer:
    """Answer `Neighbours`: edges that lead out first, by relation, then by the other's key."""
    page = page_of(question)
    node = find_node(asking, question.key)
    beside: list[Beside] = asking.rows(f"neighbours_of_{node.kind.value}", number=node.number)
    if question.relations:
        beside = [edge for edge in beside if edge[1] in question.relations]
    beside.sort(key=lambda edge: (-edge[0], _ORDER[edge[1]], edge[4], edge[3]))
    on_page = page.of(beside)
    bare = [edge for edge in on_page if len(edge) == _BARE]
    fetched = iter(_fetched(asking, node, bare) if bare else ())
    rows = [next(fetched) if len(edge) == _BARE else _row(node, edge) for edge in on_page]
    return answer(question, rows, len(beside))


def _row(node: Node, edge: Beside) -> EdgeRow:
    """Return an edge that came with all that is told of it."""
    outward, relation, kind, _, key, *told = edge
    from_, to = (node.key, key) if outward else (key, node.key)
    return EdgeRow(hop(from_, relation, to, told[_NAMED:]), called(kind, key, told[:_NAMED]))


def _fetched(asking: Asking, node: Node, edges: Sequence[Beside]) -> Iterator[EdgeRow]:
    """Give edges of which all the rest is still to be asked for."""
    named = _labels(asking, edges)
    found = _hops(asking, [_edge(node, edge) for edge in edges])
    for edge, proved in zip(edges, found, strict=True):
        yield EdgeRow(proved, named[edge[2], edge[3]].text)


def ask_evidence(asking: Asking, question: Evidence) -> Answer:
    """Answer `Evidence`: texts before the registry, by document and place."""
    if isinstance(question.relation, Relation):
        rows = _said(asking, question.source, question.relation, question.target)
        if rows:
            label = called(NodeKind.DOCUMENT, question.target, rows[0][:_NAMED])
            return _proved(asking, question, label, [row[_NAMED:] for row in rows])
    source, target = find_node(asking, question.source), find_node(asking, question.target)
    edge = _Edge(source, question.relation.value, target)
    (found,) = places(asking, edge.statement, [edge.ends])
    label = labels(asking, target.kind, [target.number])[target.number].text
    return _proved(asking, question, label, found)


def _said(asking: Asking, source: str, relation: Relation, target: str) -> list[tuple[Any, ...]]:
    """Return what a document is called, with each place that says an edge to it.

    There is none too where one of the ends is not there.
    """
    document, of_task, path = source.partition("#")
    ends = {"relation": relation.value, "target": target}
    if of_task:
        return asking.rows("evidence_of_task", document=document, path=path, **ends)
    return asking.rows("evidence_of_document", document=document, **ends)


def _proved(asking: Asking, question: Evidence, label: str, found: Sequence[Place]) -> Answer:
    ends = question.source, question.relation.value, question.target
    told = [(*ends, place) for place in page_of(question).of(found)]
    rows = [EdgeRow(proved, label) for proved in hops(Quotes(asking), told)]
    return answer(question, rows, len(found))


def _labels(asking: Asking, edges: Sequence[Beside]) -> dict[tuple[str, int], Label]:
    found: dict[tuple[str, int], Label] = {}
    for kind in NodeKind:
        numbers = [edge[3] for edge in edges if edge[2] == kind]
        for number, label in labels(asking, kind, numbers).items():
            found[kind, number] = label
    return found


def _edge(node: Node, beside: Beside) -> _Edge:
    outward, relation, kind, number, key = beside
    other = Node(NodeKind(kind), number, key)
    return _Edge(node, relation, other) if outward else _Edge(other, relation, node)


def _hops(asking: Asking, edges: Sequence[_Edge]) -> Iterator[Hop]:
    """Give edges, each with the place that proves it best."""
    quotes = Quotes(asking)
    for start in range(0, len(edges), TOGETHER):
        batch = edges[start : start + TOGETHER]
        best = _best(asking, batch)
        told = [
            (edge.source.key, edge.relation, edge.target.key, place)
            for edge, place in zip(batch, best, strict=True)
        ]
        yield from hops(quotes, told)


def _best(asking: Asking, edges: Sequence[_Edge]) -> list[Place]:
    """Return the best place of each edge."""
    by_statement: defaultdict[str, list[int]] = defaultdict(list)
    for number, edge in enumerate(edges):
        by_statement[edge.statement].append(number)
    best: dict[int, Place] = {}
    for name, alike in by_statement.items():
        found = places(asking, name, [edges[number].ends for number in alike])
        best |= {number: here[0] for number, here in zip(alike, found, strict=True)}
    return [best[number] for number in range(len(edges))]
