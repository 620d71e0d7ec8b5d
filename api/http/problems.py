"""What goes wrong, told to programs: RFC 9457 problems, each with a code, and the place if any."""

import json
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final

from starlette.responses import Response

from api.words import Words

MEDIA: Final = "application/problem+json"


class Code(StrEnum):
    """What went wrong; programs go by it, people by the words."""

    BAD_CITATION = "bad-citation"
    BAD_CURSOR = "bad-cursor"
    BAD_VALUE = "bad-value"
    BAD_REQUEST = "bad-request"
    BAD_QUERY = "bad-query"
    KEY_WANTED = "key-wanted"
    KEY_UNKNOWN = "key-unknown"
    NOT_ALLOWED = "not-allowed"
    NOT_FOUND = "not-found"
    UNKNOWN_DOCUMENT = "unknown-document"
    UNKNOWN_PLACE = "unknown-place"
    METHOD = "method"
    NOT_ACCEPTABLE = "not-acceptable"
    AMBIGUOUS = "ambiguous-document"
    CHANGED = "changed"
    TOO_LARGE = "too-large"
    MEDIA_TYPE = "media-type"
    REFUSED = "refused-file"
    BUSY = "busy"
    STORE = "store"
    TOO_SLOW = "too-slow"
    INTERNAL = "internal"
    NOT_INSTALLED = "not-installed"


STATUSES: Final = MappingProxyType(
    {
        Code.BAD_CITATION: HTTPStatus.UNPROCESSABLE_ENTITY,
        Code.BAD_CURSOR: HTTPStatus.UNPROCESSABLE_ENTITY,
        Code.BAD_VALUE: HTTPStatus.UNPROCESSABLE_ENTITY,
        Code.BAD_REQUEST: HTTPStatus.BAD_REQUEST,
        Code.BAD_QUERY: HTTPStatus.BAD_REQUEST,
        Code.KEY_WANTED: HTTPStatus.UNAUTHORIZED,
        Code.KEY_UNKNOWN: HTTPStatus.UNAUTHORIZED,
        Code.NOT_ALLOWED: HTTPStatus.FORBIDDEN,
        Code.NOT_FOUND: HTTPStatus.NOT_FOUND,
        Code.UNKNOWN_DOCUMENT: HTTPStatus.NOT_FOUND,
        Code.UNKNOWN_PLACE: HTTPStatus.UNPROCESSABLE_ENTITY,
        Code.METHOD: HTTPStatus.METHOD_NOT_ALLOWED,
        Code.NOT_ACCEPTABLE: HTTPStatus.NOT_ACCEPTABLE,
        Code.AMBIGUOUS: HTTPStatus.CONFLICT,
        Code.CHANGED: HTTPStatus.PRECONDITION_FAILED,
        Code.TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        Code.MEDIA_TYPE: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        Code.REFUSED: HTTPStatus.UNPROCESSABLE_ENTITY,
        Code.BUSY: HTTPStatus.SERVICE_UNAVAILABLE,
        Code.STORE: HTTPStatus.SERVICE_UNAVAILABLE,
        Code.TOO_SLOW: HTTPStatus.GATEWAY_TIMEOUT,
        Code.INTERNAL: HTTPStatus.INTERNAL_SERVER_ERROR,
        Code.NOT_INSTALLED: HTTPStatus.NOT_IMPLEMENTED,
    }
)
"""The status of an answer that tells of a problem."""

_HEADERS: Final = MappingProxyType(
    {
        HTTPStatus.UNAUTHORIZED: {"WWW-Authenticate": 'Bearer realm="chidao"'},
        HTTPStatus.SERVICE_UNAVAILABLE: {"Retry-After": "2"},
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a request a value goes wrong: `query`, `path`, `header` or `body`, and its name.

    `at` is the first code point of the value that is wrong, from 0, where that is known.
    """

    part: str
    name: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Wrong:
    """One value that is wrong, why, and where it stands."""

    message: str
    place: Place


class ProblemError(Exception):
    """What goes wrong with a request; without a `detail` the words of its code say it all."""

    def __init__(
        self, code: Code, detail: str = "", *, place: Place | None = None, **more: object
    ) -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
        self.place = place
        self.more = more


def problem(error: ProblemError, words: Words) -> Response:
    """Return the answer that tells of a problem."""
    status = STATUSES[error.code]
    told = problem_record(error, words)
    headers = {"Cache-Control": "no-store", "Content-Language": words.language}
    return Response(
        json.dumps(told, ensure_ascii=False).encode("utf-8", "replace"),
        status_code=status.value,
        media_type=MEDIA,
        headers=headers | _HEADERS.get(status, {}),
    )


def problem_record(error: ProblemError, words: Words) -> dict[str, Any]:
    """Return a problem as programs read it."""
    return {
        "type": f"urn:chidao:problem:{error.code}",
        "title": words(f"problem.{error.code}"),
        "status": STATUSES[error.code].value,
        "code": error.code.value,
        "detail": error.detail or words(f"problem.{error.code}"),
        **({"place": place_record(error.place)} if error.place else {}),
        **error.more,
    }


def place_record(place: Place) -> dict[str, Any]:
    """Return a place as programs read it."""
    return {"in": place.part, "name": place.name, "at": place.at}
