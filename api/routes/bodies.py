"""Committees, boards, departments and State organs: which there are, one of them, its tasks."""

from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from api.asking import shown, tasks_question
from api.http.described import CITED, KEYED, PAGED, answers, examples
from api.http.languages import words_of
from api.http.queries import BodiesQuery, Page, TaskFilters
from api.http.replies import CSV, JSON, Reply, listed, reply
from api.http.shapes.answers import BodiesAnswer, ShownBody, TasksAnswer
from api.meanings import Asker, as_kept, is_document
from api.words import Words
from graph.answer_types import BodyRow, TaskRow
from graph.questions import Bodies
from graph.store import NotFoundError, Store

router: Final = APIRouter(prefix="/api/bodies", tags=["bodies"])

BodyKey = Annotated[
    str,
    Path(
        description="The key of a body.",
        max_length=500,
        openapi_examples=examples("ha-son/ban-tuyen-giao-tinh-uy"),
    ),
]


@router.get("", responses=answers(BodiesAnswer, PAGED, table=True))
async def bodies(request: Request, query: Annotated[BodiesQuery, Query()]) -> Response:
    """List bodies by the words of their names, with how many tasks each leads and supports."""

    def find(store: Store) -> Reply:
        question = Bodies(
            as_of=query.as_of, limit=query.limit, after=query.after, words=query.words
        )
        return listed("bodies", query, store.ask(question), BodyRow)

    return await reply(request, find, query, (JSON, CSV))


@router.get("/{key:path}/tasks", responses=answers(TasksAnswer, PAGED, CITED, table=True))
async def tasks(request: Request, key: BodyKey, query: Annotated[TaskFilters, Query()]) -> Response:
    """List the tasks that a body or one of its sub-bodies leads or supports."""
    find = partial(_tasks, as_kept(key), query, words_of(request))
    return await reply(request, find, query, (JSON, CSV))


def _tasks(key: str, query: TaskFilters, words: Words, store: Store) -> Reply:
    asker = Asker(query.as_of, query.jurisdiction, words)
    question, _ = tasks_question(query.wanted(body=key), query, store, asker)
    return listed("tasks", query, store.ask(question), TaskRow)


@router.get("/{key:path}", responses=answers(ShownBody, PAGED, KEYED))
async def body(request: Request, key: BodyKey, query: Annotated[Page, Query()]) -> Response:
    """Show all that is known of a body, with a page of its edges."""
    return await reply(request, partial(_body, as_kept(key), query), query)


def _body(key: str, query: Page, store: Store) -> Reply:
    if "#" in key or is_document(key, store):
        reason = f"không có cơ quan, tổ chức nào mang khóa '{key}' trong kho"
        raise NotFoundError(reason)
    return Reply(shown(key, query, store))
