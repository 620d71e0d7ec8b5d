"""What a mistake is that is planted into a made-up draft, and where it then stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from random import Random
from typing import Final, TypeAlias

from ontology.facts import Span
from ontology.known import KnownDocument
from tests.made_citations import full
from tests.made_pieces import Cited, Made, Piece

DRAWS: Final = 400
"""How many drafts are looked at for one that a mistake can be planted in."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A draft with one mistake: its `code`, and where a finding of it may rightly point."""

    code: str
    made: Made
    places: tuple[Span, ...]


Planter: TypeAlias = Callable[[Random, Made], "tuple[Made, tuple[Span, ...]] | None"]
"""Returns a draft with a mistake and its places; None where this draft has no room for it."""


def at(made: Made, place: int, text: str) -> tuple[Made, tuple[Span, ...]]:
    """Return the draft with wrong words at one piece, and where they stand."""
    wrong = made.changed(place, text)
    return wrong, (wrong.span(place),)


def groups(made: Made) -> set[str]:
    """Return number and symbol of all that a draft cites."""
    return {cited.document.group for cited in made.cited}


def in_full(made: Made) -> list[int]:
    """Return the mentions that have date, issuer and title."""
    return [made.pieces[place].of for place in made.places("title")]


def mention(made: Made, of: int) -> tuple[int, int]:
    """Return the first and the last piece of a mention."""
    own = [n for n, piece in enumerate(made.pieces) if piece.of == of and piece.role in PARTS]
    return own[0], own[-1]


PARTS: Final = frozenset({"type", "symbol", "date", "issuer", "term", "title"})


def said(made: Made, slot: int, pieces: Iterable[Piece]) -> Made:
    """Return the draft with one more bullet in a slot among its aims."""
    return made.replaced(slot, (Piece("- Thực hiện nghiêm "), *pieces, Piece(".\n\n")))


def with_citation(
    random: Random, made: Made, pool: Iterable[KnownDocument]
) -> tuple[Made, int] | None:
    """Return the draft with one more citation in full, of a document of the pool, and its number.

    None where all of the pool share number and symbol with what is cited already.
    """
    able = [one for one in pool if one.group not in groups(made)]
    if not able:
        return None
    document, of = random.choice(able), len(made.cited)
    slot = random.choice(made.places("slot"))
    more = said(made, slot, full(random, document, of))
    return replace(more, cited=(*made.cited, Cited(document, first=True))), of
