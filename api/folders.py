"""A folder that is there wholly or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from api.troubles import Trouble
from api.words import Words


@contextmanager
def new_folder(path: Path, words: Words) -> Iterator[Path]:
    """Give an empty folder beside `path`, which takes that name when the block ends well.

    When it does not, nothing of it is left. A folder that holds anything is refused, and so is a
    file: nothing is ever written over.
    """
    if path.is_symlink() or (path.exists() and (not path.is_dir() or any(path.iterdir()))):
        raise Trouble(words("trouble.error", message=words("trouble.not_empty", path=path)))
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.mkdir()
    try:
        yield part
        if path.exists():
            path.rmdir()  # empty still, or else this fails
        part.rename(path)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
