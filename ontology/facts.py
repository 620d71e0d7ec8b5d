"""What one document says, each fact with the place that says it. Nothing is inferred here."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from ontology.kinds import Kind
from ontology.periods import Interval, Recurrence
from ontology.relations import Relation


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source's text in code points, `end` exclusive and never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            reason = f"not a span: {self.start}:{self.end}"
            raise ValueError(reason)


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: where from, the digest of the bytes, and the text that spans point into.

    In `text` a table row is one line with its cells parted by tabs; a line break inside a cell is
    U+000B. `location` is the path as given, `name` the file's name.
    """

    name: str
    location: str
    format: str
    sha256: str
    text: str

    def quote(self, span: Span) -> str:
        """Return the words at `span`, line breaks included."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that give a fact: in one line as they are kept, where they stand, and by which rule."""

    text: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """The header of a document; None where the text is silent.

    `period` is the time that a plan covers. `evidence` holds for each field that was found its name
    and the words that give it.
    """

    type: Kind | None = None
    number: str | None = None
    symbol: str | None = None
    title: str | None = None
    issuer: str | None = None
    jurisdiction: str | None = None
    place: str | None = None
    date: dt.date | None = None
    period: Interval | None = None
    signatory: str | None = None
    recipients: tuple[str, ...] = ()
    evidence: tuple[tuple[str, Phrase], ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a numbered document; a repeat is another citation.

    `number` is as printed, `symbol` without blanks; `title` are the words that say what the cited
    document is about.
    """

    id: str
    span: Span
    type: Kind
    number: str | None
    symbol: str | None
    date: dt.date | None
    issuer: str | None
    term: str | None
    rule: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """What the text says of two citations: `source` is nearer to the ground. `span` holds both."""

    source: str
    target: str
    relation: Relation
    span: Span
    rule: str


class ItemKind(StrEnum):
    """Work to be done; who does what under `Tổ chức thực hiện`; a point that is only discussed."""

    TASK = "task"
    ASSIGNMENT = "assignment"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Due:
    """When work is to be completed, and the words that say so, one phrase for each date."""

    interval: Interval
    phrases: tuple[Phrase, ...]

    @property
    def text(self) -> str:
        """The words, several dates parted by `; `."""
        return "; ".join(phrase.text for phrase in self.phrases)


@dataclass(frozen=True, slots=True)
class Recurring:
    """One way in which work comes round, and the words that say so."""

    recurrence: Recurrence
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Target:
    """A citation that a task, or a document by its title, is about; `phrase` says in what way."""

    citation: str
    relation: Relation
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Item:
    """A row, bullet or numbered paragraph that gives work. `parent` is the path above it."""

    id: str
    kind: ItemKind
    path: str
    span: Span
    rule: str
    parent: str | None = None
    lead: tuple[Phrase, ...] = ()
    cooperating: tuple[Phrase, ...] = ()
    due: Due | None = None
    recurrences: tuple[Recurring, ...] = ()
    condition: Phrase | None = None
    status: Phrase | None = None
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that looks like a fact and could not be read as one."""

    code: str
    message: str
    span: Span | None = None


class Standing(StrEnum):
    """How a document is known: by its text, by the registry, or only by citations."""

    LOADED = "loaded"
    REGISTERED = "registered"
    CITED = "cited"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one citation means.

    `key` is the document where exactly one is left; `candidates` are the keys of all that may be
    meant, likeliest first; `disagreements` the fields in which the text differs from that document.
    """

    citation: str
    status: str
    method: str
    key: str | None
    candidates: tuple[str, ...] = ()
    disagreements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """Everything read from one source, in the order of the text.

    `aims` are what the document itself is for, by its title and its opening words.
    """

    source: Source
    document: Document
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    items: tuple[Item, ...] = ()
    aims: tuple[Target, ...] = ()
    problems: tuple[Problem, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
