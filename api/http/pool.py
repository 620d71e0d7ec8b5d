"""The stores of a server: one for each of a few threads, for connections belong to threads."""

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from api.http.problems import Code, ProblemError
from graph.store import Store, StoreError, open_store

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    """Work for a thread's store, and where its result goes."""

    work: Callable[[Store], Any]
    result: "Future[Any]"


class Pool:
    """Threads that answer questions, each with a store of its own.

    Each opens it as soon as it can, and lets `begin` look at it before the first question.
    """

    def __init__(
        self,
        url: str,
        begin: Callable[[Store], object],
        *,
        threads: int,
        waiting: int,
        seconds: float,
    ) -> None:
        self._url = url
        self._begin = begin
        self._waiting = waiting
        self._seconds = seconds
        self._jobs: deque[_Job] = deque()
        self._ready = threading.Condition()
        self._closed = False
        self._threads = [
            threading.Thread(target=self._serve, name=f"store-{n}", daemon=True)
            for n in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    async def run(self, work: Callable[[Store], T]) -> T:
        """Return what `work` finds in a store.

        Raises `ProblemError` when too many wait already, or when it takes too long.
        """
        result: Future[T] = Future()
        job = _Job(work, result)
        with self._ready:
            if self._closed or len(self._jobs) >= self._waiting:
                raise ProblemError(Code.BUSY)
            self._jobs.append(job)
            self._ready.notify()
        try:
            async with asyncio.timeout(self._seconds):
                return await asyncio.wrap_future(result)
        except TimeoutError:
            raise ProblemError(Code.TOO_SLOW) from None
        finally:
            self._give_up(job)

    def _give_up(self, job: _Job) -> None:
        """Leave no work in the line for which nobody waits any more."""
        if not job.result.done() or job.result.cancelled():
            with self._ready, suppress(ValueError):
                self._jobs.remove(job)

    def close(self) -> None:
        """Finish what is asked already, and let go of all stores."""
        with self._ready:
            self._closed = True
            self._ready.notify_all()
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        """Do work until there is no more; the store is closed by the thread that opened it."""
        store: Store | None = None
        try:
            with suppress(StoreError):  # whoever asks is told of it
                store = self._open()
            while (job := self._next()) is not None:
                if job.result.set_running_or_notify_cancel():
                    store = self._do(job, store)
        finally:
            if store is not None:
                store.close()

    def _next(self) -> _Job | None:
        with self._ready:
            self._ready.wait_for(lambda: self._jobs or self._closed)
            return self._jobs.popleft() if self._jobs else None

    def _do(self, job: _Job, store: Store | None) -> Store | None:
        try:
            store = store or self._open()
            job.result.set_result(job.work(store))
        except BaseException as error:  # noqa: BLE001  (whoever asked is told, whatever it is)
            job.result.set_exception(error)
        return store

    def _open(self) -> Store:
        store = open_store(self._url, seconds=self._seconds)
        try:
            self._begin(store)
        except BaseException:
            store.close()
            raise
        return store
