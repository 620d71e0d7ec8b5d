"""Files that are uploaded: progress, report, refusals, and what is left of them on the disk."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.http.server_settings import Caps
from tests.conftest import maker_of
from tests.https import WRITES, asked, settings_of
from tests.runs import SAMPLES, answer, run, samples
from tests.stores import EXAMPLES

STAMPED = "TỈNH ỦY HÀ SƠN\nMẬT\nKẾ HOẠCH số 99-KH/TU\n1. Việc không ai được biết."


@pytest.fixture(params=sorted(EXAMPLES))
def served(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[TestClient, str, Path]]:
    maker = maker_of(request.param, request, tmp_path)
    maker().close()
    url = maker.url(maker.made)
    with asked(settings_of(url, tmp_path)) as client:
        yield client, url, tmp_path
    maker.close()


def upload(client: TestClient, *files: tuple[str, bytes]) -> str:
    """Upload files and return where their load is told of."""
    parts = [("files", file) for file in files]
    found = client.post("/api/loads", files=parts, headers=WRITES)
    assert found.status_code == 202, found.text
    return str(found.headers["location"])


def ended(client: TestClient, load: str) -> Any:  # noqa: ANN401  (JSON)
    """Return the report of a load as soon as it has ended."""
    for _ in range(600):
        found = client.get(load).json()
        if found["state"] not in {"waiting", "loading"}:
            return found
        time.sleep(0.05)
    pytest.fail("the load did not end")


def kept(folder: Path) -> list[str]:
    """Return the names of the uploaded files that are there."""
    return sorted(path.name for path in (folder / "uploads").rglob("*") if path.is_file())


def test_an_upload_is_a_load(served: tuple[TestClient, str, Path], tmp_path: Path) -> None:
    client, url, folder = served
    files = [(path.name, path.read_bytes()) for path in samples()]
    report = ended(client, upload(client, *files))
    assert (report["state"], report["files"], report["total"]) == ("done", 15, 15)
    other = tmp_path / "other.sqlite"
    by_command = answer("load", SAMPLES, store=other)
    assert report["counts"] == by_command["counts"]
    assert [row | {"path": ""} for row in report["rows"]] == [
        row | {"path": ""} for row in by_command["rows"]
    ]
    assert [row["path"] for row in report["rows"]] == [name for name, _ in files]
    day = ("--as-of", "2026-04-15")
    assert answer("tasks", *day, store=url) == answer("tasks", *day, store=other)
    assert answer("stats", *day, store=url) == answer("stats", *day, store=other)
    assert kept(folder) == [name for name, _ in files]
    again = ended(client, upload(client, *files[:2]))
    assert [row["outcome"] for row in again["rows"]] == ["unchanged", "unchanged"]
    assert kept(folder) == [name for name, _ in files]


def test_events_tell_every_file_and_the_end(served: tuple[TestClient, str, Path]) -> None:
    client, _, _ = served
    load = upload(client, *((path.name, path.read_bytes()) for path in samples()[:4]))
    with client.stream("GET", f"{load}/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        text = "".join(stream.iter_text())
    told = [dict(line.split(": ", 1) for line in one.splitlines()) for one in text.split("\n\n")]
    told = [one for one in told if one]
    assert [one["event"] for one in told] == ["file"] * 4 + ["end"]
    report = ended(client, load)
    assert [json.loads(one["data"])["row"] for one in told[:4]] == report["rows"]
    assert json.loads(told[4]["data"]) == report
    later = client.get(f"{load}/events", headers={"Last-Event-ID": "3"}).text
    assert [line for line in later.splitlines() if line.startswith("event")] == [
        "event: file",
        "event: end",
    ]


def test_what_is_refused_is_told_why_and_deleted(served: tuple[TestClient, str, Path]) -> None:
    client, url, folder = served
    report = ended(
        client,
        upload(
            client,
            ("../../ke-hoach.txt", (SAMPLES / "01-ke-hoach-41-tu.txt").read_bytes()),
            ("mat.txt", STAMPED.encode()),
            ("cu.doc", b"\xd0\xcf\x11\xe0"),
            ("hong.pdf", b"%PDF-1.7 broken"),
            ("trong.txt", b""),
        ),
    )
    assert {row["path"]: (row["outcome"], row["code"]) for row in report["rows"]} == {
        "../../ke-hoach.txt": ("loaded", None),
        "mat.txt": ("refused", "secret"),
        "cu.doc": ("refused", "old-word"),
        "hong.pdf": ("refused", "damaged"),
        "trong.txt": ("refused", "empty"),
    }
    for row in report["rows"]:
        assert str(folder) not in (row["message"] or "")
    assert kept(folder) == ["ke-hoach.txt"]
    assert "Việc không ai được biết" not in run("search", "việc không ai", store=url).stdout
    lines = (folder / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    loaded = [json.loads(line) for line in lines if json.loads(line)["event"] == "loaded"]
    assert [(one["who"], one["outcome"]) for one in loaded] == [
        ("bien-tap", row["outcome"]) for row in report["rows"]
    ]


def test_too_many_files_are_refused_together(tmp_path: Path) -> None:
    settings = settings_of(str(tmp_path / "s.sqlite"), tmp_path, caps=Caps(files=2))
    with asked(settings) as client:
        parts = [("files", (f"{n}.txt", b"x")) for n in range(3)]
        refused = client.post("/api/loads", files=parts, headers=WRITES)
        assert (refused.status_code, refused.json()["code"]) == (413, "too-large")
        missing = client.post("/api/loads", headers=WRITES)
        assert (missing.status_code, missing.json()["place"]["name"]) == (422, "files")


def test_loads_are_listed_newest_first(tmp_path: Path) -> None:
    with asked(settings_of(str(tmp_path / "s.sqlite"), tmp_path)) as client:
        loads = [upload(client, (f"{n}.txt", b"n\xc3\xa0y")) for n in range(3)]
        for load in loads:
            ended(client, load)
        listed = client.get("/api/loads").json()
        assert [f"/api/loads/{row['load']}" for row in listed["rows"]] == loads[::-1]
        assert listed["total"] == 3
