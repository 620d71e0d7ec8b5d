"""Citations as they are written well: known documents of the centre, in several right styles."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from random import Random
from typing import Final

from ontology.known import KnownDocument
from ontology.registry import registry
from ontology.relations import Relation
from tests.made_pieces import Piece

TYPES: Final = {
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "KL": "Kết luận",
    "QĐi": "Quy định",
    "QĐ": "Quyết định",
    "HD": "Hướng dẫn",
    "TB": "Thông báo",
    "NĐ": "Nghị định",
    "KH": "Kế hoạch",
    "CTr": "Chương trình",
}
SUCCEEDING: Final = frozenset({Relation.REPLACES, Relation.CONTINUES, Relation.AMENDS})
_UNPLAIN: Final = frozenset('()…“”"/')
"""A title with one of these has more in it than words, such as the symbol of another document."""
_FIRM: Final = frozenset({"", "high", "medium"})


def date_words(day: dt.date, style: str = "/") -> str:
    """Return a day as Vietnamese documents write it: 06/9/2021, or ngày 06 tháng 9 năm 2021.

    >>> date_words(dt.date(2021, 9, 6)), date_words(dt.date(2018, 1, 18), "words")
    ('06/9/2021', '18 tháng 01 năm 2018')
    """
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    if style == "words":
        return f"{day.day:02} tháng {month} năm {day.year}"
    return f"{day.day:02}/{month}/{day.year}"


def is_plain(document: KnownDocument) -> bool:
    """Tell whether all of a document is known well enough to cite it in full."""
    return bool(
        document.number
        and document.symbol
        and document.date
        and document.issuer
        and "," not in document.issuer
        and document.title
        and _UNPLAIN.isdisjoint(document.title)
        and document.type in TYPES
        and (document.confidence or "") in _FIRM
    )


@cache
def central() -> tuple[KnownDocument, ...]:
    """Return the Party's central documents that can be cited in full."""
    return tuple(
        one
        for one in registry().documents
        if one.authority == "tw" and (one.symbol or "").endswith("/TW") and is_plain(one)
    )


@cache
def of_the_state() -> tuple[KnownDocument, ...]:
    """Return the documents of Government that can be cited with all but their title."""
    return tuple(
        one
        for one in registry().documents
        if (one.symbol or "").endswith(("NĐ-CP", "NQ-CP")) and one.date and one.issuer
    )


@cache
def succeeded() -> frozenset[str]:
    """Return the keys of what is replaced, continued or amended, or has ended, at any time."""
    named = {r.to_key for r in registry().relations if r.relation in SUCCEEDING}
    gone = {
        one.key
        for one in registry().documents
        if one.status and not one.status.startswith("in force")
    }
    return frozenset(named | gone)


@cache
def standing(day: dt.date) -> tuple[KnownDocument, ...]:
    """Return the central documents that a draft of that day may rely on."""
    before = day - dt.timedelta(days=20)
    return tuple(
        one for one in central() if one.key not in succeeded() and one.date and one.date <= before
    )


@cache
def _by_group() -> Mapping[str, list[KnownDocument]]:
    found: defaultdict[str, list[KnownDocument]] = defaultdict(list)
    for one in registry().documents:
        found[one.group].append(one)
    return found


def namesakes(document: KnownDocument) -> list[KnownDocument]:
    """Return the other known documents of the same number and symbol."""
    return [one for one in _by_group().get(document.group, ()) if one.key != document.key]


def title_words(document: KnownDocument) -> str:
    """Return the title as it goes on after "về"."""
    title = document.title or ""
    return title[:1].lower() + title[1:]


def number_words(document: KnownDocument) -> str:
    """Return number and symbol as one: 05-CT/TW for the Party, 30/2020/NĐ-CP for the State."""
    symbol = document.symbol or ""
    joint = "-" if "/" in symbol and not symbol[:4].isdigit() else "/"
    return f"{document.number}{joint}{symbol}"


def full(random: Random, document: KnownDocument, of: int) -> Iterator[Piece]:
    """Yield a first mention with date, issuer and title, in one of the usual styles."""
    if document.date is None:
        message = f"{document.key} has no date"
        raise ValueError(message)
    yield Piece(TYPES[document.type], "type", of)
    yield Piece(" số ")
    yield Piece(number_words(document), "symbol", of)
    yield Piece(random.choice((", ", " ")))
    yield Piece("ngày ")
    yield Piece(date_words(document.date, random.choice(("/", "/", "words"))), "date", of)
    yield Piece(" của ")
    yield Piece(document.issuer or "", "issuer", of)
    if document.term and random.random() < 0.6:
        opening, closing = random.choice(((" khóa ", ""), (" (khóa ", ")"), (", khóa ", ",")))
        yield Piece(opening)
        yield Piece(document.term, "term", of)
        yield Piece(closing)
    if document.title and _UNPLAIN.isdisjoint(document.title):
        yield Piece(" về ")
        yield Piece(title_words(document), "title", of)


def short(random: Random, document: KnownDocument, of: int) -> Iterator[Piece]:
    """Yield a later mention: with or without its date or issuer."""
    yield Piece(TYPES[document.type], "type", of)
    yield Piece(" số ")
    yield Piece(number_words(document), "symbol", of)
    style = random.randrange(4)
    if style == 0 and document.date:
        yield Piece(", ngày ")
        yield Piece(date_words(document.date), "date", of)
    if style == 1:
        yield Piece(" của ")
        yield Piece(document.issuer or "", "issuer", of)
