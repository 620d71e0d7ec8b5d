"""How fast a made-up country is loaded into the stores, and how fast they answer.

`python -m bench.stores [--documents N] [--neo4j URL]`: the embedded store, and the one on a server
whose database has no graph of ours yet. Loading is compared with the least that storing the same
rows takes; questions are told by their median and 95th percentile, beside the same answers by the
best SQL and Cypher by hand.
"""

import argparse
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path

from neo4j import Driver, GraphDatabase

from api.program import collect_seldom
from bench import by_hand
from bench.admin import export_and_import
from bench.asking import Times, asked_of, questions, timed
from bench.bare import bare_neo4j, bare_sqlite, clear, dump
from bench.corpus import TASKS_EACH, corpus
from bench.filling import fill
from graph.neo4j.address import address_of
from graph.questions import Question
from graph.store import Store, open_store


def load_embedded(path: str, documents: int) -> Store:
    """Load into a new file and print the time; return the store."""
    store = open_store(path)
    taken = fill(store, corpus(documents))
    bare = bare_sqlite(path, f"{path}.bare")
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


def ask_all(
    embedded: tuple[Store, sqlite3.Connection], server: tuple[Store, Driver] | None
) -> None:
    """Print the times of every question, beside those of the same answer by hand."""
    file, connection = embedded
    asked = asked_of(file)
    columns = ["embedded", "SQL by hand", "ratio", "", "quickest"]
    if server:
        columns += ["Neo4j", "Cypher by hand", *columns[2:], "file to Cypher", ""]
    print(f"load {os.getloadavg()[0]:.0f}; milliseconds: median, 95 of 100")
    print(f"| question | {' | '.join(columns)} |\n|--|{'--:|' * len(columns)}")
    for name, question in questions(asked).items():
        own, sql = _times(file, question, by_hand.embedded(connection, name, asked))
        cells = [name, *_cells(own, sql)]
        if server:
            store, driver = server
            theirs, cypher = _times(store, question, by_hand.on_server(driver, name, asked))
            cells += [*_cells(theirs, cypher), *_ratios(own, cypher)[:2]]
        print(f"| {' | '.join(cells)} |", flush=True)


def _times(store: Store, question: Question, work: by_hand.Work) -> list[Times]:
    """Return the times of a question in one store and by hand; the answers must be the same."""
    answer, same = store.ask(question), work()
    if not by_hand.is_same(answer, same):
        sys.exit(f"{question}: by hand the answer is another")
    return timed(partial(store.ask, question), work)


def _cells(ours: Times, theirs: Times) -> list[str]:
    return [_pair(ours), _pair(theirs), *_ratios(ours, theirs)]


def _ratios(ours: Times, theirs: Times) -> list[str]:
    ratio = ours.against(theirs)
    return [f"{figure:.2f}" for figure in (ratio.median, ratio.most, ratio.least)]


def _pair(times: Times) -> str:
    figures = (times.median, times.most)
    return " ".join(f"{figure:.0f}" if figure >= 10 else f"{figure:.2g}" for figure in figures)


def main() -> None:
    """Measure loading, then asking, with the collector set as the command line sets it."""
    collect_seldom()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--neo4j", metavar="URL")
    given = parser.parse_args()
    print(f"{given.documents} documents, {given.documents * TASKS_EACH} tasks")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        path = str(folder / "bench.sqlite")
        embedded = load_embedded(path, given.documents)
        stack.callback(embedded.close)
        connection = stack.enter_context(closing(by_hand.connect(path)))
        server: tuple[Store, Driver] | None = None
        if given.neo4j:
            driver = stack.enter_context(server_of(given.neo4j))
            store = load_server(driver, given.neo4j, given.documents)
            stack.callback(store.close)
            written, imported = export_and_import(embedded, folder)
            print(f"neo4j-admin import: {written:.1f} s to write, {imported:.1f} s to import")
            server = store, driver
        ask_all((embedded, connection), server)


if __name__ == "__main__":
    main()
