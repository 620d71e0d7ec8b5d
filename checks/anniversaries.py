"""Anniversaries that do not add up: the years named, and the days in brackets after them."""

import csv
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from checks.draft import Draft
from checks.findings import Evidence, Finding
from checks.sheet import sheet_of
from loaders.reading import Reading
from ontology.periods import day

_DAY: Final = (
    r"(?:ngày )?(?:(?P<d{0}>\d{{1,2}}) ?[/.-] ?)?"
    r"(?:(?:tháng )?(?P<m{0}>\d{{1,2}}) ?[/.-] ?)?(?P<y{0}>[12]\d{{3}})"
)
_ANNIVERSARY: Final = re.compile(
    r"(?:(?<!\d)(?P<n>\d{1,3}) năm\b|lần thứ (?P<nth>\d{1,3})(?!\w))"
    r"(?P<words>(?:(?!\d năm\b|lần thứ)[^()\n.;]){0,160}?) ?\(" + _DAY.format(1)
    + rf"(?: ?- ?{_DAY.format(2)})?\)",
    re.IGNORECASE,
)  # fmt: skip
_FEAST: Final = re.compile(r"kỷ niệm|mừng|hướng tới|nhân dịp", re.IGNORECASE)
_KEPT: Final = re.compile(r"kỷ niệm(?: \w+){0,2} $", re.IGNORECASE)
"""Right before the years, where nothing but an occasion can be meant: no plan of five years."""
_BEFORE: Final = 60
"""So many letters before the years an occasion says that it is one."""


@dataclass(frozen=True, slots=True)
class _When:
    """A day as printed; months and days may be left out."""

    year: int
    month: int | None
    day: int | None

    @property
    def rest(self) -> tuple[int | None, int | None]:
        """What is the same in every year."""
        return self.month, self.day

    def __str__(self) -> str:
        parts = (f"{self.day:02}" if self.day else None, self.month, self.year)
        return "/".join(str(part) for part in parts if part is not None)


@cache
def _known() -> tuple[tuple[re.Pattern[str], dt.date], ...]:
    """Return the days that everybody keeps, with the words that name them; read on first use."""
    text = files("checks").joinpath("anniversaries.csv").read_text(encoding="utf-8")
    return tuple(
        (re.compile(row["words"], re.IGNORECASE), dt.date.fromisoformat(row["day"]))
        for row in csv.DictReader(text.splitlines())
    )


def check_anniversaries(draft: Draft) -> Iterator[Finding]:
    """Yield the anniversaries whose years and days do not agree."""
    reading = sheet_of(draft.facts).reading
    for match in _ANNIVERSARY.finditer(reading.text):
        first, second = _when(match, "1"), _when(match, "2")
        if first is None:
            continue
        origin = _origin(match, first)
        if origin is not None and _is(_FEAST, reading.text, match):
            yield from _of_known(draft, reading, match, origin)
        elif second is not None and (
            _same_day(match, first, second) or _is(_KEPT, reading.text, match)
        ):
            yield from _of_two(draft, reading, match, first, second)


def _when(match: re.Match[str], which: str) -> _When | None:
    """Return a printed day, None where there is none or the calendar has it not."""
    if match[f"y{which}"] is None:
        return None
    year, month, number = (int(match[f"{part}{which}"] or 0) for part in "ymd")
    if number and not month:  # one figure before the year is a month
        month, number = number, 0
    if day(year, month or 1, number or 1) is None:
        return None
    return _When(year, month or None, number or None)


def _same_day(match: re.Match[str], first: _When, second: _When) -> bool:
    """Tell whether so many years lie between two days; what is held for the nth time is no year."""
    return match["n"] is not None and first.day is not None and first.rest == second.rest


def _origin(match: re.Match[str], printed: _When) -> dt.date | None:
    """Return the kept day that is meant: of several that are named the one that is printed."""
    named = [on for words, on in _known() if words.search(match["words"])]
    fitting = [on for on in named if _fits(printed, on)]
    return next(iter(fitting if len(named) > 1 else named), None)


def _is(occasion: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    """Tell whether the words before the years say that they are those of an occasion."""
    before = text[max(0, match.start() - _BEFORE) : match.start()].rpartition("\n")[2]
    return occasion.search(before) is not None


def _of_two(
    draft: Draft, reading: Reading, match: re.Match[str], first: _When, second: _When
) -> Iterator[Finding]:
    """Check both days and the years between them."""
    if first.rest != second.rest:
        yield _odd_day(reading, match, "2", str(first), str(second))
    yield from _years(draft, reading, match, str(first), second, second.year - first.year)


def _of_known(
    draft: Draft, reading: Reading, match: re.Match[str], origin: dt.date
) -> Iterator[Finding]:
    """Check the days and years of an occasion that everybody knows."""
    known = _When(origin.year, origin.month, origin.day)
    last = None
    for which in "12":
        printed = _when(match, which)
        if printed is None:
            continue
        is_origin = which == "1" and (match["y2"] is not None or printed.year == origin.year)
        wrong = is_origin and printed.year != origin.year
        if wrong or not _fits(printed, origin):
            right = known if is_origin else _When(printed.year, known.month, known.day)
            yield _odd_day(reading, match, which, str(right), str(printed))
        last = printed if not is_origin else last
    if last is not None:
        yield from _years(draft, reading, match, str(known), last, last.year - origin.year)


def _fits(printed: _When, known: dt.date) -> bool:
    pairs = ((printed.month, known.month), (printed.day, known.day))
    return all(one in {None, other} for one, other in pairs)


def _years(  # noqa: PLR0913, PLR0917  two days and what lies between them
    draft: Draft, reading: Reading, match: re.Match[str], since: str, last: _When, years: int
) -> Iterator[Finding]:
    group = "n" if match["n"] else "nth"
    if int(match[group]) == years or years < 0:
        return
    told = (
        *(("printed", match[group]), ("since", since)),
        *(("day", str(last)), ("known", str(years))),
    )
    span = reading.span(*match.span(group))
    certain = last.year in _own_years(draft)
    evidence = Evidence(match[0][match[0].index("(") :], span=reading.span(*match.span()))
    yield Finding("anniversary", span, told, str(years) if certain else None, (evidence,))


def _own_years(draft: Draft) -> set[int]:
    """Return the years that a draft is of: an occasion in one of them is told by the right day."""
    document = draft.facts.document
    period = document.period
    ends = (period.earliest, period.latest) if period else ()
    return {found.year for found in (draft.day, document.date, *ends) if found}


def _odd_day(
    reading: Reading, match: re.Match[str], which: str, known: str, printed: str
) -> Finding:
    start = min(at for at in (match.start(f"{part}{which}") for part in "dmy") if at >= 0)
    span = reading.span(start, match.end(f"y{which}"))
    return Finding("anniversary-day", span, (("printed", printed), ("known", known)))
