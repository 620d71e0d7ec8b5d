"""`chidao cite`: the full and correct citation of a document, and the short one for later."""

import datetime as dt

import click

from api.commands.resolve import store_if_any
from api.labels import one_line
from api.meanings import Asker, outcome_of
from api.options import JSON, OneOf, as_of_option, format_option, store_option
from api.output import print_json
from api.program import Command, words_of
from api.troubles import INPUT_FAILED
from api.words import Words
from checks.full_citations import Style, full_citation, missing, short_citation
from loaders.meaning import RESOLVED
from loaders.resolve import Outcome
from ontology.known import KnownDocument


@click.command(cls=Command)
@click.argument("citation")
@click.option("--style", type=OneOf(*Style), default=Style.PARTY.value)
@click.option("--short", is_flag=True)
@click.option("--jurisdiction", metavar="NAME")
@format_option("text", JSON)
@as_of_option
@store_option
@click.pass_context
def command(  # noqa: PLR0913  (one for each thing that can be asked for)
    ctx: click.Context,
    *,
    citation: str,
    style: str,
    short: bool,
    jurisdiction: str | None,
    format: str,  # noqa: A002  (as people type it)
    as_of: dt.date,
    store: str | None,
) -> None:
    """Write the citation of the only document that is meant, or those of all that may be."""
    words, way = words_of(ctx), Style(style)
    with store_if_any(store, words) as known:
        outcome = outcome_of(citation, known, Asker(as_of, jurisdiction, words))
    meant = _meant(outcome)
    if format == JSON:
        rows = [_record(one, way) for one in meant]
        print_json({"question": "cite", "status": outcome.status, "total": len(rows), "rows": rows})
    elif not meant:
        click.echo(
            words("trouble.error", message=words("meaning.unknown", text=citation)), err=True
        )
    elif outcome.status == RESOLVED:
        _show(meant[0], way, words, short=short)
    else:
        told = "cite.several" if len(meant) > 1 else "cite.one_of_many"
        click.echo(words(told, count=len(meant), text=citation), err=True)
        for one in meant:
            click.echo(one_line(f"- {full_citation(one, way)} [{one.key}]"))
    if outcome.status != RESOLVED:
        ctx.exit(INPUT_FAILED)


def _meant(outcome: Outcome) -> list[KnownDocument]:
    documents = [one.document for one in outcome.candidates]
    return documents[:1] if outcome.status == RESOLVED else documents


def _record(document: KnownDocument, style: Style) -> dict[str, object]:
    return {
        "document": document.key,
        "full": full_citation(document, style),
        "short": short_citation(document),
        "missing": list(missing(document)),
        "source": document.source,
    }


def _show(document: KnownDocument, style: Style, words: Words, *, short: bool) -> None:
    """Print the citation alone, so that it can be copied, and all else where troubles go."""
    if short:
        click.echo(one_line(short_citation(document)))
        return
    click.echo(one_line(full_citation(document, style)))
    lacking = ", ".join(words(f"field.{name}") for name in missing(document))
    if lacking:
        click.echo(words("cite.missing", fields=lacking), err=True)
    click.echo(words("cite.later", short=short_citation(document)), err=True)
    if document.source:
        told = words("cite.source", source=document.source)
        click.echo(one_line(told), err=True)
