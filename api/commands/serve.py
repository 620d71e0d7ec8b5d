"""`chidao serve`: the HTTP API and the pages."""

import os
import signal
from types import FrameType

import click

from api.http.server_settings import server_settings
from api.options import Port, store_option
from api.program import Command, words_of
from api.troubles import Trouble


@click.command(cls=Command)
@click.option("--host", default="127.0.0.1", metavar="HOST")
@click.option("--port", type=Port(), default=8000, metavar="PORT")
@store_option
@click.pass_context
def command(ctx: click.Context, host: str, port: int, store: str | None) -> None:
    """Serve until it is told to stop, then finish what is asked already."""
    words = words_of(ctx)
    settings = server_settings(store, os.environ, words)
    try:
        from api.http.server import serve  # noqa: PLC0415  many never serve
    except ModuleNotFoundError as error:
        if error.name not in {"fastapi", "uvicorn", "prometheus_client", "multipart"}:
            raise
        raise Trouble(words("trouble.error", message=words("serve.missing"))) from None
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    serve(settings, host, port, words)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """Do nothing more: the server has stopped by then, as it was told to."""
