"""Reads when work is to be done: `trước ngày 25/11/2023`, `trong quý I năm 2025`.

A table cell gives what it says. In running text a date counts only with words that make it a deadline,
for a month or year alone may name what a report covers.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from loaders.date_forms import RULES, Part, Rule, Setting
from loaders.reading import Reading
from ontology.facts import Due, Phrase
from ontology.periods import Interval

_NOT_HELD: Final = re.compile(
    r"(?i:báo cáo(?! viên)|chương trình công tác|kế hoạch công tác|bản tin|chấm công|tổng hợp|kết quả|số liệu|tình hình|kết luận|văn bản"
    r"|thông báo|họp giao ban|cuộc họp|phiên họp|công tác(?! tổ chức)|nhiệm vụ|kỷ niệm|ngày sinh|thành lập)[^.;:]{0,60}$"
)
_PLANNED: Final = re.compile(
    r"(?i:định kỳ|thường kỳ|hoàn thành|dự kiến|vào) ?(?:trong |vào |ngày )?$"
)
_PAST: Final = re.compile(
    r"(?i:cuộc họp|phiên họp|hội nghị|buổi làm việc|kết luận|thông báo|văn bản|số liệu|tính|chốt|cập nhật|sinh|mất|thành lập|kỷ niệm"
    r"|công văn|ý kiến|ban hành|ký|kể từ|lần thứ \w+|truyền thống|hiệu lực)[^.;,]{0,30}$"
)

_SHARP: Final = frozenset({"before", "by", "day", "days", "hour"})
_EARLY: Final = dt.timedelta(days=120)
_YEARLY: Final = (" hằng năm", " hàng năm", " mỗi năm", " của năm")
"""After a day without a year: the day comes round, so that no single one is meant."""
_STRONG: Final = re.compile(r"(?i:chậm nhất|muộn nhất|không quá|không muộn hơn)")
_FIGURES: Final = re.compile(r"\d{1,2} ?(?:[/.-] ?\d|tháng \d)")
_SIGNS: Final = (
    (Part.MONTH, ("háng ",)),
    (Part.QUARTER, ("uý ", "UÝ ")),
    (Part.HALF, ("tháng đầu", "tháng cuối")),
)
_YEAR_SIGNS: Final = (
    "rong năm",
    "ến năm",
    "ến hết năm",
    "oàn thành",
    "xong",
    "ết thúc",
    "ừ năm",
    "ăm tiếp",
    "ăm sau",
)
_YEARS: Final = ("20", "19")
_BEFORE, _AFTER = 150, 60
"""A form of date begins no further before its first figure or sign, and ends no further after its last."""


def _windows(text: str, start: int, end: int, *, in_cell: bool) -> dict[Part, tuple[int, int]]:
    """Return what the dates of a stretch can name, and from where to where each is to be looked for."""
    windows: dict[Part, tuple[int, int]] = {}

    def look(part: Part, places: list[tuple[int, int]]) -> None:
        low, high = min(first for first, _ in places), max(last for _, last in places)
        windows[part] = max(start, low - _BEFORE), min(end, high + _AFTER)

    figures = [match.start() for match in _FIGURES.finditer(text, start, end)]
    if figures:
        look(Part.DAY, [(figures[0], figures[-1])])
    years = in_cell or any(text.find(sign, start, end) >= 0 for sign in _YEAR_SIGNS)
    for part, signs in (*_SIGNS, (Part.YEAR, _YEARS)) if years else _SIGNS:
        places = [
            (place, text.rfind(sign, start, end))
            for sign in signs
            if (place := text.find(sign, start, end)) >= 0
        ]
        if places:
            look(part, places)
    return windows


def find_due(reading: Reading, masked: str, start: int, end: int, setting: Setting) -> Due | None:
    """Return when the work of a stretch of prose is due, from its earliest date to its latest."""
    found = sorted(_dates(masked, start, end, setting, in_cell=False), key=lambda one: one[0])
    phrases = tuple(reading.phrase(a, b, f"due-{rule}") for a, b, _, rule in found)
    return _due([interval for *_, interval, _ in found], phrases)


def due_of_cell(reading: Reading, start: int, end: int, setting: Setting) -> Due | None:
    """Return what a cell of a column of deadlines says, the whole cell being its words."""
    found = list(_dates(reading.text, start, end, setting, in_cell=True))
    phrase = reading.phrase(start, end, "due-cell")
    return _due([interval for *_, interval, _ in found], (phrase,))


def _due(intervals: list[Interval], phrases: tuple[Phrase, ...]) -> Due | None:
    if not intervals:
        return None
    lasts = [one.latest for one in intervals]
    latest = max(d for d in lasts if d) if all(lasts) else None
    firsts = [one.earliest for one in intervals]
    if len(intervals) > 1:
        firsts = [one.earliest or one.latest for one in intervals] if any(firsts) else firsts
    earliest = min((d for d in firsts if d), default=None) if all(firsts) else None
    if latest is None and len(intervals) > 1:
        latest = max((d for d in lasts if d), default=None)
    if earliest and latest and earliest > latest:
        return None
    return Due(Interval(earliest, latest), phrases) if earliest or latest else None


_Hit = tuple[int, int, Interval, str]


def _dates(text: str, start: int, end: int, setting: Setting, *, in_cell: bool) -> Iterator[_Hit]:
    taken: list[tuple[int, int]] = []
    counted = -1
    windows = _windows(text, start, end, in_cell=in_cell)
    for rule in RULES if windows else ():
        if rule.part not in windows:
            continue
        for match in rule.pattern.finditer(text, *windows[rule.part]):
            if any(match.start() < b and a < match.end() for a, b in taken):
                continue
            interval = rule.build(match, setting)
            if interval is None or text.startswith(_YEARLY, match.end()):
                continue
            taken.append(match.span())
            goes_on = (
                text[counted : match.start()] in {", ", " và ", "; "} if counted > 0 else False
            )
            if in_cell or goes_on or _counts(rule, match, text, start, interval, setting):
                counted = match.end()
                yield match.start(), match.end(), interval, rule.name


def _counts(
    rule: Rule, match: re.Match[str], text: str, start: int, interval: Interval, setting: Setting
) -> bool:
    """Tell whether a date in prose is a deadline."""
    before = text[max(start, match.start() - 200) : match.start()]
    known = interval.latest or interval.earliest
    if known is None or not _in_time(known, setting, near=rule.name in _SHARP):
        return False
    if rule.name in {"day", "by", "from"} and _PAST.search(before[-60:]):
        return rule.name == "by" and _STRONG.match(match[0]) is not None
    if rule.name == "day" and not match["y"] and "ngày" not in match[0].lower():
        return False
    if rule.cue is None:
        return True
    own = match[0].lower()
    if rule.name == "years":
        return own.startswith("từ năm")
    if rule.name == "year":
        opens = (own.startswith("đến") and not before.strip(" -+*")) or own.startswith("trong")
        return (opens or rule.cue.search(before) is not None) and known.year != setting.year
    if before.endswith("(") and text[match.end() : match.end() + 1] == ")":
        return False
    if rule.name in {"month", "quarter", "month-of-plan"} and (
        match["before"] or own.startswith(("trong", "vào", "đầu", "cuối", "giữa"))
    ):
        return True
    if _NOT_HELD.search(before[-90:]) and not _PLANNED.search(before):
        return False
    return rule.cue.search(before) is not None


def _in_time(known: dt.date, setting: Setting, *, near: bool) -> bool:
    """Tell whether a day can lie ahead of the document: past years and months are no deadlines.

    A plan may ask for something in the months before the time that it covers.
    """
    if setting.period and setting.period.earliest:
        return known >= setting.period.earliest - (_EARLY if near else 0 * _EARLY)
    if setting.date:
        return known >= setting.date.replace(day=1)
    return setting.year is None or known.year >= setting.year
