"""What one province has of a body that every province has, and what became of it in 2025."""

import re
from dataclasses import replace

from ontology.keys import CENTRE_NAME, authority_of, slug
from ontology.known import KnownBody
from ontology.provinces import is_city, successor_of
from ontology.registry_bodies import EACH


def is_each(key: str) -> bool:
    """Tell whether a key is that of a body that every province has one of."""
    return key.startswith(f"{EACH}/")


def of_province(body: KnownBody, province: str | None) -> KnownBody:
    """Return what one province has of a body that every province has; `_` where it is unknown.

    In a province that became part of another it ended on that day at the latest, and the same body
    of the other province came after it.
    """
    home = None if province == CENTRE_NAME else province
    city = home is not None and is_city(home)
    name = _in_city(body.name) if city else body.name
    here = replace(
        body,
        key=f"{authority_of(home)}/{slug(name)}",
        name=name,
        jurisdiction=home,
        parent=_key_in(body.parent, home, city=city),
        successor=_key_in(body.successor, home, city=city),
    )
    return _merged(here, body.key, home) if home is not None else here


def _merged(here: KnownBody, each: str, home: str) -> KnownBody:
    """Let a body end with its province, unless it ended before."""
    merger = successor_of(home)
    if merger is None:
        return here
    province, day = merger
    if here.valid_to is not None and here.valid_to <= day:
        return here
    successor = _key_in(each, province, city=is_city(province))
    return replace(here, valid_to=day, successor=successor, successor_date=day)


def _key_in(key: str | None, home: str | None, *, city: bool) -> str | None:
    if key is None or not is_each(key):
        return key
    bare = key.partition("/")[2]
    if city:
        bare = re.sub(r"tinh-uy$", "thanh-uy", bare)
        bare = re.sub(r"-tinh$", "-thanh-pho", bare)
    return f"{authority_of(home)}/{bare}"


def _in_city(name: str) -> str:
    name = re.sub(r"Tỉnh ủy$", "Thành ủy", name)
    return re.sub(r" tỉnh$", " thành phố", name)
