"""What cannot be: circles, days in the wrong order, and what was carried out after its end."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, TypeAlias

from graph.analysis.network import Network
from graph.analysis.tables import Asker, Cell, Note, Table, Tally
from graph.answer_types import DocumentRow, MisdatedRow
from graph.questions import Documents, Misdated
from ontology.relations import CARRYING, Relation
from ontology.standing import told_end

Cells: TypeAlias = tuple[Cell, ...]

_COLUMNS: Final = (
    *("kind", "source", "relation", "target", "source_date", "target_date", "day", "by"),
    *("start", "end"),
)


def cycles(asker: Asker) -> Table:
    """Return what cannot be, a kind after the other, each by its documents.

    `circle`: documents that carry one another out, told by one way round. `later`: an edge to a
    later document. `against`, `both`: two replace each other, or one replaces what it carries out.
    `ended`: carries out what had been replaced or had ended before, on `day`, by the document `by`
    where one says so. `dated`: a mention that prints another `day` than its document has, at
    `start` to `end` of the source. `twice`: one number and symbol of one year with two days.
    """
    network = Network.of(asker)
    documents = _documents(asker)
    rows = (
        *_circles(network),
        *_later(network),
        *_contradicting(network),
        *_ended(network, _ends(network, documents, asker.as_of)),
        *_misdated(asker),
        *_twice(documents),
    )
    counts = tuple(Counter(str(row[0]) for row in rows).items())
    plot = Tally(counts)
    return Table("cycles", _COLUMNS, rows, (Note("analysis.cycles"),), plot, ("by", "start", "end"))


def _documents(asker: Asker) -> tuple[DocumentRow, ...]:
    found = asker.view.ask(Documents(as_of=asker.as_of, limit=None)).rows
    return tuple(row for row in found if isinstance(row, DocumentRow))


def _circles(network: Network) -> Iterator[Cells]:
    relations = {
        (a.source, a.target): a.relation for a in reversed(network.arcs) if _carries(a.relation)
    }
    for part in network.cycles():
        for source, target in network.circle(part):
            yield _row(network, "circle", source, relations[source, target], target)


def _later(network: Network) -> Iterator[Cells]:
    """Give edges from a document to a later one; one of the same day may well be."""
    for arc in network.arcs:
        if arc.source_date and arc.target_date and arc.source_date < arc.target_date:
            yield _row(network, "later", arc.source, arc.relation, arc.target)


def _contradicting(network: Network) -> Iterator[Cells]:
    replaced = {(a.source, a.target) for a in network.arcs if a.relation == Relation.REPLACES}
    for arc in network.arcs:
        there, back = (arc.source, arc.target), (arc.target, arc.source)
        if back in replaced and (arc.relation == Relation.REPLACES or _carries(arc.relation)):
            yield _row(network, "against", arc.source, arc.relation, arc.target)
        elif there in replaced and _carries(arc.relation):
            yield _row(network, "both", arc.source, arc.relation, arc.target)


Ends: TypeAlias = dict[str, tuple[dt.date, str | None]]
"""By the key of a document: the day of its end, and the document that says so."""


def _ends(network: Network, documents: tuple[DocumentRow, ...], as_of: dt.date) -> Ends:
    """Return the first end of each document that has one by the day asked."""
    found: Ends = {}
    for row in documents:
        end = told_end(row.status)
        if end is not None and end.day is not None and end.day <= as_of:
            found[row.key] = end.day, None
    for arc in network.arcs:
        known = found.get(arc.target)
        if arc.relation == Relation.REPLACES and arc.source_date is not None:
            end_by = arc.source_date, arc.source
            if known is None or end_by[0] < known[0] or (end_by[0] == known[0] and not known[1]):
                found[arc.target] = end_by
    return found


def _ended(network: Network, ends: Ends) -> Iterator[Cells]:
    replaced = {(a.source, a.target) for a in network.arcs if a.relation == Relation.REPLACES}
    for arc in network.arcs:
        day, by = ends.get(arc.target, (dt.date.max, None))
        own = {(arc.source, arc.target), (arc.target, arc.source)} & replaced
        if _carries(arc.relation) and not own and arc.source_date and day < arc.source_date:
            row = _row(network, "ended", arc.source, arc.relation, arc.target)
            yield (*row[:6], day, by, None, None)


def _misdated(asker: Asker) -> Iterator[Cells]:
    for row in asker.view.ask(Misdated(as_of=asker.as_of, limit=None)).rows:
        if isinstance(row, MisdatedRow):
            days = (row.document_date, row.target_date, row.printed)
            place = (None, row.start, row.end)
            yield ("dated", row.document, Relation.CITES.value, row.target, *days, *place)


def _twice(documents: tuple[DocumentRow, ...]) -> Iterator[Cells]:
    """Give documents of one authority that share number, symbol, type and year, but not the day."""
    alike: defaultdict[tuple[str | int, ...], list[DocumentRow]] = defaultdict(list)
    for row in documents:
        if row.number and row.symbol and row.date:
            authority = row.key.partition("/")[0]
            alike[authority, row.number, row.symbol, row.type, row.date.year].append(row)
    for _, rows in sorted(alike.items()):
        for one, other in pairwise(sorted(rows, key=lambda row: row.key)):
            terms = {row.term for row in (one, other) if row.term}
            if one.date != other.date and len(terms) < 2:  # noqa: PLR2004  each term counts anew
                days = (one.date, other.date)
                yield ("twice", one.key, None, other.key, *days, None, None, None, None)


def _carries(relation: str) -> bool:
    return Relation(relation) in CARRYING


def _row(network: Network, kind: str, source: str, relation: str, target: str) -> Cells:
    dates = network.dates
    return (kind, source, relation, target, dates[source], dates[target], *(None,) * 4)
