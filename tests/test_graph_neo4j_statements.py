"""The statements of the store on a server: what they give, how many there are, of which state."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest
from neo4j import Driver

from graph.neo4j.passing import Passing
from graph.neo4j.session import Session
from graph.neo4j.statements import in_one_state, statement
from graph.questions import (
    Chain,
    Citing,
    Counts,
    Documents,
    Evidence,
    Neighbours,
    Question,
    Search,
    Tasks,
)
from graph.store import Store, open_store
from ontology.relations import Relation
from tests.graphs import texts_of
from tests.servers import Server, clear
from tests.test_graph_transactions import plan

TODAY: Final = dt.date(2023, 11, 16)
FOLDER: Final = Path(__file__).parent.parent / "graph" / "neo4j" / "questions"
NAMES: Final = tuple(
    file.stem for file in sorted(FOLDER.glob("*.cypher")) if not file.stem.startswith("part_")
)
WRITES: Final = re.compile(r"\b(?:CREATE|MERGE|SET|REMOVE|DELETE|awaitIndexes)\b")
READING: Final = tuple(name for name in NAMES if not WRITES.search(statement(name)))
ONCE: Final[tuple[Question, ...]] = (
    Tasks(as_of=TODAY, document="p"),
    Tasks(as_of=TODAY, implements=("d",)),
    Chain(as_of=TODAY, document="k"),
    Citing(as_of=TODAY, document="d"),
    Documents(as_of=TODAY),
    Neighbours(as_of=TODAY, key="p"),
    Neighbours(as_of=TODAY, key="p#1"),
    Evidence(as_of=TODAY, source="p#1", relation=Relation.IMPLEMENTS, target="k"),
    Evidence(as_of=TODAY, source="k", relation=Relation.CONTINUES, target="d"),
    Counts(as_of=TODAY),
)


@pytest.fixture
def store(driver: Driver, server: Server) -> Iterator[Store]:
    """Give a store with a few documents."""
    clear(driver)
    with closing(open_store(server.uri)) as opened:
        for text in texts_of(("p#1 > k", "p > d", "q: k continues d", "r cites d")).values():
            text.load(opened)
        yield opened


def plan_of(driver: Driver, text: str) -> dict[str, Any]:
    """Return how the server would run a statement."""
    found = driver.execute_query(f"EXPLAIN {text}", given={})
    assert found.summary.plan is not None
    return {"keys": found.keys, "type": found.summary.query_type, **found.summary.plan}


def scans(step: Mapping[str, Any]) -> bool:
    """Tell whether a step of a plan gives a row for each node that has a label."""
    kind = step["operatorType"].partition("@")[0]
    if "Aggregation" in kind:
        return False
    return "Scan" in kind or any(map(scans, step.get("children", ())))


def products(step: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Give the steps that put every row of one scan beside every row of another."""
    if step["operatorType"].startswith("CartesianProduct") and all(
        map(scans, step.get("children", ()))
    ):
        yield step
    for child in step.get("children", ()):
        yield from products(child)


@pytest.mark.parametrize("name", READING)
def test_a_statement_that_reads_gives_one_list_and_the_state(driver: Driver, name: str) -> None:
    shown = plan_of(driver, in_one_state(name))
    assert (shown["keys"], shown["type"]) == (["before", "rows", "after"], "r")


@pytest.mark.parametrize("name", NAMES)
def test_no_statement_puts_all_beside_all(driver: Driver, server: Server, name: str) -> None:
    clear(driver)
    open_store(server.uri).close()
    assert not list(products(plan_of(driver, statement(name))))


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give a list of the statements that are sent from now on."""
    sent: list[str] = []
    run = Passing.run

    def noted(self: Passing, text: str, /, **values: object) -> object:
        sent.append(text)
        return run(self, text, **values)

    monkeypatch.setattr(Passing, "run", noted)
    return sent


@pytest.mark.parametrize("question", ONCE, ids=str)
def test_a_small_question_is_one_way_to_the_server(
    store: Store, ways: list[str], question: Question
) -> None:
    assert store.ask(question).total
    assert len(ways) == 1


def test_the_tasks_of_a_directive_are_few_ways_to_the_server(store: Store, ways: list[str]) -> None:
    assert store.ask(Tasks(as_of=TODAY, implements=("d",))).total == 1
    assert len(ways) <= 4


def test_an_answer_is_of_one_state_when_others_write_between_its_statements(
    store: Store, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch = Session.fetch
    asked: list[str] = []

    def interrupted(self: Session, name: str, values: Mapping[str, Any]) -> object:
        found = fetch(self, name, values)
        asked.append(name)
        if asked == ["search_totals"]:
            with closing(open_store(server.uri)) as other:
                plan(1).load(other)
        return found

    monkeypatch.setattr(Session, "fetch", interrupted)
    answer = store.ask(Search(as_of=TODAY, words="nhiem vu"))
    assert answer.total == len(answer.rows) == 21
    assert asked.count("search_totals") == 2


def test_what_is_remembered_is_not_used_when_others_have_written(
    store: Store, server: Server, ways: list[str]
) -> None:
    tasks = Tasks(as_of=TODAY, document="p1")
    plan(1).load(store)
    assert store.ask(tasks).total == 20
    with closing(open_store(server.uri)) as other:
        other.remove("p1")
        plan(2).load(other)
        plan(1, tasks=3).load(other)
    assert store.ask(tasks).total == 3
    assert store.ask(tasks).total == 3
    assert len(ways) <= 4
