"""What became of a document over time, and how it stands on a day."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from graph.answer_types import Answer, Force, ForceRow
from graph.answers.asking import Asking, need_document
from graph.answers.places import Said, best_places, hops
from graph.answers.quotes import Quotes
from graph.answers.values import day
from graph.paging import answer, page_of
from graph.questions import InForce
from ontology.relations import Relation
from ontology.standing import last_known_day, told_end, told_start

_FORCES: Final = MappingProxyType(
    {
        Relation.CONTINUES: Force.CONTINUED,
        Relation.AMENDS: Force.AMENDED,
        Relation.REPLACES: Force.REPLACED,
    }
)
_GONE: Final = frozenset({Force.REPLACED, Force.ENDED})
_ORDER: Final = tuple(Force)


@dataclass(frozen=True, slots=True)
class _Known:
    """The document that was asked for: its id, key and day, its authority, the registry's words."""

    number: int
    key: str
    date: dt.date | None
    authority: str
    status: str | None


def ask_in_force(asking: Asking, question: InForce) -> Answer:
    """Answer `InForce`."""
    page = page_of(question)
    number = need_document(asking, question.document)
    ((key, date, authority, status),) = asking.rows("force_of_document", document=number)
    known = _Known(number, key, day(date), authority, status)
    since = told_start(status) or known.date
    if since is not None and since > question.as_of:
        rows = [ForceRow(key, Force.NOT_YET, since, holds=True)]
    else:
        told = [ForceRow(key, Force.IN_FORCE, since, holds=False)]
        told += _by_documents(asking, known, question.as_of)
        told += _by_registry(known, question.as_of, told)
        rows = _holding(sorted(told, key=_by_day))
    return answer(question, tuple(page.of(rows)), len(rows))


def _by_documents(asking: Asking, known: _Known, as_of: dt.date) -> Iterator[ForceRow]:
    """Give what others did to it, each with the words that prove it."""
    found: dict[Said, tuple[str, dt.date | None]] = {}
    for relation, number, key, date, authority in asking.rows(
        "force_events", document=known.number
    ):
        on = day(date)
        own = relation != Relation.CONTINUES or authority == known.authority
        if own and (on is None or on <= as_of):
            found[number, relation, known.number, number] = key, on
    places = best_places(asking, found)
    told = [(key, edge[1], known.key, places[edge]) for edge, (key, _) in found.items()]
    for ((_, relation, *_), (key, on)), hop in zip(
        found.items(), hops(Quotes(asking), told), strict=True
    ):
        yield ForceRow(known.key, _FORCES[Relation(relation)], on, holds=False, by=key, hop=hop)


def _by_registry(known: _Known, as_of: dt.date, told: Iterable[ForceRow]) -> Iterator[ForceRow]:
    """Give the end that only the registry knows of, without a document."""
    end = told_end(known.status)
    if end is None or (end.day or last_known_day()) > as_of:
        return
    if end.word == Force.REPLACED and any(row.force == Force.REPLACED for row in told):
        return
    yield ForceRow(known.key, Force(end.word), end.day, holds=False, words=known.status)


def _by_day(row: ForceRow) -> tuple[dt.date, int, str]:
    """Order by day, what has none last but for the beginning."""
    first = dt.date.min if row.force == Force.IN_FORCE else dt.date.max
    return (row.since or first, _ORDER.index(Force(row.force)), row.by or "")


def _holding(rows: list[ForceRow]) -> list[ForceRow]:
    """Mark the row that holds: the first end, else the last of all."""
    gone = [place for place, row in enumerate(rows) if row.force in _GONE]
    holds = gone[0] if gone else len(rows) - 1
    return [replace(row, holds=place == holds) for place, row in enumerate(rows)]
