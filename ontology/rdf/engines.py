"""What answers a query over a file: Oxigraph where it is installed, which is made for many triples.

Without it rdflib answers, which is good for small files.
"""

import importlib.util
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from rdflib import BNode, Dataset, Graph, Literal, URIRef

from ontology.rdf.names import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph as ox

Term: TypeAlias = Mapping[str, str]
"""A term as the JSON of SPARQL results has it: its type, its value, datatype or language."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives: rows of a SELECT, the truth of an ASK, or a graph in some syntax.

    `whole` tells whether these are all rows.
    """

    names: tuple[str, ...] = ()
    rows: tuple[Mapping[str, Term], ...] = ()
    truth: bool | None = None
    triples: str | None = None
    whole: bool = True


Answering: TypeAlias = Callable[[str, int], Answer]
"""Answers a query with so many rows or triples at most."""

OXIGRAPH: Final = "oxigraph"
RDFLIB: Final = "rdflib"


NTRIPLES: Final = "nt"
TURTLE: Final = "turtle"
JSONLD: Final = "json-ld"


def opened(place: Path, engine: str | None = None) -> Answering:
    """Return what answers queries over all graphs together.

    `place` is an N-Quads file, which is read, or what `prepared` has made of one.
    """
    if place.is_dir():
        return _kept(place)
    return _oxigraph(place) if (engine or _best()) == OXIGRAPH else _rdflib(place)


def prepared(file: Path, folder: Path) -> Path:
    """Make of an N-Quads file, in an empty folder, what is asked again and again.

    Without Oxigraph this is the file itself, which every query reads anew.
    """
    if _best() == RDFLIB:
        return file
    import pyoxigraph as ox  # noqa: PLC0415  an extra

    store = ox.Store(str(folder))
    _fill(store, file)
    store.flush()
    return folder


def _best() -> str:
    return OXIGRAPH if importlib.util.find_spec("pyoxigraph") else RDFLIB


def told(answer: Answer, syntax: str) -> Answer:
    """Return an answer whose graph, if it has one, is written in a syntax."""
    if answer.triples is None or syntax == NTRIPLES:
        return answer
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    graph.parse(data=answer.triples, format=NTRIPLES)
    if syntax == JSONLD:
        written = graph.serialize(format=JSONLD, context=dict(PREFIXES), ensure_ascii=False)
    else:
        written = graph.serialize(format=syntax)
    return replace(answer, triples=written)


def declared(query: str) -> str:
    """Return a query with our prefixes; one that it declares itself goes before."""
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items()) + query


def _rdflib(file: Path) -> Answering:
    data = Dataset(default_union=True)
    data.parse(file, format="nquads")

    def answer(query: str, limit: int) -> Answer:
        result = data.query(declared(query))
        if result.type == "ASK":
            return Answer(truth=bool(result.askAnswer))
        if result.type in {"CONSTRUCT", "DESCRIBE"}:
            found = result.graph if result.graph is not None else Graph()
            triples = sorted(f"{s.n3()} {p.n3()} {o.n3()} .\n" for s, p, o in found)
            return _graph(triples, limit)
        names = tuple(map(str, result.vars or ()))
        rows: Iterator[Any] = iter(result)
        return _rows(names, (dict(zip(names, map(_term, row), strict=True)) for row in rows), limit)

    return answer


def _graph(triples: list[str], limit: int) -> Answer:
    return Answer(triples="".join(triples[:limit]), whole=len(triples) <= limit)


def _rows(names: tuple[str, ...], found: Iterator[Mapping[str, Term | None]], limit: int) -> Answer:
    rows = [
        {name: term for name, term in row.items() if term is not None}
        for row in islice(found, limit + 1)
    ]
    return Answer(names, tuple(rows[:limit]), whole=len(rows) <= limit)


def _term(term: object) -> Term | None:
    if isinstance(term, Literal):
        return _literal(str(term), term.language, str(term.datatype or ""))
    if isinstance(term, URIRef):
        return {"type": "uri", "value": str(term)}
    return {"type": "bnode", "value": str(term)} if isinstance(term, BNode) else None


def _literal(value: str, language: str | None, datatype: str) -> Term:
    if language:
        return {"type": "literal", "value": value, "xml:lang": language}
    if not datatype or datatype == f"{PREFIXES['xsd']}string":
        return {"type": "literal", "value": value}
    return {"type": "literal", "value": value, "datatype": datatype}


def _oxigraph(file: Path) -> Answering:
    import pyoxigraph as ox  # noqa: PLC0415  an extra

    store = ox.Store()
    _fill(store, file)
    return _asked(store)


def _kept(folder: Path) -> Answering:
    import pyoxigraph as ox  # noqa: PLC0415  an extra

    return _asked(ox.Store.read_only(str(folder)))


def _fill(store: "ox.Store", file: Path) -> None:
    """Let a store hold a file, each graph by its name and all of them together without one."""
    import pyoxigraph as ox  # noqa: PLC0415  an extra

    store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    # Its own union of graphs counts a triple as often as there are graphs that say it.
    quads = ox.parse(path=str(file), format=ox.RdfFormat.N_QUADS)
    store.bulk_extend(ox.Quad(one.subject, one.predicate, one.object) for one in quads)


def _asked(store: "ox.Store") -> Answering:
    import pyoxigraph as ox  # noqa: PLC0415  an extra

    def term(one: object) -> Term | None:
        if isinstance(one, ox.Literal):
            return _literal(one.value, one.language, one.datatype.value)
        if isinstance(one, ox.NamedNode):
            return {"type": "uri", "value": one.value}
        return {"type": "bnode", "value": one.value} if isinstance(one, ox.BlankNode) else None

    def answer(query: str, limit: int) -> Answer:
        result = store.query(declared(query))
        if isinstance(result, ox.QueryBoolean):
            return Answer(truth=bool(result))
        if isinstance(result, ox.QueryTriples):
            return _graph(sorted({f"{one} .\n" for one in result}), limit)
        names = tuple(one.value for one in result.variables)
        rows = ({n: term(value) for n, value in zip(names, row, strict=True)} for row in result)
        return _rows(names, rows, limit)

    return answer
