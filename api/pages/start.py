"""Page 1: one box to look for anything, what is due, what is overdue, what is loaded."""

import datetime as dt
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.http.languages import words_of
from api.milestones import milestone_rows
from api.pages.forms import StartForm
from api.pages.milestone_cells import milestone_cells
from api.pages.rendering import Found, page
from api.pages.task_cells import task_cells
from api.words import Words
from graph.answer_types import CountRow, State
from graph.questions import Counts, Due, Milestones, Tasks
from graph.store import Store
from ontology.periods import later

router: Final = APIRouter(include_in_schema=False)

_WEEK: Final = 7
_SEASON: Final = 90
"""In so many days from the day on the milestones are shown: to prepare a review takes longer."""
_FIRST: Final = 8


@router.get("/")
async def start(request: Request, query: Annotated[StartForm, Query()]) -> Response:
    """Show what is due within a week and what is overdue."""
    words = words_of(request)
    return await page(request, "start.html", lambda store: _start(query.as_of, words, store))


def _start(as_of: dt.date, words: Words, store: Store) -> Found:
    end = later(as_of, _WEEK - 1)
    due = store.ask(Due(as_of=as_of, start=as_of, end=end, limit=_FIRST))
    overdue = store.ask(Tasks(as_of=as_of, states=(State.OPEN_OVERDUE,), limit=_FIRST))
    season = later(as_of, _SEASON - 1)
    milestones = store.ask(Milestones(as_of=as_of, start=as_of, end=season, limit=_FIRST))
    counts = store.ask(Counts(as_of=as_of, limit=None))
    return {
        "as_of": as_of,
        "end": end,
        "due": due,
        "due_tasks": task_cells(due, store, words),
        "overdue": overdue,
        "overdue_tasks": task_cells(overdue, store, words),
        "milestones": milestone_cells(milestone_rows(milestones), store, words),
        "milestones_total": milestones.total,
        "counts": {row.name: row.count for row in counts.rows if isinstance(row, CountRow)},
    }
