"""Page 7: files are dropped, are seen to be loaded, and what was refused says why."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from api.http.loads import ENDED
from api.http.queries import Nothing
from api.http.serving import serving_of
from api.pages.rendering import plain_page
from api.routes.loads import LoadId, begin
from loaders.loader import Outcome

router: Final = APIRouter(include_in_schema=False)

_SHOWN: Final = 20
_ACCEPTED: Final = ".txt,.md,.docx,.pdf"


@router.get("/load")
async def load(request: Request, _: Annotated[Nothing, Query()]) -> Response:
    """Ask for files, and list the loads since the server began."""
    serving = serving_of(request)
    told = {
        "caps": serving.settings.caps,
        "accepted": _ACCEPTED,
        "loads": [one.record() for one in serving.loads.all()[:_SHOWN]],
    }
    return plain_page(request, "load.html", told)


@router.post("/load")
async def upload(request: Request, files: list[UploadFile]) -> Response:
    """Take files and lead to their report."""
    chosen = [file for file in files if file.filename]
    if not chosen:
        return RedirectResponse("/load", status_code=303)
    begun = await begin(request, chosen)
    return RedirectResponse(f"/load/{begun.id}", status_code=303)


@router.get("/load/{load}")
async def report(request: Request, load: LoadId, _: Annotated[Nothing, Query()]) -> Response:
    """Tell how far a load is, and what became of each file."""
    found = serving_of(request).loads.get(load)
    told = {"load": found.record(), "ended": found.state in ENDED, "outcomes": tuple(Outcome)}
    return plain_page(request, "report.html", told)
