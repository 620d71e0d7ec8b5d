"""A FastAPI route that returns bytes, and nothing else: what any server of answers costs at least.

`python -m bench.bare_server PORT FILE…`: the bytes of the files, at /0, /1 and so on.
"""

import sys
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Response


def application(bodies: list[bytes]) -> FastAPI:
    """Return an application that gives these bytes."""
    app = FastAPI(openapi_url=None)

    @app.get("/{number}")
    async def give(number: int) -> Response:
        return Response(bodies[number], media_type="application/json")

    return app


if __name__ == "__main__":
    port, *files = sys.argv[1:]
    app = application([Path(file).read_bytes() for file in files])
    uvicorn.run(app, port=int(port), log_level="error", access_log=False)
