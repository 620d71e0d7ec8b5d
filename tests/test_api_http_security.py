"""Who is let in, what is noted of it, and what an answer tells a browser."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from api.http.security import Key, Role, new_key, owner_of, read_keys
from api.troubles import Trouble
from api.words import Words
from tests.https import EDITOR_SECRET, ELSEWHERE, KEYS, READS, WRITES, asked, settings_of
from tests.runs import SAMPLES, run

PLAN = "ha-son/41-KH-TU/2021-09-06"
TASK = f"{PLAN}#III.2"
STATUS = f"/api/tasks/{quote(TASK, safe='')}/status"
DONE = {"status": "done", "note": "đã xong"}


@pytest.fixture
def store(tmp_path: Path) -> str:
    path = tmp_path / "s.sqlite"
    assert run("load", SAMPLES / "01-ke-hoach-41-tu.txt", store=path).exit_code == 0
    return str(path)


@pytest.fixture
def near(store: str, tmp_path: Path) -> Iterator[TestClient]:
    """Give a client on the machine itself."""
    with asked(settings_of(store, tmp_path)) as client:
        yield client


@pytest.fixture
def far(store: str, tmp_path: Path) -> Iterator[TestClient]:
    """Give a client from elsewhere."""
    with asked(settings_of(store, tmp_path), ELSEWHERE, "chidao.example") as client:
        yield client


def test_reading_is_open_here_and_wants_a_key_elsewhere(near: TestClient, far: TestClient) -> None:
    for path in ("/api/documents", "/metrics", "/api/openapi.json", "/api/loads"):
        assert near.get(path).status_code == 200
        refused = far.get(path)
        assert refused.status_code == 401
        assert refused.json()["code"] == "key-wanted"
        assert refused.headers["www-authenticate"].startswith("Bearer")
        assert far.get(path, headers=READS).status_code == 200
    for path in ("/healthz", "/readyz"):
        assert far.get(path).status_code == 200


@pytest.mark.parametrize(
    ("headers", "open_here"),
    [
        ({}, True),
        ({"Host": "127.0.0.1:8000"}, True),
        ({"Host": "[::1]:8000"}, True),
        ({"Host": "rebound.example"}, False),
        ({"X-Forwarded-For": "192.0.2.1"}, False),
        ({"Forwarded": "for=192.0.2.1"}, False),
    ],
)
def test_only_who_asks_this_machine_by_its_own_name_reads_without_a_key(
    near: TestClient, headers: dict[str, str], *, open_here: bool
) -> None:
    assert near.get("/api/documents", headers=headers).status_code == (200 if open_here else 401)


def test_reading_can_be_closed_here_too(store: str, tmp_path: Path) -> None:
    with asked(settings_of(store, tmp_path, open_on_loopback=False)) as client:
        assert client.get("/api/documents").status_code == 401
        assert client.get("/api/documents", headers=READS).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({}, 401, "key-wanted"),
        ({"Authorization": "Bearer nope"}, 401, "key-unknown"),
        ({"Authorization": f"Basic {EDITOR_SECRET}"}, 401, "key-unknown"),
        ({"Authorization": f"Bearer {KEYS[1].digest}"}, 401, "key-unknown"),
        (READS, 403, "not-allowed"),
        (WRITES, 200, None),
    ],
)
def test_writing_wants_the_key_of_an_editor_even_here(
    near: TestClient, headers: dict[str, str], status: int, code: str | None
) -> None:
    answer = near.put(STATUS, json=DONE, headers=headers)
    assert (answer.status_code, answer.json().get("code")) == (status, code)
    history = near.get(STATUS).json()["rows"]
    assert [change["status"] for change in history] == (["done"] if status == 200 else [])


def test_nobody_uploads_a_byte_without_a_key(near: TestClient, tmp_path: Path) -> None:
    files = {"files": ("a.txt", b"x" * 100_000)}
    assert near.post("/api/loads", files=files).status_code == 401
    assert near.post("/api/loads", files=files, headers=READS).status_code == 403
    assert not (tmp_path / "uploads").exists()


def test_a_cookie_bears_the_key_for_pages_of_this_server_only(near: TestClient) -> None:
    assert near.put("/api/session", json={"key": "nope"}).status_code == 401
    begun = near.put("/api/session", json={"key": EDITOR_SECRET})
    assert begun.json() == {"name": "bien-tap", "role": "editor"}
    cookie = begun.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert near.get("/api/session").json()["role"] == "editor"
    elsewhere = {"Origin": "http://elsewhere.example"}
    for headers in ({}, elsewhere, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "none"}):
        assert near.put(STATUS, json=DONE, headers=headers).status_code == 403
    for headers in ({"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}):
        assert near.put(STATUS, json=DONE, headers=headers).status_code == 200
    assert near.delete("/api/session").status_code == 204
    assert near.get("/api/session").json() == {"name": None, "role": None}


def test_every_write_is_noted_twice_and_no_reading(near: TestClient, tmp_path: Path) -> None:
    near.get("/api/documents")
    near.put(STATUS, json=DONE, headers=READS)
    near.put(STATUS, json=DONE, headers=WRITES)
    near.put("/api/tasks/none%231/status", json=DONE, headers=WRITES)
    log = tmp_path / "audit.jsonl"
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    told = [(one["event"], one["who"], one["path"], one.get("status")) for one in lines]
    path = f"/api/tasks/{TASK}/status"
    assert told == [
        ("asked", "bien-tap", path, None),
        ("done", "bien-tap", path, 200),
        ("asked", "bien-tap", "/api/tasks/none#1/status", None),
        ("done", "bien-tap", "/api/tasks/none#1/status", 404),
    ]
    assert log.stat().st_mode & 0o077 == 0


def test_nothing_is_written_that_cannot_be_noted(near: TestClient, tmp_path: Path) -> None:
    (tmp_path / "audit.jsonl").mkdir()
    refused = near.put(STATUS, json=DONE, headers=WRITES)
    assert (refused.status_code, refused.json()["code"]) == (503, "store")
    assert near.get(STATUS).json()["rows"] == []


@pytest.mark.parametrize("path", ["/api/documents", "/api/nope", "/healthz", "/api/tasks?x=1"])
def test_every_answer_bears_the_headers_that_keep_browsers_in_check(
    near: TestClient, path: str
) -> None:
    headers = near.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-request-id"]
    assert "access-control-allow-origin" not in headers


def test_keys_are_kept_as_digests_only() -> None:
    secret, key = new_key("lan", Role.EDITOR)
    assert secret not in str(key)
    assert read_keys(f" {key},\n{KEYS[0]} ", Words()) == (key, KEYS[0])
    assert owner_of(secret, (*KEYS, key)) == key
    assert owner_of(secret, KEYS) is None
    assert owner_of("", (key,)) is None


def test_a_key_that_is_none_is_not_repeated() -> None:
    secret, _ = new_key("lan", Role.EDITOR)
    with pytest.raises(Trouble) as trouble:
        read_keys(f"lan:editor:{secret}", Words())
    assert secret not in trouble.value.message


def test_all_keys_are_compared_whichever_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def compare(_: str, other: str) -> bool:
        compared.append(other)
        return True

    monkeypatch.setattr("api.http.security.hmac.compare_digest", compare)
    keys = tuple(Key(str(n), Role.READER, f"{n:064}") for n in range(5))
    owner_of("any", keys)
    assert compared == [key.digest for key in keys]
