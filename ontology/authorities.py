"""The first part of a document's key: whose series of numbers a symbol belongs to."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from ontology.keys import CENTRE, CENTRE_NAME, UNKNOWN, authority_of, is_local, slug
from ontology.places import place_below, plain
from ontology.provinces import province_of, provinces

_BELOW: Final = re.compile(r"(?:^|[/-])(?:[A-ZĐ]*(?:HU|ThU|QU)|ĐU|CB)(?=$|[/-])")
_ANY_LEVEL: Final = re.compile(r"(?:^|[/-])(?:UBND|HĐND)(?=$|[/-])")
_NAMELESS: Final = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã)$")


@dataclass(frozen=True, slots=True)
class Home:
    """Where a document comes from: its province, district or commune, as far as it says.

    `scope` is an authority of its own, for local symbols that cannot be told from others'.
    """

    province: str | None
    place: str | None
    scope: str

    @classmethod
    def of(cls, jurisdiction: str | None, issuer: str | None, scope: str) -> "Home":
        """Return the home that a document's header tells."""
        province = jurisdiction if jurisdiction != CENTRE_NAME else None
        return cls(province, place_below(issuer) if issuer else None, scope)


def authority_for(symbol: str, issuer: str | None, home: Home) -> str:
    """Return whose number a symbol belongs to, where a document of `home` prints it.

    Central symbols are the centre's; a local one is of the province that its printed issuer names,
    else of the document's own; symbols of districts and communes also carry the place.
    """
    if not is_local(symbol):
        return CENTRE
    named = province_of(issuer) if issuer else None
    province = named or home.province
    if province is None:
        return home.scope
    place = _place(symbol, issuer, home if named in {None, home.province} else None)
    if place is None and _BELOW.search(symbol) and issuer is None:
        return home.scope
    return f"{authority_of(province)}.{slug(place)}" if place else authority_of(province)


def _place(symbol: str, issuer: str | None, home: Home | None) -> str | None:
    """Return the district or commune of a symbol: as printed with it, else that of the document."""
    below = _BELOW.search(symbol) is not None
    if not below and _ANY_LEVEL.search(symbol) is None:
        return None
    printed = place_below(issuer) if issuer else None
    if printed is not None and " " in printed:
        return printed
    leaves_it_out = issuer is None or below or _NAMELESS.search(plain(issuer)) is not None
    return home.place if home is not None and leaves_it_out else None


@cache
def _names() -> dict[str, str]:
    return {slug(province.name): province.name for province in provinces()}


def jurisdiction_of(authority: str) -> str | None:
    """Return the jurisdiction that an authority belongs to, None where it is not known.

    >>> jurisdiction_of("tw"), jurisdiction_of("lang-son.xa-thanh-linh"), jurisdiction_of("_1f3a")
    ('Trung ương', 'Lạng Sơn', None)
    """
    if authority == CENTRE or authority.startswith(UNKNOWN):
        return CENTRE_NAME if authority == CENTRE else None
    return _names().get(authority.partition(".")[0])
