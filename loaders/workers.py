"""Reads files in several processes; a file that kills or stalls its process is refused."""

import multiprocessing
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Final

from loaders.formats.guard import Refusal
from loaders.reading_job import Job, Read, Refused, read

_AHEAD: Final = 4
"""How many files for each process may be read before the first of them is taken."""

_GRACE: Final = 3
"""How many times its limit a file may take, with finding the facts, before its process is ended."""


def read_all(
    jobs: Iterable[Job], workers: int, *, apart: bool = False
) -> Iterator[tuple[Job, Read]]:
    """Give each file's facts in the order of the jobs; never more than a few are in memory.

    A few files, or one worker, are read in this process, unless they are to be read `apart`.
    """
    jobs = iter(jobs)
    first = list(islice(jobs, workers)) if workers > 1 and not apart else []
    if not apart and (len(first) < workers or workers <= 1):
        yield from ((job, read(job)) for job in (*first, *jobs))
        return
    pool = _Pool(workers)
    try:
        yield from pool.run(chain(first, jobs))
    finally:
        pool.close()


class Reader:
    """Reads one file after the other in a process that stays until it is closed.

    It starts with the first file; another takes the place of one that a file has ended.
    """

    def __init__(self) -> None:
        self._pool = _Pool(1)

    def read(self, job: Job) -> Read:
        """Return what a file says, or why it does not say anything."""
        ((_, result),) = self._pool.run(iter((job,)))
        return result

    def close(self) -> None:
        """End the process."""
        self._pool.close()


@dataclass(slots=True)
class _Worker:
    """One process, the line to it, and what it is reading until when."""

    process: BaseProcess
    line: Connection
    place: int | None = None
    job: Job | None = None
    deadline: float = 0


@dataclass(slots=True)
class _Pool:
    """The processes, and the results that wait for their turn."""

    count: int
    workers: list[_Worker] = field(default_factory=list)
    results: dict[int, tuple[Job, Read]] = field(default_factory=dict)

    def run(self, jobs: Iterator[Job]) -> Iterator[tuple[Job, Read]]:
        """Give results in the order of the jobs."""
        self.workers = self.workers or [_start() for _ in range(self.count)]
        numbered = enumerate(jobs)
        turn, more = 0, True
        while more or turn in self.results or self._busy():
            more = more and self._feed(numbered)
            while turn in self.results:
                yield self.results.pop(turn)
                turn += 1
            if self._busy():
                self._collect()

    def _busy(self) -> list[_Worker]:
        return [worker for worker in self.workers if worker.job is not None]

    def _feed(self, numbered: "enumerate[Job]") -> bool:
        """Give work to whoever has none, and tell whether there may be more."""
        for i, idle in enumerate(self.workers):
            if idle.job is not None:
                continue
            if len(self.results) + len(self._busy()) >= self.count * _AHEAD:
                return True
            place, job = next(numbered, (None, None))
            if place is None or job is None:
                return False
            worker = self.workers[i] = idle if idle.process.is_alive() else _start()
            worker.place, worker.job = place, job
            worker.deadline = time.monotonic() + job.limits.seconds * _GRACE
            worker.line.send(job)
        return True

    def _collect(self) -> None:
        """Wait for the next result, end or stall of a process."""
        busy = self._busy()
        soonest = min(worker.deadline for worker in busy)
        ready = wait([w.line for w in busy], timeout=max(soonest - time.monotonic(), 0))
        for worker in busy:
            if worker.line in ready:
                self._receive(worker)
            elif time.monotonic() > worker.deadline:
                self._end(worker, Refusal.TOO_SLOW, "đọc quá lâu nên đã dừng lại")

    def _receive(self, worker: _Worker) -> None:
        try:
            result: Read = worker.line.recv()
        except (EOFError, OSError):
            self._end(worker, Refusal.DAMAGED, "làm hỏng tiến trình đọc (có thể vì thiếu bộ nhớ)")
        else:
            self._done(worker, result)

    def _end(self, worker: _Worker, code: Refusal, why: str) -> None:
        """Refuse the file and let a new process take the place of this one."""
        name = worker.job.path.name if worker.job else ""
        self._done(worker, Refused(code, f"{name}: {why}. Hãy kiểm tra hoặc lưu lại tệp này."))
        _stop(worker)
        self.workers[self.workers.index(worker)] = _start()

    def _done(self, worker: _Worker, result: Read) -> None:
        if worker.place is not None and worker.job is not None:
            self.results[worker.place] = (worker.job, result)
        worker.place = worker.job = None

    def close(self) -> None:
        """End all processes."""
        for worker in self.workers:
            _stop(worker)


def _context() -> BaseContext:
    """Return how processes begin: from a clean one, which has no store open."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")


def _start() -> _Worker:
    context = _context()
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _stop(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.line.close()


def _serve(line: Connection) -> None:
    """Read files until nobody asks any more; an interrupt is the asking process's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            job = line.recv()
        except EOFError:
            return
        result = read(job)
        try:
            line.send(result)
        except BrokenPipeError:  # who asked was ended meanwhile
            return
