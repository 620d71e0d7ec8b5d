"""The syntaxes of RDF in which a graph is written, one named graph after another."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from graph.rdf import jsonld, nquads, turtle
from graph.rdf.nodes import Node
from graph.rdf.stream import Graph

TTL: Final = "ttl"
NQ: Final = "nq"
JSONLD: Final = "jsonld"


@dataclass(frozen=True, slots=True)
class Syntax:
    """What stands before, between and after named graphs, and the pieces of one."""

    head: Callable[[], str]
    between: bytes
    tail: Callable[[], str]
    pieces: Callable[[str, Iterable[Node]], tuple[bytes, ...]]

    def written(self, graphs: Iterable[Graph]) -> Iterator[bytes]:
        """Give named graphs as they stand in a file, with what is between them."""
        for number, (name, nodes) in enumerate(graphs):
            if number:
                yield self.between
            yield from self.pieces(name, nodes)


def _nothing() -> str:
    return ""


SYNTAXES: Final = MappingProxyType(
    {
        TTL: Syntax(
            turtle.prefixes, b"", _nothing, lambda _, nodes: (turtle.block(nodes).encode(),)
        ),
        NQ: Syntax(_nothing, b"", _nothing, nquads.pieces),
        JSONLD: Syntax(
            jsonld.head,
            b",\n",
            lambda: f"\n{jsonld.tail()}",
            lambda name, nodes: (jsonld.line(name, nodes).encode(),),
        ),
    }
)
"""The syntaxes by the names that people type."""
