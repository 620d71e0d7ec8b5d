"""One file, read and understood: the work that can be done in another process."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from loaders.extract import extract
from loaders.formats.guard import Limits, Refusal, RefusedError
from loaders.formats.source import read_source
from ontology.facts import DocumentFacts


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read; one with the digest `unless` was read before."""

    path: Path
    limits: Limits
    allow_secret: bool
    unless: str | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file whose bytes were read before."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read, and why, for people."""

    code: str
    message: str


Read: TypeAlias = DocumentFacts | Unchanged | Refused


def read(job: Job) -> Read:
    """Return what a file says, or why it does not say anything."""
    if printable(job.path) != str(job.path):
        reason = "tên tệp hoặc thư mục không phải là UTF-8; hãy đổi tên rồi nạp lại"
        return Refused(Refusal.FILE_NAME, f"{printable(job.path)}: {reason}")
    try:
        if job.unless is not None and _digest(job) == job.unless:
            return Unchanged()
        source = read_source(job.path, job.limits, allow_secret=job.allow_secret)
        return extract(source)
    except RefusedError as error:
        return Refused(error.code, error.message)
    except Exception as error:  # noqa: BLE001  (one broken file must not end the whole load)
        name = type(error).__name__
        return Refused(Refusal.DAMAGED, f"{job.path.name}: lỗi khi đọc ({name}: {error})")


def printable(path: Path) -> str:
    r"""Return a path with the bytes that are no UTF-8 written out, as `\xd0`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _digest(job: Job) -> str | None:
    """Return the digest of a file's bytes, None where it is not even to be opened."""
    if not os.path.isfile(job.path) or job.path.stat().st_size > job.limits.size:  # noqa: PTH113
        return None
    with job.path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
