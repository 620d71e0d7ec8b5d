"""The terms of the Central Committee, from whose beginning its numbers start anew at 01."""

import datetime as dt
from functools import cache

from ontology.periods import Interval
from ontology.tables import date_of, rows


def term_on(date: dt.date) -> str | None:
    """Return the Roman numeral of the term in whose series of numbers a day lies.

    >>> term_on(dt.date(2021, 1, 30)), term_on(dt.date(2021, 1, 31)), term_on(dt.date(1930, 2, 3))
    ('XII', 'XIII', None)
    """
    for term, days in _terms().items():
        if _holds(days, date):
            return term
    return None


def _holds(days: Interval, date: dt.date) -> bool:
    begun = days.earliest is None or days.earliest <= date
    return begun and (days.latest is None or date <= days.latest)


@cache
def _terms() -> dict[str, Interval]:
    """Read on first use, so that importing this module costs nothing."""
    return {
        row["term"]: Interval(date_of(row["numbering_from"]), date_of(row["numbering_to"]))
        for row in rows("terms.csv")
        if row["scope"] == "central"
    }
