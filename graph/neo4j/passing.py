"""Statements that are run in passing: outside of any transaction, one way to the server each."""

import time
from typing import Any, Final

from neo4j import Query, Result
from neo4j import Session as DriverSession

_LEAST: Final = 0.001
"""Seconds that a statement gets when the time is up: to the server 0 is for ever."""


class Passing:
    """Runs statements by themselves; all of them together may take some seconds, or for ever."""

    def __init__(self, session: DriverSession, seconds: float | None) -> None:
        self._session = session
        self._end = None if seconds is None else time.monotonic() + seconds

    def run(self, text: str, /, **values: Any) -> Result:  # noqa: ANN401
        """Run a statement."""
        left = None if self._end is None else max(_LEAST, self._end - time.monotonic())
        return self._session.run(Query(text, timeout=left), values)
