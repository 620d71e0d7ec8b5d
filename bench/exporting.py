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
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from bench.corpus import corpus
from bench.filling import fill
from graph.exporting.forms import NQ, write_file
from graph.rdf.stream import Chosen
from graph.store import open_store

_SAMPLE: Final = 50_000
"""Lines of which the bare loop has the terms, to be written again and again."""


def export(store_file: str, path: str) -> tuple[float, int]:
    """Export a store; return the seconds, and the most memory of this process in kilobytes."""
    store = open_store(store_file)
    start = time.perf_counter()
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        write_file(store, NQ, Chosen.of(store), file)
    taken = time.perf_counter() - start
    store.close()
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def bare(path: Path, target: Path) -> tuple[float, int]:
    """Write as many lines as a file has, of the terms of its first; return seconds and lines."""
    with path.open(encoding="utf-8", newline="\n") as file:
        terms = [_terms(line) for line in islice(file, _SAMPLE)]
        count = len(terms) + sum(1 for _ in file)
    start = time.perf_counter()
    with target.open("w", encoding="utf-8", newline="\n") as file:
        for subject, predicate, value, graph in _again(terms, count):
            file.write(f"{subject} {predicate} {value} {graph} .\n")
    return time.perf_counter() - start, count


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
            ratio = least / taken
            print(
                f"{number} documents, {lines} lines in {taken:.1f} s: {lines / taken:.0f} lines/s,"
                f" {ratio:.2f} x the rate of a bare loop, {memory // 1024} MB at most"
            )


if __name__ == "__main__":
    main()
