"""The graph as files for other programs."""

import importlib.util
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.exports import MEDIAS, file_name
from api.http.described import CITED, export
from api.http.exports import ExportAnswer
from api.http.languages import words_of
from api.http.problems import Code, ProblemError
from api.http.queries import ExportQuery
from api.http.serving import serving_of
from api.meanings import Asker, document_meant
from api.options import today
from graph.exporting.forms import PARQUET

router: Final = APIRouter(prefix="/api/export", tags=["files"])


@router.get(
    "",
    response_class=Response,
    responses=export(MEDIAS.values(), CITED, (Code.NOT_INSTALLED,)),
)
async def graph(request: Request, query: Annotated[ExportQuery, Query()]) -> Response:
    """Give the whole graph, or what is around a document, with the bytes of `chidao export`.

    An answer that breaks off is not whole: somebody has written meanwhile, or its time was up.
    """
    serving, words = serving_of(request), words_of(request)
    if query.format == PARQUET and importlib.util.find_spec("pyarrow") is None:
        raise ProblemError(Code.NOT_INSTALLED, words("trouble.extra_needed", extra=PARQUET))
    around = query.around
    if around is not None:
        asker = Asker(today(), None, words)
        around = await serving.pool.run(partial(document_meant, around, asker=asker))
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": f'attachment; filename="{file_name(query.format)}"',
    }
    return ExportAnswer(
        await serving.exports.begin(query.format, around), MEDIAS[query.format], headers
    )
