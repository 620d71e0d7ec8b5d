"""Where texts, or the registry, say the edges of the graph."""

from collections.abc import Iterable
from typing import Any, Final, TypeAlias

from graph.answer_types import Hop
from graph.answers.asking import Asking
from graph.answers.quotes import Quotes

REGISTRY: Final = "registry"
"""The document of a hop that only the registry tells."""

Place: TypeAlias = tuple[Any, ...]
"""A document's key and id, from where to where, the rule, and the words.

The words are None where they are to be read in the text; the id is None where no text says it.
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
    quotes.read(number for *_, (_, number, *_, words) in told if words is None)
    return [_hop(quotes, *one) for one in told]


def _hop(quotes: Quotes, from_: str, relation: str, to: str, place: Place) -> Hop:
    document, number, start, stop, rule, words = place
    if number is None or start is None:
        return Hop(from_, relation, to, words, REGISTRY, None, None, rule or REGISTRY)
    quote = quotes.quote(number, start, stop) if words is None else words
    return Hop(from_, relation, to, quote, document, start, stop, rule)
