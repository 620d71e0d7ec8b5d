"""How a person names a document."""

import datetime as dt

from ontology.kinds import vietnamese
from ontology.numbers import full_symbol


def document_label(
    kind: str, number: str | None, symbol: str | None, date: dt.date | None, title: str | None
) -> str:
    """Return the printed name of a document with what it is about.

    >>> document_label("CT", "05", "CT/TW", dt.date(2016, 5, 15), "đẩy mạnh học tập")
    'Chỉ thị số 05-CT/TW, ngày 15/5/2016: đẩy mạnh học tập'
    """
    printed = full_symbol(number, symbol)
    name = f"{vietnamese(kind)} số {printed}" if number else f"{vietnamese(kind)} {printed}"
    day = f", ngày {date.day}/{date.month}/{date.year}" if date else ""
    return f"{name.strip()}{day}" + (f": {title}" if title else "")
