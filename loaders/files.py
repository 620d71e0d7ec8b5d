"""Which files there are to load."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders.formats.source import READERS


def walk(paths: Iterable[Path]) -> Iterator[Path]:
    """Give each file of the paths once, in the order of the paths, a folder's files by name.

    In a folder, hidden files and folders, the lock files of office programs and files of other
    formats are passed over; what is named itself is always given, so that it is told why it cannot
    be read.
    """
    roots = list(dict.fromkeys(paths))
    folders = {path.resolve() for path in roots if _is_folder(path)}
    seen: set[Path] = set()
    for path in roots:
        whole = path.resolve()
        if whole not in seen and not folders.intersection(whole.parents):
            seen.add(whole)
            yield from _inside(path) if _is_folder(path) else (path,)


def _is_folder(path: Path) -> bool:
    """Tell whether a path is a folder, as far as may be seen: a closed one above it is no error."""
    return os.path.isdir(path)  # noqa: PTH112  (that of pathlib raises PermissionError)


def _inside(folder: Path) -> Iterator[Path]:
    """Give a folder's files as they are met, so that a large tree takes no memory.

    A folder that may not be opened is given itself, so that it is told why it cannot be read.
    """
    closed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if _is_document(name):
                yield Path(place, name)
    yield from (Path(error.filename) for error in closed)


def _is_document(name: str) -> bool:
    if name.startswith((".", "~$")):
        return False
    return Path(name).suffix.lower() in READERS
