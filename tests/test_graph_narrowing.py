"""What narrows an answer: a place for tasks, a depth for chains, the one edge that is proved."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from graph.answer_types import ChainRow, EdgeRow, Row, State, TaskRow, Tie
from graph.answers import task_rows
from graph.answers.asking import Asking
from graph.questions import Chain, Evidence, Neighbours, Tasks
from graph.store import Store
from ontology.periods import Frequency, Recurrence
from ontology.relations import Relation
from tests.graphs import Text, Work, texts_of

TODAY = dt.date(2023, 11, 16)


@pytest.fixture
def filled(store: Store) -> Store:
    """Give a chain of plans through two provinces, one with a commune."""
    arrows = (
        *("tw/1-CT-TW/2020-01-01#1", "ha-son/1-KH-TU/2021-01-01#1 > tw/1-CT-TW/2020-01-01"),
        "ha-son/1-KH-TU/2021-01-01 > tw/1-CT-TW/2020-01-01",
        "ha-son.xa-lam/1-KH-DU/2022-01-01#1 > ha-son/1-KH-TU/2021-01-01",
        "ha-son.xa-lam/1-KH-DU/2022-01-01#2",
        "ha-son-tay/1-KH-TU/2022-01-01#1 > ha-son/1-KH-TU/2021-01-01",
    )
    for text in texts_of(arrows).values():
        text.load(store)
    return store


@pytest.mark.parametrize(
    ("place", "implements", "found"),
    [
        (None, (), 5),
        ("Hà Sơn", (), 3),
        ("Hà Sơn Tây", (), 1),
        ("Trung ương", (), 1),
        ("Sơn", (), 0),
        ("Hà Sơn", ("tw/1-CT-TW/2020-01-01",), 2),
        ("Hà Sơn Tây", ("tw/1-CT-TW/2020-01-01",), 1),
    ],
)
def test_tasks_of_a_place(
    filled: Store, place: str | None, implements: tuple[str, ...], found: int
) -> None:
    answer = filled.ask(Tasks(as_of=TODAY, place=place, implements=implements))
    assert (answer.total, len(answer.rows)) == (found, found)
    pages: list[Row] = []
    after: str | None = None
    for _ in range(found):
        page = filled.ask(
            Tasks(as_of=TODAY, place=place, implements=implements, limit=1, after=after)
        )
        pages += page.rows
        after = page.cursor
    assert tuple(pages) == answer.rows
    assert after is None
    assert all(isinstance(row, TaskRow) for row in answer.rows)


STARTS: dict[str, dict[str, Any]] = {
    "bodies": {"body": "Sở A"},
    "bodies overdue": {"body": "Sở A", "states": (State.OPEN_OVERDUE,)},
    "bodies in a window": {"body": "Sở A", "due_from": dt.date(2023, 1, 1)},
    "overdue": {"states": (State.OPEN_OVERDUE,)},
    "overdue in a window": {"states": (State.OPEN_OVERDUE,), "due_to": dt.date(2023, 2, 28)},
    "everywhere": {},
    "everywhere in a window": {"due_from": dt.date(2023, 2, 1), "due_to": dt.date(2024, 2, 1)},
    "everywhere in states": {"states": (State.OPEN_OVERDUE, State.OPEN_IN_TIME)},
}


@pytest.fixture
def busy(store: Store) -> Store:
    """Give three plans, whose keys are not in the order of loading, with tasks of two bodies."""
    for key in ("c/3-KH-TU/2023-01-01", "a/1-KH-TU/2023-01-01", "b/2-KH-TU/2023-01-01"):
        text = Text(key)
        for n in range(1, 7):
            lead = ("Sở A",) if n % 2 else ("Sở B",)
            due = (None, f"202{3 + n % 3 % 2}-0{n}-15")
            text.work(Work(str(n), lead=lead, due=due))
        text.work(Work("7", lead=("Sở A",), recurs=(Recurrence(Frequency.MONTHLY),)))
        text.load(store)
    return store


@pytest.mark.parametrize("start", STARTS)
def test_few_and_many_tasks_are_told_alike(
    busy: Store, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    """Up to the threshold they are put in order, above it documents are walked over."""
    ordered: list[int] = []

    def in_order(asking: Asking, tasks: Iterable[int]) -> list[int]:
        found = real(asking, tasks)
        ordered.append(len(found))
        return found

    real = task_rows.in_order
    monkeypatch.setattr("graph.answers.tasks.in_order", in_order)
    question = Tasks(as_of=TODAY, **STARTS[start], limit=None)
    total = busy.ask(question).total
    assert 2 < total <= 21
    told = []
    for few in (total, total - 1):
        monkeypatch.setattr("graph.answers.tasks.FEW", few)
        ordered.clear()
        whole = busy.ask(question)
        part = busy.ask(replace(question, limit=2))
        rest = busy.ask(replace(question, limit=2, after=part.cursor))
        told.append((whole, part, rest))
        is_few = few >= total and not start.startswith("everywhere")
        assert ordered == ([total] * 3 if is_few else [])
        assert whole.rows[:4] == part.rows + rest.rows
    assert told[0] == told[1]


@pytest.mark.parametrize("tasks", [False, True])
def test_a_chain_of_some_depth_is_the_beginning_of_the_whole(filled: Store, *, tasks: bool) -> None:
    question = Chain(as_of=TODAY, document="tw/1-CT-TW/2020-01-01", tasks=tasks, limit=None)
    whole = [row for row in filled.ask(question).rows if isinstance(row, ChainRow)]
    deepest = max(row.depth for row in whole)
    assert deepest == (2 if tasks else 1)
    for depth in range(1, deepest + 2):
        near = filled.ask(
            Chain(as_of=TODAY, document=question.document, tasks=tasks, limit=None, depth=depth)
        )
        assert near.rows == tuple(row for row in whole if row.depth <= depth)
        assert near.total == len(near.rows)


def test_every_edge_beside_a_node_is_proved_by_its_relation(filled: Store) -> None:
    key = "ha-son.xa-lam/1-KH-DU/2022-01-01#1"
    edges = filled.ask(Neighbours(as_of=TODAY, key=key)).rows
    assert len(edges) == 2
    for edge in edges:
        assert isinstance(edge, EdgeRow)
        named = edge.hop.relation
        relation = Tie(named) if named in set(Tie) else Relation(named)
        question = Evidence(
            as_of=TODAY, source=edge.hop.from_, relation=relation, target=edge.hop.to
        )
        proofs = filled.ask(question).rows
        assert edge.hop in [row.hop for row in proofs if isinstance(row, EdgeRow)]
