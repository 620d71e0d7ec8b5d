"""The stores that tests ask: each kind in turn, always empty at first."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from neo4j import Driver

from graph.store import Store, open_store
from tests.servers import NoServerError, Server, any_server, clear

MakeStore = Callable[[], Store]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a Neo4j server; without one the tests are skipped, but never where CI says so."""
    try:
        with (
            any_server(tmp_path_factory.mktemp("neo4j")) as running,
            pytest.MonkeyPatch.context() as patch,
        ):
            for name, value in running.environment.items():
                patch.setenv(name, value)
            yield running
    except NoServerError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error))
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def driver(server: Server) -> Iterator[Driver]:
    """Give a driver that looks at the server behind the store's back."""
    with server.driver() as opened:
        yield opened


@pytest.fixture(params=["sqlite", "neo4j"])
def make_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeStore]:
    """Give a maker of empty stores of one kind; on a server the latest takes the others' place."""
    made: list[Store] = []

    def make() -> Store:
        if request.param == "neo4j":
            clear(request.getfixturevalue("driver"))
            made.append(open_store(request.getfixturevalue("server").uri))
        else:
            made.append(open_store(str(tmp_path / f"store-{len(made)}.sqlite")))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(make_store: MakeStore) -> Store:
    """Give an empty store."""
    return make_store()
