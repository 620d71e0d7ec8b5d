"""Citations that mean no document that is known, or several."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from checks.days import wrong_date
from checks.draft import Draft
from checks.findings import Clause, Evidence, Finding, Told
from checks.proof import evidence_of
from checks.slips import groups_of, slips
from checks.symbols import Misprint, is_misread, misprints
from checks.types import other_type
from checks.wording import cited_name, date_words, full_name
from graph.answer_types import ChainRow
from graph.questions import Chain
from loaders.resolve import mentions_of
from ontology.facts import Citation
from ontology.keys import CENTRE
from ontology.known import KnownDocument, Mention
from ontology.numbers import canonical_symbol
from ontology.titles import AGREE, title_agreement

_WATCHED: Final = re.compile(r"/[A-ZĐ]*TW$")
"""Symbols of which the registry knows so many that one more is likely a slip."""

_MOST: Final = 4
"""How many candidates are named in a message."""


@dataclass(frozen=True, slots=True)
class _Sight:
    """What the checks of one draft look things up in."""

    draft: Draft
    mentions: Mapping[str, Mention]
    groups: Mapping[tuple[str, str], Sequence[KnownDocument]]
    misprints: Sequence[Misprint]
    citations: Mapping[str, Citation]
    carriers: Mapping[str, str]
    loaded: frozenset[str]
    registered: Mapping[dt.date | None, Sequence[KnownDocument]]


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
    registered: dict[dt.date | None, list[KnownDocument]] = {}
    for document in draft.registered.documents:
        registered.setdefault(document.date, []).append(document)
    return _Sight(
        draft=draft,
        mentions={mention.citation: mention for mention in mentions_of(draft.key, draft.facts)},
        groups=groups_of(draft.known.values()),
        misprints=misprints(draft.text),
        citations={citation.id: citation for citation in draft.facts.citations},
        carriers={link.target: link.source for link in reversed(draft.facts.links)},
        loaded=frozenset(key.partition("/")[0] for key in draft.view.loaded_keys()),
        registered=registered,
    )


def _ambiguous(sight: _Sight, citation: Citation, keys: Sequence[str]) -> Iterator[Finding]:
    """Yield what a citation may mean on the draft's day, and what tells the documents apart."""
    known = [sight.draft.known[key] for key in keys if key in sight.draft.known]
    day, carried = _carrier(sight, citation)
    there = [d for d in known if d.date is None or d.date <= day]
    if any(document.key in carried for document in there):
        return
    if len(there) < 2:  # noqa: PLR2004  one is no choice
        return
    named = "; ".join(full_name(document, title=False) for document in there[:_MOST])
    told: dict[str, Told] = {
        "cited": cited_name(citation),
        "candidates": named + ("; …" if len(there) > _MOST else ""),
        "missing": _telling(citation, there),
    }
    evidence = tuple(evidence_of(document) for document in there)
    yield Finding("citation-ambiguous", citation.span, tuple(told.items()), evidence=evidence)


def _carrier(sight: _Sight, citation: Citation) -> tuple[dt.date, frozenset[str]]:
    """Return the last day that a document can be of, and what is known to be meant.

    In the title of another document (`Kế hoạch A thực hiện B`) it is no younger than that one, and
    what that one is known to carry out.
    """
    draft = sight.draft
    outer = sight.citations.get(sight.carriers.get(citation.id, ""))
    meant = draft.meant(outer) if outer else None
    last = (meant.date if meant else outer.date if outer else None) or draft.day
    if meant is None:
        return min(draft.day, last), frozenset()
    question = Chain(as_of=draft.day, limit=None, document=meant.key, down=False, depth=1)
    rows = (row for row in draft.view.ask(question).rows if isinstance(row, ChainRow))
    return min(draft.day, last), frozenset(row.hop.to for row in rows)


def _telling(citation: Citation, documents: Sequence[KnownDocument]) -> Clause:
    """Return what would tell documents apart: the field in which all differ."""
    dates, terms = {d.date for d in documents}, {d.term for d in documents}
    if citation.date is None and len(dates) == len(documents):
        return Clause("day or term" if len(terms) == len(documents) else "day")
    return Clause("all else")


def _unknown(sight: _Sight, citation: Citation, *, first: bool) -> Iterator[Finding]:
    mention = sight.mentions[citation.id]
    others = sight.groups.get((mention.authority, mention.group), ())
    meant = slips(mention, others)
    if len(meant) == 1:
        yield wrong_date(sight.draft, citation, meant[0])
    elif other_type(sight.draft, citation) is None and first:
        yield from _not_known(sight, citation, mention, others)


def _not_known(
    sight: _Sight, citation: Citation, mention: Mention, others: Sequence[KnownDocument]
) -> Iterator[Finding]:
    day = sight.draft.day
    later = [d for d in others if d.date and d.date > day and _is_meant(citation, d)]
    if later and citation.date is None:
        when = {
            "cited": cited_name(citation, later[0]),
            "known": date_words(later[0].date or day),
            "day": date_words(day),
        }
        evidence = (evidence_of(later[0]),)
        yield Finding("citation-later", citation.span, tuple(when.items()), evidence=evidence)
        return
    code = _code(sight, citation, mention)
    if code is None or (citation.date is not None and citation.date > day):
        return
    like = [d for d in (*others, *_same_day(sight, citation, mention)) if d.date and d.date <= day]
    named = "; ".join(full_name(document, title=False) for document in like[:_MOST])
    told: dict[str, Told] = {
        "cited": cited_name(citation)
        + (f" ngày {date_words(citation.date)}" if citation.date else ""),
        "like": Clause("like", (("documents", named),)) if named else "",
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
    return "citation-unlisted" if mention.authority in sight.loaded else None


def _same_day(sight: _Sight, citation: Citation, mention: Mention) -> Iterator[KnownDocument]:
    """Yield the registered documents of the same symbol and day: the number may be wrong."""
    date = citation.date
    letters = mention.group.partition("|")[2]
    if date is None:
        return
    for document in sight.registered.get(date, ()):
        if document.authority == mention.authority and document.group.partition("|")[2] == letters:
            yield document
