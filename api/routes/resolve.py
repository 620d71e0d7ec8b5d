"""What one citation means."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.asking import RESOLVE_COLUMNS, resolve_record
from api.http.described import answers
from api.http.languages import words_of
from api.http.problems import Code
from api.http.queries import ResolveQuery
from api.http.replies import CSV, JSON, Reply, reply
from api.http.shapes.answers import ResolveAnswer
from api.meanings import Asker, outcome_of
from graph.store import Store
from loaders.resolve import further

router: Final = APIRouter(prefix="/api/resolve", tags=["documents"])


@router.get(
    "", responses=answers(ResolveAnswer, (Code.BAD_CITATION, Code.UNKNOWN_PLACE), table=True)
)
async def resolve(request: Request, query: Annotated[ResolveQuery, Query()]) -> Response:
    """Tell which document a citation means, or which it may mean, and why."""
    words = words_of(request)

    def find(store: Store) -> Reply:
        asker = Asker(query.as_of, query.jurisdiction, words)
        outcome = outcome_of(query.citation, store, asker)
        return Reply(resolve_record(outcome, query.as_of, further(query.citation)), RESOLVE_COLUMNS)

    return await reply(request, find, query, (JSON, CSV))
