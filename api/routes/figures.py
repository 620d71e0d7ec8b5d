"""Figures: how much there is of everything, and the four counters of the government's reports."""

from dataclasses import replace
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.answers import COLUMNS, Record
from api.asking import tasks_question
from api.http.described import CITED, PAGED, answers
from api.http.languages import words_of
from api.http.queries import CountersQuery, Page, whole
from api.http.replies import CSV, JSON, Reply, listed, reply
from api.http.shapes.answers import CountersAnswer, StatsAnswer
from api.meanings import Asker
from api.words import Words
from graph.answer_types import CountRow, State
from graph.questions import Counts
from graph.store import Store

router: Final = APIRouter(prefix="/api", tags=["figures"])

FOUR: Final = (State.DONE_ON_TIME, State.DONE_LATE, State.OPEN_IN_TIME, State.OPEN_OVERDUE)
"""The states that the government's own reports count."""


@router.get("/stats", responses=answers(StatsAnswer, PAGED, table=True))
async def stats(request: Request, query: Annotated[Page, Query()]) -> Response:
    """Count everything that there is, and the tasks by their state."""

    def find(store: Store) -> Reply:
        question = Counts(as_of=query.as_of, limit=query.limit, after=query.after)
        return listed("stats", query, store.ask(question), CountRow)

    return await reply(request, find, query, (JSON, CSV))


@router.get("/reports/four-counters", responses=answers(CountersAnswer, CITED, table=True))
async def four_counters(request: Request, query: Annotated[CountersQuery, Query()]) -> Response:
    """Count tasks by the four states of the government's reports; the total is of these four."""
    find = partial(counters_of, query, words_of(request))
    return await reply(request, find, query, (JSON, CSV))


def counters_of(query: CountersQuery, words: Words, store: Store) -> Reply:
    """Return the four counters of the tasks that are wanted."""
    asker = Asker(query.as_of, query.jurisdiction, words)
    wanted = query.wanted(implements=query.implements, document=query.document)
    question, meant = tasks_question(wanted, whole(query), store, asker)
    totals = {s: store.ask(replace(question, states=(s,), limit=0)).total for s in FOUR}
    rows: list[Record] = [{"name": s.value, "count": total} for s, total in totals.items()]
    record: Record = {
        "question": "four-counters",
        "as_of": query.as_of.isoformat(),
        "total": sum(totals.values()),
        "rows": rows,
        "cursor": None,
        **({"implements": list(meant.keys)} if meant else {}),
    }
    return Reply(record, COLUMNS[CountRow])
