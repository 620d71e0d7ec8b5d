"""Drafts of the samples' province for tests of checks, and what is found in them."""

import datetime as dt
from functools import cache

from checks.check import check
from checks.draft import Draft, draft_of
from checks.findings import Finding
from graph.store import Store, View, open_store
from loaders.loader import ensure_registry
from ontology.facts import Source, Span

SIGNED = dt.date(2025, 3, 10)
"""The day of the drafts, unless another is given."""


@cache
def registered() -> Store:
    """Return a store that knows the project's registry and nothing else."""
    store = open_store(":memory:")
    ensure_registry(store)
    return store


def draft(
    body: str,
    *,
    title: str = "công tác tuyên giáo năm 2025",
    signed: dt.date = SIGNED,
    view: View | None = None,
) -> Draft:
    """Return a plan of Tỉnh ủy Hà Sơn with a body of its own."""
    text = (
        "TỈNH ỦY HÀ SƠN\n*\nSố 15-KH/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
        f"Hà Sơn, ngày {signed:%d} tháng {signed:%m} năm {signed:%Y}\n\n"
        f"KẾ HOẠCH\n{title}\n-----\n\n{body}\n"
    )
    return bare(text, view=view)


def bare(text: str, *, day: dt.date | None = None, view: View | None = None) -> Draft:
    """Return a whole text as a draft on a day."""
    source = Source("draft.txt", "draft.txt", "text", "0" * 64, text)
    return draft_of(source, view or registered(), day=day)


def marked(sentence: str) -> tuple[str, int, int]:
    """Return a sentence without the brackets around its wrong words, and where these stand."""
    before, _, rest = sentence.partition("[[")
    words, _, after = rest.partition("]]")
    return before + words + after, len(before), len(before) + len(words)


def found(draft: Draft, code: str) -> list[Finding]:
    """Return the findings of one rule."""
    return [finding for finding in check(draft) if finding.code == code]


def place_of(draft: Draft, sentence: str) -> Span:
    """Return where the bracketed words of a sentence stand in a draft that has it."""
    plain, start, end = marked(sentence)
    at = draft.text.index(plain)
    return Span(at + start, at + end)
