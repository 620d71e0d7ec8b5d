"""Analyses over HTTP: what the command line tells, on both stores, and plots for a report."""

import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel

from api.http.shapes import analyses as shapes
from tests.conftest import maker_of
from tests.https import asked, settings_of
from tests.runs import SAMPLES, answer, run
from tests.stores import EXAMPLES

DAY = "2026-04-15"
AS_OF = ("--as-of", DAY)
DIRECTIVE = "tw/05-CT-TW/2016-05-15"
BODY = "Ban Tuyên giáo Tỉnh ủy"
SVG = "{http://www.w3.org/2000/svg}"

SAME: list[tuple[str, dict[str, Any], tuple[str, ...]]] = [
    ("coverage", {"document": "Chỉ thị 05-CT/TW"}, ("coverage", "Chỉ thị 05-CT/TW")),
    (
        "coverage",
        {"document": DIRECTIVE, "level": "board", "jurisdiction": "Hà Sơn"},
        ("coverage", DIRECTIVE, "--level", "board", "--jurisdiction", "Hà Sơn"),
    ),
    ("gap", {"document": DIRECTIVE, "level": "central"}, ("gap", DIRECTIVE, "--level", "central")),
    ("lag", {"document": DIRECTIVE}, ("lag", DIRECTIVE)),
    ("depth", {"document": DIRECTIVE}, ("depth", DIRECTIVE)),
    ("depth", {"limit": 3}, ("depth", "--limit", "3")),
    ("relied", {}, ("relied",)),
    ("orphans", {}, ("orphans",)),
    ("cycles", {}, ("cycles",)),
    (
        "workload",
        {"body": BODY, "due_from": "2025-01-01", "with_history": True},
        ("workload", BODY, "--due-from", "2025-01-01", "--with-history"),
    ),
    ("compare", {"first": "Hà Sơn", "second": "Lạng Sơn"}, ("compare", "Hà Sơn", "Lạng Sơn")),
]
SHAPES: dict[str, list[type[BaseModel]]] = {
    "coverage": [shapes.CoverageShape],
    "gap": [shapes.GapShape],
    "lag": [shapes.LagShape],
    "depth": [shapes.LayerShape, shapes.TopShape],
    "relied": [shapes.ReliedShape],
    "orphans": [shapes.OrphanShape],
    "cycles": [shapes.ContradictionShape],
    "workload": [shapes.MonthShape],
    "compare": [shapes.SideShape],
}


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


def bare(command: tuple[str, ...]) -> tuple[str, ...]:
    """Return a command without its limit, which stands at its end."""
    return command[: command.index("--limit")] if "--limit" in command else command


@pytest.mark.parametrize(("name", "query", "command"), SAME, ids=lambda value: str(value)[:40])
def test_an_analysis_is_that_of_the_command_line(
    served: tuple[TestClient, str], name: str, query: dict[str, Any], command: tuple[str, ...]
) -> None:
    client, store = served
    found = client.get(f"/api/analysis/{name}", params={"as_of": DAY, **query})
    assert found.status_code == 200, found.text
    told = found.json()
    assert told == answer("analyse", *command, *AS_OF, store=store)
    assert bool(told["rows"]) is (name != "cycles"), "there are no contradictions in samples"
    assert told["notes"] or name == "depth"
    table = client.get(
        f"/api/analysis/{name}", params={"as_of": DAY, **query}, headers={"Accept": "text/csv"}
    )
    assert table.text == run("analyse", *command, *AS_OF, "--format", "csv", store=store).stdout
    everything = {key: value for key, value in query.items() if key != "limit"}
    file = client.get(f"/api/analysis/{name}.csv", params={"as_of": DAY, **everything})
    assert file.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    typed = (*bare(command), *AS_OF, "--limit", "all", "--format", "csv")
    assert file.text == run("analyse", *typed, store=store).stdout


@pytest.mark.parametrize(("name", "query", "_"), SAME, ids=lambda value: str(value)[:40])
def test_a_plot_has_its_title_its_source_and_its_day(
    served: tuple[TestClient, str], name: str, query: dict[str, Any], _: tuple[str, ...]
) -> None:
    client, store = served
    asked_of = {key: value for key, value in query.items() if key != "limit"}
    told = {
        language: client.get(
            f"/api/analysis/{name}.svg",
            params={"as_of": DAY, **asked_of},
            headers={"Accept-Language": language},
        )
        for language in ("vi", "en")
    }
    if name == "cycles":
        assert [one.status_code for one in told.values()] == [404, 404]
        assert "không có gì để vẽ" in told["vi"].json()["detail"]
        return
    for language, source in (("vi", "tính đến ngày 15/04/2026"), ("en", "as of 15/04/2026")):
        found = told[language]
        assert found.headers["content-type"].startswith("image/svg+xml")
        assert "sandbox" in found.headers["content-security-policy"]
        assert "Accept-Language" in found.headers["vary"]
        svg = ET.fromstring(found.text)  # noqa: S314  (our own)
        words = [text.text or "" for text in svg.iter(f"{SVG}text")]
        assert words[0]
        assert any(source in one for one in words)
        assert "style" not in found.text, "nothing that a strict policy would refuse"
    again = client.get(f"/api/analysis/{name}.png", params={"as_of": DAY, **asked_of})
    assert again.content.startswith(b"\x89PNG")
    if not store.startswith("/"):
        return  # one store is enough to see that the bytes are always the same
    command = next(command for one, asking, command in SAME if (one, asking) == (name, query))
    drawn = run("analyse", *bare(command), *AS_OF, "--format", "svg", store=store)
    assert told["vi"].text == drawn.stdout


@pytest.mark.parametrize(
    ("path", "status", "code", "place"),
    [
        ("coverage", 422, "bad-value", "document"),
        ("coverage?document=05-CT/TW&level=board", 422, "bad-value", "jurisdiction"),
        ("coverage?document=05-CT/TW&level=village", 422, "bad-value", "level"),
        ("coverage?document=??", 422, "bad-citation", "document"),
        ("gap?document=999-CT/TW", 404, "unknown-document", None),
        ("gap?document=20-NQ/TW", 409, "ambiguous-document", None),
        ("lag?document=05-CT/TW&level=province", 422, "bad-value", "level"),
        ("relied?after=nope", 422, "bad-cursor", "after"),
        ("relied?limit=1001", 422, "bad-value", "limit"),
        ("workload?body=khong-co", 404, "not-found", None),
        ("workload?body=x&due_from=2026-02-01&due_to=2026-01-01", 422, "bad-value", "due_from"),
        ("workload?body=x&due_from=0001-01-01&due_to=9999-12-31", 422, "bad-value", "due_to"),
        ("compare?first=Lạng Sơn", 422, "bad-value", "second"),
        ("compare?first=Lạng Sơn&second=Atlantis", 422, "unknown-place", None),
        ("compare.svg?first=Lạng Sơn", 422, "bad-value", "second"),
        ("coverage.svg", 422, "bad-value", "document"),
        ("nothing", 404, "not-found", None),
        ("nothing.svg", 422, "bad-value", "analysis"),
        ("relied.pdf", 422, "bad-value", "form"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    served: tuple[TestClient, str], path: str, status: int, code: str, place: str | None
) -> None:
    client, _ = served
    found = client.get(f"/api/analysis/{path}")
    told = found.json()
    assert (found.status_code, told["code"]) == (status, code), told
    assert found.headers["content-type"] == "application/problem+json"
    assert (told.get("place") or {}).get("name") == place


def test_every_row_has_the_names_of_its_shape(served: tuple[TestClient, str]) -> None:
    client, _ = served
    for name, query, _command in SAME:
        rows = client.get(f"/api/analysis/{name}", params={"as_of": DAY, **query}).json()["rows"]
        for row in rows:
            fits = [
                shape.model_validate_json(json.dumps(row))
                for shape in SHAPES[name]
                if {field.alias or n for n, field in shape.model_fields.items()} == set(row)
            ]
            assert len(fits) == 1, row


def test_the_pages_of_an_analysis_hold_every_row_once(served: tuple[TestClient, str]) -> None:
    client, _ = served
    whole = client.get(f"/api/analysis/relied?limit=1000&as_of={DAY}").json()
    rows: list[object] = []
    url: str | None = f"/api/analysis/relied?limit=25&as_of={DAY}"
    while url is not None:
        page = client.get(url)
        assert page.headers["x-total-count"] == str(whole["total"])
        rows += page.json()["rows"]
        url = page.links.get("next", {}).get("url")
    assert rows == whole["rows"]


def test_notes_are_in_the_language_that_is_asked_for(served: tuple[TestClient, str]) -> None:
    client, _ = served
    notes = [
        client.get("/api/analysis/relied", headers={"Accept-Language": one}).json()["notes"][0]
        for one in ("vi", "en")
    ]
    assert "không phải tầm quan trọng" in notes[0]
    assert "not of a document's importance" in notes[1]
