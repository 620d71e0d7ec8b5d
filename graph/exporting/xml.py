"""GraphML and GEXF, written element by element."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from graph.exporting.files import Writable
from graph.exporting.rows import Cell, EdgeRow, NodeRow, cells, columns

_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file may hold, as the line break inside a cell of a table."""


class _Writer:
    """Writes elements one after another."""

    def __init__(self, file: Writable) -> None:
        self._xml = XMLGenerator(file, encoding="utf-8", short_empty_elements=True)
        self._xml.startDocument()

    @contextmanager
    def inside(self, name: str, **told: Cell) -> Iterator[None]:
        """Write an element around whatever is written in the block."""
        self._xml.startElement(name, _told(told))
        yield
        self._xml.endElement(name)
        self._xml.ignorableWhitespace("\n")

    def put(self, name: str, words: Cell = None, /, **told: Cell) -> None:
        """Write an element with a text in it, or none."""
        self._xml.startElement(name, _told(told))
        if words is not None:
            self._xml.characters(_clean(words))
        self._xml.endElement(name)


def _told(told: Mapping[str, Cell]) -> "AttributesImpl[str]":
    """Return attributes; `_` stands for the point in the names that GraphML has."""
    return AttributesImpl({name.replace("_", "."): _clean(value) for name, value in told.items()})


def _clean(value: Cell) -> str:
    return _NO_XML.sub(" ", str(value))


def write_graphml(file: Writable, nodes: Iterable[NodeRow], edges: Iterable[EdgeRow]) -> None:
    """Write a GraphML file."""
    to = _Writer(file)
    with to.inside("graphml", xmlns="http://graphml.graphdrawing.org/xmlns"):
        for kind, row in (("node", NodeRow), ("edge", EdgeRow)):
            for name, each in _told_columns(row):
                form = "int" if each is int else "string"
                told = {"id": f"{kind}.{name}", "for": kind}
                to.put("key", None, **told, attr_name=name, attr_type=form)
        with to.inside("graph", edgedefault="directed"):
            for node in nodes:
                with to.inside("node", id=node.id):
                    _data(to, "node", node)
            for number, edge in enumerate(edges):
                ends = {"source": edge.source, "target": edge.target}
                with to.inside("edge", id=f"e{number}", **ends):
                    _data(to, "edge", edge)


_ENDS: Final = frozenset({"id", "source", "target"})


def _told_columns(row: type) -> Iterator[tuple[str, type]]:
    return ((name, kind) for name, kind in columns(row).items() if name not in _ENDS)


def _data(to: _Writer, kind: str, row: NodeRow | EdgeRow) -> None:
    for name, value in zip(columns(type(row)), cells(row), strict=True):
        if value is not None and name not in _ENDS:
            to.put("data", value, key=f"{kind}.{name}")


def write_gexf(file: Writable, nodes: Iterable[NodeRow], edges: Iterable[EdgeRow]) -> None:
    """Write a GEXF 1.3 file; all nodes come before all edges."""
    to = _Writer(file)
    with (
        to.inside("gexf", xmlns="http://gexf.net/1.3", version="1.3"),
        to.inside("graph", defaultedgetype="directed", mode="static"),
    ):
        for kind, row in (("node", NodeRow), ("edge", EdgeRow)):
            with to.inside("attributes", **{"class": kind}):
                for name, each in _told_columns(row):
                    form = "integer" if each is int else "string"
                    to.put("attribute", None, id=f"{kind}-{name}", title=name, type=form)
        with to.inside("nodes"):
            for node in nodes:
                with to.inside("node", id=node.id, label=node.label):
                    _values(to, "node", node)
        with to.inside("edges"):
            for number, edge in enumerate(edges):
                ends = {"source": edge.source, "target": edge.target}
                with to.inside("edge", id=str(number), label=edge.relation, **ends):
                    _values(to, "edge", edge)


def _values(to: _Writer, kind: str, row: NodeRow | EdgeRow) -> None:
    with to.inside("attvalues"):
        for name, value in zip(columns(type(row)), cells(row), strict=True):
            if value is not None and name not in _ENDS:
                to.put("attvalue", None, **{"for": f"{kind}-{name}"}, value=value)
