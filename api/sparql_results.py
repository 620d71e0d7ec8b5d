"""Answers of SPARQL as W3C writes them, for the command line and for programs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from api.csv_text import csv_text

if TYPE_CHECKING:
    from ontology.rdf.engines import Answer  # of an extra


def results_json(answer: "Answer") -> dict[str, Any]:
    """Return the rows of a SELECT, or the truth of an ASK, in the JSON form of SPARQL results."""
    if answer.truth is not None:
        return {"head": {}, "boolean": answer.truth}
    rows = [dict(row) for row in answer.rows]
    return {"head": {"vars": list(answer.names)}, "results": {"bindings": rows}}


def results_rows(answer: "Answer") -> Iterator[dict[str, str]]:
    """Give the rows of a SELECT as cells."""
    return ({name: term["value"] for name, term in row.items()} for row in answer.rows)


def results_csv(answer: "Answer") -> str:
    """Return the rows of a SELECT as CSV."""
    return csv_text(answer.names, results_rows(answer))
