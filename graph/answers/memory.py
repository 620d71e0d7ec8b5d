"""What a session remembers of its store."""

from abc import ABC, abstractmethod
from typing import Any, Final, TypeAlias

from graph.answers.values import known_body
from ontology.bodies import BodyNames

Printed: TypeAlias = tuple[str, str | None, str | None]
"""A body's printed name, with the issuer and the jurisdiction of the document that prints it."""

_MOST: Final = 1 << 16
"""So many ids are remembered; a load that goes on for days must not fill the memory with them."""


class Memory(ABC):
    """The ids of documents by key, of bodies by what was printed where, and the known bodies.

    Remembered until another program writes or a transaction is undone.
    """

    def __init__(self) -> None:
        self.documents: dict[str, int] = {}
        self.bodies: dict[Printed, int] = {}
        self.names: BodyNames | None = None

    @abstractmethod
    def rows(self, name: str, /, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        """Return the rows of a named statement."""

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

    def forget(self) -> None:
        """Forget what is remembered."""
        self.documents.clear()
        self.bodies.clear()
        self.names = None

    def begin(self) -> None:
        """Forget the ids, between two transactions, when they have become too many."""
        for remembered in (self.documents, self.bodies):
            if len(remembered) > _MOST:
                remembered.clear()
