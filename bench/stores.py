"""How fast a made-up country is loaded into the stores, and how fast they answer.

`python -m bench.stores [--documents N] [--neo4j URL]`: the embedded store, and the one on a server
whose database has no graph of ours yet. Loading is compared with the least that storing the same
rows takes; questions are told by their median and 95th percentile.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from neo4j import GraphDatabase

from bench.asking import milliseconds, questions
from bench.bare import bare_neo4j, bare_sqlite, clear, dump
from bench.corpus import TASKS_EACH, corpus
from bench.filling import fill
from graph.neo4j.address import address_of
from graph.store import Store, open_store


def load_embedded(path: Path, documents: int) -> Store:
    """Load into a new file and print the time; return the store."""
    store = open_store(str(path))
    taken = fill(store, corpus(documents))
    bare = bare_sqlite(str(path), f"{path}.bare")
    ratio = f"{taken / bare:.1f} x a bare executemany"
    print(f"embedded: {documents} documents in {taken:.1f} s, {ratio}")
    return store


def load_server(url: str, documents: int) -> Store:
    """Load into a server and print the time; return the store."""
    store = open_store(url)
    if store.loaded():
        sys.exit(f"{url}: not empty")
    taken = fill(store, corpus(documents))
    store.close()
    address = address_of(url)
    auth = (address.username, address.password) if address.password else None
    with GraphDatabase.driver(address.uri, auth=auth, notifications_min_severity="OFF") as driver:
        rows = dump(driver)
        clear(driver)
        bare = bare_neo4j(driver, rows)
    rate = f"{rows.size / taken:.0f} rows/s, {taken / bare:.1f} x a bare UNWIND … CREATE"
    print(f"Neo4j: {documents} documents in {taken:.1f} s, {rate}")
    return open_store(url)


def main() -> None:
    """Measure loading, then asking."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--neo4j", metavar="URL")
    asked = parser.parse_args()
    print(f"{asked.documents} documents, {asked.documents * TASKS_EACH} tasks")
    with tempfile.TemporaryDirectory() as folder:
        stores = [load_embedded(Path(folder) / "bench.sqlite", asked.documents)]
        if asked.neo4j:
            stores.append(load_server(asked.neo4j, asked.documents))
        print(f"{'milliseconds: median, 95 of 100':45}{'embedded':>20}", end="")
        print(f"{'Neo4j':>20}" if asked.neo4j else "")
        for name, question in questions(stores[0]).items():
            times = [milliseconds(store, question) for store in stores]
            print(f"{name:45}" + "".join(f"{p50:11.1f}{p95:9.1f}" for p50, p95 in times))
        for store in stores:
            store.close()


if __name__ == "__main__":
    main()
