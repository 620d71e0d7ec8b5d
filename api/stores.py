"""The store of a run, opened for as long as it is needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from api.settings import store_url
from api.troubles import Trouble
from api.words import Words
from graph.store import Store, open_store


@contextmanager
def reading(url: str | None, words: Words) -> Iterator[Store]:
    """Open a store that is there; say how to make one when it is not."""
    place = store_url(url)
    if is_missing(place):
        raise Trouble(words("trouble.nothing_loaded", store=place))
    store = open_store(place, create=False)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def writing(url: str | None) -> Iterator[Store]:
    """Open a store, and make it when it is not there."""
    store = open_store(store_url(url))
    try:
        yield store
    finally:
        store.close()


def is_missing(url: str) -> bool:
    """Tell whether a store is a file that is not there, or that nothing was ever written to."""
    scheme, separator, rest = url.partition("://")
    if separator and scheme != "sqlite":
        return False
    path = Path(rest.removeprefix("/") if separator else url)
    return not path.exists() or (path.is_file() and not path.stat().st_size)
