"""`chidao import`: an exported N-Quads or JSON-LD file into a store that then holds the same."""  # noqa: N999  (as people type it)

from pathlib import Path

import click

from api.options import store_option
from api.program import Command, words_of
from api.progress import bar
from api.stores import writing
from graph.copying import digest
from graph.rdf.taking import looked_over, take_file


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@store_option
@click.pass_context
def command(ctx: click.Context, *, file: Path, store: str | None) -> None:
    """Take a file in, and end with counts and the digest of the store."""
    words = words_of(ctx)
    keys = looked_over(file)
    with writing(store) as target, bar(len(keys), words("import.bar")) as advance:
        done = take_file(file, target, advance)
        held = digest(target)
    click.echo(words("import.done", documents=done.documents, changes=done.changes))
    click.echo(words("import.digest", digest=held))
