"""The picture of a chain as files for a report: SVG, PNG, or one page that opens anywhere."""

import re
from functools import partial
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.chain_files import chain_file
from api.http.languages import words_of
from api.http.remembered import Body
from api.http.replies import kept
from api.http.serving import serving_of
from api.pages.chain import shown
from api.pages.forms import ChainFileForm
from api.words import Words
from graph.store import Store

router: Final = APIRouter(include_in_schema=False)

Form = Literal["svg", "png", "html"]
_MEDIA: Final = {"svg": "image/svg+xml", "png": "image/png", "html": "text/html; charset=utf-8"}


@router.get("/chain.{form}")
async def chain_as_file(
    request: Request, form: Form, query: Annotated[ChainFileForm, Query()]
) -> Response:
    """Give the picture as a file to be kept."""
    depth, words = serving_of(request).settings.caps.depth, words_of(request)
    return await kept(request, partial(_body, form, query, depth, words), "Accept-Language, ")


def _body(form: Form, query: ChainFileForm, depth: int, words: Words, store: Store) -> Body:
    """Draw the picture; its name is made of the keys of the documents."""
    found = shown(query, depth, words, store)
    name = re.sub(r"[^A-Za-z0-9]+", "-", " ".join(found.keys))[:80].strip("-")
    headers = (("Content-Disposition", f'attachment; filename="{name}.{form}"'),)
    return Body(chain_file(found.drawn, form, words), _MEDIA[form], headers)
