"""SPARQL over HTTP: the answers of the command line, by the protocol, of the store as it is now."""

import csv
import io
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from rdflib import Graph, URIRef

from api.http.server_settings import Caps
from api.http.sparql_graph import SparqlGraph
from graph.copying import digest
from graph.store import open_store
from ontology.rdf import engines
from ontology.rdf.names import DOCUMENT, iri
from tests.conftest import maker_of
from tests.https import ELSEWHERE, READS, WRITES, asked, settings_of
from tests.runs import SAMPLES, answer, run
from tests.stores import EXAMPLES

PLAN = "ha-son/41-KH-TU/2021-09-06"
TASK = f"{PLAN}#III.2"
SELECT = """
SELECT ?task ?words ?start ?quote WHERE {
  ?task a chidao:Assignment ; chidao:partOf ?plan ; chidao:ledBy ?body .
  ?plan a chidao:Document ; chidao:key "KEY" .
  ?said rdf:subject ?task ; rdf:predicate chidao:ledBy ; rdf:object ?body ;
        chidao:words ?words ; chidao:evidence ?place .
  ?place oa:start ?start ; oa:exact ?quote .
} ORDER BY ?start
""".replace("KEY", PLAN)
ASK = "ASK { ?x a chidao:Task }"
SAID = "SELECT (COUNT(?x) AS ?n) { ?x a chidao:StatusChange }"
DESCRIBE = f"DESCRIBE <{iri(DOCUMENT, PLAN)}>"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
RESULTS = "application/sparql-results+json"


@pytest.fixture(scope="module", params=sorted(EXAMPLES))
def served(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[TestClient, str]]:
    """Give a client of a server over the samples, and the URL of its store."""
    folder = tmp_path_factory.mktemp("served")
    maker = maker_of(request.param, request, folder)
    maker().close()
    url = maker.url(maker.made)
    assert run("load", SAMPLES, store=url).exit_code == 0
    with asked(settings_of(url, folder)) as client:
        yield client, url
    maker.close()


@pytest.fixture
def store(tmp_path: Path) -> str:
    """Give the path of a store with one plan."""
    path = tmp_path / "s.sqlite"
    assert run("load", SAMPLES / "01-ke-hoach-41-tu.txt", store=path).exit_code == 0
    return str(path)


def folder_of(client: TestClient) -> Path:
    """Return where the graph is that is asked."""
    graph: SparqlGraph = client.app.state.serving.sparql  # type: ignore[attr-defined]
    made = graph._made  # noqa: SLF001  (what is on the disk is seen nowhere else)
    assert made is not None
    return Path(made.folder.name)


def test_the_rows_are_those_of_the_command_line(
    served: tuple[TestClient, str], tmp_path: Path
) -> None:
    client, url = served
    file = tmp_path / "q.rq"
    file.write_text(SELECT, encoding="utf-8")
    found = client.get("/sparql", params={"query": SELECT})
    assert (found.status_code, found.headers["content-type"]) == (200, RESULTS)
    assert found.json() == answer("sparql", file, store=url)
    assert len(found.json()["results"]["bindings"]) > 3
    table = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "text/csv"})
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.text == run("sparql", file, "--format", "csv", store=url).stdout
    assert next(csv.reader(io.StringIO(table.text))) == ["task", "words", "start", "quote"]


def test_every_way_to_ask_gives_the_same(served: tuple[TestClient, str]) -> None:
    client, _ = served
    by_get = client.get("/sparql", params={"query": SELECT})
    by_form = client.post("/sparql", data={"query": SELECT})
    typed = {"Content-Type": "application/sparql-query; charset=utf-8"}
    by_body = client.post("/sparql", content=SELECT.encode(), headers=typed)
    assert by_get.status_code == by_form.status_code == by_body.status_code == 200
    assert by_get.content == by_form.content == by_body.content
    assert client.get("/sparql", params={"query": ASK}).json() == {"head": {}, "boolean": True}


def test_a_graph_comes_in_the_form_that_is_wanted(served: tuple[TestClient, str]) -> None:
    client, _ = served
    forms = {
        "text/turtle": "turtle",
        "application/ld+json": "json-ld",
        "application/n-triples": "nt",
    }
    graphs = []
    for media, form in forms.items():
        found = client.get("/sparql", params={"query": DESCRIBE}, headers={"Accept": media})
        assert found.headers["content-type"].partition(";")[0] == media
        graphs.append(set(Graph().parse(data=found.text, format=form)))
    assert graphs[0] == graphs[1] == graphs[2]
    assert {subject for subject, _, _ in graphs[0]} >= {URIRef(iri(DOCUMENT, PLAN))}
    anything = client.get("/sparql", params={"query": DESCRIBE}, headers={"Accept": "*/*"})
    assert anything.headers["content-type"].startswith("text/turtle")
    for query, media in ((ASK, "text/csv"), (SELECT, "text/turtle"), (DESCRIBE, "text/csv")):
        refused = client.get("/sparql", params={"query": query}, headers={"Accept": media})
        assert (refused.status_code, refused.json()["code"]) == (406, "not-acceptable")


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { { SELECT * { OPTIONAL { SERVICE SILENT ?x { ?s ?p ?o } } } } }", "SERVICE"),
        ("SELECT * { \\u0053ERVICE <x:y> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }", "FROM"),
        ("SELECT * FROM NAMED <http://127.0.0.1:9/> { ?s ?p ?o }", "FROM"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "không đọc được"),
        ("LOAD <http://127.0.0.1:9/>", "không đọc được"),
        ("DROP ALL", "không đọc được"),
        ("SELECT * {", "không đọc được"),
        ("", "không đọc được"),
    ],
)
def test_what_no_query_may_is_refused(served: tuple[TestClient, str], query: str, why: str) -> None:
    client, _ = served
    for found in (
        client.get("/sparql", params={"query": query}),
        client.post("/sparql", data={"query": query}),
    ):
        assert (found.status_code, found.json()["code"]) == (400, "bad-query")
        assert found.json()["place"]["name"] == "query"
        assert why in found.json()["detail"]


@pytest.mark.parametrize(
    ("body", "media", "status", "code"),
    [
        (b"update=DROP+ALL", "application/x-www-form-urlencoded", 422, "bad-value"),
        (b"query=ASK{}&query=ASK{}", "application/x-www-form-urlencoded", 422, "bad-value"),
        (
            b"query=ASK{}&default-graph-uri=x:y",
            "application/x-www-form-urlencoded",
            422,
            "bad-value",
        ),
        (b"DROP ALL", "application/sparql-update", 415, "media-type"),
        (b"ASK {}", "text/plain", 415, "media-type"),
        (b"ASK { \xff }", "application/sparql-query", 400, "bad-request"),
        (b"ASK {}" + b" " * 70_000, "application/sparql-query", 413, "too-large"),
    ],
)
def test_what_is_no_query_is_refused(
    served: tuple[TestClient, str], body: bytes, media: str, status: int, code: str
) -> None:
    client, _ = served
    found = client.post("/sparql", content=body, headers={"Content-Type": media})
    assert (found.status_code, found.json()["code"]) == (status, code)
    for query in ("", "?query=ASK%20%7B%7D&default-graph-uri=x:y", "?update=DROP%20ALL"):
        assert client.get(f"/sparql{query}").status_code == 422


def test_nothing_is_ever_written(served: tuple[TestClient, str]) -> None:
    client, url = served
    opened = open_store(url)
    before = digest(opened)
    for query in (SELECT, "DROP ALL", "CLEAR ALL", "DELETE WHERE { ?s ?p ?o }"):
        client.post("/sparql", data={"query": query})
    assert digest(opened) == before
    opened.close()


def test_answers_are_of_the_store_as_it_is_now(served: tuple[TestClient, str]) -> None:
    """One graph as long as nobody writes; another after that, and the old one is gone."""
    client, _ = served

    def said() -> int:
        rows = client.get("/sparql", params={"query": SAID}).json()["results"]["bindings"]
        return int(rows[0]["n"]["value"])

    before, folder = said(), folder_of(client)
    assert (said(), folder_of(client)) == (before, folder)
    status = f"/api/tasks/{quote(TASK, safe='')}/status"
    assert client.put(status, json={"status": "done"}, headers=WRITES).status_code == 200
    assert said() == before + 1
    assert folder_of(client) != folder
    for _ in range(100):
        if not folder.exists():
            break
        time.sleep(0.05)
    assert not folder.exists()


def test_who_may_read_may_ask_and_nothing_is_noted(store: str, tmp_path: Path) -> None:
    with asked(settings_of(store, tmp_path), ELSEWHERE, "chidao.example") as far:
        assert far.get("/sparql", params={"query": ASK}).status_code == 401
        assert far.post("/sparql", data={"query": ASK}).status_code == 401
        assert far.post("/sparql", data={"query": ASK}, headers=READS).status_code == 200
        assert far.put("/sparql", content=b"", headers=READS).status_code == 403
        folder = folder_of(far)
        assert folder.exists()
    assert not folder.exists()
    assert not (tmp_path / "audit.jsonl").exists()


def test_time_and_rows_are_limited(store: str, tmp_path: Path) -> None:
    """What takes too long is ended; the graph is still there for the next."""
    caps = Caps(sparql_rows=3, seconds=20)
    with asked(settings_of(store, tmp_path, caps=caps)) as client:
        rows = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
        assert len(rows.json()["results"]["bindings"]) == 3
        assert rows.headers["x-cut"] == "3"
        graph = client.get("/sparql", params={"query": "CONSTRUCT WHERE { ?s a ?o }"})
        assert len(Graph().parse(data=graph.text, format="turtle")) == 3
        assert graph.headers["x-cut"] == "3"
        assert "x-cut" not in client.get("/sparql", params={"query": ASK}).headers
        folder = folder_of(client)
        sparql: SparqlGraph = client.app.state.serving.sparql  # type: ignore[attr-defined]
        sparql._caps = Caps(seconds=1)  # noqa: SLF001
        slow = client.get("/sparql", params={"query": SLOW})
        assert (slow.status_code, slow.json()["code"]) == (504, "too-slow")
        sparql._caps = caps  # noqa: SLF001
        assert client.get("/sparql", params={"query": ASK}).json()["boolean"] is True
        assert folder_of(client) == folder


def test_a_graph_that_is_too_large_is_not_made(store: str, tmp_path: Path) -> None:
    with asked(settings_of(store, tmp_path, caps=Caps(sparql_bytes=10_000))) as client:
        for language, words in (("vi", "lớn hơn 10000 byte"), ("en", "larger than 10000 bytes")):
            headers = {"Accept-Language": language}
            found = client.get("/sparql", params={"query": ASK}, headers=headers)
            assert (found.status_code, found.json()["code"]) == (503, "store")
            assert words in found.json()["detail"]


def test_many_who_ask_at_once_let_one_graph_be_made(
    store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    make = SparqlGraph._make

    async def counted(self: SparqlGraph, folder: str) -> Path:
        made.append(folder)
        return await make(self, folder)

    monkeypatch.setattr(SparqlGraph, "_make", counted)
    with asked(settings_of(store, tmp_path, caps=Caps(sparql=3))) as client:
        with ThreadPoolExecutor(6) as several:
            answers = list(several.map(lambda _: client.get("/sparql?query=ASK{}"), range(6)))
        assert [found.status_code for found in answers] == [200] * 6
        assert len(made) == 1


def test_more_than_may_wait_are_told_to_come_back(store: str, tmp_path: Path) -> None:
    with asked(settings_of(store, tmp_path, caps=Caps(sparql=1, waiting=1, seconds=3))) as client:
        assert client.get("/sparql", params={"query": ASK}).status_code in {200, 503}
        with ThreadPoolExecutor(4) as several:
            found = list(
                several.map(lambda _: client.get(f"/sparql?query={quote(SLOW)}"), range(4))
            )
        assert {one.status_code for one in found} <= {503, 504}
        assert 503 in {one.status_code for one in found}


@pytest.mark.parametrize("engine", [engines.OXIGRAPH, engines.RDFLIB])
def test_what_is_kept_answers_as_its_file_does(
    store: str, tmp_path: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With both engines; without Oxigraph the file itself is kept."""
    monkeypatch.setattr("ontology.rdf.engines._best", lambda: engine)
    file, folder = tmp_path / "x.nq", tmp_path / "kept"
    folder.mkdir()
    assert run("export", "--format", "nq", "--output", file, store=store).exit_code == 0
    kept = engines.prepared(file, folder)
    assert kept == (folder if engine == engines.OXIGRAPH else file)
    for query in (SELECT, ASK, DESCRIBE):
        assert engines.opened(kept)(query, 1000) == engines.opened(file, engine)(query, 1000)
