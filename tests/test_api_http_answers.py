"""Conditional requests, forms of answers, caps, and errors that tell where."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from api.http.server_settings import Caps
from graph.store import Store, open_store
from tests.https import WRITES, asked, settings_of
from tests.runs import SAMPLES, run

DIRECTIVE = "tw/05-CT-TW/2016-05-15"
TASK = "ha-son/41-KH-TU/2021-09-06#III.2"
STATUS = f"/api/tasks/{quote(TASK, safe='')}/status"


@pytest.fixture
def store(tmp_path: Path) -> str:
    path = tmp_path / "s.sqlite"
    assert run("load", SAMPLES / "01-ke-hoach-41-tu.txt", store=path).exit_code == 0
    return str(path)


@pytest.fixture
def client(store: str, tmp_path: Path) -> Iterator[TestClient]:
    with asked(settings_of(store, tmp_path)) as opened:
        yield opened


@pytest.mark.parametrize(
    "path",
    [
        *("/api/documents", "/api/calendar.ics", "/api/tasks.xlsx", f"/api/documents/{DIRECTIVE}"),
        *(f"/api/documents/{DIRECTIVE}/chain.{form}" for form in ("svg", "png", "html")),
    ],
)
def test_what_a_client_has_already_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    tag = first.headers["etag"]
    for tags in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(path, headers={"If-None-Match": tags})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    other = client.get(path, headers={"If-None-Match": '"other"'})
    assert (other.status_code, other.content) == (200, first.content)


def test_the_forms_of_one_answer_have_names_of_their_own(client: TestClient) -> None:
    tags = {
        client.get("/api/documents", headers={"Accept": accept}).headers["etag"]
        for accept in ("application/json", "text/csv", "*/*", "application/*;q=0.1")
    }
    assert len(tags) == 2


def test_no_answer_outlives_a_write_by_whomever(client: TestClient, store: str) -> None:
    def states() -> list[object]:
        return [row["status"] for row in client.get(STATUS).json()["rows"]]

    assert states() == []
    client.put(STATUS, json={"status": "done"}, headers=WRITES)
    assert states() == ["done"]
    assert run("status", TASK, "open", "--by", "Lan", store=store).exit_code == 0
    assert states() == ["done", "open"]
    total = client.get("/api/tasks").json()["total"]
    assert run("load", SAMPLES, store=store).exit_code == 0
    assert client.get("/api/tasks").json()["total"] > total


def test_a_status_that_was_read_before_a_change_does_not_overwrite_it(client: TestClient) -> None:
    seen = client.get(STATUS).headers["etag"]
    tagged = WRITES | {"If-Match": seen}
    done = client.put(STATUS, json={"status": "done"}, headers=tagged)
    assert done.status_code == 200
    assert done.headers["etag"] == client.get(STATUS).headers["etag"]
    late = client.put(STATUS, json={"status": "cancelled"}, headers=tagged)
    assert (late.status_code, late.json()["code"]) == (412, "changed")
    assert client.get(STATUS).json()["rows"] == done.json()["rows"]


def test_the_same_said_twice_is_said_once(client: TestClient) -> None:
    said = {"status": "done", "on": "2022-01-31", "by": "Lan", "note": "báo cáo số 7"}
    first = client.put(STATUS, json=said, headers=WRITES).json()
    assert client.put(STATUS, json=said, headers=WRITES).json() == first
    (change,) = first["rows"]
    assert {name: change[name] for name in said} == said
    assert first["state"] == "done-on-time"


@pytest.mark.parametrize(
    ("path", "status", "code", "place"),
    [
        ("/api/tasks?as_of=2023-02-31", 422, "bad-value", ("query", "as_of", None)),
        ("/api/tasks?as_of=16/11/2023", 422, "bad-value", ("query", "as_of", None)),
        ("/api/tasks?as_of=1700000000", 422, "bad-value", ("query", "as_of", None)),
        ("/api/tasks?statee=undated", 422, "bad-value", ("query", "statee", None)),
        ("/api/tasks?limit=1001", 422, "bad-value", ("query", "limit", None)),
        ("/api/tasks?after=nope", 422, "bad-cursor", ("query", "after", None)),
        ("/api/tasks?implements=hello", 422, "bad-citation", ("query", "implements", 0)),
        (
            "/api/resolve?citation=05-CT/TW%20ngay%2031/02/2016",
            422,
            "bad-citation",
            ("query", "citation", 14),
        ),
        ("/api/documents/hello/chain", 422, "bad-citation", ("path", "key", 0)),
        (
            f"/api/documents/{DIRECTIVE}/chain?depth=33",
            422,
            "bad-value",
            ("query", "depth", None),
        ),
        (
            "/api/tasks?due_from=2026-02-01&due_to=2026-01-01",
            422,
            "bad-value",
            ("query", "due_from", None),
        ),
        ("/api/due?within=99999m", 422, "bad-value", ("query", "within", None)),
        ("/api/documents?type=Truyện", 422, "bad-value", ("query", "type", None)),
        ("/api/documents?jurisdiction=Atlantis", 422, "unknown-place", None),
        ("/api/documents/999-CT%2FTW", 404, "unknown-document", None),
        ("/api/documents/20-NQ%2FTW", 409, "ambiguous-document", None),
        ("/api/tasks/nope", 404, "not-found", None),
        ("/api/bodies/nope", 404, "not-found", None),
        (f"/api/bodies/{DIRECTIVE}", 404, "not-found", None),
        (f"/api/documents/{DIRECTIVE}/text", 404, "not-found", None),
        ("/api/graph/neighbours?key=nope", 404, "not-found", None),
        ("/api/loads/nope", 404, "not-found", None),
        ("/api/nope", 404, "not-found", None),
    ],
)
def test_errors_have_a_code_and_a_place(
    client: TestClient, path: str, status: int, code: str, place: tuple[str, str, int | None] | None
) -> None:
    for language in ("vi", "en"):
        answer = client.get(path, headers={"Accept-Language": language})
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["content-language"] == language
        told = answer.json()
        assert (answer.status_code, told["status"], told["code"]) == (status, status, code)
        where = told.get("place")
        assert (where and (where["in"], where["name"], where["at"])) == place
        assert told["detail"]


def test_an_unclear_document_comes_with_its_candidates(client: TestClient) -> None:
    told = client.get("/api/documents/20-NQ%2FTW").json()
    assert len(told["candidates"]) > 1
    for key in told["candidates"]:
        assert client.get(f"/api/documents/{key}").json()["rows"][0]["document"] == key


def test_other_methods_and_forms_are_refused(client: TestClient) -> None:
    refused = client.delete("/api/documents", headers=WRITES)
    assert (refused.status_code, refused.json()["code"]) == (405, "method")
    assert refused.headers["allow"] == "GET, HEAD"
    refused = client.get("/api/documents", headers={"Accept": "image/png"})
    assert (refused.status_code, refused.json()["code"]) == (406, "not-acceptable")


def test_a_request_is_counted_whatever_it_says_of_itself(store: str, tmp_path: Path) -> None:
    with asked(settings_of(store, tmp_path, caps=Caps(request=1000, upload=5000))) as client:
        for headers in (WRITES, WRITES | {"Transfer-Encoding": "chunked"}):
            body = b'{"status":"done","note":"' + b"x" * 2000 + b'"}'
            sent = iter([body[:500], body[500:]]) if len(headers) > 1 else body
            typed = headers | {"Content-Type": "application/json"}
            answer = client.put(STATUS, content=sent, headers=typed)
            assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
        large = {"files": ("a.txt", b"x" * 6000)}
        assert client.post("/api/loads", files=large, headers=WRITES).status_code == 413
        assert not (tmp_path / "uploads").exists()


def test_who_comes_too_late_is_told_to_come_back(
    store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One thread answers, one may wait, the others are sent away; what is slow is ended."""
    go = threading.Event()

    def slow(_: Store) -> str:
        go.wait(30)
        return "1"

    caps = Caps(threads=1, waiting=1, seconds=1)
    with asked(settings_of(store, tmp_path, caps=caps)) as client:
        monkeypatch.setattr("graph.sqlite.store.SqliteStore.state", slow)
        answers: list[int] = []

        def ask() -> None:
            answers.append(client.get("/api/stats").status_code)

        threads = [threading.Thread(target=ask) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        go.set()
        assert sorted(set(answers)) == [503, 504]
        monkeypatch.undo()
        assert client.get("/api/stats").status_code == 200


def test_a_store_that_cannot_be_used_is_told_without_a_fault(tmp_path: Path) -> None:
    (tmp_path / "s.sqlite").write_bytes(b"this is no database" * 100)
    with asked(settings_of(str(tmp_path / "s.sqlite"), tmp_path)) as client:
        assert client.get("/healthz").status_code == 200
        for path in ("/readyz", "/api/documents"):
            refused = client.get(path)
            assert (refused.status_code, refused.json()["code"]) == (503, "store")
            assert refused.headers["retry-after"]


def test_a_server_makes_the_store_that_is_not_there_yet(tmp_path: Path) -> None:
    path = tmp_path / "new" / "s.sqlite"
    with asked(settings_of(str(path), tmp_path)) as client:
        assert client.get("/readyz").status_code == 200
        assert client.get("/api/tasks").json()["total"] == 0
    with closing(open_store(str(path), create=False)) as opened:
        assert opened.registered().documents


HOSTILE = [
    "<script>alert(1)</script>",
    '"onload=',
    "\u202eabc",
    "=1+1",
    "x" * 500,
    "\x00",
    "';--",
    "%",
]


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_hostile_words_stay_words(client: TestClient, words: str) -> None:
    asked_for = quote(words, errors="surrogatepass")
    for path in (
        "/api/search?words=",
        "/api/tasks?body=",
        "/api/documents?issuer=",
        "/api/tasks?implements=",
        "/api/resolve?citation=",
        "/api/bodies?words=",
        "/api/graph/neighbours?key=",
    ):
        for accept in ("application/json", "text/csv"):
            found = client.get(f"{path}{asked_for}", headers={"Accept": accept})
            assert found.status_code in {200, 404, 422}, found.text
            assert found.headers["content-type"].partition(";")[0] in {
                accept,
                "application/problem+json",
            }
            assert found.headers["x-content-type-options"] == "nosniff"
