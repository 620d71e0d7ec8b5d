"""A text that knows where words stand in it.

Most patterns need some word to match at all, and most stretches of a text have none of these words. One
look into a sorted list tells so, and where they stand, so that patterns run over the few places that can
match and not over everything.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Final, TypeAlias

Sign: TypeAlias = str | re.Pattern[str]
"""A word or a pattern without which other patterns cannot match."""


class AnyOf:
    """Several signs, any of which will do. Known by identity, so that a look-up hashes none of them.

    What others are among is looked for once for all of them if it is one of these itself.
    """

    __slots__ = ("signs",)

    def __init__(self, *signs: "Signs") -> None:
        self.signs: Final = signs


Signs: TypeAlias = Sign | AnyOf


@dataclass(frozen=True, slots=True)
class Indexed:
    """A text; signs are looked for once in the whole of it, when they are first asked for."""

    text: str
    _places: dict[Signs, list[int]] = field(default_factory=dict, repr=False, compare=False)

    def places(self, signs: Signs) -> list[int]:
        """Return where signs begin, in the order of the text."""
        known = self._places.get(signs)
        if known is None:
            known = self._places[signs] = self._found(signs)
        return known

    def _found(self, signs: Signs) -> list[int]:
        if not isinstance(signs, AnyOf):
            return _places(self.text, signs)
        found = (
            self.places(one) if isinstance(one, AnyOf) else _places(self.text, one)
            for one in signs.signs
        )
        return sorted(chain.from_iterable(found))

    def has(self, signs: Signs, start: int, end: int) -> bool:
        """Tell whether a sign begins in a stretch."""
        places = self._places.get(signs)
        if places is None:
            places = self.places(signs)
        first = bisect_left(places, start)
        return first < len(places) and places[first] < end

    def places_in(self, signs: Signs, start: int, end: int) -> list[int]:
        """Return where signs begin in a stretch."""
        places = self._places.get(signs)
        if places is None:
            places = self.places(signs)
        first = bisect_left(places, start)
        return places[first : bisect_left(places, end, first)]

    def begun(
        self, pattern: re.Pattern[str], signs: Signs, start: int, end: int
    ) -> list[re.Match[str]]:
        """Return the matches in a stretch of a pattern that begins with a sign."""
        found: list[re.Match[str]] = []
        at = start
        for place in self.places_in(signs, start, end):
            match = pattern.match(self.text, place, end) if place >= at else None
            if match:
                at = match.end()
                found.append(match)
        return found

    def near(
        self, signs: Signs, start: int, end: int, before: int, after: int
    ) -> list[tuple[int, int]]:
        """Return the parts of a stretch within `before` and `after` code points of a sign's begin.

        Parts that touch come as one.
        """
        places = self.places_in(signs, start, end)
        if not places:
            return []
        parts: list[tuple[int, int]] = []
        low, high = places[0] - before, places[0] + after
        for place in places:
            if place - before > high:
                parts.append((max(low, start), high))
                low = place - before
            high = place + after
        parts.append((max(low, start), min(high, end)))
        return parts


def _places(text: str, sign: Sign) -> list[int]:
    if isinstance(sign, re.Pattern):
        return [match.start() for match in sign.finditer(text)]
    rare = _rare(sign)
    if rare:
        before, pattern = rare
        return [match.start() - before for match in pattern.finditer(text)]
    places: list[int] = []
    at = text.find(sign)
    while at >= 0:
        places.append(at)
        at = text.find(sign, at + 1)
    return places


@cache
def _rare(sign: str) -> tuple[int, re.Pattern[str]] | None:
    """Return a pattern that looks for a sign by its first letter with a mark or figure, and how far in it stands.

    An engine that looks for one rare letter takes half the time of `str.find` for short words.
    """
    rare = (i for i, letter in enumerate(sign) if letter.isdecimal() or not letter.isascii())
    before = next(rare, None)
    if before is None:
        return None
    start = f"(?<={sign[: before + 1]})" if before else ""
    return before, re.compile(f"{sign[before]}{start}(?={re.escape(sign[before + 1 :])})")
