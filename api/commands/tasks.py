"""`chidao tasks`: tasks by what they implement, who does them, when they are due."""

import click

from api.asking import WantedTasks, tasks_question
from api.meanings import Asker
from api.options import Day, Listing, OneOf, gathered, listing
from api.output import Asked, give
from api.program import Command, words_of
from api.stores import reading
from api.task_tables import TaskTable
from api.words import Words
from graph.questions import State, TaskRow
from ontology.facts import ItemKind
from ontology.relations import Relation


@click.command(cls=Command)
@click.option("--implements", metavar="CITATION")
@click.option("--kind", type=OneOf(*ItemKind, "all"), multiple=True, metavar="KIND")
@click.option("--body", metavar="NAME")
@click.option("--due-from", type=Day(), metavar="D")
@click.option("--due-to", type=Day(), metavar="D")
@click.option("--state", type=OneOf(*State), multiple=True, metavar="STATE")
@click.option("--relation", type=OneOf(*Relation), multiple=True, metavar="RELATION")
@click.option("--document", metavar="KEY")
@click.option("--jurisdiction", metavar="NAME")
@click.option("--province", metavar="NAME")
@listing()
@gathered(WantedTasks)
@click.pass_context
def command(ctx: click.Context, page: Listing, wanted: WantedTasks) -> None:
    """Answer `Tasks`."""
    words = words_of(ctx)
    _check_window(wanted, words)
    with reading(page.store, words) as store:
        asker = Asker(page.as_of, wanted.jurisdiction, words)
        question, meant = tasks_question(wanted, page, store, asker)
        if meant and meant.warning:
            click.echo(meant.warning, err=True)
        answer = store.ask(question)
        asked = Asked("tasks", page, words)
        table = TaskTable(store, words)
        more = {"implements": list(question.implements)} if wanted.implements else {}
        give(asked, answer, TaskRow, lambda: table.show(answer), **more)


def _check_window(wanted: WantedTasks, words: Words) -> None:
    if wanted.due_from and wanted.due_to and wanted.due_from > wanted.due_to:
        raise click.UsageError(words("trouble.window"), click.get_current_context())
