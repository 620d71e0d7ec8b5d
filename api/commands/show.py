"""`chidao show`: one document, task or body, with the words that say so."""

import re
from typing import Final

import click

from api.answers import Record
from api.asking import shown
from api.forces import force_lines
from api.labels import full_day, harmless, history_line, one_line, value_in_words
from api.meanings import Asker, as_kept, document_meant
from api.options import JSON, Listing, listing
from api.output import print_json
from api.program import Command, words_of
from api.stores import reading
from api.tables import below, put
from api.troubles import Trouble
from api.words import Words
from graph.questions import Neighbours
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
        found = shown(key, page, store)
        (whole,) = found["rows"]
        told = force_lines(whole.get("in_force", ()), store, words)
    if page.format == JSON:
        print_json(found)
        return
    edges, total = whole.pop("edges"), whole.pop("edges_total")
    _print(whole, words)
    if told:
        click.echo(words("force.title", day=full_day(page.as_of)))
    put(*told)
    _print_edges(key, edges, total, words)
    if found["cursor"]:
        click.echo(words("footer.next", cursor=found["cursor"]))


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


def _print_edges(key: str, rows: list[Record], total: int, words: Words) -> None:
    if not rows:
        return
    click.echo(words("show.edges", total=total))
    for row in rows:
        out_of_here = row["from"] == key
        other = row["to"] if out_of_here else row["from"]
        arrow = "→" if out_of_here else "←"
        relation = words.known(f"relation.{row['relation']}")
        put(below(f"{arrow} {relation}: {one_line(row['label'])} [{other}]"))
        put(below(f"“{one_line(row['quote'])}” ({_place(row, words)})", 6))


def _place(row: Record, words: Words) -> str:
    if row["start"] is None:
        return words("place.registry")
    return f"{row['document']}:{row['start']}–{row['end']}"
