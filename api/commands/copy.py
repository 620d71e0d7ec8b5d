"""`chidao copy`: a whole graph from one store to another."""

import click

from api.program import Command, words_of
from api.progress import bar
from api.stores import reading, writing
from graph.copying import copy


@click.command(cls=Command)
@click.option("--from", "source", required=True, metavar="STORE")
@click.option("--to", "target", required=True, metavar="STORE")
@click.pass_context
def command(ctx: click.Context, source: str, target: str) -> None:
    """Copy everything, and end with counts and the digest on which both stores agree."""
    words = words_of(ctx)
    with (
        reading(source, words) as here,
        writing(target) as there,
        bar(len(here.loaded_keys()), words("copy.bar")) as advance,
    ):
        done = copy(here, there, advance)
    click.echo(
        words(
            "copy.done",
            documents=done.documents,
            tasks=done.tasks,
            citations=done.citations,
            changes=done.changes,
        )
    )
    click.echo(words("copy.digest", digest=done.digest))
