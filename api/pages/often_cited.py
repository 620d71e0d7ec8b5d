"""Where to begin when nobody has said: the directives and resolutions that most others name."""

import datetime as dt
from typing import Final

from graph.answer_types import DocumentRow
from graph.questions import Documents
from graph.store import Store
from ontology.keys import CENTRE_NAME
from ontology.kinds import Kind

_KINDS: Final = (Kind.CT, Kind.NQ, Kind.KL)
_LOOKED_AT: Final = 400
_SHOWN: Final = 8


def often_cited(store: Store) -> tuple[DocumentRow, ...]:
    """Return a few documents that are cited, the most often cited first."""
    found = [
        row
        for kind in _KINDS
        for row in store.ask(
            Documents(
                as_of=dt.date.max, type=kind.value, jurisdiction=CENTRE_NAME, limit=_LOOKED_AT
            )
        ).rows
        if isinstance(row, DocumentRow) and row.cited_by
    ]
    found.sort(key=lambda row: (-row.cited_by, row.key))
    return tuple(found[:_SHOWN])
