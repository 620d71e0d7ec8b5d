"""What became of bodies, and who says so: the registry of bodies and the table of provinces."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ontology.bodies import BodyNames
from ontology.keys import authority_of
from ontology.known import KnownBody
from ontology.provinces import Province, provinces
from ontology.provincial import is_each, of_province
from ontology.registry_bodies import EACH

_COMMITTEE = f"{EACH}/tinh-uy"
"""The committee that stands for its province: with it the province's whole Party body merged."""


class Word(NamedTuple):
    """Where a change is known from, and how sure that is."""

    source: str | None
    confidence: str | None


def word_on(names: BodyNames, key: str, successor: str | None) -> Word:
    """Return on whose word a body ended: the table's where its whole province did.

    `names` are those of the registry; a body that neither knows is on nobody's word.
    """
    authority = key.partition("/")[0]
    province = _merged().get(authority)
    if province is not None and successor is not None:
        after = authority_of(province.successor)
        if successor.partition("/")[0] == after:
            return Word(province.source, province.confidence)
    entry = names.entry(key)
    return Word(entry.source, entry.confidence) if entry is not None else Word(None, None)


def _merged() -> dict[str, Province]:
    return {authority_of(one.name): one for one in provinces() if one.successor is not None}


def known_changes(bodies: Iterable[KnownBody]) -> Iterator[KnownBody]:
    """Give the bodies that ended as it is known without any text.

    What every province had one of comes as its entry; of each province that became part of another
    the committee.
    """
    bodies = tuple(bodies)
    for body in bodies:
        if is_each(body.key) and (body.valid_to is not None or body.successor is not None):
            yield body
    for body in bodies:
        if body.key == _COMMITTEE:
            for province in _merged().values():
                yield of_province(body, province.name)
