"""Citations whose words on what the document is about are those of another document."""

import re
from collections.abc import Iterator
from typing import Final

from checks.draft import Draft
from checks.findings import Clause, Finding, Told
from checks.places import title_at
from checks.proof import evidence_of
from checks.wording import cited_name, full_name
from ontology.facts import Citation, Span
from ontology.folding import collapse
from ontology.known import KnownDocument
from ontology.titles import AGREE, DIFFER, have_nothing_in_common, title_agreement

_END: Final = re.compile(r'[;:"”|\t]|[.)](?=\s|$)|\n\s*(?:\n|[-+*•]|\d+[.)])')
_FIGURES: Final = re.compile(r"\S*\d\S*")
_ISSUER: Final = re.compile(r"\bcủa (?=[A-ZĐ])(?:(?! về ).)*")
_LONGEST: Final = 400
_SAME: Final = 0.9
"""From this share on, a title is that of another document and of no other field's."""


def check_titles(draft: Draft) -> Iterator[Finding]:
    """Yield the titles that have next to nothing of that of the document."""
    for citation in draft.facts.citations:
        meant = draft.meant(citation)
        place = title_at(draft.text, citation) if meant else None
        if meant is not None and place is not None:
            yield from _title(draft, citation, meant, place)


def _title(
    draft: Draft, citation: Citation, meant: KnownDocument, place: Span
) -> Iterator[Finding]:
    span = _in_full(draft.text, place)
    title = _words(collapse(draft.text[span.start : span.end]))
    known = _words(meant.title or "")
    agreement = title_agreement(title, known)
    if agreement is None and known and have_nothing_in_common(title, known):
        agreement = DIFFER  # too short a title to tell by itself
    if agreement is None or agreement >= AGREE:
        return
    other = _other(draft, title, meant)
    if agreement >= DIFFER and other is None:
        return
    like: Told = ""
    if other:
        named = (("title", other.title or ""), ("document", full_name(other, title=False)))
        like = Clause("title of", named)
    told: dict[str, Told] = {
        "cited": cited_name(citation, meant),
        "known": meant.title or "",
        "like": like,
    }
    evidence = (evidence_of(meant), *([evidence_of(other)] if other else []))
    yield Finding("citation-title", span, tuple(told.items()), evidence=evidence)


def _other(draft: Draft, title: str, meant: KnownDocument) -> KnownDocument | None:
    """Return the only other registered document that has nearly all words of a title.

    Common words make titles of one field alike; those of another document tell them apart.
    """
    found = [
        document
        for document in draft.registered.documents
        if document.key != meant.key
        and (title_agreement(title, _words(document.title or "")) or 0) >= _SAME
    ]
    return found[0] if len(found) == 1 else None


def _in_full(text: str, place: Span) -> Span:
    """Return the stretch of a title up to the end of its sentence, item or quotation.

    It goes on over the documents that it names itself: `về tiếp tục thực hiện Chỉ thị số …`.
    """
    end = _END.search(text, place.start, place.start + _LONGEST)
    last = end.start() if end else min(place.start + _LONGEST, len(text))
    return Span(place.start, place.start + len(text[place.start : last].rstrip()))


def _words(title: str) -> str:
    """Return a title without the numbers, days and issuers of the documents that it names."""
    bare = _FIGURES.sub("", title)
    return bare if bare == title else _ISSUER.sub("", bare)
