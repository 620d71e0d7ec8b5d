"""Documents and bodies of a store, page by page."""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Final

from graph.questions import Bodies, BodyRow, DocumentRow, Documents
from graph.store import View

PAGE: Final = 1000
"""Rows in memory at once."""


def document_rows(store: View, only: Collection[str] | None) -> Iterator[list[DocumentRow]]:
    """Give all documents by key, or those of `only`, in lists."""
    after: str | None = None
    keys = tuple(sorted(only)) if only is not None else ()
    while True:
        question = Documents(as_of=dt.date.max, limit=PAGE, after=after, keys=keys)
        answer = store.ask(question)
        yield [row for row in answer.rows if isinstance(row, DocumentRow)]
        if answer.cursor is None:
            return
        after = answer.cursor


def body_rows(store: View, only: Collection[str] | None) -> Iterator[list[BodyRow]]:
    """Give all bodies by name, or those whose keys are in `only`, in lists."""
    after: str | None = None
    while True:
        answer = store.ask(Bodies(as_of=dt.date.max, limit=PAGE, after=after))
        rows = [row for row in answer.rows if isinstance(row, BodyRow)]
        yield [row for row in rows if only is None or row.key in only]
        if answer.cursor is None:
            return
        after = answer.cursor
