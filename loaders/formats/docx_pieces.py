"""Text with what it is made of: so that a place in the text of a Word file leads back into it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from docx.oxml.xmlchemy import BaseOxmlElement


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that one element of a Word file holds, letter for letter.

    `node` is None for what no element holds: numbers of lists, ends of lines and cells.
    """

    text: str
    node: BaseOxmlElement | None = None


Line: TypeAlias = tuple[Piece, ...]
"""A paragraph or a table row."""


def plain(pieces: Iterable[Piece]) -> str:
    """Return the words alone."""
    return "".join(piece.text for piece in pieces)


def trimmed_end(line: Line) -> Line:
    """Return a line without the blanks at its end.

    >>> trimmed_end((Piece("1. "), Piece("a "), Piece("  ")))
    (Piece(text='1. ', node=None), Piece(text='a', node=None))
    """
    pieces = list(line)
    while pieces:
        last = pieces.pop()
        text = last.text.rstrip(" ")
        if text:
            return (*pieces, replace(last, text=text))
    return ()


def joined(mark: str, lines: Iterable[Line]) -> Line:
    """Return lines as one, with a mark between each two."""
    pieces: list[Piece] = []
    for at, line in enumerate(lines):
        if at:
            pieces.append(Piece(mark))
        pieces.extend(line)
    return tuple(pieces)
