"""Places in a text as editors tell them: lines and columns from 1, in code points."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from ontology.facts import Span

_AROUND: Final = 60
"""So many code points of a line on either side belong to the surroundings of a place."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line and a column, both from 1."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


class Places:
    """Tells the places of one text. Its lines end with line feeds, as editors count them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]

    def at(self, offset: int) -> Place:
        r"""Return the place of a code point.

        >>> str(Places("một\nhai").at(5))
        '2:2'
        """
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def around(self, span: Span) -> tuple[str, str]:
        """Return what stands before and after a span in its lines, up to some length."""
        begin = self._starts[self.at(span.start).line - 1]
        end = self._text.find("\n", span.end)
        end = len(self._text) if end < 0 else end
        before = self._text[max(begin, span.start - _AROUND) : span.start]
        return before, self._text[span.end : min(end, span.end + _AROUND)]
