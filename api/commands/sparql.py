"""`chidao sparql`: a query over the exported graph, read-only and within a time."""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click
from rich.table import Table

from api.labels import harmless
from api.options import CSV, JSON, TABLE, Limit, Whole, format_option, store_option
from api.output import print_csv, print_json
from api.program import Command, words_of
from api.sparql_results import results_json, results_rows
from api.stores import reading
from api.tables import put
from api.troubles import Trouble
from api.words import Words
from graph.exporting.forms import write_file
from graph.exporting.syntaxes import NQ
from graph.rdf.stream import Chosen

_STANDARD: Final = Path("-")
_SECONDS: Final = 30
_LONGEST: Final = 3600
_ROWS: Final = 1000
_MOST: Final = 1_000_000
"""Rows where all are asked for."""


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--over", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--seconds", type=Whole(_LONGEST), default=_SECONDS, metavar="N")
@click.option("--limit", type=Limit(), default=_ROWS, metavar="N")
@format_option(TABLE, JSON, CSV)
@store_option
@click.pass_context
def command(  # noqa: PLR0913  (one for each thing that can be asked for)
    ctx: click.Context,
    *,
    file: Path,
    over: Path | None,
    seconds: int,
    limit: int | None,
    format: str,  # noqa: A002  (as people type it)
    store: str | None,
) -> None:
    """Answer the query of a file."""
    words = words_of(ctx)
    try:
        from ontology.rdf.sparql import SparqlError, ask  # noqa: PLC0415  (of an extra)
    except ModuleNotFoundError as error:
        if error.name != "rdflib":
            raise
        message = words("trouble.extra_needed", extra="rdf")
        raise Trouble(words("trouble.error", message=message)) from error
    query = sys.stdin.read() if file == _STANDARD else file.read_text(encoding="utf-8")
    most = _MOST if limit is None else limit
    with _exported(store, over, words) as graph:
        try:
            answer = ask(graph, query, seconds=seconds, limit=most)
        except SparqlError as error:
            told = words(f"sparql.{error.code}", message=error.message, seconds=seconds)
            raise Trouble(words("trouble.error", message=told)) from error
    if answer.triples is not None:
        click.echo(answer.triples, nl=False)
    elif format == JSON:
        print_json(results_json(answer))
    elif answer.truth is not None:
        click.echo(json.dumps(answer.truth))
    elif format == CSV:
        print_csv(answer.names, results_rows(answer))
    else:
        _print(answer.names, answer.rows)
    if not answer.whole:
        click.echo(words("sparql.more", limit=most), err=True)


Row = Mapping[str, Mapping[str, str]]


@contextmanager
def _exported(store: str | None, over: Path | None, words: Words) -> Iterator[Path]:
    """Give a file of N-Quads: the one that was named, or what the store holds."""
    if over is not None:
        over.stat()  # raises where there is no file
        yield over
        return
    with tempfile.TemporaryDirectory(prefix="chidao-") as folder:
        path = Path(folder) / "graph.nq"
        with (
            reading(store, words) as source,
            path.open("xb") as file,
        ):
            write_file(source, NQ, Chosen.of(source), file)
        yield path


def _print(names: tuple[str, ...], rows: tuple[Row, ...]) -> None:
    table = Table(*names, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(harmless(row[name]["value"]) if name in row else "" for name in names))
    put(table)
