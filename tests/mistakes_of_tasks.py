"""Mistakes in what a plan gives to do: who, until when; and in anniversaries."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import Final

from ontology.facts import Span
from ontology.registry import registry
from tests.made_citations import date_words
from tests.made_pieces import Made, Piece
from tests.mistakes import Planter, at

Wrong = tuple[Made, tuple[Span, ...]] | None
ANNIVERSARIES: Final = (
    ("Ngày sinh Chủ tịch Hồ Chí Minh", dt.date(1890, 5, 19)),
    ("Ngày thành lập Đảng Cộng sản Việt Nam", dt.date(1930, 2, 3)),
    ("Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam", dt.date(1945, 9, 2)),
    ("Ngày thành lập Quân đội nhân dân Việt Nam", dt.date(1944, 12, 22)),
    ("Ngày giải phóng miền Nam, thống nhất đất nước", dt.date(1975, 4, 30)),
    ("Ngày Thương binh - Liệt sĩ", dt.date(1947, 7, 27)),
)

RENAMED: Final = 2026
"""The year in which the centre's board of propaganda got its old name back."""


def _without(draft: Made, roles: frozenset[str], owners: Iterable[int]) -> Made:
    chosen = frozenset(owners)
    return replace(
        draft,
        pieces=tuple(
            replace(one, text="") if one.role in roles and one.of in chosen else one
            for one in draft.pieces
        ),
    )


def _task(draft: Made, of: int) -> Span:
    first, last = draft.of("task", of), draft.of("task-end", of)
    assert first is not None
    assert last is not None
    return draft.span(first, last)


def _leaderless(draft: Made, owners: list[int]) -> Made:
    """Return the draft with tasks that say what to do, and not who does it."""
    left = _without(draft, frozenset({"lead", "leads", "cooperating"}), owners)
    capitals = (
        replace(one, text=one.text.strip().capitalize())
        if one.role == "work" and one.of in owners
        else one
        for one in left.pieces
    )
    return replace(left, pieces=tuple(capitals))


def _tasks(draft: Made) -> list[int]:
    """Return the tasks of a plan or programme; letters and guidance may leave more open."""
    if not any(draft.pieces[n].text.startswith(("KẾ", "CHƯƠNG")) for n in draft.places("name")):
        return []
    return [draft.pieces[place].of for place in draft.places("task")]


def no_lead(random: Random, draft: Made) -> Wrong:
    if not (able := _tasks(draft)):
        return None
    of = random.choice(able)
    wrong = _leaderless(draft, [of])
    return wrong, (_task(wrong, of),)


def no_due(random: Random, draft: Made) -> Wrong:
    if not (able := _tasks(draft)):
        return None
    of = random.choice(able)
    wrong = _without(draft, frozenset({"done", "due"}), [of])
    return wrong, (_task(wrong, of),)


def mostly_no_lead(_: Random, draft: Made) -> Wrong:
    if not (able := _tasks(draft)):
        return None
    wrong = _leaderless(draft, able)
    return wrong, (Span(0, len(wrong.text)),)


def mostly_no_due(_: Random, draft: Made) -> Wrong:
    if not (able := _tasks(draft)):
        return None
    wrong = _without(draft, frozenset({"done", "due"}), able)
    return wrong, (Span(0, len(wrong.text)),)


def past(random: Random, draft: Made) -> Wrong:
    day = draft.day - dt.timedelta(random.randint(10, 300))
    words = random.choice((f"trước ngày {date_words(day)}", f"chậm nhất ngày {date_words(day)}"))
    return at(draft, random.choice(draft.places("due")), words)


def outside(random: Random, draft: Made) -> Wrong:
    if draft.years is None or not _tasks(draft):
        return None
    day = dt.date(draft.years[1] + random.randint(1, 3), random.randint(1, 12), 15)
    words = random.choice((f"trước ngày {date_words(day)}", f"trong quý II/{day.year}"))
    return at(draft, random.choice(draft.places("due")), words)


def body_gone(random: Random, draft: Made) -> Wrong:
    """Give a task to a body that is no more."""
    able = [
        body.name
        for body in registry().bodies
        if body.valid_to is not None
        and body.valid_to < draft.day
        and body.level == "province"
        and (body.name != "Ban Tuyên giáo Tỉnh ủy" or draft.day.year < RENAMED)
        and body.name.startswith("Sở " if draft.is_state else ("Ban ", "Đảng ủy "))
    ]
    if not able:
        return None
    return at(draft, random.choice(draft.places("lead")), random.choice(able))


def _celebrated(random: Random, draft: Made, *, years: int, days: int) -> Wrong:
    name, since = random.choice(ANNIVERSARIES)
    year = draft.day.year + random.randint(0, 1)
    start = date_words(since + dt.timedelta(days))
    at_day = since.replace(year=year)
    words = f"kỷ niệm {year - since.year + years} năm {name}"
    brackets = (
        f"({start} - {date_words(at_day)})"
        if days or random.random() < 0.6
        else (f"({date_words(at_day)})")
    )
    slot = random.choice(draft.places("slot"))
    more = draft.replaced(
        slot,
        (
            Piece("- Tuyên truyền "),
            Piece(f"{words} {brackets}", "anniversary"),
            Piece(".\n\n"),
        ),
    )
    return more, (more.span(more.places("anniversary")[0]),)


def celebrated(random: Random, draft: Made) -> Made:
    """Return the draft with an anniversary that adds up."""
    right = _celebrated(random, draft, years=0, days=0)
    assert right is not None
    return right[0]


def years_off(random: Random, draft: Made) -> Wrong:
    return _celebrated(random, draft, years=random.choice((-20, -10, -2, -1, 1, 2, 10)), days=0)


def day_off(random: Random, draft: Made) -> Wrong:
    return _celebrated(random, draft, years=0, days=random.choice((-2, -1, 1, 3)))


OF_TASKS: Final[dict[str, Planter]] = {
    "task-no-lead": no_lead,
    "task-no-due": no_due,
    "task-mostly-no-lead": mostly_no_lead,
    "task-mostly-no-due": mostly_no_due,
    "task-past": past,
    "task-outside": outside,
    "body-ended": body_gone,
    "anniversary": years_off,
    "anniversary-day": day_off,
}
