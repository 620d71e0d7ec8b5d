"""A graph with something of all that a store can hold, and what to ask of it."""

import datetime as dt
from typing import Final

from graph.answer_types import TaskRow
from graph.questions import (
    Arcs,
    Bodies,
    Counts,
    Documents,
    Gap,
    InForce,
    Level,
    Milestones,
    Misdated,
    Question,
    Search,
    Tasks,
)
from graph.store import StatusChange, Store
from loaders.load import load
from loaders.loader import Outcome
from tests.graphs import Text, Work
from tests.runs import SAMPLES

TODAY: Final = dt.date(2025, 3, 1)
LATER: Final = dt.date(2026, 4, 15)
DIRECTIVE: Final = "tw/05-CT-TW/2016-05-15"
QUESTIONS: Final[tuple[Question, ...]] = (
    Tasks(as_of=TODAY, limit=None),
    Tasks(as_of=TODAY, implements=(DIRECTIVE,), limit=None),
    Documents(as_of=TODAY, limit=None),
    Search(as_of=TODAY, words="tuyen truyen", limit=None),
    Tasks(as_of=LATER, body="ha-son/ban-dan-van-tinh-uy", with_history=True, limit=None),
    Bodies(as_of=LATER, limit=None),
    InForce(as_of=LATER, document="tw/66-QĐ-TW/2017-02-06"),
    Milestones(as_of=TODAY, start=dt.date(2000, 1, 1), end=dt.date(2050, 1, 1), limit=None),
    Gap(as_of=LATER, document=DIRECTIVE, limit=None),
    Gap(as_of=LATER, document=DIRECTIVE, level=Level.BOARD, jurisdiction="Hà Sơn", limit=None),
    Arcs(as_of=LATER, limit=None),
    Misdated(as_of=LATER, limit=None),
    Counts(as_of=TODAY),
)


def fill(store: Store) -> None:
    """Load the samples with the registry, a change that is kept aside, an ambiguous mention."""
    files = [path for path in sorted(SAMPLES.iterdir()) if path.suffix in {".txt", ".docx"}]
    assert all(report.outcome is Outcome.LOADED for report in load(files, store))
    (first,) = store.ask(Tasks(as_of=TODAY, limit=1)).rows
    assert isinstance(first, TaskRow)
    store.change_status(_said(first.task, "xong"))
    gone = Text("thu/1-KH-TU")
    gone.work(Work("I.1", "Một việc sẽ không còn"))
    gone.load(store)
    store.change_status(_said("thu/1-KH-TU#I.1"))
    Text("thu/1-KH-TU").load(store)


def _said(task: str, note: str = "") -> StatusChange:
    at = dt.datetime(2025, 2, 1, 8, tzinfo=dt.UTC)
    return StatusChange(task, "done", dt.date(2025, 2, 1), "An", note, at)
