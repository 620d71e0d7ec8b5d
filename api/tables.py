"""Tables for people: every word is there, wrapped and never cut."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import click
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.labels import harmless
from api.output import width
from api.words import Words


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key of its title, and how wide it is; `wide` 0 shares what is left."""

    title: str
    wide: int = 0
    right: bool = False


def put(*renderables: RenderableType) -> None:
    """Print for people; colours only where a terminal shows them, and no blanks at line ends."""
    console = Console(file=sys.stdout, width=width(), highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        for renderable in renderables:
            console.print(renderable)
    for line in captured.get().splitlines():
        click.echo(line.rstrip())


def print_table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[object]],
    words: Words,
    notes: Iterable[str] = (),
) -> None:
    """Print a table with its titles, each row with its note under it; nothing without rows.

    A key is a note: in a narrow column it would be broken, and could not be copied.
    """
    for number, (row, note) in enumerate(zip_longest(rows, notes)):
        if not number:
            put_head(columns, words)
        table = table_of(columns)
        table.add_row(*map(cell, row))
        put(table, *([below(note)] if note else []))


def put_head(columns: Sequence[Column], words: Words) -> None:
    """Print the titles of columns and a line under them."""
    table = table_of(columns)
    table.add_row(*(Text(words(f"column.{column.title}"), style="bold") for column in columns))
    put(table, Text("─" * width()))


def table_of(columns: Sequence[Column]) -> Table:
    """Return an empty table as wide as the page."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    for column in columns:
        table.add_column(
            width=column.wide or None,
            ratio=None if column.wide else 1,
            overflow="fold",
            justify="right" if column.right else "left",
        )
    return table


def cell(value: object) -> Text:
    """Return what a cell says; a `Text` keeps its colour."""
    if isinstance(value, Text):
        return value
    return Text("" if value is None else harmless(str(value)))


def below(text: str, indent: int = 2) -> Padding:
    """Return lines that stand under a row, for what is not worth a column."""
    return Padding(Text(harmless(text), style="dim"), (0, 0, 0, indent))
