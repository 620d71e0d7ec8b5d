"""Builds small graphs from arrows, with texts that hold every word that is quoted of them."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from graph.store import Store
from ontology.facts import (
    Citation,
    Document,
    DocumentFacts,
    Due,
    Item,
    ItemKind,
    Link,
    Phrase,
    Recurring,
    Resolution,
    Source,
    Span,
    Standing,
    Target,
)
from ontology.kinds import Kind
from ontology.known import KnownDocument, Mention
from ontology.periods import Interval, Recurrence
from ontology.relations import Relation

RULE = "test"


@dataclass(frozen=True, slots=True)
class Work:
    """A task to be written into a document; `targets` are names of documents with relations."""

    path: str
    text: str = ""
    kind: ItemKind = ItemKind.TASK
    lead: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    due: tuple[str | None, str | None] | None = None
    recurs: tuple[Recurrence, ...] = ()
    condition: str | None = None
    status: str | None = None
    targets: tuple[tuple[Relation, str], ...] = ()


@dataclass(slots=True)
class Text:
    """A document in the making: each word that is written is a fact with its place."""

    key: str
    header: Document = field(default_factory=Document)
    written: str = ""
    citations: list[Citation] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    aims: list[Target] = field(default_factory=list)
    meanings: dict[str, str | None] = field(default_factory=dict)

    def write(self, words: str) -> Span:
        """Add a line and return where it stands."""
        start = len(self.written)
        self.written += words + "\n"
        return Span(start, start + len(words))

    def phrase(self, words: str) -> Phrase:
        """Add a line that is a phrase."""
        return Phrase(words, self.write(words), RULE)

    def cite(self, key: str | None) -> str:
        """Add a mention of a document; return the id of the citation."""
        name = f"c{len(self.citations) + 1}"
        number, symbol, date = printed(key or "?/00-XX-XX")
        span = self.write(f"văn bản {key}")
        self.citations.append(Citation(name, span, Kind.XX, number, symbol, date, None, None, RULE))
        self.meanings[name] = key
        return name

    def aim(self, relation: Relation, key: str) -> None:
        """Say what the document is for."""
        phrase = self.phrase(relation.value)
        self.aims.append(Target(self.cite(key), relation, phrase))

    def link(self, below: str, relation: Relation, above: str) -> None:
        """Say how two other documents stand to each other."""
        source = self.cite(below)
        target = self.cite(above)
        first, second = self.citations[-2].span, self.citations[-1].span
        self.links.append(Link(source, target, relation, Span(first.start, second.end), RULE))

    def work(self, work: Work) -> None:
        """Add a task."""
        span = self.write(work.text or f"Nhiệm vụ {work.path}")
        lead = tuple(self.phrase(body) for body in work.lead)
        cooperating = tuple(self.phrase(body) for body in work.cooperating)
        targets = tuple(
            Target(self.cite(key), relation, self.phrase(relation.value))
            for relation, key in work.targets
        )
        self.items.append(
            Item(
                f"t{len(self.items) + 1}",
                work.kind,
                work.path,
                span,
                RULE,
                lead=lead,
                cooperating=cooperating,
                due=self._due(work.due),
                recurrences=tuple(
                    Recurring(rule, self.phrase(rule.frequency.value)) for rule in work.recurs
                ),
                condition=self.phrase(work.condition) if work.condition else None,
                status=self.phrase(work.status) if work.status else None,
                targets=targets,
            )
        )

    def _due(self, due: tuple[str | None, str | None] | None) -> Due | None:
        if due is None:
            return None
        earliest, latest = (dt.date.fromisoformat(end) if end else None for end in due)
        return Due(Interval(earliest, latest), (self.phrase(f"hạn {latest}"),))

    def facts(self) -> DocumentFacts:
        """Return what was written as facts."""
        text = self.written or "\n"
        digest = hashlib.sha256(text.encode()).hexdigest()
        source = Source(f"{self.key}.txt", f"/{self.key}.txt", "text", digest, text)
        return DocumentFacts(
            source,
            self.header,
            tuple(self.citations),
            tuple(self.links),
            tuple(self.items),
            tuple(self.aims),
        )

    def mentions(self) -> tuple[Mention, ...]:
        """Return the citations with what their resolution depends on."""
        return tuple(
            Mention(
                *(self.key, c.id, "tw", c.type.value, c.number, c.symbol or "", c.date),
                *(None, c.issuer, c.term, c.title, self.header.date),
            )
            for c in self.citations
        )

    def resolutions(self) -> tuple[tuple[str, Resolution], ...]:
        """Return what the citations mean."""
        return tuple(
            (
                self.key,
                Resolution(
                    name, "resolved" if key else "unknown", RULE, key, (key,) if key else ()
                ),
            )
            for name, key in self.meanings.items()
        )

    def cited(self) -> tuple[KnownDocument, ...]:
        """Return the documents that are cited, as they are known from that alone."""
        keys = sorted({key for key in self.meanings.values() if key})
        return tuple(replace(known(key), standing=Standing.CITED) for key in keys)

    def load(self, store: Store) -> None:
        """Put the document into a store and say what its citations mean."""
        with store.transaction():
            store.put(self.key, self.facts(), self.mentions())
            store.refer(self.resolutions(), self.cited())


def printed(key: str) -> tuple[str | None, str, dt.date | None]:
    """Return number, symbol and date of a key such as `tw/05-CT-TW/2016-05-15`."""
    _, _, rest = key.partition("/")
    symbol, _, date = rest.partition("/")
    number, _, letters = symbol.partition("-")
    figures = number if number.isdigit() else None
    return figures, letters.replace("-", "/"), dt.date.fromisoformat(date) if date else None


def known(key: str, title: str | None = None) -> KnownDocument:
    """Return a registered document of a key."""
    number, symbol, date = printed(key)
    code = symbol.partition("/")[0]
    kind = code if code in set(Kind) else Kind.XX
    return KnownDocument(
        key, key.partition("/")[0], kind, number, symbol or None, date, title=title
    )


def texts_of(arrows: Iterable[str]) -> Mapping[str, Text]:
    """Return texts from arrows such as `p#1 > p`: a name with # is a task, others are documents.

    `p#1 > d` is a task's own target, `p > d` a plan's aim, `q: p > d` a link that q explains, and
    `p#1` alone a task; `p reviews d` is an arrow of another relation than `implements`.
    """
    texts: dict[str, Text] = {}
    works: dict[str, list[tuple[Relation, str]]] = {}
    for arrow in arrows:
        teller, _, told = arrow.rpartition(": ")
        below, relation, above = _parse(told)
        owner = teller or below.partition("#")[0]
        text = texts.setdefault(owner, Text(owner))
        if teller:
            text.link(below, relation, above)
        elif "#" in below:
            works.setdefault(below, []).extend([(relation, above)] if above else [])
        else:
            text.aim(relation, above)
    for task, targets in sorted(works.items()):
        owner, _, path = task.partition("#")
        texts[owner].work(Work(path, targets=tuple(targets)))
    return texts


def _parse(told: str) -> tuple[str, Relation, str]:
    below, _, rest = told.partition(" ")
    word, _, above = rest.partition(" ")
    return below, Relation.IMPLEMENTS if word in {">", ""} else Relation(word), above
