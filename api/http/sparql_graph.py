"""The graph that SPARQL is asked of: made once for each state of the store, and kept on the disk.

Making it takes as long as an export and its reading by the engine; then every query begins at once.
It is made when somebody asks, one at a time, in a process of its own; so is every answer.
"""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from api.http.pool import Pool
from api.http.problems import Code, ProblemError
from api.http.server_settings import Caps
from graph.exporting.forms import pieces
from graph.exporting.syntaxes import NQ
from graph.rdf.stream import Chosen
from graph.store import Store, StoreError, open_store
from ontology.apart import Apart, Send, begin_with

if TYPE_CHECKING:
    from ontology.rdf.engines import Answer

_NEEDED: Final = ("ontology.rdf.sparql", "pyoxigraph")
"""What every answering process would have to import, which takes longer than most answers."""


class GraphTooLargeError(Exception):
    """The graph has more bytes as N-Quads than a server makes ready for SPARQL."""


@dataclass(slots=True, eq=False)
class _Made:
    """A graph that is there or is being made: of which state, where, and how many ask it."""

    state: str
    folder: "tempfile.TemporaryDirectory[str]"
    place: "asyncio.Task[Path]"
    users: int = 0
    is_old: bool = False

    def retire(self) -> None:
        """Let it go as soon as nobody asks it."""
        self.is_old = True
        if not self.users:
            asyncio.get_running_loop().run_in_executor(None, self.folder.cleanup)

    def release(self) -> None:
        """Take notice that somebody is done."""
        self.users -= 1
        if self.is_old:
            self.retire()


class SparqlGraph:
    """Answers queries, a few at once, over what the store holds now."""

    def __init__(self, store: str, caps: Caps) -> None:
        begin_with(*_NEEDED)
        self._store = store
        self._caps = caps
        self._pool = Pool(
            store, _nothing, threads=1, waiting=caps.waiting, seconds=caps.seconds
        )  # what tells one state from another is one store's own
        self._turns = asyncio.Semaphore(caps.sparql)
        self._waiting = 0
        self._made: _Made | None = None

    async def answer(self, query: str, syntax: str) -> "Answer":
        """Answer a query.

        Raises `ProblemError` where there is no turn or the graph is not ready in time,
        `SparqlError`, `StoreError`, `GraphTooLargeError`, and `ModuleNotFoundError` without rdflib.
        """
        from ontology.rdf.sparql import Asking  # noqa: PLC0415  (of an extra)

        async with self._turn(), self._graph() as place:
            begin = partial(Asking, place, query, limit=self._caps.sparql_rows, syntax=syntax)
            asking = await asyncio.to_thread(begin)
            try:
                return await asyncio.to_thread(asking.answer, self._caps.seconds)
            finally:
                asking.end()

    async def close(self) -> None:
        """Let go of the graph and of the store."""
        made, self._made = self._made, None
        if made is not None:
            made.place.cancel()
            await asyncio.wait({made.place})
            await asyncio.to_thread(made.folder.cleanup)
        await asyncio.to_thread(self._pool.close)

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """Wait for a turn."""
        if self._waiting >= self._caps.waiting:
            raise ProblemError(Code.BUSY)
        self._waiting += 1
        try:
            async with asyncio.timeout(self._caps.seconds):
                await self._turns.acquire()
        except TimeoutError:
            raise ProblemError(Code.BUSY) from None
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._turns.release()

    @asynccontextmanager
    async def _graph(self) -> AsyncIterator[Path]:
        """Give where the graph is, which stays there throughout the block."""
        try:
            async with asyncio.timeout(self._caps.seconds):
                made = await self._current()
        except TimeoutError:  # it goes on being made, for whoever asks next
            raise ProblemError(Code.BUSY) from None
        made.users += 1
        try:
            yield made.place.result()
        finally:
            made.release()

    async def _current(self) -> _Made:
        """Return the graph as the store is now, made if it is not there."""
        while True:
            state = await self._pool.run(lambda store: store.state())
            made = self._made
            if made is None or (made.state != state and made.place.done()):
                made = self._begin(state)
            if made.state != state:
                await asyncio.wait({made.place})
                continue
            try:
                await asyncio.shield(made.place)
            except StoreError:  # as when somebody wrote meanwhile
                if self._made is made:
                    self._forget()
                raise
            if not made.is_old:
                return made

    def _begin(self, state: str) -> _Made:
        self._forget()
        folder = tempfile.TemporaryDirectory(prefix="chidao-")
        place = asyncio.create_task(self._make(folder.name))
        place.add_done_callback(_seen)
        self._made = made = _Made(state, folder, place)
        return made

    def _forget(self) -> None:
        if self._made is not None:
            self._made.retire()
            self._made = None

    async def _make(self, folder: str) -> Path:
        work = partial(Apart, _make_ready, self._store, folder, self._caps.sparql_bytes)
        apart = await asyncio.to_thread(work)
        try:
            deadline = time.monotonic() + self._caps.export_seconds
            return Path(await asyncio.to_thread(apart.take, deadline))
        except TimeoutError:
            raise ProblemError(Code.TOO_SLOW) from None
        finally:
            apart.end()


def _nothing(_: Store) -> None:
    """Have no look at a store that is new."""


def _seen(task: "asyncio.Task[Any]") -> None:
    """Take notice of an error: it is told to whoever asks, and may be to nobody."""
    if not task.cancelled():
        task.exception()


def _make_ready(give: Send, store: str, folder: str, most: int) -> None:
    """Export a store and make of it what is asked again and again; tell where it is."""
    from ontology.rdf.engines import prepared  # noqa: PLC0415  (of an extra)

    file, kept = Path(folder) / "graph.nq", Path(folder) / "kept"
    kept.mkdir()
    try:
        source = open_store(store, create=False)
        try:
            _write(source, file, most)
        finally:
            source.close()
    except (StoreError, GraphTooLargeError) as error:
        give(error)
        return
    place = prepared(file, kept)
    if place != file:
        file.unlink()
    give(str(place))


def _write(source: Store, file: Path, most: int) -> None:
    size = 0
    with file.open("xb") as to, source.passing():
        for piece in pieces(source, NQ, Chosen.of(source)):
            size += to.write(piece)
            if size > most:
                raise GraphTooLargeError(most)
