"""Who is let in: asked of every request before a byte of its body is read."""

import ipaddress
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.audit import Audit
from api.http.languages import words_of_scope
from api.http.problems import Code, ProblemError
from api.http.security import QUESTIONS, Key, Role, owner_of
from api.http.server_settings import ServerSettings
from api.pages.problem_pages import problem_answer, wants_page

COOKIE: Final = "chidao_key"
"""Where a browser keeps the key that somebody has given to the login page."""

LOGIN: Final = "/login"
LOGOUT: Final = "/logout"
LANGUAGE: Final = "/language"
SESSION: Final = "/api/session"

_OPEN: Final = frozenset({"/healthz", "/readyz", LOGIN, LOGOUT, LANGUAGE, SESSION})
_STATIC: Final = "/static/"
_READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_LOCAL_NAMES: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_FORWARDED: Final = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


@dataclass(frozen=True, slots=True)
class _Asker:
    """Whose key a request bears, and whether a browser has added it by itself."""

    key: Key | None
    by_cookie: bool = False


class Gate:
    """Lets in who may read or write, tells the others why not, and notes every write."""

    def __init__(self, app: ASGIApp, settings: ServerSettings, audit: Audit) -> None:
        self._app = app
        self._settings = settings
        self._audit = audit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            asker = self._asker(headers)
            scope["chidao.key"] = asker.key
            self._check(scope, headers, asker)
        except ProblemError as error:
            await _refusal(error, scope)(scope, receive, send)
            return
        if _is_reading(scope) or scope["path"] in _OPEN:
            await self._app(scope, receive, send)
        else:
            await self._noted(scope, receive, send)

    def _asker(self, headers: Headers) -> _Asker:
        """Return whose key a request bears; raise `ProblemError` for one that nobody has.

        A cookie may be older than the keys: then it is as if there were none.
        """
        scheme, _, secret = headers.get("authorization", "").partition(" ")
        if scheme:
            bearer = scheme.lower() == "bearer"
            key = owner_of(secret.strip(), self._settings.keys) if bearer else None
            if key is None:
                raise ProblemError(Code.KEY_UNKNOWN)
            return _Asker(key)
        cookie = cookie_parser(headers.get("cookie", "")).get(COOKIE)
        if cookie:
            return _Asker(owner_of(cookie, self._settings.keys), by_cookie=True)
        return _Asker(None)

    def _check(self, scope: Scope, headers: Headers, asker: _Asker) -> None:
        path = scope["path"]
        if path in _OPEN or path.startswith(_STATIC):
            return
        if not _is_reading(scope):
            _check_writing(headers, asker)
        elif asker.key is None and not self._is_open(scope, headers):
            raise ProblemError(Code.KEY_WANTED)
        elif scope["method"] == "POST" and _is_sent_from_elsewhere(headers):
            raise ProblemError(Code.NOT_ALLOWED)

    def _is_open(self, scope: Scope, headers: Headers) -> bool:
        """Tell whether reading is open: to programs on this machine that ask it by a local name.

        A page from elsewhere whose name leads here asks by that name, and a proxy on this machine
        asks for others: neither is let in.
        """
        client = scope.get("client")
        return (
            self._settings.open_on_loopback
            and client is not None
            and _is_loopback(client[0])
            and (urlsplit(f"//{headers.get('host', '')}").hostname or "") in _LOCAL_NAMES
            and not any(name in headers for name in _FORWARDED)
        )

    async def _noted(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a write happen between two lines of the audit log: what is asked, how it ended."""
        key: Key = scope["chidao.key"]
        told = {
            "request": scope.get("chidao.request"),
            "who": key.name,
            "from": scope["client"][0] if scope.get("client") else None,
            "method": scope["method"],
            "path": scope["path"],
        }
        try:
            await self._audit.note("asked", **told)
        except OSError:
            error = ProblemError(Code.STORE, words_of_scope(scope)("http.no_audit"))
            await _refusal(error, scope)(scope, receive, send)
            return
        status = 500

        async def seen(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, seen)
        finally:
            await self._audit.note("done", **told, status=status)


def _is_reading(scope: Scope) -> bool:
    """Tell whether a request only asks: a draft to be checked too."""
    return scope["method"] in _READING or (scope["method"] == "POST" and scope["path"] in QUESTIONS)


def _is_sent_from_elsewhere(headers: Headers) -> bool:
    """Tell whether a browser sends what another site has told it to; programs do not say."""
    is_told = "sec-fetch-site" in headers or "origin" in headers
    return is_told and not is_same_origin(headers)


def _check_writing(headers: Headers, asker: _Asker) -> None:
    """Raise `ProblemError` unless an editor asks, and asks by their own will."""
    if asker.key is None:
        raise ProblemError(Code.KEY_WANTED)
    if asker.key.role is not Role.EDITOR:
        raise ProblemError(Code.NOT_ALLOWED)
    if asker.by_cookie and not is_same_origin(headers):
        raise ProblemError(Code.NOT_ALLOWED)


def is_same_origin(headers: Headers) -> bool:
    """Tell whether a browser asks for a page of this server."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    return urlsplit(headers.get("origin", "")).netloc == headers.get("host", "")


def _is_loopback(host: str) -> bool:
    """Tell whether an address is this machine's own; the tests' client has a name instead."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _refusal(error: ProblemError, scope: Scope) -> Response:
    """Return the answer to who is not let in: people are led to the page that asks for a key."""
    request = HTTPConnection(scope)
    if wants_page(request) and error.code is Code.KEY_WANTED and scope["method"] in _READING:
        query = scope["query_string"].decode("ascii", "replace")
        there = scope["path"] + (f"?{query}" if query else "")
        return RedirectResponse(f"{LOGIN}?next={quote(there)}", status_code=303)
    return problem_answer(error, request)
