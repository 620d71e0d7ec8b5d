"""The days on which recurring work comes round."""

import datetime as dt
from functools import lru_cache
from typing import Final

from dateutil.rrule import rrulestr

# A rule that fits no day (30 February) must end, and each that fits one does so in eight years.
_LONGEST_WAIT: Final = dt.timedelta(days=8 * 366)


@lru_cache(maxsize=4096)
def occurrences(rrule: str, start: dt.date, end: dt.date) -> tuple[dt.date, ...]:
    """Return the days of a rule from `start` to `end`, both included.

    >>> weekly = occurrences("FREQ=WEEKLY;BYDAY=SU", dt.date(2023, 11, 16), dt.date(2023, 11, 30))
    >>> [day.day for day in weekly]
    [19, 26]
    >>> [day.day for day in occurrences("FREQ=WEEKLY;BYDAY=SU", dt.date(9999, 12, 20), dt.date.max)]
    [26]
    """
    if start > end:
        return ()
    begin = dt.datetime.combine(start, dt.time())
    limit = f"{rrule};UNTIL={end:%Y%m%d}T000000"
    found: list[dt.date] = []
    rule = rrulestr(limit, dtstart=begin)
    try:
        found.extend(moment.date() for moment in rule)
    except ValueError:  # the calendar ends before the rule does
        if end.year < dt.MAXYEAR:
            raise
    return tuple(found)


@lru_cache(maxsize=65536)
def occurs(
    rrule: str, first: str | None, last: str | None, start: str | None, end: str | None
) -> bool:
    """Tell whether a rule bounded by `first` and `last` has a day from `start` to `end`.

    All four are ISO days, and None leaves an end open.
    """
    begin = dt.date.fromisoformat(max(first or "0001-01-01", start or "0001-01-01"))
    stop = dt.date.fromisoformat(min(last or "9999-12-31", end or "9999-12-31"))
    horizon = begin.toordinal() + _LONGEST_WAIT.days
    if horizon < stop.toordinal():
        stop = dt.date.fromordinal(horizon)
    return bool(occurrences(rrule, begin, stop))
