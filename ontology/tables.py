"""The tables of facts that come with the project."""

import csv
import datetime as dt
import io
from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[dict[str, str]]:
    """Give the rows of one shipped table in its order, each by the names of its columns."""
    text = files("ontology").joinpath("data", name).read_text(encoding="utf-8")
    yield from csv.DictReader(io.StringIO(text))


def date_of(cell: str) -> dt.date | None:
    """Return the date of a cell, None for an empty one."""
    return dt.date.fromisoformat(cell) if cell else None


def listed(cell: str) -> tuple[str, ...]:
    """Return what a cell lists, parted by semicolons.

    >>> listed("TP.HCM; TPHCM;")
    ('TP.HCM', 'TPHCM')
    """
    return tuple(part.strip() for part in cell.split(";") if part.strip())
