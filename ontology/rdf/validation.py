"""Whether data are as the shapes say."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pyshacl import validate
from rdflib import RDF, SH, Dataset, Graph, Literal
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node

from ontology.rdf.shapes import shapes


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong with one thing: which, by which property, with which value, and why.

    `path` and `value` are empty where the thing as a whole is meant. Names are IRIs; `constraint`
    is the kind of constraint that fails, as SHACL names it: `MinCount`, `Class`. `message` are the
    shape's own words in the language asked for, empty where it has none.
    """

    thing: str
    path: str
    value: str
    constraint: str
    message: str


@cache
def _shapes() -> Graph:
    return shapes()


class _Data(Dataset):
    """Data of which the shapes' own queries are asked again and again, for one thing after another.

    Reading a query takes many times as long as answering it, so each is read once.
    """

    def query(self, query_object: str | Query, *args: Any, **more: Any) -> Result:  # noqa: ANN401
        """Answer a query."""
        asked = _read_once(query_object) if isinstance(query_object, str) else query_object
        return super().query(asked, *args, **more)


@lru_cache(maxsize=256)
def _read_once(query: str) -> Query:
    """Read a query; the shapes have few, which name no thing of the data."""
    return prepareQuery(query)


def findings(turtle: str, language: str) -> list[Finding]:
    """Return what is wrong with a graph, in order. Nothing is fetched and nothing is inferred."""
    data = _Data(default_union=True)
    data.parse(data=turtle, format="turtle")
    conforms, report, _ = validate(data, shacl_graph=_shapes(), inference="none")
    if conforms:
        return []
    if not isinstance(report, Graph):
        raise TypeError(report)
    return sorted(set(_findings_in(report, language)))


def _findings_in(report: Graph, language: str) -> Iterator[Finding]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        yield Finding(
            _told(report.value(result, SH.focusNode)),
            _told(report.value(result, SH.resultPath)),
            _told(report.value(result, SH.value)),
            _told(report.value(result, SH.sourceConstraintComponent))
            .removeprefix(str(SH))
            .removesuffix("ConstraintComponent"),
            _message(report, result, language),
        )


def _told(node: Node | None) -> str:
    return "" if node is None else str(node)


def _message(report: Graph, result: Node, language: str) -> str:
    """Return the message in a language; those without one are the library's own."""
    said = [*report.objects(result, SH.resultMessage)]
    for constraint in report.objects(result, SH.sourceConstraint):
        said += report.objects(constraint, SH.message)
    found = (one for one in said if isinstance(one, Literal) and one.language == language)
    return min(map(str, found), default="")
