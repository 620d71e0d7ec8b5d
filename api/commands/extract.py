"""`chidao extract`: the facts of one file, without any store."""

from pathlib import Path
from typing import Final

import click

from api.answers import Record
from api.extracts import facts_record
from api.labels import harmless, one_line, value_in_words
from api.options import JSON, format_option, lang_option
from api.output import print_json
from api.program import Command, words_of
from api.troubles import INPUT_FAILED, Trouble
from api.words import Words
from loaders.extract import extract
from loaders.formats.guard import RefusedError
from loaders.formats.source import read_source

_HEADER: Final = ("type", "number", "symbol", "title", "issuer", "jurisdiction", "date", "period")


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option("--allow-secret", is_flag=True)
@format_option("text", JSON)
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    file: Path,
    allow_secret: bool,
    format: str,  # noqa: A002  (as people type it)
) -> None:
    """Read one file and print all that it says."""
    words = words_of(ctx)
    try:
        source = read_source(file, allow_secret=allow_secret)
    except RefusedError as error:
        raise Trouble(words("trouble.error", message=error), INPUT_FAILED) from None
    facts = facts_record(extract(source))
    if format == JSON:
        print_json(facts)
    else:
        _show(facts, words)


def _show(facts: Record, words: Words) -> None:
    """Print one fact a line, with its place, so that an editor can jump there."""
    name = one_line(facts["file"])
    for field in _HEADER:
        value = facts["document"][field]
        if value is not None:
            click.echo(
                harmless(f"{words(f'field.{field}')}: {value_in_words(field, value, words)}")
            )
    click.echo(words("extract.citations", count=len(facts["citations"])))
    for citation in facts["citations"]:
        click.echo(harmless(f"  {name}:{citation['start']}: {_citation(citation, words)}"))
    click.echo(words("extract.items", count=len(facts["items"])))
    for item in facts["items"]:
        click.echo(harmless(f"  {name}:{item['start']}: {_item(item, words)}"))
    for problem in facts["problems"]:
        click.echo(harmless(f"  {name}:{problem['start']}: {problem['message']}"), err=True)


def _citation(citation: Record, words: Words) -> str:
    resolution = citation["resolution"] or {"status": "unknown", "document": None}
    meaning = resolution["document"] or words(f"resolution.{resolution['status']}")
    return f"{one_line(citation['text'])} → {meaning}"


def _item(item: Record, words: Words) -> str:
    kind = words(f"kind.{item['kind']}")
    parts = [f"{item['path']} [{kind}] {one_line(item['text'])}"]
    told = {name: "; ".join(item[name]) for name in ("lead", "cooperating")}
    told |= {name: item[name] for name in ("due_text", "condition", "status")}
    parts += [f"{words(f'field.{name}')}: {value}" for name, value in told.items() if value]
    return " | ".join(parts)
