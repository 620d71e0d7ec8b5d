"""What every class and every edge must be, as SHACL, made from the same tables.

Shapes are for classes as they stand in the data: what a class has from those above it is said again
of itself, so that no reasoning is needed to validate.
"""

from collections.abc import Iterable
from typing import Final

from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.kinds import Kind
from ontology.periods import Frequency
from ontology.rdf.names import FREQUENCY, KIND, NAMESPACE, full, iri
from ontology.rdf.terms import (
    LITERALS,
    ONE,
    PERHAPS,
    SOME,
    Property,
    ancestors,
    classes,
    properties,
    relation_name,
)
from ontology.rdf.vocabulary import bound_graph
from ontology.relations import Relation

_ABSTRACT: Final = frozenset({"Assertion", "Item"})
_SUBJECTS: Final = ("Target", "Responsibility", "Issuing", "RegistryAssertion")
"""Assertions that always have a subject; a link has one when its citations are resolved."""
_OBJECTS: Final = ("Responsibility", "Issuing", "RegistryAssertion")
"""Assertions of which it is always known where they lead."""
_PLAIN: Final = frozenset({"Document", "Body", "Text", "Header", "Citation", "Phrase"})
"""Classes of which a named graph always tells that what it refers to is of them."""

_TIES: Final = ("partOf", "ledBy", "supportedBy", "issuedBy", "succeededBy")

_UNPROVEN: Final = (
    "SELECT $this ?value WHERE {{ $this $PATH ?value . FILTER NOT EXISTS {{"
    " ?edge rdf:subject $this ; rdf:predicate $PATH ; rdf:object ?value ;"
    " chidao:evidence ?place . }}{own} }}"
)
"""Edges of which no assertion with evidence tells."""
_OWN: Final = " FILTER NOT EXISTS { $this chidao:evidence ?own . }"
"""An item proves what it is part of by its own place."""
_ITSELF: Final = "SELECT $this ?value WHERE { $this $PATH ?value . FILTER (?value = $this) }"


def shapes() -> Graph:
    """Return the shapes of all classes, places and edges."""
    graph = bound_graph()
    for name in classes():
        if name not in _ABSTRACT:
            _class(graph, name)
    _place(graph)
    _quote(graph)
    _edges(graph)
    return graph


def _shape(graph: Graph, name: str, target: str) -> URIRef:
    shape = URIRef(f"{NAMESPACE}{name}Shape")
    graph.add((shape, RDF.type, SH.NodeShape))
    graph.add((shape, SH.targetClass, URIRef(target)))
    return shape


def _class(graph: Graph, name: str) -> None:
    shape = _shape(graph, name, f"{NAMESPACE}{name}")
    graph.add((shape, SH.nodeKind, SH.IRI))
    for one in properties().values():
        for count_of in _counts(one, name):
            _property(graph, shape, one, count_of)
    if name in _SUBJECTS:
        _path(graph, shape, full("rdf:subject"), least=1, most=1)
    if name in {*_SUBJECTS, "Link"}:
        _path(graph, shape, full("rdf:predicate"), least=1, most=1)
    if name in _OBJECTS:
        _path(graph, shape, full("rdf:object"), least=1, most=1)
    if "Assertion" in ancestors(name):
        apart = _path(graph, shape, full("rdf:subject"), most=1)
        graph.add((apart, SH.disjoint, RDF.object))
        _message(graph, apart, "không có gì ở trên chính nó", "nothing is above itself")
    _over_time(graph, shape, name)


def _over_time(graph: Graph, shape: URIRef, name: str) -> None:
    """Let nothing end before it begins, and no body follow itself."""
    if name == "DueInterval":
        order = _path(graph, shape, f"{NAMESPACE}earliest")
        graph.add((order, SH.lessThanOrEquals, URIRef(f"{NAMESPACE}latest")))
        _message(graph, order, "thời hạn kết thúc trước khi bắt đầu", "it ends before it begins")
        _either(graph, shape, f"{NAMESPACE}earliest", f"{NAMESPACE}latest")
    if name in {"Body", "BodyEntry"}:
        order = _path(graph, shape, f"{NAMESPACE}validFrom")
        graph.add((order, SH.lessThan, URIRef(f"{NAMESPACE}validTo")))
        _message(graph, order, "cơ quan kết thúc trước khi có", "it ends before it is there")
    if name == "Lifetime":
        for tie in ("time:hasBeginning", "time:hasEnd"):
            _path(graph, shape, full(tie), most=1)
        _either(graph, shape, full("time:hasBeginning"), full("time:hasEnd"))
    if name == "BodyChange":
        apart = _path(graph, shape, f"{NAMESPACE}originalBody")
        graph.add((apart, SH.disjoint, URIRef(f"{NAMESPACE}resultingBody")))
        _message(graph, apart, "cơ quan không tiếp nối chính nó", "no body follows itself")


def _either(graph: Graph, shape: URIRef, *paths: str) -> None:
    """Let a shape have a value of at least one of several properties."""
    sides: list[Node] = [_path(graph, None, path, least=1) for path in paths]
    either = _node(graph)
    Collection(graph, either, sides)
    graph.add((shape, SH["or"], either))


def _counts(one: Property, name: str) -> Iterable[str]:
    of = dict(one.of)
    found = [of[each] for each in ancestors(name) if each in of]
    return found[:1]


def _node(graph: Graph) -> BNode:
    """Return a node without a name, told apart by when it was made, so that order is kept."""
    return BNode(f"n{len(graph):06}")


def _path(
    graph: Graph, shape: URIRef | None, path: str, *, least: int = 0, most: int | None = None
) -> BNode:
    node = _node(graph)
    if shape is not None:
        graph.add((shape, SH.property, node))
    graph.add((node, SH.path, URIRef(path)))
    if least:
        graph.add((node, SH.minCount, Literal(least)))
    if most is not None:
        graph.add((node, SH.maxCount, Literal(most)))
    return node


def _property(graph: Graph, shape: URIRef, one: Property, how_often: str) -> None:
    least = 1 if how_often in {ONE, SOME} else 0
    most = 1 if how_often in {ONE, PERHAPS} else None
    node = _path(graph, shape, one.iri, least=least, most=most)
    if one.range in LITERALS:
        graph.add((node, SH.datatype, XSD[one.range]))
        return
    graph.add((node, SH.nodeKind, SH.IRI))
    if one.range in _PLAIN:
        graph.add((node, SH["class"], URIRef(f"{NAMESPACE}{one.range}")))
    elif one.range == "Selector":
        graph.add((node, SH["class"], URIRef(full("oa:TextQuoteSelector"))))
    elif one.range == "Concept":
        _among(graph, node, one.name)


def _among(graph: Graph, node: BNode, name: str) -> None:
    known = (
        [iri(KIND, kind) for kind in Kind]
        if name == "documentType"
        else [iri(FREQUENCY, one.value) for one in Frequency]
    )
    values = _node(graph)
    Collection(graph, values, [URIRef(each) for each in known])
    graph.add((node, SH["in"], values))


def _place(graph: Graph) -> None:
    shape = _shape(graph, "Place", full("oa:TextPositionSelector"))
    for name in ("oa:start", "oa:end"):
        node = _path(graph, shape, full(name), least=1, most=1)
        graph.add((node, SH.datatype, XSD.integer))
        graph.add((node, SH.minInclusive, Literal(0)))
    order = _path(graph, shape, full("oa:start"))
    graph.add((order, SH.lessThan, URIRef(full("oa:end"))))
    _path(graph, shape, f"{NAMESPACE}inText", least=1, most=1)
    _path(graph, shape, full("oa:exact"), least=1, most=1)


def _quote(graph: Graph) -> None:
    shape = _shape(graph, "Quote", full("oa:TextQuoteSelector"))
    node = _path(graph, shape, full("oa:exact"), least=1, most=1)
    graph.add((node, SH.datatype, XSD.string))


def _edges(graph: Graph) -> None:
    """Let no edge be without an assertion that has evidence, and nothing be above itself."""
    for name in (*map(relation_name, Relation), *_TIES):
        shape, path = URIRef(f"{NAMESPACE}{name}Edge"), URIRef(f"{NAMESPACE}{name}")
        graph.add((shape, RDF.type, SH.PropertyShape))
        graph.add((shape, SH.targetSubjectsOf, path))
        graph.add((shape, SH.path, path))
        missing = _UNPROVEN.format(own=_OWN if name == "partOf" else "")
        _select(graph, shape, missing, "cạnh không có căn cứ", "an edge without evidence")
        _select(graph, shape, _ITSELF, "không có gì ở trên chính nó", "nothing is above itself")


def _select(graph: Graph, shape: URIRef, query: str, vietnamese: str, english: str) -> None:
    node = _node(graph)
    graph.add((shape, SH.sparql, node))
    graph.add((node, RDF.type, SH.SPARQLConstraint))
    graph.add((node, SH.select, Literal(query)))
    declared = URIRef(f"{NAMESPACE}prefixes")
    graph.add((node, SH.prefixes, declared))
    for prefix in ("chidao", "rdf"):
        one = URIRef(f"{NAMESPACE}prefix-{prefix}")
        graph.add((declared, SH.declare, one))
        graph.add((one, SH.prefix, Literal(prefix)))
        graph.add((one, SH.namespace, Literal(full(f"{prefix}:"), datatype=XSD.anyURI)))
    _message(graph, node, vietnamese, english)


def _message(graph: Graph, node: BNode, vietnamese: str, english: str) -> None:
    graph.add((node, SH.message, Literal(vietnamese, lang="vi")))
    graph.add((node, SH.message, Literal(english, lang="en")))
