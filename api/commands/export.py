"""`chidao export`: a whole graph as files for other programs."""

import shlex
from pathlib import Path
from typing import Final

import click

from api.folders import new_folder
from api.options import OneOf, store_option
from api.program import Command, words_of
from api.progress import bar
from api.stores import reading
from graph.neo4j.importing import write_import
from graph.neo4j.sheets import COMMAND

NEO4J_IMPORT: Final = "neo4j-import"
README: Final = "README.txt"


@click.command(cls=Command)
@click.option("--format", type=OneOf(NEO4J_IMPORT), required=True)
@click.option("--output", type=click.Path(path_type=Path), required=True, metavar="DIR")
@store_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    format: str,  # noqa: A002, ARG001  (as people type it; there is one so far)
    output: Path,
    store: str | None,
) -> None:
    """Write everything into a new folder, and print the one command that reads it."""
    words = words_of(ctx)
    folder = output.absolute()
    with (
        reading(store, words) as source,
        new_folder(folder, words) as part,
        bar(len(source.loaded()), words("export.bar")) as advance,
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
