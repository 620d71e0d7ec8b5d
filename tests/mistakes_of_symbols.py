"""Mistakes in the number and symbol of a citation: the letters are nearly those that are meant."""

from collections.abc import Callable
from random import Random
from typing import Final

from ontology.facts import Span
from tests.made_pieces import Made
from tests.mistakes import Planter, at

TWINS: Final = dict(zip("CTKHBĐ", "\u0421\u0422\u041a\u041d\u0412\u00d0", strict=True))
"""Letters by those that look alike: Cyrillic ones, and one of Icelandic."""


def _crossed(_: Random, symbol: str) -> str | None:
    number, dash, rest = symbol.partition("-")
    code, slash, body = rest.partition("/")
    if dash and slash and code.isalpha():
        return f"{number}/{code}-{body}"
    number, _slash, rest = symbol.partition("/")
    code, _dash, body = rest.partition("-")
    return f"{number}-{code}/{body}" if code.isalpha() else None


def _joined(random: Random, symbol: str) -> str | None:
    return symbol.replace(random.choice("-/"), "", 1)


def _spaced(random: Random, symbol: str) -> str | None:
    at_sign = random.choice("-/")
    return symbol.replace(at_sign, random.choice((f" {at_sign}", f"{at_sign} ", f" {at_sign} ")), 1)


def _dashed(random: Random, symbol: str) -> str | None:
    return symbol.replace("-", random.choice("–—"), 1)


def _twinned(random: Random, symbol: str) -> str | None:
    able = [place for place, letter in enumerate(symbol) if letter in TWINS]
    if not able:
        return None
    place = random.choice(able)
    return f"{symbol[:place]}{TWINS[symbol[place]]}{symbol[place + 1 :]}"


def _cased(random: Random, symbol: str) -> str | None:
    number, _, rest = symbol.partition("-")
    code, _, body = rest.partition("/")
    return random.choice(
        (f"{number}-{code.lower()}/{body}", f"{number}-{code}/{body.lower()}", symbol.lower())
    )


def _old(random: Random, symbol: str) -> str | None:
    return symbol.replace("TW", random.choice(("T.Ư", "TƯ")))


def _zero(_: Random, symbol: str) -> str | None:
    return symbol[1:] if symbol.startswith("0") else None


def _planter(change: Callable[[Random, str], str | None], *, of_state: bool = False) -> Planter:
    """Return a planter that writes the symbol of one citation in another way."""

    def plant(random: Random, draft: Made) -> tuple[Made, tuple[Span, ...]] | None:
        able = [
            place
            for place in draft.places("symbol")
            if draft.pieces[place].text.endswith("/TW") or of_state
        ]
        if not able:
            return None
        place = random.choice(able)
        wrong = change(random, draft.pieces[place].text)
        return None if wrong is None else at(draft, place, wrong)

    return plant


OF_SYMBOLS: Final[dict[str, Planter]] = {
    "symbol-crossed": _planter(_crossed, of_state=True),
    "symbol-separator": _planter(_joined),
    "symbol-spacing": _planter(_spaced),
    "symbol-dash": _planter(_dashed),
    "symbol-lookalike": _planter(_twinned),
    "symbol-case": _planter(_cased),
    "symbol-old": _planter(_old),
    "number-zero": _planter(_zero),
}
