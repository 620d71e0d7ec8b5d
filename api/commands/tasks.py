"""`chidao tasks`: tasks by what they implement, who does them, when they are due."""

import datetime as dt
from dataclasses import dataclass

import click

from api.meanings import Asker, document_meant, documents_meant
from api.options import Day, Listing, OneOf, gathered, listing
from api.output import Asked, give
from api.program import Command, words_of
from api.stores import reading
from api.task_tables import TaskTable
from api.words import Words
from graph.questions import State, TaskRow, Tasks
from graph.store import Store
from ontology.facts import ItemKind
from ontology.relations import ANSWERING, Relation


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tasks, as typed."""

    implements: str | None
    kind: tuple[str, ...]
    body: str | None
    due_from: dt.date | None
    due_to: dt.date | None
    state: tuple[str, ...]
    relation: tuple[str, ...]
    document: str | None
    jurisdiction: str | None


@click.command(cls=Command)
@click.option("--implements", metavar="CITATION")
@click.option("--kind", type=OneOf(*ItemKind, "all"), multiple=True)
@click.option("--body", metavar="NAME")
@click.option("--due-from", type=Day(), metavar="D")
@click.option("--due-to", type=Day(), metavar="D")
@click.option("--state", type=OneOf(*State), multiple=True)
@click.option("--relation", type=OneOf(*Relation), multiple=True)
@click.option("--document", metavar="KEY")
@click.option("--jurisdiction", metavar="NAME")
@listing()
@gathered(Wanted)
@click.pass_context
def command(ctx: click.Context, page: Listing, wanted: Wanted) -> None:
    """Answer `Tasks`."""
