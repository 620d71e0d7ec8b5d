"""The audit log: a line for what somebody with a key asks to write, and one for how it ended."""

import asyncio
import datetime as dt
import json
import os
import threading
from pathlib import Path
from typing import Final

_ONLY_OURS: Final = 0o600


class Audit:
    """A file of JSON lines that only grows; a line is on the disk before its write is answered."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    async def note(self, event: str, **told: object) -> None:
        """Add a line; raise `OSError` where that cannot be done."""
        await asyncio.to_thread(self.write, event, **told)

    def write(self, event: str, **told: object) -> None:
        """Add a line, from any thread."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"at": now, "event": event, **told}, ensure_ascii=False) + "\n"
        with self._lock:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
            file = os.open(self._path, flags, _ONLY_OURS)
            try:
                os.write(file, line.encode("utf-8", "replace"))
                os.fsync(file)
            finally:
                os.close(file)
