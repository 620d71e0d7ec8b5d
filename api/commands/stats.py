"""`chidao stats`: how much there is of everything, and how many tasks are in each state."""

import click

from api.options import Listing, listing
from api.output import Asked, give
from api.program import Command, words_of
from api.stores import reading
from api.tables import Column, print_table
from graph.answer_types import CountRow
from graph.questions import Counts

_SHOWN = (Column("count", 10, right=True), Column("name"))


@click.command(cls=Command)
@listing()
@click.pass_context
def command(ctx: click.Context, page: Listing) -> None:
    """Answer `Counts`."""
    words = words_of(ctx)
    question = Counts(as_of=page.as_of, limit=page.limit, after=page.after)
    with reading(page.store, words) as store:
        answer = store.ask(question)
    rows = [row for row in answer.rows if isinstance(row, CountRow)]

    def show() -> None:
        shown = [(row.count, words.known(f"count.{row.name}", row.name)) for row in rows]
        print_table(_SHOWN, shown, words)

    give(Asked("stats", page, words, counted=False), answer, CountRow, show)
