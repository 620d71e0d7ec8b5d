"""Deadlines from a day on."""

import datetime as dt
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.asking import kinds_of, milestones_beside, milestones_record
from api.http.described import KEYED, PAGED, answers
from api.http.languages import words_of
from api.http.problems import Code, Place, ProblemError
from api.http.queries import DueQuery
from api.http.replies import CSV, JSON, Reply, listed, reply
from api.http.shapes.answers import DueAnswer
from api.options import span_of
from api.words import Words
from graph.answer_types import TaskRow
from graph.questions import Due
from graph.store import Store

router: Final = APIRouter(prefix="/api/due", tags=["tasks"])


@router.get("", responses=answers(DueAnswer, PAGED, KEYED, table=True))
async def due(request: Request, query: Annotated[DueQuery, Query()]) -> Response:
    """List deadlines, and the days on which recurring work comes round, day by day."""
    end = _end(query, words_of(request))
    return await reply(request, partial(_due, query, end), query, (JSON, CSV))


def _end(query: DueQuery, words: Words) -> dt.date:
    place = Place("query", "within")
    span = span_of(query.within)
    if span is None:
        message = words("trouble.no_span", value=query.within)
        raise ProblemError(Code.BAD_VALUE, message, place=place)
    try:
        return query.as_of + span
    except (ValueError, OverflowError):
        raise ProblemError(Code.BAD_VALUE, words("http.too_far"), place=place) from None


def _due(query: DueQuery, end: dt.date, store: Store) -> Reply:
    question = Due(
        as_of=query.as_of,
        limit=query.limit,
        after=query.after,
        start=query.as_of,
        end=end,
        kinds=kinds_of(tuple(query.kind)),
        body=query.body,
        with_history=query.with_history,
    )
    window = {"start": question.start.isoformat(), "end": end.isoformat()}
    beside = milestones_record(milestones_beside(question, store))
    return listed("due", query, store.ask(question), TaskRow, **window, **beside)
