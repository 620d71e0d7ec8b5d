"""Tables for people: every word is there, wrapped and never cut."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console
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


def console() -> Console:
    """Return where answers for people go; colours only where a terminal shows them."""
    return Console(file=sys.stdout, width=width(), highlight=False, emoji=False, markup=False)


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[object]], words: Words) -> None:
    """Print a table with its titles; nothing where there are no rows."""
    rows = list(rows)
    if rows:
        table = table_of(columns, words)
        for row in rows:
            table.add_row(*(cell(value) for value in row))
        console().print(table)


def table_of(columns: Sequence[Column], words: Words, *, head: bool = True) -> Table:
    """Return an empty table as wide as the page."""
    table = Table(
        box=SIMPLE_HEAD if head else None,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        expand=True,
        show_header=head,
    )
    for column in columns:
        table.add_column(
            words(f"column.{column.title}"),
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
