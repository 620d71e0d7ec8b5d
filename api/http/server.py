"""The server below the application: where it listens, and how it stops."""

import ipaddress
import socket
from types import FrameType

import click
import uvicorn
from fastapi import FastAPI

from api.app import create_app
from api.http.logs import log_to_stderr
from api.http.server_settings import ServerSettings
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
    place = bound(host, port)
    url = f"http://{_shown(host)}:{place.getsockname()[1]}/"
    log_to_stderr()
    _Server(config, app, words("serve.at", url=url)).run([place])


def bound(host: str, port: int) -> socket.socket:
    """Return a socket at a host and port; raise `OSError` where somebody else is.

    It says that it is TCP: only then does asyncio send small answers at once.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    family, kind, protocol, _, address = found[0]
    made = socket.socket(family, kind, protocol)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.set_inheritable(False)
    except BaseException:
        made.close()
        raise
    return made


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

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
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
