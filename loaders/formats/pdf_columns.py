"""The two places of a page where lines stand side by side: the head, and the signatures."""

from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from typing import Final

from loaders.formats.pdf_lines import Line, Word
from ontology.folding import fold_words
from ontology.kinds import kind_of_word

_WIDE: Final = 0.8  # of the letters' size: some three blanks
_COLUMN: Final = 2.5  # of the letters' size: what is narrower is no column
_HEAD_LINES: Final = 15
_RECIPIENTS: Final = fold_words("nơi nhận")

_Gap = tuple[float, float]


class Place(Enum):
    """Where the lines begin that may stand in columns."""

    HEAD = "head of a document"
    MIDDLE = "anywhere else"
    FOOT = "after a page break among recipients"


def in_columns(lines: list[Line], place: Place) -> list[str]:
    """Return the texts of the lines, where two columns stand side by side the left one first.

    In the head that is above the title (issuer and number left, motto and date right), and
    everywhere from *Nơi nhận* on (recipients left, signature right).
    """
    foot = 0 if place is Place.FOOT else foot_of(lines)
    head = min(_title(lines), foot) if place is Place.HEAD else 0
    middle = [line.text for line in lines[head:foot]]
    return [*_texts(lines[:head]), *middle, *_texts(lines[foot:])]


def foot_of(lines: list[Line]) -> int:
    """Return the index of the line that begins the recipients, or the number of lines."""
    return next((n for n, line in enumerate(lines) if _begins_foot(line)), len(lines))


def _title(lines: list[Line]) -> int:
    """Return the index of the line that is the word for a type of document, or how far to look."""
    top = lines[:_HEAD_LINES]
    return next((n for n, line in enumerate(top) if kind_of_word(line.text)), len(top))


def _begins_foot(line: Line) -> bool:
    return fold_words(line.text).startswith(_RECIPIENTS)


def _texts(lines: list[Line]) -> list[str]:
    """Return the texts; columns go from the first line with a wide gap to the next across it."""
    begin = next((n for n, line in enumerate(lines) if any(_gaps(line))), len(lines))
    left: list[Line] = []
    right: list[Line] = []
    end = begin
    gap: _Gap | None = None
    for line in lines[begin:]:
        gap = _narrowed(gap, line)
        sides = _sides(line, gap)
        if sides is None:
            break
        left += [Line(words) for words in sides[:1] if words]
        right += [Line(words) for words in sides[1:] if words]
        end += 1
    return [line.text for line in [*lines[:begin], *left, *right, *lines[end:]]]


def _gaps(line: Line) -> Iterator[_Gap]:
    """Give the wide gaps between words, from left to right; not the one after a list's number."""
    for one, other in pairwise(line.words):
        size = max(one.height, other.height)
        column = one.x1 - line.words[0].x0 > _COLUMN * size
        if column and other.x0 - one.x1 > _WIDE * size:
            yield one.x1, other.x0


def _narrowed(gap: _Gap | None, line: Line) -> _Gap | None:
    """Return what the line leaves of the gap; of a first line, its widest."""
    gaps = list(_gaps(line))
    if gap is None:
        return max(gaps, key=lambda it: it[1] - it[0])
    shared = [(max(gap[0], left), min(gap[1], right)) for left, right in gaps]
    return max(shared, key=lambda it: it[1] - it[0], default=gap) if gaps else gap


def _sides(line: Line, gap: _Gap | None) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """Part the words at the gap, or return None where the line goes across it."""
    if gap is None or gap[0] > gap[1]:
        return None
    if line.words[0].x0 >= gap[0]:
        return (), line.words
    if line.words[-1].x1 <= gap[1]:
        return line.words, ()
    left = tuple(word for word in line.words if word.x1 <= gap[0])
    right = tuple(word for word in line.words if word.x0 >= gap[1])
    return (left, right) if len(left) + len(right) == len(line.words) else None
