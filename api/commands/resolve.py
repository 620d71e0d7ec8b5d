"""`chidao resolve`: the document that a citation means, or those that it may mean."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import click

from api.asking import RESOLVE_COLUMNS, resolve_record
from api.labels import document_name, full_day, reasons
from api.meanings import Asker, outcome_of
from api.options import CSV, JSON, TABLE, as_of_option, format_option, store_option
from api.output import print_csv, print_json
from api.program import Command, words_of
from api.settings import store_url
from api.stores import is_missing, reading
from api.tables import Column, print_table
from api.words import Words
from graph.store import Store
from loaders.meaning import RESOLVED
from loaders.resolve import Outcome, further

_SHOWN = (Column("document", 24), Column("title"), Column("issuer", 16), Column("why", 24))


@click.command(cls=Command)
@click.argument("citation")
@click.option("--jurisdiction", metavar="NAME")
@format_option(TABLE, JSON, CSV)
@as_of_option
@store_option
@click.pass_context
def command(  # noqa: PLR0913  (one for each thing that can be asked for)
    ctx: click.Context,
    *,
    citation: str,
    jurisdiction: str | None,
    format: str,  # noqa: A002  (as people type it)
    as_of: dt.date,
    store: str | None,
) -> None:
    """Tell what a citation means; the registry that comes with the program is enough for it."""
    words = words_of(ctx)
    with store_if_any(store, words) as known:
        outcome = outcome_of(citation, known, Asker(as_of, jurisdiction, words))
    rest = further(citation)
    if rest is not None:
        click.echo(words("resolve.further", rest=rest), err=True)
    found = resolve_record(outcome, as_of, rest)
    if format == JSON:
        print_json(found)
    elif format == CSV:
        print_csv(RESOLVE_COLUMNS, found["rows"])
    else:
        _show(outcome, words)


@contextmanager
def store_if_any(url: str | None, words: Words) -> Iterator[Store | None]:
    """Open a store where there is one."""
    if is_missing(store_url(url)):
        yield None
        return
    with reading(url, words) as store:
        yield store


def _show(outcome: Outcome, words: Words) -> None:
    click.echo(words(f"resolve.{outcome.status}", count=len(outcome.candidates)))
    rows = [
        (
            document_name(one.document),
            one.document.title,
            one.document.issuer,
            reasons(one.why, words),
        )
        for one in outcome.candidates
    ]
    keys = [one.document.key for one in outcome.candidates]
    meant = 1 if outcome.status == RESOLVED else len(rows)
    print_table(_SHOWN, rows[:meant], words, keys[:meant])
    if rows[meant:]:
        click.echo(words("resolve.others"))
        print_table(_SHOWN, rows[meant:], words, keys[meant:])
    for name in outcome.disagreements:
        value = getattr(outcome.candidates[0].document, name)
        shown = full_day(value) if isinstance(value, dt.date) else value
        click.echo(words("resolve.disagrees", field=words(f"field.{name}"), value=shown))
