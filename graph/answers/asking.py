"""What answering a question needs of a store: named statements, and what it remembers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from graph.store import NotFoundError
from ontology.bodies import BodyNames


@dataclass(frozen=True, slots=True)
class Sought:
    """Words as a store's full-text search takes them.

    `begun` finds texts in which every word begins some word, `whole` those that have the words
    themselves, `named` documents that have them in their names.
    """

    begun: str
    whole: str
    named: str


class Asking(Protocol):
    """One state of a store, asked by named statements.

    Days go in and come out as ISO text, several values as a list; every document, task and body
    has a whole number as its id, and a task's id tells that of its document.
    """

    def rows(self, name: str, /, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        """Return the rows of a named statement."""

    def document_id(self, key: str) -> int | None:
        """Return the id of a document, or None when there is none of this key."""

    def body_names(self) -> BodyNames:
        """Return the registered bodies by every form of their names."""

    def sought(self, words: Sequence[str]) -> Sought:
        """Return folded words as the store searches for them."""

    def occurring(self, start: str | None, end: str | None) -> list[str] | None:
        """Return the rules that come round between two days; None where statements tell it."""


def need_document(asking: Asking, key: str) -> int:
    """Return the id of a document, or raise `NotFoundError`."""
    found = asking.document_id(key)
    if found is None:
        reason = f"không có văn bản nào mang khóa '{key}' trong kho"
        raise NotFoundError(reason)
    return found
