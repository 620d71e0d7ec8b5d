"""Page 6: a body in its tree, what was before and after it, its tasks by state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.counters import COUNTED
from api.http.languages import words_of
from api.meanings import as_kept
from api.pages.forms import BodiesForm, BodyForm
from api.pages.rendering import Found, page
from api.pages.task_cells import task_cells
from api.routes.bodies import BodyKey
from api.words import Words
from graph.answer_types import BodyRow, State
from graph.questions import Bodies, Tasks
from graph.store import NotFoundError, Store

router: Final = APIRouter(include_in_schema=False)

_OTHERS: Final = tuple(state for state in State if state not in COUNTED)


@dataclass(frozen=True, slots=True)
class Group:
    """A body's tasks in one state."""

    state: State
    count: int
    url: str


@router.get("/bodies")
async def bodies(request: Request, query: Annotated[BodiesForm, Query()]) -> Response:
    """List bodies by the words of their names."""
    return await page(request, "bodies.html", partial(_bodies, query))


def _bodies(query: BodiesForm, store: Store) -> Found:
    answer = store.ask(
        Bodies(as_of=query.as_of, limit=query.limit, after=query.after, words=query.words)
    )
    rows = [row for row in answer.rows if isinstance(row, BodyRow)]
    return {"query": query, "answer": answer, "rows": rows}


@router.get("/bodies/{key:path}")
async def body(request: Request, key: BodyKey, query: Annotated[BodyForm, Query()]) -> Response:
    """Show a body."""
    return await page(request, "body.html", partial(_body, as_kept(key), query, words_of(request)))


def _body(key: str, query: BodyForm, words: Words, store: Store) -> Found:
    rows = store.ask(Bodies(as_of=query.as_of, limit=None)).rows
    all_bodies = {row.key: row for row in rows if isinstance(row, BodyRow)}
    row = all_bodies.get(key)
    if row is None:
        raise NotFoundError(words("body.none", key=key))
    question = Tasks(as_of=query.as_of, limit=query.limit, after=query.after, body=key)
    answer = store.ask(question)
    return {
        "query": query,
        "row": row,
        "above": list(_above(row, all_bodies)),
        "below": [one for one in all_bodies.values() if one.parent == key],
        "before": [one for one in all_bodies.values() if one.successor == key],
        "after": all_bodies.get(row.successor or ""),
        "four": [_group(question, state, store) for state in COUNTED],
        "others": [_group(question, state, store) for state in _OTHERS],
        "answer": answer,
        "lines": task_cells(answer, store, words),
    }


def _above(row: BodyRow, all_bodies: Mapping[str, BodyRow]) -> Iterator[BodyRow]:
    """Give the bodies above one, the highest first; circles end."""
    found: dict[str, BodyRow] = {}
    parent = row.parent
    while parent and parent in all_bodies and parent not in found and parent != row.key:
        found[parent] = all_bodies[parent]
        parent = found[parent].parent
    yield from reversed(found.values())


def _group(question: Tasks, state: State, store: Store) -> Group:
    count = store.ask(replace(question, states=(state,), limit=0, after=None)).total
    asked = {"body": question.body, "state": state, "as_of": question.as_of}
    return Group(state, count, f"/tasks?{urlencode(asked)}")
