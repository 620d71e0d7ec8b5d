"""The graph itself: nodes, the edges beside one, and the places that prove an edge."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.http.described import KEYED, PAGED, answers
from api.http.queries import EvidenceQuery, NeighboursQuery, NodesQuery
from api.http.replies import CSV, JSON, Reply, listed, reply
from api.http.shapes.answers import EvidenceAnswer, NeighboursAnswer, NodesAnswer
from api.meanings import as_kept
from api.nodes import nodes_record
from graph.answer_types import EdgeRow
from graph.questions import Evidence, Neighbours
from graph.store import Store

router: Final = APIRouter(prefix="/api/graph", tags=["graph"])


@router.get("/nodes", responses=answers(NodesAnswer))
async def nodes(request: Request, query: Annotated[NodesQuery, Query()]) -> Response:
    """Tell of many documents, tasks and bodies at once what a picture needs.

    What the graph does not have is left out.
    """
    keys = [as_kept(key) for key in query.key]
    return await reply(request, lambda store: Reply(nodes_record(keys, query, store)), query)


@router.get("/neighbours", responses=answers(NeighboursAnswer, PAGED, KEYED, table=True))
async def neighbours(request: Request, query: Annotated[NeighboursQuery, Query()]) -> Response:
    """List the edges of a document, task or body, each with the words that prove it."""

    def find(store: Store) -> Reply:
        question = Neighbours(
            as_of=query.as_of, limit=query.limit, after=query.after, key=as_kept(query.key)
        )
        return listed("neighbours", query, store.ask(question), EdgeRow)

    return await reply(request, find, query, (JSON, CSV))


@router.get("/evidence", responses=answers(EvidenceAnswer, PAGED, KEYED, table=True))
async def evidence(request: Request, query: Annotated[EvidenceQuery, Query()]) -> Response:
    """List every place that proves an edge, texts before the registry."""

    def find(store: Store) -> Reply:
        question = Evidence(
            as_of=query.as_of,
            limit=query.limit,
            after=query.after,
            source=as_kept(query.source),
            relation=query.relation,
            target=as_kept(query.target),
        )
        return listed("evidence", query, store.ask(question), EdgeRow)

    return await reply(request, find, query, (JSON, CSV))
