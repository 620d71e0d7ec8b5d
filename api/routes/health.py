"""Whether the server is there, and whether it can answer."""

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from api.metrics import MEDIA
from api.serving import serving_of
from graph.store import Store

router: Final = APIRouter(tags=["health"])


@router.get("/healthz")
async def healthz() -> JSONResponse:
    """Tell that the server is there, whatever its store does."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz")
async def readyz(request: Request) -> JSONResponse:
    """Tell that the store answers."""
    await serving_of(request).pool.run(Store.state)
    return JSONResponse({"status": "ready"})


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """Give the figures of this server to Prometheus."""
    return Response(serving_of(request).metrics.text(), media_type=MEDIA)
