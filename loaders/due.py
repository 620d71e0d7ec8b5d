"""Reads when work is to be done: `trước ngày 25/11/2023`, `trong quý I năm 2025`.

A table cell gives what it says. In running text a date counts only with words that make it a deadline,
for a month or year alone may name what a report covers.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from loaders.date_forms import PLAIN, RULES, SINCE, Part, Rule, Setting, this_month
from loaders.indexed import AnyOf, Indexed
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

_ISSUED: Final = tuple(f"{word} ban hành " for word in ("mới", "đã", "vừa", "được"))
"""Before the time of what was issued, and is not to be done."""
_NAMED_DAY: Final = re.compile(r"kỷ niệm|[Nn]gày [A-ZĐ]|Tết |Quốc khánh")
_SHARP: Final = frozenset({"before", "by", "day", "days", "hour", "hour-of-figures"})
_LOOSE: Final = MappingProxyType({"day": "y", "days-alone": "y2"})
"""Forms that are mere figures, by the group of their year: in prose they need it, or the word `ngày`."""
_EARLY: Final = dt.timedelta(days=120)
_YEARLY: Final = (" hằng năm", " hàng năm", " mỗi năm", " của năm")
"""After a day without a year: the day comes round, so that no single one is meant."""
_CLAUSE: Final = 70
_AND_AFTER: Final = tuple(
    f" và {some}năm {after}"
    for some in ("các ", "những ", "")
    for after in ("tiếp theo", "sau", "kế tiếp")
)
"""After a time that only begins something."""
_EACH_YEAR: Final = ("hằng năm (", "hàng năm (", "hằng năm, ", "hàng năm, ")
_ENDED: Final = re.compile(
    r"(?:oàn thành|xong|ết thúc|àn giao|an hành|trình)(?:(?! được)[^.;,:]){0,25}$"
)
"""Before the year of a document that is no plan: what is to be at its end by then."""
_STRONG: Final = re.compile(r"(?i:chậm nhất|muộn nhất|không quá|không muộn hơn)")
_TOLD: Final = frozenset({"week", "days-of-month"})
"""Forms that nothing but a deadline has."""
_SAID: Final = frozenset({"part-of-year", "days-listed"})
"""Forms that are a deadline after such a word."""
_SURE: Final = ("trong", "vào", "chậm nhất")
_GIVEN: Final = re.compile(
    r"(?:(?:được|đã)(?: \w+){0,2}|nhiệm vụ|triển khai|thực hiện|chương trình|kế hoạch) $"
)
"""Before the year in which something was given, and is not to be done."""
_BY_OCCASION, _BY_YEAR = Part.OCCASION, Part.YEAR
_FIGURES: Final = (
    *(
        re.compile(rf"\{mark}(?= ?\d\d?(?!\d))(?:(?<=\d.)(?<!\d\d\d.)|(?<=\d .)(?<!\d\d\d .))")
        for mark in "/.-"
    ),
    re.compile(r"háng (?=\d)(?:(?<=\dtháng )|(?<=\d tháng ))"),
)
"""What stands between the figures of a day and a month, and not before a year: four single letters are found faster than any figure."""
_MONTHS: Final = AnyOf("háng ", "HÁNG ")
_PARTS: Final[Mapping[Part, AnyOf]] = MappingProxyType(
    {
        Part.OCCASION: AnyOf("dịp "),
        Part.SINCE: AnyOf(re.compile("ừ ngày (?:ban|phát|ký) ")),
        Part.DAY: AnyOf(*_FIGURES),
        Part.WEEK: AnyOf(
            re.compile("ến (?:hết )?ngày "), re.compile("uần (?:thứ|đầu|cuối|[1-4]) ")
        ),
        Part.MONTH: _MONTHS,
        Part.QUARTER: AnyOf(re.compile("u[ýí] "), "UÝ ", re.compile(r"Q\.? ?[I1-4]")),
        Part.HALF: _MONTHS,
        Part.YEAR: AnyOf("20", "19"),
    }
)
_DATED: Final = AnyOf(*dict.fromkeys(_PARTS.values()))
_YEAR: Final = re.compile(
    r"rong năm|ào năm|ến năm|uối năm|ậm nhất|ến hết năm|oàn thành|xong|ết thúc|ừ năm|ăm tiếp|ăm sau"
)
"""A year in prose is no deadline without one of them."""
_RULES: Final = tuple(
    (part, signs, tuple(rule for rule in RULES if rule.part is part))
    for part, signs in _PARTS.items()
)
_BEFORE, _AFTER = 60, 60
"""A form of date begins no further before its first figure or sign, and ends no further after its last."""
_THIS_MONTH: Final = re.compile(r"(?i:trong|cả) tháng[ .;]*")
_SHORT: Final = 16
_LONG: Final = 180
"""An occasion is told in more words."""


def find_due(
    reading: Reading, masked: Indexed, start: int, end: int, setting: Setting
) -> Due | None:
    """Return when the work of a stretch of prose is due, from its earliest date to its latest."""
    if not masked.has(_DATED, start, end):
        return None
    found = sorted(_dates(masked, start, end, setting, in_cell=False), key=itemgetter(0))
    phrases = tuple(reading.phrase(a, b, f"due-{rule}") for a, b, _, rule in found)
    return _due([interval for *_, interval, _ in found], phrases)


def due_of_cell(
    reading: Reading, masked: Indexed, start: int, end: int, setting: Setting
) -> Due | None:
    """Return what a cell of a column of deadlines says, the whole cell being its words."""
    plain = PLAIN.pattern.fullmatch(masked.text, start, end)
    if end - start < _SHORT and _THIS_MONTH.fullmatch(masked.text, start, end):
        whole = this_month(setting)
        found = [whole] if whole else []
    elif plain:
        only = PLAIN.build(plain, setting)
        found = [only] if only else []
    else:
        dates = _dates(masked, start, end, setting, in_cell=True)
        found = [interval for *_, interval, _ in dates]
    return _due(found, (reading.phrase(start, end, "due-cell"),)) if found else None


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


def _dates(
    indexed: Indexed, start: int, end: int, setting: Setting, *, in_cell: bool
) -> Iterator[_Hit]:
    taken: list[tuple[int, int]] = []
    counted = -1
    text = indexed.text
    for rule, match in _matches(indexed, start, end, taken, in_cell=in_cell):
        first, last = match.span()
        if any(first < b and a < last for a, b in taken):
            continue
        interval = rule.build(match, setting)
        if interval is None or text.startswith(_YEARLY, last) or _is_yearly(text, start, match):
            continue
        if interval.earliest and text.startswith(_AND_AFTER, last):
            interval = Interval(interval.earliest, None)
        taken.append((first, last))
        goes_on = counted > 0 and text[counted:first] in {", ", " và ", "; "}
        if in_cell or goes_on or _counts(rule, match, text, start, interval, setting):
            counted = last
            yield first, last, interval, rule.name


def _is_yearly(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether a date tells more of `hằng năm`, right before it or without a year in its clause."""
    first = match.start()
    low = max(start, first - _CLAUSE)
    if text.find("ng năm", low, first) < 0:
        return False
    before = text[low:first].lower()
    if before.endswith(_EACH_YEAR):
        return True
    told = match.groupdict("")
    if "d" not in told or told.get("y") or told.get("y2"):
        return False
    clause = before[max(map(before.rfind, ",;.:")) + 1 :]
    return "hằng năm" in clause or "hàng năm" in clause


def _matches(
    indexed: Indexed, start: int, end: int, taken: Sequence[tuple[int, int]], *, in_cell: bool
) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Yield what the rules match, rule by rule, where a stretch has signs of what they name.

    No year is looked for once a single date has been `taken` in which all years stand, and nothing
    once the whole stretch has been.
    """
    text = indexed.text
    for part, signs, rules in _RULES:
        if not indexed.has(signs, start, end):
            continue
        if part is _BY_YEAR:
            whole = len(taken) == 1 and not _outside(taken[0], indexed, start, end)
            if whole or not (in_cell or _YEAR.search(text, start, end)):
                continue
        after = _LONG if part is _BY_OCCASION else _AFTER
        windows = indexed.near(signs, start, end, _BEFORE, after)
        for rule in rules:
            if (start, end) in taken:
                return
            for low, high in windows:
                if _may_match(rule, text, low, high):
                    for match in rule.pattern.finditer(text, low, high):
                        yield rule, match


def _may_match(rule: Rule, text: str, start: int, end: int) -> bool:
    for sign in rule.signs:
        if text.find(sign, start, end) >= 0:
            return True
    return not rule.signs


def _outside(date: tuple[int, int], indexed: Indexed, start: int, end: int) -> bool:
    """Tell whether a year may stand in a stretch before or after a date."""
    signs = _PARTS[Part.YEAR]
    return indexed.has(signs, start, date[0]) or indexed.has(signs, date[1], end)


def _counts(
    rule: Rule, match: re.Match[str], text: str, start: int, interval: Interval, setting: Setting
) -> bool:
    """Tell whether a date in prose is a deadline."""
    before = text[max(start, match.start() - 200) : match.start()]
    known = interval.latest or interval.earliest
    if known is None or not _in_time(known, setting, near=rule.name in _SHARP):
        return False
    if (
        rule.name in {*_LOOSE, "by", "from"}
        and _PAST.search(before[-60:])
        and not before.endswith("dự kiến ")
    ):
        return rule.name == "by" and _STRONG.match(match[0]) is not None
    if rule.name in _LOOSE and not match[_LOOSE[rule.name]] and "ngày" not in match[0].lower():
        return False
    if before.endswith(_ISSUED):
        return False
    if rule.cue is None:
        return True
    if text.startswith(":", match.end()) and not before.strip(" -+*"):
        return True
    own = match[0].lower()
    if rule.name == "years":
        return own.startswith("từ năm")
    if rule.name == "year":
        first = not before.strip(" -+*") and own.startswith(("đến", "năm"))
        opens = first or own.startswith(_SURE)
        return (opens or rule.cue.search(before) is not None) and (
            known.year != setting.year
            or _STRONG.match(own) is not None
            or (setting.period is None and own.startswith("trong") and not _GIVEN.search(before))
            or (not setting.planned and _ENDED.search(before[-40:]) is not None)
        )
    if before.endswith("(") and text[match.end() : match.end() + 1] == ")":
        day = own.startswith(("ngày", "từ ")) and _NAMED_DAY.search(before) is None
        return day or rule.name == "quarter"
    if rule.name in {"month", "quarter", "month-of-plan"} and (
        (match["before"] and match["before"].lower() not in SINCE)
        or own.startswith(("trong", "vào", "đầu", "cuối", "giữa"))
    ):
        return True
    if _is_planned(rule.name, own, before):
        return True
    if _NOT_HELD.search(before[-90:]) and not _PLANNED.search(before):
        return False
    return rule.cue.search(before) is not None


def _is_planned(form: str, own: str, before: str) -> bool:
    """Tell whether a form, its first word or the dash before it say that something is to be then."""
    if form == "day":
        return own.startswith("vào") or (own.startswith("ngày") and before.endswith(("- ", "– ")))
    return form in _TOLD or (form in _SAID and own.startswith(_SURE))


def _in_time(known: dt.date, setting: Setting, *, near: bool) -> bool:
    """Tell whether a day can lie ahead of the document: past years and months are no deadlines.

    A plan may ask for something in the months before the time that it covers.
    """
    if setting.period and setting.period.earliest:
        first = setting.period.earliest
        last = first - _EARLY if near else first
        return known >= (min(last, setting.date.replace(day=1)) if setting.date else last)
    if setting.date:
        return known >= setting.date.replace(day=1)
    return setting.year is None or known.year >= setting.year
