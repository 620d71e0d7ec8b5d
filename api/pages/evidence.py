"""Every place that proves one edge, each leading to its sentence in the source."""

from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.labels import document_name, documents_by_key
from api.meanings import as_kept
from api.pages.forms import EvidenceForm
from api.pages.rendering import Found, page
from graph.answer_types import EdgeRow
from graph.questions import Evidence
from graph.store import Store

router: Final = APIRouter(include_in_schema=False)


@router.get("/evidence")
async def evidence(request: Request, query: Annotated[EvidenceForm, Query()]) -> Response:
    """Show the words that prove an edge."""
    return await page(request, "evidence.html", partial(_evidence, query))


def _evidence(query: EvidenceForm, store: Store) -> Found:
    source, target = as_kept(query.source), as_kept(query.target)
    answer = store.ask(
        Evidence(
            as_of=query.as_of,
            limit=query.limit,
            after=query.after,
            source=source,
            relation=query.relation,
            target=target,
        )
    )
    rows = [row for row in answer.rows if isinstance(row, EdgeRow)]
    names = documents_by_key(store, [source, target, *(row.hop.document for row in rows)])
    return {
        "query": query,
        "answer": answer,
        "rows": rows,
        "names": {key: document_name(row) for key, row in names.items()},
        "source": source,
        "target": target,
    }
