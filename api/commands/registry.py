"""`chidao registry`: own documents and bodies beside those that come with the program."""

import csv
import io
from pathlib import Path
from types import MappingProxyType

import click

from api.commands.bodies import show_bodies
from api.commands.documents import show_documents
from api.options import Listing, lang_option, listing, store_option
from api.output import Asked, give
from api.program import Command, LazyGroup, words_of
from api.stores import reading, writing
from api.troubles import INPUT_FAILED
from graph.answer_types import BodyRow, DocumentRow
from graph.questions import Bodies, Documents
from loaders.load import register
from loaders.loader import ensure_registry
from ontology.facts import Standing
from ontology.registry import Taken, read_bodies, read_documents


@click.group(cls=LazyGroup, invoke_without_command=True)
@lang_option
@click.pass_context
def command(ctx: click.Context) -> None:
    """Add to the registry, or list it."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


command.modules = MappingProxyType(
    {"add": "api.commands.registry:add", "list": "api.commands.registry:show"}
)


@click.command("add", cls=Command)
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@store_option
@click.pass_context
def add(ctx: click.Context, file: Path, store: str | None) -> None:
    """Add the documents or bodies of a file; rows that are wrong are named and left out."""
    words = words_of(ctx)
    taken = _read(file)
    added = taken.added
    with writing(store) as opened:
        ensure_registry(opened)
        register(opened, added)
    click.echo(
        words(
            "registry.added",
            file=file,
            documents=len(added.documents),
            relations=len(added.relations),
            bodies=len(added.bodies),
        )
    )
    if taken.problems:
        click.echo("\n".join((words("registry.left_out"), *taken.problems)), err=True)
        ctx.exit(INPUT_FAILED)


def _read(file: Path) -> Taken:
    """Read a file of bodies when its columns are theirs, else one of documents."""
    columns = _columns(file)
    if columns & {"name", "name_vi"} and "number" not in columns:
        return read_bodies(file)
    return read_documents(file)


def _columns(file: Path) -> set[str]:
    """Return the names in the first line, none where the file cannot be read."""
    try:
        with file.open(encoding="utf-8-sig", errors="replace") as opened:
            head = opened.readline(10_000)
    except OSError:
        return set()
    delimiter = next((mark for mark in ",;\t" if mark in head), ",")
    cells = next(csv.reader(io.StringIO(head), delimiter=delimiter), [])
    return {cell.strip() for cell in cells}


@click.command("list", cls=Command)
@click.option("--bodies", is_flag=True)
@listing()
@click.pass_context
def show(ctx: click.Context, page: Listing, *, bodies: bool) -> None:
    """List the documents that are known from the registry only, or all bodies."""
    words = words_of(ctx)
    with reading(page.store, words) as store:
        asked = Asked("registry", page, words)
        if bodies:
            found = store.ask(Bodies(as_of=page.as_of, limit=page.limit, after=page.after))
            give(asked, found, BodyRow, lambda: show_bodies(found, words))
            return
        question = Documents(
            as_of=page.as_of, limit=page.limit, after=page.after, standing=Standing.REGISTERED
        )
        found = store.ask(question)
        give(asked, found, DocumentRow, lambda: show_documents(found, words))
