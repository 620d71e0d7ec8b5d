"""`chidao due`: deadlines from a day on, day by day."""

import datetime as dt

import click
from dateutil.relativedelta import relativedelta

from api.commands.tasks import kinds_of, put_tasks
from api.files import for_file
from api.labels import full_day
from api.options import CSV, FILES, ICS, JSON, TABLE, XLSX, Listing, OneOf, Within, listing
from api.output import Asked, give
from api.program import Command, words_of
from api.stores import reading
from api.task_tables import TaskTable
from api.troubles import Trouble
from api.words import Words
from graph.questions import Due, TaskRow
from ontology.facts import ItemKind


@click.command(cls=Command)
@click.option("--within", type=Within(), default="30d", metavar="30d|2w|1m")
@click.option("--body", metavar="NAME")
@click.option("--with-history", is_flag=True)
@click.option("--kind", type=OneOf(*ItemKind, "all"), multiple=True, metavar="KIND")
@listing(TABLE, JSON, CSV, XLSX, ICS)
@click.pass_context
def command(  # noqa: PLR0913  (one for each thing that can be asked for)
    ctx: click.Context,
    page: Listing,
    *,
    within: relativedelta,
    body: str | None,
    with_history: bool,
    kind: tuple[str, ...],
) -> None:
    """Answer `Due`."""
    words = words_of(ctx)
    page = for_file(ctx, page, words)
    question = Due(
        as_of=page.as_of,
        limit=page.limit,
        after=page.after,
        start=page.as_of,
        end=_end(page.as_of, within, words),
        kinds=kinds_of(kind),
        body=body,
        with_history=with_history,
    )
    with reading(page.store, words) as store:
        answer = store.ask(question)
        if page.format in FILES:
            days = {"start": full_day(question.start), "end": full_day(question.end)}
            put_tasks(answer, store, page, words("file.due", **days), words)
            return
        table = TaskTable(store, words)
        window = {"start": question.start.isoformat(), "end": question.end.isoformat()}
        asked = Asked("due", page, words)
        give(asked, answer, TaskRow, lambda: table.show_by_day(answer), **window)


def _end(start: dt.date, within: relativedelta, words: Words) -> dt.date:
    try:
        return start + within
    except (ValueError, OverflowError):
        message = words("trouble.error", message=words("trouble.too_far"))
        raise Trouble(message) from None
