"""The HTTP application: its resources, its pages, and what stands before them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from importlib.metadata import version

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles

from api.http.audit import Audit
from api.http.body_limit import BodyLimit
from api.http.described import describe
from api.http.drafts import Drafts
from api.http.exports import Exports
from api.http.failures import handle
from api.http.gate import Gate
from api.http.headers import SecurityHeaders
from api.http.heads import Heads
from api.http.loads import Loads
from api.http.metrics import Metrics
from api.http.observed import Observed
from api.http.pool import Pool
from api.http.quick import Quick
from api.http.remembered import Remembered
from api.http.security import CHECKS
from api.http.server_settings import Caps, ServerSettings
from api.http.serving import Serving
from api.http.sparql_graph import SparqlGraph
from api.http.uploads import Uploads
from api.pages.rendering import STATIC
from api.pages.routers import ROUTERS as PAGES
from api.routes import (
    analyses,
    bodies,
    check,
    documents,
    due,
    exports,
    figures,
    files,
    graph,
    health,
    loads,
    names,
    pictures,
    resolve,
    search,
    session,
    sparql,
    tasks,
)

LOADS = frozenset({"/api/loads", "/load"})
"""Where files are uploaded: by programs, and by the page."""

_ROUTERS = tuple(
    resource.router
    for resource in (
        *(pictures, documents, tasks, due, bodies, resolve, search, graph, figures, analyses),
        *(check, files, exports, names, sparql, loads, session, health),
    )
)


def create_app(settings: ServerSettings) -> FastAPI:
    """Return the application; its store is opened when it starts to serve."""
    metrics = Metrics()
    audit = Audit(settings.audit)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.serving = serving = _serving(settings, metrics, audit)
        try:
            yield
        finally:
            await serving.sparql.close()
            await asyncio.to_thread(serving.loads.close)
            await asyncio.to_thread(serving.drafts.close)
            await asyncio.to_thread(serving.pool.close)

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
            Middleware(Heads),
            Middleware(Gate, settings=settings, audit=audit),
            Middleware(Quick),
            Middleware(BodyLimit, most=partial(_most_bytes, settings.caps)),
        ],
    )
    handle(app)
    for router in (*_ROUTERS, *PAGES):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    describe(app, _ROUTERS, settings.caps)
    return app


def _serving(settings: ServerSettings, metrics: Metrics, audit: Audit) -> Serving:
    """Begin what all requests share; its threads run until they are closed."""
    caps, uploads = settings.caps, Uploads(settings.uploads)
    remembered = Remembered(caps.remembered)
    return Serving(
        settings=settings,
        pool=Pool(
            settings.store,
            remembered.look,
            threads=caps.threads,
            waiting=caps.waiting,
            seconds=caps.seconds,
        ),
        remembered=remembered,
        metrics=metrics,
        uploads=uploads,
        drafts=Drafts(caps),
        loads=Loads(settings.store, uploads, audit, metrics, caps.loads),
        exports=Exports(settings.store, caps.exports, caps.export_seconds),
        sparql=SparqlGraph(settings.store, caps),
    )


def _most_bytes(caps: Caps, path: str) -> int:
    """Return how large a request may be: only uploads and drafts are large."""
    if path in CHECKS:
        return caps.draft + caps.request
    return caps.upload if path in LOADS else caps.request
