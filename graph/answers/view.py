"""What a load needs to see: what is loaded, known and mentioned."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from graph.answers.asking import Asking
from graph.answers.nodes import task_id
from graph.answers.values import day, known_document
from graph.store import Loaded, NotFoundError, StatusChange
from ontology.known import KnownDocument, Mention


def read_loaded(asking: Asking) -> tuple[Loaded, ...]:
    """Return every loaded document, by key."""
    return tuple(Loaded(*row) for row in asking.rows("loaded"))


def read_loaded_keys(asking: Asking) -> tuple[str, ...]:
    """Return the keys of the loaded documents, in order."""
    return tuple(key for (key,) in asking.rows("loaded_keys"))


def read_known(asking: Asking, groups: Iterable[str]) -> tuple[KnownDocument, ...]:
    """Return the loaded and registered documents of these groups, by key."""
    rows = asking.rows("known", families=list(groups))
    return tuple(known_document(key, tuple(row)) for key, *row in rows)


def read_mentions(asking: Asking, name: str, /, **values: Any) -> tuple[Mention, ...]:  # noqa: ANN401
    """Return the mentions that a statement gives."""
    return tuple(map(_mention, asking.rows(name, **values)))


def read_history(asking: Asking, task: str) -> tuple[StatusChange, ...]:
    """Return a task's status changes, oldest first; without such a task, those kept aside."""
    try:
        item = task_id(asking, task)
    except NotFoundError:
        item = None
    return tuple(
        StatusChange(
            *(key, status, dt.date.fromisoformat(on), by, note),
            dt.datetime.fromisoformat(at),
        )
        for key, status, on, by, note, at in asking.rows("history", task=task, item=item)
    )


def _mention(row: tuple[Any, ...]) -> Mention:
    key, _, citation, _, authority, kind, number, symbol, date, context, *rest = row
    issuer, term, title, by = rest
    return Mention(
        *(key, citation, authority, kind, number, symbol, day(date), day(context)),
        *(issuer, term, title, day(by)),
    )
