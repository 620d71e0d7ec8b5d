"""Where texts, or the registry, say the edges of the graph."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeAlias

from graph.answer_types import Hop
from graph.answers.asking import Asking
from graph.answers.quotes import Quotes

REGISTRY: Final = "registry"
"""The document of a hop that only the registry tells."""

Place: TypeAlias = Sequence[Any]
"""A document's key and id, from where to where, the rule, and the words.

No text says it where the document is the registry or the offsets are None. The words are None where
they are to be read in the text, which then has an id.
"""

Said: TypeAlias = tuple[int, str, int, int]
"""An edge between documents, and the document whose own words are preferred: all by their ids."""

Told: TypeAlias = tuple[str, str, str, Place]
"""An edge by the keys of its ends, with the place that proves it."""


def best_places(asking: Asking, edges: Iterable[Said]) -> dict[Said, Place]:
    """Return the best place of each edge."""
    asked = list(dict.fromkeys(edges))
    numbered = [[number, *edge] for number, edge in enumerate(asked)]
    rows = asking.rows("best_places", edges=numbered) if asked else ()
    return {asked[number]: tuple(place) for number, *place in rows}


def places(asking: Asking, name: str, edges: Iterable[tuple[int, str, int]]) -> list[list[Place]]:
    """Return the places of each edge, the best first; `name` is the statement of their kind."""
    numbered = [[number, *edge] for number, edge in enumerate(edges)]
    found: list[list[Place]] = [[] for _ in numbered]
    for number, *place in asking.rows(name, edges=numbered):
        found[number].append(tuple(place))
    return found


def hops(quotes: Quotes, told: Iterable[Told]) -> list[Hop]:
    """Return hops with the words that prove them."""
    told = tuple(told)
    found = quoted(quotes, [place for *_, place in told])
    return [
        hop(from_, relation, to, place)
        for (from_, relation, to, _), place in zip(told, found, strict=True)
    ]


def quoted(quotes: Quotes, found: Sequence[Place]) -> list[Place]:
    """Return places with their words."""
    unread = [place[1] for place in found if place[5] is None]
    if not unread:
        return list(found)
    quotes.read(unread)
    return [
        place if place[5] is not None else (*place[:5], quotes.quote(*place[1:4]))
        for place in found
    ]


def hop(from_: str, relation: str, to: str, place: Place) -> Hop:
    """Return a hop that a place with its words proves."""
    document, _, start, stop, rule, words = place
    if start is None or document == REGISTRY:
        return Hop(from_, relation, to, words, REGISTRY, None, None, rule or REGISTRY)
    return Hop(from_, relation, to, words, document, start, stop, rule)
