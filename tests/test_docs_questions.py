"""The questions of `docs/questions.md`: command, SQL and Cypher give the same rows."""

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

from graph.store import open_store
from loaders.load import load
from tests.runs import ROOT, answer, samples
from tests.servers import Server
from tests.stores import cleared

_PAGE: Final = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
_NESTED: Final = {"show": "in_force"}
"""Commands whose rows stand in the only row that they answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its three forms."""

    title: str
    command: tuple[str, ...]
    sql: str
    cypher: str


def questions() -> Iterator[Asked]:
    for part in re.split(r"^## ", _PAGE, flags=re.MULTILINE)[1:]:
        blocks = dict(re.findall(r"```(\w+)\n(.*?)```", part, flags=re.DOTALL))
        command = tuple(shlex.split(blocks["sh"]))
        assert command[0] == "chidao"
        yield Asked(part.partition("\n")[0], command[1:], blocks["sql"], blocks["cypher"])


QUESTIONS: Final = tuple(questions())


@pytest.fixture(scope="module")
def uri(driver: Driver, server: Server) -> str:
    """Give a server with the samples."""
    url = cleared(driver, server, 0)
    with closing(open_store(url)) as store:
        assert len(list(load(samples(), store))) == len(samples())
    return url


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


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.title.partition(".")[0])
def test_cypher_gives_the_rows_of_the_command(asked: Asked, uri: str, driver: Driver) -> None:
    records, _, names = driver.execute_query(asked.cypher)  # type: ignore[arg-type,unused-ignore]
    rows = ordered(tuple(record.values()) for record in records)
    assert rows == told(asked, uri, tuple(names))
    assert rows
