"""A made-up draft as pieces of text that know what they are, so that each can be changed alone."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ontology.facts import Span
from ontology.known import KnownDocument


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a draft; `role` says what they are, `of` which citation or task they belong to.

    What has no role (the words between) is never changed.
    """

    text: str
    role: str = ""
    of: int = -1


@dataclass(frozen=True, slots=True)
class Cited:
    """One mention in a draft: the document meant, and whether it is the first one."""

    document: KnownDocument
    first: bool


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up draft; `cited` are its mentions by their number, `seed` makes the same one again.

    `years` are the first and the last that the plan covers, None where it does not say.
    """

    seed: int
    day: dt.date
    is_state: bool
    pieces: tuple[Piece, ...]
    cited: tuple[Cited, ...]
    province: str
    years: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """The whole draft."""
        return "".join(piece.text for piece in self.pieces)

    def places(self, role: str) -> list[int]:
        """Return where the pieces of a role are, by their number."""
        return [n for n, piece in enumerate(self.pieces) if piece.role == role]

    def of(self, role: str, owner: int) -> int | None:
        """Return the number of the piece with that role of a citation or task."""
        return next((n for n in self.places(role) if self.pieces[n].of == owner), None)

    def changed(self, place: int, text: str) -> "Made":
        """Return the draft with other words at one piece."""
        return self.replaced(place, (replace(self.pieces[place], text=text),))

    def replaced(self, place: int, pieces: Iterable[Piece]) -> "Made":
        """Return the draft with other pieces instead of one."""
        return replace(self, pieces=(*self.pieces[:place], *pieces, *self.pieces[place + 1 :]))

    def span(self, first: int, last: int | None = None) -> Span:
        """Return where the pieces from one to another (included) stand in the text."""
        start = sum(len(piece.text) for piece in self.pieces[:first])
        inside: Sequence[Piece] = self.pieces[first : (first if last is None else last) + 1]
        return Span(start, start + sum(len(piece.text) for piece in inside))
