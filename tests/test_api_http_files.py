"""Calendars, workbooks and pictures over HTTP are those of the command line."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar
from openpyxl import load_workbook

from tests.https import asked, settings_of
from tests.runs import SAMPLES, answer, run

DIRECTIVE = "tw/05-CT-TW/2016-05-15"
DAY = "2026-04-15"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Path]]:
    folder = tmp_path_factory.mktemp("files")
    store = folder / "s.sqlite"
    assert run("load", SAMPLES, store=store).exit_code == 0
    with asked(settings_of(str(store), folder)) as client:
        yield client, store


def test_a_calendar_has_the_tasks_with_days_and_links_to_them(
    served: tuple[TestClient, Path],
) -> None:
    client, store = served
    found = client.get("/api/calendar.ics", params={"as_of": DAY, "implements": DIRECTIVE})
    assert found.headers["content-type"].startswith("text/calendar")
    assert "attachment" in found.headers["content-disposition"]
    entries = [e for e in Calendar.from_ical(found.content).walk() if e.name == "VTODO"]
    rows = answer("tasks", "--implements", DIRECTIVE, "--as-of", DAY, store=store)["rows"]
    dated = [row for row in rows if row["due"] or any(r["rrule"] for r in row["recurrences"])]
    assert entries
    assert len(entries) >= len([row for row in dated if row["due"]])
    assert all(str(e["url"]).startswith("http://localhost/tasks/") for e in entries)


def test_calendars_are_narrowed_by_body_directive_and_province(
    served: tuple[TestClient, Path],
) -> None:
    client, _ = served

    def count(query: str) -> int:
        found = client.get(f"/api/calendar.ics?as_of={DAY}{query}")
        return len([e for e in Calendar.from_ical(found.content).walk() if e.name == "VTODO"])

    whole = count("")
    for query in (
        f"&implements={DIRECTIVE}",
        "&body=Ban Tuyên giáo Tỉnh ủy",
        "&document=41-KH/TU&jurisdiction=Hà Sơn",
    ):
        assert count(query) < whole
    assert 0 < count("&province=Hà Sơn") <= whole
    assert count("&province=Lạng Sơn") == 0


def test_a_workbook_has_the_tasks_and_the_counters(served: tuple[TestClient, Path]) -> None:
    client, store = served
    found = client.get("/api/tasks.xlsx", params={"as_of": DAY, "state": "open-in-time"})
    assert "spreadsheetml" in found.headers["content-type"]
    book = load_workbook(io.BytesIO(found.content))
    total = answer("tasks", "--state", "open-in-time", "--as-of", DAY, store=store)["total"]
    assert total
    numbers = [row[0].value for row in book.worksheets[0].iter_rows() if row[0].value]
    assert [value for value in numbers if isinstance(value, int)] == list(range(1, total + 1))
    assert len(book.worksheets) == 2


@pytest.mark.parametrize("form", ["svg", "html"])
def test_a_picture_is_that_of_the_command_line(
    served: tuple[TestClient, Path], form: str, tmp_path: Path
) -> None:
    client, store = served
    query = {"as_of": DAY, "tasks": "true"}
    found = client.get(f"/api/documents/{DIRECTIVE}/chain.{form}", params=query)
    file = tmp_path / f"chain.{form}"
    made = run(
        *("chain", DIRECTIVE, "--tasks", "--as-of", DAY, "--format", form, "--output", file),
        store=store,
    )
    assert made.exit_code == 0, made.stderr
    assert found.content == file.read_bytes()
    if form == "svg":
        assert ET.fromstring(found.text).tag.endswith("svg")  # noqa: S314  (our own)


def test_what_draws_is_missing_here_is_no_mistake_of_who_asks(
    served: tuple[TestClient, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    client, store = served
    monkeypatch.setitem(sys.modules, "graph.pictures.png", None)
    for url in (f"/api/documents/{DIRECTIVE}/chain.png", f"/chain.png?document={DIRECTIVE}"):
        found = client.get(url, headers={"Accept": "application/json"})
        assert found.status_code == 500
        assert "chidao[pictures]" in found.json()["detail"]
    for typed in (("chain", DIRECTIVE), ("analyse", "lag", DIRECTIVE)):
        made = run(*typed, "--format", "png", "--output", "-", store=store)
        assert made.exit_code == 2
        assert "chidao[pictures]" in made.stderr


def test_pictures_reach_nothing_even_when_they_are_opened_alone(
    served: tuple[TestClient, Path],
) -> None:
    client, _ = served
    for form, media in (("svg", "image/svg+xml"), ("png", "image/png"), ("html", "text/html")):
        found = client.get(f"/api/documents/{DIRECTIVE}/chain.{form}")
        assert found.headers["content-type"].startswith(media)
        policy = found.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "sandbox" in policy
    assert found.headers["content-disposition"].startswith("attachment")
    assert client.get(f"/api/documents/{DIRECTIVE}/chain.gif").status_code == 422
