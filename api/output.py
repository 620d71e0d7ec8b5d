"""Answers on the standard output: for people, as JSON, as CSV."""

import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

import click

from api.answers import answer_record, flat, flat_columns, record
from api.csv_text import csv_text
from api.labels import full_day
from api.options import CSV, JSON, Listing
from api.words import Words
from graph.answer_types import Answer, Row

_WIDTH: Final = 100
"""Columns of an answer that nobody looks at in a terminal."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: the name of the question, how, and in which words to answer."""

    question: str
    listing: Listing
    words: Words
    counted: bool = True
    """Whether people want to know how many rows there are."""


def give(
    asked: Asked, answer: Answer, kind: type, people: Callable[[], object], **more: object
) -> None:
    """Print an answer in the form that was asked for; `people` prints the one for people.

    `kind` is the type of its rows, which gives the columns also where there are none.
    """
    listing = asked.listing
    if listing.format == JSON:
        print_json(answer_record(asked.question, listing.as_of, answer, **more))
    elif listing.format == CSV:
        _print_csv(answer.rows, kind)
        if answer.cursor:
            click.echo(asked.words("footer.next", cursor=answer.cursor), err=True)
    else:
        people()
        if asked.counted:
            print_footer(asked, answer)


def print_json(value: object) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_csv(columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> None:
    """Print rows with a line of names above them."""
    click.echo(csv_text(columns, rows), nl=False)


def _print_csv(rows: Iterable[Row], kind: type) -> None:
    print_csv(flat_columns(kind), (flat(record(row)) for row in rows))


def print_footer(asked: Asked, answer: Answer) -> None:
    """Say how many rows there are, for which day, and how to see the next."""
    words, count = asked.words, len(answer.rows)
    total = words("footer.total", total=answer.total)
    shown = "" if count == answer.total else words("footer.shown", count=count)
    day = words("footer.as_of", day=full_day(asked.listing.as_of))
    click.echo(f"{total}{shown} · {day}")
    if answer.cursor:
        click.echo(words("footer.next", cursor=answer.cursor))


def width() -> int:
    """Return how many columns there are: the terminal's, `COLUMNS`, or a plain hundred."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdigit() and int(asked) > 0:
        return max(int(asked), 40)
    return max(os.get_terminal_size().columns, 40) if sys.stdout.isatty() else _WIDTH


def weekday(day: dt.date, words: Words) -> str:
    """Return a day with its name in the week."""
    return f"{words(f'weekday.{day.weekday()}')} {full_day(day)}"
