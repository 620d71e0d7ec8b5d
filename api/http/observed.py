"""Every request seen from outside: its number, its time, its line in the log, its faults."""

import time
import uuid
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.logs import LOGGER
from api.http.metrics import Metrics
from api.http.problems import Code, ProblemError
from api.pages.problem_pages import problem_answer

_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH"})


class Observed:
    """Counts and logs every request; what nobody else has caught becomes a problem."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        number = scope["chidao.request"] = uuid.uuid4().hex
        status = 0

        async def seen(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = number
            await send(message)

        self._metrics.under_way.inc()
        try:
            await self._app(scope, receive, seen)
        except Exception:
            LOGGER.exception("fault", extra={"told": {"request": number}})
            if status:  # half an answer cannot be taken back: the connection has to end
                raise
            error = ProblemError(Code.INTERNAL, request=number)
            answer = problem_answer(error, HTTPConnection(scope))
            await answer(scope, receive, seen)
        finally:
            self._metrics.under_way.dec()
            self._note(scope, status, time.perf_counter() - began)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = scope.get("chidao.route") or getattr(scope.get("route"), "path", "none")
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.requests.labels(method, route, str(status)).inc()
        self._metrics.seconds.labels(route).observe(seconds)
        key = scope.get("chidao.key")
        told = {
            "request": scope["chidao.request"],
            "method": method,
            "route": route,
            "status": status,
            "ms": round(seconds * 1000, 1),
            "who": key.name if key else None,
        }
        LOGGER.info("request", extra={"told": told})
