"""HEAD, answered by whatever answers GET: the same headers, and nothing after them."""

import asyncio

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """Asks for what a HEAD is about as a GET would, and keeps the bytes back."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        scope["method"] = "GET"
        try:
            await _without_body(self._app, scope, receive, send)
        finally:
            scope["method"] = "HEAD"  # for the log


async def _without_body(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Send how an answer begins; one that is a stream, which has no length, ends there."""

    async def begun(message: Message) -> None:
        if message["type"] != "http.response.start":
            return
        await send(message)
        await send({"type": "http.response.body", "body": b""})
        if "content-length" not in MutableHeaders(scope=message):
            answering.cancel()

    answering = asyncio.ensure_future(app(scope, receive, begun))
    try:
        await asyncio.wait({answering})
    finally:
        answering.cancel()
    if not answering.cancelled():
        answering.result()
