"""What a browser keeps for somebody: the language of the pages, and their key."""

from typing import Annotated, Final, Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import RedirectResponse, Response

from api.gate import LANGUAGE
from api.languages import COOKIE as LANGUAGE_COOKIE
from api.queries import Query as Parameters

router: Final = APIRouter(include_in_schema=False)

_YEAR: Final = 365 * 24 * 3600


class Switch(Parameters):
    """Which language, and where to go on."""

    to: Literal["vi", "en"]
    next: Annotated[str, Field(max_length=4_000)] = "/"


@router.get(LANGUAGE)
async def language(request: Request, query: Annotated[Switch, Query()]) -> Response:
    """Switch the language of the pages, and go back to where somebody was."""
    answer = RedirectResponse(own_path(query.next), status_code=303)
    answer.set_cookie(
        LANGUAGE_COOKIE,
        query.to,
        max_age=_YEAR,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer


def own_path(there: str) -> str:
    r"""Return a path of this server, whatever was asked for: nobody is led elsewhere.

    >>> own_path("/tasks?state=open-overdue"), own_path("//example.org/"), own_path("/\\example.org")
    ('/tasks?state=open-overdue', '/', '/')
    """
    parts = urlsplit(there)
    leads_away = parts.scheme or parts.netloc or not there.startswith("/")
    strange = "\\" in there or any(ord(letter) < ord(" ") for letter in there)
    return "/" if leads_away or strange or there.startswith("//") else there
