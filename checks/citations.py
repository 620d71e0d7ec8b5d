"""Citations that disagree with the document that they mean: in date, issuer, term or title."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from checks.draft import Draft
from checks.findings import Evidence, Finding
from checks.places import date_at, issuer_at, last_date, term_at, title_at
from checks.slips import groups_of, slips
from checks.wording import cited_name, date_like, date_words, full_name
from graph.store import View
from loaders.resolve import mentions_of
from ontology.facts import Citation, Problem, Span
from ontology.folding import fold_words
from ontology.issuers import is_person
from ontology.known import KnownDocument
from ontology.terms import term_on
from ontology.titles import AGREE, DIFFER, title_agreement

UNSURE: Final = "low"
"""The confidence of rows on whose word nothing is called wrong."""

_APART: Final = 8
"""How many code points lie at most between a citation and a day of its own."""

_TITLE_END: Final = '.;:")”\n'
_SAME: Final = 0.9
"""From this share on, a title is that of another document and of no other field's."""

_ASSEMBLY: Final = fold_words("Quốc hội")
_IMPOSSIBLE: Final = "impossible-date"


def check_citations(draft: Draft) -> Iterator[Finding]:
    """Yield where citations say other things than is known of the documents that they mean."""
    for problem in draft.facts.problems:
        if problem.code == _IMPOSSIBLE and problem.span is not None:
            yield _impossible(draft, problem, problem.span)
    groups = groups_of(draft.known.values())
    mentions = {mention.citation: mention for mention in mentions_of(draft.key, draft.facts)}
    titled = _Titled(draft.view)
    for citation in draft.facts.citations:
        meant = draft.meant(citation)
        if meant is None:
            yield from _term_of_date(draft, citation)
        else:
            others = groups.get((meant.authority, meant.group), ())
            yield from _date(draft, citation, meant, slips(mentions[citation.id], others))
            yield from _issuer(draft, citation, meant)
            yield from _term(draft, citation, meant)
            yield from _title(draft, citation, meant, titled)
        yield from _later(draft, citation, meant)


def evidence_of(document: KnownDocument) -> Evidence:
    """Return a known document as evidence."""
    return Evidence(full_name(document), document.key, source=document.source)


def disagreeing(  # noqa: PLR0913  (a finding has many parts)
    code: str,
    span: Span,
    told: dict[str, str],
    meant: KnownDocument,
    replacement: str | None,
    *,
    sure: bool,
) -> Finding:
    """Return a finding that a citation says something else than is known; doubt where not sure."""
    if sure and meant.confidence != UNSURE:
        return Finding(code, span, tuple(told.items()), replacement, (evidence_of(meant),))
    field = {"citation-date": "ngày", "citation-issuer": "cơ quan ban hành"}.get(code, "khóa")
    told = {"field": field, **told}
    return Finding("citation-doubt", span, tuple(told.items()), evidence=(evidence_of(meant),))


def is_sure(citation: Citation, meant: KnownDocument) -> bool:
    """Tell whether a citation can mean no other document: its date or its title says so.

    Number, symbol and issuer alone may be those of another term's document that nobody registered.
    """
    agreement = title_agreement(citation.title, meant.title)
    return meant.date == citation.date or (agreement is not None and agreement >= AGREE)


def _date(
    draft: Draft, citation: Citation, meant: KnownDocument, near: Sequence[KnownDocument]
) -> Iterator[Finding]:
    """Yield that the date is another than that of the document, or of the one near to it."""
    if citation.date and meant.date and citation.date != meant.date:
        sure = is_sure(citation, meant) or len(near) != 1
        yield wrong_date(draft, citation, meant if sure else near[0])


def wrong_date(draft: Draft, citation: Citation, meant: KnownDocument) -> Finding:
    """Return the finding that a document is of another day than a citation says."""
    place = date_at(draft.text, citation)
    known = date_words(meant.date) if meant.date else ""
    told = {
        "printed": date_words(citation.date) if citation.date else "",
        "known": known,
        "cited": cited_name(citation, meant),
    }
    form = date_like(meant.date, draft.facts.source.quote(place)) if place and meant.date else None
    return disagreeing("citation-date", place or citation.span, told, meant, form, sure=True)


def _issuer(draft: Draft, citation: Citation, meant: KnownDocument) -> Iterator[Finding]:
    differ = "issuer" in draft.meanings[citation.id].disagreements
    if not differ and not _of_assembly(citation.issuer or "", meant.issuer or ""):
        return
    place = issuer_at(draft.text, citation)
    told = {
        "printed": citation.issuer or "",
        "known": meant.issuer or "",
        "cited": cited_name(citation, meant),
    }
    yield disagreeing(
        "citation-issuer",
        place or citation.span,
        told,
        meant,
        meant.issuer if place else None,
        sure=is_sure(citation, meant),
    )


def _of_assembly(printed: str, known: str) -> bool:
    """Tell whether one alone of two issuers is the National Assembly, or a body of it."""
    if not printed or not known or is_person(printed):
        return False
    return (_ASSEMBLY in fold_words(printed)) != (_ASSEMBLY in fold_words(known))


def _term(draft: Draft, citation: Citation, meant: KnownDocument) -> Iterator[Finding]:
    if "term" not in draft.meanings[citation.id].disagreements:
        return
    place = term_at(draft.text, citation)
    told = {
        "printed": citation.term or "",
        "known": meant.term or "",
        "cited": cited_name(citation, meant),
    }
    yield disagreeing(
        "citation-term",
        place or citation.span,
        told,
        meant,
        meant.term if place else None,
        sure=is_sure(citation, meant),
    )


def _term_of_date(draft: Draft, citation: Citation) -> Iterator[Finding]:
    """Yield that the date printed lies in another term than the one printed beside it."""
    if citation.date is None or not citation.term or not (citation.symbol or "").endswith("/TW"):
        return
    known = term_on(citation.date)
    if known is not None and known != citation.term:
        told = {
            "printed": citation.term,
            "known": known,
            "cited": cited_name(citation),
            "date": date_words(citation.date),
        }
        place = term_at(draft.text, citation) or citation.span
        yield Finding("citation-term-date", place, tuple(told.items()))


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


def _later(draft: Draft, citation: Citation, meant: KnownDocument | None) -> Iterator[Finding]:
    known = meant.date if meant else None
    date = next((day for day in (citation.date, known) if day and day > draft.day), None)
    if date is None:
        return
    told = {
        "cited": cited_name(citation, meant),
        "known": date_words(date),
        "day": date_words(draft.day),
    }
    evidence = (evidence_of(meant),) if meant else ()
    place = date_at(draft.text, citation) or citation.span
    yield Finding("citation-later", place, tuple(told.items()), evidence=evidence)


def _impossible(draft: Draft, problem: Problem, span: Span) -> Finding:
    """Return the finding of a day that the calendar has not, with the right one if it is known."""
    place = last_date(draft.text, span) or span
    printed = " ".join(draft.text[place.start : place.end].split())
    return Finding(problem.code, place, (("printed", printed),), _possible(draft, span, printed))


def _possible(draft: Draft, span: Span, printed: str) -> str | None:
    """Return the day of the document cited there, where it is of the year that is printed."""
    citations = draft.facts.citations
    first = bisect_left(citations, span.end - len(printed) - _APART, key=_end)
    for citation in citations[first : bisect_right(citations, span.end, key=_end)]:
        meant = draft.meant(citation)
        if meant and meant.date and meant.confidence != UNSURE and str(meant.date.year) in printed:
            return date_like(meant.date, printed)
    return None


def _end(citation: Citation) -> int:
    return citation.span.end
