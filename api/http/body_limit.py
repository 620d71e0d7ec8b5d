"""How large a request may be, counted while it comes in, whatever it says of itself."""

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.problems import Code, ProblemError
from api.pages.problem_pages import problem_answer

_TOO_LARGE = 413


class BodyLimit:
    """Refuses bodies of more bytes than `most` allows for their path."""

    def __init__(self, app: ASGIApp, most: Callable[[str], int]) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._most(scope["path"])
        if _announced(scope) > most:
            error = ProblemError(Code.TOO_LARGE, most=most)
            await problem_answer(error, HTTPConnection(scope))(scope, receive, send)
            return
        left = most

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(_TOO_LARGE)
            return message

        await self._app(scope, counted, send)


def _announced(scope: Scope) -> int:
    """Return how many bytes a request says that it has, 0 where it does not say."""
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0
