"""A way to a server that can be cut."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

COMMIT: Final = b"\x00\x02\xb0\x12\x00\x00"
"""How a client of the Bolt protocol says that it commits."""


class Proxy:
    """Passes on what is said between clients and a server, until it is cut."""

    def __init__(self, server: tuple[str, int]) -> None:
        self._server = server
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []
        self._lock = threading.Lock()
        self.cut_after_commit = False
        self._is_deaf = False
        self.cuts = 0
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def uri(self) -> str:
        """Where clients find it."""
        return f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"

    def cut(self) -> None:
        """Cut all connections that there are; new ones may be made at once."""
        with self._lock:
            ends, self._ends = self._ends, []
            self.cuts += 1
        for end in ends:
            with suppress(OSError):  # the other side may have gone already
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def close(self) -> None:
        """Cut everything, and take no more connections."""
        self._listener.close()
        self.cut()

    def _listen(self) -> None:
        with suppress(OSError):  # the listener was closed
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._server)
                with self._lock:
                    self._ends += (client, server)
                for pass_on in (self._ask, self._answer):
                    threading.Thread(target=pass_on, args=(client, server), daemon=True).start()

    def _ask(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):  # cut
            while words := client.recv(1 << 16):
                if self.cut_after_commit and COMMIT in words:
                    self.cut_after_commit, self._is_deaf = False, True
                server.sendall(words)

    def _answer(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):  # cut
            while words := server.recv(1 << 16):
                if self._is_deaf:  # the server has committed and says so, and nobody hears it
                    self._is_deaf = False
                    self.cut()
                client.sendall(words)


@contextmanager
def proxy_of(uri: str) -> Iterator[Proxy]:
    """Give a proxy before a server."""
    host, _, port = uri.partition("://")[2].partition(":")
    proxy = Proxy((host, int(port or 7687)))
    yield proxy
    proxy.close()
