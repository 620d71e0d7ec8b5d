"""Loads that people ask for over HTTP: one after the other, each with its progress and report."""

import datetime as dt
import os
import threading
import uuid
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from api.answers import Record
from api.http.audit import Audit
from api.http.logs import LOGGER
from api.http.metrics import Metrics
from api.http.problems import Code, ProblemError
from api.http.uploads import Upload, Uploads
from api.reports import all_counts, report_record
from graph.store import Store, StoreError, open_store
from loaders.load import load
from loaders.loader import FileReport, ensure_registry

_KEPT: Final = 100
"""So many loads that have ended are remembered."""

_MANY: Final = 32
"""From so many files on, several processes are worth their start."""

_MOST_WORKERS: Final = 4
_PATIENCE: Final = 10.0
"""Seconds in which the document that is being loaded when the server stops may still be."""


class State(StrEnum):
    """How far a load is; `stopped` is one that the end of the server has ended."""

    WAITING = "waiting"
    LOADING = "loading"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


ENDED: Final = frozenset({State.DONE, State.FAILED, State.STOPPED})


@dataclass(slots=True)
class Load:
    """One load. Its rows only grow, and its state is set after them."""

    uploads: tuple[Upload, ...]
    who: str
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    at: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))
    state: State = State.WAITING
    rows: list[Record] = field(default_factory=list)
    message: str | None = None

    def record(self) -> Record:
        """Return how far it is, with the report so far, named as the command line's."""
        state, rows = self.state, list(self.rows)
        return {
            "question": "load",
            "load": self.id,
            "at": self.at.isoformat(timespec="seconds"),
            "by": self.who,
            "state": state.value,
            "files": len(self.uploads),
            "message": self.message,
            "total": len(rows),
            "rows": rows,
            "counts": all_counts(Counter(row["outcome"] for row in rows)),
        }


class Loads:
    """Loads uploaded files in a thread with a store of its own; files are read in processes."""

    def __init__(
        self, url: str, uploads: Uploads, audit: Audit, metrics: Metrics, waiting: int
    ) -> None:
        self._url = url
        self._uploads = uploads
        self._audit = audit
        self._metrics = metrics
        self._most = waiting
        self._loads: dict[str, Load] = {}
        self._waiting: deque[Load] = deque()
        self._ready = threading.Condition()
        self._stopping = False
        self._thread = threading.Thread(target=self._serve, name="loads", daemon=True)
        self._thread.start()

    def check_room(self) -> None:
        """Raise `ProblemError` where too many loads wait already."""
        if self._stopping or len(self._waiting) >= self._most:
            raise ProblemError(Code.BUSY)

    def add(self, uploads: tuple[Upload, ...], who: str) -> Load:
        """Let files be loaded as soon as it is their turn."""
        new = Load(uploads, who)
        with self._ready:
            ended = [one.id for one in self._loads.values() if one.state in ENDED]
            for old in ended[: max(0, len(ended) - _KEPT + 1)]:
                del self._loads[old]
            self._loads[new.id] = new
            self._waiting.append(new)
            self._ready.notify()
        return new

    def get(self, number: str) -> Load:
        """Return a load; raise `ProblemError` where there is none, or none any more."""
        found = self._loads.get(number)
        if found is None:
            raise ProblemError(Code.NOT_FOUND)
        return found

    def all(self) -> tuple[Load, ...]:
        """Return all loads that are remembered, the newest first."""
        with self._ready:
            return tuple(reversed(self._loads.values()))

    def close(self) -> None:
        """Stop after the document that is being loaded; what is loaded is in the store."""
        with self._ready:
            self._stopping = True
            self._ready.notify()
        self._thread.join(_PATIENCE)

    def _serve(self) -> None:
        self._prepare()
        while (one := self._next()) is not None:
            try:
                with closing(open_store(self._url)) as store:
                    self._load(one, store)
            except (StoreError, OSError) as error:
                self._fail(one, str(error))
            except Exception:  # noqa: BLE001  (one broken load must not end those after it)
                LOGGER.exception("load", extra={"told": {"load": one.id}})
                self._fail(one, None)
        self._drop_waiting()

    def _prepare(self) -> None:
        """Make the store know the registry; one that cannot be written is served as it is."""
        try:
            with closing(open_store(self._url)) as store:
                ensure_registry(store)
        except StoreError as error:
            LOGGER.warning("registry", extra={"told": {"reason": str(error)}})

    def _drop_waiting(self) -> None:
        """Leave no file behind that was uploaded and never loaded."""
        if not self._waiting:
            return
        with suppress(StoreError), closing(open_store(self._url)) as store:
            kept = frozenset(loaded.location for loaded in store.loaded())
            for one in self._waiting:
                self._uploads.release(one.uploads, kept)
                one.state = State.STOPPED

    def _next(self) -> Load | None:
        with self._ready:
            self._ready.wait_for(lambda: self._waiting or self._stopping)
            return None if self._stopping else self._waiting.popleft()

    def _load(self, one: Load, store: Store) -> None:
        one.state = State.LOADING
        try:
            for report in self._reports(one, store):
                self._tell(one, report)
                if self._stopping:
                    break
        finally:
            kept = frozenset(loaded.location for loaded in store.loaded())
            self._uploads.release(one.uploads, kept)
        one.state = State.STOPPED if self._stopping else State.DONE

    def _reports(self, one: Load, store: Store) -> Iterator[FileReport]:
        paths = list(dict.fromkeys(upload.path for upload in one.uploads))
        many = len(paths) >= _MANY
        workers = min(os.cpu_count() or 1, _MOST_WORKERS) if many else 1
        return load(paths, store, workers=workers, apart=True)

    def _tell(self, one: Load, report: FileReport) -> None:
        names = {str(upload.path): upload for upload in one.uploads}
        upload = names.get(report.path)
        row = report_record(report)
        row["path"] = upload.name if upload else self._uploads.named(report.path)
        row["message"] = self._uploads.named(report.message)
        one.rows.append(row)
        self._metrics.files.labels(report.outcome.value).inc()
        told = {name: row[name] for name in ("path", "outcome", "key", "code")}
        sha256 = upload.sha256 if upload else None
        self._audit.write("loaded", load=one.id, who=one.who, sha256=sha256, **told)

    def _fail(self, one: Load, message: str | None) -> None:
        one.message = message
        one.state = State.FAILED
