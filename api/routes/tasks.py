"""Tasks: which there are, one of them, and what people say of it."""

import datetime as dt
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from api.asking import shown, status_record, tasks_question
from api.http.described import CITED, KEYED, PAGED, answers, examples, writes
from api.http.languages import words_of
from api.http.problems import Code, Place, ProblemError
from api.http.queries import AsOf, Day, Nothing, Page, TasksQuery
from api.http.remembered import Body
from api.http.replies import CSV, JSON, Reply, json_bytes, listed, names, reply
from api.http.serving import key_of, serving_of
from api.http.shapes.answers import ShownTask, StatusAnswer, TasksAnswer
from api.http.shapes.values import TASK
from api.meanings import Asker, as_kept
from api.options import today
from api.words import Words
from graph.answer_types import TaskRow
from graph.store import NotFoundError, StatusChange, Store

router: Final = APIRouter(prefix="/api/tasks", tags=["tasks"])


class Said(BaseModel):
    """What somebody says of a task; without `on`, from today on, without `by`, the key's owner."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: Literal["done", "open", "cancelled"]
    on: Day | None = None
    by: Annotated[str | None, Field(min_length=1, max_length=200, pattern=r"\S")] = None
    note: Annotated[str, Field(max_length=2_000)] = ""


TaskKey = Annotated[
    str,
    Path(
        description="The key of a task; its # is written %23 in a URL.",
        max_length=500,
        openapi_examples=examples(TASK),
    ),
]


@router.get("", responses=answers(TasksAnswer, PAGED, CITED, table=True))
async def tasks(request: Request, query: Annotated[TasksQuery, Query()]) -> Response:
    """List tasks by what they implement, who does them, when they are due, and their state."""
    words = words_of(request)
    if query.due_from and query.due_to and query.due_from > query.due_to:
        message = words("http.window")
        raise ProblemError(Code.BAD_VALUE, message, place=Place("query", "due_from"))
    return await reply(request, partial(_tasks, query, words), query, (JSON, CSV))


def _tasks(query: TasksQuery, words: Words, store: Store) -> Reply:
    asker = Asker(query.as_of, query.jurisdiction, words)
    wanted = query.wanted(implements=query.implements, document=query.document)
    question, meant = tasks_question(wanted, query, store, asker)
    more = {"implements": list(meant.keys)} if meant else {}
    return listed("tasks", query, store.ask(question), TaskRow, **more)


@router.get("/{key:path}/status", responses=answers(StatusAnswer, KEYED))
async def status(request: Request, key: TaskKey, query: Annotated[AsOf, Query()]) -> Response:
    """Show what people said of a task, oldest first, and the state that follows from it."""

    def find(store: Store) -> Reply:
        return Reply(status_record(as_kept(key), store, query.as_of))

    return await reply(request, find, query)


@router.put(
    "/{key:path}/status",
    responses=writes(HTTPStatus.OK, StatusAnswer, Code.NOT_FOUND, Code.CHANGED),
)
async def change(
    request: Request, key: TaskKey, said: Said, _: Annotated[Nothing, Query()]
) -> Response:
    """Say that a task is done, open or cancelled. What was said before stays in its history."""
    words, editor = words_of(request), key_of(request)
    if said.on is not None and said.on > today():
        message = words("trouble.future", value=said.on.isoformat())
        raise ProblemError(Code.BAD_VALUE, message, place=Place("body", "on"))
    who = said.by or (editor.name if editor else "")
    write = partial(add_to_history, as_kept(key), said, who, request.headers.get("if-match"))
    body = await serving_of(request).pool.run(write)
    return Response(body.content, media_type=JSON, headers={"ETag": body.etag})


def add_to_history(key: str, said: Said, who: str, wanted: str | None, store: Store) -> Body:
    """Add to a history in one transaction with the look at what was there before."""
    with store.transaction():
        before = status_body(key, store)
        if wanted is not None and not names(wanted, before.etag):
            raise ProblemError(Code.CHANGED)
        now = dt.datetime.now().astimezone()
        change = StatusChange(key, said.status, said.on or now.date(), who, said.note, now)
        history = store.history(key)
        if not history or replace(history[-1], at=now) != change:
            store.change_status(change)
    return status_body(key, store)


def status_body(key: str, store: Store) -> Body:
    """Return what is answered to who asks for a task's history today."""
    return Body(json_bytes(status_record(key, store, today())), JSON)


@router.get("/{key:path}", responses=answers(ShownTask, PAGED, KEYED))
async def task(request: Request, key: TaskKey, query: Annotated[Page, Query()]) -> Response:
    """Show all that is known of a task, with a page of its edges."""
    return await reply(request, partial(_task, as_kept(key), query), query)


def _task(key: str, query: Page, store: Store) -> Reply:
    if "#" not in key:
        reason = f"không có nhiệm vụ nào mang khóa '{key}' trong kho"
        raise NotFoundError(reason)
    return Reply(shown(key, query, store))
