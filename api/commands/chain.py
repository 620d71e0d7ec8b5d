"""`chidao chain`: the documents above and below one, hop by hop."""

import click

from api.asking import chain_answer
from api.chain_files import chain_file
from api.files import for_file, put_file
from api.labels import documents_by_key
from api.meanings import Asker, documents_meant
from api.options import CSV, FILES, HTML, JSON, PNG, SVG, Listing, listing
from api.output import Asked, give
from api.program import Command, words_of
from api.stores import reading
from api.trees import ChainTree
from graph.answer_types import ChainRow
from graph.pictures.chain import chain_of
from graph.questions import Chain


@click.command(cls=Command)
@click.argument("citation")
@click.option("--up", is_flag=True)
@click.option("--down", is_flag=True)
@click.option("--tasks", is_flag=True)
@click.option("--jurisdiction", metavar="NAME")
@listing("tree", JSON, CSV, SVG, PNG, HTML)
@click.pass_context
def command(  # noqa: PLR0913  (one for each thing that can be asked for)
    ctx: click.Context,
    page: Listing,
    *,
    citation: str,
    up: bool,
    down: bool,
    tasks: bool,
    jurisdiction: str | None,
) -> None:
    """Answer `Chain`, for every document that an ambiguous citation may mean."""
    words = words_of(ctx)
    page = for_file(ctx, page, words)
    with reading(page.store, words) as store:
        meant = documents_meant(citation, store, Asker(page.as_of, jurisdiction, words))
        if meant.warning:
            click.echo(meant.warning, err=True)
        both = up == down
        question = Chain(
            as_of=page.as_of,
            limit=page.limit,
            after=page.after,
            document=" ".join(meant.keys),
            up=up or both,
            down=down or both,
            tasks=tasks,
        )
        found, owners = chain_answer(store, question, meant.keys)
        if page.format in FILES:
            drawn = chain_of(store, meant.keys, found.rows, found.total, page.as_of)
            put_file(chain_file(drawn, page.format, words), page, words)
            return
        asked = Asked("chain", page, words)

        def show() -> None:
            keys = {key for r in found.rows if isinstance(r, ChainRow) for key in _keys(r)}
            names = documents_by_key(store, keys | set(meant.keys))
            for key in meant.keys:
                rows = [r for r, owner in owners if owner == key]
                ChainTree(key, rows, names, words).show()

        give(asked, found, ChainRow, show, documents=list(meant.keys))


def _keys(row: ChainRow) -> tuple[str, str, str]:
    return row.hop.from_, row.hop.to, row.hop.document
