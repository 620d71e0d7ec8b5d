"""The server as a process: two of them on one file, and one that is stopped while it is asked."""

import signal
import threading
import time
from pathlib import Path

import httpx2

from tests.https import WRITES
from tests.runs import SAMPLES, answer, run, samples
from tests.servings import Served, serving

DIRECTIVE = "tw/05-CT-TW/2016-05-15"
ASKED = (
    "/api/tasks?as_of=2026-04-15",
    f"/api/documents/{DIRECTIVE}",
    f"/api/documents/{DIRECTIVE}/chain?as_of=2026-04-15",
    "/api/stats?as_of=2026-04-15",
    "/api/search?words=ban",
)


def load(served: Served, paths: list[Path]) -> str:
    """Upload files and return where their load is told of."""
    parts = [("files", (path.name, path.read_bytes())) for path in paths]
    found = httpx2.post(f"{served.url}/api/loads", files=parts, headers=WRITES, timeout=60)
    assert found.status_code == 202, found.text
    return f"{served.url}{found.headers['location']}"


def test_one_server_loads_while_another_answers_and_both_are_right(tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite"
    with (
        serving(store, tmp_path / "one") as loading,
        serving(store, tmp_path / "two") as answering,
        httpx2.Client(base_url=answering.url, timeout=60) as client,
    ):
        job = load(loading, samples())
        totals: list[int] = []
        while httpx2.get(job).json()["state"] in {"waiting", "loading"}:
            for path in ASKED:
                found = client.get(path)
                assert found.status_code in {200, 404}, found.text
            totals.append(client.get(ASKED[0]).json()["total"])
        report = httpx2.get(job).json()
        assert (report["state"], report["counts"]["loaded"]) == ("done", len(samples()))
        assert totals == sorted(totals)
        for path in ASKED:
            one, other = httpx2.get(f"{loading.url}{path}"), client.get(path)
            assert one.status_code == 200
            assert one.content == other.content
            assert one.headers["etag"] == other.headers["etag"]
        by_command = answer("tasks", "--as-of", "2026-04-15", store=store)
        assert client.get(ASKED[0]).json() == by_command


def test_a_server_that_is_stopped_finishes_what_it_has_begun(tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite"
    assert run("load", SAMPLES, store=store).exit_code == 0
    expected = {path: answer_of(store, tmp_path, path) for path in ASKED[:2]}
    with serving(store, tmp_path) as served:
        wrong: list[str] = []
        answered: list[int] = []

        def ask(path: str) -> None:
            """Ask until the server is gone; an answer that has begun has to be whole and right."""
            while True:
                try:
                    found = httpx2.get(f"{served.url}{path}", timeout=30)
                except httpx2.ConnectError:
                    return
                except httpx2.TransportError as error:
                    if served.process.poll() is None and not stopped.is_set():
                        wrong.append(repr(error))
                    return
                answered.append(found.status_code)
                if found.status_code != 200 or found.content != expected[path]:
                    wrong.append(f"{found.status_code} {found.text[:200]}")

        stopped = threading.Event()
        asking = [
            threading.Thread(target=ask, args=(path,)) for path in ASKED[:2] for _ in range(4)
        ]
        for thread in asking:
            thread.start()
        job = load(served, samples() * 4)
        with httpx2.stream("GET", f"{job}/events", timeout=60) as events:
            lines = events.iter_lines()
            assert next(lines) == "event: file"
            stopped.set()
            served.process.send_signal(signal.SIGTERM)
            began = time.monotonic()
            rest = list(lines)  # it ends, it does not break
        assert served.process.wait(timeout=30) == 0
        assert time.monotonic() - began < 25
        for thread in asking:
            thread.join(30)
        assert wrong == []
        assert len(answered) > 8
        assert set(answered) == {200}
        assert rest
    assert not [line for line in served.logged() if line["event"] == "fault"]
    assert "Traceback" not in "".join(served.said)
    assert run("stats", store=store).exit_code == 0


def answer_of(store: Path, folder: Path, path: str) -> bytes:
    """Return what a server answers while nobody else asks."""
    with serving(store, folder) as served:
        return httpx2.get(f"{served.url}{path}").content


def test_the_log_tells_of_requests_and_never_of_what_was_asked(tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite"
    with serving(store, tmp_path) as served:
        job = load(served, [SAMPLES / "01-ke-hoach-41-tu.txt"])
        while httpx2.get(job).json()["state"] != "done":
            time.sleep(0.05)
        tag = httpx2.get(f"{served.url}/api/search?words=tuyên giáo").headers["x-request-id"]
        httpx2.get(f"{served.url}/api/documents/tw%2F05-CT-TW%2F2016-05-15?as_of=2026-04-15")
        httpx2.get(f"{served.url}/api/documents/nonsense")
        served.process.send_signal(signal.SIGINT)
        assert served.process.wait(timeout=30) == 0
    lines = served.logged()
    (searched,) = (line for line in lines if line.get("request") == tag)
    assert (searched["route"], searched["status"]) == ("/api/search", 200)
    routes = [line.get("route") for line in lines if line["event"] == "request"]
    assert "/api/documents/{key:path}" in routes
    whole = "".join(served.said)
    for word in (
        "tuyên",
        "giáo",
        "tuy%C3%AAn",
        "05-CT",
        "nonsense",
        "41-KH",
        "Hà Sơn",
        "2026-04-15",
    ):
        assert word not in whole
