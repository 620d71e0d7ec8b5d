"""Lists of tasks for files: those of the samples, and made-up ones with hostile words."""

import datetime as dt
from typing import Any, Final

from hypothesis import strategies as st

from api.task_words import TaskList
from api.words import Words
from graph.answer_types import Hop, State, TaskRow

DAY: Final = dt.date(2026, 4, 15)
HOSTILE: Final = (
    '=HYPERLINK("http://x.invalid")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    '"onload="alert(1)',
    "]]> &amp; --> <!-- </svg>",
    "\u202ephía sau\u202c",
    "a\r\nBEGIN:VEVENT\r\nSUMMARY:b",
    "\x00\x07\x0b\x1b[2J",
    "{{ 7*7 }} {% raw %}",
    "ấ" * 10_000,
)
"""Words that some file would take for something else."""

words = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=80))
days = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))
RULES: Final = (
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
)


@st.composite
def intervals(draw: st.DrawFn) -> tuple[dt.date | None, dt.date | None] | None:
    """Give an interval with one end or two, or none."""
    ends = sorted(draw(st.lists(days, max_size=2)))
    if not ends:
        return None
    first, last = (
        (ends[0], ends[-1])
        if len(ends) > 1
        else draw(st.sampled_from([(ends[0], None), (None, ends[0]), (ends[0], ends[0])]))
    )
    return first, last


@st.composite
def task_rows(draw: st.DrawFn) -> TaskRow:
    """Give a task with any words, days and state."""
    text = st.lists(words, max_size=2).map(tuple)
    return TaskRow(
        task=f"x/1-KH/2020-01-01#{draw(words)}",
        text=draw(words),
        document="x/1-KH/2020-01-01",
        document_title=draw(words),
        path=draw(words),
        kind="task",
        start=0,
        end=1,
        state=draw(st.sampled_from(State)),
        lead=draw(text),
        cooperating=draw(text),
        due=draw(intervals()),
        due_text=draw(st.none() | words),
        rrule=draw(st.lists(st.sampled_from(RULES), max_size=2).map(tuple)),
        within=draw(intervals()) or (None, None),
        condition=draw(st.none() | words),
        status=draw(st.none() | words),
        occurrence=draw(st.none() | days),
        chain=draw(st.just(()) | words.map(_hops)),
    )


def _hops(quote: str) -> tuple[Hop, ...]:
    return (Hop("x", "implements", quote, quote, "x", 0, 1, "test"),)


def listed(*rows: TaskRow, **more: Any) -> TaskList:  # noqa: ANN401  (whatever a list takes)
    """Return a list of tasks."""
    told = {"total": len(rows), "title": "Danh sách", "as_of": DAY, "words": Words(), "names": {}}
    return TaskList(rows=rows, **{**told, **more})


def task_lists() -> st.SearchStrategy[TaskList]:
    """Give lists of tasks with any title."""
    rows = st.lists(task_rows(), max_size=4)
    return st.builds(lambda title, made: listed(*made, title=title), words, rows)
