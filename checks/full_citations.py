"""Citations as they should be written: in full at the first mention, short at later ones.

In full by Quy định 399-QĐ/TW and Hướng dẫn 05-HD/VPTW for Party documents, and by Nghị định
30/2020/NĐ-CP for those of the State: type, number and symbol, day, issuer, what it is about.
"""

import datetime as dt
from enum import StrEnum
from typing import Final

from ontology.kinds import vietnamese
from ontology.known import KnownDocument
from ontology.numbers import full_symbol

_TEN: Final = 10
_TWO: Final = 2
_ABOUT: Final = "về "
_VERBS: Final = ("ban hành ", "quy định ", "phê duyệt ", "quy định về ", "hướng dẫn ", "công bố ")
"""Titles of decisions that say what is done need no `về`."""


class Style(StrEnum):
    """How the citing document writes days: a Party document in figures, one of the State in words.

    And only a Party document has a comma before the day.
    """

    PARTY = "party"
    STATE = "state"


def written_day(day: dt.date, style: Style) -> str:
    """Return a day as it is written after `ngày`; small figures have a zero before them.

    >>> written_day(dt.date(2016, 5, 5), Style.PARTY), written_day(dt.date(2021, 2, 9), Style.PARTY)
    ('05/5/2016', '09/02/2021')
    >>> written_day(dt.date(2020, 3, 5), Style.STATE)
    '05 tháng 3 năm 2020'
    """
    date = f"{day.day:02}" if day.day < _TEN else str(day.day)
    month = f"{day.month:02}" if day.month <= _TWO else str(day.month)
    if style is Style.STATE:
        return f"{date} tháng {month} năm {day.year}"
    return f"{date}/{month}/{day.year}"


def short_citation(document: KnownDocument) -> str:
    """Return a citation for later mentions: `Chỉ thị số 05-CT/TW`."""
    return f"{vietnamese(document.type)} số {full_symbol(document.number, document.symbol)}"


def full_citation(document: KnownDocument, style: Style = Style.PARTY) -> str:
    """Return a citation for the first mention, with all that is known of the document."""
    comma = "," if style is Style.PARTY else ""
    day = f"{comma} ngày {written_day(document.date, style)}" if document.date else ""
    issuer = f" của {document.issuer}" if document.issuer else ""
    term = f" khóa {document.term}" if document.term and document.issuer else ""
    title = f" {_about(document)}" if document.title else ""
    return f"{short_citation(document)}{day}{issuer}{term}{title}"


def missing(document: KnownDocument) -> tuple[str, ...]:
    """Return the fields that a full citation should have and that are not known."""
    return tuple(name for name in ("date", "issuer", "title") if not getattr(document, name))


def _about(document: KnownDocument) -> str:
    """Return a title as it goes on in a sentence: a small letter first, but for proper names."""
    title = (document.title or "").strip()
    first, _, rest = title.partition(" ")
    is_name = rest[:1].isupper() or first.isupper()
    words = title if is_name else title[:1].lower() + title[1:]
    return words if words.startswith((_ABOUT, *_VERBS)) else _ABOUT + words
