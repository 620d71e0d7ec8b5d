"""Readable keys, the same on every rebuild."""

import datetime as dt
import hashlib
import re
from typing import Final

from ontology.folding import fold_search
from ontology.numbers import canonical_number, canonical_symbol, full_symbol

CENTRE: Final = "tw"
"""The authority of the Party's central bodies and of the State's."""

CENTRE_NAME: Final = "Trung ương"
"""What the centre is called where others name their province."""

UNKNOWN: Final = "_"
"""The authority of a document whose jurisdiction nothing tells."""

_NO_LETTERS: Final = re.compile(r"[^a-z0-9]+")
_LOCAL: Final = re.compile(
    r"(?:^|[/-])(?:[A-ZĐ]*(?:TU|HU|ThU|QU|ĐU|CB)|UBND|HĐND|VP|S[A-ZĐ]{2,})(?=$|[/-])"
)


def slug(text: str) -> str:
    """Return a name for keys and addresses.

    >>> slug("Thành phố Hồ Chí Minh"), slug("Đắk Lắk")
    ('thanh-pho-ho-chi-minh', 'dak-lak')
    """
    return _NO_LETTERS.sub("-", fold_search(text)).strip("-")


def authority_of(jurisdiction: str | None) -> str:
    """Return the first part of a key: `tw` for the centre, a province's slug, `_` when unknown."""
    if jurisdiction is None:
        return UNKNOWN
    return CENTRE if jurisdiction == CENTRE_NAME else slug(jurisdiction)


def is_within(key: str, authority: str) -> bool:
    """Tell whether a document is of an authority or of one below it.

    >>> [is_within("ha-son.xa-thanh-linh/04-CTr-ĐU/2025-08-29", a) for a in ("ha-son", "ha", "tw")]
    [True, False, False]
    """
    whose = key.partition("/")[0]
    return whose == authority or whose.startswith(f"{authority}.")


def is_local(symbol: str) -> bool:
    """Tell whether a symbol is issued anew in every province, district or commune.

    >>> [is_local(s) for s in ("KH/TU", "CTr/BTGTU", "QĐ-UBND", "CT/TW", "NĐ-CP", "HD/BTGTW")]
    [True, True, True, False, False, False]
    """
    return _LOCAL.search(canonical_symbol(symbol)) is not None


def document_key(authority: str, number: str | None, symbol: str, date: dt.date | None) -> str:
    """Return the key of a numbered document.

    >>> document_key("tw", "5", "CT/TW", dt.date(2016, 5, 15))
    'tw/05-CT-TW/2016-05-15'
    """
    printed = full_symbol(canonical_number(number), canonical_symbol(symbol)).replace("/", "-")
    return "/".join(part for part in (authority, printed, date.isoformat() if date else "") if part)


def unnumbered_key(authority: str, kind: str, issuer: str | None, when: str, text: str) -> str:
    """Return the key of a document without a number, told apart by a digest of its text."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return "/".join((authority, "-".join(filter(None, (kind, slug(issuer or "")))), when, digest))


def task_key(document: str, path: str) -> str:
    """Return the key of a task: its document's key and its path in it."""
    return f"{document}#{path}"
