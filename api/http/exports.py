"""Exports that are under way: each in a process of its own, so that nobody waits for them."""

import asyncio
import io
import time
from collections.abc import AsyncIterator, Mapping
from typing import Any, BinaryIO, Final, cast

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from api.exports import write_export
from api.http.problems import Code, ProblemError
from graph.store import StoreError, open_store
from ontology.apart import Apart
from ontology.apart import Send as Giving

_PIECE: Final = 256 * 1024
"""Bytes that are handed over at once."""


class Exports:
    """Lets so many exports be written at once, each for so many seconds."""

    def __init__(self, store: str, most: int, seconds: float) -> None:
        self._store = store
        self._most = most
        self._seconds = seconds
        self._under_way = 0

    async def begin(self, form: str, around: str | None) -> "Export":
        """Return an export whose first bytes are there.

        Raises `ProblemError` when enough are written already or it takes too long, and
        `StoreError`. Whoever begins one has to `end` it.
        """
        if self._under_way >= self._most:
            raise ProblemError(Code.BUSY)
        self._under_way += 1
        try:
            export = Export(await asyncio.to_thread(Apart, _write, self._store, form, around), self)
        except BaseException:
            self._under_way -= 1
            raise
        try:
            await export.fill(time.monotonic() + self._seconds)
        except BaseException:
            export.end()
            raise
        return export

    def ended(self) -> None:
        """Take notice that an export is no longer written."""
        self._under_way -= 1


class Export:
    """One export: its bytes as they come, until it is ended."""

    def __init__(self, apart: Apart, exports: Exports) -> None:
        self._apart = apart
        self._exports = exports
        self._deadline = 0.0
        self._piece = b""
        self._is_over = False

    async def fill(self, deadline: float) -> None:
        """Wait for the first bytes."""
        self._deadline = deadline
        self._piece = await self._next()

    async def pieces(self) -> AsyncIterator[bytes]:
        """Give all bytes. An error is raised where the client already has half of them."""
        while self._piece:
            yield self._piece
            self._piece = await self._next()

    async def _next(self) -> bytes:
        """Return the next bytes, none at the end."""
        try:
            piece = await asyncio.to_thread(self._apart.take, self._deadline)
        except TimeoutError:
            raise ProblemError(Code.TOO_SLOW) from None
        except EOFError:
            reason = "the process of an export has died"
            raise RuntimeError(reason) from None
        if not isinstance(piece, bytes):
            raise TypeError(piece)
        return piece

    def end(self) -> None:
        """Give up what is not written yet."""
        if not self._is_over:
            self._is_over = True
            self._apart.end()
            self._exports.ended()


class ExportAnswer(StreamingResponse):
    """An export on its way to a client; it is ended when it is written or nobody listens."""

    def __init__(self, export: Export, media: str, headers: Mapping[str, str]) -> None:
        super().__init__(export.pieces(), media_type=media, headers=headers)
        self._export = export

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._export.end()


class _Pieces(io.RawIOBase):
    """A file whose bytes are sent in pieces; what is not a whole piece yet waits for the end."""

    def __init__(self, give: Giving) -> None:
        super().__init__()
        self._give = give
        self._held = bytearray()

    def write(self, data: Any) -> int:  # noqa: ANN401  (any buffer)
        """Take bytes."""
        self._held += data
        if len(self._held) >= _PIECE:
            self._give(bytes(self._held))
            self._held.clear()
        return len(data)

    def finish(self) -> None:
        """Send the rest, and no bytes at all, which are the end."""
        if self._held:
            self._give(bytes(self._held))
        self._give(b"")


def _write(give: Giving, store: str, form: str, around: str | None) -> None:
    """Write an export in a process of its own."""
    pieces = _Pieces(give)
    try:
        source = open_store(store, create=False)
        try:
            write_export(source, form, around, cast("BinaryIO", pieces))
        finally:
            source.close()
    except StoreError as error:
        give(error)
    else:
        pieces.finish()
