"""What the persistent name of a thing is answered with: its page, or what RDF says of it."""

from collections.abc import Callable, Iterable
from functools import partial
from types import MappingProxyType
from typing import Final

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.http.negotiation import chosen
from api.http.queries import FormQuery
from api.http.remembered import Body
from api.http.replies import kept
from api.pages.rendering import HTML
from graph.rdf import jsonld, turtle
from graph.rdf.nodes import Node
from graph.store import Store

TURTLE: Final = "text/turtle"
JSONLD: Final = "application/ld+json"
OFFERED: Final = (HTML, TURTLE, JSONLD)
FORMS: Final = MappingProxyType({"html": HTML, "ttl": TURTLE, "jsonld": JSONLD})

Tell = Callable[[Store], Iterable[Node]]


def media_of(request: Request, query: FormQuery) -> str:
    """Return the form that is asked for, by name or else by Accept; raise `ProblemError`."""
    if query.format is not None:
        return FORMS[query.format]
    return chosen(request.headers.get("accept"), OFFERED)


async def thing(request: Request, query: FormQuery, page: str, tell: Tell) -> Response:
    """Lead people to the page of a thing, and tell programs what RDF says of it."""
    media = media_of(request, query)
    if media == HTML:
        return see_other(page)
    return await kept(request, partial(_body, media, page, tell))


def see_other(there: str) -> Response:
    """Lead somewhere else; where to depends on what is asked for."""
    headers = {"Vary": "Accept", "Cache-Control": "private, no-cache"}
    return RedirectResponse(there, status_code=303, headers=headers)


def _body(media: str, page: str, tell: Tell, store: Store) -> Body:
    nodes = tell(store)
    text = turtle.prefixes() + turtle.block(nodes) if media == TURTLE else jsonld.document(nodes)
    headers = (("Link", f'<{page}>; rel="alternate"; type="{HTML}"'),)
    return Body(text.encode("utf-8", "replace"), media, headers)
