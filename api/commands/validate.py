"""`chidao validate`: what in a store is not as the shapes of the ontology say."""

from itertools import islice
from typing import Any, Final

import click

from api.labels import one_line
from api.options import CSV, JSON, PAGE, TABLE, Limit, Whole, format_option, store_option
from api.output import print_csv, print_json
from api.processes import worker_count
from api.program import Command, words_of
from api.progress import bar
from api.stores import reading
from api.tables import below, put
from api.troubles import INPUT_FAILED, Trouble
from api.words import Words
from graph.rdf.stream import Chosen

_MANY: Final = 50
"""From so many documents on, processes of their own are worth their start."""
_COLUMNS: Final = ("graph", "thing", "path", "value", "constraint", "message")


@click.command(cls=Command)
@click.option("--limit", type=Limit(), default=PAGE, metavar="N")
@click.option("--workers", type=Whole(64), metavar="N")
@format_option(TABLE, JSON, CSV)
@store_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    limit: int | None,
    workers: int | None,
    format: str,  # noqa: A002  (as people type it)
    store: str | None,
) -> None:
    """Name what fails; the exit code is 1 where anything does."""
    words = words_of(ctx)
    rows = _rows(store, limit, workers, words)
    if format == JSON:
        print_json({"question": "validate", "total": len(rows), "rows": rows})
    elif format == CSV:
        print_csv(_COLUMNS, rows)
    else:
        for row in rows:
            put(f"{row['thing']}")
            where = f"{_short(row['path'])}: " if row["path"] else ""
            value = f" ({one_line(row['value'])})" if row["value"] else ""
            put(below(f"{where}{row['message']}{value}", 4))
        click.echo(words("validate.wrong", total=len(rows)) if rows else words("validate.right"))
    if rows:
        ctx.exit(INPUT_FAILED)


def _rows(
    store: str | None, limit: int | None, workers: int | None, words: Words
) -> list[dict[str, Any]]:
    try:
        from graph.rdf.validating import faults  # noqa: PLC0415  (heavy, and of an extra)
    except ModuleNotFoundError as error:
        if error.name not in {"rdflib", "pyshacl"}:
            raise
        message = words("trouble.extra_needed", extra="rdf")
        raise Trouble(words("trouble.error", message=message)) from error
    with reading(store, words) as source, source.passing():
        chosen = Chosen.of(source)
        total = len(chosen.loaded)
        count = worker_count(workers, total, _MANY)
        with bar(total, words("validate.bar")) as advance:
            found = faults(source, chosen, words.language, advance, count)
            return [
                {
                    "graph": graph,
                    "thing": one.thing,
                    "path": one.path,
                    "value": one.value,
                    "constraint": one.constraint,
                    "message": one.message
                    or words.known(f"shape.{one.constraint}", one.constraint),
                }
                for graph, one in islice(found, limit)
            ]


def _short(iri: str) -> str:
    return iri.rpartition("#")[2]
