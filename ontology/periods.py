"""Stretches of days, and what comes round again."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `earliest` to `latest`, both included; an end that the text leaves open is None."""

    earliest: dt.date | None
    latest: dt.date | None

    def __post_init__(self) -> None:
        if self.earliest is None and self.latest is None:
            reason = "an interval has at least one end"
            raise ValueError(reason)
        if self.earliest and self.latest and self.earliest > self.latest:
            reason = f"ends before it begins: {self.earliest} to {self.latest}"
            raise ValueError(reason)


def day(year: int, month: int, number: int) -> dt.date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def later(start: dt.date, days: int) -> dt.date:
    """Return the day so many days later, the last of the calendar where that has none.

    >>> later(dt.date(2026, 4, 15), 6), later(dt.date.max, 1) == dt.date.max
    (datetime.date(2026, 4, 21), True)
    """
    return dt.date.fromordinal(min(start.toordinal() + days, dt.date.max.toordinal()))


def month(year: int, number: int) -> Interval | None:
    """Return the month from its first to its last day, or None where there is no such month.

    >>> month(2024, 2).latest
    datetime.date(2024, 2, 29)
    """
    return months(year, number, number)


def months(year: int, first: int, last: int) -> Interval | None:
    """Return the days from the first of one month to the end of another of the same year."""
    if not (dt.MINYEAR <= year <= dt.MAXYEAR and 1 <= first <= last <= 12):  # noqa: PLR2004
        return None
    end = calendar.monthrange(year, last)[1]
    return Interval(dt.date(year, first, 1), dt.date(year, last, end))


QUARTERS: Final = MappingProxyType({"I": 1, "II": 2, "III": 3, "IV": 4})
"""The quarters by their Roman figures."""


def quarters(year: int, first: int, last: int) -> Interval | None:
    """Return the days from the first of one quarter to the end of another of the same year.

    >>> quarters(2025, 3, 4).earliest
    datetime.date(2025, 7, 1)
    """
    return months(year, 3 * first - 2, 3 * last)


def years(first: int, last: int) -> Interval | None:
    """Return the days from the first of one year to the last of another, None if out of order."""
    if not dt.MINYEAR <= first <= last <= dt.MAXYEAR:
        return None
    return Interval(dt.date(first, 1, 1), dt.date(last, 12, 31))


class Frequency(StrEnum):
    """How often work comes round. `continuous` and `periodic` name no period and have no days."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    CONTINUOUS = "continuous"
    PERIODIC = "periodic"


_RULES: Final = MappingProxyType(
    {
        Frequency.DAILY: ("FREQ=DAILY", "", ""),
        Frequency.WEEKLY: ("FREQ=WEEKLY", "", ""),
        Frequency.MONTHLY: ("FREQ=MONTHLY", "", "-1"),
        Frequency.QUARTERLY: ("FREQ=YEARLY", "3,6,9,12", "-1"),
        Frequency.HALF_YEARLY: ("FREQ=YEARLY", "6,12", "-1"),
        Frequency.YEARLY: ("FREQ=YEARLY", "12", "-1"),
    }
)
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Recurrence:
    """What comes round, and on which day where the text names one.

    `month_day` counts from the month's first day, or backwards from -1; `weekday` from Monday as 0;
    `month` is the month of a yearly occurrence. A day that is not named is the last of its period.
    """

    frequency: Frequency
    month_day: int | None = None
    weekday: int | None = None
    month: int | None = None

    @property
    def rrule(self) -> str | None:
        """The rule in the form of RFC 5545, or None for `continuous` and `periodic`.

        >>> Recurrence(Frequency.MONTHLY, month_day=22).rrule
        'FREQ=MONTHLY;BYMONTHDAY=22'
        >>> Recurrence(Frequency.WEEKLY).rrule
        'FREQ=WEEKLY;BYDAY=SU'
        """
        if self.frequency not in _RULES:
            return None
        frequency, by_month, by_day = _RULES[self.frequency]
        parts = [frequency]
        if self.frequency is Frequency.WEEKLY:
            parts.append(f"BYDAY={_WEEKDAYS[6 if self.weekday is None else self.weekday]}")
        if by_month:
            parts.append(f"BYMONTH={self.month or by_month}")
        if by_day:
            parts.append(f"BYMONTHDAY={self.month_day or by_day}")
        return ";".join(parts)
