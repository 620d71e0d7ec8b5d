"""How fast a made-up country becomes N-Quads, against the least that writing as many lines takes.

`python -m bench.exporting [--documents N]`: the export reads the store, makes the lines and writes
them; the bare loop puts the terms of the same lines, which it has in memory, together and writes
them. Memory is told for half as many documents and for all: it must be the same.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from bench.corpus import corpus
from bench.filling import fill
from graph.exporting.forms import write_file
from graph.exporting.syntaxes import NQ
from graph.rdf.stream import Chosen
from graph.store import open_store

_SAMPLE: Final = 50_000
"""Lines of which the bare loop has the terms, to be written again and again."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock and of the processor; the latter tell more where others work as well."""

    clock: float
    processor: float

    @classmethod
    def since(cls, start: "Taken | None" = None) -> "Taken":
        """Return what was taken since a start, or a start."""
        before = start or cls(0, 0)
        return cls(time.perf_counter() - before.clock, time.process_time() - before.processor)


def export(store_file: str, path: str) -> tuple[Taken, int]:
    """Export a store; return the time, and the most memory of this process in kilobytes."""
    store = open_store(store_file)
    start = Taken.since()
    with Path(path).open("wb") as file:
        write_file(store, NQ, Chosen.of(store), file)
    taken = Taken.since(start)
    store.close()
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def bare(path: Path, target: Path) -> tuple[Taken, int]:
    """Write as many lines as a file has, of the terms of its first; return the time and lines."""
    with path.open(encoding="utf-8", newline="\n") as file:
        terms = [_terms(line) for line in islice(file, _SAMPLE)]
        count = len(terms) + sum(1 for _ in file)
    start = Taken.since()
    with target.open("w", encoding="utf-8", newline="\n") as file:
        for subject, predicate, value, graph in _again(terms, count):
            file.write(f"{subject} {predicate} {value} {graph} .\n")
    return Taken.since(start), count


Terms = tuple[str, str, str, str]


def _terms(line: str) -> Terms:
    subject, predicate, rest = line.removesuffix(" .\n").split(" ", 2)
    value, _, graph = rest.rpartition(" ")
    return subject, predicate, value, graph


def _again(terms: list[Terms], count: int) -> Iterator[Terms]:
    whole, rest = divmod(count, len(terms))
    for _ in range(whole):
        yield from terms
    yield from terms[:rest]


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2_000)
    documents: int = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in (documents // 2, documents):
            store_file, path = str(folder / f"{number}.sqlite"), folder / f"{number}.nq"
            store = open_store(store_file)
            fill(store, corpus(number))
            store.close()
            # A process of its own: the memory of this one has seen the loading.
            with get_context("spawn").Pool(1) as pool:
                taken, memory = pool.apply(export, (store_file, str(path)))
            least, lines = bare(path, folder / "bare.nq")
            print(
                f"{number} documents, {lines} lines in {taken.clock:.1f} s:"
                f" {lines / taken.clock:.0f} lines/s, {least.clock / taken.clock:.2f} x the rate of"
                f" a bare loop ({least.processor / taken.processor:.2f} x by processor time),"
                f" {memory // 1024} MB at most"
            )


if __name__ == "__main__":
    main()
