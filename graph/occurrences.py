"""The days on which recurring work comes round."""

import calendar
import datetime as dt
from functools import lru_cache
from itertools import takewhile
from typing import Final

from dateutil.rrule import rrulestr

# Each rule that fits a day at all does so in eight years.
_LONGEST_WAIT: Final = dt.timedelta(days=8 * 366)
_LEAP_YEAR: Final = 2024


@lru_cache(maxsize=4096)
def occurrences(rrule: str, start: dt.date, end: dt.date) -> tuple[dt.date, ...]:
    """Return the days of a rule from `start` to `end`, both included.

    >>> weekly = occurrences("FREQ=WEEKLY;BYDAY=SU", dt.date(2023, 11, 16), dt.date(2023, 11, 30))
    >>> [day.day for day in weekly]
    [19, 26]
    >>> [day.day for day in occurrences("FREQ=WEEKLY;BYDAY=SU", dt.date(9999, 12, 20), dt.date.max)]
    [26]
    """
    if start > end or not _fits_any_day(rrule):
        return ()
    begin = dt.datetime.combine(start, dt.time())
    days = (moment.date() for moment in rrulestr(rrule, dtstart=begin))
    found: list[dt.date] = []
    try:
        found.extend(takewhile(lambda day: day <= end, days))
    except ValueError:  # the calendar ends before the rule does
        if end.year < dt.MAXYEAR:
            raise
    return tuple(found)


def _fits_any_day(rrule: str) -> bool:
    """Tell whether a rule names a day that one of its months has in some year.

    For one that does not (30 February) dateutil would look through all years up to the last.

    >>> _fits_any_day("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"), _fits_any_day("FREQ=DAILY")
    (True, True)
    >>> _fits_any_day("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
    False
    """
    parts = dict(part.split("=") for part in rrule.split(";"))
    if "BYMONTH" not in parts or "BYMONTHDAY" not in parts:
        return True
    longest = max(calendar.monthrange(_LEAP_YEAR, int(m))[1] for m in parts["BYMONTH"].split(","))
    return any(abs(int(number)) <= longest for number in parts["BYMONTHDAY"].split(","))


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
