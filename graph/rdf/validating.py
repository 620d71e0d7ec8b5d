"""What in a store is not as the shapes say, one named graph at a time."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from graph.rdf.stream import Chosen, graphs
from graph.rdf.together import in_order
from graph.rdf.turtle import block, prefixes
from graph.store import View
from ontology.rdf.validation import Finding, findings

_Part: TypeAlias = tuple[str, str, str]
"""A named graph, or a part of one, by its name and in Turtle, and the language of what is told."""


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
    parts = (
        (name, prefixes() + block(nodes), language)
        for name, nodes in graphs(store, chosen, progress)
    )
    told = in_order(_told, parts, workers) if workers > 1 else map(_told, parts)
    for each in told:
        yield from each


def _told(part: _Part) -> list[tuple[str, Finding]]:
    name, turtle, language = part
    return [(name, finding) for finding in findings(turtle, language)]
