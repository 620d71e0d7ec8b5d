"""What the bench compares: by hand there are the same answers as the stores give."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from neo4j import Driver

from bench import by_hand
from bench.asking import Asked, asked_of, questions
from bench.by_hand_rows import MAKERS
from bench.corpus import corpus
from bench.filling import fill
from graph.store import Store, open_store
from tests.servers import Server, clear

DOCUMENTS = 400


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the file of a small made-up country."""
    file = str(tmp_path_factory.mktemp("bench") / "small.sqlite")
    with closing(open_store(file)) as store:
        fill(store, corpus(DOCUMENTS))
    return file


@pytest.fixture(scope="module")
def asked(path: str) -> Asked:
    """Give what is asked about."""
    with closing(open_store(path)) as store:
        return asked_of(store)


@pytest.fixture(scope="module")
def on_server(driver: Driver, server: Server) -> Iterator[Store]:
    """Give the same country on a server."""
    clear(driver)
    with closing(open_store(server.uri)) as store:
        fill(store, corpus(DOCUMENTS))
        yield store


@pytest.mark.parametrize("name", MAKERS)
def test_sql_by_hand_gives_the_answer(path: str, asked: Asked, name: str) -> None:
    with closing(open_store(path)) as store, closing(by_hand.connect(path)) as connection:
        answer = store.ask(questions(asked)[name])
        assert by_hand.is_same(answer, by_hand.embedded(connection, name, asked)())


@pytest.mark.parametrize("name", MAKERS)
def test_cypher_by_hand_gives_the_answer(
    on_server: Store, driver: Driver, asked: Asked, name: str
) -> None:
    answer = on_server.ask(questions(asked)[name])
    assert by_hand.is_same(answer, by_hand.on_server(driver, name, asked)())
