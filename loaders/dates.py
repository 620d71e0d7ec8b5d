"""Dates as they are printed: `09/3/2021`, `21.6.2025`, `ngày 19 tháng 01 năm 2023`."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from loaders.indexed import AnyOf, Indexed
from ontology.periods import day

NUMERIC: Final = r"(?P<d>0?[1-9]|[12]\d|3[01]) ?(?P<s>[/.-]) ?(?P<m>0?[1-9]|1[0-2]) ?(?P=s) ?(?P<y>(?:19|20)\d\d)"
"""A date in figures. A fifth figure of the year is the mark of a footnote and no part of it."""

WORDS: Final = (
    r"(?P<wd>0?[1-9]|[12]\d|3[01]) ?tháng (?P<wm>0?[1-9]|1[0-2]) ?năm (?P<wy>(?:19|20)\d\d)"
)
"""A date in words, from the figure of the day on."""

DATE: Final = re.compile(rf"(?<![\d/.-])(?:{NUMERIC}|{WORDS})(?!\d\d)(?![/.-]\d)", re.IGNORECASE)


_LIKE: Final = re.compile(
    r"(?P<d>[0-9](?<!\d.)\d?+)(?: ?[/.-] ?| tháng | năm )(?:(?P<m>\d{1,2})(?: ?[/.-] ?| năm ))?"
    r"(?P<y>(?:19|20)\d\d)(?![\d/-]|\.\d)"
)


_YEARS: Final = AnyOf(
    *(
        re.compile(
            rf"{first}(?={second}\d\d)(?:(?<=[/.-].)|(?<=[/.-] .)|(?<=\d tháng .)|(?<=\d năm .))"
        )
        for first, second in ("19", "20")
    )
)
"""A year after what stands between it and the figure of a day or month."""
_BEFORE, _AFTER = 20, 8
"""No date begins further before its year, nor is told by what comes further after it."""


def impossible_dates(indexed: Indexed) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are printed like a date which the calendar has not: `31/02/2025`."""
    text = indexed.text
    parts = indexed.near(_YEARS, 0, len(text), _BEFORE, _AFTER)
    for match in chain.from_iterable(_LIKE.finditer(text, *part) for part in parts):
        before = text[max(0, match.start() - 6) : match.start()]
        if before[-1:].isdigit() or before.endswith(("/", ".", "-")):
            continue
        alone = match["m"] is None
        if alone and not before.endswith("háng "):
            continue
        number, in_month = (1, match["d"]) if alone else (int(match["d"]), match["m"])
        if day(int(match["y"]), int(in_month), number) is None:
            yield match.span()


def date_of(match: re.Match[str]) -> dt.date | None:
    """Return the date of a match of `DATE`, or None where the calendar has no such day."""
    if match["d"]:
        return day(int(match["y"]), int(match["m"]), int(match["d"]))
    return day(int(match["wy"]), int(match["wm"]), int(match["wd"]))
