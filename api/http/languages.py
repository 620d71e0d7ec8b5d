"""The language of an answer over HTTP: Vietnamese first, English by a switch."""

from typing import Final

from starlette.requests import HTTPConnection
from starlette.types import Scope

from api.words import ENGLISH, VIETNAMESE, Words

COOKIE: Final = "chidao_lang"
"""Where a browser keeps the language that somebody has chosen on a page."""


def words_of(request: HTTPConnection) -> Words:
    """Return the words in the language that a request asks for."""
    asked = request.cookies.get(COOKIE) or request.headers.get("accept-language", "")
    return Words(ENGLISH if asked.strip().lower().startswith(ENGLISH) else VIETNAMESE)


def words_of_scope(scope: Scope) -> Words:
    """Return the words for a request that nobody has taken apart yet."""
    return words_of(HTTPConnection(scope))
