"""How operations are described: what they answer, with an example, and what may go wrong."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final

from fastapi import APIRouter, FastAPI
from fastapi.openapi.models import Example
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic import BaseModel

from api.http.problems import MEDIA, STATUSES, Code, Place, ProblemError, problem_record
from api.http.security import QUESTIONS
from api.http.server_settings import Caps
from api.http.shapes.answers import Problem
from api.http.shapes.examples import example_of
from api.words import Words

JSON: Final = "application/json"
CSV: Final = "text/csv"
ANY: Final = (
    *(Code.KEY_WANTED, Code.KEY_UNKNOWN, Code.BAD_VALUE, Code.NOT_ACCEPTABLE),
    *(Code.STORE, Code.BUSY, Code.TOO_SLOW, Code.INTERNAL),
)
"""What may go wrong with every question."""

PAGED: Final = (Code.BAD_CURSOR,)
KEYED: Final = (Code.NOT_FOUND,)
PLACED: Final = (Code.UNKNOWN_PLACE,)
CITED: Final = (
    *(Code.NOT_FOUND, Code.UNKNOWN_DOCUMENT, Code.BAD_CITATION, Code.UNKNOWN_PLACE),
    Code.AMBIGUOUS,
)
"""What may go wrong where a document is named as people write it."""

WRITING: Final = (Code.NOT_ALLOWED, Code.BAD_REQUEST, Code.TOO_LARGE)

_NO_MORE: Final[Mapping[str, dict[str, Any]]] = MappingProxyType({})

Responses = dict[int | str, dict[str, Any]]

_PLACES: Final = {
    Code.BAD_CITATION: Place("query", "implements", 0),
    Code.BAD_CURSOR: Place("query", "after"),
    Code.BAD_VALUE: Place("query", "as_of"),
    Code.UNKNOWN_PLACE: Place("query", "jurisdiction"),
}
_PAGE_HEADERS: Final = {
    "X-Total-Count": {"description": "Rows on all pages.", "schema": {"type": "string"}},
    "Link": {"description": 'The next page, `rel="next"`.', "schema": {"type": "string"}},
}
_TAG: Final = {
    "ETag": {
        "description": "Names the answer; sent back as If-None-Match it saves the bytes.",
        "schema": {"type": "string"},
    }
}


def answers(model: type[BaseModel], *groups: Iterable[Code], table: bool = False) -> Responses:
    """Return the description of a question's answers: JSON, CSV where it is a `table`."""
    content: dict[str, Any] = {JSON: {"example": example_of(model)}}
    if table:
        content[CSV] = {"schema": {"type": "string"}}
    headers = _TAG | (_PAGE_HEADERS if "cursor" in model.model_fields else {})
    told = {"model": model, "description": _first_line(model), "content": content}
    return {
        200: told | {"headers": headers},
        304: {"description": "The answer is still the one named by If-None-Match."},
        **problems(*ANY, *(code for group in groups for code in group)),
    }


def writes(status: HTTPStatus, model: type[BaseModel], *codes: Code) -> Responses:
    """Return the description of what a write answers."""
    content = {JSON: {"example": example_of(model)}}
    told = {"model": model, "description": _first_line(model), "content": content}
    return {status.value: told, **problems(*ANY, *WRITING, *codes)}


def plain(
    model: type[BaseModel], *codes: Code, more: Mapping[str, dict[str, Any]] = _NO_MORE
) -> Responses:
    """Return the description of an answer that is never kept; `more` are its other forms."""
    content = {JSON: {"example": example_of(model)}, **more}
    told = {"model": model, "description": _first_line(model), "content": content}
    return {200: told, **problems(*codes)}


def file(media: str, description: str, *groups: Iterable[Code]) -> Responses:
    """Return the description of an answer that is a file."""
    told = {"content": {media: {"schema": {"type": "string", "format": "binary"}}}}
    codes = (code for group in groups for code in group)
    return {
        200: {"description": description, "headers": _TAG} | told,
        304: {"description": "The file is still the one named by If-None-Match."},
        **problems(*ANY, *codes),
    }


def export(medias: Iterable[str], *groups: Iterable[Code]) -> Responses:
    """Return the description of an answer that is one of several kinds of files, as it comes."""
    binary = {"schema": {"type": "string", "format": "binary"}}
    objects = {"schema": {"type": "object"}}
    content = {media: objects if media.endswith("json") else binary for media in medias}
    told = {"description": "The file, as it is written.", "content": content}
    return {200: told, **problems(*ANY, *(code for group in groups for code in group))}


def named(medias: Iterable[str], *groups: Iterable[Code]) -> Responses:
    """Return the description of what a persistent name is answered with."""
    content = {
        media: {"schema": {"type": "object" if media.endswith("json") else "string"}}
        for media in medias
    }
    told = {"description": "What is said of it, or its page.", "headers": _TAG}
    return {
        200: told | {"content": content},
        303: {"description": "Its page, or where else it is told of."},
        304: {"description": "The answer is still the one named by If-None-Match."},
        **problems(*ANY, Code.NOT_FOUND, *(code for group in groups for code in group)),
    }


def stream(media: str, *codes: Code) -> Responses:
    """Return the description of an answer that goes on while there is something to tell."""
    example = 'event: file\nid: 1\ndata: {"done":1,"files":2,"row":{"path":"ke-hoach.docx"}}\n\n'
    content = {media: {"schema": {"type": "string"}, "example": example}}
    told = {"description": "Events, `file` for each and `end` at last.", "content": content}
    return {200: told, **problems(*codes)}


def examples(*values: str) -> dict[str, Example]:
    """Return examples of a parameter."""
    return {value: Example(value=value) for value in values}


def problems(*codes: Code) -> Responses:
    """Return the description of what may go wrong, an example for each code."""
    by_status: defaultdict[HTTPStatus, list[Code]] = defaultdict(list)
    for code in dict.fromkeys(codes):
        by_status[STATUSES[code]].append(code)
    return {
        status.value: {
            "description": "; ".join(Words("en")(f"problem.{code}") for code in found),
            "content": {
                MEDIA: {
                    "schema": {"$ref": "#/components/schemas/Problem"},
                    "examples": {code.value: {"value": _example(code)} for code in found},
                }
            },
        }
        for status, found in sorted(by_status.items())
    }


def _example(code: Code) -> dict[str, Any]:
    return problem_record(ProblemError(code, place=_PLACES.get(code)), Words())


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").partition("\n")[0]


def describe(app: FastAPI, routers: Iterable[APIRouter], caps: Caps) -> None:
    """Let an application describe itself with problems, keys, and the caps that it has."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app, caps)
            _exemplify(routers, app.openapi_schema["paths"])
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # as FastAPI tells to


def _described(app: FastAPI, caps: Caps) -> dict[str, Any]:
    found = get_openapi(title=app.title, version=app.version, routes=app.routes)
    components = found.setdefault("components", {})
    shapes = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    components.setdefault("schemas", {}).update(shapes.pop("$defs", {}))
    components["schemas"]["Problem"] = shapes
    for unused in ("HTTPValidationError", "ValidationError"):
        components["schemas"].pop(unused, None)
    components["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
    for path, operations in found["paths"].items():
        for method, operation in operations.items():
            key = {"key": list[str]()}
            writes = method in {"put", "post"} and path not in QUESTIONS
            operation["security"] = [key] if writes else [{}, key]
            for parameter in operation.get("parameters", ()):
                _bare(parameter)
                _cap(parameter, caps)
    return found


def _exemplify(routers: Iterable[APIRouter], paths: dict[str, Any]) -> None:
    """Give examples as they were declared: FastAPI has taken every null out of them."""
    for route in (route for router in routers for route in router.routes):
        if not isinstance(route, APIRoute) or not route.include_in_schema:
            continue
        for method in route.methods or ():
            told = paths[route.path_format][method.lower()]["responses"]
            for status, declared in route.responses.items():
                for media, content in declared.get("content", {}).items():
                    told[str(status)]["content"][media] |= {
                        name: value for name, value in content.items() if name.startswith("example")
                    }


def _bare(parameter: dict[str, Any]) -> None:
    """Leave it to `required` to say that a parameter may be missing: a URL has no null."""
    schema = parameter["schema"]
    choices = [one for one in schema.pop("anyOf", ()) if one.get("type") != "null"]
    if len(choices) == 1:
        schema |= choices[0]
    elif choices:
        schema["anyOf"] = choices


def _cap(parameter: dict[str, Any], caps: Caps) -> None:
    """Say how large a parameter may be that a cap bounds."""
    most = {"limit": caps.page, "depth": caps.depth}.get(parameter["name"])
    if most is not None:
        parameter["schema"]["maximum"] = most
