"""What several accounts of one document tell together, in whatever order they came."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from ontology.facts import Document, Standing
from ontology.kinds import Kind
from ontology.known import KnownDocument

T = TypeVar("T", str, dt.date)

_ORDER: Final = (Standing.LOADED, Standing.REGISTERED, Standing.CITED)
_FIXED: Final = frozenset({"key", "standing"})


def own_account(key: str, header: Document) -> KnownDocument:
    """Return what a document's own header tells of it."""
    return KnownDocument(
        key=key,
        authority=key.partition("/")[0],
        type=header.type or Kind.XX,
        number=header.number,
        symbol=header.symbol,
        date=header.date,
        issuer=header.issuer,
        jurisdiction=header.jurisdiction,
        title=header.title,
        standing=Standing.LOADED,
    )


def bare_account(key: str) -> KnownDocument:
    """Return all that a key alone tells, for a document that something refers to."""
    return KnownDocument(
        key, key.partition("/")[0], Kind.XX, number=None, symbol=None, standing=Standing.CITED
    )


def fullest(one: KnownDocument, other: KnownDocument) -> KnownDocument:
    """Return both accounts as one: of two values the longer, then the later in the alphabet.

    The order of the two makes no difference, nor does adding the same account again.
    """
    values: dict[str, Any] = {
        field.name: _fuller(getattr(one, field.name), getattr(other, field.name))
        for field in fields(KnownDocument)
        if field.name not in _FIXED
    }
    if Kind.XX in {one.type, other.type}:
        values["type"] = one.type if other.type == Kind.XX else other.type
    return replace(one, **values)


def _fuller(one: T | None, other: T | None) -> T | None:
    if one is None or other is None:
        return other if one is None else one
    return max(one, other, key=lambda value: (len(str(value)), str(value)))


def together(accounts: Mapping[Standing, KnownDocument]) -> KnownDocument:
    """Return what all accounts tell: each field from the text, else from the registry.

    What citing documents say of it counts only while nothing better is known.
    """
    ordered = [accounts[standing] for standing in _ORDER if standing in accounts]
    best = ordered[0]
    for account in ordered[1:] if best.standing is Standing.LOADED else ():
        if account.standing is Standing.REGISTERED:
            best = _completed(best, account)
    return best


def _completed(account: KnownDocument, other: KnownDocument) -> KnownDocument:
    gaps = {
        field.name: getattr(other, field.name)
        for field in fields(KnownDocument)
        if getattr(account, field.name) is None
    }
    if account.type == Kind.XX:
        gaps["type"] = other.type
    return replace(account, **gaps)
