"""A connection to one graph: its questions in one state of it, its writes wholly or not at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, Bookmarks, Driver, ManagedTransaction, unit_of_work
from neo4j import Session as DriverSession
from neo4j.exceptions import DriverError, Neo4jError

from graph.neo4j.address import Address
from graph.neo4j.block import Block
from graph.neo4j.errors import explained, may_pass
from graph.neo4j.passing import Passing
from graph.neo4j.session import MovedError, Session
from graph.store import NotFoundError, StoreError

T = TypeVar("T")

PATIENCE: Final = 60.0
"""Seconds for which a transaction is tried again: a server needs some to start."""

_STATES: Final = 5
"""How often a question is asked anew because others wrote while it was answered."""


class Connection:
    """Reads and writes one graph. Reads see what was written here before, on whatever server."""

    def __init__(
        self,
        driver: Driver,
        address: Address,
        patience: float = PATIENCE,
        seconds: float | None = None,
    ) -> None:
        self._seconds = seconds
        self._timed = unit_of_work(timeout=seconds)
        self.session = Session()
        self._driver = driver
        self._address = address
        self._patience = patience
        self._written: Bookmarks | None = None
        self._passing: DriverSession | None = None
        self._block: Block | None = None
        self._broken = False

    def close(self) -> None:
        """Let go of all connections."""
        self._read_no_more()
        self._driver.close()

    def read(self, work: Callable[[], T]) -> T:
        """Return what `work` finds in one state of the graph, whatever others write meanwhile."""
        with explained(self._address):
            return self._block.do(work) if self._block is not None else self._read(work)

    def write(self, step: Callable[[], T]) -> T:
        """Do one step of writing, in the block that is open or in one of its own."""
        with self.writing() as block, explained(self._address):
            found = block.do(step)
            block.steps.append(step)
            return found

    @contextmanager
    def writing(self) -> Iterator[Block]:
        """Do the block wholly or not at all; inside another transaction, join it.

        When an inner block fails halfway the outer one can no longer be completed, even if its
        owner goes on: half a document must never be committed. An unknown key fails before that.
        """
        if self._block is None:
            with self._whole() as block:
                yield block
            return
        try:
            yield self._block
        except BaseException as error:
            self._broken = self._broken or not isinstance(error, NotFoundError)
            raise

    @contextmanager
    def _whole(self) -> Iterator[Block]:
        self._broken = False
        with self._opened(WRITE_ACCESS) as session:
            block = self._block = Block(session, self.session, self._patience)
            try:
                with explained(self._address):
                    block.begin()
                yield block
                self._commit(block)
                self._written = session.last_bookmarks()
                self._read_no_more()
            finally:
                self._block = None
                block.undo()

    def _commit(self, block: Block) -> None:
        if self._broken:
            raise self.broken()
        with explained(self._address):
            block.commit()

    def broken(self) -> StoreError:
        """Return the error that a step of writing has failed halfway."""
        reason = f"kho {self._address.name}: một bước ghi đã thất bại nên không ghi gì cả"
        return StoreError(reason)

    def _read(self, work: Callable[[], T]) -> T:
        """Do it in passing, and if others were in the way or the server was, in a transaction."""
        try:
            return self._in_passing(work)
        except MovedError:
            pass
        except (Neo4jError, DriverError, OSError) as error:
            if not may_pass(error):
                raise
        for _ in range(_STATES):
            with suppress(MovedError), self._opened(READ_ACCESS) as session:
                return session.execute_read(self._timed(self._in_transaction), work)
        reason = f"kho {self._address.name} đang được ghi liên tục; hãy đợi một lát rồi làm lại"
        raise StoreError(reason)

    def _in_passing(self, work: Callable[[], T]) -> T:
        """Do it in the session that is kept for that, since opening one takes its time."""
        if self._passing is None:
            self._passing = self._opened(READ_ACCESS)
        try:
            with self.session.reading(Passing(self._passing, self._seconds)):
                return work()
        except BaseException:
            self._read_no_more()
            raise

    def _read_no_more(self) -> None:
        """Close the session that reads in passing; the next one sees what was written by now."""
        passing, self._passing = self._passing, None
        if passing is not None:
            passing.close()

    def _in_transaction(self, transaction: ManagedTransaction, work: Callable[[], T]) -> T:
        with self.session.reading(transaction):
            return work()

    def state(self) -> str:
        """Return a word for how often the graph was written; only within `read`."""
        rows = self.session.rows("generation")
        return str(rows[0][0]) if rows else "0"

    def _opened(self, mode: str) -> DriverSession:
        return self._driver.session(
            database=self._address.database,
            default_access_mode=mode,
            bookmarks=self._written,
        )
