"""Whether the server is there, and whether it can answer."""

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from api.http.described import plain, problems
from api.http.metrics import MEDIA
from api.http.problems import Code
from api.http.serving import serving_of
from api.http.shapes.answers import HealthAnswer

router: Final = APIRouter(tags=["health"])


@router.get("/healthz", responses=plain(HealthAnswer))
async def healthz() -> JSONResponse:
    """Tell that the server is there, whatever its store does."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz", responses=plain(HealthAnswer, Code.STORE, Code.BUSY, Code.TOO_SLOW))
async def readyz(request: Request) -> JSONResponse:
    """Tell that the store answers."""
    await serving_of(request).pool.run(lambda store: store.state())
    return JSONResponse({"status": "ready"})


@router.get(
    "/metrics",
    response_class=PlainTextResponse,
    responses=problems(Code.KEY_WANTED, Code.KEY_UNKNOWN),
)
async def metrics(request: Request) -> Response:
    """Give the figures of this server to Prometheus."""
    return Response(serving_of(request).metrics.text(), media_type=MEDIA)
