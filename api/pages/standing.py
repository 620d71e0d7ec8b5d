"""Whether a document holds, as its edges to others and the registry tell."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from api.labels import documents_by_key, short_day
from api.words import Words, table
from graph.answer_types import DocumentRow, EdgeRow
from graph.questions import Neighbours
from graph.store import Store
from ontology.relations import Relation

_TOLD: Final = (Relation.REPLACES, Relation.AMENDS, Relation.CONTINUES)
_MOST: Final = 500
"""So many edges are looked at; those of tasks say nothing of the document itself."""
_SUCCESSOR: Final = re.compile(
    r"(?P<number>\d+-[^\s,;()]+)(?: of)?(?: (?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d))?"
)


_SAID: Final = "validity.said."
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


class Verdict(StrEnum):
    """What becomes of a document."""

    IN_FORCE = "in force"
    CONTINUED = "continued"
    FOLLOWED = "followed"
    REPLACED = "replaced"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Tied:
    """A document that replaces, amends or continues the one that is shown, or is so by it.

    `outward` tells that the one that is shown does it.
    """

    edge: EdgeRow
    key: str
    outward: bool


@dataclass(frozen=True, slots=True)
class Validity:
    """The verdict, None where nobody has said anything; the registry's own words; the edges.

    `successor` is a citation in the registry's words.
    """

    verdict: Verdict | None
    registry: str | None
    successor: str | None
    ties: tuple[Tied, ...]


def validity_of(row: DocumentRow, as_of: dt.date, store: Store, words: Words) -> Validity:
    """Return how a document stands on a day: what replaces it later does not count yet."""
    question = Neighbours(as_of=as_of, key=row.key, relations=_TOLD, limit=_MOST)
    edges = [
        edge
        for edge in store.ask(question).rows
        if isinstance(edge, EdgeRow) and "#" not in edge.hop.from_
    ]
    ties = tuple(_in_time(edges, row, as_of, store))
    return Validity(
        verdict=_verdict(row, ties),
        registry=in_words(row.status, words) if row.status else None,
        successor=_successor(row.status or ""),
        ties=ties,
    )


def _in_time(
    edges: Iterable[EdgeRow], row: DocumentRow, as_of: dt.date, store: Store
) -> Iterator[Tied]:
    edges = list(edges)
    others = {e.hop.to if e.hop.from_ == row.key else e.hop.from_ for e in edges}
    names = documents_by_key(store, others)
    for edge in edges:
        outward = edge.hop.from_ == row.key
        other = edge.hop.to if outward else edge.hop.from_
        date = names[other].date if other in names else None
        if outward or date is None or date <= as_of:
            yield Tied(edge, other, outward)


def _verdict(row: DocumentRow, ties: Iterable[Tied]) -> Verdict | None:
    inward = {tie.edge.hop.relation for tie in ties if not tie.outward}
    if Relation.REPLACES in inward:
        return Verdict.REPLACED
    said = next((v for v in Verdict if (row.status or "").startswith(v)), None)
    if said is None and Relation.CONTINUES in inward:
        return Verdict.CONTINUED
    return said


def in_words(said: str, words: Words) -> str:
    """Return the registry's words in the reader's language, with days as people write them.

    >>> in_words("in force from 2025-07-01", Words("vi"))
    'còn hiệu lực từ ngày 01/07/2025'
    >>> in_words("replaced 2026-01-09", Words("vi"))
    'bị thay thế ngày 09/01/2026'
    """
    for key in sorted((key for key in table() if key.startswith(_SAID)), key=len, reverse=True):
        said = said.replace(key.removeprefix(_SAID), words(key))
    return _DAY.sub(r"\3/\2/\1", said)


def _successor(said: str) -> str | None:
    """Return the citation that the registry's words name.

    >>> _successor("continued to 2026; its successor is CT 07-CT/TW of 2026-07-13")
    '07-CT/TW ngày 13/7/2026'
    """
    match = _SUCCESSOR.search(said)
    if match is None:
        return None
    if match["y"] is None:
        return match["number"]
    day = dt.date(int(match["y"]), int(match["m"]), int(match["d"]))
    return f"{match['number']} ngày {short_day(day)}"
