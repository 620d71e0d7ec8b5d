"""The picture of a chain as files for a report: SVG, PNG, or one page that opens anywhere."""

import re
from functools import partial
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.http.languages import words_of
from api.http.problems import Code, ProblemError
from api.http.remembered import Body
from api.http.replies import kept
from api.http.serving import serving_of
from api.pages.chain import shown
from api.pages.forms import ChainFileForm
from api.words import Words
from graph.pictures.svg import chain_svg
from graph.store import Store

router: Final = APIRouter(include_in_schema=False)

Form = Literal["svg", "png", "html"]
_MEDIA: Final = {"svg": "image/svg+xml", "png": "image/png", "html": "text/html; charset=utf-8"}


@router.get("/chain.{form}")
async def chain_file(
    request: Request, form: Form, query: Annotated[ChainFileForm, Query()]
) -> Response:
    """Give the picture as a file to be kept."""
    depth, words = serving_of(request).settings.caps.depth, words_of(request)
    return await kept(request, partial(_body, form, query, depth, words), "Accept-Language, ")


def _body(form: Form, query: ChainFileForm, depth: int, words: Words, store: Store) -> Body:
    name, content = _file(form, query, depth, words, store)
    headers = (("Content-Disposition", f'attachment; filename="{name}.{form}"'),)
    return Body(content, _MEDIA[form], headers)


def _file(
    form: Form, query: ChainFileForm, depth: int, words: Words, store: Store
) -> tuple[str, bytes]:
    """Return the name that a file is kept under, and its bytes."""
    found = shown(query, depth, words, store)
    name = re.sub(r"[^A-Za-z0-9]+", "-", " ".join(found.keys))[:80].strip("-")
    try:
        if form == "html":
            from graph.pictures.page import chain_page  # noqa: PLC0415  (an extra)

            return name, chain_page(found.drawn, words, words.language).encode("utf-8", "replace")
        svg = chain_svg(found.drawn, words)
        if form == "svg":
            return name, svg.encode("utf-8", "replace")
        from graph.pictures.png import NoFontsError, svg_png  # noqa: PLC0415  (an extra)
    except ModuleNotFoundError:
        raise ProblemError(Code.INTERNAL, words("trouble.pictures")) from None
    try:
        return name, svg_png(svg)
    except NoFontsError:
        raise ProblemError(Code.INTERNAL, words("trouble.fonts")) from None
