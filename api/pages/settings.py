"""What a browser keeps for somebody: the language of the pages, and their key."""

from typing import Annotated, Final, Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Query, Request
from pydantic import Field
from starlette.responses import RedirectResponse, Response

from api.http.gate import COOKIE, LANGUAGE, LOGIN, LOGOUT, is_same_origin
from api.http.languages import COOKIE as LANGUAGE_COOKIE
from api.http.problems import STATUSES, Code, ProblemError
from api.http.queries import Query as Parameters
from api.http.security import owner_of
from api.http.serving import serving_of
from api.pages.rendering import plain_page
from api.routes.session import keep_key

router: Final = APIRouter(include_in_schema=False)

_YEAR: Final = 365 * 24 * 3600


Next = Annotated[str, Field(max_length=4_000)]


class Switch(Parameters):
    """Which language, and where to go on."""

    to: Literal["vi", "en"]
    next: Next = "/"


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


class Onward(Parameters):
    """Where to go on."""

    next: Next = "/"


class KeyForm(Onward):
    """The key that somebody was given."""

    key: Annotated[str, Field(min_length=1, max_length=200)]


@router.get(LOGIN)
async def login(request: Request, query: Annotated[Onward, Query()]) -> Response:
    """Ask for a key."""
    return plain_page(request, "login.html", {"next": own_path(query.next), "is_wrong": False})


@router.post(LOGIN)
async def take_key(request: Request, form: Annotated[KeyForm, Form()]) -> Response:
    """Keep a key in a cookie that no script can read, and go on."""
    if not is_same_origin(request.headers):
        raise ProblemError(Code.NOT_ALLOWED)
    if owner_of(form.key.strip(), serving_of(request).settings.keys) is None:
        told = {"next": own_path(form.next), "is_wrong": True}
        return plain_page(request, "login.html", told, STATUSES[Code.KEY_UNKNOWN])
    answer = RedirectResponse(own_path(form.next), status_code=303)
    keep_key(answer, form.key.strip(), request)
    return answer


@router.post(LOGOUT)
async def logout(request: Request) -> Response:
    """Forget the key."""
    if not is_same_origin(request.headers):
        raise ProblemError(Code.NOT_ALLOWED)
    answer = RedirectResponse("/", status_code=303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def own_path(there: str) -> str:
    r"""Return a path of this server, whatever was asked for: nobody is led elsewhere.

    >>> own_path("/tasks?state=done-late"), own_path("//example.org/"), own_path("/\\example.org")
    ('/tasks?state=done-late', '/', '/')
    """
    parts = urlsplit(there)
    leads_away = parts.scheme or parts.netloc or not there.startswith("/")
    strange = "\\" in there or any(ord(letter) < ord(" ") for letter in there)
    return "/" if leads_away or strange or there.startswith("//") else there
