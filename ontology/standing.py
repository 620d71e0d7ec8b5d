"""What the registry's words on a document say of its force, as far as a rule can tell."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from ontology.periods import day
from ontology.provinces import DISTRICTS_UNTIL
from ontology.registry import registry

_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_END: Final = re.compile(r"(replaced|ended)\b")
_START: Final = re.compile(r"in force from \d")


@dataclass(frozen=True, slots=True)
class End:
    """That a document is `replaced` or `ended`, and since which day, None where it is not told."""

    word: str
    day: dt.date | None


def told_end(status: str | None) -> End | None:
    """Return the end that the registry tells of, if it does.

    >>> told_end("replaced 2026-01-09"), told_end("in force (continued 2024)")
    (End(word='replaced', day=datetime.date(2026, 1, 9)), None)
    >>> told_end("ended with the district level")
    End(word='ended', day=datetime.date(2025, 7, 1))
    """
    match = _END.match(status or "")
    if match is None or status is None:
        return None
    return End(match[1], DISTRICTS_UNTIL if "district level" in status else _day(status))


def told_start(status: str | None) -> dt.date | None:
    """Return the first day in force where the registry tells one.

    >>> told_start("in force from 2025-07-01"), told_start("in force 2025")
    (datetime.date(2025, 7, 1), None)
    """
    return _day(status) if status and _START.match(status) else None


@cache
def last_known_day() -> dt.date:
    """Return the last day of which the project's registry knows a document."""
    return max(document.date for document in registry().documents if document.date)


def _day(text: str) -> dt.date | None:
    match = _DAY.search(text)
    return day(int(match[1]), int(match[2]), int(match[3])) if match else None
