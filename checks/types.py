"""Type words that do not fit: `Nghị quyết số 05-CT/TW`."""

import re
from collections.abc import Iterator
from typing import Final

from checks.draft import Draft
from checks.findings import Finding
from checks.places import words_at
from checks.proof import UNSURE, evidence_of
from checks.wording import date_words, short_name, symbol_words
from ontology.facts import Citation, Span
from ontology.folding import fold_words
from ontology.kinds import KINDS, Kind, kind_of_code, vietnamese
from ontology.known import KnownDocument
from ontology.numbers import canonical_symbol, full_symbol, group_of

_ALLOWED: Final = frozenset(
    {
        (Kind.QDI, Kind.QD),  # both are QĐ, by most offices
        (Kind.QC, Kind.QD),  # rules are issued with a decision, and cited by its number
        (Kind.QC, Kind.QDI),
        (Kind.QD, Kind.QDI),
        (Kind.KL, Kind.TB),  # a notice of conclusions
        (Kind.TB, Kind.KL),
        (Kind.NQ, Kind.LU),  # the National Assembly's resolutions have its symbol too
        (Kind.ND, Kind.QD),
        (Kind.DA, Kind.QD),  # schemes, plans and programmes are approved by a decision
        (Kind.KH, Kind.QD),
        (Kind.CTR, Kind.QD),
        (Kind.DC, Kind.QD),
        (Kind.DC, Kind.QDI),
        (Kind.DC, Kind.HD),
        (Kind.CV, Kind.TTR),
        (Kind.BC, Kind.TTR),
    }
)
"""What is printed, and what the symbol is of, where offices mean both."""

_CLEAR: Final = frozenset(set(Kind) - {Kind.XX, Kind.LU, Kind.TT, Kind.DC, Kind.CV})
_DIVIDER: Final = re.compile("[/-]")
_LISTED: Final = re.compile(
    r"(?:chỉ thị|nghị quyết|kết luận|quy định|quyết định|hướng dẫn|kế hoạch|chương trình|thông báo"
    r"|báo cáo|quy chế)(?:,| và| hoặc|/| -)\s*$",
    re.IGNORECASE,
)
"""Several type words before several numbers: `Các chỉ thị, nghị quyết số …`."""


def check_types(draft: Draft) -> Iterator[Finding]:
    """Yield the citations whose type word is not that of their symbol or of their document."""
    for citation in draft.facts.citations:
        printed = _printed(draft, citation)
        if printed is None:
            continue
        by_code = _of_symbol(citation)
        meant = draft.meant(citation)
        if by_code is not None and _clash(citation.type, by_code):
            yield _against_symbol(draft, citation, printed, by_code)
        elif meant is not None and meant.date == citation.date and _differs(citation, meant):
            yield _finding(draft, "citation-type", printed, citation, meant)
        elif meant is not None and _is_other(citation, meant):
            yield _finding(draft, "citation-type-word", printed, citation, meant)


def other_type(draft: Draft, citation: Citation) -> Kind | None:
    """Return the type of a citation's symbol where another one is printed."""
    by_code = _of_symbol(citation)
    if by_code is None or _printed(draft, citation) is None:
        return None
    return by_code if _clash(citation.type, by_code) else None


def _clash(printed: Kind, by_code: Kind) -> bool:
    return (
        printed != by_code and {printed, by_code} <= _CLEAR and (printed, by_code) not in _ALLOWED
    )


def _differs(citation: Citation, meant: KnownDocument) -> bool:
    """Tell whether a document of the printed day is of a type that nobody means by the word."""
    known = Kind(meant.type)
    return _clash(citation.type, known) and meant.confidence != UNSURE


def _of_symbol(citation: Citation) -> Kind | None:
    symbol = canonical_symbol(citation.symbol or "")
    parts = [part for part in _DIVIDER.split(symbol) if not part.isdigit()]
    return kind_of_code(parts[0]) if len(parts) > 1 else None


def _printed(draft: Draft, citation: Citation) -> Span | None:
    """Return where the type word stands with which a citation begins, if it does."""
    if citation.rule != "type-word" or _LISTED.search(
        draft.text[max(0, citation.span.start - 20) : citation.span.start]
    ):
        return None
    start, end = citation.span.start, min(citation.span.end, citation.span.start + 30)
    quote = fold_words(draft.text[start:end])
    for word in KINDS[citation.type].words:
        if quote.startswith(fold_words(word)):
            return _first_words(draft.text, start, end, len(word.split()))
    return None


def _first_words(text: str, start: int, end: int, count: int) -> Span | None:
    match = re.match(rf"\S+(?:\s+\S+){{{count - 1}}}", text[start:end])
    return Span(start, start + match.end()) if match else None


def _is_other(citation: Citation, meant: KnownDocument) -> bool:
    """Tell whether a citation calls a document of that day by the other word of QĐ.

    A decision that issues a regulation may be called by either.
    """
    return (
        citation.date == meant.date
        and meant.date is not None
        and meant.confidence != UNSURE
        and {citation.type, meant.type} == {Kind.QD, Kind.QDI}
        and not (meant.title or "").startswith("Ban hành")
    )


def _against_symbol(draft: Draft, citation: Citation, printed: Span, by_code: Kind) -> Finding:
    """Return the finding; the document of that day tells if the word or the symbol is wrong."""
    meant = draft.meant(citation)
    if meant is not None and meant.date == citation.date and meant.date is not None:
        return _finding(draft, "citation-type", printed, citation, meant)
    named = _named(draft, citation, _with_code(citation))
    if named is None or named.date is None:
        return _finding(draft, "citation-type", printed, citation, None, by_code)
    symbol = full_symbol(citation.number, citation.symbol)
    place = words_at(draft.text, citation.span.start, citation.span.end, symbol)
    told = _told(
        citation, f"{vietnamese(by_code)}; ngày {date_words(named.date)} có {short_name(named)}"
    )
    right = symbol_words(named) if place else None
    evidence = (evidence_of(named),)
    return Finding("citation-type", place or citation.span, told, right, evidence)


def _with_code(citation: Citation) -> str:
    """Return the symbol with the code of the type word."""
    code, mark, rest = re.split("([/-])", canonical_symbol(citation.symbol or ""), maxsplit=1)
    return f"{KINDS[citation.type].symbols[0]}{mark}{rest}" if code else ""


def _named(draft: Draft, citation: Citation, symbol: str) -> KnownDocument | None:
    """Return the document of the printed type, number and day."""
    if citation.date is None:
        return None
    group = group_of(citation.number, symbol)
    found = [d for d in draft.view.known([group]) if d.date == citation.date]
    return found[0] if len(found) == 1 else None


def _finding(  # noqa: PLR0913, PLR0917  (what is printed, and what is known of it)
    draft: Draft,
    code: str,
    printed: Span,
    citation: Citation,
    meant: KnownDocument | None,
    by_code: Kind = Kind.XX,
) -> Finding:
    word = vietnamese(meant.type if meant else by_code)
    right = word.lower() if draft.text[printed.start].islower() else word
    sure = meant is not None and meant.confidence != UNSURE
    evidence = (evidence_of(meant),) if meant else ()
    return Finding(code, printed, _told(citation, word), right if sure else None, evidence)


def _told(citation: Citation, known: str) -> tuple[tuple[str, str], ...]:
    symbol = full_symbol(citation.number, canonical_symbol(citation.symbol or ""))
    return (("printed", vietnamese(citation.type)), ("symbol", symbol), ("known", known))
