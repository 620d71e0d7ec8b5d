"""What in a store is not as the shapes say, one named graph at a time."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final, TypeAlias

from graph.rdf.stream import Chosen, graphs
from graph.rdf.turtle import block, prefixes
from graph.store import View
from ontology.rdf.validation import Finding, findings

_AHEAD: Final = 2
"""How many graphs for each process may be looked at before the first of them is told of."""

Part: TypeAlias = tuple[str, str]
"""A named graph, or a part of one, by its name and in Turtle."""


def faults(
    store: View,
    chosen: Chosen,
    language: str,
    progress: Callable[[int], None],
    workers: int = 1,
) -> Iterator[tuple[str, Finding]]:
    """Give all that is wrong, each with the name of the graph that says it.

    A named graph holds what its document refers to, so that each is looked at by itself: of so many
    `workers`, each a process, every one has a few in memory. Raises `StoreError` in the end when
    somebody wrote meanwhile.
    """
    parts = ((name, prefixes() + block(nodes)) for name, nodes in graphs(store, chosen, progress))
    if workers > 1:
        yield from _together(parts, language, workers)
        return
    for name, turtle in parts:
        for finding in findings(turtle, language):
            yield name, finding


def _together(parts: Iterator[Part], language: str, workers: int) -> Iterator[tuple[str, Finding]]:
    """Give the same in the same order, found by several processes."""
    waiting: deque[tuple[str, Future[list[Finding]]]] = deque()
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        for name, turtle in parts:
            waiting.append((name, pool.submit(findings, turtle, language)))
            if len(waiting) > _AHEAD * workers:
                yield from _told(*waiting.popleft())
        while waiting:
            yield from _told(*waiting.popleft())


def _told(name: str, found: Future[list[Finding]]) -> Iterator[tuple[str, Finding]]:
    return ((name, finding) for finding in found.result())
