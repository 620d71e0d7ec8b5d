"""From store to store: everything goes along, whatever kind they are, and stays as it was."""

from pathlib import Path

import pytest

from graph.answer_types import CountRow
from graph.copying import copy
from graph.questions import Counts
from graph.store import Store, StoreError, open_store
from tests.graphs import Text, known
from tests.stores import MakeStore
from tests.wholes import QUESTIONS, TODAY


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
