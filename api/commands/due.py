"""`chidao due`: deadlines from a day on, day by day."""

import datetime as dt
from dataclasses import dataclass, replace

import click
from dateutil.relativedelta import relativedelta

from api.asking import kinds_of, milestones_beside, milestones_of, milestones_record
from api.commands.tasks import put_tasks
from api.files import for_file
from api.labels import full_day
from api.milestones import as_tasks, milestone_rows, show_milestones
from api.options import (
    CSV,
    FILES,
    ICS,
    JSON,
    TABLE,
    XLSX,
    Listing,
    OneOf,
    Within,
    gathered,
    listing,
)
from api.output import Asked, give
from api.program import Command, words_of
from api.stores import reading
from api.task_tables import TaskTable
from api.troubles import Trouble
from api.words import Words
from graph.answer_types import Answer, MilestoneRow, TaskRow
from graph.questions import Due, Milestones
from graph.store import Store
from ontology.facts import ItemKind


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which deadlines, as typed."""

    within: relativedelta
    body: str | None
    with_history: bool
    kind: tuple[str, ...]
    milestones: bool


@click.command(cls=Command)
@click.option("--within", type=Within(), default="30d", metavar="30d|2w|1m")
@click.option("--body", metavar="NAME")
@click.option("--with-history", is_flag=True)
@click.option("--kind", type=OneOf(*ItemKind, "all"), multiple=True, metavar="KIND")
@click.option("--milestones", is_flag=True)
@listing(TABLE, JSON, CSV, XLSX, ICS)
@gathered(Wanted)
@click.pass_context
def command(ctx: click.Context, page: Listing, wanted: Wanted) -> None:
    """Answer `Due`, with `Milestones` beside it, or these alone."""
    words = words_of(ctx)
    page = for_file(ctx, page, words)
    end = _end(page.as_of, wanted.within, words)
    with reading(page.store, words) as store:
        question = _due(wanted, page, end)
        if wanted.milestones:
            alone = replace(milestones_of(question), after=page.after)
            _give_milestones(store, alone, page, words)
            return
        answer, beside = store.ask(question), milestones_beside(question, store)
        if page.format in FILES:
            _put(answer, beside, question, store, page, words=words)
            return

        def show() -> None:
            TaskTable(store, words).show_by_day(answer)
            show_milestones(beside, store, words)

        asked = Asked("due", page, words)
        more = milestones_record(beside)
        give(asked, answer, TaskRow, show, **_window(page, end), **more)


def _give_milestones(store: Store, question: Milestones, page: Listing, words: Words) -> None:
    answer = store.ask(question)
    if page.format in FILES:
        _put(Answer((), 0), answer, question, store, page, words=words)
        return
    asked = Asked("milestones", page, words)
    window = _window(page, question.end)
    give(asked, answer, MilestoneRow, lambda: show_milestones(answer, store, words), **window)


def _put(  # noqa: PLR0913  (a file, and all that is in it)
    answer: Answer,
    beside: Answer,
    question: Due | Milestones,
    store: Store,
    page: Listing,
    *,
    words: Words,
) -> None:
    """Write deadlines and milestones: a calendar tells them apart, a workbook by their words."""
    title = words("file.due", start=full_day(question.start), end=full_day(question.end))
    if page.format == ICS:
        put_tasks(answer, store, page, title, words, milestones=milestone_rows(beside))
        return
    derived = as_tasks(beside, words)
    whole = Answer((*answer.rows, *derived), answer.total + len(derived), answer.cursor)
    put_tasks(whole, store, page, title, words)


def _window(page: Listing, end: dt.date) -> dict[str, str]:
    return {"start": page.as_of.isoformat(), "end": end.isoformat()}


def _due(wanted: Wanted, page: Listing, end: dt.date) -> Due:
    return Due(
        as_of=page.as_of,
        limit=page.limit,
        after=page.after,
        start=page.as_of,
        end=end,
        kinds=kinds_of(wanted.kind),
        body=wanted.body,
        with_history=wanted.with_history,
    )


def _end(start: dt.date, within: relativedelta, words: Words) -> dt.date:
    try:
        return start + within
    except (ValueError, OverflowError):
        message = words("trouble.error", message=words("trouble.too_far"))
        raise Trouble(message) from None
