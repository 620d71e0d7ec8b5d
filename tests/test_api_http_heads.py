"""HEAD: what GET would answer, without the bytes, on every resource and page."""

import signal
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from api.app import create_app
from api.pages.routers import ROUTERS as PAGES
from tests.https import ELSEWHERE, WRITES, asked, settings_of
from tests.runs import SAMPLES, run
from tests.servings import serving

DIRECTIVE = "tw/05-CT-TW/2016-05-15"
PLAN = "ha-son/41-KH-TU/2021-09-06"
DAY = "2026-04-15"
PARAMETERS = {
    "key": PLAN,
    "form": "svg",
    "load": "nope",
    "code": "KH",
    "analysis": "relied",
    "name": "relied",
}
QUERIES = {
    "/api/export": "format=graphml",
    "/sparql": "query=ASK{}",
    "/api/calendar.ics": "as_of=2026-04-15",
    "/api/graph/evidence": f"from={PLAN}&relation=implements&to={DIRECTIVE}",
    "/api/graph/neighbours": f"key={PLAN}",
    "/api/graph/nodes": f"key={PLAN}",
    "/api/resolve": "citation=05-CT/TW",
    "/api/search": "words=ban",
    "/chain.{form}": f"document={DIRECTIVE}",
    "/evidence": f"from={PLAN}&relation=implements&to={DIRECTIVE}",
    "/find": "q=tuyen",
    "/language": "to=en",
}
ALWAYS_OTHERS = {"x-request-id", "date"}
CHANGING = {"/metrics"}
"""What has other bytes each time."""


def addresses() -> list[str]:
    """Return an address of everything that can be asked for by GET."""
    described = create_app(settings_of("", Path())).openapi()["paths"]
    patterns = [path for path, operations in described.items() if "get" in operations]
    pages = (route for router in PAGES for route in router.routes if isinstance(route, APIRoute))
    patterns += [page.path_format for page in pages if "GET" in (page.methods or ())]
    found = []
    for pattern in patterns:
        path = pattern.format(**PARAMETERS)
        found.append(f"{path}?{QUERIES[pattern]}" if pattern in QUERIES else path)
    others = ["/static/style.css", "/nowhere", "/api/nowhere", f"/documents/{DIRECTIVE}"]
    return [*found, "/api/openapi.json", *others]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("heads")
    store = folder / "s.sqlite"
    assert run("load", SAMPLES, store=store).exit_code == 0
    with asked(settings_of(str(store), folder)) as opened:
        opened.follow_redirects = False
        yield opened


def told(answer: httpx2.Response) -> dict[str, str]:
    """Return the headers that must be the same."""
    return {name: value for name, value in answer.headers.items() if name not in ALWAYS_OTHERS}


@pytest.mark.parametrize("address", addresses())
def test_head_tells_what_get_would(client: TestClient, address: str) -> None:
    for headers in ({}, {"Accept": "text/html"}):
        whole, head = (
            client.request(method, address, headers=headers) for method in ("GET", "HEAD")
        )
        assert (head.status_code, head.content) == (whole.status_code, b"")
        expected, found = told(whole), told(head)
        if address in CHANGING:
            del expected["content-length"], found["content-length"]
        assert found == expected


def test_conditions_hold_for_head_too(client: TestClient) -> None:
    tag = client.head("/api/stats").headers["etag"]
    assert client.head("/api/stats", headers={"If-None-Match": tag}).status_code == 304
    refused = client.head("/api/loads/nope/events")
    assert (refused.status_code, refused.content) == (404, b"")


def test_what_cannot_be_got_has_no_head(client: TestClient) -> None:
    refused = client.head("/logout")
    assert (refused.status_code, refused.headers["allow"]) == (405, "POST")


def test_head_wants_a_key_where_get_does(tmp_path: Path) -> None:
    with asked(settings_of(str(tmp_path / "s.sqlite"), tmp_path), ELSEWHERE, "x.example") as far:
        assert far.head("/api/documents").status_code == 401
        assert far.head("/api/documents", headers=WRITES).status_code == 200


def test_a_stream_without_an_end_is_not_waited_for(tmp_path: Path) -> None:
    """As people ask, over a socket: the log tells the method that was used."""
    store = tmp_path / "s.sqlite"
    with serving(store, tmp_path) as served:
        parts = [("files", (f"{n}.txt", b"x" * 1000)) for n in range(3)]
        job = httpx2.post(f"{served.url}/api/loads", files=parts, headers=WRITES)
        events = f"{served.url}{job.headers['location']}/events"
        answer = httpx2.head(events, timeout=10)
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert httpx2.head(f"{served.url}/api/documents", timeout=30).status_code == 200
        served.process.send_signal(signal.SIGINT)
        assert served.process.wait(timeout=30) == 0
    methods = [line["method"] for line in served.logged() if line["event"] == "request"]
    assert methods.count("HEAD") == 2
