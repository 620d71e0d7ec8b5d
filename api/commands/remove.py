"""`chidao remove`: takes a loaded document out of the store."""

import datetime as dt

import click

from api.meanings import Asker, document_meant
from api.options import as_of_option, store_option
from api.program import Command, words_of
from api.stores import reading
from graph.answer_types import CountRow
from graph.questions import Counts
from graph.store import Store
from loaders.load import remove


@click.command(cls=Command)
@click.argument("document")
@as_of_option
@store_option
@click.pass_context
def command(ctx: click.Context, document: str, as_of: dt.date, store: str | None) -> None:
    """Forget a document's text and facts; what others say of it stays."""
    words = words_of(ctx)
    with reading(store, words) as opened:
        key = document_meant(document, opened, Asker(as_of, None, words))
        before = _kept_aside(opened, as_of)
        remove(opened, key)
        kept = _kept_aside(opened, as_of) - before
    click.echo(words("remove.done", key=key))
    if kept:
        click.echo(words("remove.kept", count=kept))


def _kept_aside(store: Store, as_of: dt.date) -> int:
    """Return how many status changes wait for their document to be loaded again."""
    rows = store.ask(Counts(as_of=as_of)).rows
    return sum(row.count for row in rows if isinstance(row, CountRow) and row.name == "kept_aside")
