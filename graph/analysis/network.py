"""The documents as a network: the only module that knows networkx."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

import networkx as nx

from graph.analysis.tables import Asker
from graph.answer_types import ArcRow
from graph.questions import Arcs
from ontology.relations import CARRYING, Relation

Digraph: TypeAlias = "nx.DiGraph[str]"


@dataclass(frozen=True)
class Network:
    """All edges between documents, by which work flows or of any relation.

    What is below a document is all from which a carrying path leads to it.
    """

    arcs: tuple[ArcRow, ...]

    @classmethod
    def of(cls, asker: Asker) -> "Network":
        """Return the network of a store by the day asked."""
        answer = asker.view.ask(Arcs(as_of=asker.as_of, limit=None))
        return cls(tuple(row for row in answer.rows if isinstance(row, ArcRow)))

    @cached_property
    def dates(self) -> dict[str, dt.date | None]:
        """The days of the documents by key."""
        found = {arc.target: arc.target_date for arc in self.arcs}
        return found | {arc.source: arc.source_date for arc in self.arcs}

    @cached_property
    def authorities(self) -> dict[str, str]:
        """The authorities of the documents by key."""
        found = {arc.target: arc.target_authority for arc in self.arcs}
        return found | {arc.source: arc.source_authority for arc in self.arcs}

    @cached_property
    def carrying(self) -> Digraph:
        """The documents that carry others out, each with an edge to what it carries out."""
        graph: Digraph = nx.DiGraph()
        graph.add_edges_from(
            (arc.source, arc.target) for arc in self.arcs if Relation(arc.relation) in CARRYING
        )
        return graph

    def layers_below(self, document: str) -> Iterator[list[str]]:
        """Give the documents one step below, then two, and so on; each is in its nearest layer."""
        if document in self.carrying:
            layers = nx.bfs_layers(self.carrying.reverse(copy=False), [document])
            next(layers)
            yield from map(sorted, layers)

    def below(self, document: str) -> frozenset[str]:
        """Return all that carries a document out."""
        return frozenset(key for layer in self.layers_below(document) for key in layer)

    def above(self, document: str) -> frozenset[str]:
        """Return all that a document carries out."""
        if document not in self.carrying:
            return frozenset()
        return frozenset(nx.descendants(self.carrying, document))

    def tops(self) -> list[str]:
        """Return what others carry out, and that carries out nothing itself."""
        graph = self.carrying
        return sorted(key for key in graph if not graph.out_degree(key) and graph.in_degree(key))

    def ranks(self) -> dict[str, float]:
        """Return the PageRank of each document: the more rests on those that rest on it, the more.

        All together make one.
        """
        if not self.carrying:
            return {}
        return {str(key): float(rank) for key, rank in nx.pagerank(self.carrying).items()}

    def cycles(self) -> list[list[str]]:
        """Return the documents that carry one another out in a circle, each circle sorted."""
        parts = nx.strongly_connected_components(self.carrying)
        return sorted(sorted(part) for part in parts if len(part) > 1)

    def circle(self, part: Iterable[str]) -> list[tuple[str, str]]:
        """Return the steps of one way round that begins with the first document of a circle."""
        within = self.carrying.subgraph(part)
        first = min(within)
        ways = (nx.shortest_path(within, after, first) for after in within.successors(first))
        way = min(ways, key=lambda found: (len(found), found))
        return list(pairwise([first, *way]))
