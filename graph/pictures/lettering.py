"""How wide words are, and where they are broken into lines.

Nobody knows which font a picture will be shown in: widths are nearly those of a wide one (DejaVu
Sans), so that words stay inside their boxes in it, in Arial, Liberation Sans and the like.
"""

import unicodedata
from functools import lru_cache
from typing import Final

_WIDTHS: Final = {
    letter: width
    for letters, width in (
        ("ijl'", 0.28),
        (" .,:;|!I", 0.35),
        ('()[]-/\\frt"`', 0.41),
        ("sczk“”", 0.56),
        ("xvyaeo<>+=", 0.63),
        ("bdpqghnuđLTFE0123456789$?*", 0.64),
        ("SPRKXYVAZBC&ÂĂ", 0.70),
        ("GNOQUHDĐ→←↑↓", 0.79),
        ("mwMW%@…—", 1.0),
    )
    for letter in letters
}
_OTHERS: Final = 0.75
_WIDE: Final = 1.1
_TIGHT: Final = 0.94
"""What the room at the sides of a box forgives."""
BOLD: Final = 1.12
"""How much wider bold letters are."""
ELLIPSIS: Final = "…"


def width(text: str, size: float, weight: float = 1.0) -> float:
    """Return how wide words are in letters of a size, in its unit."""
    return sum(map(_width, text)) * size * weight * _TIGHT


@lru_cache(maxsize=4096)
def _width(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.combining(letter):
        return 0.0
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _WIDTHS:
        return _WIDTHS[base]
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHERS


def wrapped(text: str, room: float, size: float, most: int, weight: float = 1.0) -> list[str]:
    """Break words into lines that fit into the room; of more than `most` the last ends in `…`.

    A word that is longer than a line is broken, at any letter.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        rest = word
        while rest:
            fits = f"{line} {rest}" if line else rest
            if width(fits, size, weight) <= room:
                line, rest = fits, ""
            elif line:
                lines, line = [*lines, line], ""
            else:
                cut = _fitting(rest, room, size, weight)
                lines, rest = [*lines, rest[:cut]], rest[cut:]
            if len(lines) > most:
                return [*lines[: most - 1], _shortened(lines[most - 1], room, size, weight)]
    lines = [*lines, line] if line else lines
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _shortened(lines[most - 1], room, size, weight)]


def _fitting(word: str, room: float, size: float, weight: float) -> int:
    """Return how many letters of a word fit, one at least."""
    used = 0.0
    for count, letter in enumerate(word):
        used += _width(letter) * size * weight * _TIGHT
        if used > room:
            return max(count, 1)
    return len(word)


def _shortened(line: str, room: float, size: float, weight: float) -> str:
    """Return a line that ends in `…`, at a blank where there is one."""
    cut = line[: _fitting(line, room - width(ELLIPSIS, size, weight), size, weight)]
    if len(cut) < len(line) and " " in cut:
        cut = cut[: cut.rindex(" ")]
    return f"{cut.rstrip(' ,;:.-')}{ELLIPSIS}"
