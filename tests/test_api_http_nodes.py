"""Many nodes at once over HTTP, on both stores: what a picture of the graph knows of them."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.conftest import maker_of
from tests.https import asked, settings_of
from tests.runs import SAMPLES, run
from tests.stores import EXAMPLES

DAY = "2026-04-15"
DIRECTIVE = "tw/05-CT-TW/2016-05-15"
PLAN = "ha-son/41-KH-TU/2021-09-06"
BODY = "ha-son/ban-tuyen-giao-tinh-uy"


@pytest.fixture(scope="module", params=sorted(EXAMPLES))
def client(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """Give a client of a server over the samples."""
    folder = tmp_path_factory.mktemp("nodes")
    maker = maker_of(request.param, request, folder)
    maker().close()
    url = maker.url(maker.made)
    assert run("load", SAMPLES, store=url).exit_code == 0
    with asked(settings_of(url, folder)) as client:
        yield client
    maker.close()


def nodes(client: TestClient, *keys: str) -> Any:  # noqa: ANN401  (JSON)
    found = client.get("/api/graph/nodes", params={"key": keys, "as_of": DAY})
    assert found.status_code == 200, found.text
    return found.json()


def test_nodes_of_every_kind_come_in_their_order(client: TestClient) -> None:
    task = f"{PLAN}#II.3.-2"
    answer = nodes(client, task, DIRECTIVE, BODY, task, "nothing/at-all", PLAN)
    rows = answer["rows"]
    assert [row["key"] for row in rows] == [task, DIRECTIVE, BODY, PLAN]
    assert answer["total"] == len(rows)
    assert [row["kind"] for row in rows] == ["task", "document", "body", "document"]
    work, directive, _, plan = rows
    assert (work["name"], work["part_of"], work["state"]) == ("II.3.-2", PLAN, "open-overdue")
    assert work["due"][1] < DAY
    assert (directive["name"], directive["date"]) == ("Chỉ thị 05-CT/TW (15/5/2016)", "2016-05-15")
    assert (directive["central"], plan["central"]) == (True, False)
    assert (directive["standing"], plan["standing"]) == ("registered", "loaded")


def test_they_are_what_neighbours_lead_to(client: TestClient) -> None:
    told = client.get("/api/graph/neighbours", params={"key": PLAN, "limit": 100}).json()["rows"]
    ends = {row["from"] if row["to"] == PLAN else row["to"] for row in told}
    assert {row["key"] for row in nodes(client, *ends)["rows"]} == ends


def test_too_many_at_once_are_refused(client: TestClient) -> None:
    for keys in ([], [PLAN] * 101, ["x" * 501]):
        found = client.get("/api/graph/nodes", params={"key": keys})
        assert found.status_code == 422
