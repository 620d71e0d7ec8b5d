"""Work on many things by several processes, its results in the order of the things."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

from graph.store import StoreError

T = TypeVar("T")
R = TypeVar("R")


def in_order(
    work: Callable[[T], R], things: Iterable[T], workers: int, ahead: int = 2
) -> Iterator[R]:
    """Give what `work`, a function of a module, makes of each thing.

    For each process so many may be under way `ahead` of the first that was not taken yet. Raises
    what `work` raises, and `StoreError` when a process has died.
    """
    waiting: deque[Future[R]] = deque()
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin)
    try:
        for thing in things:
            waiting.append(pool.submit(work, thing))
            if len(waiting) > ahead * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        reason = (
            "một tiến trình làm việc đã bị dừng giữa chừng (có thể vì thiếu bộ nhớ) nên kết quả"
            " không trọn vẹn; hãy làm lại với --workers 1"
        )
        raise StoreError(reason) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Leave interruptions to whoever has begun this process, and end with them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
