"""Page 8: a draft is dropped or pasted, is seen with every finding in its place, and corrected."""

import asyncio
import datetime as dt
from typing import Annotated, Final

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import Response

from api.checking import Checked, summary
from api.http.languages import words_of
from api.http.problems import Code, Place, ProblemError
from api.http.queries import Nothing, WordQuery
from api.http.serving import serving_of
from api.marked import marked
from api.pages.links import document_url
from api.pages.rendering import plain_page
from api.routes.check import DraftFile, found_in, sent, word_file

router: Final = APIRouter(include_in_schema=False)

_ACCEPTED: Final = ".txt,.md,.docx,.pdf"
_WORD: Final = "docx"


@router.get("/check")
async def check(request: Request, _: Annotated[Nothing, Query()]) -> Response:
    """Ask for a draft."""
    return _page(request, {"draft": None})


@router.post("/check")
async def checked(  # noqa: PLR0913  (one for each box of the form)
    request: Request,
    *,
    file: DraftFile = None,
    text: Annotated[str, Form()] = "",
    date: Annotated[str, Form(max_length=20)] = "",
    jurisdiction: Annotated[str, Form(max_length=100)] = "",
    form: Annotated[str, Form(alias="as", max_length=10)] = "",
    suggest: Annotated[bool, Form()] = False,
    take: Annotated[list[str] | None, Form(max_length=1_000)] = None,
) -> Response:
    """Show a draft with its findings, or give its Word file with comments."""
    query = WordQuery(
        date=_day(date), jurisdiction=jurisdiction.strip() or None, suggest=suggest, take=take or []
    )
    pasted = text.replace("\r\n", "\n")
    draft = await sent(file, pasted if pasted.strip() else None, words_of(request))
    if form == _WORD:
        return await word_file(request, draft, query)
    found = await found_in(request, draft, query)
    words = words_of(request)
    told = {
        "pasted": pasted,
        "date": date,
        "jurisdiction": jurisdiction,
        "draft": marked(found, words),
        "summary": summary([found], 0, words),
        "open_url": document_url,
        "data": _data(found),
    }
    return await asyncio.to_thread(_page, request, told)


def _data(found: Checked) -> dict[str, object]:
    """Return what the page's script needs to correct the text: places are code points."""
    rows = [
        {
            "name": f"{one.code}@{one.span.start}",
            "start": one.span.start,
            "end": one.span.end,
            "replacement": one.replacement,
        }
        for one in found.open
    ]
    return {"text": found.source.text, "findings": rows}


def _day(typed: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(typed) if typed else None
    except ValueError:
        raise ProblemError(Code.BAD_VALUE, place=Place("body", "date")) from None


def _page(request: Request, told: dict[str, object]) -> Response:
    empty = {"pasted": "", "date": "", "jurisdiction": ""}
    common = {"caps": serving_of(request).settings.caps, "accepted": _ACCEPTED}
    return plain_page(request, "check.html", {**common, **empty, **told})
