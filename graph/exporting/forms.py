"""The forms in which a graph is exported, each by the name that people type."""

import codecs
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from graph.exporting.files import Writable
from graph.exporting.rows import EdgeRow, NodeRow, Progress, edge_rows, node_rows
from graph.exporting.sheets import write_csv, write_parquet
from graph.exporting.syntaxes import JSONLD, NQ, SYNTAXES, TTL
from graph.exporting.workers import Workers, parts
from graph.exporting.xml import write_gexf, write_graphml
from graph.rdf.stream import Chosen, following, graphs, registry
from graph.store import View

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


def pieces(
    store: View,
    form: str,
    chosen: Chosen,
    progress: Progress = _nothing,
    workers: Workers | None = None,
) -> Iterator[bytes]:
    """Give a file of one of the forms of `RDF` piece by piece.

    `progress` is told how many more documents are done. Where all is chosen `workers` may do most
    of the work; the bytes are the same. Raises `StoreError` in the end when somebody wrote
    meanwhile, or a process has died: what was given then is to be thrown away.
    """
    syntax = SYNTAXES[form]
    yield syntax.head().encode()
    if workers is None or chosen.only is not None:
        yield from syntax.written(graphs(store, chosen, progress))
    else:
        yield from _by_many(store, form, chosen, progress, workers)
    yield syntax.tail().encode()


def _by_many(
    store: View, form: str, chosen: Chosen, progress: Progress, workers: Workers
) -> Iterator[bytes]:
    """Give all named graphs as they stand in a file, the texts written by several processes."""
    syntax = SYNTAXES[form]
    replaced: set[str] = set()
    yield from syntax.written([registry(chosen, replaced)])
    for part in parts(workers, form, chosen.loaded):
        yield syntax.between
        yield from part.written
        replaced |= part.replaced
        progress(part.documents)
    yield syntax.between
    yield from syntax.written(following(store, chosen, replaced))


def write_file(  # noqa: PLR0913, PLR0917  (what, where to, and by whom)
    store: View,
    form: str,
    chosen: Chosen,
    file: BinaryIO,
    progress: Progress = _nothing,
    workers: Workers | None = None,
) -> None:
    """Write a file of one of the forms of `ONE_FILE`; raises as `pieces` does."""
    with store.passing():
        if form in RDF:
            file.writelines(pieces(store, form, chosen, progress, workers))
            return
        write: Callable[[Writable, Iterator[NodeRow], Iterator[EdgeRow]], None] = (
            write_graphml if form == GRAPHML else write_gexf
        )
        text = codecs.getwriter("utf-8")(file)
        write(text, node_rows(store, chosen, _nothing), edge_rows(store, chosen, progress))


def write_folder(
    store: View, form: str, chosen: Chosen, folder: Path, progress: Progress = _nothing
) -> None:
    """Write a form of `FOLDERS` into an empty folder; raises as `pieces` does."""
    write = write_csv if form == CSV else write_parquet
    with store.passing():
        write(folder, "nodes", NodeRow, node_rows(store, chosen, _nothing))
        write(folder, "edges", EdgeRow, edge_rows(store, chosen, progress))
