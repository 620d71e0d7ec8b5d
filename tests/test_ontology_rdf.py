"""The vocabulary and its shapes: made from the tables, aligned, told in both languages."""

from pathlib import Path
from typing import Final

import pytest
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SH, SKOS, BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.term import Node

from graph.rdf.turtle import prefixes
from ontology.kinds import KINDS, Kind
from ontology.rdf.generate import generated
from ontology.rdf.names import KIND, NAMESPACE, PREFIXES, full, iri, key_in
from ontology.rdf.shapes import shapes
from ontology.rdf.terms import ancestors, classes, properties, relation_name, relations, used
from ontology.rdf.validation import findings
from ontology.rdf.vocabulary import vocabulary
from ontology.relations import RELATIONS, Relation

ALIGNED: Final = {
    "implements": {"eli:ensures_implementation_of"},
    "continues": {"eli:ensures_implementation_of"},
    "guides": {"eli:ensures_implementation_of"},
    "reviews": {"eli:refers_to"},
    "monitors": {"eli:refers_to"},
    "basedOn": {"eli:based_on"},
    "amends": {"eli:amends"},
    "replaces": {"eli:repeals", "dcterms:replaces"},
    "issues": {"eli:has_annex"},
    "cites": {"eli:cites"},
    "idLocal": {"eli:id_local"},
    "documentType": {"eli:type_document"},
    "date": {"eli:date_document"},
    "issuedBy": {"eli:passed_by"},
    "ledBy": {"schema:agent"},
    "supportedBy": {"schema:participant"},
    "originalBody": {"org:originalOrganization"},
    "resultingBody": {"org:resultingOrganization"},
    "resultedFrom": {"org:resultedFrom"},
    "changedBy": {"org:changedBy"},
}
"""What DESIGN.md, section 3, says of our properties."""

SUBCLASSES: Final = {
    "Document": "eli:LegalResource",
    "Body": "org:FormalOrganization",
    "BodyChange": "org:ChangeEvent",
    "Lifetime": "time:ProperInterval",
    "DueInterval": "time:ProperInterval",
    "Task": "schema:Action",
}
"""What it says of our classes."""


@pytest.fixture(scope="module")
def told() -> Graph:
    return vocabulary()


@pytest.mark.parametrize("path", generated(), ids=lambda path: Path(path).name)
def test_what_is_kept_is_what_the_tables_make(path: Path) -> None:
    """When this fails, the tables have changed: `make ontology`, and look at the difference."""
    assert path.read_text(encoding="utf-8") == generated()[path]


def test_what_is_kept_can_be_read_back(told: Graph) -> None:
    kept = {path.name: path for path in generated()}
    assert isomorphic(Graph().parse(kept["chidao.ttl"]), told)
    assert isomorphic(Graph().parse(kept["shapes.ttl"]), shapes())


def test_our_terms_are_cases_of_others_and_never_their_equals(told: Graph) -> None:
    alike = {OWL.equivalentClass, OWL.equivalentProperty, OWL.sameAs, SKOS.exactMatch}
    assert alike.isdisjoint(told.predicates())
    for name, above in ALIGNED.items():
        found = set(told.objects(URIRef(NAMESPACE + name), RDFS.subPropertyOf))
        assert found == {URIRef(full(one)) for one in above}, name
    for name, one in SUBCLASSES.items():
        assert (URIRef(NAMESPACE + name), RDFS.subClassOf, URIRef(full(one))) in told
    assert {relation_name(one) for one in Relation} <= ALIGNED.keys()


def test_every_term_is_told_in_both_languages(told: Graph) -> None:
    terms: set[Node] = set()
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        terms |= set(told.subjects(RDF.type, kind))
    ours = {one.iri for one in classes().values()} | {one.iri for one in properties().values()}
    assert terms == {URIRef(one) for one in ours}
    for term in terms:
        for words in (RDFS.label, SKOS.definition):
            spoken = [one.language for one in told.objects(term, words) if isinstance(one, Literal)]
            assert sorted(map(str, spoken)) == ["en", "vi"], (term, words)


def test_labels_tell_classes_apart(told: Graph) -> None:
    labels = [str(label) for name in classes() for label in told.objects(_own(name), RDFS.label)]
    assert len(labels) == len(set(labels))


def _own(name: str) -> URIRef:
    return URIRef(f"{NAMESPACE}{name}")


@pytest.mark.parametrize("kind", Kind)
def test_every_type_of_document_is_a_concept(told: Graph, kind: Kind) -> None:
    concept = URIRef(iri(KIND, kind))
    assert told.value(concept, SKOS.notation) == Literal(kind.value)
    labels = {str(label) for label in told.objects(concept, SKOS.prefLabel)}
    others = {str(label).casefold() for label in told.objects(concept, SKOS.altLabel)}
    assert KINDS[kind].english in labels
    assert {word.casefold() for word in KINDS[kind].words[1:]} <= others
    assert key_in(KIND, str(concept)) == kind


def test_no_table_names_what_is_not_there() -> None:
    known = {*classes(), "Selector"}
    ranges = {*known, "Node", "List", "Concept", "string", "integer", "date", "dateTime"}
    for one in properties().values():
        assert {name for name, _ in one.of} <= known, one.name
        assert one.range in ranges, one.name
        assert {often for _, often in one.of} <= set("1?*+")
        assert all(above.partition(":")[0] in PREFIXES for above in one.above)
    for name, one_class in classes().items():
        assert one_class.above, name
        assert ancestors(name)[0] == name
    assert set(relations().values()) == set(RELATIONS)
    assert len({(one.iri, one.is_literal) for one in used().values()}) == len(used())


def test_every_class_and_every_edge_has_a_shape() -> None:
    graph = shapes()
    targets = set(graph.objects(None, SH.targetClass))
    assert {URIRef(one.iri) for one in classes().values()} - targets == {
        _own("Assertion"),
        _own("Item"),
    }
    edges = set(graph.objects(None, SH.targetSubjectsOf))
    ties = {"partOf", "ledBy", "supportedBy", "issuedBy", "succeededBy"}
    assert edges == {_own(name) for name in {*map(relation_name, Relation), *ties}}
    named = (one for one in graph.subjects(RDF.type, SH.NodeShape) if not isinstance(one, BNode))
    assert all(str(one).startswith(NAMESPACE) for one in named)


D1: Final = "<https://w3id.org/chidao/document/d1> a chidao:Document ; chidao:key 'd1' ."
D2: Final = "<https://w3id.org/chidao/document/d2> a chidao:Document ; chidao:key 'd2' ."
EDGE: Final = "<https://w3id.org/chidao/document/d1> chidao:implements"
SAID: Final = """<x:a> a chidao:RegistryAssertion ; chidao:words 'd1 thực hiện d2' ;
    rdf:subject <https://w3id.org/chidao/document/d1> ; rdf:predicate chidao:implements ;
    rdf:object <https://w3id.org/chidao/document/d2> ; chidao:evidence <x:q> .
    <x:q> a oa:TextQuoteSelector ; oa:exact 'd1 thực hiện d2' ."""
ABOVE: Final = f"{EDGE} <https://w3id.org/chidao/document/d2> ."
ITSELF: Final = f"{EDGE} <https://w3id.org/chidao/document/d1> ."
DUE: Final = (
    "<x:due> a chidao:DueInterval ; chidao:earliest '{}'^^xsd:date ; chidao:latest '{}'^^xsd:date ."
)
BODY: Final = "<x:b> a chidao:Body ; chidao:key 'b' ."
LIFE: Final = "<x:b> chidao:validFrom '{}'^^xsd:date ; chidao:validTo '{}'^^xsd:date ."
REPORTED: Final = (SH.focusNode, SH.resultPath, SH.value, SH.sourceConstraintComponent)
AFTER: Final = "chidao:resultingBody <x:b> ."
PLACE: Final = """<x:t> a chidao:Text . <x:p> a oa:TextPositionSelector, oa:TextQuoteSelector ;
    chidao:inText <x:t> ; oa:exact 'ab' ; oa:start {} ; oa:end {} ."""


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ((D1, D2, ABOVE, SAID), set()),
        ((D1, D2, ABOVE), {"cạnh không có căn cứ"}),
        (
            (D1, D2, ABOVE, SAID.replace("; chidao:evidence <x:q>", "")),
            {"cạnh không có căn cứ", "MinCount"},
        ),
        ((D1, D2, ABOVE, SAID.replace("oa:exact 'd1 thực hiện d2'", "a rdf:List")), {"MinCount"}),
        ((D1, ITSELF, SAID.replace("/d2>", "/d1>")), {"không có gì ở trên chính nó"}),
        ((DUE.format("2025-01-01", "2025-01-01"),), set()),
        ((DUE.format("2025-02-01", "2025-01-31"),), {"thời hạn kết thúc trước khi bắt đầu"}),
        (("<x:due> a chidao:DueInterval .",), {"Or"}),
        ((D1, "<https://w3id.org/chidao/document/d1> chidao:title 5 ."), {"Datatype"}),
        ((PLACE.format(4, 4),), {"LessThan"}),
        ((PLACE.format(-1, 4),), {"MinInclusive"}),
        ((D1, "<https://w3id.org/chidao/document/d1> chidao:documentType <x:CT> ."), {"In"}),
        ((D1, "<https://w3id.org/chidao/document/d1> chidao:title 'a', 'b' ."), {"MaxCount"}),
        ((BODY, LIFE.format("2007-05-01", "2025-02-03")), set()),
        ((BODY, LIFE.format("2025-02-03", "2025-02-03")), {"cơ quan kết thúc trước khi có"}),
        (("<x:life> a chidao:Lifetime .",), {"Or"}),
        ((BODY, "<x:end> a chidao:BodyChange ; chidao:originalBody <x:b> ."), set()),
        (
            (BODY, "<x:c> a chidao:BodyChange ; chidao:originalBody <x:b> ;", AFTER),
            {"cơ quan không tiếp nối chính nó"},
        ),
        ((BODY, "<x:c> a chidao:BodyChange ;", AFTER), {"MinCount"}),
    ],
)
def test_shapes_find_what_is_planted(data: tuple[str, ...], wrong: set[str]) -> None:
    """And nothing else of what the rows are about."""
    found = findings(prefixes() + "\n".join(data), "vi")
    of_texts = [one for one in found if one.thing != "x:t"]
    assert {one.message or one.constraint for one in of_texts} == wrong


PLANTED: Final = (D1, D2, ABOVE, ITSELF, DUE.format("2025-02-01", "2025-01-31"), PLACE.format(4, 4))


@pytest.mark.parametrize("data", [PLANTED, (D1, D2, ABOVE, SAID)], ids=["wrong", "right"])
def test_findings_are_those_of_the_library_alone(data: tuple[str, ...]) -> None:
    """What is read once for all things, and what is left out, changes no verdict."""
    turtle = prefixes() + "\n".join(data)
    plain = Graph().parse(data=turtle, format="turtle")
    conforms, report, _ = validate(plain, shacl_graph=shapes(), advanced=True, inference="none")
    assert isinstance(report, Graph)
    results = {
        tuple(str(report.value(one, each) or "") for each in REPORTED)
        for one in report.subjects(RDF.type, SH.ValidationResult)
    }
    found = findings(turtle, "vi")
    kind = f"{SH}{{}}ConstraintComponent"
    assert {(f.thing, f.path, f.value, kind.format(f.constraint)) for f in found} == results
    assert conforms == (not found)


def test_a_finding_names_thing_property_and_value_in_the_language_asked_for() -> None:
    (one,) = findings(prefixes() + f"{D1}\n{D2}\n{ABOVE}", "en")
    assert one.thing.endswith("/document/d1")
    assert one.path == f"{NAMESPACE}implements"
    assert one.value.endswith("/document/d2")
    assert one.message == "an edge without evidence"
