"""Numbers as Word writes them in lists: 1, 01, I, i, A, a."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from ontology.figures import roman

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_MOST_LETTERS: Final = 780  # Word's own limit: thirty times the alphabet


def written(number: int, style: str) -> str:
    """Return the number in a style of `w:numFmt`; one that is not known here is written 1, 2, 3.

    >>> [written(9, style) for style in ("decimalZero", "upperRoman", "lowerLetter")]
    ['09', 'IX', 'i']
    """
    return _STYLES.get(style, str)(number)


def _letters(number: int) -> str:
    """After z come aa, bb, cc."""
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    times, at = divmod(number - 1, len(_LETTERS))
    return _LETTERS[at] * (times + 1)


def _nothing(_number: int) -> str:
    return ""


_STYLES: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType(
    {
        "decimalZero": "{:02}".format,
        "upperRoman": roman,
        "lowerRoman": lambda number: roman(number).lower(),
        "upperLetter": lambda number: _letters(number).upper(),
        "lowerLetter": _letters,
        "none": _nothing,
        "bullet": _nothing,
    }
)
