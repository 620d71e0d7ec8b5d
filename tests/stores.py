"""Empty stores of each kind, made as often as a test asks."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from neo4j import Driver

from graph.store import Store, open_store
from tests.servers import Server, clear

EXAMPLES: Final = {"sqlite": 60, "neo4j": 10}
"""The kinds of stores, and of how many examples the laws are asked there."""


@dataclass(slots=True)
class MakeStore:
    """Makes empty stores; each takes the place of the one before, which is closed.

    `place` is the URL of the newest.
    """

    url: Callable[[int], str]
    examples: int
    made: int = 0
    store: Store | None = None
    place: str = ""

    def __call__(self) -> Store:
        """Return an empty store."""
        self.close()
        self.made += 1
        self.place = self.url(self.made)
        self.store = open_store(self.place)
        return self.store

    def close(self) -> None:
        """Close the store that is open."""
        if self.store is not None:
            self.store.close()
            self.store = None


def cleared(driver: Driver, server: Server, _: int) -> str:
    """Return the URL of the graph on the server, empty."""
    clear(driver)
    return server.uri


def new_file(folder: Path, number: int) -> str:
    """Return the path of a file that is not there yet."""
    return str(folder / f"{number}.sqlite")
