"""Later mentions of a document that are unlike the first: in what they say, or in its name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from checks.draft import Draft
from checks.findings import Clause, Evidence, Finding, Told
from checks.places import date_at, issuer_at, term_at
from checks.said import Said, by_document, symbol_at, symbol_of
from checks.symbols import misprints
from checks.wording import cited_name, date_words
from loaders.candidates import agrees_in_issuer
from ontology.facts import Citation, Span
from ontology.folding import collapse, fold_words
from ontology.issuers import is_person
from ontology.kinds import Kind, vietnamese

_NAMES: Final = re.compile(fold_words("(?:gọi|viết) (?:(?:tắt|chung) )?là") + "[ :\"“']*$")
"""`(gọi tắt là Chỉ thị 35)`: from there on the draft may call it so."""

_BEFORE: Final = 24
"""How far back those words begin, in code points."""

_NUMBERED: Final = re.compile(
    r"(?:s(?:\u1ed1|o\u0302\u0301|\u00f4\u0301)\s*)+[:.]?\s*$", re.IGNORECASE
)


def check_later_mentions(draft: Draft) -> Iterator[Finding]:
    """Yield the later mentions that disagree with the first, or are printed otherwise."""
    for said in by_document(draft, misprints(draft.text)):
        yield from _disagreeing(draft, said)
        yield from _two_ways(draft, said)
    yield from _without_symbol(draft)


def _disagreeing(draft: Draft, said: Sequence[Said]) -> Iterator[Finding]:
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


def _dates(draft: Draft, earlier: Said, later: Said) -> Finding | None:
    one, two = earlier.citation.date, later.citation.date
    if one is None or two is None or one == two or (later.meant and later.meant.date == two):
        return None
    place = date_at(draft.text, later.citation)
    return _unlike(later, earlier, place, "date", date_words(two), date_words(one))


def _issuers(draft: Draft, earlier: Said, later: Said) -> Finding | None:
    one, two = earlier.citation.issuer, later.citation.issuer
    if not one or not two or agrees_in_issuer(one, two):
        return None
    if later.meant and agrees_in_issuer(two, later.meant.issuer):
        return None
    place = issuer_at(draft.text, later.citation)
    return _unlike(later, earlier, place, "issuer", two, one)


def _terms(draft: Draft, earlier: Said, later: Said) -> Finding | None:
    one, two = earlier.citation.term, later.citation.term
    if not one or not two or one == two or (later.meant and later.meant.term == two):
        return None
    return _unlike(later, earlier, term_at(draft.text, later.citation), "term", two, one)


def _unlike(  # noqa: PLR0913, PLR0917  (two mentions, and what each says)
    later: Said, earlier: Said, place: Span | None, field: str, printed: str, known: str
) -> Finding:
    told: dict[str, Told] = {
        "field": Clause(f"field.first.{field}"),
        "cited": cited_name(later.citation, later.meant),
        "printed": printed,
        "known": known,
    }
    evidence = Evidence(known, span=earlier.citation.span)
    span = place or later.citation.span
    return Finding("mention-disagrees", span, tuple(told.items()), evidence=(evidence,))


def _two_ways(draft: Draft, said: Sequence[Said]) -> Iterator[Finding]:
    """Yield the first later mention whose name is printed otherwise than in the first."""
    meant = said[0].meant
    if meant is not None and said[0].citation.type != meant.type:
        return  # the first is wrong, and has a finding of its own
    ways = [_way(draft, one) for one in said]
    named = [
        w.key for w, one in zip(ways, said, strict=True) if w and _is_name(draft, one.citation)
    ]
    way = ways[0]
    for later, other in zip(said[1:], ways[1:], strict=True):
        if way and other and other.key not in {way.key, *named}:
            told = {
                "cited": cited_name(later.citation, later.meant),
                "printed": other.words,
                "known": way.words,
            }
            evidence = Evidence(way.words, span=way.span)
            right = way.words if later.meant else None
            yield Finding("mention-two-ways", other.span, tuple(told.items()), right, (evidence,))
            return


def _is_name(draft: Draft, citation: Citation) -> bool:
    """Tell whether a draft says that it calls a document so."""
    start = citation.span.start
    return _NAMES.search(fold_words(draft.text[max(0, start - _BEFORE) : start])) is not None


@dataclass(frozen=True, slots=True)
class _Way:
    """What a citation is called up to its symbol, its place, and what is compared of it."""

    words: str
    span: Span
    key: tuple[str, bool]


def _way(draft: Draft, said: Said) -> _Way | None:
    """Return how a citation is printed up to its symbol; None without a type word of its own."""
    citation, span = said.citation, said.citation.span
    place = symbol_at(draft, citation)
    if citation.rule != "type-word" or place is None:
        return None
    name = draft.text[span.start : place.start]
    word = collapse(_NUMBERED.sub("", name))
    numbered = _NUMBERED.search(name) is not None
    words = f"{word} số {symbol_of(citation)}" if numbered else f"{word} {symbol_of(citation)}"
    return _Way(words, Span(span.start, place.end), (fold_words(word), numbered))


def _without_symbol(draft: Draft) -> Iterator[Finding]:
    """Yield the mentions by number alone of what the draft elsewhere cites by its symbol."""
    full: dict[tuple[Kind, str], dict[str, Citation]] = {}
    for citation in draft.facts.citations:
        if citation.symbol and citation.number:
            full.setdefault(_counted(citation), {}).setdefault(symbol_of(citation), citation)
    bare = [citation for citation in draft.facts.citations if citation.rule == "number-only"]
    named = {_counted(citation) for citation in bare if _is_name(draft, citation)}
    for citation in bare:
        same = full.get(_counted(citation), {})
        if len(same) == 1 and _counted(citation) not in named:
            ((symbol, other),) = same.items()
            printed = collapse(draft.facts.source.quote(citation.span))
            known = f"{vietnamese(citation.type)} số {symbol}"
            told = (("cited", cited_name(other)), ("printed", printed), ("known", known))
            evidence = Evidence(symbol, span=other.span)
            yield Finding("mention-two-ways", citation.span, told, evidence=(evidence,))


def _counted(citation: Citation) -> tuple[Kind, str]:
    """Return type and number, without the zero before it."""
    return citation.type, (citation.number or "").lstrip("0")
