"""The time of a draft whose header leaves the day blank: `ngày … tháng 9 năm 2026`."""

import datetime as dt
import re
from typing import Final

from ontology.facts import DocumentFacts
from ontology.periods import Interval, month

_GAP: Final = r"(?:[ .…_/\xa0]{2,40}|…|\s*\[[^\]\n]{0,20}\]\s*)"
_BLANK: Final = re.compile(
    rf"ng\S{{1,2}}y{_GAP}th\S{{1,2}}ng(?:\s*(?P<m>1[0-2]|0?[1-9])\s*|{_GAP})n\S{{1,2}}m\s*(?P<y>20\d\d)"
)
_HEAD: Final = 3000
"""So many code points have the header of any document."""


def blank_month(facts: DocumentFacts) -> Interval | None:
    """Return the month, or the year, of a draft without its day; None where the header says more.

    It is as long as the blanks leave it open.
    """
    if facts.document.date is not None:
        return None
    found = _BLANK.search(facts.source.text, 0, _HEAD)
    if found is None:
        return None
    year = int(found["y"])
    if found["m"] is None:
        return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31))
    return month(year, int(found["m"]))
