"""Citations that disagree with the document that they mean: in date, issuer, term or title."""

from collections.abc import Iterator
from typing import Final

from checks.draft import Draft
from checks.findings import Evidence, Finding
from checks.places import date_at, issuer_at, last_date, term_at, title_at
from checks.wording import cited_name, date_like, date_words, full_name
from ontology.facts import Citation, Problem, Span
from ontology.known import KnownDocument
from ontology.terms import term_on
from ontology.titles import AGREE, DIFFER, title_agreement

UNSURE: Final = "low"
"""The confidence of rows on whose word nothing is called wrong."""

_TITLE_END: Final = '.;:")”\n'
_IMPOSSIBLE: Final = "impossible-date"


def check_citations(draft: Draft) -> Iterator[Finding]:
    """Yield where citations say other things than is known of the documents that they mean."""
    for problem in draft.facts.problems:
        if problem.code == _IMPOSSIBLE and problem.span is not None:
            yield _impossible(draft, problem, problem.span)
    for citation in draft.facts.citations:
        meant = draft.meant(citation)
        if meant is None:
            yield from _term_of_date(draft, citation)
        else:
            yield from _date(draft, citation, meant)
            yield from _issuer(draft, citation, meant)
            yield from _term(draft, citation, meant)
            yield from _title(draft, citation, meant)
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


def _date(draft: Draft, citation: Citation, meant: KnownDocument) -> Iterator[Finding]:
    if citation.date and meant.date and citation.date != meant.date:
        yield wrong_date(draft, citation, meant)


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
    if "issuer" not in draft.meanings[citation.id].disagreements:
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


def _title(draft: Draft, citation: Citation, meant: KnownDocument) -> Iterator[Finding]:
    agreement = title_agreement(_own_title(citation), meant.title)
    if agreement is None or agreement >= DIFFER:
        return
    told = {"cited": cited_name(citation, meant), "known": meant.title or ""}
    place = title_at(draft.text, citation)
    span = _to_end(draft.text, place) if place else citation.span
    yield Finding("citation-title", span, tuple(told.items()), evidence=(evidence_of(meant),))


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
    date = meant.date if meant and meant.date else citation.date
    if date is None or date <= draft.day:
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
    for citation in draft.facts.citations:
        near = 0 <= span.end - citation.span.end <= len(printed) + 8
        meant = draft.meant(citation) if near else None
        if meant and meant.date and meant.confidence != UNSURE and str(meant.date.year) in printed:
            return date_like(meant.date, printed)
    return None
