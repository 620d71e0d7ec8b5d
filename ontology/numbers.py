"""Numbers and symbols: one canonical form, and the group of documents that share it."""

import re
import unicodedata
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from ontology.folding import one_print
from ontology.kinds import KINDS

_LEVELS: Final = ("TW", "TU", "ThU", "HU", "QU", "ĐU", "CB", "UBND", "HĐND")
_CODES: Final = MappingProxyType(
    {code.upper(): code for spec in KINDS.values() for code in spec.symbols}
    | {word.upper(): word for word in ("TTg", "ThU", "TANDTC")}
)
_GLUED: Final = re.compile(
    f"({'|'.join(sorted(_CODES, key=len, reverse=True))})({'|'.join(_LEVELS)})", re.IGNORECASE
)
_PARTS: Final = re.compile(r"([/-])")


@lru_cache(maxsize=4096)
def canonical_symbol(text: str) -> str:
    """Return a symbol as it should be printed: no blanks, plain hyphens, codes in their usual case.

    >>> canonical_symbol("ctr /TU"), canonical_symbol("TB/T.Ư"), canonical_symbol("CTrTU")
    ('CTr/TU', 'TB/TW', 'CTr/TU')
    >>> canonical_symbol("2020/NĐ–CP")
    '2020/NĐ-CP'
    """
    text = "".join(one_print(unicodedata.normalize("NFC", text)).split())
    text = text.replace("T.Ư", "TW").replace("TƯ", "TW").replace("T.W", "TW").strip(".-/")
    parts = [_CODES.get(part.upper(), _capitals(part)) for part in _PARTS.split(text)]
    glued = _GLUED.fullmatch(parts[0]) if len(parts) == 1 else None
    return f"{_CODES[glued[1].upper()]}/{glued[2]}" if glued else "".join(parts)


def _capitals(part: str) -> str:
    return part.upper() if part.islower() else part


def canonical_number(text: str | None) -> str | None:
    """Return a number with at least two figures, as the Party prints it: `5` is `05`."""
    if text is None:
        return None
    bare = text.strip().lstrip("0") or "0"
    return bare.zfill(2)


def full_symbol(number: str | None, symbol: str | None) -> str:
    """Return number and symbol as one printed form.

    >>> full_symbol("05", "CT/TW"), full_symbol("30", "2020/NĐ-CP"), full_symbol("21", "KL-BCA")
    ('05-CT/TW', '30/2020/NĐ-CP', '21/KL-BCA')
    """
    if not symbol:
        return number or ""
    first = _PARTS.search(symbol)
    joint = "-" if first is not None and first[0] == "/" and not symbol[0].isdigit() else "/"
    return f"{number or ''}{joint}{symbol}"


def group_of(number: str | None, symbol: str | None) -> str:
    """Return what documents with the same number and symbol share, however it was printed.

    Crossed Party and State forms, missing separators, case and leading zeros make no difference,
    and the three codes of Quy định are one with QĐ.

    >>> group_of("5", "CT-TW") == group_of("05", "ct/TW") == "5|CTTW"
    True
    >>> group_of("08", "QĐi/TW") == group_of("8", "QĐ/TW")
    True
    """
    symbol = canonical_symbol(symbol or "")
    code, *rest = _PARTS.split(symbol)
    if code.upper() in {"QĐI", "QYĐ"}:
        code = "QĐ"
    letters = _PARTS.sub("", code + "".join(rest)).upper()
    return f"{(number or '').strip().lstrip('0')}|{letters}"
