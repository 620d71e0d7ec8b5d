"""Page 3: tasks by what they implement, who does them, where, when, and in which state."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Annotated, Any, Final, TypeAlias
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.asking import tasks_question
from api.counters import COUNTED
from api.http.languages import words_of
from api.http.problems import Code, Place, ProblemError
from api.http.serving import serving_of
from api.labels import document_name, documents_by_key
from api.meanings import Asker, Meant
from api.pages.forms import TasksForm
from api.pages.milestone_cells import milestone_cells
from api.pages.rendering import Found, page
from api.pages.task_cells import task_cells
from api.reviews import milestones_among
from api.words import Words
from graph.answer_types import Answer, MilestoneRow, State, TaskRow
from graph.paging import answer as paged
from graph.paging import page_of
from graph.questions import Tasks
from graph.store import Store
from ontology.facts import ItemKind
from ontology.keys import CENTRE_NAME
from ontology.periods import later
from ontology.provinces import provinces

router: Final = APIRouter(include_in_schema=False)

Rank: TypeAlias = Callable[[TaskRow], Any]

_LAST: Final = dt.date.max
_STATES: Final = (
    *(State.OPEN_OVERDUE, State.OPEN_IN_TIME, State.RECURRING, State.WAITING),
    *(State.UNDATED, State.DONE_LATE, State.DONE_ON_TIME, State.CANCELLED),
)
"""The states, what needs somebody first."""

_WINDOWS: Final = (7, 30, 90)


def _due(row: TaskRow) -> tuple[bool, dt.date]:
    latest = row.due[1] if row.due else None
    return latest is None, latest or _LAST


_RANKS: Final[Mapping[str, Rank]] = MappingProxyType(
    {
        "due": _due,
        "state": lambda row: (_STATES.index(State(row.state)), _due(row)),
        "lead": lambda row: (not row.lead, row.lead, _due(row)),
    }
)


@dataclass(frozen=True, slots=True)
class Counter:
    """How many of the tasks are in a state, and where these are."""

    state: State
    count: int
    url: str


@router.get("/tasks")
async def tasks(request: Request, query: Annotated[TasksForm, Query()]) -> Response:
    """List the tasks that are wanted, with the four counters of all of them."""
    words = words_of(request)
    if query.due_from and query.due_to and query.due_from > query.due_to:
        raise ProblemError(Code.BAD_VALUE, words("http.window"), place=Place("query", "due_from"))
    most = serving_of(request).settings.caps.rows
    return await page(request, "tasks.html", partial(_tasks, query, most, words))


def _tasks(query: TasksForm, most: int, words: Words, store: Store) -> Found:
    asker = Asker(query.as_of, query.jurisdiction, words)
    wanted = query.wanted(implements=query.implements, document=query.document)
    question, meant = tasks_question(wanted, query, store, asker)
    answer = _sorted(question, query.sort, most, store)
    total = store.ask(replace(question, limit=0, after=None)).total
    return {
        "query": query,
        "answer": answer,
        "total": total,
        "lines": task_cells(answer, store, words),
        **_milestones(question, words, store),
        "counters_of": _counters(question, query, store),
        "meant": _meant(meant, store),
        "most": most,
        "file": urlencode(asked_of(query), doseq=True, errors="replace"),
        "states": _STATES,
        "kinds": tuple(ItemKind),
        "provinces": [CENTRE_NAME, *(province.name for province in provinces())],
        "windows": _windows(query),
    }


def _milestones(question: Tasks, words: Words, store: Store) -> Found:
    """Return the milestones of a time that is asked for, beside the first page of its tasks."""
    rows: tuple[MilestoneRow, ...] = ()
    if question.after is None and (question.due_from or question.due_to):
        rows = milestones_among(replace(question, limit=None), store)
    shown = milestone_cells(rows[: question.limit], store, words)
    return {"milestones": shown, "milestones_total": len(rows)}


def _sorted(question: Tasks, order: str, most: int, store: Store) -> Answer:
    """Return a page of the tasks in an order; other orders than the store's are of the first."""
    rank = _RANKS.get(order)
    if rank is None:
        return store.ask(question)
    whole = store.ask(replace(question, limit=most, after=None))
    rows = [row for row in whole.rows if isinstance(row, TaskRow)]
    rows.sort(key=rank)
    return paged(question, page_of(question).of(rows), len(rows))


def _counters(question: Tasks, query: TasksForm, store: Store) -> list[Counter]:
    """Count the wanted tasks by state, whichever states are shown."""
    asked = {name: value for name, value in asked_of(query).items() if name != "state"}
    found = []
    for state in COUNTED:
        total = store.ask(replace(question, states=(state,), limit=0, after=None)).total
        query_of = urlencode({**asked, "state": state}, doseq=True, errors="replace")
        found.append(Counter(state, total, f"/tasks?{query_of}"))
    return found


def _meant(meant: Meant | None, store: Store) -> list[tuple[str, str]]:
    """Return the documents that the tasks implement, with their names."""
    if meant is None:
        return []
    names = documents_by_key(store, meant.keys)
    return [(key, document_name(names[key]) if key in names else key) for key in meant.keys]


def asked_of(query: TasksForm) -> dict[str, Any]:
    """Return the filters as they stand in a URL, without page and order."""
    asked = query.model_dump(
        mode="json", by_alias=True, exclude={"limit", "after", "sort"}, exclude_defaults=True
    )
    return {name: value for name, value in asked.items() if value not in (None, [])}


def _windows(query: TasksForm) -> list[tuple[int, str]]:
    """Return windows that begin with the day, each with its address."""
    found = []
    for days in _WINDOWS:
        end = later(query.as_of, days - 1)
        asked = {**asked_of(query), "due_from": query.as_of, "due_to": end, "sort": "due"}
        found.append((days, f"/tasks?{urlencode(asked, doseq=True, errors='replace')}"))
    return found
