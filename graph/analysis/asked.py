"""Which analyses there are, and what each is asked with."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from graph.questions import Level, Page


class Name(StrEnum):
    """What an analysis is called."""

    COVERAGE = "coverage"
    GAP = "gap"
    LAG = "lag"
    DEPTH = "depth"
    RELIED = "relied"
    ORPHANS = "orphans"
    CYCLES = "cycles"
    WORKLOAD = "workload"
    COMPARE = "compare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyse(Page):
    """An analysis of the whole store; documents and bodies are keys, `first` and `second` places.

    `jurisdiction` is the province of boards where `level` is that; the two days bound a workload,
    which is of the whole year of `as_of` without them.
    """

    analysis: Name
    document: str | None = None
    body: str | None = None
    first: str | None = None
    second: str | None = None
    level: Level = Level.PROVINCE
    jurisdiction: str | None = None
    due_from: dt.date | None = None
    due_to: dt.date | None = None
    with_history: bool = False

    @property
    def window(self) -> tuple[dt.date, dt.date]:
        """The first and the last day of a workload."""
        year = self.as_of.year
        return self.due_from or dt.date(year, 1, 1), self.due_to or dt.date(year, 12, 31)


WANTED: Final = MappingProxyType(
    {
        Name.COVERAGE: ("document",),
        Name.GAP: ("document",),
        Name.LAG: ("document",),
        Name.DEPTH: (),
        Name.RELIED: (),
        Name.ORPHANS: (),
        Name.CYCLES: (),
        Name.WORKLOAD: ("body",),
        Name.COMPARE: ("first", "second"),
    }
)
"""What each analysis cannot do without."""

MONTHS: Final = 120
"""How many months a workload has at most."""


def months_between(start: dt.date, end: dt.date) -> int:
    """Return how many months lie from a day to a day, both counted.

    >>> months_between(dt.date(2025, 12, 31), dt.date(2026, 1, 1))
    2
    """
    return 12 * (end.year - start.year) + end.month - start.month + 1
