"""What texts tell, written by several processes: each opens the store for itself."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Final

from graph.exporting.syntaxes import SYNTAXES
from graph.rdf.describing import Described
from graph.rdf.stream import described, texts
from graph.rdf.together import in_order
from graph.store import View, open_store

_TOGETHER: Final = 16
"""Documents that are written at once: some megabytes of lines, as a rule."""
_AHEAD: Final = 3
"""How many times as many each process may write before the first of them are taken."""
_BLOCK: Final = 1 << 20
"""Bytes that are in memory at once of what was written."""


@dataclass(frozen=True, slots=True)
class Workers:
    """So many processes that read the store at a URL."""

    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """Some documents as they stand in a file, and the keys of those that they say are replaced.

    The bytes are there until the next part is asked for.
    """

    written: Iterator[bytes]
    documents: int
    replaced: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Documents that are to be written in a form, and to which file."""

    url: str
    form: str
    keys: tuple[str, ...]
    file: Path


def parts(workers: Workers, form: str, keys: tuple[str, ...]) -> Iterator[Part]:
    """Give documents in order, some at a time; raises as `in_order` does, and `OSError`.

    They come by way of files: a pipe between processes takes as long as making the lines does.
    """
    with tempfile.TemporaryDirectory(prefix="chidao-") as folder:
        wanted = (
            _Wanted(workers.url, form, keys[start : start + _TOGETHER], Path(folder, str(start)))
            for start in range(0, len(keys), _TOGETHER)
        )
        for asked, replaced in in_order(_write, wanted, workers.count, _AHEAD):
            with asked.file.open("rb", buffering=0) as file:
                yield Part(iter(partial(file.read, _BLOCK), b""), len(asked.keys), replaced)
            asked.file.unlink()


def _write(wanted: _Wanted) -> tuple[_Wanted, frozenset[str]]:
    """Write documents to their file; return the keys of those that they say are replaced."""
    store, by = _source(wanted.url)
    replaced: set[str] = set()
    with store.passing(), wanted.file.open("xb") as file:
        file.writelines(SYNTAXES[wanted.form].written(texts(store, by, wanted.keys, replaced)))
    return wanted, frozenset(replaced)


@cache
def _source(url: str) -> tuple[View, Described]:
    """Open a store once in the life of a process."""
    store = open_store(url, create=False)
    return store, described(store.registered())
