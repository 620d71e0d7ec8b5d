"""`chidao tasks`: tasks by what they implement, who does them, when they are due."""

import datetime as dt
from dataclasses import dataclass

import click

from api.files import for_file, put_file
from api.labels import document_name, documents_by_key
from api.meanings import Asker, document_meant, documents_meant
from api.options import CSV, FILES, ICS, JSON, TABLE, XLSX, Day, Listing, OneOf, gathered, listing
from api.output import Asked, give
from api.program import Command, words_of
from api.stores import reading
from api.task_tables import TaskTable
from api.task_words import task_list
from api.words import Words
from graph.questions import Answer, State, TaskRow, Tasks
from graph.store import Store
from ontology.facts import ItemKind
from ontology.relations import ANSWERING, Relation


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tasks, as typed."""

    implements: str | None
    kind: tuple[str, ...]
    body: str | None
    with_history: bool
    due_from: dt.date | None
    due_to: dt.date | None
    state: tuple[str, ...]
    relation: tuple[str, ...]
    document: str | None
    jurisdiction: str | None


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
@listing(TABLE, JSON, CSV, XLSX, ICS)
@gathered(Wanted)
@click.pass_context
def command(ctx: click.Context, page: Listing, wanted: Wanted) -> None:
    """Answer `Tasks`."""
    words = words_of(ctx)
    _check_window(wanted, words)
    page = for_file(ctx, page, words)
    with reading(page.store, words) as store:
        asker = Asker(page.as_of, wanted.jurisdiction, words)
        question = _question(wanted, page, store, asker)
        answer = store.ask(question)
        if page.format in FILES:
            put_tasks(answer, store, page, _title(question, store, words), words)
            return
        asked = Asked("tasks", page, words)
        table = TaskTable(store, words)
        more = {"implements": list(question.implements)} if wanted.implements else {}
        give(asked, answer, TaskRow, lambda: table.show(answer), **more)


def put_tasks(answer: Answer, store: Store, page: Listing, title: str, words: Words) -> None:
    """Write tasks as the file that was asked for; say when there are more."""
    tasks = task_list(answer, store, title=title, as_of=page.as_of, words=words)
    if page.format == XLSX:
        from api.spreadsheet import spreadsheet_file  # noqa: PLC0415  (only whoever asks for it)

        put_file(spreadsheet_file(tasks), page, words)
    else:
        from api.calendar import calendar_file  # noqa: PLC0415

        put_file(calendar_file(tasks), page, words)
    if answer.cursor:
        click.echo(words("footer.next", cursor=answer.cursor), err=True)


def _title(question: Tasks, store: Store, words: Words) -> str:
    """Return what a file of these tasks is called."""
    if not question.implements:
        return words("file.tasks")
    names = documents_by_key(store, question.implements)
    told = (document_name(names[key]) if key in names else key for key in question.implements)
    return words("file.tasks_of", documents=", ".join(told))


def _check_window(wanted: Wanted, words: Words) -> None:
    if wanted.due_from and wanted.due_to and wanted.due_from > wanted.due_to:
        raise click.UsageError(words("trouble.window"), click.get_current_context())


def _question(wanted: Wanted, page: Listing, store: Store, asker: Asker) -> Tasks:
    implements: tuple[str, ...] = ()
    if wanted.implements is not None:
        meant = documents_meant(wanted.implements, store, asker)
        implements = meant.keys
        if meant.warning:
            click.echo(meant.warning, err=True)
    document = wanted.document
    return Tasks(
        as_of=page.as_of,
        limit=page.limit,
        after=page.after,
        implements=implements,
        kinds=kinds_of(wanted.kind),
        relations=tuple(map(Relation, wanted.relation)) or ANSWERING,
        states=tuple(map(State, wanted.state)),
        body=wanted.body,
        with_history=wanted.with_history,
        document=document_meant(document, store, asker) if document else None,
        due_from=wanted.due_from,
        due_to=wanted.due_to,
    )


def kinds_of(typed: tuple[str, ...]) -> tuple[ItemKind, ...]:
    """Return the kinds that were asked for: tasks and assignments when none was."""
    if "all" in typed:
        return tuple(ItemKind)
    return tuple(map(ItemKind, typed)) or (ItemKind.TASK, ItemKind.ASSIGNMENT)
