"""Where documents come from: the level of an authority, and the province that answers for it."""

import datetime as dt
from typing import Final

from ontology.authorities import jurisdiction_of
from ontology.keys import CENTRE, UNKNOWN, slug
from ontology.provinces import province_on

CENTRAL: Final = "central"
PROVINCIAL: Final = "province"
LOCAL: Final = "local"
NOT_KNOWN: Final = "unknown"
LEVELS: Final = (CENTRAL, PROVINCIAL, LOCAL, NOT_KNOWN)
BELOW_CENTRE: Final = frozenset({PROVINCIAL, LOCAL})
"""The levels that belong to a province."""


def level_of(authority: str) -> str:
    """Return whether an authority is the centre's, a province's, one below it, or of who knows.

    >>> level_of("tw"), level_of("lang-son"), level_of("lang-son.xa-thanh-linh")
    ('central', 'province', 'local')
    """
    if authority == CENTRE:
        return CENTRAL
    if authority.startswith(UNKNOWN):
        return NOT_KNOWN
    return LOCAL if "." in authority else PROVINCIAL


def owner_of(authority: str, as_of: dt.date) -> str:
    """Return the province that answers by a day for an authority, as in keys.

    >>> owner_of("binh-thuan.xa-a", dt.date(2026, 1, 1)), owner_of("ha-son", dt.date(2026, 1, 1))
    ('lam-dong', 'ha-son')
    """
    name = jurisdiction_of(authority)
    return slug(province_on(name, as_of)) if name else authority.partition(".")[0]
