"""The server's log: one JSON object a line, and never a word of a document."""

import datetime as dt
import json
import logging
import sys
import traceback
from typing import Final

LOGGER: Final = logging.getLogger("chidao.http")


class JsonFormatter(logging.Formatter):
    """Writes a record as JSON; of an error its kind and place, since messages may quote texts."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        moment = dt.datetime.fromtimestamp(record.created, dt.UTC)
        told = {
            "at": moment.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **getattr(record, "told", {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            told["error"] = type(record.exc_info[1]).__name__
            frames = traceback.extract_tb(record.exc_info[2])
            told["where"] = [f"{f.filename}:{f.lineno} {f.name}" for f in frames]
        return json.dumps(told, ensure_ascii=False)


def log_to_stderr() -> None:
    """Write all that a server logs to the standard error, as JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    for name in ("chidao", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
        logger.setLevel(logging.INFO)
