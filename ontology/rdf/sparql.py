"""Asks an exported file by SPARQL: in a process of its own, which is ended when it takes too long.

Nothing is ever written and nothing is fetched: updates, `SERVICE` and `FROM` are refused.
"""

import multiprocessing
from collections.abc import Iterator
from contextlib import closing, suppress
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from ontology.rdf.engines import Answer, declared, opened

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


def ask(file: Path, query: str, *, seconds: float, limit: int) -> Answer:
    """Answer a query over an N-Quads file, all of its graphs taken together; raise `SparqlError`.

    `seconds` is what the query may take, reading the file left out; `limit` the most rows or
    triples. Our prefixes need no declaration.
    """
    if len(query) > LONGEST:
        raise SparqlError(Reason.REFUSED, f"> {LONGEST}")
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(there, str(file), query, limit), daemon=True)
    worker.start()
    there.close()
    with closing(here):
        try:
            _receive(here, seconds + _START)
            _receive(here, None)
            answer = _receive(here, seconds)
        finally:
            worker.kill()
            worker.join()
            worker.close()
    if not isinstance(answer, Answer):
        raise TypeError(answer)
    return answer


_START: Final = 20
"""Seconds in which a process is there."""


def _receive(here: Connection, seconds: float | None) -> object:
    """Return what the process says next, or raise what went wrong there."""
    if not here.poll(seconds):
        raise SparqlError(Reason.TIME)
    try:
        said = here.recv()
    except EOFError:
        raise SparqlError(Reason.MEMORY) from None
    if isinstance(said, SparqlError):
        raise said
    return said


def _work(there: Connection, file: str, query: str, limit: int) -> None:
    """Check the query, read the file, answer."""
    try:
        check(query)
        there.send("checked")
        answered = opened(file)
        there.send("read")
        _take_no_more_than(MEMORY)
        there.send(answered(query, limit))
    except SparqlError as error:
        there.send(error)
    except MemoryError:
        there.send(SparqlError(Reason.MEMORY))
    except Exception as error:  # noqa: BLE001  (libraries raise whatever they like)
        there.send(SparqlError(Reason.FAILED, f"{type(error).__name__}: {error}"))


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
