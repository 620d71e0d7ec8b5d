"""Who asks: for browsers, which cannot bear a key in a header, a cookie bears it."""

from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from api.http.described import ANY, plain, problems, writes
from api.http.gate import COOKIE, SESSION
from api.http.problems import Code, Place, ProblemError
from api.http.queries import Nothing
from api.http.replies import JSON, json_bytes
from api.http.security import Key, owner_of
from api.http.serving import key_of, serving_of
from api.http.shapes.answers import SessionAnswer

router: Final = APIRouter(prefix=SESSION, tags=["session"])

_DAYS: Final = 30


class Secret(BaseModel):
    """The key that somebody was given."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: Annotated[str, Field(min_length=1, max_length=200)]


@router.get("", responses=plain(SessionAnswer, *ANY))
async def session(request: Request, _: Annotated[Nothing, Query()]) -> Response:
    """Tell whose key a request bears, and what it allows; nobody's where reading is open."""
    return _told(key_of(request))


@router.put("", responses=writes(HTTPStatus.OK, SessionAnswer))
async def begin(request: Request, secret: Secret, _: Annotated[Nothing, Query()]) -> Response:
    """Take a key and set a cookie that bears it from now on, out of reach of any script."""
    key = owner_of(secret.key, serving_of(request).settings.keys)
    if key is None:
        raise ProblemError(Code.KEY_UNKNOWN, place=Place("body", "key"))
    answer = _told(key)
    keep_key(answer, secret.key, request)
    return answer


def keep_key(answer: Response, secret: str, request: Request) -> None:
    """Let the browser that is answered bear a key from now on, and no script read it."""
    answer.set_cookie(
        COOKIE,
        secret,
        max_age=_DAYS * 24 * 3600,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )


@router.delete("", status_code=204, responses=problems(*ANY))
async def end(_: Annotated[Nothing, Query()]) -> Response:
    """Forget the cookie."""
    answer = Response(status_code=204)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def _told(key: Key | None) -> Response:
    record = {"name": key.name if key else None, "role": key.role.value if key else None}
    headers = {"Cache-Control": "no-store"}
    return Response(json_bytes(record), media_type=JSON, headers=headers)
