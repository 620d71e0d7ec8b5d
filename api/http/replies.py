"""Answers on their way out: JSON or CSV, with the next page, a name for the bytes, or no bytes."""

import json
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final
from urllib.parse import urlencode

from fastapi import Request
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

from api.answers import Record, answer_record, flat, flat_columns
from api.csv_text import csv_text
from api.http.negotiation import chosen
from api.http.problems import Code, Place, ProblemError
from api.http.queries import AsOf, Page
from api.http.remembered import Body
from api.http.serving import Serving, serving_of
from api.options import today
from graph.answer_types import Answer
from graph.store import Store

JSON: Final = "application/json"
CSV: Final = "text/csv"


_ASKED: Final = (b"accept", b"accept-language", b"host", b"cookie")
"""The headers that an answer may depend on; a cookie may tell the language."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What was found: the record of the command line, and the columns of its rows as a table.

    `flatten` makes a row of the record fit into one line.
    """

    record: Record
    columns: tuple[str, ...] = ()
    flatten: Callable[[Record], dict[str, Any]] = dict


def listed(question: str, page: AsOf, answer: Answer, kind: type, **more: object) -> Reply:
    """Return the reply to a question whose rows are all of one kind."""
    record = answer_record(question, page.as_of, answer, **more)
    return Reply(record, tuple(flat_columns(kind)), flat)


async def reply(
    request: Request,
    find: Callable[[Store], Reply],
    page: AsOf | None = None,
    medias: Iterable[str] = (JSON,),
    vary: str = "",
) -> Response:
    """Answer a request that only reads, from what is remembered where nobody has written since.

    `vary` names the headers that the answer depends on besides the usual.
    """
    if isinstance(page, Page):
        check_page(page, serving_of(request))
    media = chosen(request.headers.get("accept"), tuple(medias))
    return await kept(request, partial(_body, find, media, request), vary)


async def kept(request: Request, make: Callable[[Store], Body], vary: str = "") -> Response:
    """Answer from what is remembered where nobody has written since, else let it be made.

    `vary` names the headers that the answer depends on besides the usual.
    """
    serving, key = serving_of(request), key_of(request.scope)
    route = request.scope["route"].path

    def made(store: Store) -> Body:
        return replace(make(store), route=route, vary=vary)

    found = await serving.pool.run(lambda store: serving.remembered.body(key, store, made))
    return conditional(request.headers, found)


def key_of(scope: Scope) -> Hashable:
    """Return all of a request that an answer may depend on."""
    headers = {name: value for name, value in scope["headers"] if name in _ASKED}
    told = tuple(headers.get(name) for name in _ASKED)
    return (scope["path"], scope["query_string"], told, today())


def check_page(page: Page, serving: Serving) -> None:
    """Refuse a page that is larger than any may be."""
    if page.limit > serving.settings.caps.page:
        raise ProblemError(
            Code.BAD_VALUE,
            serving.words("http.page", most=serving.settings.caps.page),
            place=Place("query", "limit"),
        )


def conditional(asked: Headers, found: Body) -> Response:
    """Return the bytes, or that those which the client has are still right."""
    headers = {
        "ETag": found.etag,
        "Cache-Control": "private, no-cache",
        "Vary": f"{found.vary}Accept, Authorization, Cookie",
        **dict(found.headers),
    }
    known = asked.get("if-none-match")
    if known is not None and names(known, found.etag):
        return Response(status_code=304, headers=headers)
    return Response(found.content, media_type=found.media, headers=headers)


def names(tags: str, etag: str) -> bool:
    """Tell whether a list of tags names this one; weak ones are as good, or `*`, which is any."""
    named = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
    return bool(named & {"*", etag})


def _body(find: Callable[[Store], Reply], media: str, request: Request, store: Store) -> Body:
    found = find(store)
    headers = []
    if "total" in found.record:
        headers.append(("X-Total-Count", str(found.record["total"])))
    cursor = found.record.get("cursor")
    if cursor is not None:
        headers.append(("Link", f'<{_next(request, cursor)}>; rel="next"'))
    if media == CSV:
        lines = (found.flatten(row) for row in found.record["rows"])
        return Body(csv_text(found.columns, lines).encode("utf-8", "replace"), CSV, tuple(headers))
    return Body(json_bytes(found.record), JSON, tuple(headers))


def json_bytes(value: object) -> bytes:
    """Return a value as JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def _next(request: Request, cursor: str) -> str:
    """Return where the next page is, relative to the server."""
    asked = [pair for pair in request.query_params.multi_items() if pair[0] != "after"]
    path = request.scope.get("raw_path", request.url.path.encode()).decode("ascii", "replace")
    return f"{path}?{urlencode([*asked, ('after', cursor)])}"
