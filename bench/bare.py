"""The least that storing the same rows takes: no looking up, no deriving, nothing kept in order."""

import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from neo4j import Driver

_BATCH: Final = 5_000

Row = dict[str, Any]


def bare_sqlite(loaded: str, bare: str) -> float:
    """Return the seconds of a bare `executemany` of a store's rows into tables without indexes."""
    source, target = sqlite3.connect(loaded), sqlite3.connect(bare)
    target.execute("PRAGMA journal_mode = WAL")
    tables = source.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'found_%' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    taken = 0.0
    for (table,) in tables:
        rows = source.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608  (a name of ours)
        columns = [name for _, name, *_ in source.execute(f"PRAGMA table_info({table})")]
        target.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        marks = ", ".join("?" * len(columns))
        start = time.perf_counter()
        with target:
            target.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608
        taken += time.perf_counter() - start
    source.close()
    target.close()
    return taken


@dataclass(frozen=True, slots=True)
class Dump:
    """A graph as rows: nodes by labels, edges by type, each with the number of its ends."""

    nodes: Mapping[tuple[str, ...], list[Row]]
    edges: Mapping[str, list[Row]]

    @property
    def size(self) -> int:
        """How many rows there are."""
        return sum(map(len, (*self.nodes.values(), *self.edges.values())))


def dump(driver: Driver) -> Dump:
    """Read a whole graph of ours, each node with a number of its own for the edges to refer to."""
    nodes: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    edges: defaultdict[str, list[Row]] = defaultdict(list)
    with driver.session() as session:
        for number, labels, properties in session.run(
            "MATCH (n:Chidao) RETURN id(n), labels(n), properties(n)"
        ):
            nodes[tuple(sorted(labels))].append({"number": number, "told": properties})
        for kind, source, target, properties in session.run(
            "MATCH (a:Chidao)-[e]->(b) RETURN type(e), id(a), id(b), properties(e)"
        ):
            edges[kind].append({"source": source, "target": target, "told": properties})
    return Dump(nodes, edges)


def clear(driver: Driver) -> None:
    """Delete the whole graph of ours, edges first: some nodes have a hundred thousand."""
    for statement in (
        "MATCH (:Chidao)-[e]->() WITH e LIMIT $most DELETE e RETURN count(*)",
        "MATCH (n:Chidao) WITH n LIMIT $most DELETE n RETURN count(*)",
    ):
        while driver.execute_query(statement, most=_BATCH * 10).records[0][0]:
            pass


def bare_neo4j(driver: Driver, rows: Dump) -> float:
    """Return the seconds of a bare `UNWIND … CREATE` of a graph's rows under the same constraints.

    The ends of edges are found by one more constraint, on the number of each node.
    """
    driver.execute_query(
        "CREATE CONSTRAINT bench_number IF NOT EXISTS"
        " FOR (n:Chidao) REQUIRE n.bench_number IS UNIQUE"
    )
    start = time.perf_counter()
    with driver.session() as session:
        for labels, nodes in rows.nodes.items():
            statement = (
                "UNWIND $rows AS row CREATE (n:$($labels))"
                " SET n = row.told, n.bench_number = row.number"
            )
            for batch in _batches(nodes):
                session.run(statement, rows=batch, labels=list(labels)).consume()
        for kind, edges in rows.edges.items():
            statement = (
                "UNWIND $rows AS row MATCH (a:Chidao {bench_number: row.source})"
                " MATCH (b:Chidao {bench_number: row.target})"
                " CREATE (a)-[e:$($kind)]->(b) SET e = row.told"
            )
            for batch in _batches(edges):
                session.run(statement, rows=batch, kind=kind).consume()
    taken = time.perf_counter() - start
    driver.execute_query("DROP CONSTRAINT bench_number")
    with driver.session() as session:
        session.run(
            "MATCH (n:Chidao) CALL (n) { REMOVE n.bench_number } IN TRANSACTIONS OF 5000 ROWS"
        ).consume()
    return taken


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch
