"""SPARQL over the exported graph, by the protocol of W3C: queries only."""

from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Final
from urllib.parse import parse_qsl

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.http.described import ANY, problems
from api.http.languages import words_of
from api.http.negotiation import chosen
from api.http.problems import Code, Place, ProblemError
from api.http.queries import Nothing, SparqlQuery
from api.http.replies import json_bytes
from api.http.security import SPARQL
from api.http.serving import serving_of
from api.http.shapes.values import DIRECTIVE
from api.http.sparql_graph import GraphTooLargeError
from api.sparql_results import results_csv, results_json

if TYPE_CHECKING:
    from ontology.rdf.engines import Answer

router: Final = APIRouter(prefix=SPARQL, tags=["graph"])

RESULTS: Final = "application/sparql-results+json"
JSON: Final = "application/json"
CSV: Final = "text/csv"
FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
SYNTAXES: Final = MappingProxyType(
    {"text/turtle": "turtle", "application/ld+json": "json-ld", "application/n-triples": "nt"}
)
"""The forms of a graph, with what the engines call them."""

_TEXT: Final[dict[str, Any]] = {"schema": {"type": "string"}}
_JSON: Final[dict[str, Any]] = {"schema": {}}
_ROW: Final = {"key": {"type": "literal", "value": DIRECTIVE}}
_EXAMPLE: Final = {"head": {"vars": ["key"]}, "results": {"bindings": [_ROW]}}
_OBJECT: Final[dict[str, Any]] = {"schema": {"type": "object"}, "example": _EXAMPLE}
_CUT: Final = {"description": "The most rows, where there are more.", "schema": {"type": "string"}}
_RESPONSES: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "Rows, a truth, or a graph, as the query asks.",
        "headers": {"X-Cut": _CUT},
        "content": {
            RESULTS: _OBJECT,
            JSON: _OBJECT,
            CSV: _TEXT,
            **{media: _JSON if media.endswith("json") else _TEXT for media in SYNTAXES},
        },
    },
    **problems(*ANY, Code.BAD_QUERY, Code.NOT_INSTALLED),
}
_FORM_SCHEMA: Final = {
    "type": "object",
    "properties": {"query": {"type": "string"}},
    "required": ["query"],
    "additionalProperties": False,
}
_BODY: Final = {
    "required": True,
    "content": {FORM: {"schema": _FORM_SCHEMA}, QUERY: _TEXT},
}


@router.get("", response_class=Response, responses=_RESPONSES)
async def ask(request: Request, query: Annotated[SparqlQuery, Query()]) -> Response:
    """Answer a SPARQL query over all graphs of the store together.

    No updates, no SERVICE, no FROM. Our prefixes (chidao:, eli:, oa: …) need no declaration.
    """
    return await _answered(request, query.query, Place("query", "query"))


@router.post(
    "",
    response_class=Response,
    responses={
        **_RESPONSES,
        **problems(Code.BAD_REQUEST, Code.BAD_QUERY),
        **problems(Code.MEDIA_TYPE, Code.TOO_LARGE),
    },
    openapi_extra={"requestBody": _BODY},
)
async def post(request: Request, _: Annotated[Nothing, Query()]) -> Response:
    """Answer a SPARQL query that is too long for an address."""
    place = Place("body", "query")
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        body = (await request.body()).decode("utf-8")
    except UnicodeDecodeError:
        raise ProblemError(Code.BAD_REQUEST, place=place) from None
    if media == QUERY:
        return await _answered(request, body, place)
    if media != FORM:
        raise ProblemError(Code.MEDIA_TYPE)
    told = parse_qsl(body, keep_blank_values=True)
    if [name for name, _ in told] != ["query"]:
        raise ProblemError(Code.BAD_VALUE, place=place)
    return await _answered(request, told[0][1], place)


async def _answered(request: Request, query: str, place: Place) -> Response:
    serving, words = serving_of(request), words_of(request)
    try:
        from ontology.rdf.sparql import Reason, SparqlError  # noqa: PLC0415  (of an extra)
    except ModuleNotFoundError as error:
        if error.name != "rdflib":
            raise
        reason = words("trouble.extra_needed", extra="rdf")
        raise ProblemError(Code.NOT_INSTALLED, reason) from error
    accept = request.headers.get("accept")
    try:
        answer = await serving.sparql.answer(query, _syntax(accept))
    except GraphTooLargeError as error:
        most = serving.settings.caps.sparql_bytes
        raise ProblemError(Code.STORE, words("http.graph_too_large", most=most)) from error
    except SparqlError as error:
        if error.code is Reason.TIME:
            raise ProblemError(Code.TOO_SLOW) from error
        reason = words(f"sparql.{error.code}", message=error.message)
        code = Code.TOO_SLOW if error.code is Reason.MEMORY else Code.BAD_QUERY
        raise ProblemError(code, reason, place=place) from error
    headers = {"Cache-Control": "no-store", "Vary": "Accept, Authorization, Cookie"}
    if not answer.whole:
        headers["X-Cut"] = str(serving.settings.caps.sparql_rows)
    return _response(answer, accept, headers)


def _syntax(accept: str | None) -> str:
    """Return how a graph is to be written, if the answer is one."""
    try:
        return SYNTAXES[chosen(accept, tuple(SYNTAXES))]
    except ProblemError:
        return next(iter(SYNTAXES.values()))


def _response(answer: "Answer", accept: str | None, headers: dict[str, str]) -> Response:
    if answer.triples is not None:
        media = chosen(accept, tuple(SYNTAXES))
        return Response(answer.triples.encode("utf-8"), media_type=media, headers=headers)
    media = chosen(accept, (RESULTS, JSON) if answer.truth is not None else (RESULTS, JSON, CSV))
    if media == CSV:
        return Response(results_csv(answer).encode("utf-8"), media_type=CSV, headers=headers)
    return Response(json_bytes(results_json(answer)), media_type=media, headers=headers)
