"""Where in a draft's text the words stand that a citation was read from.

The facts keep words in one line and composed; the text may have them broken over lines, decomposed
or between Markdown's marks.
"""

import re
import unicodedata
from typing import Final

from ontology.facts import Citation, Span

FAR: Final = 400
"""How far behind a citation its issuer, term and title may end, in code points."""

_LETTER: Final = re.compile(r"[^\s*\u00ad\u200b][\u0300-\u036f]*")
_ODD: Final = re.compile(r"[*\u00ad\u200b\u0300-\u036f]")
"""What is no letter of its own."""

_RUN: Final = re.compile(r"\S+")
_DATES: Final = (
    re.compile(r"\d{1,2}\s*(?P<mark>[/.-])\s*\d{1,2}\s*(?P=mark)\s*(?:19|20)\d\d"),
    re.compile(r"\d{1,2}\s*th\S{1,3}ng\s+\d{1,2}\s*n\S{1,3}m\s+(?:19|20)\d\d", re.IGNORECASE),
)
_LEFT_OUT: Final = re.compile(r"t(?:\u0103|a\u0306)ng\s+\Z", re.IGNORECASE)
"""`về tăng cường …`: a word with which titles begin and which is not kept."""

_TERM: Final = re.compile(
    r"kh(?:[oó]\u0301?[aá]\u0301?)\s+(?:th\S{1,4}\s+)?(?P<term>[IVX]{1,6})\b", re.IGNORECASE
)


def words_at(text: str, start: int, end: int, words: str) -> Span | None:
    """Return where words stand first in a stretch of text, whatever blanks part them."""
    needle = "".join(_LETTER.findall(unicodedata.normalize("NFC", words)))
    stretch = text[start:end]
    if not needle:
        return None
    if _ODD.search(stretch) is None and unicodedata.is_normalized("NFC", stretch):
        return _plainly_at(stretch, start, needle)
    letters: list[str] = []
    places: list[int] = []
    for match in _LETTER.finditer(text, start, end):
        composed = unicodedata.normalize("NFC", match[0])
        letters += composed
        places += [match.start()] * len(composed)
    at = "".join(letters).find(needle)
    if at < 0:
        return None
    last = _LETTER.match(text, places[at + len(needle) - 1])
    return Span(places[at], last.end()) if last else None


def _plainly_at(stretch: str, start: int, needle: str) -> Span | None:
    """Return where letters stand first that only blanks part; a stretch begins at `start`."""
    at = "".join(stretch.split()).find(needle)
    if at < 0:
        return None
    first, last, passed = None, 0, 0
    for run in _RUN.finditer(stretch):
        length = run.end() - run.start()
        if first is None and at < passed + length:
            first = run.start() + at - passed
        last = run.start() + at + len(needle) - passed
        passed += length
        if at + len(needle) <= passed:
            break
    return Span(start + (first or 0), start + last)


def date_at(text: str, citation: Citation) -> Span | None:
    """Return where the date of a citation stands, which is its end; None where it is broken up."""
    if citation.date is None:
        return None
    return last_date(text, citation.span)


def last_date(text: str, span: Span) -> Span | None:
    """Return the date with which a stretch ends, if it ends with one."""
    for pattern in _DATES:
        for match in pattern.finditer(text, span.start, span.end):
            if match.end() == span.end:
                return Span(*match.span())
    return None


def issuer_at(text: str, citation: Citation) -> Span | None:
    """Return where the issuer stands that a citation names."""
    if not citation.issuer:
        return None
    return words_at(text, citation.span.end, citation.span.end + FAR, citation.issuer)


def term_at(text: str, citation: Citation) -> Span | None:
    """Return where the Roman figure of a citation's term stands."""
    if not citation.term:
        return None
    for match in _TERM.finditer(text, citation.span.end, citation.span.end + FAR):
        if match["term"].upper() == citation.term:
            return Span(*match.span("term"))
    return None


def title_at(text: str, citation: Citation) -> Span | None:
    """Return where the words stand that say what a cited document is about."""
    if not citation.title:
        return None
    low = citation.span.end
    place = words_at(text, low, low + FAR + 2 * len(citation.title), citation.title)
    left_out = _LEFT_OUT.search(text, low, place.start) if place else None
    return Span(left_out.start(), place.end) if place and left_out else place


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two stretches share a letter."""
    return one.start < other.end and other.start < one.end
