"""What in a store is not as the shapes say, one named graph at a time."""

from collections.abc import Callable, Iterator

from graph.rdf.stream import Chosen, graphs
from graph.rdf.turtle import block, prefixes
from graph.store import View
from ontology.rdf.validation import Finding, findings


def faults(
    store: View, chosen: Chosen, language: str, progress: Callable[[int], None]
) -> Iterator[tuple[str, Finding]]:
    """Give all that is wrong, each with the name of the graph that says it.

    A named graph holds what its document refers to, so that one is in memory at a time. Raises
    `StoreError` in the end when somebody wrote meanwhile.
    """
    for name, nodes in graphs(store, chosen, progress):
        for finding in findings(prefixes() + block(nodes), language):
            yield name, finding
