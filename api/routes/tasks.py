"""Tasks: which there are, one of them, and what people say of it."""

from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from api.asking import shown, tasks_question
from api.meanings import Asker, as_kept
from api.problems import Code, Place, ProblemError
from api.queries import Page, TasksQuery
from api.replies import CSV, JSON, Reply, listed, reply
from api.serving import words_of
from api.words import Words
from graph.questions import TaskRow
from graph.store import NotFoundError, Store

router: Final = APIRouter(prefix="/api/tasks", tags=["tasks"])

TaskKey = Annotated[
    str, Path(description="The key of a task; its # is written %23 in a URL.", max_length=500)
]


@router.get("")
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


@router.get("/{key:path}")
async def task(request: Request, key: TaskKey, query: Annotated[Page, Query()]) -> Response:
    """Show all that is known of a task, with a page of its edges."""
    return await reply(request, partial(_task, as_kept(key), query), query)


def _task(key: str, query: Page, store: Store) -> Reply:
    if "#" not in key:
        reason = f"không có nhiệm vụ nào mang khóa '{key}' trong kho"
        raise NotFoundError(reason)
    return Reply(shown(key, query, store))
