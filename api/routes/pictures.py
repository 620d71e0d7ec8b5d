"""A chain as a picture: for a report, or to move about in."""

from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from api.asking import chain_answer
from api.chain_files import chain_file
from api.http.described import ANY, CITED, problems
from api.http.languages import words_of
from api.http.queries import PictureQuery, chain_question
from api.http.remembered import Body
from api.http.replies import kept
from api.meanings import Asker, documents_meant
from api.routes.documents import DocumentKey, depth_of
from graph.pictures.chain import MOST, chain_of
from graph.store import Store

router: Final = APIRouter(prefix="/api/documents", tags=["files"])


class Form(StrEnum):
    """What a chain is drawn as."""

    SVG = "svg"
    PNG = "png"
    HTML = "html"


MEDIAS: Final = MappingProxyType(
    {Form.SVG: "image/svg+xml", Form.PNG: "image/png", Form.HTML: "text/html"}
)
_ALONE: Final = MappingProxyType(
    {
        Form.SVG: "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        Form.PNG: "default-src 'none'; sandbox",
        Form.HTML: "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
        " img-src data:; sandbox allow-scripts",
    }
)
"""The policies of files that stand alone: they reach nothing, not even this server."""

_BINARY: Final = {"schema": {"type": "string", "format": "binary"}}


@router.get(
    "/{key:path}/chain.{form}",
    response_class=Response,
    responses={
        200: {
            "description": "The chain, directives on top, tasks at the bottom.",
            "content": dict.fromkeys(MEDIAS.values(), _BINARY),
        },
        304: {"description": "The picture is still the one named by If-None-Match."},
        **problems(*ANY, *CITED),
    },
)
async def picture(
    request: Request,
    key: DocumentKey,
    form: Annotated[Form, Path(description="What it is drawn as.")],
    query: Annotated[PictureQuery, Query()],
) -> Response:
    """Draw the chain of a document; what there is no room for is told in the picture."""
    depth, words = depth_of(query, request), words_of(request)

    def drawn(store: Store) -> Body:
        meant = documents_meant(key, store, Asker(query.as_of, query.jurisdiction, words))
        question = chain_question(query, meant.keys, depth, MOST)
        found, _ = chain_answer(store, question, meant.keys)
        chain = chain_of(store, meant.keys, found.rows, found.total, query.as_of)
        return Body(chain_file(chain, form.value, words), MEDIAS[form], _headers(form))

    return await kept(request, drawn, "Accept-Language, ")


def _headers(form: Form) -> tuple[tuple[str, str], ...]:
    """Return the headers of a picture; what has scripts of its own is not opened here."""
    disposition = "attachment" if form is Form.HTML else "inline"
    return (
        ("Content-Disposition", f'{disposition}; filename="chuoi.{form}"'),
        ("Content-Security-Policy", _ALONE[form]),
    )
