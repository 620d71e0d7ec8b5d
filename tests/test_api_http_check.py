"""Drafts that are sent to be checked: what comes back, who may send them, and what is refused."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from fastapi.testclient import TestClient

from api.http.drafts import MOST_LETTERS
from api.http.server_settings import Caps
from loaders.formats.source import source_of
from tests.files import word
from tests.https import ELSEWHERE, READS, asked, settings_of
from tests.plants import DRAFT, ERROR, HINT, WARNING, planted
from tests.runs import answer

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="module", autouse=True)
def rules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with planted(tmp_path_factory.mktemp("rules"), ERROR, WARNING, HINT):
        yield


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("checked")
    with asked(settings_of(str(folder / "s.sqlite"), folder)) as opened:
        yield opened


def file(data: bytes | str, name: str = "du-thao.txt") -> dict[str, Any]:
    content = data.encode() if isinstance(data, str) else data
    return {"files": {"file": (name, content)}}


def test_a_file_and_its_text_are_answered_as_on_the_command_line(
    client: TestClient, tmp_path: Path
) -> None:
    path = tmp_path / "du-thao.txt"
    path.write_text(DRAFT, encoding="utf-8")
    sent = client.post("/api/check", **file(DRAFT))
    assert sent.status_code == 200
    assert sent.headers["cache-control"] == "no-store"
    assert sent.json()["findings"][0]["code"] == ERROR.code
    pasted = client.post("/api/check", data={"text": DRAFT}).json()
    assert pasted == sent.json()
    path.write_text(DRAFT.replace("15/6/2016", "…"), encoding="utf-8")
    less = client.post("/api/check", **file(path.read_bytes())).json()
    assert less == answer("check", path)


def test_words_are_in_the_language_that_is_asked_for(client: TestClient) -> None:
    told = client.post("/api/check", **file(DRAFT), headers={"Accept-Language": "en"})
    assert told.json()["findings"][0]["message"] == "Wrong: 15/6/2016"


def test_the_day_may_be_said(client: TestClient) -> None:
    told = client.post("/api/check?date=2017-01-01", **file(DRAFT)).json()
    assert (told["as_of"], told["findings"]) == ("2017-01-01", [])


def test_sarif_is_given_to_who_asks_for_it(client: TestClient) -> None:
    told = client.post("/api/check", **file(DRAFT), headers={"Accept": "application/sarif+json"})
    assert told.headers["content-type"] == "application/sarif+json"
    assert len(told.json()["runs"][0]["results"]) == 3


def test_a_word_file_comes_back_with_comments(client: TestClient) -> None:
    data = word(*DRAFT.split("\n"))
    told = client.post("/api/check.docx", **file(data, "a.docx"))
    assert told.headers["content-type"] == DOCX
    assert len(docx.Document(io.BytesIO(told.content)).comments) == 3
    assert source_of(told.content, "a.docx").text == f"{DRAFT}\n"
    place = DRAFT.index(ERROR.words)
    asked_for = f"/api/check.docx?suggest=true&take={ERROR.code}@{place}"
    told = client.post(asked_for, **file(data, "a.docx"))
    corrected = DRAFT.replace("15/6/2016", "15/5/2016")
    assert source_of(told.content, "a.docx").text == f"{corrected}\n"


@pytest.mark.parametrize(
    ("path", "sent", "status", "code"),
    [
        ("/api/check", {}, 400, "bad-request"),
        ("/api/check", {**file("a"), "data": {"text": "b"}}, 400, "bad-request"),
        ("/api/check", file("a", "a.exe"), 422, "refused-file"),
        ("/api/check", file(b"no word", "a.docx"), 422, "refused-file"),
        ("/api/check", file(f"MẬT\n\n{DRAFT}"), 422, "refused-file"),
        ("/api/check", {"data": {"text": "a" * (MOST_LETTERS + 1)}}, 413, "too-large"),
        ("/api/check?jurisdiction=Atlantis", file(DRAFT), 422, "unknown-place"),
        ("/api/check?date=hom-nay", file(DRAFT), 422, "bad-value"),
        ("/api/check?all=1", file(DRAFT), 422, "bad-value"),
        ("/api/check.docx", file(DRAFT), 422, "refused-file"),
    ],
)
def test_what_cannot_be_checked_is_told(
    client: TestClient, path: str, sent: dict[str, Any], status: int, code: str
) -> None:
    told = client.post(path, **sent)
    assert (told.status_code, told.json()["code"]) == (status, code)


def test_a_draft_is_not_larger_than_it_may_be(tmp_path: Path) -> None:
    caps = replace(Caps(), draft=1000, request=100)
    with asked(settings_of(str(tmp_path / "s.sqlite"), tmp_path, caps=caps)) as opened:
        told = opened.post("/api/check", **file("a" * 5000))
        assert (told.status_code, told.json()["code"]) == (413, "too-large")


def test_checking_is_reading_and_nothing_is_kept(tmp_path: Path) -> None:
    settings = settings_of(str(tmp_path / "s.sqlite"), tmp_path)
    with asked(settings, ELSEWHERE) as opened:
        assert opened.post("/api/check", **file(DRAFT)).status_code == 401
        assert opened.post("/api/check", **file(DRAFT), headers=READS).status_code == 200
        assert opened.post("/check", **file(DRAFT), headers=READS).status_code == 200
        assert opened.put("/api/check", headers=READS).status_code == 403
    assert not settings.audit.exists()
    assert not settings.uploads.exists()


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["origin", "fetch"],
)
def test_another_site_cannot_send_drafts(client: TestClient, headers: dict[str, str]) -> None:
    for path in ("/api/check", "/check"):
        told = client.post(path, **file(DRAFT), headers=headers)
        assert told.status_code == 403
    own = client.post("/api/check", **file(DRAFT), headers={"Sec-Fetch-Site": "same-origin"})
    assert own.status_code == 200
    assert client.get("/check", headers=headers).status_code == 200


def test_a_reader_that_ends_is_replaced(client: TestClient) -> None:
    readers = client.app.state.serving.drafts._readers  # type: ignore[attr-defined]  # noqa: SLF001
    assert client.post("/api/check", **file(DRAFT)).status_code == 200
    for reader in readers:
        for worker in reader._pool.workers:  # noqa: SLF001
            worker.process.kill()
            worker.process.join()
    assert client.post("/api/check", **file(DRAFT)).status_code == 200
