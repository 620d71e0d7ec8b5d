"""Files for `neo4j-admin`: imported by the command that is printed, they are the whole graph."""

import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver

from api.commands.export import README
from graph.copying import copy, digest
from graph.neo4j.importing import write_import
from graph.neo4j.sheets import COMMAND
from graph.neo4j.statements import schema
from graph.neo4j.tables import TASKS, cell
from graph.store import Store, StoreError, open_store
from ontology.relations import Relation
from tests.graphs import Text, Work, known
from tests.runs import run
from tests.servers import SCRIPT, Server, can_start_one, clear, own_server
from tests.wholes import QUESTIONS

LONG = 5_000_000
"""Code points, more than `neo4j-admin` reads at once unless it is told to."""

NUMBERS_OF_EVIDENCE = frozenset({"source", "target", "edge", "told_by"})
"""Numbers of documents, which two graphs that are otherwise the same may count in another order."""


@pytest.fixture
def command(source: Store, tmp_path: Path) -> str:
    """Give the command that an export prints, of a graph with all that a cell can hold."""
    text = Text("thu/2-KH-TU")
    text.work(Work("I.1", 'Một "việc",\r\nhai\rdòng\x1f\x0b \\', condition='khi "có", \\'))
    text.work(Work("I.1", " \U0001d400 cùng đường ", due=("2025-01-01", None)))
    text.link("tw/1-CT-TW/2020-01-01", Relation.REPLACES, "tw/2-CT-TW/2010-01-01")
    text.aim(Relation.IMPLEMENTS, "tw/1-CT-TW/2020-01-01")
    text.write("x" * LONG)
    text.load(source)
    folder = tmp_path / "xuất, 'một' lần"
    done = run("export", "--format", "neo4j-import", "--output", folder, store=_path(tmp_path))
    assert done.exit_code == 0, done.stderr
    return done.stdout.splitlines()[-1]


def _path(folder: Path) -> Path:
    return folder / "source.sqlite"


@pytest.fixture
def imported(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Give a server with its data from the files, brought there by the command as it is printed."""
    if not can_start_one():
        if os.environ.get("CI") == "true" and "NEO4J_URI" not in os.environ:
            pytest.fail("no Java or no Maven")
        pytest.skip("an import needs a server of its own: install Java 17 and Maven")
    home, program = tmp_path / "home", tmp_path / "bin" / "neo4j-admin"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nexec '{SCRIPT}' admin \"$@\"\n", encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", command],
        env={**os.environ, "PATH": path, "NEO4J_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    with own_server(home) as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        yield server


def test_what_is_imported_is_the_graph(source: Store, imported: Server) -> None:
    """The same to every question, written to as any other, and in the end what copying makes."""
    with imported.driver() as driver, closing(open_store(imported.uri, create=False)) as store:
        assert digest(store) == digest(source)
        for question in QUESTIONS:
            assert store.ask(question) == source.ask(question)
        assert _indexes(driver) == len(schema())
        for one in (source, store):
            _write(one)
        assert digest(store) == digest(source)
        held = _graph(driver)
        clear(driver)
        copy(source, store)
        assert held == _graph(driver)


def _write(store: Store) -> None:
    """Change a graph; a number that is given twice, or a name that is not found, would be seen."""
    store.remove(store.loaded()[0].key)
    new = Text("thu/3-KH-TU")
    new.work(Work("I.1", "Một việc mới", lead=("Ban Mới lập", "Ban Tuyên giáo Tỉnh ủy")))
    new.link("tw/3-CT-TW/2020-01-01", Relation.REPLACES, "tw/2-CT-TW/2010-01-01")
    new.load(store)


def _indexes(driver: Driver) -> int:
    found = driver.execute_query("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE'").records
    return sum(record["name"].startswith("chidao") for record in found)


def _graph(driver: Driver) -> tuple[Counter[str], Counter[tuple[str, str, str, str]]]:
    """Return all nodes and relationships by what they tell, the numbers left out."""
    with driver.session() as session:
        nodes = {
            record["name"]: _told(record["labels"], record["told"])
            for record in session.run(
                "MATCH (n:Chidao) WHERE NOT n:Store"
                " RETURN elementId(n) AS name, labels(n) AS labels, properties(n) AS told"
            )
        }
        relationships = [
            (nodes[start], kind, _told([], told), nodes[end])
            for start, kind, told, end in session.run(
                "MATCH (s:Chidao)-[r]->(e:Chidao)"
                " RETURN elementId(s), type(r), properties(r), elementId(e)"
            )
        ]
    return Counter(nodes.values()), Counter(relationships)


def _told(labels: list[str], told: dict[str, Any]) -> str:
    numbers = NUMBERS_OF_EVIDENCE if "Evidence" in labels else {"id"}
    kept = {
        name: sorted(value) if name == "accounts" else value
        for name, value in told.items()
        if name not in numbers
    }
    return f"{sorted(labels)} {sorted(kept.items())}"


def test_a_change_meanwhile_is_told_and_nothing_is_left(source: Store, tmp_path: Path) -> None:
    """Half of one graph and half of another would be imported without a word."""

    def meddle(_: int) -> None:
        source.register([known("tw/77-CT-TW/2020-01-01", "Mới")], [], [])

    with pytest.raises(StoreError, match="có người ghi"):
        write_import(source, tmp_path, meddle)


def test_a_failure_leaves_no_folder(
    source: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("api.commands.export.write_import", fail)
    del source
    folder = tmp_path / "out" / "files"
    done = run("export", "--format", "neo4j-import", "--output", folder, store=_path(tmp_path))
    assert (done.exit_code, list(folder.parent.iterdir())) == (2, [])


def test_an_empty_folder_is_taken_and_no_other(source: Store, tmp_path: Path) -> None:
    del source
    folder = tmp_path / "files"
    folder.mkdir()
    asked = ("export", "--format", "neo4j-import", "--output", folder)
    assert run(*asked, store=_path(tmp_path)).exit_code == 0
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert COMMAND in (folder / README).read_text(encoding="utf-8")
    again = run(*asked, store=_path(tmp_path))
    assert again.exit_code == 2
    assert f"'{folder}' đã có nội dung" in again.stderr
    assert before == {path: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    done = run("export", "--format", "rdf", "--output", "x")
    assert done.exit_code == 2
    assert "không có 'rdf'; chọn một trong: neo4j-import" in done.stderr


def test_nothing_is_left_out_silently() -> None:
    with pytest.raises(ValueError, match="no column for colour in tasks"):
        TASKS.line({"colour": "red"})
    with pytest.raises(ValueError, match="cannot be read back"):
        cell(["một\x1fhai"])
