"""The server below the application: where it listens, and how it stops."""

import ipaddress
from socket import IPPROTO_TCP, TCP_NODELAY
from socket import socket as Socket  # noqa: N812  (a type, beside the one in use)
from types import FrameType

import click
import uvicorn
from fastapi import FastAPI

from api.app import create_app
from api.logs import log_to_stderr
from api.server_settings import ServerSettings
from api.troubles import Trouble
from api.words import Words

_GRACE = 20
"""Seconds in which answers that are being given may end after the server is told to stop."""


def serve(settings: ServerSettings, host: str, port: int, words: Words) -> None:
    """Serve until a signal ends it; raise `Trouble` where nobody could be let in."""
    if not settings.keys and not (settings.open_on_loopback and is_loopback(host)):
        raise Trouble(words("trouble.error", message=words("serve.no_keys", host=host)))
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # who asks is who connects: anybody can write a header
        timeout_graceful_shutdown=_GRACE,
    )
    socket = config.bind_socket()
    # As asyncio does where it binds by itself: else an answer waits 40 ms to be confirmed.
    socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
    url = f"http://{_shown(host)}:{socket.getsockname()[1]}/"
    log_to_stderr()
    _Server(config, app, words("serve.at", url=url)).run([socket])


def is_loopback(host: str) -> bool:
    """Tell whether only programs on the machine itself can reach a host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


class _Server(uvicorn.Server):
    """A server that says when it listens, and tells answers without an end that it stops."""

    def __init__(self, config: uvicorn.Config, app: FastAPI, greeting: str) -> None:
        super().__init__(config)
        self._app = app
        self._greeting = greeting

    async def startup(self, sockets: list[Socket] | None = None) -> None:
        """Begin to listen."""
        await super().startup(sockets)
        if self.started:
            click.echo(self._greeting, err=True)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to stop."""
        serving = getattr(self._app.state, "serving", None)
        if serving is not None:
            serving.stopping = True
        super().handle_exit(sig, frame)
