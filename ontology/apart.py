"""Work in a process of its own, which is ended when it takes too long or nobody waits for it."""

import multiprocessing
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from threading import Lock
from typing import Any

Send = Callable[[object], None]
"""Sends what was found to who waits; it waits itself while nobody takes it."""


class Apart:
    """A process that works; what it sends comes in its order.

    An exception that it sends is raised here; one that it raises comes as a `RuntimeError`.
    Whoever starts it has to `end` it.
    """

    def __init__(self, work: Callable[..., None], *values: object) -> None:
        """Let `work` be called with what sends, and with the values; raise `OSError`."""
        context = _context()
        self._here, there = context.Pipe(duplex=False)
        self._taking = Lock()
        self._process = context.Process(  # type: ignore[attr-defined]
            target=_begin, args=(there, work, values), daemon=True
        )
        try:
            self._process.start()
        except BaseException:
            self._here.close()
            raise
        finally:
            there.close()

    def take(self, deadline: float | None = None) -> Any:  # noqa: ANN401  (whatever was sent)
        """Return what the process sends next.

        `deadline` is a moment of `time.monotonic`; None is for ever. Raises `TimeoutError` then,
        `EOFError` where the process has ended, and whatever was raised there.
        """
        with self._taking:
            left = None if deadline is None else max(deadline - time.monotonic(), 0)
            if not self._here.poll(left):
                raise TimeoutError
            said = self._here.recv()
        if isinstance(said, Exception):
            raise said
        return said

    def end(self) -> None:
        """End the process, whatever it does; who waits for it in another thread is told."""
        with suppress(ValueError):  # it is closed already
            self._process.kill()
            with self._taking:
                self._process.join()
                self._process.close()
                self._here.close()


def begin_with(*modules: str) -> None:
    """Let processes that begin from now on have modules already, where the system can do that."""
    _context().set_forkserver_preload(["__main__", *modules])


def _context() -> BaseContext:
    """Return how processes begin: from a clean one, which has no store open."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")


def _begin(there: Connection, work: Callable[..., None], values: tuple[object, ...]) -> None:
    """Work until all is sent; nobody is told when nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is ended by who has started it
    with there, suppress(BrokenPipeError):
        try:
            work(there.send, *values)
        except Exception as error:  # noqa: BLE001  (not every exception can be sent as it is)
            there.send(RuntimeError(f"{type(error).__name__}: {error}"))
