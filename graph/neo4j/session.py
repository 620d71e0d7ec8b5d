"""One state of the graph: statements run in it, and what is remembered while it lasts."""

from collections.abc import Sequence
from typing import Any

from neo4j import ManagedTransaction, Result, Transaction

from graph.answers.asking import Sought
from graph.answers.values import known_body
from graph.neo4j.nodes import Place
from graph.neo4j.statements import statement
from graph.occurrences import occurs
from graph.store import StoreError
from ontology.bodies import BodyNames

Open = Transaction | ManagedTransaction


class Session:
    """Runs statements in the transaction that is open.

    Remembered until another program writes or a transaction is undone: the ids of documents by key,
    of bodies by what was printed where, and the known bodies. `generation` counts what was written.
    """

    def __init__(self) -> None:
        self.open: Open | None = None
        self.documents: dict[str, int] = {}
        self.bodies: dict[Place, int] = {}
        self.names: BodyNames | None = None
        self.next = 0
        self._generation = -1

    def rows(self, name: str, /, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        """Return the rows of a named statement.

        All values are one parameter, `$given`: a statement is planned anew for every combination
        of the types of its parameters, and the type of a map is always the same.
        """
        if self.open is None:
            reason = "a statement outside of any transaction"
            raise StoreError(reason)
        given = {n: list(map(_bare, v)) if isinstance(v, list) else v for n, v in values.items()}
        return rows_of(self.open.run(statement(name), given=given))

    def new_id(self) -> int:
        """Return a number that no node has yet."""
        self.next += 1
        return self.next - 1

    def see(self, generation: int) -> None:
        """Forget what is remembered when another program has written since."""
        if generation != self._generation:
            self.forget()
            self._generation = generation

    def wrote(self) -> None:
        """Keep what is remembered, since it was this program that wrote."""
        self._generation += 1

    def forget(self) -> None:
        """Forget what is remembered."""
        self.documents.clear()
        self.bodies.clear()
        self.names = None
        self._generation = -1

    def document_id(self, key: str) -> int | None:
        """Return the id of a document, or None when there is none of this key."""
        found = self.documents.get(key)
        if found is None:
            rows = self.rows("document_of_key", key=key)
            if not rows:
                return None
            found = self.documents[key] = rows[0][0]
        return found

    def body_names(self) -> BodyNames:
        """Return the registered bodies by every form of their names."""
        if self.names is None:
            rows = self.rows("registered_bodies")
            self.names = BodyNames(tuple(known_body(row) for row in rows))
        return self.names

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
