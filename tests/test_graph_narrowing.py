"""What narrows an answer: a place for tasks, a depth for chains, the one edge that is proved."""

import datetime as dt

import pytest

from graph.answer_types import ChainRow, EdgeRow, Row, TaskRow, Tie
from graph.questions import Chain, Evidence, Neighbours, Tasks
from graph.store import Store
from ontology.relations import Relation
from tests.graphs import texts_of

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
