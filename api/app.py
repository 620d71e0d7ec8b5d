"""The HTTP application: its resources, its pages, and what stands before them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from importlib.metadata import version

from fastapi import FastAPI
from starlette.middleware import Middleware

from api.audit import Audit
from api.body_limit import BodyLimit
from api.failures import handle
from api.gate import Gate
from api.headers import SecurityHeaders
from api.metrics import Metrics
from api.observed import Observed
from api.pool import Pool
from api.remembered import Remembered
from api.routes import (
    bodies,
    documents,
    due,
    figures,
    graph,
    health,
    resolve,
    search,
    tasks,
)
from api.server_settings import Caps, ServerSettings
from api.serving import Serving

LOADS = "/api/loads"
"""Where files are uploaded."""

_ROUTERS = tuple(
    resource.router
    for resource in (documents, tasks, due, bodies, resolve, search, graph, figures, health)
)


def create_app(settings: ServerSettings) -> FastAPI:
    """Return the application; its store is opened when it starts to serve."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        caps = settings.caps
        pool = Pool(settings.store, caps.threads, caps.waiting, caps.seconds)
        app.state.serving = Serving(settings, pool, Remembered(caps.remembered), metrics)
        try:
            yield
        finally:
            pool.close()

    metrics = Metrics()
    audit = Audit(settings.audit)
    app = FastAPI(
        title="Chidao",
        version=version("chidao"),
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url=None,  # its page would fetch scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        middleware=[  # from the outermost on
            Middleware(SecurityHeaders),
            Middleware(Observed, metrics=metrics),
            Middleware(Gate, settings=settings, audit=audit),
            Middleware(BodyLimit, most=partial(_most_bytes, settings.caps)),
        ],
    )
    handle(app)
    for router in _ROUTERS:
        app.include_router(router)
    return app


def _most_bytes(caps: Caps, path: str) -> int:
    """Return how large a request may be: only uploads are large."""
    return caps.upload if path == LOADS else caps.request
