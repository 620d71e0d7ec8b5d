"""`chidao status`: says that a task is done, open or cancelled, and shows who said so."""

import datetime as dt
import getpass

import click

from api.answers import Record
from api.asking import status_record
from api.labels import full_day, harmless, history_line
from api.meanings import as_kept
from api.options import JSON, TABLE, Day, OneOf, as_of_option, format_option, store_option
from api.output import print_json
from api.program import Command, words_of
from api.stores import reading
from api.words import Words
from graph.store import StatusChange

CHANGES = ("done", "open", "cancelled")


@click.command(cls=Command)
@click.argument("task")
@click.argument("status", type=OneOf(*CHANGES), required=False)
@click.option("--on", type=Day(), metavar="D")
@click.option("--by", metavar="NAME")
@click.option("--note", default="", metavar="TEXT")
@format_option(TABLE, JSON)
@as_of_option
@store_option
@click.pass_context
def command(  # noqa: PLR0913  (one for each thing that can be said)
    ctx: click.Context,
    *,
    task: str,
    status: str | None,
    on: dt.date | None,
    by: str | None,
    note: str,
    format: str,  # noqa: A002  (as people type it)
    as_of: dt.date,
    store: str | None,
) -> None:
    """Add to a task's history when a status is given, and show the history."""
    words, task = words_of(ctx), as_kept(task)
    if status is None and (on or by or note):
        raise click.UsageError(words("trouble.no_status", choices="|".join(CHANGES)), ctx)
    now = dt.datetime.now().astimezone()
    if on is not None and on > now.date():
        raise click.UsageError(words("trouble.future", value=on.isoformat()), ctx)
    with reading(store, words) as opened:
        if status is not None:
            who = who_says(by, words, ctx)
            change = StatusChange(task, status, on or now.date(), who, note, now)
            opened.change_status(change)
        found = status_record(task, opened, as_of)
    if format == JSON:
        print_json(found)
    else:
        state = words(f"state.{found['state']}")
        _show(task, found["rows"], state, as_of, words)


def who_says(by: str | None, words: Words, ctx: click.Context) -> str:
    """Return who says it: as given, else whoever uses the computer."""
    try:
        who = (by or getpass.getuser()).strip()
    except (KeyError, OSError):
        who = ""
    if not who:
        raise click.UsageError(words("trouble.no_name"), ctx)
    return who


def _show(task: str, history: list[Record], state: str, as_of: dt.date, words: Words) -> None:
    click.echo(harmless(words("status.now", task=task, state=state, day=full_day(as_of))))
    if not history:
        click.echo(words("status.none"))
    for change in history:
        click.echo(history_line(change, words))
