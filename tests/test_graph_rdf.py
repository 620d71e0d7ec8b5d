"""A graph in RDF: the same in every syntax, each edge with its quote, and the same store again."""

import datetime as dt
import gc
import io
import os
import tracemalloc
from collections import deque
from collections.abc import Iterable
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Dataset, Graph, Literal, Namespace, URIRef

from bench.corpus import corpus
from bench.filling import fill as fill_made_up
from graph.copying import digest
from graph.exporting.forms import GEXF, pieces, write_file
from graph.exporting.rows import EdgeRow, edge_rows, node_rows
from graph.exporting.syntaxes import JSONLD, NQ, TTL
from graph.exporting.workers import Workers
from graph.rdf import nquads
from graph.rdf.describing import Described
from graph.rdf.gathered import Gathered
from graph.rdf.reading import read_holding
from graph.rdf.stream import Chosen, graphs
from graph.rdf.taking import take_file
from graph.rdf.validating import faults
from graph.store import Holding, Store, StoreError, open_store
from loaders.load import load
from loaders.loader import Outcome
from ontology.bodies import BodyNames
from ontology.facts import Problem, Recurring, Span
from ontology.kinds import Kind
from ontology.known import KnownRelation
from ontology.periods import Frequency, Interval, Recurrence
from ontology.rdf.names import DOCUMENT, NAMESPACE, PREFIXES, iri, key_in, place
from ontology.rdf.terms import relation_name, used
from ontology.relations import Relation
from tests.graphs import Text, Work, known
from tests.runs import SHARED
from tests.stores import MakeStore
from tests.wholes import DIRECTIVE, QUESTIONS

OA = Namespace(PREFIXES["oa"])
TIES = {"partOf", "ledBy", "supportedBy", "issuedBy", "succeededBy"}
EDGES = {URIRef(NAMESPACE + name) for name in {*map(relation_name, Relation), *TIES}}


def exported(store: Store, form: str, folder: Path, around: str | None = None) -> Path:
    """Return an exported file."""
    path = folder / f"graph.{form}"
    with path.open("wb") as file:
        write_file(store, form, Chosen.of(store, around), file)
    return path


def quads_of(path: Path, form: str) -> set[tuple[object, ...]]:
    """Return the quads of a file as rdflib reads them."""
    data = Dataset()
    data.parse(path, format=form)
    return set(data.quads())


def test_every_syntax_says_the_same(source: Store, tmp_path: Path) -> None:
    """As another program reads them: N-Quads and JSON-LD the same quads, Turtle their triples."""
    quads = quads_of(exported(source, NQ, tmp_path), "nquads")
    assert quads == quads_of(exported(source, JSONLD, tmp_path), "json-ld")
    triples = Graph().parse(exported(source, TTL, tmp_path), format="turtle")
    assert {(s, p, o) for s, p, o, _ in quads} == set(triples)
    assert len(quads) == len(set(exported(source, NQ, tmp_path).read_text("utf-8").splitlines()))


@pytest.mark.parametrize("form", [NQ, JSONLD])
def test_a_store_is_made_again_from_its_export(
    source: Store, make_store: MakeStore, tmp_path: Path, form: str
) -> None:
    """From a file to either store, from there out and in again: every answer is the same."""
    there = make_store()
    done = take_file(exported(source, form, tmp_path), there)
    assert done.documents == len(source.loaded())
    assert done.changes == len(source.said()) == 2
    assert digest(there) == digest(source)
    with closing(open_store(str(tmp_path / "back.sqlite"))) as back:
        take_file(exported(there, form, tmp_path), back)
        assert digest(back) == digest(source)
        for question in QUESTIONS:
            assert source.ask(question) == there.ask(question) == back.ask(question)


def test_taking_in_again_changes_nothing(source: Store, tmp_path: Path) -> None:
    before = digest(source)
    take_file(exported(source, NQ, tmp_path), source)
    assert digest(source) == before


def test_every_edge_leads_to_its_quote(source: Store, tmp_path: Path) -> None:
    """Also one between documents, of a task, of a body; the words are those of the text."""
    data = Graph().parse(exported(source, TTL, tmp_path), format="turtle")
    texts = {s: str(o) for s, o in data.subject_objects(URIRef(f"{NAMESPACE}text"))}
    evidence = URIRef(f"{NAMESPACE}evidence")
    edges = 0
    for subject, tie, target in data:
        if tie not in EDGES:
            continue
        edges += 1
        said = [
            one
            for one in data.subjects(RDF.subject, subject)
            if (one, RDF.predicate, tie) in data and (one, RDF.object, target) in data
        ]
        own = subject if tie == URIRef(f"{NAMESPACE}partOf") else None
        places = [p for one in (*said, own) if one for p in data.objects(one, evidence)]
        assert places, (subject, tie, target)
        for each in places:
            assert (each, RDF.type, OA.TextQuoteSelector) in data
            quote = str(data.value(each, OA.exact))
            text = data.value(each, URIRef(f"{NAMESPACE}inText"))
            if text is not None:
                start, end = (int(str(data.value(each, one))) for one in (OA.start, OA.end))
                assert (each, RDF.type, OA.TextPositionSelector) in data
                assert texts[text][start:end] == quote
    assert edges > 500


def test_rows_have_the_edges_of_the_store(source: Store) -> None:
    """Every end is a node, every quote stands where the edge says."""
    chosen = Chosen.of(source)
    nodes = {node.id: node for node in node_rows(source, chosen, _nothing)}
    edges = list(edge_rows(source, chosen, _nothing))
    texts = {one.key: source.facts(one.key).source.text for one in source.loaded()}
    for edge in edges:
        assert {edge.source, edge.target} <= nodes.keys(), edge
        if edge.start is not None:
            assert texts[edge.document][edge.start : edge.end] == edge.quote
        else:
            assert (edge.document, bool(edge.quote)) == ("registry", True)
    kinds = {node.kind for node in nodes.values()}
    assert {"Document", "Task", "Assignment", "Body"} <= kinds
    assert {relation_name(Relation.CITES), "ledBy", "issuedBy", "partOf"} <= {
        edge.relation for edge in edges
    }


def _nothing(_: int) -> None:
    """Take no notice."""


@pytest.mark.parametrize("around", [DIRECTIVE, "ha-son/41-KH-TU/2021-09-06"])
def test_a_neighbourhood_is_a_part_that_stands_alone(
    source: Store, tmp_path: Path, around: str
) -> None:
    whole, chosen = Chosen.of(source), Chosen.of(source, around)
    nodes = {node.id for node in node_rows(source, chosen, _nothing)}
    edges = list(edge_rows(source, chosen, _nothing))
    assert iri(DOCUMENT, around) in nodes
    assert {end for edge in edges for end in (edge.source, edge.target)} <= nodes
    assert set(edges) < set(edge_rows(source, whole, _nothing))
    touching = {e for e in edge_rows(source, whole, _nothing) if iri(DOCUMENT, around) in _ends(e)}
    assert touching <= set(edges)
    with closing(open_store(str(tmp_path / "part.sqlite"))) as part:
        take_file(exported(source, NQ, tmp_path, around), part)
        assert part.loaded_keys() == chosen.loaded
        for key in chosen.loaded:
            assert part.holding(key).facts == source.holding(key).facts


def _ends(edge: EdgeRow) -> set[str]:
    return {edge.source, edge.target}


def test_nothing_is_wrong_with_the_samples(source: Store) -> None:
    assert list(faults(source, Chosen.of(source), "vi", _nothing)) == []


def test_nothing_is_wrong_with_the_gold_texts(tmp_path: Path) -> None:
    """Without the shared texts there is nothing to look at: then the samples above must do."""
    with closing(open_store(str(tmp_path / "gold.sqlite"))) as store:
        texts = sorted((SHARED / "texts").glob("*")) if SHARED.exists() else []
        reports = list(load(texts, store))
        assert [one for one in reports if one.outcome is Outcome.REFUSED] == []
        assert list(faults(store, Chosen.of(store), "vi", _nothing)) == []
        assert bool(store.loaded()) == SHARED.exists()


def test_what_is_planted_is_found(store: Store) -> None:
    """No store keeps that a document replaces itself; where one did, it would be named."""
    key = "tw/1-CT-TW/2020-01-01"
    text = Text("thu/1-KH-TU")
    text.link(key, Relation.REPLACES, "tw/2-CT-TW/2019-01-01")
    text.load(store)
    chosen = Chosen.of(store)
    assert list(faults(store, chosen, "vi", _nothing)) == []
    itself = KnownRelation(key, Relation.REPLACES, key, "tự thay thế", "thử")
    planted = replace(chosen, registered=replace(chosen.registered, relations=(itself,)))
    graph, one = next(faults(store, planted, "vi", _nothing))
    assert graph.endswith("/graphs/registry")
    assert one.thing == iri(DOCUMENT, key)
    assert one.message == "không có gì ở trên chính nó"


def test_several_processes_find_the_same(source: Store) -> None:
    """In the same order, also what stands in the last graphs."""
    chosen = Chosen.of(source)
    one, two = source.registered().documents[:2]
    itself = KnownRelation(one.key, Relation.REPLACES, one.key, "tự thay thế", "thử")
    other = KnownRelation(two.key, Relation.AMENDS, two.key, "tự sửa đổi", "thử")
    registered = replace(chosen.registered, relations=(itself, other))
    planted = replace(chosen, registered=registered, loaded=chosen.loaded[:3])
    alone = list(islice(faults(source, planted, "vi", _nothing), 4))
    assert len(alone) == 4
    assert list(islice(faults(source, planted, "vi", _nothing, 2), 4)) == alone


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(words=st.lists(WORDS, min_size=1, max_size=5), number=st.integers(-(2**60), 2**60))
def test_n_quads_are_read_by_another_program_as_they_were_meant(
    words: list[str], number: int
) -> None:
    """And by ourselves: any text, control letters and all, in any property."""
    name = iri("task", "".join(words))
    facts: list[tuple[str, str | int]] = [("words", one) for one in words]
    text = b"".join(nquads.pieces("urn:g", [(name, [*facts, ("ordinal", number)])])).decode()
    data = Dataset()
    data.parse(data=text, format="nquads")
    found = {str(o) for o in data.graph(URIRef("urn:g")).objects(URIRef(name), None)}
    assert found == {*words, str(number)}
    back = [(n, v) for _, _, n, v in nquads.quads(io.StringIO(text, newline="\n"))]
    assert back == [("ordinal", str(number)), *facts]
    assert key_in("task", name) == "".join(words)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_what_another_program_writes_is_read(words: str) -> None:
    """Its escapes are others than ours."""
    data = Dataset()
    data.graph(URIRef("urn:g")).add((URIRef("urn:s"), _property("title"), Literal(words)))
    text = data.serialize(format="nquads")
    lines = [line for line in io.StringIO(text, newline="\n") if line.strip()]
    assert [value for *_, value in nquads.quads(lines)] == [words]


def _property(name: str) -> URIRef:
    return URIRef(used()[name].iri)


def test_every_field_comes_back() -> None:
    """A document in which no field is as it is by default, and each list has several values."""
    held = _full()
    for part in (held, held.facts, held.facts.document, held.facts.items[0], held.mentions[0]):
        assert is_dataclass(part)
        plain = {field.name for field in fields(part) if getattr(part, field.name) in {None, ()}}
        assert plain <= {"parent"}, part
    described = Described(BodyNames(()), {})
    text = b"".join(nquads.pieces("urn:g", described.nodes(held))).decode()
    quads = nquads.quads(io.StringIO(text, newline="\n"))
    assert read_holding(Gathered((s, [(name, value)]) for _, s, name, value in quads)) == held


def _full() -> Holding:
    made = Text("ha-son/7-KH-TU/2024-01-02")
    made.aim(Relation.IMPLEMENTS, "tw/1-CT-TW/2020-01-01")
    made.link("tw/1-CT-TW/2020-01-01", Relation.REPLACES, "tw/2-CT-TW/2010-01-01")
    recurs = (Recurrence(Frequency.YEARLY, 5, None, 6), Recurrence(Frequency.WEEKLY, None, 2))
    work = Work(
        *("I.1", 'Một "việc"\\,\r\nhai\x0b\tdòng \U0001d400'),
        lead=("Ban A", "Ban B"),
        cooperating=("Ban A", "Ban C"),
        due=("2024-01-01", "2024-02-01"),
        recurs=recurs,
        condition="khi có",
        status="xong",
        targets=((Relation.REVIEWS, "tw/1-CT-TW/2020-01-01"),),
    )
    made.work(work)
    made.work(replace(work, text="Cùng đường", due=(None, "2024-02-01")))
    words = made.phrase("Tỉnh ủy")
    made.header = replace(
        made.header,
        type=Kind.KH,
        number="07",
        symbol="KH/TU",
        title="về việc",
        issuer="Tỉnh ủy",
        jurisdiction="Hà Sơn",
        place="Hà Sơn",
        date=dt.date(2024, 1, 2),
        period=Interval(dt.date(2024, 1, 1), None),
        signatory="An",
        recipients=("Như trên", "Lưu", "Như trên"),
        evidence=(("issuer", words), ("title", words)),
    )
    facts = made.facts()
    citations = tuple(
        replace(one, issuer="Ban Bí thư", term="XIII", title="việc", type=Kind.CT)
        for one in facts.citations
    )
    resolutions = tuple(one for _, one in made.resolutions())
    several = ("tw/2-CT-TW/2010-01-01", "tw/1-CT-TW/2020-01-01")
    odd = replace(resolutions[0], candidates=several, disagreements=("date", "title"))
    item = replace(facts.items[1], parent="I.1", recurrences=facts.items[1].recurrences[:1])
    assert isinstance(item.recurrences[0], Recurring)
    facts = replace(
        facts,
        citations=citations,
        items=(facts.items[0], item),
        problems=(Problem("a", "b", Span(1, 2)), Problem("c", "d")),
        resolutions=(odd, *resolutions[1:]),
    )
    mentions = tuple(
        replace(one, issuer="x", term="y", title="z", context_date=one.date)
        for one in made.mentions()
    )
    cited = tuple(
        replace(one, issuer="x", term="y", title="z", status="s", source="t", confidence="u")
        for one in made.cited()
    )
    return Holding(made.key, facts, mentions, "7.1", cited)


@pytest.mark.parametrize("form", [NQ, JSONLD])
def test_a_file_that_is_not_whole_is_refused_and_nothing_is_written(
    source: Store, store: Store, tmp_path: Path, form: str
) -> None:
    path = exported(source, form, tmp_path)
    lines = path.read_text("utf-8").split("\n")
    cut = lines[:-3] if form == NQ else lines[:-4]
    joined = [*cut, ""] if form == NQ else [*cut[:-1], cut[-1].rstrip(","), "]}", ""]
    path.write_text("\n".join(joined), "utf-8")
    with pytest.raises(StoreError, match=r"thiếu|không đủ"):
        take_file(path, store)
    assert (store.loaded(), store.registered().documents) == ((), ())


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda text: text.replace(" .\n", " \n", 1), "dòng 1 không phải N-Quads"),
        (lambda text: text.replace("ontology#standing", "ontology#stand", 1), "không biết thuộc"),
        (lambda text: text + text.split("\n")[0] + "\n", "không đứng liền nhau"),
        (lambda text: text.replace('"1"', '"99"'), "phiên bản"),
        (lambda text: "{" + text, "không phải JSON"),
        (lambda _: "", "thiếu"),
    ],
    ids=["syntax", "property", "apart", "edition", "json", "empty"],
)
def test_a_file_that_was_spoilt_is_refused(
    source: Store, tmp_path: Path, change: object, why: str
) -> None:
    path = exported(source, NQ, tmp_path)
    assert callable(change)
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    with closing(open_store(str(tmp_path / "new.sqlite"))) as target:
        with pytest.raises(StoreError, match=why):
            take_file(path, target)
        assert target.loaded() == ()


def test_a_store_with_other_documents_is_left_alone(source: Store, tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "other.sqlite"))) as target:
        Text("khac/9-KH-TU").load(target)
        with pytest.raises(StoreError, match="khac/9-KH-TU"):
            take_file(exported(source, NQ, tmp_path), target)
        assert [one.key for one in target.loaded()] == ["khac/9-KH-TU"]


def test_a_change_meanwhile_is_told(source: Store) -> None:
    def meddle(_: int) -> None:
        source.register([known("tw/77-CT-TW/2020-01-01", "Mới")], [], [])

    def all_of(found: Iterable[tuple[str, Iterable[object]]]) -> None:
        for _, nodes in found:
            list(nodes)

    with pytest.raises(StoreError, match="có người ghi"):
        all_of(graphs(source, Chosen.of(source), meddle))


@pytest.mark.parametrize("form", [NQ, JSONLD, GEXF])
def test_memory_does_not_grow_with_the_graph(tmp_path: Path, form: str) -> None:
    """Four times as many documents, in memory one at a time; of each only the name.

    What nothing leads to any more is collected after each document, so that the peak is of what is
    held, not of when a collection happens to be due; what is remembered of names is there before.
    """
    peaks = []
    for number in (20, 80):
        with closing(open_store(str(tmp_path / f"{number}.sqlite"))) as store:
            fill_made_up(store, islice(corpus(100), number))
            chosen = Chosen.of(store)
            assert len(chosen.loaded) == number
            with Path("/dev/null").open("wb") as file:
                gc.collect()
                gc.freeze()
                tracemalloc.start()
                write_file(store, form, chosen, file)
                _collect(0)
                tracemalloc.reset_peak()
                write_file(store, form, chosen, file, _collect)
                peaks.append(tracemalloc.get_traced_memory()[1])
                tracemalloc.stop()
                gc.unfreeze()
    assert peaks[1] < peaks[0] + 300_000, peaks


def _collect(_: int) -> None:
    gc.collect()


@pytest.mark.parametrize("form", [TTL, NQ, JSONLD])
def test_several_processes_write_the_same_bytes(
    make_store: MakeStore, tmp_path: Path, form: str
) -> None:
    """From either store, more documents than one process is given at once."""
    store = make_store()
    fill_made_up(store, islice(corpus(100), 40))
    chosen, done = Chosen.of(store), list[int]()
    alone, together = tmp_path / "alone", tmp_path / "together"
    with alone.open("wb") as file:
        write_file(store, form, chosen, file)
    with together.open("wb") as file:
        write_file(store, form, chosen, file, done.append, Workers(make_store.place, 2))
    assert together.read_bytes() == alone.read_bytes()
    assert (sum(done), len(done)) == (40, 3)


class _Deadly(str):
    """The key of a document that ends the process in which it arrives."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def test_a_process_that_dies_is_told(source: Store, tmp_path: Path) -> None:
    """Nothing is left of what the others have written."""
    chosen = Chosen.of(source)
    planted = replace(chosen, loaded=(*chosen.loaded, _Deadly("x")))
    workers = Workers(str(tmp_path / "source.sqlite"), 2)
    with pytest.raises(StoreError, match="tiến trình"):
        deque(pieces(source, NQ, planted, workers=workers), maxlen=0)


def test_a_change_that_others_make_is_told_by_several_processes_too(
    source: Store, tmp_path: Path
) -> None:
    chosen = Chosen.of(source)
    with closing(open_store(str(tmp_path / "source.sqlite"))) as other:
        other.register([known("tw/77-CT-TW/2020-01-01", "Mới")], [], [])
    workers = Workers(str(tmp_path / "source.sqlite"), 2)
    with pytest.raises(StoreError, match="có người ghi"):
        deque(pieces(source, NQ, chosen, workers=workers), maxlen=0)


def test_names_are_ascii_and_places_stand_in_their_text() -> None:
    name = iri("text", 'hà sơn/05-QĐ#1?<>"{}|^`\\ *')
    assert name.isascii()
    assert not set(name) & set(' <>"{}|^`\\#?')
    assert place(name, 3, 7) == f"{name}#char=3,7"
