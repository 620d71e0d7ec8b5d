"""What is known of documents and bodies without, or besides, their text."""

import datetime as dt
from dataclasses import dataclass

from ontology.facts import Standing
from ontology.numbers import group_of
from ontology.relations import Relation


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """What is known of a document besides its text.

    `authority` is the first part of the key; `status` the registry's word on whether it is in
    force; `source` and `confidence` say where the registry has it from.
    """

    key: str
    authority: str
    type: str
    number: str | None
    symbol: str | None
    date: dt.date | None = None
    issuer: str | None = None
    term: str | None = None
    jurisdiction: str | None = None
    title: str | None = None
    standing: Standing = Standing.REGISTERED
    status: str | None = None
    source: str | None = None
    confidence: str | None = None

    @property
    def group(self) -> str:
        """What it shares with all documents of the same number and symbol."""
        return group_of(self.number, self.symbol)


@dataclass(frozen=True, slots=True)
class KnownRelation:
    """A relation between two known documents, on the word of the registry's `source`."""

    from_key: str
    relation: Relation
    to_key: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body as the registry knows it. An open end of its life is None."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "body"
    level: str | None = None
    jurisdiction: str | None = None
    parent: str | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    successor: str | None = None
    successor_date: dt.date | None = None
    source: str | None = None
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stored citation with all that its resolution depends on.

    `authority` is that of the document that it can mean, `by` the latest day on which the citing
    one can have been written, None when it does not say. `context_date` is the date that another
    mention in the same document gives, `title` what the text says that the document is about.
    """

    document: str
    citation: str
    authority: str
    type: str
    number: str | None
    symbol: str
    date: dt.date | None
    context_date: dt.date | None
    issuer: str | None
    term: str | None
    title: str | None
    by: dt.date | None

    @property
    def group(self) -> str:
        """What it shares with all documents of the same number and symbol."""
        return group_of(self.number, self.symbol)
