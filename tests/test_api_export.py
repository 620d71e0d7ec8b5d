"""Files for other programs on the command line: written, read by others, taken in again, asked."""

import csv
import json
import os
import signal
from pathlib import Path

import networkx as nx
import pytest
from pyarrow import parquet

from graph.copying import digest
from graph.exporting.forms import FOLDERS, ONE_FILE
from graph.store import Store, open_store
from ontology.rdf import engines
from ontology.rdf.names import DOCUMENT, TASK, iri
from tests.runs import answer, run
from tests.wholes import DIRECTIVE

PLAN = "ha-son/41-KH-TU/2021-09-06"


@pytest.fixture
def path(source: Store, tmp_path: Path) -> Path:
    """Give the path of a store with a graph in it."""
    del source
    return tmp_path / "source.sqlite"


@pytest.mark.parametrize("form", ONE_FILE)
def test_a_file_is_what_the_standard_output_gives(path: Path, form: str, tmp_path: Path) -> None:
    file = tmp_path / "here" / f"x.{form}"
    file.parent.mkdir()
    file.write_text("cũ", encoding="utf-8")
    done = run("export", "--format", form, "--output", file, store=path)
    assert (done.exit_code, done.stdout) == (0, f"Đã ghi: {file}\n")
    printed = run("export", "--format", form, store=path)
    assert printed.stdout_bytes == file.read_bytes()
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_other_programs_read_the_graph(path: Path, form: str, tmp_path: Path) -> None:
    """As networkx does: nodes and edges are those of the tables, quotes and all."""
    file, folder = tmp_path / f"x.{form}", tmp_path / "tables"
    assert run("export", "--format", form, "--output", file, store=path).exit_code == 0
    assert run("export", "--format", "csv", "--output", folder, store=path).exit_code == 0
    graph = (nx.read_graphml if form == "graphml" else nx.read_gexf)(file)
    nodes, edges = (_rows(folder / f"{name}.csv") for name in ("nodes", "edges"))
    assert set(graph.nodes) == {row["id"] for row in nodes}
    assert sorted((s, t, d["relation"]) for s, t, d in graph.edges(data=True)) == sorted(
        (row["source"], row["target"], row["relation"]) for row in edges
    )
    assert graph.nodes[iri(DOCUMENT, PLAN)]["label"].startswith("Kế hoạch số 41-KH/TU")
    quotes = [d["quote"] for _, _, d in graph.edges(data=True)]
    assert all(quotes)


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_both_kinds_of_tables_hold_the_same(path: Path, tmp_path: Path) -> None:
    for form in FOLDERS:
        folder = tmp_path / form
        assert run("export", "--format", form, "--output", folder, store=path).exit_code == 0
        assert {one.name for one in folder.iterdir()} == {f"nodes.{form}", f"edges.{form}"}
    for name in ("nodes", "edges"):
        table = parquet.read_table(tmp_path / "parquet" / f"{name}.parquet").to_pylist()
        plain = [{k: "" if v is None else str(v) for k, v in row.items()} for row in table]
        assert plain == _rows(tmp_path / "csv" / f"{name}.csv")


@pytest.mark.parametrize("form", ["nq", "jsonld"])
def test_what_was_exported_is_taken_in_again(path: Path, form: str, tmp_path: Path) -> None:
    file, new = tmp_path / f"x.{form}", tmp_path / "new.sqlite"
    assert run("export", "--format", form, "--output", file, store=path).exit_code == 0
    done = run("import", file, store=new)
    assert done.exit_code == 0, done.stderr
    stores = [open_store(str(one)) for one in (path, new)]
    first, second = map(digest, stores)
    assert first == second
    assert done.stdout.splitlines()[-1].endswith(second)
    for store in stores:
        store.close()
    for question in (("tasks", "--limit", "all"), ("stats",)):
        assert answer(*question, store=path) == answer(*question, store=new)


def test_a_neighbourhood_is_asked_for_as_people_write(path: Path) -> None:
    """By number and symbol, or by key; a document that is not there is told."""
    by_key = run("export", "--format", "ttl", "--around", DIRECTIVE, store=path)
    typed = run("export", "--format", "ttl", "--around", "CT 05-CT/TW ngày 15/5/2016", store=path)
    whole = run("export", "--format", "ttl", store=path)
    assert by_key.exit_code == 0
    assert by_key.stdout == typed.stdout
    assert len(by_key.stdout) < len(whole.stdout)
    gone = run("export", "--format", "ttl", "--around", "Chỉ thị 999-CT/TW", store=path)
    assert (gone.exit_code, gone.stdout) == (2, "")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--format", "csv"), "--format csv cần --output"),
        (("--format", "parquet", "--output", "-"), "--format parquet cần --output"),
        (("--format", "neo4j-import", "--output", "x", "--around", "y"), "chỉ xuất cả kho"),
    ],
    ids=["no folder", "no pipe", "whole only"],
)
def test_what_does_not_go_together_is_told(arguments: tuple[str, ...], why: str) -> None:
    done = run("export", *arguments)
    assert done.exit_code == 2
    assert why in done.stderr


def test_a_failure_leaves_the_file_as_it_was(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    file = tmp_path / "x.nq"
    file.write_text("cũ", encoding="utf-8")
    monkeypatch.setattr("api.commands.export.write_file", fail)
    done = run("export", "--format", "nq", "--output", file, store=path)
    assert (done.exit_code, file.read_text(encoding="utf-8")) == (2, "cũ")
    assert not list(tmp_path.glob(".x.nq*"))


def test_a_process_that_dies_leaves_the_file_as_it_was(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a real signal, as when the memory is full; the bytes of two are those of one."""
    file = tmp_path / "x.nq"
    two = ("export", "--format", "nq", "--workers", "2")
    assert run(*two, "--output", file, store=path).exit_code == 0
    assert run(*two[:3], store=path).stdout_bytes == file.read_bytes()
    file.write_text("cũ", encoding="utf-8")
    monkeypatch.setattr("graph.exporting.workers._write", _killed)
    done = run(*two, "--output", file, store=path)
    assert (done.exit_code, file.read_text(encoding="utf-8")) == (2, "cũ")
    assert "--workers 1" in done.stderr
    assert not list(tmp_path.glob(".x.nq*"))


def _killed(_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_sound_store_is_said_to_be_sound(path: Path) -> None:
    done = run("validate", store=path)
    assert (done.exit_code, done.stdout) == (0, "Không có chỗ nào sai.\n")


def test_what_fails_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here items no longer say where they stand: each is an edge without evidence."""

    def without(*_: object) -> list[tuple[str, str]]:
        return []

    monkeypatch.setattr("graph.rdf.items.own_place", without)
    done = run("validate", "--format", "json", "--limit", "5", store=path)
    rows = json.loads(done.stdout)["rows"]
    assert (done.exit_code, len(rows)) == (1, 5)
    assert all(row["thing"].startswith(iri(TASK, "")) for row in rows)
    assert {"cạnh không có căn cứ", "thiếu giá trị"} >= {row["message"] for row in rows}
    english = run("validate", "--limit", "1", store=path, lang="en")
    assert english.stdout.splitlines()[-1] == "1 failures."


QUERY = """
SELECT ?task ?words ?start ?quote WHERE {
  ?task a chidao:Task ; chidao:partOf ?plan ; chidao:ledBy ?body .
  ?plan a chidao:Document ; chidao:key "%s" .
  ?said rdf:subject ?task ; rdf:predicate chidao:ledBy ; rdf:object ?body ;
        chidao:words ?words ; chidao:evidence ?place .
  ?place oa:start ?start ; oa:exact ?quote .
} ORDER BY ?start
"""


@pytest.mark.parametrize("engine", [engines.OXIGRAPH, engines.RDFLIB])
def test_both_engines_answer_alike(path: Path, tmp_path: Path, engine: str) -> None:
    """And as the store does: who leads the tasks of a plan, by the words that say so."""
    file = tmp_path / "x.nq"
    run("export", "--format", "nq", "--output", file, store=path)
    answered = engines.opened(file, engine)
    rows = answered(QUERY % PLAN, 1000).rows
    tasks = answer("tasks", "--document", PLAN, "--kind", "task", "--limit", "all", store=path)
    led = [(row["task"], body) for row in tasks["rows"] for body in row["lead"]]
    assert sorted((r["task"]["value"], r["words"]["value"]) for r in rows) == sorted(
        (iri(TASK, key), body) for key, body in led
    )
    assert answered("ASK { ?x a chidao:Task }", 1).truth is True
    built = answered("CONSTRUCT { ?x a chidao:Task } WHERE { ?x a chidao:Task }", 2)
    assert (str(built.triples).count("\n"), built.whole) == (2, False)


def test_a_query_is_answered_on_the_command_line(path: Path, tmp_path: Path) -> None:
    query = tmp_path / "q.rq"
    query.write_text(QUERY % PLAN, encoding="utf-8")
    done = run("sparql", query, "--format", "csv", store=path)
    assert done.exit_code == 0, done.stderr
    head, *rows = done.stdout.splitlines()
    assert head == "task,words,start,quote"
    assert rows
    table = run("sparql", query, "--limit", "1", store=path)
    assert "1 dòng đầu" in table.stderr
    found = json.loads(run("sparql", query, "--format", "json", store=path).stdout)
    assert len(found["results"]["bindings"]) >= len(rows) >= 1


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "không được phép: SERVICE"),
        ("SELECT * { { SELECT * { OPTIONAL { SERVICE SILENT ?x { ?s ?p ?o } } } } }", "SERVICE"),
        ("SELECT * { FILTER NOT EXISTS { SERVICE <x:y> { ?s ?p ?o } } }", "SERVICE"),
        ("SELECT * { \\u0053ERVICE <x:y> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }", "không được phép: FROM"),
        ("SELECT * FROM NAMED <http://127.0.0.1:9/> { ?s ?p ?o }", "FROM"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "không đọc được câu hỏi"),
        ("LOAD <http://127.0.0.1:9/>", "không đọc được câu hỏi"),
        ("SELECT * {", "không đọc được câu hỏi"),
        ("SELECT * {" + "{" * 3000 + "}" * 3000 + "}", "không"),
        ("#" * 100_001, "không được phép"),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "quá 1 giây"),
    ],
    ids=[
        *("service", "deep", "exists", "escaped", "from", "named", "insert", "load", "half"),
        *("nested", "long", "slow"),
    ],
)
def test_what_no_query_may_is_refused(path: Path, tmp_path: Path, query: str, why: str) -> None:
    file = tmp_path / "q.rq"
    file.write_text(query, encoding="utf-8")
    done = run("sparql", file, "--seconds", "1", store=path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert why in done.stderr
