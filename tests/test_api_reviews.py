"""Milestones in calendars: derived and marked so, narrowed as tasks are, never in their place."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar

from api.calendar import calendar_file
from api.reviews import milestones_among
from api.task_words import task_list
from api.words import Words
from graph.questions import Tasks
from graph.store import Store
from ontology.facts import Document, Target
from ontology.kinds import Kind
from ontology.periods import Frequency, Recurrence
from ontology.relations import Relation
from tests.graphs import Text, Work, known
from tests.https import asked, settings_of
from tests.runs import SAMPLES, answer, run

DAY = "2026-04-15"
DIRECTIVE = "tw/05-CT-TW/2016-05-15"
CONCLUSION = "tw/01-KL-TW/2021-05-18"
PLAN = "lang-son/1-KH-TU/2021-06-17"
TODAY = dt.date(2026, 4, 15)
TEN = dt.date(2026, 5, 15)
FIVE = dt.date(2026, 5, 18)


@pytest.fixture
def reviewed(store: Store) -> Store:
    """Give tasks that review a directive and its conclusion, and a plan that is for a review."""
    store.register([known(DIRECTIVE), known(CONCLUSION)], [], [])
    link = Text("tw/9-HD-TW/2021-06-01")
    link.link(CONCLUSION, Relation.CONTINUES, DIRECTIVE)
    link.load(store)
    plan = Text(PLAN, Document(Kind.KH, jurisdiction="Lạng Sơn", date=dt.date(2021, 6, 17)))
    review(plan, Work("1", lead=("Ban Tuyên giáo",)), "tổng kết 10 năm", DIRECTIVE)
    review(plan, Work("2"), "sơ kết 5 năm", CONCLUSION)
    plan.load(store)
    own = Text("cao-bang/2-KH-TU/2025-01-01", Document(Kind.KH, jurisdiction="Cao Bằng"))
    phrase = own.phrase("sơ kết 5 năm")
    own.aims.append(Target(own.cite(CONCLUSION), Relation.REVIEWS, phrase))
    own.load(store)
    return store


def review(text: Text, work: Work, words: str, above: str) -> None:
    """Add a task that reviews a document in words that tell after how many years."""
    text.work(work)
    phrase = text.phrase(words)
    target = Target(text.cite(above), Relation.REVIEWS, phrase)
    text.items[-1] = replace(text.items[-1], targets=(target,))


def among(store: Store, **more: Any) -> list[tuple[dt.date, str]]:  # noqa: ANN401  (filters)
    rows = milestones_among(Tasks(as_of=TODAY, limit=None, **more), store)
    return [(row.day, row.work.path if row.work else row.document) for row in rows]


def test_milestones_are_narrowed_as_tasks_are(reviewed: Store) -> None:
    ten, five = (TEN, "1"), (FIVE, "2")
    own = (FIVE, "cao-bang/2-KH-TU/2025-01-01")
    assert among(reviewed) == [ten, own, five]
    assert among(reviewed, implements=(DIRECTIVE,)) == [ten, own, five], "by way of the conclusion"
    assert among(reviewed, implements=(CONCLUSION,)) == [own, five]
    assert among(reviewed, implements=(PLAN,)) == []
    assert among(reviewed, place="Lạng Sơn") == [ten, five]
    assert among(reviewed, document=PLAN) == [ten, five]
    assert among(reviewed, body="Ban Tuyên giáo") == [ten]
    assert among(reviewed, states=("undated",)) == [ten, five]
    assert among(reviewed, states=("open-overdue",)) == []
    assert among(reviewed, due_from=dt.date(2026, 5, 16)) == [own, five]
    assert among(reviewed, due_to=dt.date(2026, 5, 15)) == [ten]
    assert among(reviewed, relations=(Relation.IMPLEMENTS,)) == []


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Path]]:
    folder = tmp_path_factory.mktemp("reviews")
    store = folder / "s.sqlite"
    assert run("load", SAMPLES, store=store).exit_code == 0
    with asked(settings_of(str(store), folder)) as client:
        yield client, store


def events(written: bytes) -> list[Any]:
    """Return the events of a calendar that are milestones."""
    calendar: Any = Calendar.from_ical(written)
    entries = calendar.walk("VEVENT")
    uids = [str(entry["uid"]) for entry in calendar.subcomponents]
    assert len(uids) == len(set(uids))
    return [e for e in entries if e["categories"].cats == ["mốc suy ra"]]


def test_the_calendar_over_http_has_the_milestones_marked_as_derived(
    served: tuple[TestClient, Path],
) -> None:
    client, store = served
    days = {"due_from": "2026-05-10", "due_to": "2026-05-17"}
    written = client.get("/api/calendar.ics", params={"as_of": DAY, **days}).content
    due = answer("due", "--as-of", "2026-05-10", "--within", "1w", "--milestones", store=store)
    found = events(written)
    assert len(found) == due["total"] == 4
    for entry, row in zip(found, due["rows"], strict=True):
        assert entry["dtstart"].dt == dt.date.fromisoformat(row["day"])
        assert str(entry["summary"]).startswith("Mốc suy ra, 10 năm Chỉ thị 05-CT/TW")
        assert "Không phải hạn ghi trong văn bản." in entry["description"]
        assert " ".join(row["hop"]["quote"].split()) in entry["description"]
        assert str(entry["url"]).startswith("http://localhost/tasks/")
    assert client.get("/api/calendar.ics", params={"as_of": DAY, **days}).content == written


def test_the_calendar_of_the_command_line_is_that_of_http(
    served: tuple[TestClient, Path], tmp_path: Path
) -> None:
    client, store = served
    file = tmp_path / "tasks.ics"
    asked_of = ("--implements", DIRECTIVE, "--as-of", DAY, "--format", "ics", "--output", file)
    assert run("tasks", *asked_of, store=store).exit_code == 0
    query = {"implements": DIRECTIVE, "as_of": DAY}
    over = events(client.get("/api/calendar.ics", params=query).content)
    own = events(file.read_bytes())
    assert own
    assert [(e["uid"], e["summary"], e["dtstart"].dt) for e in own] == [
        (e["uid"], e["summary"], e["dtstart"].dt) for e in over
    ]


def test_a_milestone_does_not_take_the_place_of_a_deadline(store: Store) -> None:
    """A task that comes round and names a review keeps its own entries beside the milestone."""
    store.register([known(DIRECTIVE)], [], [])
    plan = Text(PLAN, Document(Kind.KH, date=dt.date(2021, 6, 17)))
    monthly = Recurrence(Frequency.MONTHLY, month_day=20)
    review(plan, Work("1", recurs=(monthly,)), "tổng kết 10 năm", DIRECTIVE)
    plan.load(store)
    question = Tasks(as_of=TODAY, limit=None)
    told_of = {"title": "x", "as_of": TODAY, "words": Words()}
    found = milestones_among(question, store)
    tasks = task_list(store.ask(question), store, **told_of, milestones=found)  # type: ignore[arg-type]
    alone = task_list(store.ask(question), store, **told_of)  # type: ignore[arg-type]
    entries = Calendar.from_ical(calendar_file(tasks)).subcomponents
    assert len(entries) == len(Calendar.from_ical(calendar_file(alone)).subcomponents) + 1
    assert [entry["dtstart"].dt for entry in events(calendar_file(tasks))] == [TEN]
