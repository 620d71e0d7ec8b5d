"""Exports over HTTP: the bytes of the command line, few at once, broken off when they are wrong."""

import io
import json
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import httpx2
import pytest
from fastapi.testclient import TestClient

from api.exports import MEDIAS
from api.http.queries import ExportForm
from api.http.server_settings import Caps
from bench.corpus import corpus
from bench.filling import fill
from graph.exporting.forms import FOLDERS, ONE_FILE
from graph.store import open_store
from tests.conftest import maker_of
from tests.https import ELSEWHERE, READS, WRITES, asked, settings_of
from tests.runs import SAMPLES, run
from tests.servings import serving
from tests.stores import EXAMPLES

PLAN = "ha-son/41-KH-TU/2021-09-06"
FORMS = get_args(ExportForm)


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
def client(tmp_path: Path) -> Iterator[TestClient]:
    """Give a client of a server over one plan."""
    path = tmp_path / "s.sqlite"
    assert run("load", SAMPLES / "01-ke-hoach-41-tu.txt", store=path).exit_code == 0
    with asked(settings_of(str(path), tmp_path, caps=Caps(exports=1))) as opened:
        yield opened


def test_every_form_of_the_command_line_is_there() -> None:
    assert (*ONE_FILE, *FOLDERS) == FORMS
    assert set(MEDIAS) == set(FORMS)


@pytest.mark.parametrize("around", [None, PLAN])
@pytest.mark.parametrize("form", FORMS)
def test_the_bytes_are_those_of_the_command_line(
    served: tuple[TestClient, str], form: str, around: str | None, tmp_path: Path
) -> None:
    client, store = served
    output = tmp_path / "here"
    only = ("--around", around) if around else ()
    done = run("export", "--format", form, "--output", output, *only, store=store)
    assert done.exit_code == 0, done.stderr
    query = {"format": form, **({"around": around} if around else {})}
    found = client.get("/api/export", params=query)
    assert found.status_code == 200, found.text
    assert found.headers["content-type"].partition(";")[0] == MEDIAS[form]
    if form in ONE_FILE:
        assert found.content == output.read_bytes()
        assert f'filename="do-thi.{form}"' in found.headers["content-disposition"]
        return
    with zipfile.ZipFile(io.BytesIO(found.content)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == {path.name: path.read_bytes() for path in output.iterdir()}
    assert client.get("/api/export", params=query).content == found.content


def test_a_document_is_named_as_people_write_it(served: tuple[TestClient, str]) -> None:
    client, _ = served
    query = {"format": "ttl", "around": "Kế hoạch 41-KH/TU ngày 06/9/2021"}
    by_words = client.get("/api/export", params=query | {"around": "CT 05-CT/TW ngày 15/5/2016"})
    by_key = client.get("/api/export", params=query | {"around": "tw/05-CT-TW/2016-05-15"})
    assert by_words.status_code == 200
    assert by_words.content == by_key.content


@pytest.mark.parametrize(
    ("query", "status", "code", "name"),
    [
        ({}, 422, "bad-value", "format"),
        ({"format": "neo4j-import"}, 422, "bad-value", "format"),
        ({"format": "ttl", "x": "1"}, 422, "bad-value", "x"),
        ({"format": "nq", "around": "999-CT/TW"}, 404, "unknown-document", None),
        ({"format": "nq", "around": "chẳng phải"}, 422, "bad-citation", "around"),
    ],
)
def test_what_cannot_be_exported_is_told(
    client: TestClient, query: dict[str, str], status: int, code: str, name: str | None
) -> None:
    found = client.get("/api/export", params=query)
    told = found.json()
    assert found.headers["content-type"] == "application/problem+json"
    assert (found.status_code, told["code"]) == (status, code)
    assert told.get("place", {}).get("name") == name
    assert client.get("/api/export?format=ttl").status_code == 200


def test_several_documents_come_as_candidates(served: tuple[TestClient, str]) -> None:
    client, _ = served
    found = client.get("/api/export", params={"format": "nq", "around": "20-NQ/TW"})
    assert (found.status_code, found.json()["code"]) == (409, "ambiguous-document")
    assert len(found.json()["candidates"]) > 1


def test_an_export_wants_a_key_where_reading_does(tmp_path: Path) -> None:
    path = str(tmp_path / "s.sqlite")
    with asked(settings_of(path, tmp_path), ELSEWHERE, "chidao.example") as far:
        assert far.get("/api/export?format=ttl").status_code == 401
        assert far.get("/api/export?format=ttl", headers=READS).status_code == 200


def test_parquet_without_its_library_is_told(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    found = client.get("/api/export?format=parquet")
    assert (found.status_code, found.json()["code"]) == (501, "not-installed")
    assert "chidao[parquet]" in found.json()["detail"]


def test_time_is_limited(client: TestClient) -> None:
    client.app.state.serving.exports._seconds = 0  # type: ignore[attr-defined]  # noqa: SLF001
    for _ in range(3):  # each gives its place free
        found = client.get("/api/export?format=ttl")
        assert (found.status_code, found.json()["code"]) == (504, "too-slow")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a store whose export is larger than what a connection holds."""
    path = tmp_path_factory.mktemp("large") / "s.sqlite"
    store = open_store(str(path))
    fill(store, corpus(200))
    store.close()
    return path


def test_exports_do_not_take_the_server_from_others(large: Path, tmp_path: Path) -> None:
    """As many as may be written at once, by readers who are in no hurry; others are answered."""
    with serving(large, tmp_path) as served, httpx2.Client(base_url=served.url) as client:
        url = f"{served.url}/api/export?format=nq"
        with httpx2.stream("GET", url) as one, httpx2.stream("GET", url) as two:
            assert (one.status_code, two.status_code) == (200, 200)
            busy = client.get("/api/export?format=nq")
            assert (busy.status_code, busy.json()["code"]) == (503, "busy")
            assert busy.headers["retry-after"]
            began = time.monotonic()
            for number in range(20):
                assert client.get(f"/api/documents?limit={number + 1}").status_code == 200
            assert time.monotonic() - began < 20
        answer = _when_free(client)
        assert answer.status_code == 200  # both who went away gave their places free
        lines = answer.text.splitlines()
        assert len(lines) > 100_000
        assert "graphs/export" in lines[-1]


def _when_free(client: httpx2.Client) -> httpx2.Response:
    for _ in range(100):
        answer = client.get("/api/export?format=nq", timeout=60)
        if answer.status_code != 503:
            return answer
        time.sleep(0.1)
    return answer


def test_an_export_breaks_off_when_somebody_writes_meanwhile(large: Path, tmp_path: Path) -> None:
    """Half an answer is never taken for a whole one."""
    with serving(large, tmp_path) as served:
        row = httpx2.get(f"{served.url}/api/tasks?limit=1").json()["rows"][0]
        key = row["task"].replace("#", "%23")
        with httpx2.stream("GET", f"{served.url}/api/export?format=nq") as answer:
            pieces = answer.iter_bytes()
            next(pieces)
            said = httpx2.put(
                f"{served.url}/api/tasks/{key}/status", json={"status": "done"}, headers=WRITES
            )
            assert said.status_code == 200, said.text
            with pytest.raises(httpx2.RemoteProtocolError):
                list(pieces)
        whole = httpx2.get(f"{served.url}/api/export?format=jsonld", timeout=60)
        assert json.loads(whole.text)["@graph"]
