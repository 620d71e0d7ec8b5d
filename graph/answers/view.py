"""What a load needs to see: what is loaded, known and mentioned."""

from collections.abc import Iterable
from typing import Any

from graph.sqlite.session import Session, many
from graph.sqlite.values import day, known_document
from graph.store import Loaded
from ontology.known import KnownDocument, Mention


def read_loaded(session: Session) -> tuple[Loaded, ...]:
    """Return every loaded document, by key."""
    return tuple(Loaded(*row) for row in session.rows("loaded"))


def read_known(session: Session, groups: Iterable[str]) -> tuple[KnownDocument, ...]:
    """Return the loaded and registered documents of these groups, by key."""
    rows = session.rows("known", families=many(groups))
    return tuple(known_document(key, tuple(row)) for key, *row in rows)


def read_mentions(session: Session, name: str, /, **values: Any) -> tuple[Mention, ...]:  # noqa: ANN401
    """Return the mentions that a statement gives."""
    return tuple(map(_mention, session.rows(name, **values)))


def _mention(row: tuple[Any, ...]) -> Mention:
    key, _, citation, _, authority, kind, number, symbol, date, context, *rest = row
    issuer, term, title, by = rest
    return Mention(
        *(key, citation, authority, kind, number, symbol, day(date), day(context)),
        *(issuer, term, title, day(by)),
    )
