"""Asks an exported graph by SPARQL: in a process of its own, which is ended when it takes too long.

Nothing is ever written and nothing is fetched: updates, `SERVICE` and `FROM` are refused.
"""

import time
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Final

from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from ontology.apart import Apart, Send
from ontology.rdf.engines import NTRIPLES, Answer, declared, opened, told

LONGEST: Final = 100_000
"""Letters of a query."""
MEMORY: Final = 2 << 30
"""Bytes that answering may take besides what the graph takes."""


class Reason(StrEnum):
    """Why a query is not answered; `refused` is what no query may have."""

    SYNTAX = "syntax"
    REFUSED = "refused"
    TIME = "time"
    MEMORY = "memory"
    FAILED = "failed"


class SparqlError(Exception):
    """A query cannot be answered; the message is the parser's, or names what is refused."""

    def __init__(self, code: Reason, message: str = "") -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message


class Asking:
    """A query that is being answered by a process of its own, until it is ended."""

    def __init__(self, place: Path, query: str, *, limit: int, syntax: str = NTRIPLES) -> None:
        """Begin; `place` is what `engines.opened` takes. Raises `SparqlError` and `OSError`."""
        if len(query) > LONGEST:
            raise SparqlError(Reason.REFUSED, f"> {LONGEST}")
        self._apart = Apart(_work, str(place), query, limit, syntax)

    def answer(self, seconds: float) -> Answer:
        """Return the answer; raise `SparqlError`.

        `seconds` is what the query may take, reading the graph left out.
        """
        try:
            self._apart.take(time.monotonic() + seconds + _START)
            self._apart.take()
            answer = self._apart.take(time.monotonic() + seconds)
        except TimeoutError:
            raise SparqlError(Reason.TIME) from None
        except EOFError:
            raise SparqlError(Reason.MEMORY) from None
        if not isinstance(answer, Answer):
            raise TypeError(answer)
        return answer

    def end(self) -> None:
        """Give up what is not done."""
        self._apart.end()


def ask(place: Path, query: str, *, seconds: float, limit: int) -> Answer:
    """Answer a query over all graphs of an N-Quads file taken together; raise `SparqlError`.

    `seconds` is what the query may take, reading the file left out; `limit` the most rows or
    triples. Our prefixes need no declaration.
    """
    asking = Asking(place, query, limit=limit)
    try:
        return asking.answer(seconds)
    finally:
        asking.end()


_START: Final = 20
"""Seconds in which a process is there."""


def _work(send: Send, place: str, query: str, limit: int, syntax: str) -> None:
    """Check the query, read the graph, answer."""
    try:
        check(query)
        send("checked")
        answered = opened(Path(place))
        send("read")
        _take_no_more_than(MEMORY)
        send(told(answered(query, limit), syntax))
    except SparqlError as error:
        send(error)
    except MemoryError:
        send(SparqlError(Reason.MEMORY))
    except Exception as error:  # noqa: BLE001  (libraries raise whatever they like)
        send(SparqlError(Reason.FAILED, f"{type(error).__name__}: {error}"))


def check(query: str) -> None:
    """Raise `SparqlError` for what is no query, or has what a query must not have."""
    try:
        parsed = parseQuery(declared(query))
    except RecursionError:
        raise SparqlError(Reason.REFUSED, "nesting") from None
    except Exception as error:
        raise SparqlError(Reason.SYNTAX, str(error)) from error
    for part in _parts(parsed):
        if part.name == "ServiceGraphPattern":
            raise SparqlError(Reason.REFUSED, "SERVICE")
        if part.name == "DatasetClause" or "datasetClause" in part:
            raise SparqlError(Reason.REFUSED, "FROM")


def _parts(parsed: object) -> Iterator[CompValue]:
    """Give all parts of a parsed query."""
    waiting = [parsed]
    while waiting:
        one = waiting.pop()
        if isinstance(one, CompValue):
            yield one
            waiting += one.values()
        elif not isinstance(one, str) and hasattr(one, "__iter__"):
            waiting += list(one)


def _take_no_more_than(more: int) -> None:
    """Let this process have so many bytes more than it has, where the system can be told so."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415  not on every system

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + more
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
