"""What is said of one thing in RDF, before it is written in any syntax."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

from ontology.facts import Phrase, Span
from ontology.rdf.names import BASE, BODY, DOCUMENT, NAMESPACE, TEXT, full, iri, place

Value: TypeAlias = str | int
"""An IRI, a text, a number or an ISO day: which of these, its property tells."""
Facts: TypeAlias = list[tuple[str, Value]]
"""Properties by the names of `ontology.rdf.terms.used`, with their values."""
Node: TypeAlias = tuple[str, Facts]
"""A thing by its IRI, with what is said of it; the same thing may come again."""

POSITION: Final = full("oa:TextPositionSelector")
QUOTE: Final = full("oa:TextQuoteSelector")
LIST: Final = full("rdf:List")
NIL: Final = full("rdf:nil")
_INSTANT: Final = full("time:Instant")


@cache
def own(name: str) -> str:
    """Return the IRI of one of our classes."""
    return f"{NAMESPACE}{name}"


def given(**values: Value | dt.date | None) -> Facts:
    """Return facts of what is there: days as ISO text, None left out."""
    return [
        (name, value.isoformat() if isinstance(value, dt.date) else value)
        for name, value in values.items()
        if value is not None
    ]


def words_node(name: str, words: str) -> Node:
    """Describe words that stand in no text of ours."""
    return name, [("type", QUOTE), ("exact", words)]


def day_node(day: dt.date, side: str) -> Node:
    """Describe the beginning or the end of a day: `begin` or `end`."""
    told = day.isoformat()
    return f"{BASE}day/{told}#{side}", [("type", _INSTANT), ("day", told)]


def listed(name: str, order: str, at: str, values: Iterable[str], kind: str) -> list[Node]:
    """Return the nodes that hold an ordered list, the first of them that of `at` with its values.

    Each value is told by property `name`; where there are two or more, `order` leads to a list of
    them, which alone tells their order. `kind` is how a list holds them: `first` or `firstNode`.
    """
    values = tuple(values)
    facts: Facts = [(name, value) for value in dict.fromkeys(values)]
    if len(values) > 1:
        facts.append((order, f"{at}.{order}.0"))
    return [(at, facts), *_cells(f"{at}.{order}", values if len(values) > 1 else (), kind)]


def _cells(start: str, values: tuple[str, ...], kind: str) -> Iterator[Node]:
    for number, value in enumerate(values):
        rest = f"{start}.{number + 1}" if number + 1 < len(values) else NIL
        yield f"{start}.{number}", [("type", LIST), (kind, value), ("rest", rest)]


@dataclass(slots=True)
class Spoken:
    """One text as it is being described: gathers whatever its facts refer to."""

    key: str
    text: str
    document: str
    words: str
    places: dict[tuple[int, int], str]
    days: dict[str, Facts]
    documents: dict[str, str]
    bodies: dict[str, None]

    @classmethod
    def of(cls, key: str, words: str) -> "Spoken":
        """Return a text of which nothing is told yet."""
        return cls(key, iri(TEXT, key), iri(DOCUMENT, key), words, {}, {}, {}, {})

    def within(self, name: str) -> str:
        """Return the name of what stands in the text."""
        return f"{self.text}#{name}"

    def place(self, span: Span) -> str:
        """Return the name of a place, which is described in the end."""
        ends = span.start, span.end
        found = self.places.get(ends)
        if found is None:
            found = self.places[ends] = place(self.text, span.start, span.end)
        return found

    def phrase(self, phrase: Phrase) -> Facts:
        """Return what a phrase tells: its words, its rule, its place."""
        return [
            ("words", phrase.text),
            ("rule", phrase.rule),
            ("evidence", self.place(phrase.span)),
        ]

    def instant(self, day: dt.date, side: str) -> str:
        """Return the name of the beginning or the end of a day."""
        found, facts = day_node(day, side)
        self.days[found] = facts
        return found

    def meant(self, key: str) -> str:
        """Return the name of a document that the text means."""
        found = iri(DOCUMENT, key)
        self.documents[found] = key
        return found

    def body(self, key: str) -> str:
        """Return the name of a body that the text means."""
        found = iri(BODY, key)
        self.bodies[key] = None
        return found

    def rest(self) -> Iterator[Node]:
        """Describe all that was referred to, as far as it must be known here."""
        yield from self.days.items()
        for name, key in self.documents.items():
            yield name, [("type", own("Document")), ("key", key)]
        for key in self.bodies:
            yield iri(BODY, key), [("type", own("Body")), ("key", key)]
        for (start, end), name in self.places.items():
            yield name, place_facts(self.text, start, end, self.words[start:end])


def place_facts(text: str, start: int, end: int, words: str) -> Facts:
    """Return what a place in a text tells; syntaxes may count on this order."""
    return [
        ("type", POSITION),
        ("type", QUOTE),
        ("inText", text),
        ("start", start),
        ("end", end),
        ("exact", words),
    ]
