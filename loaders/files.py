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
    folders = {path.resolve() for path in roots if path.is_dir()}
    seen: set[Path] = set()
    for path in roots:
        whole = path.resolve()
        if whole not in seen and not folders.intersection(whole.parents):
            seen.add(whole)
            yield from _inside(path) if path.is_dir() else (path,)


def _inside(folder: Path) -> Iterator[Path]:
    """Give a folder's files as they are met, so that a large tree takes no memory."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if _is_document(name):
                yield Path(place, name)


def _is_document(name: str) -> bool:
    if name.startswith((".", "~$")):
        return False
    return Path(name).suffix.lower() in READERS
