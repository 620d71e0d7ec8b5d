"""Citations whose words on what the document is about are those of another document."""

from collections.abc import Iterator
from typing import Final

from checks.draft import Draft
from checks.findings import Finding
from checks.places import title_at
from checks.proof import evidence_of
from checks.wording import cited_name, full_name
from graph.store import View
from ontology.facts import Citation, Span
from ontology.known import KnownDocument
from ontology.titles import AGREE, DIFFER, title_agreement

_TITLE_END: Final = '.;:")”\n'
_SAME: Final = 0.9
"""From this share on, a title is that of another document and of no other field's."""


def check_titles(draft: Draft) -> Iterator[Finding]:
    """Yield the titles that have next to nothing of that of the document."""
    titled = _Titled(draft.view)
    for citation in draft.facts.citations:
        meant = draft.meant(citation)
        if meant is not None:
            yield from _title(draft, citation, meant, titled)


def _title(
    draft: Draft, citation: Citation, meant: KnownDocument, titled: "_Titled"
) -> Iterator[Finding]:
    title = _own_title(citation)
    agreement = title_agreement(title, meant.title)
    if agreement is None or agreement >= AGREE:
        return
    other = titled.other(title, meant)
    if agreement >= DIFFER and other is None:
        return
    like = f"; “{other.title}” là {full_name(other, title=False)}" if other else ""
    told = {"cited": cited_name(citation, meant), "known": meant.title or "", "like": like}
    place = title_at(draft.text, citation)
    span = _to_end(draft.text, place) if place else citation.span
    evidence = (evidence_of(meant), *([evidence_of(other)] if other else []))
    yield Finding("citation-title", span, tuple(told.items()), evidence=evidence)


class _Titled:
    """The registered documents by their titles, read when first asked."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._documents: tuple[KnownDocument, ...] | None = None

    def other(self, title: str | None, meant: KnownDocument) -> KnownDocument | None:
        """Return the only other document that has nearly all words of a title.

        Common words make titles of one field alike; those of another document tell them apart.
        """
        if self._documents is None:
            self._documents = self._view.registered().documents
        found = [
            document
            for document in self._documents
            if document.key != meant.key and (title_agreement(title, document.title) or 0) >= _SAME
        ]
        return found[0] if len(found) == 1 else None


def _own_title(citation: Citation) -> str | None:
    """Return the title without what comes after it in its sentence."""
    title = citation.title or ""
    ends = (title.find(mark) for mark in _TITLE_END)
    return title[: min((end for end in ends if end > 0), default=len(title))] or None


def _to_end(text: str, span: Span) -> Span:
    """Return the stretch up to the end of the sentence, the list or the line of a title."""
    words = text[span.start : span.end]
    ends = (words.find(mark) for mark in _TITLE_END[:-1])
    length = min((end for end in ends if end > 0), default=len(words))
    return Span(span.start, span.start + len(words[:length].rstrip()))
