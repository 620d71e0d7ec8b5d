"""The API answers what the command line answers, letter by letter, on both stores."""

import csv
import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tests.conftest import maker_of
from tests.https import asked, settings_of
from tests.runs import SAMPLES, answer, run
from tests.stores import EXAMPLES

DAY = "2026-04-15"
AS_OF = ("--as-of", DAY)
DIRECTIVE = "tw/05-CT-TW/2016-05-15"
PLAN = "ha-son/41-KH-TU/2021-09-06"
TASK = f"{PLAN}#III.2"

SAME = [
    ("/documents", {}, ("documents",)),
    ("/documents", {"type": "Kế hoạch", "limit": 3}, ("documents", "--type", "KH", "--limit", "3")),
    (
        "/documents",
        {"standing": "loaded", "jurisdiction": "Hà Sơn"},
        ("documents", "--standing", "loaded", "--jurisdiction", "Hà Sơn"),
    ),
    ("/documents/replaced", {}, ("documents", "--replaced")),
    (f"/documents/{DIRECTIVE}", {}, ("show", DIRECTIVE)),
    ("/documents/05-ct%2Ftw", {"limit": 5}, ("show", "05-ct/tw", "--limit", "5")),
    (f"/documents/{DIRECTIVE}/chain", {}, ("chain", DIRECTIVE)),
    (f"/documents/{DIRECTIVE}/chain", {"up": True}, ("chain", DIRECTIVE, "--up")),
    (
        f"/documents/{DIRECTIVE}/chain",
        {"down": True, "tasks": True, "limit": 40},
        ("chain", DIRECTIVE, "--down", "--tasks", "--limit", "40"),
    ),
    ("/documents/20-NQ%2FTW/chain", {}, ("chain", "20-NQ/TW")),
    (f"/documents/{DIRECTIVE}/citations", {}, ("documents", "--cites", DIRECTIVE)),
    ("/documents/20-NQ%2FTW/citations", {}, ("documents", "--cites", "20-NQ/TW")),
    (f"/documents/{DIRECTIVE}/tasks", {}, ("tasks", "--implements", DIRECTIVE)),
    ("/tasks", {}, ("tasks",)),
    ("/tasks", {"implements": "Chỉ thị 05-CT/TW"}, ("tasks", "--implements", "Chỉ thị 05-CT/TW")),
    (
        "/tasks",
        {"document": PLAN, "kind": ["topic", "task"], "state": ["undated", "recurring"]},
        (
            *("tasks", "--document", PLAN, "--kind", "topic", "--kind", "task"),
            *("--state", "undated", "--state", "recurring"),
        ),
    ),
    (
        "/tasks",
        {"due_from": "2026-04-01", "due_to": "2026-05-31", "body": "Ban Tuyên giáo Tỉnh ủy"},
        (
            *("tasks", "--due-from", "2026-04-01", "--due-to", "2026-05-31"),
            *("--body", "Ban Tuyên giáo Tỉnh ủy"),
        ),
    ),
    (
        "/tasks",
        {"implements": DIRECTIVE, "relation": ["based_on", "cites"]},
        ("tasks", "--implements", DIRECTIVE, "--relation", "based_on", "--relation", "cites"),
    ),
    (f"/tasks/{quote(TASK, safe='')}", {}, ("show", TASK)),
    (f"/tasks/{quote(TASK)}/status", {}, ("status", TASK)),
    ("/due", {"within": "4w"}, ("due", "--within", "4w")),
    ("/due", {"kind": "assignment"}, ("due", "--kind", "assignment")),
    ("/bodies", {}, ("bodies",)),
    ("/bodies", {"words": "ban tuyen giao"}, ("bodies", "ban tuyen giao")),
    ("/resolve", {"citation": "20-NQ/TW"}, ("resolve", "20-NQ/TW")),
    (
        "/resolve",
        {"citation": "41-KH/TU", "jurisdiction": "Hà Sơn"},
        ("resolve", "41-KH/TU", "--jurisdiction", "Hà Sơn"),
    ),
    ("/search", {"words": "chi thi 05"}, ("search", "chi thi 05")),
    ("/stats", {}, ("stats",)),
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
        yield client, url
    maker.close()


@pytest.mark.parametrize(("path", "query", "command"), SAME, ids=lambda value: str(value)[:60])
def test_json_is_that_of_the_command_line(
    served: tuple[TestClient, str], path: str, query: dict[str, str], command: tuple[str, ...]
) -> None:
    client, store = served
    found = client.get(f"/api{path}", params={"as_of": DAY, **query})
    assert found.status_code == 200, found.text
    told, expected = found.json(), answer(*command, *AS_OF, store=store)
    if command[0] == "chain":  # the API's ends at a depth, so that its pages are another answer's
        assert bool(told.pop("cursor")) == bool(expected.pop("cursor"))
    assert told == expected
    assert told["total"] or path in {"/tasks", f"/tasks/{quote(TASK)}/status"}


@pytest.mark.parametrize(
    ("path", "query", "command"),
    [one for one in SAME if one[2][0] not in {"show", "status"}],
    ids=lambda value: str(value)[:60],
)
def test_csv_is_that_of_the_command_line(
    served: tuple[TestClient, str], path: str, query: dict[str, str], command: tuple[str, ...]
) -> None:
    client, store = served
    found = client.get(
        f"/api{path}", params={"as_of": DAY, **query}, headers={"Accept": "text/csv"}
    )
    assert found.status_code == 200, found.text
    assert found.headers["content-type"] == "text/csv; charset=utf-8"
    assert found.text == run(*command, *AS_OF, "--format", "csv", store=store).stdout


@pytest.mark.parametrize(
    "path",
    [
        f"/tasks?as_of={DAY}",
        f"/documents/{DIRECTIVE}/chain?tasks=true&as_of={DAY}",
        f"/bodies?as_of={DAY}",
    ],
)
def test_pages_hold_every_row_once(served: tuple[TestClient, str], path: str) -> None:
    client, _ = served
    whole = client.get(f"/api{path}&limit=1000")
    rows: list[object] = []
    url: str | None = f"/api{path}&limit=7"
    while url is not None:
        page = client.get(url)
        assert page.status_code == 200, page.text
        assert page.headers["x-total-count"] == str(whole.json()["total"])
        rows += page.json()["rows"]
        url = page.links.get("next", {}).get("url")
        assert (url is None) == (page.json()["cursor"] is None)
    assert rows == whole.json()["rows"]


def test_every_row_leads_to_a_resource(served: tuple[TestClient, str]) -> None:
    client, _ = served
    for listing, name in (("documents", "document"), ("tasks", "task"), ("bodies", "body")):
        rows = client.get(f"/api/{listing}", params={"limit": 12, "as_of": DAY}).json()["rows"]
        assert rows
        for row in rows:
            found = client.get(f"/api/{listing}/{quote(row[name], safe='')}")
            assert found.json()["rows"][0][name] == row[name]
    bodies = client.get("/api/bodies", params={"words": "ban tuyên giáo tỉnh ủy"}).json()["rows"]
    led = [body for body in bodies if body["leads"]]
    tasks = client.get(f"/api/bodies/{quote(led[0]['body'])}/tasks?kind=task&kind=assignment")
    assert tasks.json()["total"] >= 1


def test_the_text_of_a_document_holds_the_words_of_its_facts(
    served: tuple[TestClient, str],
) -> None:
    client, store = served
    found = client.get(f"/api/documents/{PLAN}/text").json()
    text = found["text"]
    assert text == (SAMPLES / "01-ke-hoach-41-tu.txt").read_text(encoding="utf-8")
    assert found["citations"]
    assert found["items"]
    for one in (*found["citations"], *found["items"]):
        assert text[one["start"] : one["end"]] == one["text"]
    meant = {c["resolution"]["document"] for c in found["citations"]}
    assert DIRECTIVE in meant
    keys = {f"{found['key']}#{item['path']}" for item in found["items"]}
    rows = answer("tasks", "--document", PLAN, "--kind", "all", *AS_OF, store=store)["rows"]
    assert keys == {row["task"] for row in rows}


def test_edges_are_proved(served: tuple[TestClient, str]) -> None:
    client, store = served
    edges: Any = client.get("/api/graph/neighbours", params={"key": DIRECTIVE}).json()
    assert edges["rows"] == answer("show", DIRECTIVE, store=store)["rows"][0]["edges"]
    for edge in edges["rows"]:
        asked_of = {name: edge[name] for name in ("from", "relation", "to")}
        proofs = client.get("/api/graph/evidence", params=asked_of).json()
        assert edge["quote"] in {row["quote"] for row in proofs["rows"]}
        if edge["start"] is not None:
            text = client.get(f"/api/documents/{quote(edge['document'])}/text").json()["text"]
            assert text[edge["start"] : edge["end"]] == edge["quote"]


def test_the_four_counters_are_those_of_the_states(served: tuple[TestClient, str]) -> None:
    client, store = served
    query = {"implements": DIRECTIVE, "as_of": DAY}
    found = client.get("/api/reports/four-counters", params=query).json()
    by_state = {
        row["name"]: answer(
            *("tasks", "--implements", DIRECTIVE, "--state", row["name"]), *AS_OF, store=store
        )["total"]
        for row in found["rows"]
    }
    assert {row["name"]: row["count"] for row in found["rows"]} == by_state
    assert found["total"] == sum(by_state.values()) > 0


def test_csv_rows_have_the_names_of_json(served: tuple[TestClient, str]) -> None:
    client, _ = served
    table = client.get("/api/search?words=ban&limit=5", headers={"Accept": "text/csv"}).text
    rows = client.get("/api/search?words=ban&limit=5").json()["rows"]
    read = list(csv.DictReader(io.StringIO(table)))
    assert [row["key"] for row in read] == [row["key"] for row in rows]


def test_a_chain_ends_at_the_depth_that_is_asked_for(served: tuple[TestClient, str]) -> None:
    client, _ = served
    query: Any = {"as_of": DAY, "tasks": "true", "limit": 1000}
    whole = client.get(f"/api/documents/{DIRECTIVE}/chain", params=query).json()["rows"]
    deepest = max(row["depth"] for row in whole)
    assert deepest > 2
    for depth in range(1, deepest + 1):
        near = client.get(f"/api/documents/{DIRECTIVE}/chain", params={**query, "depth": depth})
        rows = [row for row in whole if row["depth"] <= depth]
        assert near.json()["rows"] == rows
        assert near.json()["total"] == len(rows)
