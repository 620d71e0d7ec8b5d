"""Many files into a store: each document wholly or not at all, and in any order the same graph."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from os import PathLike
from pathlib import Path

from graph.store import Store
from loaders.files import walk
from loaders.formats.guard import DEFAULT_LIMITS, Limits
from loaders.loader import FileReport, Loader
from loaders.workers import read_all
from ontology.registry import Registry

Progress = Callable[[FileReport], None]


def load(
    paths: Iterable[str | PathLike[str]],
    store: Store,
    *,
    on_progress: Progress | None = None,
    workers: int = 1,
    limits: Limits = DEFAULT_LIMITS,
    allow_secret: bool = False,
    apart: bool = False,
) -> Iterator[FileReport]:
    """Load files and the files of folders; give a report for each as soon as it is in the store.

    What is read `apart` is read in other processes only: a file that kills or stalls its reader
    does no harm here, and time ends for it also where this is not the main thread.

    Nothing happens before the first report is asked for. Whoever stops asking, or interrupts, has
    whole documents in the store.
    """
    loader = Loader(store)
    loader.ensure_registry()
    jobs = (loader.job(path, limits, allow_secret=allow_secret) for path in walk(map(Path, paths)))
    again = loader.returning(limits, allow_secret=allow_secret)
    for job, result in chain(read_all(jobs, workers, apart=apart), again):
        report = loader.take(job.path, result)
        if on_progress is not None:
            on_progress(report)
        yield report


def remove(store: Store, key: str) -> None:
    """Take a loaded document out of the store, and settle what is cited by its number.

    Raises `graph.store.NotFoundError`.
    """
    Loader(store).remove(key)


def register(store: Store, added: Registry) -> None:
    """Add documents, relations and bodies to a store, and settle what is cited by their numbers."""
    Loader(store).register(added)
