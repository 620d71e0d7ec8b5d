"""`chidao documents`: documents by what they are; who cites one; which are relied on yet gone."""

from dataclasses import dataclass

import click

from api.asking import UnknownTypeError, citing_answer, documents_question
from api.labels import document_name, documents_by_key, one_line, type_name
from api.meanings import Asker, documents_meant
from api.options import Listing, OneOf, gathered, listing
from api.output import Asked, give
from api.program import Command, words_of
from api.stores import reading
from api.tables import Column, print_table
from api.words import Words
from graph.answer_types import Answer, CitingRow, DocumentRow
from graph.questions import ReplacedRelied
from graph.store import Store
from ontology.facts import Standing

_DOCUMENTS = (
    Column("document", 20),
    Column("title"),
    Column("issuer", 20),
    Column("standing", 11),
    Column("tasks", 8, right=True),
    Column("cited_by", 8, right=True),
)
_CITING = (
    Column("document", 30),
    Column("quote"),
    Column("relies_on", 24),
    Column("successor", 18),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which documents, as typed."""

    type: str | None
    jurisdiction: str | None
    standing: str | None
    issuer: str | None
    cites: str | None
    replaced: bool


@click.command(cls=Command)
@click.option("--type", metavar="TYPE")
@click.option("--jurisdiction", metavar="NAME")
@click.option("--standing", type=OneOf(*Standing))
@click.option("--issuer", metavar="NAME")
@click.option("--cites", metavar="CITATION")
@click.option("--replaced", is_flag=True)
@listing()
@gathered(Wanted)
@click.pass_context
def command(ctx: click.Context, page: Listing, wanted: Wanted) -> None:
    """Answer `Documents`, `Citing` or `ReplacedRelied`."""
    words = words_of(ctx)
    if wanted.cites and wanted.replaced:
        raise click.UsageError(words("trouble.cites_or_replaced"), ctx)
    with reading(page.store, words) as store:
        if wanted.cites:
            found = _citing(wanted.cites, wanted.jurisdiction, page, store, words)
        elif wanted.replaced:
            question = ReplacedRelied(as_of=page.as_of, limit=page.limit, after=page.after)
            found = store.ask(question)
        else:
            try:
                listed = store.ask(documents_question(wanted, page, store, words))
            except UnknownTypeError as error:
                raise click.UsageError(str(error), ctx) from None
            give(
                Asked("documents", page, words),
                listed,
                DocumentRow,
                lambda: show_documents(listed, words),
            )
            return
        name = "citing" if wanted.cites else "replaced"
        asked = Asked(name, page, words)
        give(asked, found, CitingRow, lambda: _show_citing(found, store, words))


def _citing(
    text: str, jurisdiction: str | None, page: Listing, store: Store, words: Words
) -> Answer:
    """Return one page of the mentions of all documents that a citation may mean."""
    meant = documents_meant(text, store, Asker(page.as_of, jurisdiction, words))
    if meant.warning:
        click.echo(meant.warning, err=True)
    return citing_answer(meant.keys, page, store)


def show_documents(found: Answer, words: Words) -> None:
    """Print documents as a table."""
    rows = [row for row in found.rows if isinstance(row, DocumentRow)]
    shown = [
        (
            document_name(row) if row.number else type_name(row.type, words),
            one_line(row.title or ""),
            row.issuer,
            words(f"standing.{row.standing}"),
            row.tasks or "",
            row.cited_by or "",
        )
        for row in rows
    ]
    print_table(_DOCUMENTS, shown, words, (row.key for row in rows))


def _show_citing(found: Answer, store: Store, words: Words) -> None:
    rows = [row for row in found.rows if isinstance(row, CitingRow)]
    keys = {key for row in rows for key in (row.document, row.relies_on, row.successor) if key}
    names = documents_by_key(store, keys)

    def name(key: str | None) -> str:
        return document_name(names[key]) if key and key in names else key or ""

    shown = [
        (
            name(row.document),
            f"“{one_line(row.quote)}”",
            name(row.relies_on),
            name(row.successor),
        )
        for row in rows
    ]
    notes = (f"{row.document}:{row.start}–{row.end}" for row in rows)
    print_table(_CITING, shown, words, notes)
