"""From RDF back to what a store holds: the inverse of `graph.rdf.describing`."""

import datetime as dt
from types import MappingProxyType
from typing import Final

from graph.rdf.gathered import Gathered, One
from graph.rdf.items import CLASSES, ROLES
from graph.rows import COOPERATING, LEAD
from graph.store import Holding, Registered, Said, StatusChange
from ontology.facts import (
    Citation,
    Document,
    DocumentFacts,
    Due,
    Item,
    Link,
    Phrase,
    Problem,
    Recurring,
    Resolution,
    Source,
    Standing,
    Target,
)
from ontology.kinds import Kind
from ontology.known import KnownBody, KnownDocument, KnownRelation, Mention
from ontology.periods import Frequency, Interval, Recurrence
from ontology.rdf.names import DOCUMENT, FREQUENCY, NAMESPACE, TASK, key_in
from ontology.rdf.terms import relations

_KINDS: Final = MappingProxyType({name: kind for kind, name in CLASSES.items()})


def read_holding(graph: Gathered) -> Holding:
    """Return what a named graph of one document tells."""
    (text,) = graph.of("Text")
    key = key_in(DOCUMENT, text.one("ofDocument"))
    citations = graph.of("Citation")
    targets = graph.of("Target")
    about: dict[str, list[One]] = {}
    for one in (*targets, *graph.of("Responsibility")):
        about.setdefault(one.one("subject"), []).append(one)
    facts = DocumentFacts(
        source=_source(text),
        document=_header(text.other("header")),
        citations=tuple(map(_citation, citations)),
        links=tuple(map(_link, graph.of("Link"))),
        items=tuple(_item(one, about.get(one.name, [])) for one in graph.of(*_KINDS)),
        aims=tuple(_target(one) for one in targets if one.one("subject") == _document(text)),
        problems=tuple(map(_problem, graph.of("Problem"))),
        resolutions=tuple(_resolution(one) for one in citations if one.perhaps("resolutionStatus")),
    )
    mentions = tuple(_mention(one, key) for one in graph.of("Mention"))
    cited = tuple(map(_account, graph.of("Account")))
    return Holding(key, facts, mentions, text.one("reader"), cited)


def _document(text: One) -> str:
    return text.one("ofDocument")


def read_registered(graph: Gathered) -> Registered:
    """Return what the graph of the registry tells."""
    return Registered(
        tuple(map(_account, graph.of("Account"))),
        tuple(map(_relation, graph.of("RegistryAssertion"))),
        tuple(map(_entry, graph.of("BodyEntry"))),
    )


def read_said(graph: Gathered) -> tuple[Said, ...]:
    """Return what people said of tasks."""
    return tuple(
        Said(
            key_in(DOCUMENT, one.one("ofDocument")),
            one.one("words"),
            StatusChange(
                key_in(TASK, one.one("ofTask")),
                one.one("state"),
                dt.date.fromisoformat(one.one("on")),
                one.one("by"),
                one.one("note"),
                dt.datetime.fromisoformat(one.one("at")),
            ),
        )
        for one in graph.of("StatusChange")
    )


def _source(text: One) -> Source:
    return Source(
        *(text.one(name) for name in ("fileName", "location", "format", "sha256", "text"))
    )


def _header(one: One) -> Document:
    earliest, latest = one.day("periodFrom"), one.day("periodTo")
    return Document(
        Kind(one.kind()) if one.perhaps("documentType") else None,
        number=one.perhaps("number"),
        symbol=one.perhaps("symbol"),
        title=one.perhaps("title"),
        issuer=one.perhaps("issuerName"),
        jurisdiction=one.perhaps("jurisdiction"),
        place=one.perhaps("place"),
        date=one.day("date"),
        period=Interval(earliest, latest) if earliest or latest else None,
        signatory=one.perhaps("signatory"),
        recipients=one.listed("recipient", "recipients", "first"),
        evidence=tuple((each.one("field"), each.phrase()) for each in one.others("fieldEvidence")),
    )


def _citation(one: One) -> Citation:
    return Citation(
        one.one("localId"),
        one.span(),
        Kind(one.kind()),
        one.perhaps("number"),
        one.perhaps("symbol"),
        one.day("date"),
        one.perhaps("issuerName"),
        one.perhaps("term"),
        one.one("rule"),
        one.perhaps("title"),
    )


def _resolution(one: One) -> Resolution:
    meant = one.perhaps("refersTo")
    candidates = one.listed("candidate", "candidates", "firstNode")
    return Resolution(
        one.one("localId"),
        one.one("resolutionStatus"),
        one.one("resolutionMethod"),
        None if meant is None else key_in(DOCUMENT, meant),
        tuple(key_in(DOCUMENT, name) for name in candidates),
        one.listed("disagreement", "disagreements", "first"),
    )


def _mention(one: One, key: str) -> Mention:
    return Mention(
        key,
        _local(one, "ofCitation"),
        one.one("authority"),
        one.kind(),
        one.perhaps("number"),
        one.one("symbol"),
        one.day("date"),
        one.day("contextDate"),
        one.perhaps("issuerName"),
        one.perhaps("term"),
        one.perhaps("title"),
        one.day("writtenBy"),
    )


def _local(one: One, name: str) -> str:
    """Return the name of a citation within its text, which may not be described."""
    return one.one(name).partition("#citation.")[2]


def _link(one: One) -> Link:
    below, above = _local(one, "citationBelow"), _local(one, "citationAbove")
    relation = relations()[one.one("predicate")]
    return Link(below, above, relation, one.span(), one.one("rule"))


def _target(one: One) -> Target:
    relation = relations()[one.one("predicate")]
    return Target(_local(one, "citation"), relation, one.phrase())


def _item(one: One, about: list[One]) -> Item:
    kind = next(name for name in _KINDS if f"{NAMESPACE}{name}" in one.all("type"))
    return Item(
        one.one("localId"),
        _KINDS[kind],
        one.one("path"),
        one.span(),
        one.one("rule"),
        parent=one.perhaps("parentPath"),
        lead=_bodies(about, LEAD),
        cooperating=_bodies(about, COOPERATING),
        due=_due(one.other("due")) if one.perhaps("due") else None,
        recurrences=tuple(map(_recurring, one.others("recurs"))),
        condition=_phrase(one, "condition"),
        status=_phrase(one, "progress"),
        targets=tuple(_target(each) for each in about if each.perhaps("citation")),
    )


def _bodies(about: list[One], role: str) -> tuple[Phrase, ...]:
    tie = f"{NAMESPACE}{ROLES[role]}"
    return tuple(one.phrase() for one in about if one.one("predicate") == tie)


def _due(one: One) -> Due:
    interval = Interval(one.day("earliest"), one.day("latest"))
    return Due(interval, tuple(each.phrase() for each in one.others("phrase")))


def _recurring(one: One) -> Recurring:
    rule = Recurrence(
        Frequency(key_in(FREQUENCY, one.one("frequency"))),
        *map(one.perhaps_number, ("monthDay", "weekday", "month")),
    )
    return Recurring(rule, one.phrase())


def _phrase(one: One, name: str) -> Phrase | None:
    return one.other(name).phrase() if one.perhaps(name) else None


def _problem(one: One) -> Problem:
    span = one.span() if one.perhaps("evidence") else None
    return Problem(one.one("code"), one.one("message"), span)


def _account(one: One) -> KnownDocument:
    return KnownDocument(
        key_in(DOCUMENT, one.one("accountOf")),
        one.one("authority"),
        one.kind(),
        one.perhaps("number"),
        one.perhaps("symbol"),
        one.day("date"),
        issuer=one.perhaps("issuerName"),
        term=one.perhaps("term"),
        jurisdiction=one.perhaps("jurisdiction"),
        title=one.perhaps("title"),
        standing=Standing(one.one("standing")),
        status=one.perhaps("status"),
        source=one.perhaps("source"),
        confidence=one.perhaps("confidence"),
    )


def _relation(one: One) -> KnownRelation:
    return KnownRelation(
        key_in(DOCUMENT, one.one("subject")),
        relations()[one.one("predicate")],
        key_in(DOCUMENT, one.one("object")),
        one.one("words"),
        one.one("source"),
    )


def _entry(one: One) -> KnownBody:
    return KnownBody(
        one.one("key"),
        one.one("name"),
        one.listed("alias", "aliases", "first"),
        one.one("bodyKind"),
        one.perhaps("level"),
        one.perhaps("jurisdiction"),
        one.perhaps("parentKey"),
        one.day("validFrom"),
        one.day("validTo"),
        one.perhaps("successorKey"),
        one.day("successorDate"),
        one.perhaps("source"),
        one.perhaps("confidence"),
    )
