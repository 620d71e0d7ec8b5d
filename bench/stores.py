"""How fast a made-up country is loaded into the stores, and how fast they answer.

`python -m bench.stores [--documents N] [--neo4j URL]`: the embedded store, and the one on a server
whose database has no graph of ours yet. Loading is compared with the least that storing the same
rows takes; questions are told by their median and 95th percentile, on the server beside the best
Cypher by hand.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from neo4j import Driver, GraphDatabase

from bench import by_hand
from bench.admin import export_and_import
from bench.asking import asked_of, milliseconds, questions, timed
from bench.bare import bare_neo4j, bare_sqlite, clear, dump
from bench.corpus import TASKS_EACH, corpus
from bench.filling import fill
from graph.neo4j.address import address_of
from graph.store import Store, open_store

Figures = tuple[float, float]


def load_embedded(folder: Path, documents: int) -> Store:
    """Load into a new file and print the time; return the store."""
    path = folder / "bench.sqlite"
    store = open_store(str(path))
    taken = fill(store, corpus(documents))
    bare = bare_sqlite(str(path), f"{path}.bare")
    ratio = f"{taken / bare:.1f} x a bare executemany"
    print(f"embedded: {documents} documents in {taken:.1f} s, {ratio}")
    return store


def load_server(driver: Driver, url: str, documents: int) -> Store:
    """Load into a server and print the time; return the store.

    The bare rows come first, and with them the server gets as warm as it will be.
    """
    store = open_store(url)
    if store.loaded():
        sys.exit(f"{url}: not empty")
    fill(store, corpus(documents))
    rows = dump(driver)
    clear(driver)
    bare = bare_neo4j(driver, rows)
    clear(driver)
    store.close()
    store = open_store(url)
    taken = fill(store, corpus(documents))
    rate = f"{rows.size / taken:.0f} rows/s, {taken / bare:.2f} x a bare UNWIND … CREATE"
    print(f"Neo4j: {documents} documents in {taken:.1f} s, {rate}")
    return store


@contextmanager
def server_of(url: str) -> Iterator[Driver]:
    """Give a driver of the bench's own."""
    address = address_of(url)
    auth = (address.username, address.password) if address.password else None
    with GraphDatabase.driver(address.uri, auth=auth, notifications_min_severity="OFF") as driver:
        yield driver


def ask_all(embedded: Store, server: tuple[Store, Driver] | None) -> None:
    """Print the times of every question."""
    asked = asked_of(embedded)
    print(f"{'milliseconds: median, 95 of 100':45}{'embedded':>16}", end="")
    print(f"{'Neo4j':>16}{'by hand':>16}{'ratio':>14}" if server else "")
    for name, question in questions(asked).items():
        print(f"{name:45}{_pair(milliseconds(embedded, question))}", end="")
        if server:
            ours, theirs = timed(
                partial(server[0].ask, question), by_hand.work(server[1], name, asked)
            )
            ratios = (ours[0] / theirs[0], ours[1] / theirs[1])
            print(f"{_pair(ours)}{_pair(theirs)}{ratios[0]:7.2f}{ratios[1]:7.2f}", end="")
        print(flush=True)


def _pair(figures: Figures) -> str:
    return f"{figures[0]:8.1f}{figures[1]:8.1f}"


def main() -> None:
    """Measure loading, then asking."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--neo4j", metavar="URL")
    given = parser.parse_args()
    print(f"{given.documents} documents, {given.documents * TASKS_EACH} tasks")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        embedded = load_embedded(folder, given.documents)
        stack.callback(embedded.close)
        server: tuple[Store, Driver] | None = None
        if given.neo4j:
            driver = stack.enter_context(server_of(given.neo4j))
            store = load_server(driver, given.neo4j, given.documents)
            stack.callback(store.close)
            written, imported = export_and_import(embedded, folder)
            print(f"neo4j-admin import: {written:.1f} s to write, {imported:.1f} s to import")
            server = store, driver
        ask_all(embedded, server)


if __name__ == "__main__":
    main()
