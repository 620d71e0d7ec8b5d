"""One transaction of writing, begun again from its first step when the way to it was lost."""

import random
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Final, TypeVar

from neo4j import Session as DriverSession
from neo4j import Transaction
from neo4j.exceptions import DriverError, Neo4jError

from graph.neo4j.errors import LOST, may_pass
from graph.neo4j.session import Session
from graph.store import StoreError

T = TypeVar("T")

_FIRST_PAUSE: Final = 0.1
_LONGEST_PAUSE: Final = 2.0
"""Seconds between two tries; each pause is twice the one before."""


class _CommittedError(Exception):
    """The commit had succeeded, and only its answer was lost."""


class Block:
    """A transaction that remembers its steps, so that it can be done again after a failure.

    It is, unless somebody else has written in between: the steps then find what they found before,
    and do the same. One transaction writes at a time, so that no two wait for each other.
    """

    def __init__(self, driver: DriverSession, session: Session, patience: float) -> None:
        self.steps: list[Callable[[], object]] = []
        self._driver = driver
        self._session = session
        self._patience = patience
        self._token = uuid.uuid4().hex
        self._generation: int | None = None
        self._transaction: Transaction | None = None

    def begin(self) -> None:
        """Begin, and wait until no other writer is in the way."""
        self.do(lambda: None)

    def do(self, step: Callable[[], T]) -> T:
        """Do a step; after a failure that may pass, do all steps before it again first."""
        end = time.monotonic() + self._patience
        pause = _FIRST_PAUSE
        while True:
            try:
                if self._transaction is None:
                    self._begin()
                return step()
            except (Neo4jError, DriverError, OSError) as error:
                if not may_pass(error) or time.monotonic() + pause > end:
                    raise
            self.undo()
            time.sleep(pause * random.uniform(0.5, 1))  # noqa: S311  so that two part ways
            pause = min(2 * pause, _LONGEST_PAUSE)

    def commit(self) -> None:
        """Commit exactly once, even when the answer to the commit is lost."""
        try:
            self.do(self._commit)
        except _CommittedError:
            self._let_go()
        self._transaction = self._session.open = None
        self._session.wrote()

    def undo(self) -> None:
        """Undo what was not committed."""
        if self._transaction is not None:
            self._session.forget()
            self._let_go()

    def _begin(self) -> None:
        session = self._session
        session.open = self._transaction = self._driver.begin_transaction()
        ((generation, session.next, writer),) = session.rows("write_turn", token=self._token)
        if self._generation is not None and generation != self._generation:
            if writer == self._token:
                raise _CommittedError
            reason = (
                "mất kết nối với kho, và chương trình khác đã ghi trong lúc đó nên không ghi gì"
                " cả; hãy làm lại"
            )
            raise StoreError(reason)
        self._generation = generation
        session.see(generation)
        for step in self.steps:
            step()

    def _commit(self) -> None:
        self._session.rows("write_end", next=self._session.next, token=self._token)
        if self._transaction is not None:
            self._transaction.commit()

    def _let_go(self) -> None:
        """Close the transaction; that of a broken connection the server undoes by itself."""
        transaction, self._transaction, self._session.open = self._transaction, None, None
        with suppress(DriverError, Neo4jError, *LOST):
            if transaction is not None:
                transaction.close()
