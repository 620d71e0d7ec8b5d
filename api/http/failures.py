"""From every error that a request can end with to the problem that its client is told."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.asking import UnknownTypeError
from api.http.languages import words_of
from api.http.problems import Code, Place, ProblemError, Wrong, place_record
from api.meanings import AmbiguousError, UnknownDocumentError, UnknownPlaceError
from api.pages.problem_pages import problem_answer
from api.troubles import MissingExtraError, NothingDrawnError, Trouble
from api.words import Words, table
from graph.store import CursorError, NotFoundError, SlowError, StoreError
from loaders.resolve import CitationError, parse_citation

_BY_STATUS: Final = MappingProxyType(
    {
        HTTPStatus.NOT_FOUND: Code.NOT_FOUND,
        HTTPStatus.METHOD_NOT_ALLOWED: Code.METHOD,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Code.TOO_LARGE,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE: Code.MEDIA_TYPE,
    }
)
_TROUBLES: Final[Sequence[tuple[type[Trouble], Code]]] = (
    (UnknownDocumentError, Code.UNKNOWN_DOCUMENT),
    (AmbiguousError, Code.AMBIGUOUS),
    (UnknownPlaceError, Code.UNKNOWN_PLACE),
    (NothingDrawnError, Code.NOT_FOUND),
    (MissingExtraError, Code.INTERNAL),
)


_CITATIONS: Final = ("citation", "implements", "document", "around")
"""The parameters that are citations."""


def handle(app: FastAPI) -> None:
    """Let an application tell all errors as problems."""
    for kind, tell in _HANDLERS.items():
        app.add_exception_handler(kind, _handler(tell))


def _handler(
    tell: Callable[[Any, Request], ProblemError],
) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def handler(request: Request, error: Exception) -> Response:
        answer = problem_answer(tell(error, request), request)
        if isinstance(error, HTTPException) and error.headers:
            answer.headers.update(error.headers)
        if answer.headers.get("allow") == "GET":
            answer.headers["allow"] = "GET, HEAD"
        return answer

    return handler


def _itself(error: ProblemError, _: Request) -> ProblemError:
    return error


def _of_store(error: StoreError, _: Request) -> ProblemError:
    if isinstance(error, NotFoundError):
        return ProblemError(Code.NOT_FOUND, str(error))
    if isinstance(error, CursorError):
        return ProblemError(Code.BAD_CURSOR, str(error), place=Place("query", "after"))
    if isinstance(error, SlowError):
        return ProblemError(Code.TOO_SLOW, str(error))
    return ProblemError(Code.STORE, str(error))


def _of_citation(error: CitationError, request: Request) -> ProblemError:
    place = _place_of_citation(error, request)
    return ProblemError(Code.BAD_CITATION, error.message, place=place)


def _place_of_citation(error: CitationError, request: Request) -> Place | None:
    """Return which of the values of a request is the citation that cannot be read, and where."""
    values = [Place("path", name, error.at) for name in request.path_params]
    values += [Place("query", name, error.at) for name in _CITATIONS]
    for place in values:
        given = request.path_params if place.part == "path" else request.query_params
        try:
            parse_citation(given.get(place.name, ""))
        except CitationError as found:
            if place.name in given and found.message == error.message:
                return place
    return None


def _of_trouble(error: Trouble, request: Request) -> ProblemError:
    """Tell what was said to people, without the word that begins such a message."""
    start = words_of(request)("trouble.error", message="")
    code = next((code for kind, code in _TROUBLES if isinstance(error, kind)), Code.BAD_VALUE)
    more: dict[str, Any] = {}
    if isinstance(error, AmbiguousError):
        more["candidates"] = list(error.keys)
    return ProblemError(code, error.message.removeprefix(start), **more)


def _of_type(error: UnknownTypeError, _: Request) -> ProblemError:
    return ProblemError(Code.BAD_VALUE, str(error), place=Place("query", "type"))


def _of_validation(error: RequestValidationError, request: Request) -> ProblemError:
    words = words_of(request)
    wrongs = [_wrong(one, words) for one in error.errors()]
    errors = [{"message": one.message, "place": place_record(one.place)} for one in wrongs]
    return ProblemError(
        Code.BAD_VALUE,
        "; ".join(f"{one.place.name}: {one.message}" for one in wrongs),
        place=wrongs[0].place,
        errors=errors,
    )


def _wrong(error: Mapping[str, Any], words: Words) -> Wrong:
    """Say what is wrong with one value, without repeating it: it may be long, or a secret."""
    part, *names = (str(step) for step in error["loc"])
    name = ".".join(names) or part
    key = f"http.wrong.{error['type']}"
    if key not in table():
        return Wrong(words("http.wrong"), Place(part, name))
    return Wrong(words(key, **error.get("ctx", {})), Place(part, name))


def _of_http(error: HTTPException, _: Request) -> ProblemError:
    code = _BY_STATUS.get(HTTPStatus(error.status_code), Code.BAD_REQUEST)
    return ProblemError(code)


_HANDLERS: Final[Mapping[type[Exception], Callable[[Any, Request], ProblemError]]] = (
    MappingProxyType(
        {
            ProblemError: _itself,
            StoreError: _of_store,
            CitationError: _of_citation,
            Trouble: _of_trouble,
            UnknownTypeError: _of_type,
            RequestValidationError: _of_validation,
            HTTPException: _of_http,
        }
    )
)
