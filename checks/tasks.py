"""Tasks that nobody leads, that have no due time, or one that the draft does not allow."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from checks.blank_days import blank_month
from checks.draft import Draft
from checks.findings import Evidence, Finding
from checks.lateness import over_before
from checks.wording import date_words
from ontology.facts import Due, Item, ItemKind, Span
from ontology.folding import collapse
from ontology.kinds import Kind
from ontology.periods import Interval

_ASKS_WHO_AND_WHEN: Final = frozenset({Kind.KH, Kind.CTR, Kind.TB})
"""Plans, programmes and notices say of each task who does it and by when."""
GIVES_WORK: Final = _ASKS_WHO_AND_WHEN | {
    *(Kind.CT, Kind.NQ, Kind.KL, Kind.QD, Kind.HD, Kind.CV, Kind.DA),
}
_MOST: Final = 10
"""More tasks than these without the same thing are told of together."""
_FEW: Final = 2
"""So many are told of one by one, also where they are all."""
_FAREWELL: Final = re.compile(r"(?:Trong q|Q)uá trình (?:\w+ ){0,3}thực hiện")
_COMES_ROUND: Final = re.compile(
    r"\b(?:một|0?1|hai|0?2) lần\b|\b(?:mỗi|h[ằà]ng) (?:tuần|tháng|quý|năm|ngày|nhiệm kỳ)\b"
    r"|\bđịnh kỳ\b|\bthường xuyên\b",
    re.IGNORECASE,
)
_BY_THIS: Final = re.compile(
    r"\bcăn cứ (?:(?:nội dung )?kế hoạch|chương trình(?: hành động)?|hướng dẫn"
    r"|thông báo|chỉ thị|quyết định) này\b",
    re.IGNORECASE,
)
"""Everybody carries out the whole: `Các cơ quan căn cứ Kế hoạch này để triển khai`."""
_DONE: Final = re.compile(r"(?:đã )?(?:hoàn thành|xong|thực hiện xong|ban hành)\b", re.IGNORECASE)
_DELIVERS: Final = re.compile(
    r"\b(?:xây dựng (?:kế hoạch|chương trình|báo cáo|đề án|dự thảo)|ban hành|gửi|nộp"
    r"|trình|hoàn thành|báo cáo kết quả|gửi báo cáo)\b",
    re.IGNORECASE,
)
"""What an assignment must deliver to want a day; without it the body just does its own duty."""
_REPORTS: Final = re.compile(r"\b(?:báo cáo|sơ kết|tổng kết|đánh giá|quyết toán)\b", re.IGNORECASE)
_REPORTED: Final = dt.timedelta(days=92)
"""So long after its period a plan may be reported on."""
_FINISHED: Final = dt.timedelta(days=10)
"""So long after it all other work may be delivered."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def check_tasks(draft: Draft) -> Iterator[Finding]:
    """Yield what is wrong with the tasks of a document that gives work."""
    document = draft.facts.document
    items = [
        item
        for item in draft.facts.items
        if item.kind is not ItemKind.TOPIC and not _FAREWELL.match(_words(draft, item))
    ]
    items = list(_with_late(draft, items)) if document.type in GIVES_WORK else items
    if document.type in _ASKS_WHO_AND_WHEN:
        timed = [item for item in items if _wants_a_day(draft, item)]
        for kind in (ItemKind.TASK, ItemKind.ASSIGNMENT):
            yield from _lacking(draft, "lead", _of(kind, items), _of(kind, _without_lead(items)))
            missing = _of(kind, _without_due(draft, items, timed))
            yield from _lacking(draft, "due", _of(kind, timed), missing)
    if document.type in GIVES_WORK:
        yield from _misdated(draft, items)


def _with_late(draft: Draft, items: Iterable[Item]) -> Iterator[Item]:
    """Yield the tasks; those without any time have one that was over before the draft."""
    written = _written(draft, draft.facts.document.period)
    for item in items:
        timeless = not (item.due or item.recurrences or item.condition)
        late = over_before(draft, item, written) if written and timeless else None
        yield replace(item, due=late) if late else item


def _of(kind: ItemKind, items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.kind is kind]


def _words(draft: Draft, item: Item) -> str:
    return collapse(draft.facts.source.quote(item.span))


def _wants_a_day(draft: Draft, item: Item) -> bool:
    words = _words(draft, item)
    if _COMES_ROUND.search(words) or _BY_THIS.search(words):
        return False
    asked = item.kind is ItemKind.TASK or item.rule == "table-row"
    return asked or _DELIVERS.search(words) is not None


def _without_lead(items: Sequence[Item]) -> list[Item]:
    """Return the tasks without a lead; bullets take over that of the bullet that they belong to."""
    led = {item.path for item in items if item.lead}
    over = {item.parent for item in items if item.lead}
    return [item for item in items if not {item.path, item.parent} & led and item.path not in over]


def _has_no_such_day(draft: Draft, item: Item) -> bool:
    """Tell whether a day that cannot be is printed in a task or its row, and has a finding."""
    start = draft.text.rfind("\n", 0, item.span.start)
    end = draft.text.find("\n", item.span.end)
    stop = len(draft.text) if end < 0 else end
    wrong = (p.span for p in draft.facts.problems if p.code == "impossible-date" and p.span)
    return any(start < span.start < stop for span in wrong)


def _without_due(draft: Draft, items: Sequence[Item], timed: Sequence[Item]) -> list[Item]:
    """Return the tasks without any time; a bullet and the bullets of it have it of each other."""
    dated = {item.path for item in items if item.due or item.recurrences or item.condition}
    dated |= {item.path for item in items if _has_no_such_day(draft, item)}
    over = {item.parent for item in items if item.path in dated}
    return [
        item for item in timed if not {item.path, item.parent} & dated and item.path not in over
    ]


def _lacking(
    draft: Draft, what: str, items: Sequence[Item], missing: Sequence[Item]
) -> Iterator[Finding]:
    """Yield a hint for each task that lacks what most others have; else one for the document.

    A plan that names no due time at all is told so once, at its title.
    """
    if not missing:
        return
    few = len(missing) <= _MOST and 2 * len(missing) <= len(items)
    if few or len(missing) <= _FEW:
        for item in missing:
            yield Finding(f"task-no-{what}", _first_line(draft, item), (("path", item.path),))
        return
    told = (("missing", str(len(missing))), ("count", str(len(items))))
    first = tuple(Evidence(_words(draft, item)[:120], span=item.span) for item in missing[:3])
    yield Finding(f"task-mostly-no-{what}", _title(draft, missing[0]), told, evidence=first)


def _first_line(draft: Draft, item: Item) -> Span:
    """Return the first line of a task, which is enough to show where it stands."""
    end = draft.text.find("\n", item.span.start, item.span.end)
    return Span(item.span.start, end) if end > item.span.start else item.span


def _title(draft: Draft, item: Item) -> Span:
    """Return where a document's type or title stands, else its first task in question."""
    evidence = dict(draft.facts.document.evidence)
    phrase = evidence.get("type") or evidence.get("title")
    return phrase.span if phrase else _first_line(draft, item)


def _misdated(draft: Draft, items: Sequence[Item]) -> Iterator[Finding]:
    """Yield due times before the draft, or outside the time that the plan is for, each once."""
    period = draft.facts.document.period
    written = _written(draft, period)
    seen = set()
    for item in items:
        if item.due is None or _is_done(item) or item.due.phrases[-1].span in seen:
            continue
        seen.add(item.due.phrases[-1].span)
        if not _names_its_year(item.due, period):
            continue
        told = (("printed", item.due.text), ("path", item.path))
        latest, span = item.due.interval.latest, item.due.phrases[-1].span
        if written is not None and latest is not None and latest < written:
            yield Finding("task-past", span, (*told, ("day", date_words(written))))
        elif period and _outside(draft, item, item.due.interval, period):
            yield Finding("task-outside", span, (*told, ("period", _days(period))))


def _written(draft: Draft, period: Interval | None) -> dt.date | None:
    """Return the day of the draft: its own, the first of a month with a blank day, the one asked.

    None for an undated plan whose time is over on the day asked.
    """
    own = draft.facts.document.date
    if own is not None:
        return own
    blank = blank_month(draft.facts)
    if blank is not None and blank.earliest is not None:
        return min(draft.day, blank.earliest)
    over = period is not None and period.latest is not None and period.latest <= draft.day
    return None if over else draft.day


def _is_done(item: Item) -> bool:
    return item.status is not None and _DONE.match(item.status.text) is not None


def _names_its_year(due: Due, period: Interval | None) -> bool:
    """Tell whether the year of a due time is known, and not only that of the draft."""
    if all(_YEAR.search(phrase.text) for phrase in due.phrases):
        return True
    ends = (period.earliest, period.latest) if period else (None, None)
    return bool(ends[0] and ends[1] and ends[0].year == ends[1].year)


def _outside(draft: Draft, item: Item, due: Interval, period: Interval) -> bool:
    """Tell whether a due time that ends lies outside the plan's period.

    A report may come after it, and what prepares visits of certain weeks before them.
    """
    if due.latest is None:
        return False
    dated = "period" in dict(draft.facts.document.evidence)
    if period.earliest is not None and due.latest < period.earliest:
        return not dated
    reports = _REPORTS.search(_words(draft, item)) is not None
    later = _REPORTED if reports else _FINISHED
    if period.latest is None or period.latest > dt.date.max - later:
        return False
    return (due.earliest or due.latest) > period.latest + later


def _days(period: Interval) -> str:
    return " - ".join(date_words(day) for day in (period.earliest, period.latest) if day)
