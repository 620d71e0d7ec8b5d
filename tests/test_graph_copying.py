"""From store to store: everything goes along, whatever kind they are, and stays as it was."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.copying import copy
from graph.questions import CountRow, Counts, Documents, Question, Search, TaskRow, Tasks
from graph.store import StatusChange, Store, StoreError, open_store
from loaders.load import Outcome, load
from tests.graphs import Text, Work, known
from tests.stores import MakeStore

SAMPLES = Path(__file__).parent.parent / "samples"
SAMPLE_FILES = [path for path in sorted(SAMPLES.iterdir()) if path.suffix in {".txt", ".docx"}]
TODAY = dt.date(2025, 3, 1)
DIRECTIVE = "tw/05-CT-TW/2016-05-15"
QUESTIONS: tuple[Question, ...] = (
    Tasks(as_of=TODAY, limit=None),
    Tasks(as_of=TODAY, implements=(DIRECTIVE,), limit=None),
    Documents(as_of=TODAY, limit=None),
    Search(as_of=TODAY, words="tuyen truyen", limit=None),
    Counts(as_of=TODAY),
)


def said(task: str, note: str = "") -> StatusChange:
    at = dt.datetime(2025, 2, 1, 8, tzinfo=dt.UTC)
    return StatusChange(task, "done", dt.date(2025, 2, 1), "An", note, at)


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Store]:
    """Give the samples with the registry, a change that is kept aside, and an ambiguous mention."""
    store = open_store(str(tmp_path / "source.sqlite"))
    assert all(report.outcome is Outcome.LOADED for report in load(SAMPLE_FILES, store))
    (first,) = store.ask(Tasks(as_of=TODAY, limit=1)).rows
    assert isinstance(first, TaskRow)
    store.change_status(said(first.task, "xong"))
    gone = Text("thu/1-KH-TU")
    gone.work(Work("I.1", "Một việc sẽ không còn"))
    gone.load(store)
    store.change_status(said("thu/1-KH-TU#I.1"))
    Text("thu/1-KH-TU").load(store)
    yield store
    store.close()


def test_a_graph_is_the_same_in_every_store(
    source: Store, make_store: MakeStore, tmp_path: Path
) -> None:
    """There and back: the digests agree, and so does every answer."""
    there = make_store()
    steps: list[int] = []
    first = copy(source, there, steps.append)
    back = open_store(str(tmp_path / "back.sqlite"))
    second = copy(there, back)
    assert first == second
    assert first.documents == len(source.loaded()) == sum(steps)
    assert first.changes == 2
    for question in QUESTIONS:
        assert source.ask(question) == there.ask(question) == back.ask(question)
    assert CountRow("kept_aside", 1) in back.ask(Counts(as_of=TODAY)).rows
    back.close()


def test_copying_again_changes_nothing(source: Store, make_store: MakeStore) -> None:
    target = make_store()
    assert copy(source, target) == copy(source, target)


def test_a_store_with_other_documents_is_left_alone(source: Store, make_store: MakeStore) -> None:
    target = make_store()
    Text("khac/9-KH-TU").load(target)
    with pytest.raises(StoreError, match="khac/9-KH-TU"):
        copy(source, target)
    assert [one.key for one in target.loaded()] == ["khac/9-KH-TU"]


def test_a_change_meanwhile_is_told(source: Store, make_store: MakeStore) -> None:
    """Without the digest at the end the copy would be thought whole."""

    def meddle(_: int) -> None:
        source.register([known("tw/77-CT-TW/2020-01-01", "Mới")], [], [])

    with pytest.raises(StoreError, match="không giống nhau"):
        copy(source, make_store(), meddle)
