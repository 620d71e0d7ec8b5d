"""Turtle, written thing by thing. It has no named graphs: who says what is told by the evidence."""

from collections.abc import Iterable
from functools import cache
from json.encoder import encode_basestring
from types import MappingProxyType
from typing import Final

from graph.rdf.nodes import Node, Value
from ontology.rdf.names import NAMESPACE, PREFIXES
from ontology.rdf.terms import INTEGER, STRING, Used, used

_USED: Final = ("chidao", "dcterms", "oa", "rdf", "rdfs", "time", "xsd")


def prefixes() -> str:
    """Return what a file begins with."""
    return "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in _USED)


def block(nodes: Iterable[Node]) -> str:
    """Return nodes as blocks."""
    written = _written()
    parts: list[str] = []
    for name, facts in nodes:
        told = " ;\n    ".join(f"{written[term]} {_value(term, value)}" for term, value in facts)
        if told:
            parts.append(f"\n<{name}>\n    {told} .\n")
    return "".join(parts)


@cache
def _written() -> MappingProxyType[str, str]:
    return MappingProxyType(
        {name: "a" if name == "type" else _short(one.iri) for name, one in used().items()}
    )


@cache
def _short(iri: str) -> str:
    for name in _USED:
        if iri.startswith(PREFIXES[name]):
            return f"{name}:{iri.removeprefix(PREFIXES[name])}"
    return f"<{iri}>"


def _value(term: str, value: Value) -> str:
    one: Used = used()[term]
    if one.range == STRING:
        return encode_basestring(str(value))
    if one.range == INTEGER:
        return str(value)
    if one.is_literal:
        return f'"{value}"^^xsd:{one.range}'
    text = str(value)
    return _short(text) if text.startswith(NAMESPACE) else f"<{text}>"
