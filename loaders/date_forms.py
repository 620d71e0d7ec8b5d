"""The forms in which a plan prints dates, each a row of one table.

`trước ngày 25/11/2023`, `quý I năm 2025`, `Từ tháng 4 đến tháng 11/2023`, `6 tháng đầu năm` …
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from loaders.alternatives import any_case
from ontology.periods import QUARTERS, Interval, day, month, months, quarters, years

ONE_DAY: Final = dt.timedelta(days=1)
_D: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_M: Final = r"(?:0?[1-9]|1[0-2])(?!\d)"
_Y: Final = r"(?:19|20)\d\d"
_YEAR: Final = rf"(?: ?[/.-] ?| ?[nN]ăm )(?P<y>{_Y})(?!\d\d)"
_DAY: Final = rf"(?P<d>{_D}) ?(?:[/.-] ?| tháng )(?P<m>{_M})(?:{_YEAR})?"
_DAY2: Final = _DAY.replace("<d>", "<d2>").replace("<m>", "<m2>").replace("<y>", "<y2>")
_QUARTER: Final = r"[Qq](?:uý|úy|uí|UÝ) (?P<q>IV|I{1,3}|[1-4])(?!\w|\.\w)"
_QUARTERS: Final = r"(?:IV|I{1,3})"
_ALSO: Final = r"(?: ?[-,+] ?| và | đến )(?:[Tt]háng |[Qq]uý )?"
_HOUR: Final = r"(?:\d{1,2} ?(?:giờ|h|g) ?(?:\d{1,2}(?: ?phút)?)?,? ?)"


class Part(StrEnum):
    """What a form of date names; a stretch without a sign of it need not be looked through for it."""

    OCCASION = "occasion"
    SINCE = "since"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document says of its own time: the plan's period, and the year that others leave out.

    `planned` tells that it plans work for a time, so that to name its own year is to set no deadline.
    """

    period: Interval | None = None
    year: int | None = None
    date: dt.date | None = None
    planned: bool = True


_WEEKS: Final = {"nhất": 1, "một": 1, "đầu": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4} | {
    str(number): number for number in range(1, 5)
}
SINCE: Final = frozenset({"từ", "kể từ"})
"""Words before a time that has no end."""
Build = Callable[[re.Match[str], Setting], Interval | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of date; in prose it counts if `cue` (a pattern that ends right before it) does.

    A stretch without one of its `signs`, where it has any, need not be looked through for it.
    """

    name: str
    part: Part
    pattern: re.Pattern[str]
    build: Build
    example: str
    cue: re.Pattern[str] | None = None
    signs: tuple[str, ...] = ()


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


def _within(match: re.Match[str], setting: Setting) -> Interval | None:
    """Return the days up to so many after the document's own date."""
    date = setting.date
    return Interval(None, date + int(match["n"]) * ONE_DAY) if date else None


def _days(match: re.Match[str], setting: Setting) -> Interval | None:
    year = _year(match, setting, "y2")
    last = day(year, int(match["m2"]), int(match["d2"])) if year else None
    if last is None:
        return None
    number, in_month = int(match["d"]), int(match["m"] or match["m2"])
    first = day(int(match["y"] or last.year), in_month, number)
    return Interval(first, last) if first and first <= last else Interval(None, last)


def _days_of_month(match: re.Match[str], setting: Setting) -> Interval | None:
    """Return the days of the one month that a programme is for."""
    whole = _only_month(setting)
    if whole is None:
        return None
    first, last = (day(whole.year, whole.month, int(match[group])) for group in ("d", "d2"))
    return Interval(first, last) if first and last and first <= last else None


def _only_month(setting: Setting) -> dt.date | None:
    """Return the first day of the month that a programme is for, None where it is for no single one."""
    period = setting.period
    if period is None or period.earliest is None:
        return None
    first = period.earliest
    return first if month(first.year, first.month) == period else None


def this_month(setting: Setting) -> Interval | None:
    """Return the one month that a programme is for."""
    return setting.period if _only_month(setting) else None


def _week(match: re.Match[str], setting: Setting) -> Interval | None:
    """Return seven days of a month; the last week is its last seven."""
    year = _year(match, setting)
    first = dt.date(year, int(match["m"]), 1) if year and match["m"] else _only_month(setting)
    whole = month(first.year, first.month) if first else None
    if first is None or whole is None or whole.latest is None:
        return None
    if match["w"] == "cuối":
        return Interval(whole.latest - 6 * ONE_DAY, whole.latest)
    begin = first + 7 * (_WEEKS[match["w"]] - 1) * ONE_DAY
    return Interval(begin, begin + 6 * ONE_DAY)


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
    if part == "nửa đầu":
        return Interval(first, first.replace(day=15))
    if part == "nửa cuối":
        return Interval(first.replace(day=16), last)
    if part in {"cuối", "hạ tuần"}:
        return Interval(first.replace(day=21), last)
    before = (match["before"] or "").lower()
    if before == "trước":
        return Interval(None, first - ONE_DAY)
    if before in SINCE:
        return Interval(first, None)
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
    whole = quarters(year, _number(match["q"]), _number(match["q"]))
    before = (match["before"] or "").lower()
    if whole and whole.earliest and before == "trước":
        return Interval(None, whole.earliest - ONE_DAY)
    if whole and before in SINCE:
        return Interval(whole.earliest, None)
    return Interval(None, whole.latest) if whole and before else whole


def _quarters(match: re.Match[str], setting: Setting) -> Interval | None:
    year = _year(match, setting)
    return quarters(year, _number(match["q0"]), _number(match["q"])) if year else None


def _number(quarter: str) -> int:
    return QUARTERS.get(quarter) or int(quarter)


def _half(match: re.Match[str], setting: Setting) -> Interval | None:
    year = _year(match, setting)
    if year is None:
        return None
    return months(year, 1, int(match["n"])) if match["which"] == "đầu" else months(year, 7, 12)


def _years(match: re.Match[str], setting: Setting) -> Interval | None:  # noqa: ARG001
    return years(int(match["y0"]), int(match["y"]))


def _years_on(match: re.Match[str], setting: Setting) -> Interval | None:  # noqa: ARG001
    return Interval(dt.date(int(match["y"]), 1, 1), None)


def _part_of_year(match: re.Match[str], setting: Setting) -> Interval | None:  # noqa: ARG001
    """Return the first quarter, the months around June, or the last quarter."""
    first, last = {"đầu": (1, 3), "giữa": (5, 7), "cuối": (10, 12)}[match["part"]]
    return months(int(match["y"]), first, last)


def _whole_year(match: re.Match[str], setting: Setting) -> Interval | None:  # noqa: ARG001
    year = int(match["y"])
    before = (match["before"] or "").lower()
    if before == "trước":
        return Interval(None, dt.date(year - 1, 12, 31))
    first = None if before in {"đến", "đến hết", "hết", "chậm nhất"} else dt.date(year, 1, 1)
    return Interval(first, dt.date(year, 12, 31))


_IN_CELLS: Final = re.compile(r"(?!)")
"""No words make such a form a deadline in prose."""
_DEADLINE: Final = re.compile(
    r"(?i:hoàn thành|xong|trình|trong|vào|dự kiến|thời gian(?: [^\d,.;:]{0,24})?:?|thời hạn(?: [^\d,.;:]{0,24})?:?|hạn|định kỳ"
    r"|thường kỳ|bắt đầu|diễn ra|khai mạc|kết thúc|thực hiện|ban hành|tiến hành|phát hành|báo cáo[^.;]{0,30} về [^.;]{0,60}|(?-i:báo cáo) (?-i:Thường trực|Ban|UBND|Sở|Văn phòng|Chủ tịch|Bộ|Ủy ban) [^.;:,]{0,60}"
    r"|:|;|\+|và|\()[ ,:(]*(?:trong |vào |từ |ngày )*$"
)
_HELD: Final = re.compile(
    r"(?i:tổ chức|(?<!cuộc )(?<!phiên )họp|diễn ra|khai mạc|dự kiến|tham gia|tham dự|vào lúc|lịch)(?: [^.;:\x00]{0,160})?$"
)
_TIME: Final = "(?=[cCđĐgGhHkKnNtTvV12])"
"""What a month or year, or a word before it, begins with: an engine then passes other letters by at once."""
_CUE: Final = re.compile(rf"(?:{_DEADLINE.pattern}|{_HELD.pattern})")
RULES: Final = (
    Rule("occasion", Part.OCCASION, re.compile(rf"(?:vào|nhân) dịp [^.;()\n]{{0,120}}\((?P<d>{_D})[/.-](?P<m>{_M})(?:{_YEAR})?\)"), _on,
         "vào dịp kỷ niệm ngày truyền thống (19/5/2025)"),
    Rule("on-occasion", Part.OCCASION, re.compile(rf"vào dịp (?:ngày )?{_DAY}(?![\d/])"), _on, "vào dịp 15/10/2025"),
    Rule("within", Part.SINCE, re.compile(rf"{any_case('trong vòng|trong thời hạn|trong thời gian|trong|chậm nhất|không quá')}(?: là| sau)? (?P<n>\d{{1,3}}) ngày,? (?:kể |tính )?từ ngày (?:ký,? )?(?:ban hành|phát hành|ký)(?: ban hành)?(?: (?:Kế hoạch|Chương trình|Chỉ thị|Nghị quyết|Quyết định|Hướng dẫn|Công văn|Thông báo|Kết luận|văn bản))? này"), _within,
         "trong vòng 30 ngày kể từ ngày ban hành Kế hoạch này"),
    Rule("days", Part.DAY, re.compile(rf"(?:{any_case('từ')} (?:ngày )?|[Nn]gày (?=\d{{1,2}} đến ngày ))(?P<d>{_D})(?: ?(?:[/.-] ?| tháng )(?P<m>{_M})(?:{_YEAR})?)?,? (?:đến|-|tới)(?: hết)? (?:ngày )?{_DAY2}"), _days,
         "từ ngày 05 đến ngày 10/11/2025", signs=("ừ ", "Ừ ", " đến ngày ")),
    Rule("days-of-month", Part.WEEK, re.compile(rf"từ (?:ngày )?(?P<d>{_D}) đến (?:hết )?ngày (?P<d2>{_D})(?!\d| ?[/.-]\d| tháng| h[àằ]ng| mỗi)"), _days_of_month,
         "từ ngày 01 đến ngày 05", cue=re.compile("")),
    Rule("days-listed", Part.DAY, re.compile(rf"(?:trong )?(?:các )?ngày (?P<d>{_D})(?P<m>(?!))?(?P<y>(?!))?(?:, ?{_D}){{0,4}}(?:, ?| và )(?:ngày )?(?P<d2>{_D})/(?P<m2>{_M})(?: ?/ ?(?P<y2>{_Y}))?(?![\d/])"), _days,
         "trong các ngày 24, 25/7/2026", cue=_CUE, signs=(", ", " và ")),
    Rule("days-alone", Part.DAY, re.compile(rf"(?<![\d/.-])(?<!háng )(?<!HÁNG )(?P<d>{_D})(?:/(?P<m>{_M})(?:{_YEAR})?)? ?(?:-|đến|tới) ?(?:ngày )?(?P<d2>{_D})/(?P<m2>{_M})(?: ?/ ?(?P<y2>{_Y}))?(?![\d/])"), _days,
         "15-20/7/2026", cue=_CUE, signs=("-", "đến", "tới")),
    Rule("day-by-year", Part.DAY, re.compile(rf"(?<![\d/.-])(?P<y>{_Y})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d)(?: 00:00(?::00)?)?"), _on, "2026-03-31", cue=_IN_CELLS, signs=("-",)),
    Rule("before", Part.DAY, re.compile(rf"{any_case('trước')} (?P<hour>{_HOUR})?(?:ngày )?{_DAY}(?! ?[-/]\d)"), _before, "trước ngày 25/11/2023", signs=("rước ", "RƯỚC ")),
    Rule("by", Part.DAY, re.compile(rf"(?:{any_case('chậm nhất|muộn nhất|không quá|quá|không muộn hơn|thời hạn cuối|thời hạn|hạn cuối|hạn|đến hết|hết|đến')})(?: là| đến| vào| trong| hết| cuối)*:? (?:{_HOUR})?(?:ngày )?{_DAY}"), _by,
         "chậm nhất ngày 10/12/2025"),
    Rule("from", Part.DAY, re.compile(rf"{any_case('kể từ|từ|sau')} ngày {_DAY}"), _from, "từ ngày 15/3/2026", signs=(" ngày ",)),
    Rule("from-figures", Part.DAY, re.compile(rf"{any_case('kể từ|từ')} (?P<d>{_D})/(?P<m>{_M})/(?P<y>{_Y})(?![\d/])"), _from, "từ 15/3/2026", cue=_IN_CELLS, signs=("ừ ", "Ừ ")),
    Rule("hour", Part.DAY, re.compile(rf"(?:{any_case('lúc |vào |từ ')}*{_HOUR}(?:{any_case('sáng|chiều|tối')},? )?|{any_case('sáng|chiều|tối|trong')} )ngày {_DAY}"), _on, "16 giờ ngày 30/7/2026", signs=("ngày ",)),
    Rule("hour-of-figures", Part.DAY, re.compile(rf"{any_case('sáng|chiều|tối')} (?P<d>{_D})/(?P<m>{_M})(?:/(?P<y>{_Y}))?(?![\d/])"), _on, "tối 26/7/2025", signs=("áng ", "hiều ", "ối ")),
    Rule("day", Part.DAY, re.compile(rf"(?=[vVnN0-3]){any_case('vào ')}?(?:[Nn]gày )?(?<![\d/.-])(?<!uần )(?<!uần thứ )(?<!háng )(?<!HÁNG ){_DAY}(?![\d/])"), _on, "tổ chức vào ngày 03/02/2025",
         cue=_CUE),
    Rule("week", Part.WEEK, re.compile(rf"(?:{any_case('trong ')})?[Tt]uần (?:thứ )?(?P<w>nhất|một|hai|ba|tư|bốn|đầu|cuối|[1-4])(?: của| trong)? tháng(?: (?P<m>{_M}){_YEAR}|(?! ?\d))"), _week,
         "trong tuần thứ hai của tháng 6/2025", cue=re.compile("")),
    Rule("months", Part.MONTH, re.compile(rf"(?=[tT]){any_case('từ ')}?(?:[Tt]háng|THÁNG) (?P<m0>{_M})(?:[/.-](?P<y0>{_Y}))? ?(?:đến|-|và|,|\+|tới)(?: hết)? ?(?:[Tt]háng )?(?P<m>{_M}){_YEAR}"), _months,
         "Từ tháng 4 đến tháng 11/2023", cue=re.compile(r"")),
    Rule("months-of-plan", Part.MONTH, re.compile(rf"(?=[tT]){any_case('từ ')}?(?:[Tt]háng|THÁNG) (?P<m0>{_M})(?P<y0>(?!))?(?:{_ALSO}{_M})*{_ALSO}(?P<m>{_M})(?P<y>(?!))?(?=[ .;)]*(?:\n|$))"), _months, "tháng 3, 4", cue=_IN_CELLS),
    Rule("month", Part.MONTH, re.compile(rf"{_TIME}(?:(?P<before>{any_case('trước|chậm nhất|đến hết|hết|không quá|kể từ|từ')})(?: là| vào| trong| đến)* )?(?:{any_case('trong |vào ')})?(?:(?P<part>{any_case('nửa đầu|nửa cuối|đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần')}) )?(?:[Tt]háng|THÁNG) (?P<m>{_M}){_YEAR}"), _month,
         "hoàn thành trong tháng 10 năm 2023", cue=_CUE),
    Rule("month-of-plan", Part.MONTH, re.compile(rf"{_TIME}(?:(?P<before>{any_case('trước|chậm nhất|đến hết|hết|kể từ|từ')})(?: là| vào| trong| đến)* )?(?:{any_case('trong |vào ')})?(?:(?P<part>{any_case('đầu|giữa|cuối')}) )?(?:[Tt]háng|THÁNG) (?P<m>{_M})(?P<y>(?!))?(?! ?[/.-]\d| năm)"), _month,
         "hoàn thành trong tháng 10", cue=_DEADLINE),
    Rule("quarters", Part.QUARTER, re.compile(rf"[Qq]uý (?P<q0>{_QUARTERS})(?:{_ALSO}{_QUARTERS})*{_ALSO}(?P<q>{_QUARTERS})(?!\w)(?:{_YEAR})?"), _quarters, "Quý III, IV/2025",
         cue=_DEADLINE),
    Rule("quarters-in-figures", Part.QUARTER, re.compile(rf"(?:[Qq]uý |Q\.? ?)(?P<q0>[1-4])(?:{_ALSO}[1-4])*(?:{_ALSO}(?:Q\.? ?)?(?P<q>[1-4])){_YEAR}"), _quarters, "Quý 1, 2/2026", cue=_IN_CELLS),
    Rule("quarter-in-letters", Part.QUARTER, re.compile(rf"(?P<before>(?!))?(?<!\w)Q\.? ?(?P<q>IV|I{{1,3}}|[1-4])(?!\w)(?:{_YEAR})?"), _quarter, "Q.I/2026", cue=_IN_CELLS),
    Rule("quarter", Part.QUARTER, re.compile(rf"(?:(?P<before>{any_case('trước|chậm nhất|đến hết|hết|kể từ|từ')})(?: là| vào| trong| đến)* )?(?:{any_case('trong |vào ')})?(?:(?:đầu|cuối) )?{_QUARTER}(?:{_YEAR})?"), _quarter,
         "trong quý I năm 2025", cue=_DEADLINE),
    Rule("half", Part.HALF, re.compile(rf"(?P<n>0?[69]) tháng (?P<which>đầu|cuối) năm(?: (?P<y>{_Y}))?"), _half, "6 tháng đầu năm", signs=("6 tháng ", "9 tháng ")),
    Rule("months-in-figures", Part.YEAR, re.compile(rf"T\.? ?(?P<m0>{_M})(?P<y0>(?!))? ?[-–] ?T?\.? ?(?P<m>{_M})/(?P<y>{_Y})(?![\d/])"), _months, "T3-T8/2026", cue=_IN_CELLS, signs=("/",)),
    Rule("month-in-figures", Part.YEAR, re.compile(rf"(?:(?P<before>{any_case('trước')}) )?(?P<part>(?!))?(?<![\d/.,-])(?<!háng )(?<!HÁNG )(?:T\.? ?)?(?P<m>{_M})/(?P<y>{_Y})(?![\d/])"), _month, "T3/2026", cue=_IN_CELLS, signs=("/",)),
    Rule("years-on", Part.YEAR, re.compile(rf"(?:từ )?[Nn]ăm (?P<y>{_Y})(?: và|,)(?: các| những)? năm (?:tiếp theo|sau|kế tiếp)"), _years_on, "Năm 2025 và các năm tiếp theo", cue=_DEADLINE, signs=("tiếp", " sau")),
    Rule("years", Part.YEAR, re.compile(rf"(?=[gGtT12])(?:giai đoạn |trong các năm |từ năm )?(?<![\d/.-])(?P<y0>{_Y}) ?(?:-|đến)(?: năm)? ?(?P<y>{_Y})(?![\d/])"), _years, "2022-2030", cue=_IN_CELLS, signs=("-", "đến")),
    Rule("part-of-year", Part.YEAR, re.compile(rf"(?:{any_case('trong |vào ')})?(?<!háng )(?<!HÁNG )(?<!đến )(?<!hết )(?<!trước )(?<!nhất )(?<!họp )(?P<part>đầu|giữa|cuối) năm (?P<y>{_Y})(?![\d/]| ?[-–])"), _part_of_year, "hoàn thành vào cuối năm 2023", cue=_DEADLINE, signs=("ầu năm", "iữa năm", "uối năm")),
    Rule("year", Part.YEAR, re.compile(rf"{_TIME}(?:(?P<before>{any_case('trước|đến hết|đến|hết|chậm nhất')})(?: là| vào| trong| đến| cuối)* )?(?:(?:{any_case('trong |vào ')})?[Nn]ăm )?(?<![\d/.-])(?P<y>{_Y})(?![\d/])"), _whole_year,
         "hoàn thành trong năm 2026", cue=re.compile(rf"{any_case('hoàn thành|xong|kết thúc')}[^.;,]{{0,30}}$")),
)  # fmt: skip
"""In this order; what one rule has taken no later one reads."""
PLAIN: Final = next(rule for rule in RULES if rule.name == "day")
"""The form of most table cells: a day and nothing else."""
