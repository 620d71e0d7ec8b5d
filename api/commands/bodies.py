"""`chidao bodies`: committees, boards, departments and State organs by name."""

import click

from api.labels import full_day
from api.options import Listing, listing
from api.output import Asked, give
from api.program import Command, words_of
from api.stores import reading
from api.tables import Column, print_table
from api.words import Words
from graph.answer_types import Answer, BodyRow
from graph.questions import Bodies

_SHOWN = (
    Column("body"),
    Column("jurisdiction", 14),
    Column("life", 24),
    Column("leads", 8, right=True),
    Column("supports", 9, right=True),
)


@click.command(cls=Command)
@click.argument("words", nargs=-1)
@listing()
@click.pass_context
def command(ctx: click.Context, page: Listing, words: tuple[str, ...]) -> None:
    """Answer `Bodies`."""
    told = words_of(ctx)
    question = Bodies(as_of=page.as_of, limit=page.limit, after=page.after, words=" ".join(words))
    with reading(page.store, told) as store:
        answer = store.ask(question)
    give(Asked("bodies", page, told), answer, BodyRow, lambda: show_bodies(answer, told))


def show_bodies(answer: Answer, words: Words) -> None:
    """Print bodies as a table."""
    rows = [row for row in answer.rows if isinstance(row, BodyRow)]
    shown = [
        (row.name, row.jurisdiction, _life(row, words), row.leads, row.supports) for row in rows
    ]
    print_table(_SHOWN, shown, words, (row.key for row in rows))


def _life(row: BodyRow, words: Words) -> str:
    """Say from when to when a body was there, and what came after it."""
    days = f"{full_day(row.valid_from)} – {full_day(row.valid_to)}".strip(" –")
    after = words("body.then", successor=row.now) if row.now else ""
    return "\n".join(part for part in (days, after) if part)
