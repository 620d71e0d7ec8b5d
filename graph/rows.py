"""What one document says, as plain rows for any store.

Days are ISO text. A row of an item, and of what hangs on one, begins with the item's number: its
place in the text, counted on from `base`.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from graph.words import says_done
from ontology.facts import Citation, DocumentFacts, Item, Phrase
from ontology.known import KnownDocument, Mention
from ontology.numbers import group_of

Value: TypeAlias = str | int | None
PlainRow: TypeAlias = tuple[Value, ...]

# Popular numbers are met again and again.
family = lru_cache(maxsize=1 << 16)(group_of)

LEAD: Final = "lead"
COOPERATING: Final = "cooperating"
DUE: Final = "due"
CONDITION: Final = "condition"
STATUS: Final = "status"


def iso(day: dt.date | None) -> str | None:
    """Return a day as text."""
    return day.isoformat() if day else None


def account_row(document: KnownDocument) -> PlainRow:
    """Return what is known of a document, its key left out."""
    return (
        document.standing.value,
        document.authority,
        document.type,
        document.number,
        document.symbol,
        iso(document.date),
        document.issuer,
        document.term,
        document.jurisdiction,
        document.title,
        document.status,
        document.source,
        document.confidence,
    )


def header_row(facts: DocumentFacts, reader: str) -> PlainRow:
    """Return the source and the header."""
    source, header, period = facts.source, facts.document, facts.document.period
    return (
        *(source.name, source.location, source.format, source.sha256, reader, len(source.text)),
        *(header.type, header.number, header.symbol, header.title, header.issuer),
        *(header.jurisdiction, header.place, iso(header.date)),
        *((iso(period.earliest), iso(period.latest)) if period else (None, None)),
        *(int(period is not None), header.signatory, _json(list(header.recipients))),
        _json([[name, *_phrase(phrase)] for name, phrase in header.evidence]),
    )


def citation_rows(citations: Iterable[Citation]) -> Iterator[PlainRow]:
    """Return the mentions as they are printed."""
    for place, c in enumerate(citations):
        yield (
            *(c.id, place, c.span.start, c.span.end, c.type.value, c.number, c.symbol),
            *(iso(c.date), c.issuer, c.term, c.rule, c.title),
        )


def mention_row(mention: Mention) -> PlainRow:
    """Return what the resolution of a mention depends on."""
    return (
        *(
            mention.citation,
            family(mention.number, mention.symbol),
            mention.authority,
            mention.type,
            mention.number,
        ),
        *(mention.symbol, iso(mention.date), iso(mention.context_date), mention.issuer),
        *(mention.term, mention.title, iso(mention.by)),
    )


def link_rows(facts: DocumentFacts) -> Iterator[PlainRow]:
    """Return what the text says of two citations."""
    for place, link in enumerate(facts.links):
        span = link.span
        yield (
            *(place, link.source, link.relation.value, link.target),
            *(span.start, span.end, link.rule),
        )


def aim_rows(facts: DocumentFacts) -> Iterator[PlainRow]:
    """Return what the document itself is for."""
    for place, aim in enumerate(facts.aims):
        yield (place, aim.citation, aim.relation.value, *_phrase(aim.phrase))


def problem_rows(facts: DocumentFacts) -> Iterator[PlainRow]:
    """Return what could not be read."""
    for place, problem in enumerate(facts.problems):
        ends = (problem.span.start, problem.span.end) if problem.span else (None, None)
        yield (place, problem.code, problem.message, *ends)


def item_rows(facts: DocumentFacts, base: int) -> Iterator[PlainRow]:
    """Return the items with all that their state depends on but what people said."""
    said_on = iso(facts.document.date) or ""
    for number, item in enumerate(facts.items, base):
        interval = item.due.interval if item.due else None
        done = item.status is not None and says_done(item.status.text)
        yield (
            *(number, item.id, item.kind.value, item.path, item.parent),
            *(item.span.start, item.span.end, facts.source.quote(item.span), item.rule),
            iso(interval.earliest) if interval else None,
            iso(interval.latest) if interval else None,
            *(int(bool(item.recurrences)), int(item.condition is not None)),
            said_on if done else None,
        )


def phrase_rows(
    facts: DocumentFacts, base: int, body: Callable[[str], int | str]
) -> Iterator[PlainRow]:
    """Return the words that give bodies, due days, conditions and statuses.

    `body` gives the body that a printed name means.
    """
    for number, item in enumerate(facts.items, base):
        for role, phrases in ((LEAD, item.lead), (COOPERATING, item.cooperating)):
            for place, phrase in enumerate(phrases):
                yield (number, role, place, *_phrase(phrase), body(phrase.text))
        for role, phrases in attributes(item):
            for place, phrase in enumerate(phrases):
                yield (number, role, place, *_phrase(phrase), None)


def attributes(item: Item) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
    """Give the words that tell when an item is due, on what condition, and how far it is."""
    if item.due:
        yield DUE, item.due.phrases
    if item.condition:
        yield CONDITION, (item.condition,)
    if item.status:
        yield STATUS, (item.status,)


def recurrence_rows(facts: DocumentFacts, base: int) -> Iterator[PlainRow]:
    """Return what comes round, bounded by the document's period or else begun on its date."""
    bounds = _bounds(facts)
    for number, item in enumerate(facts.items, base):
        for place, recurring in enumerate(item.recurrences):
            rule = recurring.recurrence
            yield (
                *(number, place, rule.frequency.value, rule.month_day, rule.weekday, rule.month),
                *(rule.rrule, *bounds, *_phrase(recurring.phrase)),
            )


def _bounds(facts: DocumentFacts) -> tuple[str | None, str | None]:
    period = facts.document.period
    if period is None:
        return iso(facts.document.date), None
    return iso(period.earliest or facts.document.date), iso(period.latest)


def target_rows(facts: DocumentFacts, base: int) -> Iterator[PlainRow]:
    """Return the citations that the items are about."""
    for number, item in enumerate(facts.items, base):
        for place, target in enumerate(item.targets):
            yield (
                *(number, place, item.kind.value, target.citation, target.relation.value),
                *_phrase(target.phrase),
            )


def _phrase(phrase: Phrase) -> tuple[str, int, int, str]:
    return phrase.text, phrase.span.start, phrase.span.end, phrase.rule


def _json(values: Sequence[object]) -> str:
    return json.dumps(values, ensure_ascii=False)
