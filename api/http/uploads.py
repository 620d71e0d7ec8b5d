"""Files that are uploaded: kept under the digest of their bytes, as long as the store has them."""

import hashlib
import os
import unicodedata
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import BinaryIO, Final

_CHUNK: Final = 1024 * 1024
_MOST_BYTES: Final = 200
"""Of a name; file systems take 255."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was named by who uploaded it, and where it is kept."""

    name: str
    path: Path
    sha256: str


class Uploads:
    """The folder of uploaded files. The same bytes under the same name are one file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._claimed: Counter[Path] = Counter()

    def keep(self, file: BinaryIO, name: str) -> Upload:
        """Copy a file into the folder and claim it; raise `OSError`."""
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f".{uuid.uuid4().hex}.part"
        try:
            sha256 = _copy(file, part)
            path = self._folder / sha256 / safe_name(name)
            with self._lock:
                path.parent.mkdir(exist_ok=True)
                part.replace(path)
                self._claimed[path] += 1
        finally:
            part.unlink(missing_ok=True)
        return Upload(name, path, sha256)

    def release(self, uploads: Iterable[Upload], kept: frozenset[str]) -> None:
        """Give up what was claimed; what nobody claims and the store does not have is deleted.

        `kept` are the locations of the store's documents.
        """
        with self._lock:
            for upload in uploads:
                self._claimed[upload.path] -= 1
                if self._claimed[upload.path] <= 0:
                    del self._claimed[upload.path]
                    if str(upload.path) not in kept:
                        _delete(upload.path)

    def named(self, text: str | None) -> str | None:
        """Return a message in which uploaded files are called by their names alone."""
        if text is None:
            return None
        head, *rest = text.split(f"{self._folder}{os.sep}")
        return head + "".join(part.partition(os.sep)[2] for part in rest)


def safe_name(name: str) -> str:
    r"""Return a file name that leads nowhere else: the last part, without control characters.

    >>> safe_name("../../etc/passwd"), safe_name("C:\\ke hoach.docx"), safe_name("..")
    ('passwd', 'ke hoach.docx', 'tệp')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    letters = (c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C")
    plain = "".join(letters).strip().lstrip(".~")
    stem, dot, extension = plain.rpartition(".")
    if not dot:
        stem, extension = plain, ""
    room = _MOST_BYTES - len((dot + extension).encode())
    cut = (stem or "tệp").encode()[: max(room, 0)].decode("utf-8", "ignore")
    return (cut + dot + extension) if room > 0 else "tệp"


def _copy(file: BinaryIO, to: Path) -> str:
    """Write the bytes and return their digest."""
    digest = hashlib.sha256()
    with to.open("xb") as part:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            part.write(chunk)
    return digest.hexdigest()


def _delete(path: Path) -> None:
    path.unlink(missing_ok=True)
    if not any(path.parent.iterdir()):
        path.parent.rmdir()
