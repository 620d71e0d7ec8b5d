"""How a document stands on a day, as the store tells it, and what it does to others itself."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from api.labels import documents_by_key, short_day
from api.words import Words, table
from graph.answer_types import ChainRow, DocumentRow, ForceRow, Hop
from graph.labels import document_label
from graph.questions import Chain, InForce
from graph.store import Store
from ontology.relations import Relation

_TOLD: Final = (Relation.REPLACES, Relation.AMENDS, Relation.CONTINUES)
_SUCCESSOR: Final = re.compile(
    r"(?P<number>\d+-[^\s,;()]+)(?: of)?(?: (?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d))?"
)
_SAID: Final = "validity.said."
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class Validity:
    """What holds on the day; what others did to it by then, and what it `does` to others.

    Those come with the other's label. `registry` are the registry's own words, `successor` is a
    citation in them.
    """

    holds: ForceRow
    done: tuple[tuple[ForceRow, str], ...]
    does: tuple[tuple[Hop, str], ...]
    registry: str | None
    successor: str | None


def validity_of(row: DocumentRow, as_of: dt.date, store: Store, words: Words) -> Validity:
    """Return how a document stands on a day: what replaces it later does not count yet."""
    answer = store.ask(InForce(as_of=as_of, document=row.key, limit=None))
    forces = [force for force in answer.rows if isinstance(force, ForceRow)]
    does = _does(row.key, as_of, store)
    others = [*(force.by for force in forces if force.by), *(hop.to for hop in does)]
    names = documents_by_key(store, others)
    return Validity(
        holds=next(force for force in forces if force.holds),
        done=tuple((force, _label(names[force.by])) for force in forces if force.by),
        does=tuple((hop, _label(names[hop.to])) for hop in does),
        registry=in_words(row.status, words) if row.status else None,
        successor=_successor(row.status or ""),
    )


def _label(row: DocumentRow) -> str:
    return document_label(row.type, row.number, row.symbol, row.date, row.title)


def _does(key: str, as_of: dt.date, store: Store) -> list[Hop]:
    """Return the edges of a document that tell what became of others by it."""
    question = Chain(as_of=as_of, document=key, down=False, depth=1, limit=None)
    hops = (row.hop for row in store.ask(question).rows if isinstance(row, ChainRow))
    return [hop for hop in hops if hop.relation in _TOLD]


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
