"""Fills stores with a made-up country."""

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from bench.corpus import Loading
from graph.store import Store

TOGETHER: Final = 100
"""Documents in one transaction."""


def fill(store: Store, loadings: Iterable[Loading]) -> float:
    """Load documents into a store; return the seconds that the store took, making them left out."""
    taken = 0.0
    for group in _groups(loadings):
        start = time.perf_counter()
        with store.transaction():
            for one in group:
                store.put(one.key, one.facts, one.mentions, reader="bench")
            store.refer(
                [meaning for one in group for meaning in one.resolutions],
                [document for one in group for document in one.cited],
            )
        taken += time.perf_counter() - start
    return taken


def _groups(loadings: Iterable[Loading]) -> Iterator[list[Loading]]:
    left = iter(loadings)
    while group := list(islice(left, TOGETHER)):
        yield group
