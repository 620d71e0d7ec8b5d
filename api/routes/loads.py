"""Loading files by upload: a job with its progress as events, and its report."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Header, Path, Query, Request, UploadFile
from starlette.responses import Response, StreamingResponse

from api.http.described import ANY, plain, stream, writes
from api.http.loads import ENDED, Load
from api.http.problems import Code, Place, ProblemError
from api.http.queries import Nothing
from api.http.replies import JSON, json_bytes
from api.http.serving import Serving, key_of, serving_of
from api.http.shapes.answers import LoadAnswer, LoadsAnswer

router: Final = APIRouter(prefix="/api/loads", tags=["loads"])

EVENTS: Final = "text/event-stream"
_LOOK: Final = 0.1
"""Seconds between two looks at how far a load is."""

_HEARTBEAT: Final = 15.0
"""Seconds of silence after which a line is sent that says nothing, for what stands between."""


class EventStream(StreamingResponse):
    """Server-sent events."""

    media_type = EVENTS


LoadId = Annotated[str, Path(description="As the answer to the upload tells.", max_length=64)]


@router.post("", status_code=202, responses=writes(HTTPStatus.ACCEPTED, LoadAnswer))
async def upload(
    request: Request, files: list[UploadFile], _: Annotated[Nothing, Query()]
) -> Response:
    """Load files. The answer comes at once; it tells where the progress and the report are."""
    load = await begin(request, files)
    headers = {"Location": f"/api/loads/{load.id}", "Cache-Control": "no-store"}
    return Response(json_bytes(load.record()), status_code=202, media_type=JSON, headers=headers)


async def begin(request: Request, files: list[UploadFile]) -> Load:
    """Keep uploaded files and let them be loaded; raise `ProblemError` where there is no room."""
    serving, key = serving_of(request), key_of(request)
    serving.loads.check_room()
    most = serving.settings.caps.files
    if len(files) > most:
        raise ProblemError(Code.TOO_LARGE, place=Place("body", "files"), most=most)
    kept = [
        await asyncio.to_thread(serving.uploads.keep, file.file, file.filename or "")
        for file in files
    ]
    return serving.loads.add(tuple(kept), key.name if key else "")


@router.get("", responses=plain(LoadsAnswer, *ANY))
async def loads(request: Request, _: Annotated[Nothing, Query()]) -> Response:
    """List the loads since the server began, the newest first, without the files of each."""
    rows = []
    for load in serving_of(request).loads.all():
        row = load.record()
        del row["rows"], row["question"]
        rows.append(row)
    record = {"question": "loads", "total": len(rows), "rows": rows}
    return Response(json_bytes(record), media_type=JSON, headers={"Cache-Control": "no-store"})


@router.get("/{load}", responses=plain(LoadAnswer, *ANY, Code.NOT_FOUND))
async def load(request: Request, load: LoadId, _: Annotated[Nothing, Query()]) -> Response:
    """Tell how far a load is, with what became of each file so far."""
    found = serving_of(request).loads.get(load)
    headers = {"Cache-Control": "no-store"}
    return Response(json_bytes(found.record()), media_type=JSON, headers=headers)


@router.get(
    "/{load}/events",
    response_class=EventStream,
    responses=stream(EVENTS, *ANY, Code.NOT_FOUND),
)
async def events(
    request: Request,
    load: LoadId,
    _: Annotated[Nothing, Query()],
    last: Annotated[
        int | None, Header(alias="Last-Event-ID", ge=0, description="The last event seen.")
    ] = None,
) -> Response:
    """Send an event for each file as soon as it is loaded, and one at the end."""
    serving = serving_of(request)
    found = serving.loads.get(load)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    told = _events(serving, found, last or 0)
    return EventStream(told, headers=headers)


async def _events(serving: Serving, load: Load, sent: int) -> AsyncIterator[bytes]:
    """Give the events after the first `sent`: `file` for each, `end` with the whole report."""
    spoken = time.monotonic()
    while True:
        ended = load.state in ENDED  # before the rows are looked at: none comes after the end
        for row in load.rows[sent:]:
            sent += 1
            told = {"done": sent, "files": len(load.uploads), "row": row}
            yield _event("file", sent, told)
            spoken = time.monotonic()
        if ended:
            yield _event("end", sent, load.record())
            return
        if serving.stopping:
            return
        if time.monotonic() - spoken > _HEARTBEAT:
            yield b":\n\n"
            spoken = time.monotonic()
        await asyncio.sleep(_LOOK)


def _event(name: str, number: int, told: object) -> bytes:
    data = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f"event: {name}\nid: {number}\ndata: {data}\n\n".encode("utf-8", "replace")
