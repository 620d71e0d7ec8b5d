"""One citation as people type it: without accents, in small letters, with blanks anywhere."""

import datetime as dt
import re
import unicodedata
from functools import cache
from types import MappingProxyType
from typing import Final

from ontology.facts import Citation, Span
from ontology.figures import roman
from ontology.folding import collapse, fold_search, latin
from ontology.kinds import KINDS, Kind, kind_of_code
from ontology.numbers import canonical_number, canonical_symbol
from ontology.periods import day
from ontology.provinces import province_of


class CitationError(ValueError):
    """Words that are no citation, or one with an impossible date; `at` is where it goes wrong."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


_PARTY: Final = frozenset({Kind.CT, Kind.NQ, Kind.KL, Kind.QD, Kind.QDI, Kind.HD, Kind.TB})
"""Types that everybody cites without a symbol where the centre's are meant: Chỉ thị 05."""

_MARKED: Final = MappingProxyType(
    {
        "QD": "QĐ",
        "QDI": "QĐi",
        "QYD": "QyĐ",
        "ND": "NĐ",
        "DA": "ĐA",
        "DC": "ĐC",
        "DU": "ĐU",
        "DUK": "ĐUK",
        "DUQH": "ĐUQH",
        "DUCP": "ĐUCP",
        "HDND": "HĐND",
        "BGDDT": "BGDĐT",
        "BLDTBXH": "BLĐTBXH",
        "BKHDT": "BKHĐT",
        "TWDTN": "TWĐTN",
    }
)
"""Parts of symbols that are typed without their marks."""

_ISSUERS: Final = MappingProxyType(
    {
        fold_search(name): name
        for name in (
            "Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Chính phủ",
            "Thủ tướng Chính phủ", "Ban Tuyên giáo Trung ương", "Ban Tổ chức Trung ương",
        )
    }
    | {"bct": "Bộ Chính trị", "bbt": "Ban Bí thư"}
)  # fmt: skip


@cache
def _words() -> dict[str, Kind]:
    """Return the types by their words, in small letters without marks."""
    return {fold_search(word): kind for kind, spec in KINDS.items() for word in spec.words}


@cache
def _pattern() -> re.Pattern[str]:
    """Compile on first use; it looks at a text in small letters without marks."""
    codes = {fold_search(code) for spec in KINDS.values() for code in spec.symbols}
    types = "|".join(
        re.escape(t).replace(r"\ ", r"\s*") for t in sorted(codes.union(_words()), key=_long)
    )
    return re.compile(
        rf"""\s*(?:(?P<type>{types})(?![a-z]))?\s*(?:so|s)?\s*[:.]?\s*
        (?P<number>\d{{1,6}})
        (?:\s*/\s*(?P<year>(?:19|20)\d\d)(?=\s*/))?
        (?:\s*[-/.]?\s*(?P<symbol>(?!ngay|khoa|cua|nam|ve\b)[a-z]+\d*
            (?:(?:\s*[-/]\s*|\s+(?=(?:tw|tu|cp|ttg)\b))[a-z][a-z.]*\d*)*))?""",
        re.VERBOSE,
    )


def _long(word: str) -> tuple[int, str]:
    return -len(word), word


_DATE: Final = re.compile(
    r"(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})(?!\d)"
    r"|(?P<d2>\d{1,2})\s*(?:[/.-]|thang)\s*(?P<m2>\d{1,2})\s*(?:[/.-]|nam)\s*(?P<y2>\d{4})(?!\d)"
)
_TERM: Final = re.compile(r"\bkhoa\s+(?P<term>[ivx]+|\d{1,2})\b")
_YEAR: Final = re.compile(r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?![\d/.-])")
_NEXT: Final = re.compile(r"(?:[,;]|\bva\b)\s*")
_ISSUER: Final = re.compile(
    r"\b(?:cua\s+)?(?P<issuer>(?:ban|bo|uy ban|van phong|tinh uy|thanh uy|ubnd|hdnd|chinh phu"
    r"|thu tuong|quoc hoi|bct|bbt)\b[^,;()]*?)(?=\s+(?:ve|khoa|ngay)\b|[,;()]|\s*$)"
)
_TITLE: Final = re.compile(r"\bve\s+(?:viec\s+)?(?P<title>\S.*)$")


def parse_citation(text: str) -> Citation:
    """Return the citation that a person typed, or raise `CitationError`.

    >>> parse_citation("chi thi so 05 - ct/tw ngay 15/5/2016").symbol
    'CT/TW'
    """
    text = _read(text)
    shadow = _shadow(text)
    match = _pattern().match(shadow)
    kind = _kind(text, match) if match is not None else None
    if match is None or not (match["symbol"] or kind in _PARTY):
        message = f"'{collapse(text)}' không phải là số, ký hiệu văn bản; hãy viết như 05-CT/TW"
        raise CitationError(message, 0)
    symbol = _symbol(text, match, kind or Kind.XX)
    rest, at = shadow[match.end() :], match.end()
    issuer, title = _ISSUER.search(rest), _TITLE.search(rest)
    return Citation(
        id="c1",
        span=Span(0, max(len(text), 1)),
        type=kind or _kind_of_symbol(symbol),
        number=canonical_number(match["number"]),
        symbol=symbol,
        date=_date(text, rest, at),
        issuer=_issuer(text, issuer, at) or _place(text[at:]),
        term=_term(rest),
        rule="typed word" if _of_word(match) else "typed symbol",
        title=collapse(text[at + title.start("title") :]) if title else None,
    )


def typed_year(text: str) -> int | None:
    """Return the year that a person typed instead of a date: `24-CT/TW năm 2023`, `24-CT/TW (2023)`."""
    shadow = _shadow(_read(text))
    match = _pattern().match(shadow)
    rest = shadow[match.end() :] if match else ""
    title = _TITLE.search(rest)
    rest = rest[: title.start()] if title else rest
    found = None if _DATE.search(rest) else _YEAR.search(rest)
    return int(found["year"]) if found else None


def further(text: str) -> str | None:
    """Return the words from the second citation on where a person typed several.

    What stands in a title is not asked for.

    >>> further("Chỉ thị 05-CT/TW và kết luận 01-KL/TW"), further("05-CT/TW, 15/5/2016")
    ('kết luận 01-KL/TW', None)
    """
    text = _read(text)
    shadow = _shadow(text)
    first = _pattern().match(shadow)
    title = _TITLE.search(shadow)
    stop = title.start() if title else len(shadow)
    for mark in _NEXT.finditer(shadow, first.end() if first else stop, stop):
        other = _pattern().match(shadow, mark.end())
        if other and other["symbol"] and re.search("[-/]", shadow[other.end("number") :][:3]):
            return text[mark.end() :].strip()
    return None


def _read(text: str) -> str:
    """Return the text composed, and in Latin letters, letter for letter of what is composed."""
    return latin(unicodedata.normalize("NFC", text))


def _term(rest: str) -> str | None:
    """Return the Roman figure of a term: `khóa 12` is XII."""
    match = _TERM.search(rest)
    if match is None:
        return None
    return roman(int(match["term"])) if match["term"].isdigit() else match["term"].upper()


def _shadow(text: str) -> str:
    """Return the text in small letters without marks, letter for letter."""
    return "".join((fold_search(letter) or " ")[0] for letter in text)


def _kind(text: str, match: re.Match[str]) -> Kind | None:
    """Return the type typed, by its marks where it has them: Quy định and Quyết định are two."""
    named = _of_word(match)
    if named or match["type"] is None:
        return named
    code = text[match.start("type") : match.end("type")].upper()
    return kind_of_code(_MARKED.get(code, code))


def _of_word(match: re.Match[str]) -> Kind | None:
    """Return the type that is typed as a word, None for a code: QĐ is Quyết định or Quy định."""
    typed = (match["type"] or "").replace(" ", "")
    return next((kind for word, kind in _words().items() if word.replace(" ", "") == typed), None)


def _symbol(text: str, match: re.Match[str], kind: Kind) -> str:
    if match["symbol"] is None:
        code = Kind.QD if kind is Kind.QDI else kind
        return f"{code}/TW"
    typed = text[match.start("symbol") : match.end("symbol")]
    typed = re.sub(r"(?<=\w)\s+(?=\w)", "/", typed.strip())
    parts = re.split(r"\s*([-/])\s*", typed)
    symbol = canonical_symbol("".join(_MARKED.get(part.upper(), part.upper()) for part in parts))
    return f"{match['year']}/{symbol}" if match["year"] else symbol


def _kind_of_symbol(symbol: str) -> Kind:
    parts = [part for part in re.split(r"[-/]", symbol) if not part.isdigit()]
    return kind_of_code(parts[0]) or Kind.XX


def _date(text: str, rest: str, at: int) -> dt.date | None:
    match = _DATE.search(rest)
    if match is None:
        return None
    suffix = "1" if match["y1"] else "2"
    year, month, number = (int(match[part + suffix]) for part in "ymd")
    date = day(year, month, number)
    if date is None:
        printed = text[at + match.start() : at + match.end()]
        message = f"không có ngày {printed} trong lịch (từ ký tự thứ {at + match.start() + 1})"
        raise CitationError(message, at + match.start())
    return date


def _place(rest: str) -> str | None:
    """Return what was typed after a symbol where that is a province: `68-KH/TU Đồng Nai`."""
    printed = collapse(rest).strip(" ,;()")
    return printed if province_of(printed) else None


def _issuer(text: str, match: re.Match[str] | None, at: int) -> str | None:
    if match is None:
        return None
    printed = collapse(text[at + match.start("issuer") : at + match.end("issuer")])
    return _ISSUERS.get(fold_search(printed), printed)
