"""What a store must do. Two stores fit this, and one suite of tests holds for both."""

import datetime as dt
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Final, Protocol

from graph.answer_types import Answer
from graph.questions import Question
from ontology.facts import DocumentFacts, Resolution
from ontology.known import KnownBody, KnownDocument, KnownRelation, Mention

SERVERS: Final = frozenset({"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"})
"""What the URL of a Neo4j server may begin with."""


SLOW: Final = "câu hỏi cần quá nhiều thời gian; hãy hỏi hẹp hơn"
"""What people are told of a question that took too long."""


class StoreError(Exception):
    """The store cannot be used; the message says which, why, and what to do."""


class NotFoundError(StoreError):
    """The graph has no node of this key."""


class SlowError(StoreError):
    """A question took longer than it may."""


class CursorError(StoreError):
    """A page is asked for that the question does not have."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded document as the load needs it: to tell what is unchanged, updated or a duplicate."""

    key: str
    location: str
    sha256: str
    reader: str
    length: int


@dataclass(frozen=True, slots=True)
class StatusChange:
    """Who said when that a task's state changed, from which day on, and why.

    `status` is `done`, `open` or `cancelled`. `at` is the moment at which it was said.
    """

    task: str
    status: str
    on: dt.date
    by: str
    note: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Said:
    """A status change with the key of the task's document, and the task's words at the time."""

    document: str
    words: str
    change: StatusChange


@dataclass(frozen=True, slots=True)
class Registered:
    """All that a store knows without any text, each kind by key."""

    documents: tuple[KnownDocument, ...]
    relations: tuple[KnownRelation, ...]
    bodies: tuple[KnownBody, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """All that a store holds of one loaded document.

    `cited` are the documents that its citations mean or may mean, as those who cite them tell.
    """

    key: str
    facts: DocumentFacts
    mentions: tuple[Mention, ...]
    reader: str
    cited: tuple[KnownDocument, ...]


class Writer(Protocol):
    """Takes facts in. What stands inside one `transaction` is done wholly or not at all."""

    def transaction(self) -> AbstractContextManager[object]:
        """Begin; commit at the end, or undo everything when an error leaves the block."""

    def put(
        self, key: str, facts: DocumentFacts, mentions: Iterable[Mention], *, reader: str = ""
    ) -> None:
        """Replace all that is known from the document's text; its citations mean nothing yet.

        Facts and mentions that are stored already change nothing. `reader` is the version of the
        program that read them, for `Loaded`. Status changes of its tasks stay: at the same key,
        else at the task whose words are nearest, else kept aside (`kept_aside` in the counts).
        """

    def remove(self, key: str) -> None:
        """Forget a loaded document's text and facts, or raise `NotFoundError`."""

    def register(
        self,
        documents: Iterable[KnownDocument],
        relations: Iterable[KnownRelation],
        bodies: Iterable[KnownBody],
    ) -> None:
        """Add or replace what is known without a text, by key."""

    def refer(
        self,
        resolutions: Iterable[tuple[str, Resolution]],
        cited: Iterable[KnownDocument],
    ) -> None:
        """Say what citations mean, each with the key of its document; make the cited documents.

        The edges that follow are renewed, and cited documents that nothing refers to are dropped.
        """

    def change_status(self, change: StatusChange) -> None:
        """Add to a task's history; raise `NotFoundError` when there is no such task."""

    def keep(self, said: Iterable[Said]) -> None:
        """Add what was said elsewhere; each finds its task as after a reload, or is kept aside."""


class View(Protocol):
    """Gives facts back, in an order that never varies."""

    def loaded(self) -> tuple[Loaded, ...]:
        """Return every loaded document, by key."""

    def loaded_keys(self) -> tuple[str, ...]:
        """Return the keys of the loaded documents, in order."""

    def known(self, groups: Iterable[str]) -> tuple[KnownDocument, ...]:
        """Return the loaded and registered documents of these groups, by key."""

    def mentions(self, groups: Iterable[str]) -> tuple[Mention, ...]:
        """Return the stored citations of these groups, by document and place."""

    def facts(self, key: str) -> DocumentFacts:
        """Return what was loaded; raise `NotFoundError`."""

    def registered(self) -> Registered:
        """Return all that is known without any text."""

    def holding(self, key: str) -> Holding:
        """Return all that is held of a loaded document; raise `NotFoundError`."""

    def said(self) -> tuple[Said, ...]:
        """Return all status changes, by document, task and moment."""

    def history(self, task: str) -> tuple[StatusChange, ...]:
        """Return a task's status changes, oldest first."""

    def ask(self, question: Question) -> Answer:
        """Answer one of the questions of `graph.questions`."""

    def passing(self) -> AbstractContextManager[object]:
        """Read everything once within the block: little is kept for those who read it again."""

    def state(self) -> str:
        """Return a word that is another one after every write, by whoever.

        It can be compared with what this store has returned since it was opened, with no other.
        """


class Store(Writer, View, Protocol):
    """Both, until it is closed."""

    def close(self) -> None:
        """Let go of files and connections."""


def open_store(url: str, *, create: bool = True, seconds: float | None = None) -> Store:
    """Open the store that a path or URL names; raise `StoreError` with the way out.

    A question that takes longer than `seconds` ends with `SlowError`; None is for ever.

    `PATH` and `sqlite:///PATH` are the embedded store, one file; `neo4j://…` and `bolt://…`, also
    with `+s`, a database on a Neo4j server. User, password and database are those of
    NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE; `neo4j://` alone means NEO4J_URI.
    """
    scheme, separator, rest = url.partition("://")
    if separator and scheme in SERVERS:
        return _open_neo4j(url, create=create, seconds=seconds)
    if separator and scheme != "sqlite":
        reason = (
            f"không biết loại kho '{scheme}://'; hãy dùng một đường dẫn tệp, sqlite:///…,"
            " neo4j://… hoặc bolt://…"
        )
        raise StoreError(reason)
    from graph.sqlite.store import SqliteStore  # noqa: PLC0415  only the store in use is imported

    path = rest.removeprefix("/") if separator else url
    return SqliteStore.open(path, create=create, seconds=seconds)


def _open_neo4j(url: str, *, create: bool, seconds: float | None) -> Store:
    try:
        from graph.neo4j.store import Neo4jStore  # noqa: PLC0415  many have no server
    except ModuleNotFoundError as error:
        if error.name != "neo4j":
            raise
        reason = f"kho {url} cần thêm thư viện; hãy cài bằng: pip install 'chidao[neo4j]'"
        raise StoreError(reason) from error
    return Neo4jStore.open(url, create=create, seconds=seconds)
