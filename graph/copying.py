"""Takes a graph from one store to another, and proves that nothing was lost on the way."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from graph.plain import to_json
from graph.store import Holding, Store, StoreError, View

T = TypeVar("T")
Progress = Callable[[int], None]
"""Is told how many more documents are done."""

_TOGETHER = 50
"""Documents in one transaction: few enough to do again after a lost connection."""


@dataclass(frozen=True, slots=True)
class Copied:
    """How much was copied, and the digests of both stores, which are equal."""

    documents: int
    tasks: int
    citations: int
    changes: int
    digest: str


def copy(source: View, target: Store, progress: Progress | None = None) -> Copied:
    """Copy all that `source` holds; what `target` has of it already stays as it is.

    Raises `StoreError` before anything is written when `target` holds other documents, and at the
    end when the stores do not agree, as when somebody wrote meanwhile.
    """
    keys = source.loaded_keys()
    others = set(target.loaded_keys()).difference(keys)
    if others:
        reason = (
            f"kho đích đã có văn bản khác, như '{min(others)}'; hãy sao chép sang một kho trống"
        )
        raise StoreError(reason)
    known = source.registered()
    target.register(known.documents, known.relations, known.bodies)
    for group in groups(keys):
        take(target, [source.holding(key) for key in group])
        if progress is not None:
            progress(len(group))
    said = source.said()
    target.keep(said)
    counts, held = _told(source, keys)
    if held != _told(target, keys)[1]:
        reason = "hai kho không giống nhau sau khi sao chép, có lẽ vì có người ghi; hãy làm lại"
        raise StoreError(reason)
    return Copied(len(keys), *counts, len(said), held)


def digest(store: View) -> str:
    """Return what is the same for two stores only if both hold the same."""
    return _told(store, store.loaded_keys())[1]


def groups(things: Iterable[T]) -> Iterator[tuple[T, ...]]:
    """Give what goes together in one transaction."""
    left = iter(things)
    while group := tuple(islice(left, _TOGETHER)):
        yield group


def take(target: Store, holdings: Iterable[Holding]) -> None:
    """Put documents into a store with all that is held of them, together or not at all."""
    holdings = tuple(holdings)
    with target.transaction():
        for one in holdings:
            target.put(one.key, one.facts, one.mentions, reader=one.reader)
        target.refer(
            [(one.key, meaning) for one in holdings for meaning in one.facts.resolutions],
            [document for one in holdings for document in one.cited],
        )


def _told(store: View, keys: Iterable[str]) -> tuple[tuple[int, int], str]:
    """Return how many tasks and citations there are, and the digest of everything, in order."""
    told = hashlib.sha256()
    tasks = citations = 0
    told.update(to_json(store.registered()).encode())
    for key in keys:
        held = store.holding(key)
        told.update(to_json(held).encode())
        tasks += len(held.facts.items)
        citations += len(held.facts.citations)
    for one in store.said():
        told.update(to_json(one).encode())
    return (tasks, citations), told.hexdigest()
