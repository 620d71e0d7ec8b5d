"""`chidao show`: one document, task or body, with the words that say so."""

import re
from typing import Final

import click

from api.answers import Record, record
from api.details import body_details, document_details, task_details
from api.forces import force_lines
from api.labels import full_day, harmless, history_line, one_line, value_in_words
from api.meanings import Asker, as_kept, document_meant, is_document
from api.options import JSON, Listing, listing
from api.output import print_json
from api.program import Command, words_of
from api.stores import reading
from api.tables import below, put
from api.troubles import Trouble
from api.words import Words
from graph.questions import EdgeRow, Neighbours
from graph.store import NotFoundError, Store

_KEY: Final = re.compile(r"[a-z][\w.-]*(?:/[^/\s]+)*")
"""What can only be a key: it has no blanks and begins with a small letter."""
_APART: Final = frozenset({"evidence", "history", "recurrences", "in_force"})


@click.command(cls=Command)
@click.argument("key")
@listing("text", JSON)
@click.pass_context
def command(ctx: click.Context, page: Listing, key: str) -> None:
    """Show what a key stands for; a citation stands for its document."""
    words = words_of(ctx)
    with reading(page.store, words) as store:
        key = _key(as_kept(key), store, Asker(page.as_of, None, words))
        edges = store.ask(Neighbours(as_of=page.as_of, limit=page.limit, after=page.after, key=key))
        details = _details(key, store, page)
        told = force_lines(details.get("in_force", ()), store, words)
    rows = [row for row in edges.rows if isinstance(row, EdgeRow)]
    whole = {
        **details,
        "edges": [record(row) for row in rows],
        "edges_total": edges.total,
    }
    if page.format == JSON:
        print_json(
            {
                "question": "show",
                "as_of": page.as_of.isoformat(),
                "total": 1,
                "rows": [whole],
                "cursor": edges.cursor,
            }
        )
        return
    _print(details, words)
    if told:
        click.echo(words("force.title", day=full_day(page.as_of)))
    put(*told)
    _print_edges(key, rows, edges.total, words)
    if edges.cursor:
        click.echo(words("footer.next", cursor=edges.cursor))


def _key(typed: str, store: Store, asker: Asker) -> str:
    """Return the key of a document, task or body; of a citation, its document's."""
    if "#" in typed:
        return typed
    try:
        store.ask(Neighbours(as_of=asker.as_of, limit=0, key=typed))
    except NotFoundError:
        if _KEY.fullmatch(typed):
            words = asker.words
            raise Trouble(
                words("trouble.error", message=words("trouble.no_key", key=typed))
            ) from None
        return document_meant(typed, store, asker)
    return typed


def _details(key: str, store: Store, page: Listing) -> Record:
    if "#" in key:
        return task_details(key, store, page.as_of)
    if is_document(key, store):
        return document_details(key, store, page.as_of)
    return body_details(key, store, page.as_of)


def _print(details: Record, words: Words) -> None:
    """Print the values that there are, each with the words that give it."""
    kind = next(name for name in ("task", "body", "document") if name in details)
    quotes = {one["field"]: one for one in details.get("evidence", ())}
    for name, value in details.items():
        if name in _APART or value in (None, [], ""):
            continue
        if name == "now" and isinstance(value, list):
            for present in value:
                click.echo(harmless(words("task.now", **present)))
            continue
        shown = value_in_words(name, value, words)
        label = words.first((f"field.{kind}.{name}", f"field.{name}")) or name
        click.echo(f"{label}: {harmless(shown)}")
        quote = quotes.get(name)
        if quote:
            place = f"({quote['start']}–{quote['end']})"
            put(below(f"“{one_line(quote['text'])}” {place}", 4))
    for change in details.get("history", ()):
        click.echo(history_line(change, words))


def _print_edges(key: str, rows: list[EdgeRow], total: int, words: Words) -> None:
    if not rows:
        return
    click.echo(words("show.edges", total=total))
    for row in rows:
        out_of_here = row.hop.from_ == key
        other = row.hop.to if out_of_here else row.hop.from_
        arrow = "→" if out_of_here else "←"
        relation = words.known(f"relation.{row.hop.relation}")
        put(below(f"{arrow} {relation}: {one_line(row.label)} [{other}]"))
        put(below(f"“{one_line(row.hop.quote)}” ({_place(row, words)})", 6))


def _place(row: EdgeRow, words: Words) -> str:
    if row.hop.start is None:
        return words("place.registry")
    return f"{row.hop.document}:{row.hop.start}–{row.hop.end}"
