"""The vocabulary and the schemes of concepts as RDF, made from the project's tables."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS

from ontology.base import HOME
from ontology.kinds import KINDS, Kind
from ontology.periods import Frequency
from ontology.rdf.names import FREQUENCY, KIND, NAMESPACE, PREFIXES, full, iri
from ontology.rdf.terms import LITERALS, Class, Property, Told, classes, properties

ONTOLOGY: Final = URIRef(NAMESPACE.removesuffix("#"))
TYPES: Final = URIRef(f"{HOME}{KIND}")
FREQUENCIES: Final = URIRef(f"{HOME}{FREQUENCY}")

_VIETNAMESE: Final = MappingProxyType(
    {
        Frequency.DAILY: "hằng ngày",
        Frequency.WEEKLY: "hằng tuần",
        Frequency.MONTHLY: "hằng tháng",
        Frequency.QUARTERLY: "hằng quý",
        Frequency.HALF_YEARLY: "6 tháng một lần",
        Frequency.YEARLY: "hằng năm",
        Frequency.CONTINUOUS: "thường xuyên",
        Frequency.PERIODIC: "định kỳ",
    }
)


def bound_graph() -> Graph:
    """Return an empty graph that knows our prefixes."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph


def vocabulary() -> Graph:
    """Return classes and properties with what people read of them, and the schemes of concepts."""
    graph = bound_graph()
    graph.add((ONTOLOGY, RDF.type, OWL.Ontology))
    _say(graph, ONTOLOGY, DCTERMS.title, _both("Bản thể học chidao", "The ontology of chidao"))
    about = _both(
        "Văn bản của Đảng, nhiệm vụ thực hiện, cơ quan được giao, và nơi nói ra từng điều.",
        "Party documents, the tasks that carry them out, the bodies that do, and where it is said.",
    )
    _say(graph, ONTOLOGY, DCTERMS.description, about)
    for term in classes().values():
        _class(graph, term)
    for one in properties().values():
        _property(graph, one)
    _types(graph)
    _frequencies(graph)
    return graph


def _both(vietnamese: str, english: str) -> MappingProxyType[str, str]:
    return MappingProxyType({"vi": vietnamese, "en": english})


def _say(graph: Graph, subject: URIRef, predicate: URIRef, words: Mapping[str, str]) -> None:
    for language, text in words.items():
        graph.add((subject, predicate, Literal(text, lang=language)))


def _told(graph: Graph, subject: URIRef, told: Told) -> None:
    _say(graph, subject, RDFS.label, told.label)
    _say(graph, subject, SKOS.definition, told.definition)
    _say(graph, subject, SKOS.scopeNote, told.scope)
    graph.add((subject, RDFS.isDefinedBy, ONTOLOGY))


def _class(graph: Graph, term: Class) -> None:
    subject = URIRef(term.iri)
    graph.add((subject, RDF.type, OWL.Class))
    for above in term.above:
        graph.add((subject, RDFS.subClassOf, URIRef(full(above))))
    _told(graph, subject, term.told)


def _property(graph: Graph, one: Property) -> None:
    subject = URIRef(one.iri)
    kind = OWL.DatatypeProperty if _is_value(one) else OWL.ObjectProperty
    graph.add((subject, RDF.type, kind))
    for above in one.above:
        graph.add((subject, RDFS.subPropertyOf, URIRef(full(above))))
    if len(one.of) == 1 and one.of[0][0] in classes():
        graph.add((subject, RDFS.domain, URIRef(f"{NAMESPACE}{one.of[0][0]}")))
    found = _range(one)
    if found is not None:
        graph.add((subject, RDFS.range, found))
    _told(graph, subject, one.told)


def _is_value(one: Property) -> bool:
    return one.range in LITERALS


def _range(one: Property) -> URIRef | None:
    if _is_value(one):
        return XSD[one.range]
    if one.range in classes():
        return URIRef(f"{NAMESPACE}{one.range}")
    others = {"Concept": SKOS.Concept, "List": RDF.List, "Selector": URIRef(full("oa:Selector"))}
    return others.get(one.range)


def _types(graph: Graph) -> None:
    """Add the types of documents: their codes as notations, their other words as labels."""
    _scheme(graph, TYPES, _both("Loại văn bản", "Types of documents"))
    for kind, spec in KINDS.items():
        concept = _concept(graph, TYPES, iri(KIND, kind))
        usual, *others = spec.words or ("văn bản",)
        label = _both(usual.capitalize(), spec.english)
        _say(graph, concept, SKOS.prefLabel, label)
        graph.add((concept, SKOS.notation, Literal(kind.value)))
        for word in others:
            graph.add((concept, SKOS.altLabel, Literal(word.capitalize(), lang="vi")))
        for code in spec.symbols if kind is not Kind.XX else ():
            if code != kind.value:
                graph.add((concept, SKOS.altLabel, Literal(code)))


def _frequencies(graph: Graph) -> None:
    _scheme(graph, FREQUENCIES, _both("Nhịp lặp lại", "Frequencies"))
    for one in Frequency:
        concept = _concept(graph, FREQUENCIES, iri(FREQUENCY, one.value))
        _say(graph, concept, SKOS.prefLabel, _both(_VIETNAMESE[one], one.value))
        graph.add((concept, SKOS.notation, Literal(one.value)))


def _scheme(graph: Graph, scheme: URIRef, label: MappingProxyType[str, str]) -> None:
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    _say(graph, scheme, SKOS.prefLabel, label)


def _concept(graph: Graph, scheme: URIRef, name: str) -> URIRef:
    concept = URIRef(name)
    graph.add((concept, RDF.type, SKOS.Concept))
    graph.add((concept, SKOS.inScheme, scheme))
    graph.add((concept, SKOS.topConceptOf, scheme))
    return concept
