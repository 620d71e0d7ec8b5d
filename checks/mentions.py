"""Several mentions of one document in a draft: the first in full, the later ones like the first."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from checks.citations import UNSURE, evidence_of
from checks.draft import Draft
from checks.findings import Evidence, Finding
from checks.places import date_at, issuer_at, overlap, term_at, words_at
from checks.symbols import Misprint, at, is_misread, misprints
from checks.wording import cited_name, date_words
from loaders.candidates import agrees_in_issuer
from loaders.resolve import mentions_of
from ontology.facts import Citation, Span
from ontology.folding import collapse, fold_words
from ontology.issuers import is_person
from ontology.kinds import Kind, vietnamese
from ontology.known import KnownDocument, Mention
from ontology.numbers import canonical_number, canonical_symbol, full_symbol

_COMMA: Final = re.compile(r"[A-Z],\s+ng\S{1,2}y\b")
_NUMBERED: Final = re.compile(
    r"(?:s(?:\u1ed1|o\u0302\u0301|\u00f4\u0301)\s*)+[:.]?\s*$", re.IGNORECASE
)
_BY: Final = re.compile(r"\bt(?:\u1ea1|a\u0323)i\s+$")
"""`Ủy ban nhân dân tỉnh tại Tờ trình số …`: whose it is stands before."""

_AFTER: Final = re.compile(r"[\s,]*(?:\(|ng\u00e0y|nga\u0300y|n\u0103m|th\u00e1ng)", re.IGNORECASE)
_NEAR: Final = 45
"""Days within which two dates of one number are a slip and no other document."""

_ENDS: Final = 14


@dataclass(frozen=True, slots=True)
class _Said:
    """A citation with all that its meaning depends on, and its document if it is known."""

    citation: Citation
    mention: Mention
    meant: KnownDocument | None


def check_mentions(draft: Draft) -> Iterator[Finding]:
    """Yield first mentions that are not in full, and later ones unlike the first."""
    misread = misprints(draft.text)
    for said in _by_document(draft, misread):
        yield from _bare(draft, said[0], misread)
        yield from _disagreeing(draft, said)
        yield from _two_ways(draft, said)
    yield from _without_symbol(draft)


def _by_document(draft: Draft, misread: Sequence[Misprint]) -> Sequence[Sequence[_Said]]:
    """Return the mentions of each document in the order of the text.

    Documents that nobody knows are one by number, symbol and authority, where the days that are
    printed are near; `_disagreeing` tells how they differ.
    """
    found: dict[tuple[str, ...], list[list[_Said]]] = {}
    cited = {citation.id: citation for citation in draft.facts.citations}
    for mention in mentions_of(draft.key, draft.facts):
        citation = cited[mention.citation]
        meaning = draft.meanings.get(citation.id)
        if meaning is None or meaning.key is None or is_misread(misread, citation):
            continue
        said = _Said(citation, mention, draft.meant(citation))
        name = (said.meant.key,) if said.meant else (mention.authority, mention.group)
        documents = found.setdefault(name, [])
        same = (d for d in documents if said.meant or _can_be_one(d[0].mention, mention))
        own = next(same, None)
        if own is None:
            documents.append([said])
        else:
            own.append(said)
    return [document for documents in found.values() for document in documents]


def _can_be_one(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions of one number can be of one document, by their days."""
    if one.date is None or other.date is None or one.date == other.date:
        return True
    parts = zip(_parts(one.date), _parts(other.date), strict=True)
    off = [mine != theirs for mine, theirs in parts]
    return abs((one.date - other.date).days) <= _NEAR or (sum(off) == 1 and not off[0])


def _parts(date: dt.date) -> tuple[int, int, int]:
    return date.year, date.month, date.day


def _bare(draft: Draft, first: _Said, misread: Sequence[Misprint]) -> Iterator[Finding]:
    """Yield what the first mention leaves out, and the full form where it is certain."""
    citation = first.citation
    if citation.type is Kind.LU or citation.number is None or _has_date(draft, citation):
        no_date = False
    else:
        no_date = citation.date is None
    before = draft.text[max(0, citation.span.start - _ENDS) : citation.span.start]
    by = citation.issuer is not None or _BY.search(before) is not None
    no_issuer = not by and citation.type not in {Kind.LU, Kind.ND}
    if not (no_date or no_issuer):
        return
    missing = [
        *(["ngày ban hành"] if no_date else []),
        *(["cơ quan ban hành"] if no_issuer else []),
    ]
    meant = first.meant
    told = (("cited", cited_name(citation, meant)), ("missing", " và ".join(missing)))
    evidence = (evidence_of(meant),) if meant else ()
    full = None
    if not at(misread, citation.span):
        full = _in_full(draft, citation, meant, no_date=no_date, no_issuer=no_issuer)
    yield Finding("mention-bare", citation.span, told, full, evidence)


def _has_date(draft: Draft, citation: Citation) -> bool:
    """Tell whether a day that could not be read stands right behind a citation, or a bracket."""
    end = citation.span.end
    spans = [problem.span for problem in draft.facts.problems if problem.span is not None]
    near = Span(citation.span.start, end + _ENDS)
    return _AFTER.match(draft.text, end) is not None or any(overlap(near, s) for s in spans)


def _in_full(
    draft: Draft,
    citation: Citation,
    meant: KnownDocument | None,
    *,
    no_date: bool,
    no_issuer: bool,
) -> str | None:
    """Return a citation with its day and issuer, as the draft puts them, where all is known."""
    if meant is None or meant.confidence == UNSURE or not (meant.date and meant.issuer):
        return None
    comma = "," if _COMMA.search(draft.text) else ""
    date = f"{comma} ngày {date_words(meant.date)}" if no_date else ""
    issuer = f" của {meant.issuer}" if no_issuer else ""
    place = _symbol_at(draft, citation)
    if place is None:
        return None
    name = draft.text[citation.span.start : place.start]
    rest = collapse(draft.text[place.end : citation.span.end])
    between = "" if not rest or rest[0] in ",(" else " "
    return f"{collapse(name)} {_symbol(citation)}{between}{rest}{date}{issuer}".strip()


def _symbol_at(draft: Draft, citation: Citation) -> Span | None:
    """Return where number and symbol of a citation stand, if they are printed in their form."""
    span, symbol = citation.span, full_symbol(citation.number, citation.symbol)
    return words_at(draft.text, span.start, span.end, symbol)


def _symbol(citation: Citation) -> str:
    return full_symbol(canonical_number(citation.number), canonical_symbol(citation.symbol or ""))


def _disagreeing(draft: Draft, said: Sequence[_Said]) -> Iterator[Finding]:
    """Yield where a later mention says another day, issuer or term than the first that has one."""
    for speaks, compare in (
        (_speaks_of_date, _dates),
        (_speaks_of_issuer, _issuers),
        (_speaks_of_term, _terms),
    ):
        speaking = [one for one in said if speaks(one.citation)]
        for later in speaking[1:]:
            finding = compare(draft, speaking[0], later)
            if finding is not None:
                yield finding


def _speaks_of_date(citation: Citation) -> bool:
    return citation.date is not None


def _speaks_of_issuer(citation: Citation) -> bool:
    return citation.issuer is not None and not is_person(citation.issuer)


def _speaks_of_term(citation: Citation) -> bool:
    return citation.term is not None


def _dates(draft: Draft, earlier: _Said, later: _Said) -> Finding | None:
    one, two = earlier.citation.date, later.citation.date
    if one is None or two is None or one == two or (later.meant and later.meant.date == two):
        return None
    place = date_at(draft.text, later.citation)
    return _unlike(later, earlier, place, "Ngày", date_words(two), date_words(one))


def _issuers(draft: Draft, earlier: _Said, later: _Said) -> Finding | None:
    one, two = earlier.citation.issuer, later.citation.issuer
    if not one or not two or agrees_in_issuer(one, two):
        return None
    if later.meant and agrees_in_issuer(two, later.meant.issuer):
        return None
    place = issuer_at(draft.text, later.citation)
    return _unlike(later, earlier, place, "Cơ quan ban hành", two, one)


def _terms(draft: Draft, earlier: _Said, later: _Said) -> Finding | None:
    one, two = earlier.citation.term, later.citation.term
    if not one or not two or one == two or (later.meant and later.meant.term == two):
        return None
    return _unlike(later, earlier, term_at(draft.text, later.citation), "Khóa", two, one)


def _unlike(  # noqa: PLR0913, PLR0917  (two mentions, and what each says)
    later: _Said, earlier: _Said, place: Span | None, field: str, printed: str, known: str
) -> Finding:
    told = {
        "field": field,
        "cited": cited_name(later.citation, later.meant),
        "printed": printed,
        "known": known,
    }
    evidence = Evidence(known, span=earlier.citation.span)
    span = place or later.citation.span
    return Finding("mention-disagrees", span, tuple(told.items()), evidence=(evidence,))


def _two_ways(draft: Draft, said: Sequence[_Said]) -> Iterator[Finding]:
    """Yield the first later mention whose name is printed otherwise than in the first."""
    way = _way(draft, said[0])
    for later in said[1:]:
        other = _way(draft, later)
        if way and other and other.key != way.key:
            told = {
                "cited": cited_name(later.citation, later.meant),
                "printed": other.words,
                "known": way.words,
            }
            evidence = Evidence(way.words, span=way.span)
            right = way.words if later.meant else None
            yield Finding("mention-two-ways", other.span, tuple(told.items()), right, (evidence,))
            return


@dataclass(frozen=True, slots=True)
class _Way:
    """What a citation is called up to its symbol, its place, and what is compared of it."""

    words: str
    span: Span
    key: tuple[str, bool]


def _way(draft: Draft, said: _Said) -> _Way | None:
    """Return how a citation is printed up to its symbol; None without a type word of its own."""
    citation, span = said.citation, said.citation.span
    place = _symbol_at(draft, citation)
    if citation.rule != "type-word" or place is None:
        return None
    name = draft.text[span.start : place.start]
    word = collapse(_NUMBERED.sub("", name))
    numbered = _NUMBERED.search(name) is not None
    words = f"{word} số {_symbol(citation)}" if numbered else f"{word} {_symbol(citation)}"
    return _Way(words, Span(span.start, place.end), (fold_words(word), numbered))


def _without_symbol(draft: Draft) -> Iterator[Finding]:
    """Yield the mentions by number alone of what the draft elsewhere cites by its symbol."""
    full: dict[tuple[Kind, str], dict[str, Citation]] = {}
    for citation in draft.facts.citations:
        if citation.symbol and citation.number:
            full.setdefault(_counted(citation), {}).setdefault(_symbol(citation), citation)
    for citation in draft.facts.citations:
        same = full.get(_counted(citation), {}) if citation.rule == "number-only" else {}
        if len(same) == 1:
            ((symbol, other),) = same.items()
            printed = collapse(draft.facts.source.quote(citation.span))
            known = f"{vietnamese(citation.type)} số {symbol}"
            told = (("cited", cited_name(other)), ("printed", printed), ("known", known))
            evidence = Evidence(symbol, span=other.span)
            yield Finding("mention-two-ways", citation.span, told, evidence=(evidence,))


def _counted(citation: Citation) -> tuple[Kind, str]:
    """Return type and number, without the zero before it."""
    return citation.type, (citation.number or "").lstrip("0")
