"""Citations that mean no document that is known, or several."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from checks.citations import evidence_of, wrong_date
from checks.draft import Draft
from checks.findings import Evidence, Finding
from checks.symbols import Misprint, is_misread, misprints
from checks.types import other_type
from checks.wording import cited_name, date_words, full_name
from loaders.candidates import agrees_in_issuer
from loaders.resolve import mentions_of
from ontology.facts import Citation
from ontology.issuers import is_person
from ontology.keys import CENTRE
from ontology.kinds import Kind
from ontology.known import KnownDocument, Mention
from ontology.numbers import canonical_symbol
from ontology.titles import AGREE, DIFFER, title_agreement

_WATCHED: Final = re.compile(r"/[A-ZĐ]*TW$|-TTg$")
"""Symbols of which the registry knows so many that one more is likely a slip."""

_MOST: Final = 4
"""How many candidates are named in a message."""

_NOT_STATE: Final = re.compile(r"^\d{4}/")


@dataclass(frozen=True, slots=True)
class _Sight:
    """What the checks of one draft look things up in."""

    draft: Draft
    mentions: Mapping[str, Mention]
    groups: Mapping[tuple[str, str], Sequence[KnownDocument]]
    misprints: Sequence[Misprint]


def check_unresolved(draft: Draft) -> Iterator[Finding]:
    """Yield the citations of unknown documents, and those that may mean several."""
    sight = _sight(draft)
    told: set[str | None] = set()
    for citation in draft.facts.citations:
        meaning = draft.meanings.get(citation.id)
        if meaning is None or not (citation.symbol and citation.number):
            continue
        if len(meaning.candidates) > 1:
            yield from _ambiguous(sight, citation, meaning.candidates)
        elif draft.meant(citation) is None and not is_misread(sight.misprints, citation):
            yield from _unknown(sight, citation, first=meaning.key not in told)
            told.add(meaning.key)


def _sight(draft: Draft) -> _Sight:
    groups: dict[tuple[str, str], list[KnownDocument]] = {}
    for document in draft.known.values():
        groups.setdefault((document.authority, document.group), []).append(document)
    mentions = {mention.citation: mention for mention in mentions_of(draft.key, draft.facts)}
    return _Sight(draft, mentions, groups, tuple(misprints(draft.text)))


def _ambiguous(sight: _Sight, citation: Citation, keys: Sequence[str]) -> Iterator[Finding]:
    """Yield what a citation may mean on the draft's day, and what tells the documents apart."""
    known = [sight.draft.known[key] for key in keys if key in sight.draft.known]
    there = [d for d in known if d.date is None or d.date <= sight.draft.day]
    if len(there) < 2:  # noqa: PLR2004  one is no choice
        return
    named = "; ".join(full_name(document, title=False) for document in there[:_MOST])
    told = {
        "cited": cited_name(citation),
        "candidates": named + ("; …" if len(there) > _MOST else ""),
        "missing": _telling(citation, there),
    }
    evidence = tuple(evidence_of(document) for document in there)
    yield Finding("citation-ambiguous", citation.span, tuple(told.items()), evidence=evidence)


def _telling(citation: Citation, documents: Sequence[KnownDocument]) -> str:
    """Return what would tell documents apart: the field in which all differ."""
    dates, terms = {d.date for d in documents}, {d.term for d in documents}
    if citation.date is None and len(dates) == len(documents):
        return "ngày ban hành" + (" hoặc khóa" if len(terms) == len(documents) else "")
    return "tên loại, cơ quan ban hành hoặc trích yếu"


def _unknown(sight: _Sight, citation: Citation, *, first: bool) -> Iterator[Finding]:
    mention = sight.mentions[citation.id]
    others = sight.groups.get((mention.authority, mention.group), ())
    slips = [document for document in others if _is_near(citation, mention, document)]
    if len(slips) == 1:
        yield wrong_date(sight.draft, citation, slips[0])
    elif other_type(sight.draft, citation) is None and first:
        yield from _not_known(sight, citation, mention, others)


def _is_near(citation: Citation, mention: Mention, document: KnownDocument) -> bool:
    """Tell whether the printed date is a slip for that of a document.

    It is off in the day, the month or the year alone; or it is of another day in the year in
    which a State office counts. Nothing else that is printed may speak against it.
    """
    printed, known = citation.date, document.date
    if printed is None or known is None or not _agrees(mention, document):
        return False
    off = (printed.day != known.day) + (printed.month != known.month) + (printed.year != known.year)
    return off == 1 or (_counts_by_year(citation) and printed.year == known.year)


def _counts_by_year(citation: Citation) -> bool:
    symbol = canonical_symbol(citation.symbol or "")
    return _NOT_STATE.match(symbol) is not None or symbol.endswith(("-CP", "-TTg"))


def _agrees(mention: Mention, document: KnownDocument) -> bool:
    agreement = title_agreement(mention.title, document.title)
    issuer = mention.issuer if mention.issuer and not is_person(mention.issuer) else None
    return (
        (agreement is None or agreement >= DIFFER)
        and mention.type in {Kind.XX, document.type}
        and (issuer is None or agrees_in_issuer(issuer, document.issuer))
        and not (mention.term and document.term and mention.term != document.term)
    )


def _not_known(
    sight: _Sight, citation: Citation, mention: Mention, others: Sequence[KnownDocument]
) -> Iterator[Finding]:
    day = sight.draft.day
    later = [d for d in others if d.date and d.date > day and _is_meant(citation, d)]
    if later and citation.date is None:
        told = {
            "cited": cited_name(citation, later[0]),
            "known": date_words(later[0].date or day),
            "day": date_words(day),
        }
        evidence = (evidence_of(later[0]),)
        yield Finding("citation-later", citation.span, tuple(told.items()), evidence=evidence)
        return
    code = _code(sight, citation, mention)
    if code is None or (citation.date is not None and citation.date > day):
        return
    like = [d for d in (*others, *_same_day(sight, citation, mention)) if d.date and d.date <= day]
    named = "; ".join(full_name(document, title=False) for document in like[:_MOST])
    told = {
        "cited": cited_name(citation)
        + (f" ngày {date_words(citation.date)}" if citation.date else ""),
        "like": f"; có thể là {named}" if named else "",
    }
    evidences: tuple[Evidence, ...] = tuple(evidence_of(document) for document in like[:_MOST])
    yield Finding(code, citation.span, tuple(told.items()), evidence=evidences)


def _is_meant(citation: Citation, document: KnownDocument) -> bool:
    """Tell whether title or term say that an undated citation means a document."""
    agreement = title_agreement(citation.title, document.title)
    return (agreement or 0) >= AGREE or (
        citation.term is not None and citation.term == document.term
    )


def _code(sight: _Sight, citation: Citation, mention: Mention) -> str | None:
    """Return how sure it is that there is no such document: not at all for others' local ones."""
    if mention.authority == CENTRE:
        watched = _WATCHED.search(canonical_symbol(citation.symbol or "").replace("-TW", "/TW"))
        return "citation-unknown" if watched else "citation-unlisted"
    here = any(
        document.key.partition("/")[0] == mention.authority
        for document in sight.draft.view.loaded()
    )
    return "citation-unlisted" if here else None


def _same_day(sight: _Sight, citation: Citation, mention: Mention) -> Iterator[KnownDocument]:
    """Yield the registered documents of the same symbol and day: the number may be wrong."""
    date: dt.date | None = citation.date
    letters = mention.group.partition("|")[2]
    if date is None:
        return
    for document in sight.draft.view.registered().documents:
        same = document.date == date and document.authority == mention.authority
        if same and document.group.partition("|")[2] == letters:
            yield document
