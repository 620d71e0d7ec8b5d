"""The examples of Cypher in the documentation, and how Neo4j Browser shows the graph."""

import re
from collections.abc import Iterator

import pytest
from neo4j import Driver

from tests.runs import ROOT, SAMPLES, run
from tests.servers import Server, clear

PAGE = (ROOT / "docs" / "cypher.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```cypher\n(.*?)```", PAGE, flags=re.DOTALL)
STYLE = (ROOT / "deploy" / "chidao.grass").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def samples(driver: Driver, server: Server) -> Iterator[Driver]:
    """Give a driver of a database that holds the samples."""
    clear(driver)
    loaded = run("load", SAMPLES, store=server.uri)
    assert loaded.exit_code == 0, loaded.stderr
    yield driver
    clear(driver)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_finds_something_in_the_samples(samples: Driver, example: str) -> None:
    with samples.session(default_access_mode="READ") as session:
        rows = session.execute_read(lambda transaction: transaction.run(example).values())
    assert rows


def test_the_style_tells_every_kind_of_node_by_a_property_that_it_has(samples: Driver) -> None:
    shown = dict(re.findall(r"node\.(\w+) \{[^}]*caption: \"\{(\w+)\}\"", STYLE))
    kinds = "MATCH (n:Chidao) UNWIND labels(n) AS kind RETURN kind, collect(n)[0] AS node"
    found = {row["kind"]: row["node"] for row in samples.execute_query(kinds).records}
    assert found.keys() - {"Chidao", "Store"} <= shown.keys()
    for kind, node in found.items():
        assert shown.get(kind, "key") in node or kind == "Chidao"


def test_every_edge_has_its_evidence(samples: Driver) -> None:
    unproved = samples.execute_query(
        "MATCH (:Chidao)-[e:IMPLEMENTS|CONTINUES|GUIDES|REVIEWS|MONITORS|BASED_ON|AMENDS|REPLACES"
        "|ISSUES|CITES|LED_BY|SUPPORTED_BY|ISSUED_BY]->()"
        " WHERE e.document IS NULL OR e.quote IS NULL"
        " RETURN type(e), count(*)"
    )
    assert unproved.records == []
