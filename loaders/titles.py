"""Reads the time that a plan's title names: `Công tác Tuyên giáo tháng 11/2023`."""

import re
from typing import Final

from ontology.periods import QUARTERS, Interval, month, months, quarters, years

_IN_TITLE: Final = (
    (re.compile(r"tháng (?P<m>1[0-2]|0?[1-9])(?:/| năm )(?P<y>(?:19|20)\d\d)", re.IGNORECASE), "month"),
    (re.compile(r"quý (?P<q>IV|I{1,3})(?:/| năm )(?P<y>(?:19|20)\d\d)", re.IGNORECASE), "quarter"),
    (re.compile(r"(?P<n>6|9|06|09) tháng (?P<h>đầu|cuối) năm (?P<y>(?:19|20)\d\d)", re.IGNORECASE), "half"),
    (re.compile(r"giai đoạn (?P<y>(?:19|20)\d\d) ?[-–] ?(?P<y2>(?:19|20)\d\d)", re.IGNORECASE), "years"),
    (re.compile(r"(?<!đến )(?<!trước )(?<!từ )năm (?P<y>(?:19|20)\d\d)(?! ?[-–])", re.IGNORECASE), "year"),
)  # fmt: skip
_TERM: Final = re.compile(
    r"toàn kh(?:óa|oá)\b.* nhiệm kỳ (?P<y>(?:19|20)\d\d) ?[-–] ?(?P<y2>(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""A programme for the whole term, where other titles name a term only to tell which congress."""
_SIGNED: Final = re.compile(
    r"ngày \d{1,2}(?:[/.-]\d{1,2}[/.-]| tháng \d{1,2} năm )\d{4}|nhiệm kỳ \d{4} ?[-–] ?\d{4}",
    re.IGNORECASE,
)


def period_of_title(title: str) -> Interval | None:
    """Return the month, quarter, half-year, years or year that a title names.

    >>> period_of_title("Công tác Tuyên giáo tháng 11/2023").latest
    datetime.date(2023, 11, 30)
    >>> period_of_title("Công tác toàn khóa, nhiệm kỳ 2025 - 2030").latest
    datetime.date(2030, 12, 31)
    """
    if "20" not in title and "19" not in title:
        return None
    term = _TERM.search(title)
    if term:
        return years(int(term["y"]), int(term["y2"]))
    title = _SIGNED.sub("", title)
    for pattern, what in _IN_TITLE:
        match = pattern.search(title)
        if not match:
            continue
        year = int(match["y"])
        if what == "month":
            return month(year, int(match["m"]))
        if what == "quarter":
            number = QUARTERS[match["q"].upper()]
            return quarters(year, number, number)
        if what == "half":
            return (
                months(year, 1, int(match["n"]))
                if match["h"].lower() == "đầu"
                else months(year, 7, 12)
            )
        return years(year, int(match["y2"]) if what == "years" else year)
    return None
