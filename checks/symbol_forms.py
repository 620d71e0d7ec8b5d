"""How a number and symbol should be printed, and in what ways they are printed otherwise.

The Party prints `05-CT/TW`, number, type, slash, body; the State `30/2020/NĐ-CP`, `25/CT-TTg`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from ontology.folding import DASHES, LOOKALIKES
from ontology.kinds import kind_of_code
from ontology.numbers import canonical_symbol

FIGURES: Final = MappingProxyType({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})
"""Letters that are typed for figures."""

_UNBARRED: Final = MappingProxyType(
    {"QD": "QĐ", "HDND": "HĐND", "ND": "NĐ", "DU": "ĐU", "QDI": "QĐi", "QDi": "QĐi"}
)
"""D typed for Đ, where there is no such code with D."""

_OFFICES: Final = "BTGDV|BTG|BTC|VP|UBKT|BDV|BNC|BKT|BCS|BĐN|HĐLL"
_PARTY: Final = re.compile(
    rf"(?:(?:{_OFFICES})?(?:TW|TU)|(?:{_OFFICES})?(?:HU|ThU|QU|ĐU)|CB|ĐUQH|ĐUCP)"
)
_STATE: Final = re.compile(
    r"CP|TTg|UBND|HĐND|QH\d{1,2}|UBTVQH\d{1,2}|B(?:CA|QP|NV|TC|GDĐT|TTTT|KHCN|YT|TP|XD|GTVT|VHTTDL"
    r"|NNPTNT|NNMT|TNMT|LĐTBXH|NG|KHĐT)"
)
_OLD_CENTRE: Final = re.compile(r"T\.Ư|TƯ|T\.W")
_LONE: Final = 1


@dataclass(frozen=True, slots=True)
class Printed:
    """A number and symbol in its parts as printed; marks are what stands between, with blanks."""

    number: str
    first: str
    year: str
    second: str
    code: str
    third: str
    body: str

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks that part it, in turn; a law's symbol has no code, and none after it."""
        if not self.year:
            return (self.first, self.third)
        return (self.first, self.second, self.third) if self.code else (self.first, self.second)


@dataclass(frozen=True, slots=True)
class Right:
    """The form that it should have, and the codes of the rules that it breaks."""

    text: str
    codes: tuple[str, ...]


def right_form(printed: Printed) -> Right | None:
    """Return the right form, or None where what is printed is no symbol that is known.

    >>> right_form(Printed("05", "/", "", "", "CT", "-", "TW"))
    Right(text='05-CT/TW', codes=('symbol-crossed',))
    >>> right_form(Printed("5", " – ", "", "", "ct", "/", "tw")).text
    '05-CT/TW'
    """
    number = "".join(FIGURES.get(_latin(c), _latin(c)) for c in printed.number)
    code = _code(printed.code)
    if code is None and _code(printed.body) and _PARTY.fullmatch(printed.code):
        turned = replace(printed, code=printed.body, body=printed.code)
        right = right_form(turned)
        return right and Right(right.text, ("symbol-crossed", *right.codes))
    if code is None or not number.isdigit():
        return None
    body = _body(printed.body)
    first, second = _marks(printed, body)
    year = f"/{printed.year}" if printed.year else ""
    text = f"{number.zfill(2)}{year}{first}{code}{second}{body}"
    return Right(text, tuple(_codes(printed, number, code, body, (first, second))))


def law_form(printed: Printed) -> Right:
    """Return the right form of a symbol of the National Assembly: `64/2025/QH15`."""
    body = printed.body.upper()
    text = f"{printed.number.zfill(2)}/{printed.year}/{body}"
    return Right(text, tuple(_codes(printed, printed.number, "", body, ("/", "/"))))


def is_known_body(body: str) -> bool:
    """Tell whether a body is one whose form is known for certain: the Party's, or the State's."""
    found = _body(body).partition("-")[0]
    return (_PARTY.fullmatch(found) or _STATE.fullmatch(found)) is not None


def _latin(text: str) -> str:
    return "".join(LOOKALIKES.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def _code(printed: str) -> str | None:
    """Return the code of a type in its usual case."""
    latin = _latin(printed)
    latin = _UNBARRED.get(latin.upper(), latin)
    return canonical_symbol(latin.upper()) if kind_of_code(latin) else None


def _body(printed: str) -> str:
    latin = _OLD_CENTRE.sub("TW", _latin("".join(printed.split())))
    for dash in DASHES:
        latin = latin.replace(dash, "-")
    parts = (_UNBARRED.get(part, part) for part in latin.split("-"))
    capitals = (part if _has_small(part) else part.upper() for part in parts)
    return "-".join(canonical_symbol(part) for part in capitals)


def _has_small(part: str) -> bool:
    """Tell whether a small letter belongs to the body: `TTg`, `ThU`."""
    return part in {"TTg", "ThU"} or (not part.isupper() and not _is_plain(part))


def _is_plain(part: str) -> bool:
    upper = part.upper()
    return (_PARTY.fullmatch(upper) or _STATE.fullmatch(upper)) is not None


def _marks(printed: Printed, body: str) -> tuple[str, str]:
    """Return the marks before and after the type: by body, else as printed."""
    first = body.partition("-")[0]
    if _PARTY.fullmatch(first) and not printed.year:
        return "-", "/"
    if _STATE.fullmatch(first) or printed.year:
        return "/", "-"
    return _bare(printed.first) or "-", _bare(printed.third) or "/"


def _bare(mark: str) -> str:
    """Return a mark without blanks; a full stop is none."""
    for dash in DASHES:
        mark = mark.replace(dash, "-")
    return "".join(mark.replace(".", "").split())[:1]


def _codes(
    printed: Printed, number: str, code: str, body: str, right: tuple[str, str]
) -> Iterator[str]:
    marks = [_bare(mark) for mark in printed.marks]
    wanted = ["/", *right] if printed.year and code else list(right)
    if all(marks) and marks != wanted:
        yield "symbol-crossed"
    if not all(marks):
        yield "symbol-separator"
    between = "".join(printed.marks)
    signs = [mark for mark in (*printed.marks, printed.body) if mark.strip()]
    if any(len(mark.split()) > 1 or mark.strip() != mark for mark in signs if "\n" not in mark):
        yield "symbol-spacing"
    if any(dash in between or dash in printed.body for dash in DASHES):
        yield "symbol-dash"
    yield from _of_letters(printed, code, body)
    if len(number) == _LONE:
        yield "number-zero"


def _of_letters(printed: Printed, code: str, body: str) -> Iterator[str]:
    """Yield what is wrong with the letters: of another script, of another case, out of use."""
    letters = unicodedata.normalize("NFC", printed.number + printed.code + printed.body)
    if _OLD_CENTRE.search(printed.body):
        yield "symbol-old"
    latin = _latin(letters)
    plain = _UNBARRED.get(printed.code.upper()) == code or (
        "HĐND" in body and "HDND" in printed.body
    )
    if latin != letters or plain or not printed.number.isdigit():
        yield "symbol-lookalike"
    has = _OLD_CENTRE.sub("TW", latin[len(printed.number) :])
    for dash in DASHES:
        has = has.replace(dash, "-")
    if has.upper() == (code + body).upper() and "".join(has.split()) != code + body:
        yield "symbol-case"
