"""The first mention of a document, which should be in full."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from checks.draft import Draft
from checks.findings import Clause, Finding, Told
from checks.places import overlap
from checks.proof import UNSURE, evidence_of
from checks.said import Said, by_document, symbol_at, symbol_of
from checks.symbols import Misprint, at, misprints
from checks.wording import cited_name, date_words
from loaders.candidates import agrees_in_issuer
from ontology.facts import Citation
from ontology.folding import collapse
from ontology.kinds import Kind
from ontology.known import KnownDocument

_COMMA: Final = re.compile(r"[A-Z],\s+ng\S{1,2}y\b")
_BY: Final = re.compile(r"\bt(?:\u1ea1|a\u0323)i\s+$")
"""`Ủy ban nhân dân tỉnh tại Tờ trình số …`: whose it is stands before."""

_AFTER: Final = re.compile(r"[\s,]*(?:\(|ng\u00e0y|nga\u0300y|n\u0103m|th\u00e1ng)", re.IGNORECASE)
_LISTED: Final = re.compile(r"[\s,;]{1,3}(?:v(?:\u00e0|a\u0300)\s{1,2})?")
"""What stands between two citations of one list."""

_ENDS: Final = 14
"""How far from a citation its day or the word before it may be, in code points."""


def check_first_mentions(draft: Draft) -> Iterator[Finding]:
    """Yield the first mentions without a day or an issuer."""
    misread = misprints(draft.text)
    issuers = _issuers(draft)
    unread = sorted(p.span.start for p in draft.facts.problems if p.span is not None)
    for said in by_document(draft, misread):
        first = _first(draft, said)
        issuer = issuers[first.citation.id]
        if first.meant and not agrees_in_issuer(issuer, first.meant.issuer):
            issuer = first.citation.issuer
        yield from _bare(draft, first, misread, unread, issued=issuer is not None)


def _first(draft: Draft, said: Sequence[Said]) -> Said:
    """Return the mention to be in full: the first, but not one in the draft's own title."""
    title = dict(draft.facts.document.evidence).get("title")
    of_body = (one for one in said if title is None or not overlap(one.citation.span, title.span))
    return next(of_body, said[0])


def _issuers(draft: Draft) -> Mapping[str, str | None]:
    """Return the issuers by citation: of several, the last may have that of all.

    `Nghị quyết số 18-NQ/TW, ngày … và Nghị quyết số 19-NQ/TW, ngày … của Ban Chấp hành Trung ương`.
    """
    found: dict[str, str | None] = {}
    after: Citation | None = None
    for citation in reversed(draft.facts.citations):
        issuer = citation.issuer
        if issuer is None and after is not None:
            listed = _LISTED.fullmatch(draft.text, citation.span.end, after.span.start)
            issuer = found[after.id] if listed else None
        found[citation.id] = issuer
        after = citation
    return found


def _bare(
    draft: Draft,
    first: Said,
    misread: Sequence[Misprint],
    unread: Sequence[int],
    *,
    issued: bool,
) -> Iterator[Finding]:
    """Yield what the first mention leaves out, and the full form where it is certain."""
    citation = first.citation
    dated = citation.date is not None or _has_date(draft, citation, unread)
    no_date = not dated and citation.type is not Kind.LU
    before = draft.text[max(0, citation.span.start - _ENDS) : citation.span.start]
    by = issued or _BY.search(before) is not None
    no_issuer = not by and citation.type not in {Kind.LU, Kind.ND}
    if not (no_date or no_issuer):
        return
    missing: Told = Clause("day" if no_date else "issuer")
    if no_date and no_issuer:
        missing = Clause("and", (("one", missing), ("other", Clause("issuer"))))
    meant = first.meant
    told = (("cited", cited_name(citation, meant)), ("missing", missing))
    evidence = (evidence_of(meant),) if meant else ()
    full = None
    if not at(misread, citation.span):
        full = _in_full(draft, citation, meant, no_date=no_date, no_issuer=no_issuer)
    yield Finding("mention-bare", citation.span, told, full, evidence)


def _has_date(draft: Draft, citation: Citation, unread: Sequence[int]) -> bool:
    """Tell whether a day that could not be read stands right behind a citation, or a bracket."""
    start, end = citation.span.start, citation.span.end
    first = bisect_left(unread, start)
    near = first < len(unread) and unread[first] < end + _ENDS
    return near or _AFTER.match(draft.text, end) is not None


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
    if citation.type != meant.type or citation.date not in {None, meant.date}:
        return None  # what else is wrong has a finding of its own
    comma = "," if _COMMA.search(draft.text) else ""
    date = f"{comma} ngày {date_words(meant.date)}" if no_date else ""
    issuer = f" của {meant.issuer}" if no_issuer else ""
    place = symbol_at(draft, citation)
    if place is None:
        return None
    name = draft.text[citation.span.start : place.start]
    rest = collapse(draft.text[place.end : citation.span.end])
    between = "" if not rest or rest[0] in ",(" else " "
    return f"{collapse(name)} {symbol_of(citation)}{between}{rest}{date}{issuer}".strip()
