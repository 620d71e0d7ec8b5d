"""Drafts to be checked in tests, against the registry that comes with the project."""

import datetime as dt
import hashlib
from functools import cache

from checks.check import check
from checks.draft import Draft, draft_of
from checks.findings import Finding
from graph.store import Store, open_store
from loaders.load import ensure_registry
from ontology.facts import Source


@cache
def known() -> Store:
    """Return a store in memory that knows what the project does, the same one each time."""
    store = open_store(":memory:")
    ensure_registry(store)
    return store


def draft(text: str, *, day: dt.date | None = None, jurisdiction: str | None = None) -> Draft:
    """Return a text as a draft on a day."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source("draft.txt", "draft.txt", "text", digest, text)
    return draft_of(source, known(), day=day, jurisdiction=jurisdiction)


def checked(source: Source, *, day: dt.date | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a source."""
    return check(draft_of(source, known(), day=day))
