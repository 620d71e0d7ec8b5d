"""The forms in which a graph is exported, each by the name that people type."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from graph.exporting.files import Writable
from graph.exporting.rows import EdgeRow, NodeRow, Progress, edge_rows, node_rows
from graph.exporting.sheets import write_csv, write_parquet
from graph.exporting.xml import write_gexf, write_graphml
from graph.rdf import jsonld, nquads, turtle
from graph.rdf.stream import Chosen, graphs
from graph.store import View

TTL: Final = "ttl"
NQ: Final = "nq"
JSONLD: Final = "jsonld"
GRAPHML: Final = "graphml"
GEXF: Final = "gexf"
CSV: Final = "csv"
PARQUET: Final = "parquet"

RDF: Final = (TTL, NQ, JSONLD)
ONE_FILE: Final = (*RDF, GRAPHML, GEXF)
"""Forms that are one file."""
FOLDERS: Final = (CSV, PARQUET)
"""Forms that are two files in a folder: nodes and edges."""


def _nothing(_: int) -> None:
    """Take no notice of how much is done."""


def pieces(store: View, form: str, chosen: Chosen, progress: Progress = _nothing) -> Iterator[str]:
    """Give a file of one of the forms of `RDF` piece by piece.

    `progress` is told how many more documents are done. Raises `StoreError` in the end when
    somebody wrote meanwhile: what was given then is to be thrown away.
    """
    named = graphs(store, chosen, progress)
    if form == NQ:
        for graph, nodes in named:
            yield from nquads.pieces(graph, nodes)
    elif form == TTL:
        yield turtle.prefixes()
        for _, nodes in named:
            yield turtle.block(nodes)
    else:
        yield jsonld.head()
        for number, (graph, nodes) in enumerate(named):
            yield (",\n" if number else "") + jsonld.line(graph, nodes)
        yield f"\n{jsonld.tail()}"


def write_file(
    store: View, form: str, chosen: Chosen, file: Writable, progress: Progress = _nothing
) -> None:
    """Write a file of one of the forms of `ONE_FILE`; raises as `pieces` does."""
    if form in RDF:
        for piece in pieces(store, form, chosen, progress):
            file.write(piece)
        return
    write: Callable[[Writable, Iterator[NodeRow], Iterator[EdgeRow]], None] = (
        write_graphml if form == GRAPHML else write_gexf
    )
    write(file, node_rows(store, chosen, _nothing), edge_rows(store, chosen, progress))


def write_folder(
    store: View, form: str, chosen: Chosen, folder: Path, progress: Progress = _nothing
) -> None:
    """Write a form of `FOLDERS` into an empty folder; raises as `pieces` does."""
    write = write_csv if form == CSV else write_parquet
    write(folder, "nodes", NodeRow, node_rows(store, chosen, _nothing))
    write(folder, "edges", EdgeRow, edge_rows(store, chosen, progress))
