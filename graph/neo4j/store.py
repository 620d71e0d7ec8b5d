"""The store on a Neo4j server."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Final, TypeVar

from graph.answer_types import Answer
from graph.answers.ask import ask
from graph.answers.asking import need_document
from graph.answers.holding import read_holding, read_registered, read_said
from graph.answers.view import read_history, read_known, read_loaded, read_loaded_keys
from graph.neo4j.address import address_of
from graph.neo4j.connection import Connection
from graph.neo4j.facts import read_facts
from graph.neo4j.looking import Looking
from graph.neo4j.opening import connect
from graph.neo4j.put import Put, put, remove
from graph.neo4j.refer import refer, register
from graph.neo4j.statuses import change_status, keep
from graph.plain import from_json
from graph.questions import Question
from graph.store import Holding, Loaded, Registered, Said, StatusChange, StoreError
from ontology.facts import DocumentFacts, Resolution
from ontology.known import KnownBody, KnownDocument, KnownRelation, Mention

T = TypeVar("T")

_TOGETHER: Final = 2_000_000
"""How many code points of texts wait for each other at most."""


class Neo4jStore:
    """A `Store` in one database of a server; one writer at a time, any number of readers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._session = connection.session
        self._waiting: list[Put] = []
        self._depth = 0

    @classmethod
    def open(cls, url: str, *, create: bool, seconds: float | None = None) -> "Neo4jStore":
        """Open the graph at a URL, making it if `create` says so; raise `StoreError`."""
        address = address_of(url)
        return cls(Connection(connect(address, create=create), address, seconds=seconds))

    def close(self) -> None:
        """Let go of the connections."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Begin; commit at the end, or undo everything when an error leaves the block.

        When the server is lost meanwhile, the same is done again as soon as it is back, unless
        another program has written by then.
        """
        with self._connection.writing():
            self._depth += 1
            try:
                yield
                if self._depth == 1:
                    self._settle()
            finally:
                self._depth -= 1
                if not self._depth:
                    self._waiting.clear()

    def put(
        self, key: str, facts: DocumentFacts, mentions: Iterable[Mention], *, reader: str = ""
    ) -> None:
        """Replace all that is known from the document's text; its citations mean nothing yet."""
        said = tuple(one for one in mentions if one.document == key)
        with self.transaction():
            self._waiting.append(Put(key, facts, said, reader))
            if sum(len(one.facts.source.text) for one in self._waiting) > _TOGETHER:
                self._settle()

    def _settle(self) -> None:
        """Write the texts that wait: together they take far fewer ways to the server.

        Whoever put one that cannot be written has gone on since, so that it is told in the end.
        """
        if not self._waiting:
            return
        puts = tuple(self._waiting)
        self._waiting.clear()
        try:
            self._connection.write(lambda: put(self._session, puts))
        except StoreError:
            raise
        except Exception as error:
            raise self._connection.broken() from error

    def _write(self, step: Callable[[], T]) -> T:
        self._settle()
        return self._connection.write(step)

    def _read(self, work: Callable[[], T]) -> T:
        self._settle()
        return self._connection.read(work)

    def remove(self, key: str) -> None:
        """Forget a loaded document's text and facts, or raise `NotFoundError`."""
        self._write(lambda: remove(self._session, key))

    def register(
        self,
        documents: Iterable[KnownDocument],
        relations: Iterable[KnownRelation],
        bodies: Iterable[KnownBody],
    ) -> None:
        """Add or replace what is known without a text, by key."""
        told = tuple(documents), tuple(relations), tuple(bodies)
        self._write(lambda: register(self._session, *told))

    def refer(
        self,
        resolutions: Iterable[tuple[str, Resolution]],
        cited: Iterable[KnownDocument],
    ) -> None:
        """Say what citations mean; make the cited documents; renew the edges."""
        told = tuple(resolutions), tuple(cited)
        self._write(lambda: refer(self._session, *told))

    def change_status(self, change: StatusChange) -> None:
        """Add to a task's history, or raise `NotFoundError`."""
        self._write(lambda: change_status(self._session, change))

    def keep(self, said: Iterable[Said]) -> None:
        """Add what was said elsewhere; each finds its task as after a reload, or is kept aside."""
        told = tuple(said)
        self._write(lambda: keep(self._session, told))

    def loaded(self) -> tuple[Loaded, ...]:
        """Return every loaded document, by key."""
        return self._read(lambda: read_loaded(self._session))

    def loaded_keys(self) -> tuple[str, ...]:
        """Return the keys of the loaded documents, in order."""
        return self._read(lambda: read_loaded_keys(self._session))

    def known(self, groups: Iterable[str]) -> tuple[KnownDocument, ...]:
        """Return the loaded and registered documents of these groups, by key."""
        families = tuple(groups)
        return self._read(lambda: read_known(self._session, families))

    def mentions(self, groups: Iterable[str]) -> tuple[Mention, ...]:
        """Return the stored citations of these groups, by document and place."""
        families = list(groups)
        rows = self._read(lambda: self._session.rows("mentions_of_families", families=families))
        return tuple(from_json(Mention, mention) for *_, mention in rows)

    def facts(self, key: str) -> DocumentFacts:
        """Return what was loaded; raise `NotFoundError`."""
        return self._read(lambda: read_facts(self._session, key))

    def history(self, task: str) -> tuple[StatusChange, ...]:
        """Return a task's status changes, oldest first."""
        return self._read(lambda: read_history(self._session, task))

    def registered(self) -> Registered:
        """Return all that is known without any text."""
        return self._read(lambda: read_registered(self._session))

    def holding(self, key: str) -> Holding:
        """Return all that is held of a loaded document; raise `NotFoundError`."""
        return self._read(lambda: self._holding(key))

    def _holding(self, key: str) -> Holding:
        facts = read_facts(self._session, key)
        number = need_document(self._session, key)
        rows = self._session.rows("mentions_of_document", document=number)
        return read_holding(self._session, key, facts, (from_json(Mention, row[0]) for row in rows))

    def said(self) -> tuple[Said, ...]:
        """Return all status changes, by document, task and moment."""
        return self._read(lambda: read_said(self._session))

    def ask(self, question: Question) -> Answer:
        """Answer one of the questions of `graph.questions`."""
        return self._read(lambda: self._ask(question))

    def _ask(self, question: Question) -> Answer:
        with self._session.seen_ahead(Looking(self._session, question)):
            return ask(self._session, question)

    def passing(self) -> AbstractContextManager[None]:
        """Do nothing besides: the server keeps what it wants to."""
        return nullcontext()

    def state(self) -> str:
        """Return a word that is another one after every write, by whoever."""
        return self._read(self._connection.state)
