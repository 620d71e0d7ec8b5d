"""The HTTP application: its resources, its pages, and what stands before them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from api.failures import handle
from api.pool import Pool
from api.remembered import Remembered
from api.routes import documents, health, tasks
from api.server_settings import ServerSettings
from api.serving import Serving

_ROUTERS = (documents.router, tasks.router, health.router)


def create_app(settings: ServerSettings) -> FastAPI:
    """Return the application; its store is opened when it starts to serve."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        caps = settings.caps
        pool = Pool(settings.store, caps.threads, caps.waiting, caps.seconds)
        app.state.serving = Serving(settings, pool, Remembered(caps.remembered))
        try:
            yield
        finally:
            pool.close()

    app = FastAPI(
        title="Chidao",
        version=version("chidao"),
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url=None,  # its page would fetch scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
    )
    handle(app)
    for router in _ROUTERS:
        app.include_router(router)
    return app
