"""How long analyses of a made-up country take, against bare networkx on the same edges in memory.

`python -m bench.analysing [--documents N]`: each analysis as a server answers it, from the store to
the first page of rows with their names. The baseline has the edges as a graph already, and does
with networkx the least that gives the same figures: it reads no store, and names and sorts nothing.
"""

import argparse
import datetime as dt
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeAlias

import networkx as nx

from api.analysing import analysed
from api.words import Words
from bench.corpus import corpus, directive
from bench.filling import fill
from graph.analysis.asked import Analyse, Name
from graph.analysis.network import Network
from graph.analysis.tables import Asker
from graph.store import Store, open_store

TODAY = dt.date(2026, 1, 1)
BODY = "Phòng Tuyên truyền"
PLACES = ("Lạng Sơn", "Cao Bằng")

Digraph: TypeAlias = "nx.DiGraph[str]"
Bare: TypeAlias = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Edges:
    """The edges of a store in memory, and the day and authority of each document."""

    graph: Digraph
    dates: dict[str, dt.date | None]
    authorities: dict[str, str]

    def below(self, key: str) -> int:
        """Count what carries a document out."""
        return len(nx.ancestors(self.graph, key))

    def spread(self, key: str) -> float:
        """Return the median day of what carries a document out."""
        since = self.dates[key] or TODAY
        days = (self.dates[one] for one in nx.ancestors(self.graph, key))
        return median((day - since).days for day in days if day)

    def places(self, key: str) -> int:
        """Count the authorities that carry a document out."""
        return len({self.authorities[one] for one in nx.ancestors(self.graph, key)})

    def layers(self) -> int:
        """Count the layers below everything that carries nothing out."""
        upward = self.graph.reverse(copy=False)
        tops = [key for key in self.graph if not self.graph.out_degree(key)]
        return sum(len(list(nx.bfs_layers(upward, [key]))) for key in tops)

    def ranks(self) -> list[tuple[str, float, int]]:
        """Return the rank of each document that others carry out, with how many do."""
        ranks = nx.pagerank(self.graph)
        return [
            (key, rank, self.below(key)) for key, rank in ranks.items() if self.graph.in_degree(key)
        ]

    def above(self, places: frozenset[str]) -> set[str]:
        """Return what the documents of some authorities carry out."""
        found: set[str] = set()
        for key, authority in self.authorities.items():
            if authority in places and key in self.graph:
                found |= nx.descendants(self.graph, key)
        return found


def bare_of(edges: Edges) -> dict[Name, Bare]:
    """Return what bare networkx does for each analysis that is of the network."""
    first = directive(1)
    return {
        Name.COVERAGE: partial(edges.places, first),
        Name.LAG: partial(edges.spread, first),
        Name.DEPTH: edges.layers,
        Name.RELIED: edges.ranks,
        Name.CYCLES: lambda: list(nx.strongly_connected_components(edges.graph)),
        Name.COMPARE: partial(edges.above, frozenset({"lang-son", "cao-bang"})),
    }


def questions() -> tuple[Analyse, ...]:
    """Return each analysis, of the most popular directive where it wants one."""
    ask = partial(Analyse, as_of=TODAY)
    first, second = PLACES
    return (
        ask(analysis=Name.COVERAGE, document=directive(1)),
        ask(analysis=Name.GAP, document=directive(1)),
        ask(analysis=Name.LAG, document=directive(1)),
        ask(analysis=Name.DEPTH),
        ask(analysis=Name.RELIED),
        ask(analysis=Name.ORPHANS),
        ask(analysis=Name.CYCLES),
        ask(analysis=Name.WORKLOAD, body=BODY),
        ask(analysis=Name.COMPARE, first=first, second=second),
    )


def measure(store: Store) -> None:
    """Print the seconds of every analysis, and its ratio to the bare one."""
    network = Network.of(Asker(store, TODAY))
    bare = bare_of(Edges(network.carrying, network.dates, network.authorities))
    print(f"{len(network.arcs)} edges between {len(network.dates)} documents")
    print(f"{'':12}{'seconds':>9}{'bare':>9}{'ratio':>9}{'rows':>9}")
    for question in questions():
        start = time.perf_counter()
        record = analysed(question, store, Words()).record()
        taken = time.perf_counter() - start
        print(
            f"{question.analysis:12}{taken:9.2f}{_against(bare, question.analysis, taken)}", end=""
        )
        print(f"{record['total']:9}", flush=True)


def _against(bare: dict[Name, Bare], name: Name, taken: float) -> str:
    if name not in bare:
        return f"{'':18}"
    start = time.perf_counter()
    bare[name]()
    least = time.perf_counter() - start
    return f"{least:9.3f}{taken / least:8.1f}x"


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    documents: int = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as name:
        store = open_store(str(Path(name) / "bench.sqlite"))
        fill(store, corpus(documents))
        measure(store)
        store.close()


if __name__ == "__main__":
    main()
