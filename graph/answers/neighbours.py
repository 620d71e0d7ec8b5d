"""The edges beside a node, and the places that prove an edge."""

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from graph.answers.asking import Asking
from graph.answers.chains import hop_at
from graph.answers.nodes import Label, Node, NodeKind, find_node, labels
from graph.answers.quotes import Quotes
from graph.paging import answer, page_of
from graph.questions import Answer, EdgeRow, Evidence, Hop, Neighbours, Tie
from ontology.relations import Relation

_ORDER: Final = {name: place for place, name in enumerate((*Relation, *Tie))}

Beside: TypeAlias = tuple[int, str, str, int, str]
"""Whether an edge leads out, its relation, and the kind, id and key of the node at its end."""


def ask_neighbours(asking: Asking, question: Neighbours) -> Answer:
    """Answer `Neighbours`: edges that lead out first, by relation, then by the other's key."""
    page = page_of(question)
    node = find_node(asking, question.key)
    beside: list[Beside] = asking.rows(f"neighbours_of_{node.kind.value}", number=node.number)
    if question.relations:
        beside = [edge for edge in beside if edge[1] in question.relations]
    beside.sort(key=lambda edge: (-edge[0], _ORDER[edge[1]], edge[4], edge[3]))
    quotes = Quotes(asking)
    on_page = page.of(beside)
    named = _labels(asking, on_page)
    rows = tuple(
        EdgeRow(_hop(asking, quotes, node, edge), named[edge[2], edge[3]].text) for edge in on_page
    )
    return answer(question, rows, len(beside))


def ask_evidence(asking: Asking, question: Evidence) -> Answer:
    """Answer `Evidence`: texts before the registry, by document and place."""
    page = page_of(question)
    source, target = find_node(asking, question.source), find_node(asking, question.target)
    places = _places(asking, source, question.relation.value, target)
    quotes = Quotes(asking)
    label = labels(asking, target.kind, [target.number])[target.number].text
    rows = tuple(
        EdgeRow(hop_at(quotes, source.key, question.relation.value, target.key, place), label)
        for place in page.of(places)
    )
    return answer(question, rows, len(places))


def _labels(asking: Asking, edges: Sequence[Beside]) -> dict[tuple[str, int], Label]:
    found: dict[tuple[str, int], Label] = {}
    for kind in NodeKind:
        numbers = [edge[3] for edge in edges if edge[2] == kind]
        for number, label in labels(asking, kind, numbers).items():
            found[kind, number] = label
    return found


def _hop(asking: Asking, quotes: Quotes, node: Node, edge: Beside) -> Hop:
    outward, relation, kind, number, key = edge
    other = Node(NodeKind(kind), number, key)
    source, target = (node, other) if outward else (other, node)
    place = _places(asking, source, relation, target)[0]
    return hop_at(quotes, source.key, relation, target.key, place)


def _places(asking: Asking, source: Node, relation: str, target: Node) -> list[tuple[Any, ...]]:
    """Return the places that prove an edge, the best first."""
    values = {"source": source.number, "relation": relation, "target": target.number}
    return asking.rows(_statement(source, relation, target), **values)


def _statement(source: Node, relation: str, target: Node) -> str:
    if source.kind is NodeKind.BODY:
        return "places_of_body"
    if relation == Tie.PART_OF:
        return "places_of_item"
    if target.kind is NodeKind.BODY:
        return "places_of_issuer" if source.kind is NodeKind.DOCUMENT else "places_of_phrase"
    return "places_of_edge" if source.kind is NodeKind.DOCUMENT else "places_of_target"
