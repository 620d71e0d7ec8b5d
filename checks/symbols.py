"""Numbers and symbols that are printed otherwise than they should be: `05/CT-TW`, `05 – CT/TW`.

They are looked for in the text itself: what reads citations repairs some and leaves out others.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from checks.draft import Draft
from checks.findings import Finding
from checks.places import overlap
from checks.symbol_forms import FIGURES, Printed, is_known_body, law_form, right_form
from ontology.facts import Citation, Span
from ontology.folding import DASHES, LOOKALIKES
from ontology.numbers import canonical_number, canonical_symbol, full_symbol

_LETTER: Final = rf"[A-Za-zĐđƠơƯư{''.join(LOOKALIKES)}]"
_SIGN: Final = rf"(?:\s{{0,3}}[-/\\_{DASHES}]\s{{0,3}})"
_BODY: Final = rf"(?:T\.[ƯW]|{_LETTER}{{2,14}}\d{{0,2}})"
_JOINT: Final = rf"[ \u00a0]?[-{DASHES}][ \u00a0]?(?:HĐND|UBND|UBMTTQ|MTTQ|BTT|TAND|TA|VKSND|VKS)\b"
"""Bodies that issue together: only of these it is known that a dash between blanks joins them."""

_SYMBOL: Final = re.compile(
    rf"(?<![A-Za-z0-9/._@%{DASHES}-])(?<!\d )(?P<number>[0-9{''.join(FIGURES)}ОоΟο]{{1,5}})"  # noqa: RUF001
    rf"(?:(?P<first>{_SIGN})(?P<year>(?:19|20)\d\d)(?P<second>{_SIGN})"
    rf"|(?P<only>{_SIGN}|\.|[ \u00a0]{{0,2}}))"
    rf"(?P<code>{_LETTER}{{2,3}})"
    rf"(?P<third>{_SIGN}|[ \u00a0]{{0,2}})"
    rf"(?P<body>{_BODY}(?:[-{DASHES}]{_BODY}|{_JOINT}){{0,5}})"
    r"(?![A-Za-z0-9ĐđƯư]|[/@]\w|\.[a-z]{2,4}\b)"
)
_LAW: Final = re.compile(
    rf"(?<![A-Za-z0-9/._@%{DASHES}-])(?<!\d )(?P<number>\d{{1,4}})(?P<first>{_SIGN})"
    rf"(?P<year>(?:19|20)\d\d)(?P<second>{_SIGN})(?P<body>(?:QH|UBTVQH)\d{{1,2}})(?!\w)",
    re.IGNORECASE,
)
"""The symbols of the National Assembly, which have no code of a type: `64/2025/QH15`."""

_MARKED: Final = re.compile(
    r"(?:s\u1ed1|so\u0302\u0301|s\u00f4\u0301|th\S{1,3}|quy\S{1,4}|lu\S{1,3}n|ho\S{1,4}ch|d\S{1,3}n|tr\S{1,4}nh|b\S{1,3}o)\s?:?\s{0,2}$",
    re.IGNORECASE,
)
"""What must stand before a number that no sign parts from its symbol: `số`, or a type word."""

_OWN: Final = re.compile(
    r"(?:^|[\n\x0b])[ \t*_|]*S(?:\u1ed1|o\u0302\u0301|\u00f4\u0301)\s?[:.]?\s*$"
)
_OF_ERRORS: Final = re.compile(r"(?:ghi|viết|in|đánh máy) (?:sai|nhầm|lẫn)|sai ký hiệu")
"""What a sentence says that shows a wrong symbol on purpose."""

_BEFORE: Final = 24
_LONGEST: Final = 150
_FAR: Final = 60


@dataclass(frozen=True, slots=True)
class Misprint:
    """A number and symbol at its place, how it should be printed, and the rules that it breaks."""

    span: Span
    right: str
    codes: tuple[str, ...]


def check_symbols(draft: Draft) -> Iterator[Finding]:
    """Yield the numbers and symbols that are printed in another form than theirs."""
    for found in misprints(draft.text):
        printed = " ".join(draft.facts.source.quote(found.span).split())
        told = (("printed", printed), ("known", found.right))
        for code in found.codes:
            yield Finding(code, found.span, told, found.right)


@lru_cache(maxsize=4)
def misprints(text: str) -> tuple[Misprint, ...]:
    """Return what is printed in another form, in the order of the text, but for its own number.

    Several checks of one draft ask for it.
    """
    return tuple(sorted((*_laws(text), *_symbols(text)), key=_start))


def _symbols(text: str) -> Iterator[Misprint]:
    for match in _SYMBOL.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if _OWN.search(before) or _OF_ERRORS.search(
            text, max(0, match.start() - _FAR), match.start()
        ):
            continue
        printed = Printed(
            match["number"],
            match["first"] or match["only"] or "",
            match["year"] or "",
            match["second"] or "",
            match["code"],
            match["third"],
            match["body"],
        )
        if not _is_symbol(printed, before):
            continue
        right = right_form(printed)
        if right is not None and right.codes:
            yield Misprint(Span(*match.span()), right.text, right.codes)


def _laws(text: str) -> Iterator[Misprint]:
    for match in _LAW.finditer(text):
        number, year, body = match["number"], match["year"], match["body"]
        printed = Printed(number, match["first"], year, match["second"], "", "", body)
        right = law_form(printed)
        if right.codes:
            yield Misprint(Span(*match.span()), right.text, right.codes)


def at(found: Sequence[Misprint], span: Span) -> Sequence[Misprint]:
    """Return those of misprints, in the order of the text, that share a letter with a stretch."""
    first = bisect_left(found, span.start - _LONGEST, key=_start)
    last = bisect_left(found, span.end, key=_start)
    return [one for one in found[first:last] if overlap(one.span, span)]


def is_misread(found: Sequence[Misprint], citation: Citation) -> bool:
    """Tell whether a citation was read wrong: its symbol goes on, or is not what it looks like."""
    read = full_symbol(canonical_number(citation.number), canonical_symbol(citation.symbol or ""))
    return any(
        one.span.end > citation.span.end or ("symbol-lookalike" in one.codes and one.right != read)
        for one in at(found, citation.span)
    )


def _start(found: Misprint) -> int:
    return found.span.start


def _is_symbol(printed: Printed, before: str) -> bool:
    """Tell whether this is a symbol at all: parted by signs, or said to be a number."""
    if not any(letter.isdigit() for letter in printed.number):
        return False
    known = is_known_body(printed.body)
    if all(mark.strip(" .") for mark in printed.marks):
        letters = printed.code + printed.body
        return known or letters.isupper() or (letters.islower() and _is_marked(before))
    return known and _is_marked(before)


def _is_marked(before: str) -> bool:
    return _MARKED.search(before) is not None
