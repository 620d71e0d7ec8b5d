"""What stands in one transaction is done wholly or not at all, in every store."""

import datetime as dt
from contextlib import suppress
from dataclasses import replace

import pytest

from graph.questions import Documents
from graph.store import NotFoundError, Store, StoreError
from tests.graphs import Text, Work

TODAY = dt.date(2023, 11, 16)


def plan(number: int, tasks: int = 20) -> Text:
    """Return a document of some length."""
    text = Text(f"p{number}")
    for path in range(tasks):
        text.work(Work(str(path), f"Nhiệm vụ {path} của kế hoạch {number} " * 5))
    return text


def total(store: Store) -> int:
    return store.ask(Documents(as_of=TODAY)).total


def load_and_fail(store: Store) -> None:
    with store.transaction():
        plan(2).load(store)
        raise ZeroDivisionError


def test_what_stands_in_a_failing_transaction_is_undone(store: Store) -> None:
    plan(1).load(store)
    with pytest.raises(ZeroDivisionError):
        load_and_fail(store)
    assert [loaded.key for loaded in store.loaded()] == ["p1"]
    plan(2).load(store)
    assert total(store) == 2


def test_inner_transactions_see_and_join_the_outer_one(store: Store) -> None:
    with store.transaction():
        with store.transaction():
            plan(1).load(store)
        assert total(store) == 1
        plan(2).load(store)
    assert total(store) == 2


def test_an_error_of_the_caller_stays_what_it_is(store: Store) -> None:
    def read_and_fail() -> None:
        with store.transaction():
            raise FileNotFoundError

    with pytest.raises(FileNotFoundError):
        read_and_fail()


def test_an_unknown_key_leaves_the_transaction_whole(store: Store) -> None:
    with store.transaction():
        plan(1).load(store)
        with pytest.raises(NotFoundError):
            store.remove("none")
        plan(2).load(store)
    assert total(store) == 2


def load_and_go_on(store: Store) -> None:
    """Load a document that breaks halfway, as a mistake in a finder would make it."""
    facts = plan(1).facts()
    (first, *_) = facts.items
    broken = replace(facts, items=(first, replace(first, recurrences=(None,))))  # type: ignore[arg-type]
    with store.transaction():
        plan(2).load(store)
        with suppress(AttributeError):
            store.put("p1", broken, ())


def test_a_step_that_failed_halfway_lets_nothing_be_committed(store: Store) -> None:
    with pytest.raises(StoreError, match="không ghi gì"):
        load_and_go_on(store)
    assert total(store) == 0
