"""The stores that tests ask: each kind in turn, always empty at first."""

import os
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from neo4j import Driver

from graph.store import Store, open_store
from tests.browsers import browser, opened, site, strange, tab
from tests.sampled import everything, sampled, samples_file
from tests.servers import NoServerError, Server, any_server
from tests.stores import EXAMPLES, MakeStore, cleared, new_file
from tests.wholes import fill

__all__ = [
    "browser",
    "everything",
    "opened",
    "sampled",
    "samples_file",
    "site",
    "strange",
    "tab",
]
"""Fixtures that have a module of their own."""


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


@pytest.fixture(params=sorted(EXAMPLES))
def make_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeStore]:
    """Give a maker of empty stores of one kind."""
    with closing(maker_of(request.param, request, tmp_path)) as maker:
        yield maker


@pytest.fixture
def every_maker(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[MakeStore, ...]]:
    """Give makers of stores of every kind, to be compared."""
    makers = tuple(maker_of(kind, request, tmp_path) for kind in sorted(EXAMPLES))
    yield makers
    for maker in makers:
        maker.close()


def maker_of(kind: str, request: pytest.FixtureRequest, folder: Path) -> MakeStore:
    """Return a maker of stores; the server is started when its first one is made."""
    if kind == "sqlite":
        return MakeStore(partial(new_file, folder), EXAMPLES[kind])
    driver, server = (request.getfixturevalue(name) for name in ("driver", "server"))
    return MakeStore(partial(cleared, driver, server), EXAMPLES[kind])


@pytest.fixture
def store(make_store: MakeStore) -> Store:
    """Give an empty store."""
    return make_store()


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Store]:
    """Give a store with a graph in it."""
    with closing(open_store(str(tmp_path / "source.sqlite"))) as opened:
        fill(opened)
        yield opened
