"""The statements of the store."""

from functools import cache
from typing import Final

from graph.statements import bare, script
from graph.statements import statement as of_package

VERSION: Final = 1
"""The version of the schema; raise it with every change that older programs cannot read."""


@cache
def statement(name: str) -> str:
    """Return the statement of a question without its indentation, which is a third of it."""
    return "\n".join(map(str.strip, of_package("graph.neo4j", name, "cypher").splitlines()))


@cache
def in_one_state(name: str) -> str:
    """Return the statement of a question that reads: how often was written, rows, and again."""
    frame = bare(script("graph.neo4j", "one_state.cypher"))
    return frame.replace("{{statement}}", statement(name))


def schema() -> tuple[str, ...]:
    """Return the statements that prepare a database, in order."""
    parts = script("graph.neo4j", "schema.cypher").split(";\n")
    return tuple(part for part in parts if part.strip())
