"""Printed dates that can only be slips: the documents that they are near to."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from loaders.candidates import agrees_in_issuer
from ontology.issuers import is_person
from ontology.kinds import Kind
from ontology.known import KnownDocument, Mention
from ontology.numbers import canonical_symbol
from ontology.terms import term_on
from ontology.titles import DIFFER, title_agreement

_YEARLY: Final = re.compile(r"^\d{4}/|-[^/]+$")
"""State symbols, whose numbers begin anew each year."""

_CENTRAL: Final = re.compile(r"/[A-ZĐ]*TW$")
_LONG: Final = 400
"""Days in which no Party office comes to the same number again, where the same one issues."""


def groups_of(known: Iterable[KnownDocument]) -> Mapping[tuple[str, str], Sequence[KnownDocument]]:
    """Return documents by authority and group."""
    groups: dict[tuple[str, str], list[KnownDocument]] = {}
    for document in known:
        groups.setdefault((document.authority, document.group), []).append(document)
    return groups


def slips(mention: Mention, others: Iterable[KnownDocument]) -> list[KnownDocument]:
    """Return the documents of the same number of which the printed date is a misprint.

    Those of which the day, the month or the year alone is another; without such ones, those of the
    same series of numbers. Nothing else that is printed may speak against them.
    """
    agreeing = [document for document in others if _agrees(mention, document)]
    return [document for document in agreeing if _off(mention, document) == 1] or [
        document for document in agreeing if _is_one_series(mention, document)
    ]


def _off(mention: Mention, document: KnownDocument) -> int:
    """Return how many of day, month and year are not those that are printed."""
    printed, known = mention.date, document.date
    if printed is None or known is None:
        return 0
    return (
        (printed.day != known.day) + (printed.month != known.month) + (printed.year != known.year)
    )


def _is_one_series(mention: Mention, document: KnownDocument) -> bool:
    printed, known = mention.date, document.date
    if printed is None or known is None or printed == known:
        return False
    symbol = canonical_symbol(mention.symbol)
    if _YEARLY.search(symbol):
        return printed.year == known.year
    if _CENTRAL.search(symbol) and term_on(printed) == term_on(known):
        return True
    return mention.issuer is not None and abs((printed - known).days) <= _LONG


def _agrees(mention: Mention, document: KnownDocument) -> bool:
    agreement = title_agreement(mention.title, document.title)
    issuer = mention.issuer if mention.issuer and not is_person(mention.issuer) else None
    return (
        (agreement is None or agreement >= DIFFER)
        and mention.type in {Kind.XX, document.type}
        and (issuer is None or agrees_in_issuer(issuer, document.issuer))
        and not (mention.term and document.term and mention.term != document.term)
    )
