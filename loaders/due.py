"""Reads when work is to be done: `trước ngày 25/11/2023`, `quý I năm 2025`, `Từ tháng 4 đến tháng 11/2023`.

A table cell gives what it says. In running text a date counts only with words that make it a deadline,
for a month or year alone may name what a report covers.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from loaders.reading import Reading
from ontology.facts import Due, Phrase
from ontology.periods import Interval, day, month, months

ONE_DAY: Final = dt.timedelta(days=1)
_D: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_M: Final = r"(?:0?[1-9]|1[0-2])(?!\d)"
_Y: Final = r"(?:19|20)\d\d"
_YEAR: Final = rf"(?: ?[/.-] ?| ?năm )(?P<y>{_Y})(?!\d\d)"
_DAY: Final = rf"(?P<d>{_D}) ?(?:[/.-] ?| tháng )(?P<m>{_M})(?:{_YEAR})?"
_DAY2: Final = rf"(?P<d2>{_D}) ?(?:[/.-] ?| tháng )(?P<m2>{_M})(?:(?: ?[/.-] ?| ?năm )(?P<y2>{_Y})(?!\d\d))?"
_QUARTER: Final = r"[Qq](?:uý|úy|UÝ) (?P<q>IV|I{1,3}|[1-4])(?![\w.])"
_HOUR: Final = r"(?:\d{1,2} ?(?:giờ|h|g) ?(?:\d{1,2}(?: ?phút)?)?,? ?)"
_QUARTERS: Final = {"I": 1, "II": 2, "III": 3, "IV": 4}


class Part(StrEnum):
    """What a form of date names; a stretch without a sign of it need not be looked through for it."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document says of its own time: the plan's period, and the year that others leave out."""

    period: Interval | None = None
    year: int | None = None
    date: dt.date | None = None


Build = Callable[[re.Match[str], Setting], Interval | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of date; in prose it counts if `cue` (a pattern that ends right before it) does."""

    name: str
    part: Part
    pattern: re.Pattern[str]
    build: Build
    example: str
    cue: re.Pattern[str] | None = None


def _year(match: re.Match[str], setting: Setting, group: str = "y") -> int | None:
    return int(match[group]) if match[group] else setting.year


def _day(match: re.Match[str], setting: Setting) -> dt.date | None:
    year = _year(match, setting)
    return day(year, int(match["m"]), int(match["d"])) if year else None


def _on(match: re.Match[str], setting: Setting) -> Interval | None:
    date = _day(match, setting)
    return Interval(date, date) if date else None


def _before(match: re.Match[str], setting: Setting) -> Interval | None:
    date = _day(match, setting)
    return Interval(None, date if match["hour"] else date - ONE_DAY) if date else None


def _by(match: re.Match[str], setting: Setting) -> Interval | None:
    date = _day(match, setting)
    return Interval(None, date) if date else None


def _from(match: re.Match[str], setting: Setting) -> Interval | None:
    date = _day(match, setting)
    return Interval(date, None) if date else None


def _days(match: re.Match[str], setting: Setting) -> Interval | None:
    year = _year(match, setting, "y2")
    last = day(year, int(match["m2"]), int(match["d2"])) if year else None
    if last is None:
        return None
    number, in_month = int(match["d"]), int(match["m"] or match["m2"])
    first = day(int(match["y"] or last.year), in_month, number)
    return Interval(first, last) if first and first <= last else Interval(None, last)


def _month(match: re.Match[str], setting: Setting) -> Interval | None:
    year = _year(match, setting)
    whole = month(year, int(match["m"])) if year else None
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    part = (match["part"] or "").lower()
    first, last = whole.earliest, whole.latest
    if part in {"đầu", "thượng tuần"}:
        return Interval(first, first.replace(day=10))
    if part in {"giữa", "trung tuần"}:
        return Interval(first.replace(day=11), first.replace(day=20))
    if part in {"cuối", "hạ tuần"}:
        return Interval(first.replace(day=21), last)
    before = (match["before"] or "").lower()
    if before == "trước":
        return Interval(None, first - ONE_DAY)
    return Interval(None, last) if before else whole


def _months(match: re.Match[str], setting: Setting) -> Interval | None:
    year = _year(match, setting)
    if year is None:
        return None
    start, end = month(int(match["y0"] or year), int(match["m0"])), month(year, int(match["m"]))
    if not (start and end and start.earliest and end.latest and start.earliest <= end.latest):
        return None
    return Interval(start.earliest, end.latest)


def _quarter(match: re.Match[str], setting: Setting) -> Interval | None:
    year = _year(match, setting)
    if year is None:
        return None
    number = _QUARTERS.get(match["q"]) or int(match["q"])
    whole = months(year, 3 * number - 2, 3 * number)
    before = (match["before"] or "").lower()
    if whole and whole.earliest and before == "trước":
        return Interval(None, whole.earliest - ONE_DAY)
    if whole and before in {"từ", "kể từ"}:
        return Interval(whole.earliest, None)
    return Interval(None, whole.latest) if whole and before else whole


def _quarters(match: re.Match[str], setting: Setting) -> Interval | None:
    year = _year(match, setting)
    first, last = _QUARTERS.get(match["q0"]), _QUARTERS.get(match["q"])
    return months(year, 3 * first - 2, 3 * last) if year and first and last and first <= last else None


def _half(match: re.Match[str], setting: Setting) -> Interval | None:
    year = _year(match, setting)
    if year is None:
        return None
    return months(year, 1, int(match["n"])) if match["which"] == "đầu" else months(year, 7, 12)


def _years(match: re.Match[str], setting: Setting) -> Interval | None:  # noqa: ARG001
    first, last = int(match["y0"]), int(match["y"])
    return Interval(dt.date(first, 1, 1), dt.date(last, 12, 31)) if first <= last else None


def _years_on(match: re.Match[str], setting: Setting) -> Interval | None:  # noqa: ARG001
    return Interval(dt.date(int(match["y"]), 1, 1), None)


def _whole_year(match: re.Match[str], setting: Setting) -> Interval | None:  # noqa: ARG001
    year = int(match["y"])
    before = (match["before"] or "").lower()
    if before == "trước":
        return Interval(None, dt.date(year - 1, 12, 31))
    first = None if before in {"đến", "đến hết", "hết", "chậm nhất"} else dt.date(year, 1, 1)
    return Interval(first, dt.date(year, 12, 31))


def _p(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_DEADLINE: Final = _p(
    r"(?i:hoàn thành|xong|trình|trong|vào|dự kiến|thời gian(?: [^\d,.;:]{0,24})?:?|thời hạn(?: [^\d,.;:]{0,24})?:?|hạn|định kỳ"
    r"|thường kỳ|bắt đầu|diễn ra|khai mạc|kết thúc|thực hiện|ban hành|tiến hành|phát hành|báo cáo[^.;]{0,30} về [^.;]{0,40}"
    r"|:|;|\+|và|\()[ ,:(]*(?:trong |vào |từ |ngày )*$"
)
_HELD: Final = _p(r"(?i:tổ chức|diễn ra|khai mạc|dự kiến|tham gia|tham dự|vào lúc|lịch)(?: [^.;:\x00]{0,160})?$")
_NOT_HELD: Final = _p(
    r"(?i:báo cáo|chương trình công tác|kế hoạch công tác|bản tin|chấm công|tổng hợp|kết quả|số liệu|tình hình|kết luận|văn bản"
    r"|thông báo|họp giao ban|cuộc họp|phiên họp|công tác(?! tổ chức)|nhiệm vụ|kỷ niệm|ngày sinh|thành lập)[^.;:]{0,60}$"
)
_PAST: Final = _p(
    r"(?i:cuộc họp|phiên họp|hội nghị|buổi làm việc|kết luận|thông báo|văn bản|số liệu|tính|chốt|cập nhật|sinh|mất|thành lập|kỷ niệm"
    r"|công văn|ý kiến|ban hành|ký|kể từ|lần thứ \w+|truyền thống|hiệu lực)[^.;,]{0,30}$"
)

_SHARP: Final = frozenset({"before", "by", "day", "days", "hour"})
_EARLY: Final = dt.timedelta(days=120)
_STRONG: Final = _p(r"(?i:chậm nhất|muộn nhất|không quá|không muộn hơn)")
RULES: Final = (
    Rule("occasion", Part.DAY, _p(rf"(?:vào|nhân) dịp [^.;()\n]{{0,120}}\((?P<d>{_D})[/.-](?P<m>{_M}){_YEAR}\)"), _on,
         "vào dịp kỷ niệm ngày truyền thống (19/5/2025)"),
    Rule("days", Part.DAY, _p(rf"(?i:từ) (?:ngày )?(?P<d>{_D})(?: ?(?:[/.-] ?| tháng )(?P<m>{_M})(?:{_YEAR})?)?,? (?:đến|-|tới)(?: hết)? (?:ngày )?{_DAY2}"), _days,
         "từ ngày 05 đến ngày 10/11/2025"),
    Rule("before", Part.DAY, _p(rf"(?i:trước) (?P<hour>{_HOUR})?(?:ngày )?{_DAY}(?! ?[-/]\d)"), _before, "trước ngày 25/11/2023"),
    Rule("by", Part.DAY, _p(rf"(?i:chậm nhất|muộn nhất|không quá|không muộn hơn|(?:thời )?hạn(?: cuối)?|đến hết|hết|đến)(?: là| đến| vào| trong| hết| cuối)*:? (?:{_HOUR})?(?:ngày )?{_DAY}"), _by,
         "chậm nhất ngày 10/12/2025"),
    Rule("from", Part.DAY, _p(rf"(?i:kể từ|từ|sau) ngày {_DAY}"), _from, "từ ngày 15/3/2026"),
    Rule("hour", Part.DAY, _p(rf"(?:(?i:lúc |vào |từ )*{_HOUR}(?i:(?:sáng|chiều|tối),? )?|(?i:sáng|chiều|tối|trong) )ngày {_DAY}"), _on, "16 giờ ngày 30/7/2026"),
    Rule("day", Part.DAY, _p(rf"(?i:vào )?(?:[Nn]gày )?(?<![\d/.-]){_DAY}(?![\d/])"), _on, "tổ chức vào ngày 03/02/2025",
         cue=_p(rf"(?:{_DEADLINE.pattern}|{_HELD.pattern})")),
    Rule("months", Part.MONTH, _p(rf"(?i:từ )?[Tt]háng (?P<m0>{_M})(?:[/.-](?P<y0>{_Y}))? ?(?:đến|-|và|,|tới)(?: hết)? ?(?:[Tt]háng )?(?P<m>{_M}){_YEAR}"), _months,
         "Từ tháng 4 đến tháng 11/2023", cue=_p(r"")),
    Rule("month", Part.MONTH, _p(rf"(?:(?P<before>(?i:trước|chậm nhất|đến hết|hết|không quá))(?: là| vào| trong| đến)* )?(?:(?i:trong |vào ))?(?:(?P<part>(?i:đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần)) )?[Tt]háng (?P<m>{_M}){_YEAR}"), _month,
         "hoàn thành trong tháng 10 năm 2023", cue=_p(rf"(?:{_DEADLINE.pattern}|{_HELD.pattern})")),
    Rule("month-of-plan", Part.MONTH, _p(rf"(?:(?P<before>(?i:trước|chậm nhất|đến hết|hết))(?: là| vào| trong| đến)* )?(?:(?i:trong |vào ))?(?:(?P<part>(?i:đầu|giữa|cuối)) )?[Tt]háng (?P<m>{_M})(?P<y>(?!))?(?! ?[/.-]\d| năm)"), _month,
         "hoàn thành trong tháng 10", cue=_DEADLINE),
    Rule("quarters", Part.QUARTER, _p(rf"[Qq]uý (?P<q0>IV|I{{1,3}})(?: ?[-,] ?| và |, )(?:[Qq]uý )?(?P<q>IV|I{{1,3}})(?![\w]){_YEAR}"), _quarters, "Quý III, IV/2025",
         cue=_DEADLINE),
    Rule("quarter", Part.QUARTER, _p(rf"(?:(?P<before>(?i:trước|chậm nhất|đến hết|hết|kể từ|từ))(?: là| vào| trong| đến)* )?(?:(?i:trong |vào ))?(?:(?:đầu|cuối) )?{_QUARTER}(?:{_YEAR})?"), _quarter,
         "trong quý I năm 2025", cue=_DEADLINE),
    Rule("half", Part.HALF, _p(rf"(?P<n>0?[69]) tháng (?P<which>đầu|cuối) năm(?: (?P<y>{_Y}))?"), _half, "6 tháng đầu năm"),
    Rule("years-on", Part.YEAR, _p(rf"(?:từ )?[Nn]ăm (?P<y>{_Y})(?: và|,)(?: các| những)? năm (?:tiếp theo|sau|kế tiếp)"), _years_on, "Năm 2025 và các năm tiếp theo", cue=_DEADLINE),
    Rule("years", Part.YEAR, _p(rf"(?:giai đoạn |trong các năm |từ năm )?(?<![\d/.-])(?P<y0>{_Y}) ?(?:-|đến)(?: năm)? ?(?P<y>{_Y})(?![\d/])"), _years, "2022-2030", cue=_p(r"(?!)")),
    Rule("year", Part.YEAR, _p(rf"(?:(?P<before>(?i:trước|đến hết|đến|hết|chậm nhất))(?: là| vào| trong| đến)* )?(?:(?i:trong )?[Nn]ăm )?(?<![\d/.-])(?P<y>{_Y})(?![\d/])"), _whole_year,
         "hoàn thành trong năm 2026", cue=_p(r"(?i:hoàn thành|xong|kết thúc)[^.;,]{0,30}$")),
)  # fmt: skip
"""In this order; what one rule has taken no later one reads."""

_FIGURES: Final = re.compile(r"\d{1,2} ?(?:[/.-] ?\d|tháng \d)")
_SIGNS: Final = (
    (Part.MONTH, ("háng ",)),
    (Part.QUARTER, ("uý ", "UÝ ")),
    (Part.HALF, ("tháng đầu", "tháng cuối")),
    (Part.YEAR, ("20", "19")),
)


def _parts(text: str, start: int, end: int) -> frozenset[Part]:
    """Return what the dates of a stretch can name, by cheap signs."""
    parts = {
        part for part, signs in _SIGNS if any(text.find(sign, start, end) >= 0 for sign in signs)
    }
    if _FIGURES.search(text, start, end):
        parts.add(Part.DAY)
    return frozenset(parts)


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
    parts = _parts(text, start, end)
    for rule in RULES:
        if rule.part not in parts:
            continue
        for match in rule.pattern.finditer(text, start, end):
            if any(match.start() < b and a < match.end() for a, b in taken):
                continue
            interval = rule.build(match, setting)
            if interval is None:
                continue
            taken.append(match.span())
            if in_cell or _counts(rule, match, text, start, interval, setting):
                yield match.start(), match.end(), interval, rule.name


def _counts(rule: Rule, match: re.Match[str], text: str, start: int, interval: Interval, setting: Setting) -> bool:
    """Tell whether a date in prose is a deadline."""
    before = text[max(start, match.start() - 200) : match.start()]
    known = interval.latest or interval.earliest
    if known is None or not _in_time(known, setting, near=rule.name in _SHARP):
        return False
    if rule.name == "half":
        return True
    if rule.name in { "occasion", "before"}:
        return True
    if rule.name in {"day", "by", "from"} and _PAST.search(before[-60:]):
        return rule.name == "by" and _STRONG.match(match[0]) is not None
    if rule.name == "day" and not match["y"] and "ngày" not in match[0].lower():
        return False
    if rule.cue is None:
        return True
    own = match[0].lower()
    own = match[0].lower()
    if rule.name == "year":
        opens = (own.startswith("đến") and not before.strip(" -+*")) or own.startswith("trong")
        return (opens or rule.cue.search(before) is not None) and known.year != setting.year
    if before.endswith("(") and text[match.end() : match.end() + 1] == ")":
        return False
    if rule.name in {"month", "quarter", "month-of-plan"} and (
        match["before"] or own.startswith(("trong", "vào", "đầu", "cuối", "giữa"))
    ):
        return True
    if _NOT_HELD.search(before[-90:]) and not re.search(r"(?i:định kỳ|thường kỳ|hoàn thành|dự kiến|vào) ?(?:trong |vào |ngày )?$", before):
        return False
    return rule.cue.search(before[-200:]) is not None


def _in_time(known: dt.date, setting: Setting, *, near: bool) -> bool:
    """Tell whether a day can lie ahead of the document: past years and months are no deadlines.

    A plan may ask for something in the months before the time that it covers.
    """
    if setting.period and setting.period.earliest:
        return known >= setting.period.earliest - (_EARLY if near else 0 * _EARLY)
    if setting.date:
        return known >= setting.date.replace(day=1)
    return setting.year is None or known.year >= setting.year
