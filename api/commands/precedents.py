"""`chidao precedents`: how others wrote their plans for a document."""

import datetime as dt

import click

from api.labels import document_name, full_day, harmless, one_line
from api.meanings import Asker, documents_meant
from api.options import JSON, OneOf, as_of_option, format_option, store_option
from api.output import print_json
from api.precedents import Level, Precedent, precedent_record, precedents_of
from api.program import Command, words_of
from api.stores import reading
from api.words import Words

_LONGEST = 110
"""So many letters of a heading and of the first words under it are shown."""


@click.command(cls=Command)
@click.option("--implements", required=True, metavar="CITATION")
@click.option("--level", type=OneOf(*Level))
@click.option("--jurisdiction", metavar="NAME")
@format_option("text", JSON)
@as_of_option
@store_option
@click.pass_context
def command(  # noqa: PLR0913  (one for each thing that can be asked for)
    ctx: click.Context,
    *,
    implements: str,
    level: str | None,
    jurisdiction: str | None,
    format: str,  # noqa: A002  (as people type it)
    as_of: dt.date,
    store: str | None,
) -> None:
    """List the documents that carry one out, with the parts of each."""
    words = words_of(ctx)
    with reading(store, words) as opened:
        meant = documents_meant(implements, opened, Asker(as_of, jurisdiction, words))
        if meant.warning:
            click.echo(meant.warning, err=True)
        found = precedents_of(opened, meant.keys, Level(level) if level else None, as_of)
    if format == JSON:
        rows = [precedent_record(one) for one in found]
        told = {"question": "precedents", "as_of": as_of.isoformat(), "total": len(rows)}
        print_json(told | {"rows": rows, "implements": list(meant.keys)})
        return
    for one in found:
        _show(one, words)
    day = words("footer.as_of", day=full_day(as_of))
    click.echo(f"{words('footer.total', total=len(found))} · {day}")


def _show(one: Precedent, words: Words) -> None:
    row = one.document
    issuer = f", {row.issuer}" if row.issuer else ""
    title = f": {row.title}" if row.title else ""
    click.echo(one_line(f"{document_name(row)}{issuer}{title}"))
    click.echo(
        harmless(f"  {words('precedents.what', key=row.key, steps=one.steps, tasks=one.tasks)}")
    )
    for part in one.parts:
        count = words("precedents.tasks", count=part.tasks) if part.tasks else ""
        click.echo(harmless(f"{'  ' * (part.depth + 1)}{part.path}. {_cut(part.heading)}{count}"))
        if part.tasks and not any(other.path.startswith(f"{part.path}.") for other in one.parts):
            click.echo(harmless(f"{'  ' * (part.depth + 2)}“{_cut(part.opening)}”"))
    click.echo()


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
