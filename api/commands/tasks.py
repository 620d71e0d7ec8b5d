"""`chidao tasks`: tasks by what they implement, who does them, when they are due."""

import click

from api.asking import WantedTasks, tasks_question, tasks_title
from api.files import for_file, put_file
from api.meanings import Asker
from api.options import CSV, FILES, ICS, JSON, TABLE, XLSX, Day, Listing, OneOf, gathered, listing
from api.output import Asked, give
from api.program import Command, words_of
from api.reviews import milestones_among
from api.stores import reading
from api.task_tables import TaskTable
from api.task_words import task_list
from api.words import Words
from graph.answer_types import Answer, MilestoneRow, State, TaskRow
from graph.store import Store
from ontology.facts import ItemKind
from ontology.relations import Relation


@click.command(cls=Command)
@click.option("--implements", metavar="CITATION")
@click.option("--kind", type=OneOf(*ItemKind, "all"), multiple=True, metavar="KIND")
@click.option("--body", metavar="NAME")
@click.option("--with-history", is_flag=True)
@click.option("--due-from", type=Day(), metavar="D")
@click.option("--due-to", type=Day(), metavar="D")
@click.option("--state", type=OneOf(*State), multiple=True, metavar="STATE")
@click.option("--relation", type=OneOf(*Relation), multiple=True, metavar="RELATION")
@click.option("--document", metavar="KEY")
@click.option("--jurisdiction", metavar="NAME")
@click.option("--province", metavar="NAME")
@listing(TABLE, JSON, CSV, XLSX, ICS)
@gathered(WantedTasks)
@click.pass_context
def command(ctx: click.Context, page: Listing, wanted: WantedTasks) -> None:
    """Answer `Tasks`."""
    words = words_of(ctx)
    _check_window(wanted, words)
    page = for_file(ctx, page, words)
    with reading(page.store, words) as store:
        asker = Asker(page.as_of, wanted.jurisdiction, words)
        question, meant = tasks_question(wanted, page, store, asker)
        if meant and meant.warning:
            click.echo(meant.warning, err=True)
        answer = store.ask(question)
        if page.format in FILES:
            beside = milestones_among(question, store) if page.format == ICS else ()
            title = tasks_title(question, store, words)
            put_tasks(answer, store, page, title, words, milestones=beside)
            return
        asked = Asked("tasks", page, words)
        table = TaskTable(store, words)
        more = {"implements": list(question.implements)} if wanted.implements else {}
        give(asked, answer, TaskRow, lambda: table.show(answer), **more)


def put_tasks(  # noqa: PLR0913  (a file, and all that is in it)
    answer: Answer,
    store: Store,
    page: Listing,
    title: str,
    words: Words,
    *,
    milestones: tuple[MilestoneRow, ...] = (),
) -> None:
    """Write tasks as the file that was asked for, with milestones; say when there are more."""
    told = {"title": title, "as_of": page.as_of, "words": words, "milestones": milestones}
    tasks = task_list(answer, store, **told)  # type: ignore[arg-type]  # a table of all
    if page.format == XLSX:
        from api.spreadsheet import spreadsheet_file  # noqa: PLC0415  (only whoever asks for it)

        put_file(spreadsheet_file(tasks), page, words)
    else:
        from api.calendar import calendar_file  # noqa: PLC0415

        put_file(calendar_file(tasks), page, words)
    if answer.cursor:
        click.echo(words("footer.next", cursor=answer.cursor), err=True)


def _check_window(wanted: WantedTasks, words: Words) -> None:
    if wanted.due_from and wanted.due_to and wanted.due_from > wanted.due_to:
        raise click.UsageError(words("trouble.window"), click.get_current_context())
