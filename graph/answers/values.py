"""From the columns of the store back to values."""

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any, Final

from ontology.facts import Standing
from ontology.known import KnownBody, KnownDocument

SHIFT: Final = 24
"""How many bits of a task's id count the tasks of its document."""


def day(text: str | None) -> dt.date | None:
    """Return the day that an ISO text gives."""
    return dt.date.fromisoformat(text) if text else None


def moment(at: dt.datetime) -> str:
    """Return a moment as text that sorts as moments do: in UTC where its zone is known."""
    return (at.astimezone(dt.UTC) if at.tzinfo else at).isoformat()


def several(tasks: str | list[int]) -> Sequence[int]:
    """Return the tasks of a row, which are JSON in a store that has no lists."""
    return json.loads(tasks) if isinstance(tasks, str) else tasks


def known_document(key: str, row: tuple[Any, ...]) -> KnownDocument:
    """Return a document from the columns of an account."""
    standing, authority, kind, number, symbol, date, issuer, term, place, *rest = row
    title, status, source, confidence = rest
    return KnownDocument(
        *(key, authority, kind, number, symbol, day(date), issuer, term, place),
        *(title, Standing(standing), status, source, confidence),
    )


def known_body(row: tuple[Any, ...]) -> KnownBody:
    """Return a body from its row; aliases are JSON in a store that has no lists."""
    _, key, name, aliases, kind, level, place, parent, start, end, successor, since, *rest = row
    others = json.loads(aliases) if isinstance(aliases, str) else aliases
    return KnownBody(
        *(key, name, tuple(others), kind, level, place, parent),
        *(day(start), day(end), successor, day(since), *rest[:2]),
    )
