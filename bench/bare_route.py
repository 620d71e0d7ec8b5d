"""The least that FastAPI does for an answer: routes that return bytes which are there already."""

import json
import os
from pathlib import Path

from fastapi import FastAPI, Request
from starlette.responses import Response

ANSWERS = "BENCH_ANSWERS"
"""The variable that names a file of answers by their URLs."""


def create_app() -> FastAPI:
    """Return the application; every URL has its bytes in the file that the environment names."""
    told = json.loads(Path(os.environ[ANSWERS]).read_text(encoding="utf-8"))
    answers = {url: text.encode() for url, text in told.items()}
    app = FastAPI()

    @app.get("/{path:path}")
    async def answer(path: str, request: Request) -> Response:  # noqa: ARG001  (as FastAPI calls it)
        url = f"{request.url.path}?{request.url.query}"
        return Response(answers[url], media_type="application/json")

    return app
