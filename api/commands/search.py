"""`chidao search`: documents, tasks and bodies by their words, with or without accents."""

import click

from api.labels import full_day
from api.options import Listing, listing
from api.output import Asked, give
from api.program import Command, words_of
from api.stores import reading
from api.tables import Column, print_table
from graph.answer_types import FoundRow
from graph.questions import Search

_SHOWN = (Column("kind", 10), Column("text"), Column("date", 10))


@click.command(cls=Command)
@click.argument("words", nargs=-1, required=True)
@listing()
@click.pass_context
def command(ctx: click.Context, page: Listing, words: tuple[str, ...]) -> None:
    """Answer `Search`."""
    told = words_of(ctx)
    question = Search(as_of=page.as_of, limit=page.limit, after=page.after, words=" ".join(words))
    with reading(page.store, told) as store:
        answer = store.ask(question)
    rows = [row for row in answer.rows if isinstance(row, FoundRow)]

    def show() -> None:
        shown = [(told(f"kind.{row.kind}"), row.text, full_day(row.date)) for row in rows]
        print_table(_SHOWN, shown, told, (row.key for row in rows))

    give(Asked("search", page, told), answer, FoundRow, show)
