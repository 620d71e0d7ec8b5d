"""The key of a loaded document: the same on every rebuild, and whatever format it was saved in."""

import hashlib

from ontology.authorities import Home, authority_for
from ontology.facts import Document, DocumentFacts
from ontology.folding import fold_words
from ontology.keys import (
    CENTRE,
    CENTRE_NAME,
    UNKNOWN,
    authority_of,
    document_key,
    slug,
    unnumbered_key,
)
from ontology.kinds import Kind
from ontology.numbers import canonical_number, canonical_symbol, full_symbol
from ontology.periods import Interval


def key_of(facts: DocumentFacts) -> str:
    """Return a document's key: by number, symbol and date, else by its header and its words.

    A document of an unknown province has an authority of its own, so that it never passes for
    another province's of the same number.
    """
    document = facts.document
    words = fold_words(facts.source.text).replace(" ", "")
    scope = UNKNOWN + hashlib.sha256(words.encode()).hexdigest()[:8]
    home = Home.of(document.jurisdiction, document.issuer, scope)
    if document.number is None or document.symbol is None:
        authority, when = _authority(home, document), _when(document)
        return unnumbered_key(authority, _kind(document), document.issuer, when, words)
    authority = authority_for(document.symbol, document.issuer, home)
    if document.date is not None:
        return document_key(authority, document.number, document.symbol, document.date)
    number = canonical_number(document.number)
    printed = full_symbol(number, canonical_symbol(document.symbol)).replace("/", "-")
    return unnumbered_key(authority, printed, None, _when(document), words)


def _authority(home: Home, document: Document) -> str:
    if document.jurisdiction == CENTRE_NAME:
        return CENTRE
    if home.province is None:
        return home.scope
    province = authority_of(home.province)
    return f"{province}.{slug(home.place)}" if home.place else province


def _kind(document: Document) -> str:
    if document.symbol is not None:
        return canonical_symbol(document.symbol).replace("/", "-")
    return document.type or Kind.XX


def _when(document: Document) -> str:
    """Return a document's day, or the year, month or days that it is for; `_` without either."""
    if document.date is not None:
        return document.date.isoformat()
    period = document.period
    return _days(period) if period is not None else "_"


def _days(period: Interval) -> str:
    """Write a period as short as it can be: 2025, 2023-11, or from its first day to its last."""
    first = period.earliest.isoformat() if period.earliest else ""
    last = period.latest.isoformat() if period.latest else ""
    if first.endswith("-01-01") and last == f"{first[:4]}-12-31":
        return first[:4]
    if first.endswith("-01") and last[:7] == first[:7] and last[8:] >= "28":  # the month's end
        return first[:7]
    return f"{first}_{last}"
