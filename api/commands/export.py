"""`chidao export`: a graph, or the neighbourhood of a document, as files for other programs."""

import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from api.files import written
from api.folders import new_folder
from api.meanings import Asker, document_meant
from api.options import OneOf, Whole, gathered, store_option, today
from api.processes import worker_count
from api.program import Command, words_of
from api.progress import bar
from api.settings import store_url
from api.stores import reading
from api.troubles import Trouble
from api.words import Words
from graph.exporting.forms import FOLDERS, ONE_FILE, PARQUET, write_file, write_folder
from graph.exporting.workers import Workers
from graph.neo4j.importing import write_import
from graph.neo4j.sheets import COMMAND
from graph.rdf.stream import Chosen
from graph.store import Store

NEO4J_IMPORT: Final = "neo4j-import"
README: Final = "README.txt"
_STANDARD: Final = Path("-")
_MANY: Final = 500
"""From so many documents on, processes of their own are worth their start."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written where, as typed."""

    format: str
    output: Path | None
    around: str | None
    workers: int | None


@click.command(cls=Command)
@click.option("--format", type=OneOf(NEO4J_IMPORT, *ONE_FILE, *FOLDERS), required=True)
@click.option("--output", type=click.Path(path_type=Path), metavar="PATH")
@click.option("--around", metavar="CITATION")
@click.option("--workers", type=Whole(64), metavar="N")
@store_option
@gathered(Wanted)
@click.pass_context
def command(ctx: click.Context, wanted: Wanted, *, store: str | None) -> None:
    """Write everything, or what is around a document."""
    words = words_of(ctx)
    if wanted.format not in ONE_FILE and wanted.output in {None, _STANDARD}:
        raise click.UsageError(words("trouble.no_folder", format=wanted.format), ctx)
    if wanted.format == NEO4J_IMPORT and wanted.around is not None:
        raise click.UsageError(words("trouble.whole_only", format=wanted.format), ctx)
    with reading(store, words) as source:
        if wanted.format == NEO4J_IMPORT:
            _for_neo4j(source, wanted, words)
            return
        around = wanted.around and document_meant(
            wanted.around, source, Asker(today(), None, words)
        )
        chosen = Chosen.of(source, around or None)
        with bar(len(chosen.loaded), words("export.bar")) as advance:
            if wanted.format in FOLDERS:
                _folder(source, chosen, wanted, words, advance)
            else:
                count = worker_count(wanted.workers, len(chosen.loaded), _MANY)
                workers = Workers(store_url(store), count) if count > 1 else None
                _file(source, chosen, wanted, advance, workers)
    if wanted.output not in {None, _STANDARD}:
        click.echo(words("output.done", file=wanted.output))


def _file(
    source: Store,
    chosen: Chosen,
    wanted: Wanted,
    advance: Callable[[int], None],
    workers: Workers | None,
) -> None:
    if wanted.output is None or wanted.output == _STANDARD:
        write_file(source, wanted.format, chosen, sys.stdout.buffer, advance, workers)
        return
    with written(wanted.output) as file:
        write_file(source, wanted.format, chosen, file, advance, workers)


def _folder(
    source: Store, chosen: Chosen, wanted: Wanted, words: Words, advance: Callable[[int], None]
) -> None:
    try:
        with new_folder(_absolute(wanted), words) as part:
            write_folder(source, wanted.format, chosen, part, advance)
    except ModuleNotFoundError as error:
        if error.name != "pyarrow":
            raise
        message = words("trouble.extra_needed", extra=PARQUET)
        raise Trouble(words("trouble.error", message=message)) from error


def _absolute(wanted: Wanted) -> Path:
    return (wanted.output or Path()).absolute()


def _for_neo4j(source: Store, wanted: Wanted, words: Words) -> None:
    """Write the files of a whole graph, and print the one command that reads them."""
    folder = _absolute(wanted)
    with (
        new_folder(folder, words) as part,
        bar(len(source.loaded_keys()), words("export.bar")) as advance,
    ):
        done = write_import(source, part, advance)
        readme = words("export.readme", command=COMMAND)
        (part / README).write_text(readme, encoding="utf-8")
    click.echo(
        words(
            "export.done",
            documents=done.documents,
            tasks=done.tasks,
            citations=done.citations,
            changes=done.changes,
            folder=folder,
        )
    )
    click.echo(words("export.import", command=f"cd {shlex.quote(str(folder))} && {COMMAND}"))
