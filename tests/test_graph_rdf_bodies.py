"""Bodies over time in RDF: one change for all who ended together, as the registry tells it."""

import datetime as dt
from contextlib import closing
from pathlib import Path

import pytest
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import ORG, RDFS, TIME

from graph.answer_types import BodyRow
from graph.exporting.forms import write_file
from graph.exporting.syntaxes import NQ
from graph.questions import Bodies
from graph.rdf.stream import Chosen
from graph.rdf.taking import take_file
from graph.store import Store, open_store
from ontology.provinces import provinces_on
from ontology.rdf.names import BODIES_GRAPH, BODY, CHANGES_GRAPH, NAMESPACE, iri
from ontology.rdf.vocabulary import vocabulary

BOARDS = dt.date(2025, 2, 3)
PROVINCES = dt.date(2025, 7, 1)


def own(name: str) -> URIRef:
    return URIRef(NAMESPACE + name)


def body(key: str) -> URIRef:
    return URIRef(iri(BODY, key))


def bodies_in(store: Store, file: Path, around: str | None = None) -> Graph:
    """Return what an export tells of bodies, with what follows by our subproperties of ORG."""
    with file.open("wb") as opened:
        write_file(store, NQ, Chosen.of(store, around), opened)
    data = Dataset()
    data.parse(file, format="nquads")
    told = Graph()
    for name in (BODIES_GRAPH, CHANGES_GRAPH):
        for triple in data.graph(URIRef(name)):
            told.add(triple)
    for mine, other in vocabulary().subject_objects(RDFS.subPropertyOf):
        assert isinstance(mine, URIRef)
        for s, o in list(told.subject_objects(mine)):
            told.add((s, other, o))
    return told


@pytest.fixture
def told(source: Store, tmp_path: Path) -> Graph:
    return bodies_in(source, tmp_path / "graph.nq")


def change_to(told: Graph, after: str, day: dt.date) -> tuple[set[object], set[object]]:
    """Return the bodies that became part of another on a day, as ORG says it, and on whose word."""
    days = set(told.subjects(own("changedOn"), Literal(day)))
    (change,) = set(told.subjects(ORG.resultingOrganization, body(after))) & days
    assert (body(after), ORG.resultedFrom, change) in told
    assert set(told.subjects(ORG.changedBy, change)) == set(
        told.objects(change, ORG.originalOrganization)
    )
    return set(told.objects(change, ORG.originalOrganization)), set(
        told.objects(change, own("source"))
    )


def test_boards_that_merged_are_originals_of_one_change(told: Graph) -> None:
    before, word = change_to(told, "tw/ban-tuyen-giao-va-dan-van-trung-uong", BOARDS)
    assert before == {body("tw/ban-tuyen-giao-trung-uong"), body("tw/ban-dan-van-trung-uong")}
    assert word
    local, word = change_to(told, "*/ban-tuyen-giao-va-dan-van-tinh-uy", dt.date(2025, 3, 1))
    assert local == {body("*/ban-tuyen-giao-tinh-uy"), body("*/ban-dan-van-tinh-uy")}
    assert word


def test_as_many_committees_ended_as_provinces_became_fewer(told: Graph) -> None:
    changes = set(told.subjects(own("changedOn"), Literal(PROVINCES)))
    ended = {
        one
        for change in changes
        for one in told.objects(change, own("originalBody"))
        if str(one).endswith(("/tinh-uy", "/thanh-uy")) and told.value(change, own("resultingBody"))
    }
    before, after = provinces_on(PROVINCES - dt.timedelta(1)), provinces_on(PROVINCES)
    assert (len(before), len(after), len(ended)) == (63, 34, 29)
    three, _ = change_to(told, "lam-dong/tinh-uy", PROVINCES)
    assert three == {body("binh-thuan/tinh-uy"), body("dak-nong/tinh-uy")}


def test_the_district_level_ended_and_nothing_came_after_it(told: Graph) -> None:
    for name in ("huyen-uy", "quan-uy", "thi-uy"):
        (change,) = told.objects(body(f"*/{name}"), own("changedBy"))
        assert told.value(change, own("changedOn")) == Literal(PROVINCES)
        assert told.value(change, own("resultingBody")) is None
        assert told.value(change, own("source")) is not None


def test_changes_are_those_that_the_store_answers_with(source: Store, told: Graph) -> None:
    """Whoever is told who answers for a body today finds the same change, on the same day."""
    rows = source.ask(Bodies(as_of=dt.date.max, limit=None)).rows
    seen = 0
    for row in rows:
        assert isinstance(row, BodyRow)
        changes = list(told.objects(body(row.key), own("changedBy")))
        assert bool(changes) == bool(row.successor or row.valid_to), row
        for change in changes:
            seen += 1
            after, day = told.value(change, own("resultingBody")), row.successor_date
            assert after == (body(row.successor) if row.successor else None)
            assert told.value(change, own("changedOn")) == _literal(day or row.valid_to)
    assert seen > 10


def _literal(day: dt.date | None) -> Literal | None:
    return None if day is None else Literal(day)


def test_a_lifetime_ends_as_the_first_day_without_the_body_begins(told: Graph) -> None:
    board = body("tw/ban-tuyen-giao-trung-uong")
    (life,) = told.objects(board, own("lifetime"))
    begins, ends = told.value(life, TIME.hasBeginning), told.value(life, TIME.hasEnd)
    assert told.value(begins, TIME.inXSDDate) == told.value(board, own("validFrom"))
    assert told.value(ends, TIME.inXSDDate) == Literal(BOARDS)
    assert str(ends).endswith("2025-02-03#begin")


def test_the_same_changes_come_out_again(source: Store, told: Graph, tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "back.sqlite"))) as back:
        take_file(tmp_path / "graph.nq", back)
        assert set(bodies_in(back, tmp_path / "again.nq")) == set(told)
    part = bodies_in(source, tmp_path / "part.nq", "ha-son/41-KH-TU/2021-09-06")
    assert set(part) < set(told)
    assert len(part) > 0
