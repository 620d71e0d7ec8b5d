"""How findings name documents and days to people."""

import datetime as dt
import re
from typing import Final, TypeAlias

from graph.answer_types import DocumentRow
from ontology.facts import Citation
from ontology.kinds import Kind, vietnamese
from ontology.known import KnownDocument
from ontology.numbers import canonical_number, canonical_symbol, full_symbol

Named: TypeAlias = KnownDocument | DocumentRow
"""A document with all that tells it from others."""

_LAST_WITH_ZERO: Final = 2
_SEPARATOR: Final = re.compile(r"[/.-]")


def date_words(date: dt.date) -> str:
    """Return a day as offices print it, with a zero before days below 10 and months below 3.

    >>> date_words(dt.date(2016, 5, 15)), date_words(dt.date(2023, 1, 9))
    ('15/5/2016', '09/01/2023')
    """
    return f"{date:%d}/{_month(date)}/{date:%Y}"


def date_like(date: dt.date, printed: str) -> str:
    """Return a day in the form in which another is printed.

    >>> date_like(dt.date(2016, 5, 15), "1-6-2016")
    '15-5-2016'
    >>> date_like(dt.date(2016, 5, 15), "16 tháng 5 năm 2016")
    '15 tháng 5 năm 2016'
    """
    mark = _SEPARATOR.search(printed)
    if mark is None:
        return f"{date:%d} tháng {_month(date)} năm {date:%Y}"
    return date_words(date).replace("/", mark[0])


def _month(date: dt.date) -> str:
    return f"{date.month:02d}" if date.month <= _LAST_WITH_ZERO else str(date.month)


def symbol_words(document: Named) -> str:
    """Return number and symbol: `05-CT/TW`."""
    return full_symbol(document.number, document.symbol)


def short_name(document: Named) -> str:
    """Return what a document is called in short: `Chỉ thị 05-CT/TW`."""
    return f"{vietnamese(document.type)} {symbol_words(document)}"


def full_name(document: Named, *, title: bool = True) -> str:
    """Return what tells a document from all others: with day, issuer, term and title."""
    parts = [short_name(document)]
    if document.date:
        parts.append(f"ngày {date_words(document.date)}")
    if document.issuer:
        parts.append(f"của {document.issuer}")
    if document.term:
        parts.append(f"khóa {document.term}")
    if title and document.title:
        parts.append(f"“{document.title}”")
    return " ".join(parts)


def cited_name(citation: Citation, meant: KnownDocument | None = None) -> str:
    """Return what a citation calls its document, in short; as it should be where it is known."""
    if meant is not None:
        return short_name(meant)
    symbol = full_symbol(canonical_number(citation.number), canonical_symbol(citation.symbol or ""))
    return symbol if citation.type is Kind.XX else f"{vietnamese(citation.type)} {symbol}"
