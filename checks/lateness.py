"""Due times that were over before the draft was written.

A reader of documents takes a day in the past for something else, such as when a body met; in a
draft it may be a deadline that was left from the plan of the year before.
"""

import datetime as dt
import re
from bisect import bisect_left
from dataclasses import replace
from typing import Final

from checks.draft import Draft
from loaders.date_forms import Setting
from loaders.due import find_due
from loaders.indexed import Indexed
from loaders.layout import outline
from ontology.facts import Due, Item, Span

_LONGEST: Final = dt.timedelta(days=3 * 366)
"""What is older was never meant as a deadline of a draft."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_QUOTED: Final = re.compile(r'["“][^"”\n]{2,400}["”]')
_HIDDEN: Final = "\x00"
_OVER: Final = re.compile(
    r"\b(?:đã \w+|(?:được|vừa|mới) (?:ban hành|thành lập|bổ nhiệm|ký|phê duyệt)|tính đến|kể từ|từ"
    r"|sinh|hiệu lực|nghỉ)(?: [\w,]+){0,5} $",
    re.IGNORECASE,
)
"""Words before a day on which something happened."""
_ASKED: Final = re.compile(
    r"\b(?:hoàn thành|xong|trình|gửi|nộp|thời gian|thời hạn|hạn|chậm nhất|tổ chức"
    r"|dự kiến|tiến hành)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_SHARP: Final = re.compile(r"trước|chậm|muộn|không|thời hạn|hạn|trong|vào|đến|hết", re.IGNORECASE)
"""What a deadline begins with, where no words before it ask for anything."""
_AFTER: Final = re.compile(r"[\s)]*(?:[.;,]|$)")


def over_before(draft: Draft, item: Item, written: dt.date) -> Due | None:
    """Return when a task that has no other time was due, if that was before the draft's day.

    Only what is asked for in so many words counts, or a deadline that ends its sentence.
    """
    words = _blotted(draft, item)
    if _YEAR.search(words) is None:
        return None
    reading = outline(words).reading
    due = find_due(reading, Indexed(reading.text), 0, len(reading.text), Setting())
    latest = due.interval.latest if due else None
    if due is None or latest is None or not written - _LONGEST <= latest < written:
        return None
    last = due.phrases[-1]
    before = " ".join(words[: last.span.start].split()) + " "
    ends = _SHARP.match(last.text) and _AFTER.match(words, last.span.end)
    if _OVER.search(before) or not (ends or _ASKED.search(before + last.text)):
        return None
    at = item.span.start
    moved = (
        replace(phrase, span=Span(phrase.span.start + at, phrase.span.end + at))
        for phrase in due.phrases
    )
    return Due(due.interval, tuple(moved))


def _blotted(draft: Draft, item: Item) -> str:
    """Return a task's words with citations and quotes blotted out, letter for letter."""
    words, at = draft.facts.source.quote(item.span), item.span.start
    citations = draft.facts.citations
    first = bisect_left(citations, at, key=lambda one: one.span.start)
    after = bisect_left(citations, item.span.end, key=lambda one: one.span.start)
    for citation in citations[first:after]:
        start, end = citation.span.start - at, min(citation.span.end - at, len(words))
        words = words[:start] + _HIDDEN * (end - start) + words[end:]
    return _QUOTED.sub(lambda match: _HIDDEN * len(match[0]), words)
