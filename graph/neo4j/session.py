"""One state of the graph: statements run in it, and what is remembered while it lasts."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from neo4j import ManagedTransaction, Result, Transaction

from graph.answers.asking import Sought
from graph.answers.memory import Memory
from graph.neo4j.passing import Passing
from graph.neo4j.statements import in_one_state, statement
from graph.occurrences import occurs
from graph.store import StoreError

Open = Transaction | ManagedTransaction | Passing


class MovedError(Exception):
    """Others wrote while a question was answered, or since what is remembered was read."""


class Foresight(Protocol):
    """Knows rows before they are asked for."""

    def rows(self, name: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Return the rows of a named statement, fetched ahead or now."""


class Session(Memory):
    """Runs statements in what is open; the graph's generation counts how often it was written."""

    def __init__(self) -> None:
        super().__init__()
        self.open: Open | None = None
        self.next = 0
        self._generation = -1
        self._reading = self._begun = False
        self._foresight: Foresight | None = None

    @contextmanager
    def reading(self, by: Open) -> Iterator[None]:
        """Run the statements of the block by this, all in one state; else raise `MovedError`.

        Every statement that reads tells the generation before and after it, which are to be the
        same for all of them. So it needs no transaction.
        """
        self.begin()
        self.open, self._reading, self._begun = by, True, False
        try:
            yield
        finally:
            self.open, self._reading = None, False

    @contextmanager
    def seen_ahead(self, foresight: Foresight) -> Iterator[None]:
        """Let the rows that the block asks for be read ahead."""
        self._foresight = foresight
        try:
            yield
        finally:
            self._foresight = None

    def rows(self, name: str, /, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        """Return the rows of a named statement."""
        if self._foresight is not None:
            return self._foresight.rows(name, values)
        return self.fetch(name, values)

    def fetch(self, name: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Return the rows of a named statement, as the server gives them now.

        All values are one parameter, `$given`: a statement is planned anew for every combination
        of the types of its parameters, and the type of a map is always the same.
        """
        if self.open is None:
            reason = "a statement outside of any transaction"
            raise StoreError(reason)
        given = {n: list(map(_bare, v)) if isinstance(v, list) else v for n, v in values.items()}
        if not self._reading:
            return rows_of(self.open.run(statement(name), given=given))
        ((before, rows, after),) = self.open.run(in_one_state(name), given=given).values()
        self._stay(before, after)
        return list(map(tuple, rows))

    def _stay(self, before: int, after: int) -> None:
        """See that a statement was run in the state of the others, and of what is remembered."""
        if before == after == self._generation:
            self._begun = True
            return
        used = self._begun or bool(self.documents or self.bodies or self.names)
        self.forget()
        if used or before != after:
            raise MovedError
        self._begun, self._generation = True, after

    def new_id(self) -> int:
        """Return a number that no node has yet."""
        self.next += 1
        return self.next - 1

    def see(self, generation: int) -> None:
        """Forget what is remembered when another program has written since."""
        self.begin()
        if generation != self._generation:
            self.forget()
            self._generation = generation

    def wrote(self) -> None:
        """Keep what is remembered, since it was this program that wrote."""
        self._generation += 1

    def forget(self) -> None:
        """Forget what is remembered."""
        super().forget()
        self._generation = -1

    def sought(self, words: Sequence[str]) -> Sought:
        """Return folded words, which have no marks of its language, as Lucene searches for them."""
        begun = " AND ".join(f"{word}*" for word in words)
        whole = " AND ".join(words)
        return Sought(begun, whole, f"name_words:({whole})")

    def occurring(self, start: str | None, end: str | None) -> list[str]:
        """Return the rules that come round between two days."""
        rules = self.rows("rules")
        return [bounds for bounds, *rule in rules if occurs(*rule, start, end)]


def rows_of(result: Result) -> list[tuple[Any, ...]]:
    """Return the rows of a statement, which gives all of them as one list, or none at all.

    To the driver a record is forty times the work of one more element in a list.
    """
    return [tuple(row) for (rows,) in result.values() for row in rows]


def _bare(value: object) -> object:
    """Return a value as the driver takes it: the words of an enum, not the enum."""
    return str(value) if isinstance(value, str) else value
