"""Documents, tasks and bodies by their words."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.http.described import PAGED, answers
from api.http.queries import SearchQuery
from api.http.replies import CSV, JSON, Reply, listed, reply
from api.http.shapes.answers import SearchAnswer
from graph.answer_types import FoundRow
from graph.questions import Search
from graph.store import Store

router: Final = APIRouter(prefix="/api/search", tags=["graph"])


@router.get("", responses=answers(SearchAnswer, PAGED, table=True))
async def search(request: Request, query: Annotated[SearchQuery, Query()]) -> Response:
    """Find documents, tasks and bodies by their words, with or without accents."""

    def find(store: Store) -> Reply:
        question = Search(
            as_of=query.as_of, limit=query.limit, after=query.after, words=query.words
        )
        return listed("search", query, store.ask(question), FoundRow)

    return await reply(request, find, query, (JSON, CSV))
