"""Words of a page put together to lines by where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_SAME_LINE: Final = 0.5  # of the lower word's height, side by side with the line


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box, in points from the top left."""

    x0: float
    x1: float
    top: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        """How tall the box is, which is the size of the letters."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, or nearly so, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words, a blank between two."""
        return " ".join(word.text for word in self.words)

    @property
    def middle(self) -> float:
        """The height on the page of the tallest word's middle."""
        tallest = max(self.words, key=lambda word: word.height)
        return (tallest.top + tallest.bottom) / 2


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Return the lines from top to bottom; raised figures belong to the line that they stand in."""
    lines: list[list[Word]] = []
    tallest: Word | None = None
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.x0)):
        if tallest is None or not _side_by_side(tallest, word):
            lines.append([])
            tallest = word
        lines[-1].append(word)
        tallest = max(tallest, word, key=lambda word: word.height)
    return [Line(tuple(sorted(line, key=lambda word: word.x0))) for line in lines]


def _side_by_side(one: Word, other: Word) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= _SAME_LINE * min(one.height, other.height)
