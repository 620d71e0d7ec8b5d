"""What the nodes of documents, bodies and status changes tell."""

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any, Final

from graph.answers.memory import Printed
from graph.answers.values import moment
from graph.bodies import called_names
from graph.rows import account_row, family
from graph.store import Said
from graph.words import document_names, words_of
from ontology.facts import Standing
from ontology.keys import authority_of, slug
from ontology.known import KnownBody, KnownDocument

_COLUMNS: Final = tuple(field.name for field in fields(KnownDocument) if field.name != "key")
_NOTHING: Final = "-"
"""What a name without a letter is called by."""


def document_told(account: KnownDocument, accounts: Iterable[KnownDocument]) -> dict[str, Any]:
    """Return what a document's node tells but its key and its id.

    `account` is what all accounts of the document tell together.
    """
    place = authority_of(account.jurisdiction) if account.jurisdiction else account.authority
    names = document_names(account.type, account.number, account.symbol)
    written = (json.dumps(account_row(one), ensure_ascii=False) for one in accounts)
    return {
        **dict(zip(_ordered(), account_row(account), strict=True)),
        "date": account.date,
        "accounts": list(written),
        "family": family(account.number, account.symbol),
        "place": place,
        "issuer_slug": slug(account.issuer) if account.issuer else None,
        "name_words": " ".join(words_of(names)),
        "title_words": " ".join(words_of(account.title or "")) or None,
    }


def _ordered() -> tuple[str, ...]:
    """Return the names of what `account_row` gives: the standing, then the others in order."""
    return ("standing", *(name for name in _COLUMNS if name != "standing"))


def issued_by(account: KnownDocument) -> Printed | None:
    """Return who issued a document; a body only where more than a citation names it."""
    if account.issuer is None or account.standing is Standing.CITED:
        return None
    return account.issuer, None, account.jurisdiction


def body_told(body: KnownBody, registered: bool) -> dict[str, Any]:  # noqa: FBT001
    """Return what a body's node tells but its key, its id and what it is called."""
    names = called_names(body)
    words = " ".join(words_of(" ".join(names))) or _NOTHING
    return {
        "name": body.name,
        "aliases": list(body.aliases) or None,
        "kind": body.kind,
        "level": body.level,
        "jurisdiction": body.jurisdiction,
        "parent": body.parent,
        "valid_from": body.valid_from,
        "valid_to": body.valid_to,
        "successor": body.successor,
        "successor_date": body.successor_date,
        "source": body.source,
        "confidence": body.confidence,
        "registered": registered,
        "body_words": words if names else None,
    }


def all_called(names: Iterable[str]) -> str | None:
    """Return the names of a body as it is found by them."""
    return " ".join(sorted(names)) or None


def call(name: str) -> str:
    """Return one name as a body is found by it."""
    return slug(name) or _NOTHING


def change_told(said: Said) -> dict[str, Any]:
    """Return what the node of a status change tells."""
    change = said.change
    return {
        "of_document": said.document,
        "of_task": change.task,
        "text": said.words,
        "status": change.status,
        "on": change.on.isoformat(),
        "by": change.by,
        "note": change.note,
        "at": moment(change.at),
    }
