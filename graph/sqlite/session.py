"""One connection: transactions, statements, and what is remembered while they last."""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from graph.answers.asking import Sought
from graph.answers.memory import Memory
from graph.sqlite.errors import explained
from graph.sqlite.statements import statement
from graph.store import NotFoundError, StoreError

_STEPS: Final = 20_000
"""Of SQLite's machine, between two looks at the clock: some tenths of a millisecond."""

_PASSING: Final = -4096
"""Kilobytes of pages for whoever reads everything once, told as SQLite wants it: negative."""

Values = Sequence[Any] | dict[str, Any]


class Session(Memory):
    """A connection with its open transaction, if there is one."""

    def __init__(
        self, connection: sqlite3.Connection, path: str, seconds: float | None = None
    ) -> None:
        super().__init__()
        self.connection = connection
        self._seconds = seconds
        self.path = path
        self._seen = -1
        self._depth = 0
        self._broken = False

    def run(self, sql: str, values: Values = ()) -> sqlite3.Cursor:
        """Run one statement."""
        return self.connection.execute(sql, values)

    def many(self, sql: str, rows: Iterable[Values]) -> None:
        """Run one statement for each row."""
        self.connection.executemany(sql, rows)

    def rows(self, name: str, /, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        """Return the rows of a named statement; a list is one parameter for `json_each`."""
        given = {n: many(v) if isinstance(v, list) else v for n, v in values.items()}
        return self.connection.execute(statement(name), given).fetchall()

    def sought(self, words: Sequence[str]) -> Sought:
        """Return folded words as FTS5 searches for them."""
        begun = " AND ".join(f'"{word}"*' for word in words)
        whole = " AND ".join(f'"{word}"' for word in words)
        return Sought(begun, whole, f"names : ({whole})")

    def occurring(self, start: str | None, end: str | None) -> None:
        """Leave it to the statements, which call `occurs` themselves."""

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Do the block wholly or not at all; inside another transaction, join it.

        When an inner block fails halfway the outer one can no longer be completed, even if its
        owner goes on: half a document must never be committed. An unknown key fails before that.
        """
        self._depth += 1
        try:
            if self._depth == 1:
                with explained(self.path), self._transaction():
                    yield
            else:
                with explained(self.path):
                    yield
        except BaseException as error:
            self._broken = self._broken or not isinstance(error, NotFoundError)
            raise
        finally:
            self._depth -= 1

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._broken = False
        self.run("BEGIN IMMEDIATE")
        try:
            self._forget_if_changed()
            yield
            self._commit()
        except BaseException:
            self.forget()
            if self.connection.in_transaction:
                self.run("ROLLBACK")
            raise

    def _commit(self) -> None:
        if self._broken:
            reason = f"kho {self.path}: một bước ghi đã thất bại nên không ghi gì cả"
            raise StoreError(reason)
        self.run("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of the store throughout the block, whatever others write meanwhile."""
        with explained(self.path):
            if self.connection.in_transaction:
                yield
                return
            self.run("BEGIN")
            try:
                with self._timed():
                    self._forget_if_changed()
                    yield
            finally:
                self.run("COMMIT")

    @contextmanager
    def _timed(self) -> Iterator[None]:
        """End the statement that runs when the time of a question is up."""
        if self._seconds is None:
            yield
            return
        end = time.monotonic() + self._seconds
        self.connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        try:
            yield
        finally:
            self.connection.set_progress_handler(None, 0)

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Keep few pages of the file in memory within the block, however large the file is."""
        with explained(self.path):
            (before,) = self.run("PRAGMA cache_size").fetchone()
            self.run(f"PRAGMA cache_size = {_PASSING}")
        try:
            yield
        finally:
            with explained(self.path):
                self.run(f"PRAGMA cache_size = {before}")

    def state(self) -> str:
        """Return a word for what others have written and what was written here."""
        with explained(self.path):
            (version,) = self.run("PRAGMA data_version").fetchone()
        return f"{version}.{self.connection.total_changes}"

    def _forget_if_changed(self) -> None:
        """Forget what is remembered when another program has written since."""
        self.begin()
        (version,) = self.run("PRAGMA data_version").fetchone()
        if version != self._seen:
            self.forget()
            self._seen = version


def many(values: Iterable[int | str]) -> str:
    """Return several values as the one parameter that `json_each` takes apart."""
    return json.dumps(list(values), ensure_ascii=False)
