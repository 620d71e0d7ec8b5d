"""The store in one SQLite file."""

import sqlite3
from collections.abc import Iterable
from contextlib import AbstractContextManager

from graph.answer_types import Answer
from graph.answers.ask import ask
from graph.answers.asking import need_document
from graph.answers.holding import read_holding, read_registered, read_said
from graph.answers.view import (
    read_history,
    read_known,
    read_loaded,
    read_loaded_keys,
    read_mentions,
)
from graph.questions import Question
from graph.sqlite.facts import read_facts
from graph.sqlite.opening import connect
from graph.sqlite.put import put, remove
from graph.sqlite.refer import refer, register
from graph.sqlite.session import Session
from graph.sqlite.statuses import change_status, keep
from graph.store import Holding, Loaded, Registered, Said, StatusChange
from ontology.facts import DocumentFacts, Resolution
from ontology.known import KnownBody, KnownDocument, KnownRelation, Mention


class SqliteStore:
    """A `Store` in one file; one writer at a time, with any number of readers beside it."""

    def __init__(
        self, connection: sqlite3.Connection, path: str, seconds: float | None = None
    ) -> None:
        self._session = Session(connection, path, seconds)

    @classmethod
    def open(cls, path: str, *, create: bool, seconds: float | None = None) -> "SqliteStore":
        """Open the store at `path`, making it if `create` says so; raise `StoreError`."""
        return cls(connect(path, create=create), path, seconds)

    def close(self) -> None:
        """Let go of the file."""
        self._session.connection.close()

    def transaction(self) -> AbstractContextManager[None]:
        """Begin; commit at the end, or undo everything when an error leaves the block."""
        return self._session.writing()

    def put(
        self, key: str, facts: DocumentFacts, mentions: Iterable[Mention], *, reader: str = ""
    ) -> None:
        """Replace all that is known from the document's text; its citations mean nothing yet."""
        with self._session.writing():
            put(self._session, key, facts, mentions, reader)

    def remove(self, key: str) -> None:
        """Forget a loaded document's text and facts, or raise `NotFoundError`."""
        with self._session.writing():
            remove(self._session, key)

    def register(
        self,
        documents: Iterable[KnownDocument],
        relations: Iterable[KnownRelation],
        bodies: Iterable[KnownBody],
    ) -> None:
        """Add or replace what is known without a text, by key."""
        with self._session.writing():
            register(self._session, documents, relations, bodies)

    def refer(
        self,
        resolutions: Iterable[tuple[str, Resolution]],
        cited: Iterable[KnownDocument],
    ) -> None:
        """Say what citations mean; make the cited documents; renew the edges."""
        with self._session.writing():
            refer(self._session, resolutions, cited)

    def change_status(self, change: StatusChange) -> None:
        """Add to a task's history, or raise `NotFoundError`."""
        with self._session.writing():
            change_status(self._session, change)

    def keep(self, said: Iterable[Said]) -> None:
        """Add what was said elsewhere; each finds its task as after a reload, or is kept aside."""
        with self._session.writing():
            keep(self._session, said)

    def loaded(self) -> tuple[Loaded, ...]:
        """Return every loaded document, by key."""
        with self._session.reading():
            return read_loaded(self._session)

    def loaded_keys(self) -> tuple[str, ...]:
        """Return the keys of the loaded documents, in order."""
        with self._session.reading():
            return read_loaded_keys(self._session)

    def known(self, groups: Iterable[str]) -> tuple[KnownDocument, ...]:
        """Return the loaded and registered documents of these groups, by key."""
        with self._session.reading():
            return read_known(self._session, groups)

    def mentions(self, groups: Iterable[str]) -> tuple[Mention, ...]:
        """Return the stored citations of these groups, by document and place."""
        with self._session.reading():
            families = list(groups)
            return read_mentions(self._session, "mentions_of_families", families=families)

    def facts(self, key: str) -> DocumentFacts:
        """Return what was loaded; raise `NotFoundError`."""
        with self._session.reading():
            return read_facts(self._session, key)

    def history(self, task: str) -> tuple[StatusChange, ...]:
        """Return a task's status changes, oldest first."""
        with self._session.reading():
            return read_history(self._session, task)

    def registered(self) -> Registered:
        """Return all that is known without any text."""
        with self._session.reading():
            return read_registered(self._session)

    def holding(self, key: str) -> Holding:
        """Return all that is held of a loaded document; raise `NotFoundError`."""
        with self._session.reading():
            facts = read_facts(self._session, key)
            number = need_document(self._session, key)
            mentions = read_mentions(self._session, "mentions_of_document", document=number)
            return read_holding(self._session, key, facts, mentions)

    def said(self) -> tuple[Said, ...]:
        """Return all status changes, by document, task and moment."""
        with self._session.reading():
            return read_said(self._session)

    def ask(self, question: Question) -> Answer:
        """Answer one of the questions of `graph.questions`."""
        with self._session.reading():
            return ask(self._session, question)

    def passing(self) -> AbstractContextManager[None]:
        """Keep few pages of the file in memory within the block."""
        return self._session.passing()

    def state(self) -> str:
        """Return a word that is another one after every write, by whoever."""
        return self._session.state()
