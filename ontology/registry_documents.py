"""A row of the registry of documents: what it says, and what is wrong with it."""

import datetime as dt
import re
from typing import Final

from ontology.authorities import Home, authority_for
from ontology.keys import CENTRE_NAME, UNKNOWN, document_key, is_local
from ontology.kinds import Kind, kind_of_code, kind_of_word
from ontology.known import KnownDocument
from ontology.numbers import canonical_number, canonical_symbol
from ontology.provinces import province_of
from ontology.sheets import Row
from ontology.terms import term_on

_NUMBER: Final = re.compile(r"(\d{1,6})(?:/((?:19|20)\d\d))?")
_SYMBOL: Final = re.compile(r"[A-Za-zĐđ0-9&.]+(?:[-/][A-Za-zĐđ0-9&.]+)*")
_LATER: Final = re.compile(r"followed_by\s+([^;]+)")
_CODES: Final = ", ".join(kind for kind in Kind if kind is not Kind.XX)


def document_of(row: Row) -> KnownDocument | None:
    """Return the document of a row; report what is wrong, and return None without a number."""
    number, symbol = _numbered(row)
    kind = _kind(row)
    issuer = row.need("issuer", "cơ quan ban hành")
    date = row.date("date")
    if not number or not symbol:
        return None
    jurisdiction = _jurisdiction(row, symbol, issuer)
    authority = authority_for(symbol, issuer, Home.of(jurisdiction, issuer, UNKNOWN))
    return KnownDocument(
        key=document_key(authority, number, symbol, date),
        authority=authority,
        type=kind,
        number=number,
        symbol=symbol,
        date=date,
        issuer=issuer,
        term=_term(row, symbol, date),
        jurisdiction=jurisdiction,
        title=row.get("short_title"),
        status=_status(row),
        source=row.get("source"),
        confidence=row.get("confidence"),
    )


def _numbered(row: Row) -> tuple[str | None, str | None]:
    """Return number and symbol; the year of a State form goes with the symbol, as in citations."""
    printed = row.need("number", "số văn bản")
    symbol = canonical_symbol(row.need("symbol", "ký hiệu"))
    match = _NUMBER.fullmatch(printed.replace(" ", ""))
    if printed and match is None:
        row.wrong("number", f"'{printed}' không phải là số văn bản; hãy viết như 05 hoặc 30/2020")
    if symbol and _SYMBOL.fullmatch(symbol) is None:
        row.wrong("symbol", f"'{symbol}' không phải là ký hiệu; hãy viết như CT/TW hoặc NĐ-CP")
    if match is None:
        return None, None
    return canonical_number(match[1]), f"{match[2]}/{symbol}" if match[2] else symbol


def _kind(row: Row) -> str:
    code = row.need("type_code", "mã loại văn bản")
    kind = kind_of_code(code) or kind_of_word(code)
    if code and kind is None:
        row.wrong("type_code", f"không có loại văn bản '{code}'; các mã: {_CODES}")
    return kind or Kind.XX


def _jurisdiction(row: Row, symbol: str, issuer: str) -> str | None:
    if not is_local(symbol):
        return CENTRE_NAME
    province = province_of(issuer)
    if issuer and province is None:
        row.wrong(
            "issuer",
            f"ký hiệu {symbol} là của địa phương mà '{issuer}' không nêu tỉnh, thành phố nào",
        )
    return province


def _term(row: Row, symbol: str, date: dt.date | None) -> str | None:
    """Return the term given, else for central Party symbols the one in which the date lies."""
    given = row.get("term")
    if given or date is None or is_local(symbol) or not symbol.endswith("/TW"):
        return given
    return term_on(date)


def _status(row: Row) -> str | None:
    """Return the status given, else the later document on the same subject, where one is named."""
    later = _LATER.search(row.get("relations") or "")
    return row.get("status") or (f"followed by {later[1].strip()}" if later else None)
