"""Documents and bodies of a store, a few at a time."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from typing import Final

from graph.answer_types import Answer, BodyRow, DocumentRow, Row
from graph.questions import Bodies, Documents
from graph.store import View

PAGE: Final = 200
"""Rows that are asked for at once."""
FEW: Final = 20
"""Rows that are told together: in RDF each is many times as long."""


def document_rows(store: View, only: Collection[str] | None) -> Iterator[list[DocumentRow]]:
    """Give all documents by key, or those of `only`, in lists."""
    keys = tuple(sorted(only)) if only is not None else ()

    def page(after: str | None) -> Answer:
        return store.ask(Documents(as_of=dt.date.max, limit=PAGE, after=after, keys=keys))

    for rows in _lists(page):
        yield [row for row in rows if isinstance(row, DocumentRow)]


def body_rows(store: View, only: Collection[str] | None) -> Iterator[list[BodyRow]]:
    """Give all bodies by name, or those whose keys are in `only`, in lists."""

    def page(after: str | None) -> Answer:
        return store.ask(Bodies(as_of=dt.date.max, limit=PAGE, after=after))

    for rows in _lists(page):
        found = [row for row in rows if isinstance(row, BodyRow)]
        yield [row for row in found if only is None or row.key in only]


def _lists(page: Callable[[str | None], Answer]) -> Iterator[tuple[Row, ...]]:
    """Give the rows of all pages; `page` asks for the one after a cursor."""
    answer = page(None)
    while True:
        for start in range(0, len(answer.rows), FEW):
            yield answer.rows[start : start + FEW]
        if answer.cursor is None:
            return
        answer = page(answer.cursor)
