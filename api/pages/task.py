"""One task: its words, who, until when, why; what people said of it, and what they say now."""

import datetime as dt
from functools import partial
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Form, Query, Request
from pydantic import Field
from starlette.responses import RedirectResponse, Response

from api.details import task_details, task_row
from api.http.languages import words_of
from api.http.problems import Code, Place, ProblemError
from api.http.queries import Day
from api.http.queries import Query as Parameters
from api.http.serving import key_of, serving_of
from api.labels import document_name, documents_by_key, full_day
from api.meanings import as_kept
from api.options import today
from api.pages import links
from api.pages.forms import TaskForm
from api.pages.rendering import Found, page
from api.pages.task_cells import task_cells
from api.routes.tasks import Said, TaskKey, add_to_history, status_body
from api.words import Words
from graph.answer_types import Answer, EdgeRow
from graph.questions import Neighbours
from graph.store import StatusChange, Store

router: Final = APIRouter(include_in_schema=False)

_EDGES: Final = 100


class StatusForm(Parameters):
    """What somebody says of a task; `seen` names the history that they have read."""

    status: Literal["done", "open", "cancelled"]
    on: Day | None = None
    note: Annotated[str, Field(max_length=2_000)] = ""
    seen: Annotated[str, Field(max_length=100)]


@router.get("/tasks/{key:path}")
async def task(request: Request, key: TaskKey, query: Annotated[TaskForm, Query()]) -> Response:
    """Show a task."""
    return await page(
        request, "task.html", partial(_task, as_kept(key), query.as_of, words_of(request))
    )


def _task(key: str, as_of: dt.date, words: Words, store: Store) -> Found:
    row = task_row(key, store, as_of)
    details = task_details(key, store, as_of)
    edges = store.ask(Neighbours(as_of=as_of, key=key, limit=_EDGES))
    (cell,) = task_cells(Answer((row,), 1), store, words)
    names = documents_by_key(store, [row.document])
    return {
        "row": row,
        "cell": cell,
        "as_of": as_of,
        "today": today(),
        "document": document_name(names[row.document]),
        "title": names[row.document].title,
        "evidence": details["evidence"],
        "history": [_said(change) for change in reversed(store.history(key))],
        "edges": [edge for edge in edges.rows if isinstance(edge, EdgeRow)],
        "seen": status_body(key, store).etag,
    }


def _said(change: StatusChange) -> Found:
    return {
        "status": change.status,
        "on": full_day(change.on),
        "by": change.by,
        "note": change.note,
        "at": f"{change.at.astimezone():%H:%M %d/%m/%Y}",
    }


@router.post("/tasks/{key:path}/status")
async def change(request: Request, key: TaskKey, said: Annotated[StatusForm, Form()]) -> Response:
    """Add to a task's history and go back to the task."""
    if said.on is not None and said.on > today():
        message = words_of(request)("trouble.future", value=said.on.isoformat())
        raise ProblemError(Code.BAD_VALUE, message, place=Place("body", "on"))
    editor = key_of(request)
    change = Said(status=said.status, on=said.on, note=said.note.strip())
    who = editor.name if editor else ""
    write = partial(add_to_history, as_kept(key), change, who, said.seen)
    await serving_of(request).pool.run(write)
    return RedirectResponse(f"{links.task_url(as_kept(key))}#history", status_code=303)
