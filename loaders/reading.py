"""The folded shadow of a text, in which finders look, with the way back to the source.

In the shadow a paragraph or table cell is one line; letters are composed, look-alikes, dashes and the
place of tones are one, runs of blanks are one blank, blanks that a text layer lost are there, and
Markdown's marks are gone. A place in the shadow leads back to the code point of the source.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from loaders.indexed import AnyOf, Indexed
from loaders.syllables import lost_blanks
from ontology.facts import Phrase, Span
from ontology.folding import DASHES, collapse, latin

_SAME_LENGTH: Final = (
    dict.fromkeys(DASHES, "-")
    | dict.fromkeys("\u00a0\u2007\u202f\u2009\t\x0b\r\x0c\u2028", " ")
    | {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "“": '"', "”": '"', "„": '"', "\u2019": "'", "\u2018": "'"}
)
_TONES: Final = tuple(
    re.compile(rf"{old[-1]}(?<={old})(?!(?:ng?|nh|ch?|t|p|i|y|u)(?!\w))")
    for old in ("[uU]ỷ", "UỶ", "[kK]hoá", "KHOÁ")
)
_PLAIN: Final = {"uỷ": "ủy", "Uỷ": "Ủy", "UỶ": "ỦY", "oá": "óa", "OÁ": "ÓA"}
_UNEVEN: Final = re.compile(
    r"(?P<blanks>[ \t\u00a0\x0b\u2007\u202f\u2009]{2,})"
    r"|(?P<letter>[^\W\d_][\u0300-\u036f]+)"
    r"|(?P<gone>[\u00ad\u200b-\u200f\u202a-\u202e\ufeff]+|\*{2,3}|(?<![\s*])\*|\*(?![\s*])|__|</?(?:i|b|u|em|strong|p|span)/?>|&nbsp;)"
    r"|(?P<break><br ?/?>)"
)


_ODD: Final = AnyOf(
    "  ",
    re.compile(
        r"[*_<&\t\x0b\u00a0\u00ad\u2007\u2009\u200b-\u200f\u202a-\u202f\ufeff\u0300-\u036f\u0370-\u052f]"
    ),
)
"""Without one of them a stretch has nothing uneven, and no Greek or Cyrillic letter."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A shadow text, and its pieces that run evenly with the source."""

    source: str
    text: str
    pieces: tuple[int, ...]
    places: tuple[int, ...]

    def place(self, position: int) -> int:
        """Return where in the source a letter of the shadow stands."""
        i = bisect_right(self.pieces, position) - 1
        return self.places[i] + position - self.pieces[i]

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the source that a stretch of the shadow stands for."""
        return Span(*self._stretch(start, end))

    def words(self, start: int, end: int) -> str:
        """Return the words of the source at a stretch of the shadow, in one line."""
        return self._words(*self._stretch(start, end))

    def phrase(self, start: int, end: int, rule: str) -> Phrase:
        """Return the words at a stretch of the shadow, in one line, with their place and rule."""
        first, last = self._stretch(start, end)
        return Phrase(self._words(first, last), Span(first, last), rule)

    def _stretch(self, start: int, end: int) -> tuple[int, int]:
        source, pieces, places = self.source, self.pieces, self.places
        i = bisect_right(pieces, start) - 1
        j = bisect_right(pieces, end - 1, i + 1) - 1
        last = places[j] + end - pieces[j]
        while "\u0300" <= source[last : last + 1] <= "\u036f":
            last += 1
        return places[i] + start - pieces[i], last

    def _words(self, first: int, last: int) -> str:
        return collapse(self.source[first:last].replace("*", ""))


def plain_tones(text: str) -> str:
    """Return the text with the tones of `uỷ` and `khoá` where the shadow has them.

    Not inside a longer syllable; the next word may follow without a blank.

    >>> plain_tones("Đảng uỷUBND, khoá XIII, khoáng sản, khuỷu tay")
    'Đảng ủyUBND, khóa XIII, khoáng sản, khuỷu tay'
    """
    found = sorted(match.end() for tone in _TONES for match in tone.finditer(text))
    if not found:
        return text
    parts: list[str] = []
    at = 0
    for end in found:
        parts += (text[at : end - 2], _PLAIN[text[end - 2 : end]])
        at = end
    return "".join((*parts, text[at:]))


class Shadow:
    """Builds a `Reading` line by line."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._lost = lost_blanks(source)
        odd = Indexed(source).places(_ODD)
        self._odd = sorted({*odd, *self._lost}) if self._lost else odd
        self._foreign = any("\u0370" <= source[place] <= "\u052f" for place in odd)
        self._parts: list[str] = []
        self._places: list[int] = []
        self._length = 0

    def add(self, stretches: Iterable[tuple[int, int]]) -> tuple[int, int]:
        """Add one line made of stretches of the source; return where it stands in the shadow."""
        source, odd, parts, places = self.source, self._odd, self._parts, self._places
        if parts:
            parts[-1] += "\n"
            self._length += 1
        begin = self._length
        for start, end in stretches:
            first = bisect_left(odd, start)
            even = first == len(odd) or odd[first] >= end
            words, place = source[start:end] if even else "", start
            if self._length > begin and source[start] not in ",;":
                words, place = f" {words}", start - 1  # for what stands between two lines
            if words:
                places.append(place)
                parts.append(words)
                self._length += len(words)
            if not even:
                self._fold(start, end)
        return begin, self._length

    def _fold(self, start: int, end: int) -> None:
        lost = self._lost
        for cut in lost[bisect_right(lost, start) : bisect_left(lost, end)]:
            self._fold_piece(start, cut)
            self._put(" ", cut - 1)
            start = cut
        self._fold_piece(start, end)

    def _fold_piece(self, start: int, end: int) -> None:
        """Fold a piece; what is uneven begins with an odd letter, or with the one before it."""
        source, odd = self.source, self._odd
        at = start
        for place in odd[bisect_left(odd, start) : bisect_left(odd, end)]:
            if place < at:
                continue
            before = max(place - 1, at)
            match = _UNEVEN.match(source, before, end) or _UNEVEN.match(source, place, end)
            if match is None:
                continue
            if match.start() > at:
                self._put(source[at : match.start()], at)
            if match["letter"]:
                self._put(unicodedata.normalize("NFC", match[0])[:1], match.start())
            elif not match["gone"]:
                self._put(" ", match.start())
            at = match.end()
        if at < end:
            self._put(source[at:end], at)

    def _put(self, text: str, place: int) -> None:
        self._places.append(place)
        self._parts.append(text)
        self._length += len(text)

    def reading(self) -> Reading:
        """Return what was built."""
        text = "".join(self._parts)
        for old, new in _SAME_LENGTH.items():
            if old in text:
                text = text.replace(old, new)
        text = plain_tones(latin(text) if self._foreign else text)
        pieces = tuple(accumulate(map(len, self._parts[:-1]), initial=0)) if self._parts else ()
        return Reading(self.source, text, pieces, tuple(self._places))
