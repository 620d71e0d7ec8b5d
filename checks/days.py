"""Dates that are wrong: another than the document's, after the draft, or no day at all."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from checks.draft import Draft
from checks.findings import Finding
from checks.places import date_at, last_date, term_at
from checks.proof import UNSURE, disagreeing, evidence_of, is_sure
from checks.slips import groups_of, slips
from checks.wording import cited_name, date_like, date_words
from loaders.resolve import mentions_of
from ontology.facts import Citation, Problem, Span
from ontology.known import KnownDocument
from ontology.terms import term_on

_APART: Final = 8
"""How many code points lie at most between a citation and a day of its own."""

_IMPOSSIBLE: Final = "impossible-date"


def check_days(draft: Draft) -> Iterator[Finding]:
    """Yield the days that are not those of the documents cited, and those that cannot be."""
    for problem in draft.facts.problems:
        if problem.code == _IMPOSSIBLE and problem.span is not None:
            yield _impossible(draft, problem, problem.span)
    groups = groups_of(draft.known.values())
    mentions = {mention.citation: mention for mention in mentions_of(draft.key, draft.facts)}
    for citation in draft.facts.citations:
        meant = draft.meant(citation)
        if meant is None:
            yield from _term_of_date(draft, citation)
        elif citation.date and meant.date and citation.date != meant.date:
            near = slips(mentions[citation.id], groups[meant.authority, meant.group])
            sure = is_sure(citation, meant) or len(near) != 1
            yield wrong_date(draft, citation, meant if sure else near[0])
        yield from _later(draft, citation, meant)


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
