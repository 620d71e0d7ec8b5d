"""From what was found to a page: templates with everything escaped, in the language asked for."""

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import jinja2
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from api.http.languages import words_of
from api.http.remembered import Body
from api.http.replies import kept
from api.http.security import Key, Role
from api.http.serving import serving_of
from api.labels import document_name, full_day, one_line
from api.pages import links
from api.pages.menu import menu_of
from graph.store import Store

HERE: Final = Path(__file__).parent
STATIC: Final = HERE / "static"
HTML: Final = "text/html"

Found = Mapping[str, Any]
"""What a template is told."""


@cache
def templates() -> jinja2.Environment:
    """Return the templates; a name that nobody has told is an error, never a blank."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["day"] = full_day
    made.filters["line"] = one_line
    made.filters["name"] = document_name
    made.filters["moment"] = _moment
    made.filters["sentence"] = _sentence
    made.globals["links"] = links
    made.globals["static"] = static_url
    return made


def _moment(text: str) -> str:
    """Return a moment in ISO form as people write it, in the time of the server."""
    return f"{dt.datetime.fromisoformat(text).astimezone():%H:%M %d/%m/%Y}"


def _sentence(text: str) -> str:
    """Return words as they begin a line: the first letter is a capital, the others stay."""
    return text[:1].upper() + text[1:]


@cache
def static_url(name: str) -> str:
    """Return where a file of the pages is; new bytes have a new address."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()
    return f"/static/{name}?{urlencode({'v': digest[:12]})}"


async def page(request: Request, template: str, find: Callable[[Store], Found]) -> Response:
    """Answer with a page that tells what `find` finds in the store.

    Both happen in a thread of the pool, so that a long page holds up nobody.
    """
    common = common_of(request)

    def make(store: Store) -> str:
        return templates().get_template(template).render({**common, **find(store)})

    headers = (("Content-Language", words_of(request).language),)

    def body(store: Store) -> Body:
        return Body(make(store).encode("utf-8", "replace"), HTML, headers)

    if "authorization" in request.headers:  # who reads it is not told by what is remembered
        return html(request, await serving_of(request).pool.run(make))
    return await kept(request, body, "Accept-Language, ")


def plain_page(
    request: HTTPConnection, template: str, told: Found, status: HTTPStatus = HTTPStatus.OK
) -> Response:
    """Answer with a page that needs no store."""
    text = templates().get_template(template).render({**common_of(request), **told})
    return html(request, text, status)


def html(request: HTTPConnection, text: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """Return a page. Lone surrogates, which no page can hold, are shown as question marks."""
    headers = {
        "Cache-Control": "private, no-cache",
        "Content-Language": words_of(request).language,
        "Vary": "Accept, Accept-Language, Authorization, Cookie",
    }
    content = text.encode("utf-8", "replace")
    return Response(content, status_code=status, media_type=HTML, headers=headers)


def common_of(request: HTTPConnection) -> Found:
    """Return what every page is told: its words, its place in the menu, and who reads it."""
    key: Key | None = request.scope.get("chidao.key")
    query = request.url.query
    words = words_of(request)
    return {
        "w": words,
        "language": words.language,
        "here": request.url.path + (f"?{query}" if query else ""),
        "menu": menu_of(request.url.path),
        "who": key,
        "may_write": key is not None and key.role is Role.EDITOR,
    }
