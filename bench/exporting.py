"""How fast a made-up country becomes N-Quads, against the least that writing as many lines takes.

`python -m bench.exporting [--documents N] [--workers N]`: the export reads the store, makes the
lines and writes them, by one process and by several; the bare loop puts the terms of the same
lines, which it has in memory, together and writes them. Memory is told for a quarter of the
documents and for all: it must be the same. By the clock nothing can be told where others work as
well: there the time of the processor tells more, of all processes together.
"""

import argparse
import os
import resource
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from bench.corpus import corpus
from bench.filling import fill
from graph.exporting.forms import write_file
from graph.exporting.syntaxes import NQ
from graph.exporting.workers import Workers
from graph.rdf.stream import Chosen
from graph.store import open_store

_SAMPLE: Final = 50_000
"""Lines of which the bare loop has the terms, to be written again and again."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock and of the processor, those of ended processes below it included."""

    clock: float
    processor: float

    @classmethod
    def since(cls, start: "Taken | None" = None) -> "Taken":
        """Return what was taken since a start, or a start."""
        before = start or cls(0, 0)
        now = os.times()
        processor = now.user + now.system + now.children_user + now.children_system
        return cls(now.elapsed - before.clock, processor - before.processor)


@dataclass(frozen=True, slots=True)
class Most:
    """The most memory, in megabytes, of the process that exports and of one that works for it."""

    own: int
    worker: int


def export(store_file: str, path: str, workers: int) -> tuple[Taken, Most]:
    """Export a store; return the time and the memory."""
    store = open_store(store_file)
    start = Taken.since()
    with Path(path).open("wb") as file:
        helping = Workers(store_file, workers) if workers > 1 else None
        write_file(store, NQ, Chosen.of(store), file, workers=helping)
    taken = Taken.since(start)
    store.close()
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return taken, Most(_own_memory(), worker)


def _own_memory() -> int:
    """Return the most memory of this process, in megabytes.

    `getrusage` would begin with what the process that has started it had.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


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
    parser.add_argument("--documents", type=int, default=8_000)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        for number in (given.documents // 4, given.documents):
            measure(Path(name), number, given.workers)
    print(f"load {os.getloadavg()[0]:.1f}")


def measure(folder: Path, documents: int, workers: int) -> None:
    """Export so many documents in both ways, each followed by a bare loop of as many lines."""
    store_file, path, target = folder / "x.sqlite", folder / "x.nq", folder / "bare.nq"
    store = open_store(str(store_file))
    fill(store, corpus(documents))
    store.close()
    for count in (1, workers):
        # A process of its own: the memory of this one has seen the loading.
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            taken, most = pool.submit(export, str(store_file), str(path), count).result()
        least, lines = bare(path, target)
        print(
            f"{documents} documents, {lines} lines, {count} at once: {taken.clock:.1f} s"
            f" ({taken.processor:.1f} of the processor), {lines / taken.clock:.0f} lines/s,"
            f" {least.clock / taken.clock:.2f} x the rate of a bare loop of {least.clock:.1f} s"
            f" ({least.processor / taken.processor:.2f} x by processor time), {most.own} MB at most"
            + (f" and {most.worker} MB each worker" if most.worker else ""),
            flush=True,
        )
    store_file.unlink()


if __name__ == "__main__":
    main()
