"""The questions of `docs/questions.md`: command, API, SQL, Cypher and SPARQL give the same rows."""

import json
import re
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from neo4j import Driver

from graph.exporting.forms import write_file
from graph.exporting.syntaxes import NQ
from graph.rdf.stream import Chosen
from graph.store import open_store
from loaders.load import load
from ontology.rdf.engines import OXIGRAPH, RDFLIB, Answering, Term, opened
from tests.https import asked as served
from tests.https import settings_of
from tests.runs import ROOT, answer, run, samples
from tests.servers import Server
from tests.stores import cleared

_PAGE: Final = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
_NESTED: Final = {"show": "in_force"}
"""Commands whose rows stand in the only row that they answer."""
_BESIDE: Final = {"--milestones": "milestones"}
"""Options whose rows the API gives beside the others."""
_INTEGER: Final = "http://www.w3.org/2001/XMLSchema#integer"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its forms; `path` is that of the API."""

    title: str
    command: tuple[str, ...]
    path: str
    sql: str
    cypher: str
    sparql: str


def questions() -> Iterator[Asked]:
    for part in re.split(r"^## ", _PAGE, flags=re.MULTILINE)[1:]:
        blocks = dict(re.findall(r"```(\w+)\n(.*?)```", part, flags=re.DOTALL))
        command = tuple(shlex.split(blocks["sh"]))
        assert command[0] == "chidao"
        path = blocks["http"].removeprefix("GET ").strip()
        languages = (blocks[name] for name in ("sql", "cypher", "sparql"))
        yield Asked(part.partition("\n")[0], command[1:], path, *languages)


QUESTIONS: Final = tuple(questions())


@pytest.fixture(scope="module")
def uri(driver: Driver, server: Server) -> str:
    """Give a server with the samples."""
    url = cleared(driver, server, 0)
    with closing(open_store(url)) as store:
        assert len(list(load(samples(), store))) == len(samples())
    return url


@pytest.fixture(scope="module")
def exported(samples_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the samples as an exported file."""
    path = tmp_path_factory.mktemp("exported") / "samples.nq"
    with (
        closing(open_store(str(samples_file))) as store,
        path.open("wb") as opened_file,
    ):
        write_file(store, NQ, Chosen.of(store), opened_file)
    return path


@pytest.fixture(scope="module", params=[RDFLIB, OXIGRAPH])
def engine(request: pytest.FixtureRequest, exported: Path) -> Answering:
    """Give what answers SPARQL, with the samples read."""
    return opened(exported, request.param)


def told(asked: Asked, store: Path | str, names: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """Return what the command answers of the named fields, in order."""
    command = asked.command[0]
    limit = () if command == "show" else ("--limit", "all")
    rows = answer(*asked.command, *limit, store=store)["rows"]
    if command in _NESTED:
        (row,) = rows
        rows = row[_NESTED[command]]
    return ordered(tuple(_field(row, name) for name in names) for row in rows)


def _field(row: dict[str, Any], name: str) -> object:
    return row["due"][1] if name == "until" else row[name]


def ordered(rows: Iterator[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(rows, key=repr)


def test_there_are_twenty() -> None:
    assert [asked.title.partition(".")[0] for asked in QUESTIONS] == [str(n + 1) for n in range(20)]


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.title.partition(".")[0])
def test_sql_gives_the_rows_of_the_command(asked: Asked, samples_file: Path) -> None:
    with closing(sqlite3.connect(samples_file)) as connection:
        cursor = connection.execute(asked.sql)
        names = tuple(name for name, *_ in cursor.description)
        rows = ordered(tuple(row) for row in cursor)
    assert rows == told(asked, samples_file, names)
    assert rows, "a question without an answer shows nothing"


def test_the_api_gives_the_rows_of_the_command(samples_file: Path, tmp_path: Path) -> None:
    with served(settings_of(str(samples_file), tmp_path)) as client:
        for asked in QUESTIONS:
            shows = asked.command[0] == "show"
            got = client.get(asked.path if shows else f"{asked.path}&limit=1000")
            assert got.status_code == 200, (asked.path, got.text)
            limit = () if shows else ("--limit", "all")
            rows = answer(*asked.command, *limit, store=samples_file)["rows"]
            beside = next((_BESIDE[one] for one in asked.command if one in _BESIDE), "rows")
            assert got.json()[beside] == rows, asked.title
            assert rows


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.title.partition(".")[0])
def test_sparql_gives_the_rows_of_the_command(
    asked: Asked, samples_file: Path, engine: Answering
) -> None:
    answered = engine(asked.sparql, 1000)
    assert answered.whole
    rows = ordered(tuple(_plain(row.get(name)) for name in answered.names) for row in answered.rows)
    assert rows == told(asked, samples_file, answered.names)
    assert rows


def _plain(term: Term | None) -> str | int | None:
    if term is None:
        return None
    return int(term["value"]) if term.get("datatype") == _INTEGER else term["value"]


def test_sparql_is_asked_on_the_command_line(exported: Path, tmp_path: Path) -> None:
    """In a process of its own, which must be able to read each of them."""
    query = tmp_path / "q.rq"
    for asked in QUESTIONS[::6]:
        query.write_text(asked.sparql, encoding="utf-8")
        done = run("sparql", query, "--over", exported, "--format", "json")
        assert done.exit_code == 0, done.stderr
        assert json.loads(done.stdout)["results"]["bindings"]


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.title.partition(".")[0])
def test_cypher_gives_the_rows_of_the_command(asked: Asked, uri: str, driver: Driver) -> None:
    records, _, names = driver.execute_query(asked.cypher)  # type: ignore[arg-type,unused-ignore]
    rows = ordered(tuple(record.values()) for record in records)
    assert rows == told(asked, uri, tuple(names))
    assert rows
