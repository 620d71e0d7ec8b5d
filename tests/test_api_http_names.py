"""Persistent names: they resolve, to a page for people and to RDF that says what an export says."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from rdflib import RDF, RDFS, Dataset, Graph, Literal, URIRef

from ontology.base import HOME, BaseError, base_of
from ontology.rdf.names import BASE, BODY, DOCUMENT, GRAPH, KIND, NAMESPACE, PREFIXES, TASK, iri
from ontology.rdf.published import vocabulary_turtle
from tests.conftest import maker_of
from tests.https import ELSEWHERE, READS, asked, settings_of
from tests.runs import ROOT, SAMPLES, run
from tests.stores import EXAMPLES

PLAN = "ha-son/41-KH-TU/2021-09-06"
DIRECTIVE = "tw/05-CT-TW/2016-05-15"
ITEM = f"{PLAN}#III.2"
BOARD = "ha-son/ban-tuyen-giao-tinh-uy"
TURTLE = {"Accept": "text/turtle"}
JSONLD = {"Accept": "application/ld+json"}
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
THINGS = [
    (iri(DOCUMENT, PLAN), f"/documents/{PLAN}"),
    (iri(DOCUMENT, DIRECTIVE), f"/documents/{DIRECTIVE}"),
    (iri("text", PLAN), f"/documents/{PLAN}"),
    (iri(GRAPH, PLAN), f"/documents/{PLAN}"),
    (iri(TASK, ITEM), f"/tasks/{PLAN}%23III.2"),
    (iri(BODY, BOARD), f"/bodies/{BOARD}"),
]


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
        client.follow_redirects = False
        yield client, url
    maker.close()


def where(name: str) -> str:
    """Return the path at which a name resolves."""
    return urlsplit(f"/{name.removeprefix(BASE)}").path


def graph_of(text: str) -> Graph:
    """Return what a Turtle file says."""
    return Graph().parse(data=text, format="turtle")


@pytest.mark.parametrize(("name", "page"), THINGS)
def test_people_are_led_to_the_page(served: tuple[TestClient, str], name: str, page: str) -> None:
    client, _ = served
    for headers in (BROWSER, {"Accept": "*/*"}, BROWSER | {"Accept-Language": "en"}):
        found = client.get(where(name), headers=headers)
        assert (found.status_code, found.headers["location"]) == (303, page)
        assert "Accept" in found.headers["vary"]
    shown = client.get(page, headers=BROWSER)
    assert shown.status_code == 200
    told = f'<link rel="alternate" type="text/turtle" href="{where(name)}?format=ttl">'
    assert (told in shown.text) == ("/text/" not in name and "/graph/" not in name)


@pytest.mark.parametrize(("name", "page"), THINGS)
def test_programs_are_told_the_same_in_both_forms(
    served: tuple[TestClient, str], name: str, page: str
) -> None:
    client, store = served
    turtle, jsonld = (client.get(where(name), headers=one) for one in (TURTLE, JSONLD))
    for found, media in ((turtle, "text/turtle"), (jsonld, "application/ld+json")):
        assert found.status_code == 200, found.text
        assert found.headers["content-type"].partition(";")[0] == media
        assert "Accept" in found.headers["vary"]
        assert found.links["alternate"]["url"] == page
    said = graph_of(turtle.text)
    assert set(said) == set(Graph().parse(data=jsonld.text, format="json-ld"))
    assert (URIRef(name), None, None) in said or name == iri(GRAPH, PLAN)
    assert client.get(f"{where(name)}?format=ttl", headers=BROWSER).content == turtle.content
    assert client.get(f"{where(name)}?format=jsonld").content == jsonld.content
    exported = set(graph_of(run("export", "--format", "ttl", store=store).stdout))
    assert set(said) <= exported  # nothing is said here that is not said there


def test_a_document_tells_all_that_its_text_says(served: tuple[TestClient, str]) -> None:
    client, store = served
    data = Dataset()
    data.parse(data=run("export", "--format", "nq", store=store).stdout, format="nquads")
    said = graph_of(client.get(f"/document/{PLAN}", headers=TURTLE).text)
    of_text = set(data.graph(URIRef(iri(GRAPH, PLAN))))
    assert len(of_text) > 500
    assert of_text <= set(said)
    label = said.value(URIRef(iri(DOCUMENT, PLAN)), RDFS.label)
    assert str(label).startswith("Kế hoạch số 41-KH/TU")


def own(name: str) -> URIRef:
    """Return a word of our vocabulary."""
    return URIRef(NAMESPACE + name)


def test_a_task_tells_its_edges_with_their_quotes(served: tuple[TestClient, str]) -> None:
    client, _ = served
    said = graph_of(client.get(where(iri(TASK, ITEM)), headers=TURTLE).text)
    task = URIRef(iri(TASK, ITEM))
    oa = PREFIXES["oa"]
    assert set(said.objects(task, own("ledBy"))) == {URIRef(iri(BODY, BOARD))}
    edges = list(said.subjects(RDF.subject, task))
    assert len(edges) == 4
    quotes = {
        str(said.value(place, URIRef(f"{oa}exact")))
        for edge in edges
        for place in said.objects(edge, own("evidence"))
    }
    assert "Ban Tuyên giáo Tỉnh ủy" in quotes
    assert set(said.subjects(RDF.type, own("Assignment"))) == {task}


@pytest.mark.parametrize(
    "path",
    [
        "/document/tw/99999-CT-TW/2016-05-15",
        "/document/x",
        f"/task/{PLAN}%23khong-co",
        f"/task/{PLAN}",
        "/task/tw/05-CT-TW/2016-05-15%23I.1",
        f"/body/{PLAN}",
        "/body/khong-co",
    ],
)
def test_what_is_not_there_is_told(served: tuple[TestClient, str], path: str) -> None:
    client, _ = served
    for headers in (TURTLE, JSONLD):
        found = client.get(path, headers=headers)
        assert (found.status_code, found.json()["code"]) == (404, "not-found")
    shown = client.get(path, headers=BROWSER, follow_redirects=True)
    assert shown.status_code in {404, 422}
    assert shown.headers["content-type"].startswith("text/html")


def test_other_forms_are_refused_and_conditions_hold(served: tuple[TestClient, str]) -> None:
    client, _ = served
    refused = client.get(f"/document/{PLAN}", headers={"Accept": "application/rdf+xml"})
    assert (refused.status_code, refused.json()["code"]) == (406, "not-acceptable")
    assert client.get(f"/document/{PLAN}?format=xml").status_code == 422
    tag = client.get(f"/document/{PLAN}", headers=TURTLE).headers["etag"]
    again = client.get(f"/document/{PLAN}", headers=TURTLE | {"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_names_want_a_key_where_reading_does(tmp_path: Path) -> None:
    with asked(settings_of(str(tmp_path / "s"), tmp_path), ELSEWHERE, "chidao.example") as far:
        assert far.get("/ontology").status_code == 401
        assert far.get("/ontology?format=ttl", headers=READS).status_code == 200


def test_the_vocabulary_is_where_its_names_lead(served: tuple[TestClient, str]) -> None:
    """Every class and property has its place on the page, by the fragment of its name."""
    client, _ = served
    turtle = client.get("/ontology", headers=TURTLE)
    assert turtle.content == vocabulary_turtle()
    words = graph_of(turtle.text)
    jsonld = client.get("/ontology", headers=JSONLD)
    assert len(Graph().parse(data=jsonld.text, format="json-ld")) == len(words)
    for language in ("vi", "en"):
        page = client.get("/ontology", headers=BROWSER | {"Accept-Language": language})
        assert page.status_code == 200
        for word in {str(one) for one in words.subjects() if str(one).startswith(NAMESPACE)}:
            assert f'id="{word.removeprefix(NAMESPACE)}"' in page.text
            label = next(
                one
                for one in words.objects(URIRef(word), RDFS.label)
                if isinstance(one, Literal) and one.language == language
            )
            assert str(label) in page.text
        for path in ("/type/CT", "/frequency/monthly"):
            led = client.get(path, headers=BROWSER)
            assert led.status_code == 303
            assert f'id="{led.headers["location"].partition("#")[2]}"' in page.text
    assert client.get("/type/ZZ").status_code == 422


def test_the_base_is_an_address() -> None:
    assert base_of({}) == base_of({"CHIDAO_BASE": " "}) == HOME
    assert base_of({"CHIDAO_BASE": "http://localhost:8000"}) == "http://localhost:8000/"
    for wrong in (
        "so.example",
        "javascript:x",
        "https://x.example/?a=",
        "https://x/#",
        "http://a b",
    ):
        with pytest.raises(BaseError):
            base_of({"CHIDAO_BASE": wrong})


def test_names_begin_as_the_publisher_says(tmp_path: Path) -> None:
    """Those of things do, those of the vocabulary do not; and the store comes back from them."""
    store, again = tmp_path / "s.sqlite", tmp_path / "again.sqlite"
    assert run("load", SAMPLES / "01-ke-hoach-41-tu.txt", store=store).exit_code == 0
    environment = os.environ | {"CHIDAO_BASE": "https://so.example/chi-dao"}
    file = tmp_path / "x.jsonld"

    def done(
        *arguments: object, told: dict[str, str] = environment
    ) -> subprocess.CompletedProcess[str]:
        program = "from api.cli import main; main(prog_name='chidao')"
        command = [sys.executable, "-c", program, *map(str, arguments)]
        return subprocess.run(
            command, cwd=ROOT, env=told, capture_output=True, text=True, check=False
        )

    written = done("export", "--format", "jsonld", "--output", file, "--store", store)
    assert written.returncode == 0, written.stderr
    nodes = [
        one for part in json.loads(file.read_text("utf-8"))["@graph"] for one in part["@graph"]
    ]
    names = {one["@id"] for one in nodes}
    assert f"https://so.example/chi-dao/document/{PLAN}" in names
    assert {one.partition("/")[0] for one in names} == {"https:"}
    assert all(one.startswith("https://so.example/chi-dao/") for one in names)
    assert iri(KIND, "KH") in {one.get("documentType") for one in nodes}
    refused = done("import", file, "--store", again, told=dict(os.environ))
    assert refused.returncode == 2
    assert "CHIDAO_BASE" in refused.stderr
    assert done("import", file, "--store", again).returncode == 0
    first, second = (done("stats", "--format", "json", "--store", one) for one in (store, again))
    assert first.stdout == second.stdout
    spoilt = environment | {"CHIDAO_BASE": "so.example"}
    wrong = done("export", "--format", "ttl", "--store", store, told=spoilt)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("Lỗi: CHIDAO_BASE")
