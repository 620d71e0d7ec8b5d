"""Reads what comes round (`trước ngày 23 hằng tháng`) and what work waits for (`khi có hướng dẫn`)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from loaders.alternatives import any_case
from loaders.indexed import AnyOf, Indexed
from loaders.reading import Reading
from ontology.facts import Phrase, Recurring
from ontology.periods import QUARTERS, Frequency, Recurrence

_EACH: Final = any_case("h[àằ]ng|mỗi|từng|theo định kỳ|định kỳ(?: h[àằ]ng| mỗi)?")
_WEEKDAYS: Final = {
    "hai": 0,
    "2": 0,
    "ba": 1,
    "3": 1,
    "tư": 2,
    "4": 2,
    "năm": 3,
    "5": 3,
    "sáu": 4,
    "6": 4,
    "bảy": 5,
    "7": 5,
}
_NOT_DATED: Final = r"(?! ?\d| (?:19|20)\d\d|\w| (?:IV|I{1,3})\b)"
_UNITS: Final = r"(?i:tuần|tháng|quý|qúy|(?:0?6|sáu) tháng|(?:(?:0?1|một) )?năm)"

Build = Callable[[re.Match[str]], Recurrence]


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that say how often, never without the `sign`; `example` is a test."""

    name: str
    sign: str
    pattern: re.Pattern[str]
    build: Build
    example: str


def _plain(frequency: Frequency) -> Build:
    return lambda _match: Recurrence(frequency)


def _last_day(match: re.Match[str]) -> int:
    """Return the last day that the words allow: `trước ngày 1` leaves 0, which is the day before."""
    return int(match["d"]) - (match["before"] or "").lower().startswith("trước")


def _monthly(match: re.Match[str]) -> Recurrence:
    return Recurrence(Frequency.MONTHLY, month_day=_last_day(match) or -1)


def _weekly(match: re.Match[str]) -> Recurrence:
    return Recurrence(Frequency.WEEKLY, weekday=_WEEKDAYS[match["w"].lower()])


def _yearly_day(match: re.Match[str]) -> Recurrence:
    number = _last_day(match)
    if number:
        return Recurrence(Frequency.YEARLY, month_day=number, month=int(match["m"]))
    return Recurrence(Frequency.YEARLY, month_day=-1, month=(int(match["m"]) + 10) % 12 + 1)


def _yearly_month(match: re.Match[str]) -> Recurrence:
    return Recurrence(Frequency.YEARLY, month=int(match["m"]))


def _yearly_quarter(match: re.Match[str]) -> Recurrence:
    return Recurrence(Frequency.YEARLY, month=3 * QUARTERS[match["q"]])


_BEFORE: Final = r"(?:(?P<before>(?i:trước|chậm nhất|vào|từ))(?: là| vào)? )?"
RULES: Final = (
    Rule("day-of-year", "năm", re.compile(rf"{_BEFORE}(?:[Nn]gày )?(?P<d>[0-3]?\d)(?:/| tháng )(?P<m>1[0-2]|0?[1-9]) (?:{_EACH}|của) ?năm{_NOT_DATED}"), _yearly_day, "trước ngày 15/12 hằng năm"),
    Rule("day-of-quarter", "uý", re.compile(rf"(?:{_BEFORE}(?:[Nn]gày )[0-3]?\d )?(?:của )?tháng (?:đầu|thứ hai|cuối)(?: của| mỗi| hằng| hàng)* quý{_NOT_DATED}"), _plain(Frequency.QUARTERLY), "trước ngày 15 của tháng cuối quý"),
    Rule("day-of-month", "gày ", re.compile(rf"{_BEFORE}(?:[Nn]gày )(?P<d>[0-3]?\d) (?:(?:của )?{_EACH}|của) ?tháng{_NOT_DATED}"), _monthly, "trước ngày 23 hằng tháng"),
    Rule("quarter-of-year", "uý ", re.compile(rf"(?:[Tt]rong )?[Qq]uý (?P<q>IV|I{{1,3}}),? {_EACH} năm{_NOT_DATED}"), _yearly_quarter, "Quý I hằng năm"),
    Rule("month-of-year", "năm", re.compile(rf"(?:[Tt]rong )?[Tt]háng (?P<m>1[0-2]|0?[1-9]),? {_EACH} năm{_NOT_DATED}"), _yearly_month, "tháng 12 hằng năm"),
    Rule("day-of-week", "hứ ", re.compile(rf"[Tt]hứ (?P<w>(?i:hai|ba|tư|năm|sáu|bảy)|[2-7]),? {_EACH} tuần"), _weekly, "thứ sáu hằng tuần"),
    Rule("daily", " ngày", re.compile(rf"{_EACH} ngày{_NOT_DATED}"), _plain(Frequency.DAILY), "hằng ngày"),
)  # fmt: skip
"""Forms that name a day or month; the plain ones and lists of them follow."""

EVERY: Final = re.compile(
    rf"(?=[hHmMtTđĐ01])(?:(?:{_EACH}|(?i:theo)) (?P<units>{_UNITS}(?:(?:, ?| và | hoặc |/| - |; ?)(?:{_EACH} )?{_UNITS})*){_NOT_DATED}"
    rf"|(?P<rate>(?i:(?:0?1|một) lần ?/ ?){_UNITS}){_NOT_DATED}"
    rf"|(?P<adjective>(?i:thường niên)))"
)
"""A list of units in which work comes round: `hằng tháng, quý`."""

_UNIT: Final = re.compile(
    r"(?:(?P<half>(?:0?6|sáu) tháng)|(?P<week>tuần)|(?P<month>tháng)|(?P<quarter>quý|qúy)|(?P<year>năm))",
    re.IGNORECASE,
)
_FREQUENCIES: Final = {
    "half": Frequency.HALF_YEARLY, "week": Frequency.WEEKLY, "month": Frequency.MONTHLY,
    "quarter": Frequency.QUARTERLY, "year": Frequency.YEARLY,
}  # fmt: skip
_CONTINUOUS: Final = re.compile(
    r"(?<!công việc )(?<!chi )(?<!không )(?<!sinh hoạt )(?<!nhiệm vụ )(?<!hoạt động )(?<!kinh phí )(?i:thường xuyên)(?! trú)"
    r"|(?<=[,;] nhiệm vụ )thường xuyên(?=[.;,]|$)"
)
_KIND_OF_WORK: Final = re.compile(r"Công tác(?: \w+){1,4} thường xuyên(?! (?:được|phải|cần)\b)")
"""At the beginning it names a kind of work, and not how often: `Công tác cán bộ thường xuyên`."""
_BREAK: Final = re.compile(r"[,.;:()\n]")
_PERIODIC: Final = re.compile(
    r"(?i:định kỳ)(?! (?:tháng|năm|quý|tuần) ?[\dIV]| (?:h[àằ]ng|mỗi) |(?: |, )(?:tháng|quý|năm|tuần|6 tháng)\b)"
)
_REGULAR: Final = AnyOf("ịnh kỳ")
_CONSTANT: Final = AnyOf("hường xuyên")
_UNDATED: Final = (
    (_CONSTANT, _CONTINUOUS, Frequency.CONTINUOUS),
    (_REGULAR, _PERIODIC, Frequency.PERIODIC),
)
_EACH_SIGNS: Final = AnyOf(
    re.compile("à(?<=[hH]à)ng "), re.compile("ằ(?<=[hH]ằ)ng "), "ỗi ", "từng ", _REGULAR,
    re.compile("ủa (?:tháng|năm)"), re.compile("quý(?:(?<=cuối quý)|(?<=đầu quý))"),
)  # fmt: skip
_LIST_SIGNS: Final = AnyOf(
    _EACH_SIGNS,
    re.compile("eo (?:quý|tháng|tuần|năm)"),
    re.compile("lần ?/"),
    "hường niên",
)
_ONCE: Final = re.compile(rf"(?<!hai )(?<!ba )(?<!\d ){_UNITS} ?(?:/|một|0?1) ?lần")
_ONCE_SIGNS: Final = AnyOf(re.compile("/ ?lần"), "ột lần", "1 lần")
_SIGNS: Final = AnyOf(_LIST_SIGNS, _CONSTANT, _ONCE_SIGNS)
_NEAR: Final = 60
"""A form that names a day or month reaches no further from its sign."""
_FAR: Final = 200
"""A list of units may be longer."""


def find_recurrences(
    reading: Reading, masked: Indexed, start: int, end: int
) -> tuple[Recurring, ...]:
    """Return how the work of a stretch comes round, in the order of the text, each way once."""
    if not masked.has(_SIGNS, start, end):
        return ()
    hits = sorted(_hits(masked, start, end), key=lambda hit: hit[0])
    seen: list[Recurring] = []
    for a, b, recurrence, rule in hits:
        if all(one.recurrence.frequency is not recurrence.frequency for one in seen):
            seen.append(Recurring(recurrence, reading.phrase(a, b, f"recurrence-{rule}")))
    return tuple(seen)


_Hit = tuple[int, int, Recurrence, str]


def _hits(masked: Indexed, start: int, end: int) -> Iterator[_Hit]:
    taken: list[tuple[int, int]] = []

    def free(first: int, last: int) -> bool:
        return not any(first < b and a < last for a, b in taken)

    for match, hits in _named(masked, start, end):
        if free(*match.span()):
            taken.append(match.span())
            yield from ((*match.span(), recurrence, rule) for recurrence, rule in hits)
    for match, frequency in _unnamed(masked, start, end):
        named = frequency is Frequency.PERIODIC and any(
            a >= match.end() and not _BREAK.search(masked.text, match.end(), a) for a, _ in taken
        )
        if free(*match.span()) and not named:
            yield *match.span(), Recurrence(frequency), frequency.value


def _named(
    masked: Indexed, start: int, end: int
) -> Iterator[tuple[re.Match[str], list[tuple[Recurrence, str]]]]:
    """Yield the words that name a day, a month or a unit of time, and what they say."""
    text = masked.text
    windows = masked.near(_EACH_SIGNS, start, end, _NEAR, _NEAR)
    for rule in RULES if windows else ():
        for low, high in windows:
            if text.find(rule.sign, low, high) >= 0:
                for match in rule.pattern.finditer(text, low, high):
                    yield match, [(rule.build(match), rule.name)]
    for window in masked.near(_LIST_SIGNS, start, end, _NEAR, _FAR):
        for match in EVERY.finditer(text, *window):
            yield match, list(_listed(match))
    for window in masked.near(_ONCE_SIGNS, start, end, _NEAR, _NEAR):
        for match in _ONCE.finditer(text, *window):
            yield match, list(_units(match[0]))


def _listed(match: re.Match[str]) -> Iterator[tuple[Recurrence, str]]:
    if match["adjective"]:
        yield Recurrence(Frequency.YEARLY), "yearly"
    yield from _units(match["units"] or match["rate"] or "")


def _units(words: str) -> Iterator[tuple[Recurrence, str]]:
    for unit in _UNIT.finditer(words):
        frequency = _FREQUENCIES[unit.lastgroup or "year"]
        yield Recurrence(frequency), frequency.value


def _unnamed(masked: Indexed, start: int, end: int) -> Iterator[tuple[re.Match[str], Frequency]]:
    for sign, pattern, frequency in _UNDATED:
        for window in masked.near(sign, start, end, 1, _NEAR):
            for match in pattern.finditer(masked.text, *window):
                kind = _KIND_OF_WORK.match(masked.text, start, end)
                if kind is None or kind.end() != match.end():
                    yield match, frequency


_WAITING: Final = AnyOf("hi có", "au khi", "ếu ", "hiện sau")
_LONGEST: Final = 4000
"""No clause is longer."""
_CONDITION: Final = re.compile(
    r"(?P<words>(?i:(?<!đến )khi có|(?<!trước )(?<!trong và )sau khi|nếu)(?= )[^,.;:()\n]*?)(?=[,.;:()\n\x00]| thì\b| sẽ\b|$)"
    r"|thực hiện (?P<after>sau (?!khi )[^,.;:()\n]*?)(?=[,.;:()\n\x00]| thì\b| sẽ\b|$)"
)


def find_condition(reading: Reading, masked: Indexed, start: int, end: int) -> Phrase | None:
    """Return the first clause that the work waits for: `khi có …`, `sau khi …`, `nếu …`."""
    if not masked.has(_WAITING, start, end):
        return None
    parts = masked.near(_WAITING, start, end, _NEAR, _LONGEST)
    for match in chain.from_iterable(_CONDITION.finditer(reading.text, *part) for part in parts):
        group = "words" if match["words"] else "after"
        if masked.text[match.start(group)] == "\x00":
            continue
        a, b = match.span(group)
        while b > a and masked.text[b - 1] == " ":
            b -= 1
        return reading.phrase(a, b, "condition")
    return None
