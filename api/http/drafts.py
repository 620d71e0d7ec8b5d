"""Drafts that are sent to be checked: read in processes of their own, and not kept."""

import asyncio
import tempfile
from pathlib import Path
from typing import Final

from api.http.problems import Code, Place, ProblemError
from api.http.server_settings import Caps
from api.http.uploads import safe_name
from loaders.formats.guard import Limits
from loaders.reading_job import Job, Read, Refused
from loaders.workers import Reader
from ontology.facts import DocumentFacts

PASTED: Final = "du-thao.txt"
"""The name of a draft that comes as a text."""

MOST_LETTERS: Final = 500_000
"""Code points of a draft; a page shows all of it."""

_PAGES: Final = 300
_SECONDS: Final = 8
_UNPACKED: Final = 10
"""By so much a packed file may grow."""


class Drafts:
    """Reads a few drafts at a time; as many again may wait for each, others come back later."""

    def __init__(self, caps: Caps) -> None:
        self._limits = Limits(
            size=caps.draft, unpacked=caps.draft * _UNPACKED, pages=_PAGES, seconds=_SECONDS
        )
        self._readers = [Reader() for _ in range(caps.drafts)]
        self._idle = list(self._readers)
        self._free = asyncio.Semaphore(caps.drafts)
        self._room = caps.drafts * 4

    async def read(self, data: bytes, name: str) -> DocumentFacts:
        """Return what a draft says; raise `ProblemError`.

        A draft for which nobody waits any more is read to its end: its reader is busy so long.
        """
        if not self._room:
            raise ProblemError(Code.BUSY)
        self._room -= 1
        found = await asyncio.shield(asyncio.ensure_future(self._in_turn(data, name)))
        if isinstance(found, Refused):
            place = Place("body", "file")
            raise ProblemError(Code.REFUSED, found.message, place=place, refusal=found.code)
        if not isinstance(found, DocumentFacts) or len(found.source.text) > MOST_LETTERS:
            raise ProblemError(Code.TOO_LARGE, place=Place("body", "file"), most=MOST_LETTERS)
        return found

    async def _in_turn(self, data: bytes, name: str) -> Read:
        try:
            async with self._free:
                reader = self._idle.pop()
                try:
                    return await asyncio.to_thread(self._read, reader, data, name)
                finally:
                    self._idle.append(reader)
        finally:
            self._room += 1

    def close(self) -> None:
        """End the processes."""
        for reader in self._readers:
            reader.close()

    def _read(self, reader: Reader, data: bytes, name: str) -> Read:
        with tempfile.TemporaryDirectory(prefix="chidao-") as folder:
            path = Path(folder) / safe_name(name)
            path.write_bytes(data)
            return reader.read(Job(path, self._limits, allow_secret=False))
