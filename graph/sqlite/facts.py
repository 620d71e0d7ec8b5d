"""What was loaded, read back as it was."""

import json
from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeAlias

from graph.answers.asking import need_document
from graph.answers.values import day
from graph.rows import CONDITION, COOPERATING, DUE, LEAD, STATUS
from graph.sqlite.session import Session
from graph.store import NotFoundError
from ontology.facts import (
    Citation,
    Document,
    DocumentFacts,
    Due,
    Item,
    ItemKind,
    Link,
    Phrase,
    Problem,
    Recurring,
    Resolution,
    Source,
    Span,
    Target,
)
from ontology.kinds import Kind
from ontology.periods import Frequency, Interval, Recurrence
from ontology.relations import Relation

Columns: TypeAlias = tuple[Any, ...]
_Told: TypeAlias = dict[str, list[Phrase]]
"""The words that tell something of an item, by their roles."""


def read_facts(session: Session, key: str, *, resolved: bool = True) -> DocumentFacts:
    """Return the facts of a loaded document, or raise `NotFoundError`."""
    number = need_document(session, key)
    header = session.rows("facts_header", document=number)
    if not header:
        reason = f"văn bản '{key}' chưa được nạp"
        raise NotFoundError(reason)
    read = _reader(session, number)
    return DocumentFacts(
        source=_source(header[0]),
        document=_document(header[0]),
        citations=read("facts_citations", _citation),
        links=read("facts_links", _link),
        items=_items(session, number),
        aims=read("facts_aims", _target),
        problems=read("facts_problems", _problem),
        resolutions=read("facts_resolutions", _resolution) if resolved else (),
    )


def _reader(
    session: Session, number: int
) -> Callable[[str, Callable[[Columns], Any]], tuple[Any, ...]]:
    return lambda name, value: tuple(map(value, session.rows(name, document=number)))


def _source(row: Columns) -> Source:
    name, location, kind, sha256, text = row[:5]
    return Source(name, location, kind, sha256, text)


def _document(row: Columns) -> Document:
    kind, number, symbol, title, issuer, jurisdiction, place, date, *rest = row[5:]
    period_from, period_to, has_period, signatory, recipients, evidence = rest
    return Document(
        *(Kind(kind) if kind else None, number, symbol, title, issuer, jurisdiction, place),
        day(date),
        Interval(day(period_from), day(period_to)) if has_period else None,
        signatory,
        tuple(json.loads(recipients)),
        tuple((name, _phrase(tuple(phrase))) for name, *phrase in json.loads(evidence)),
    )


def _phrase(row: Columns) -> Phrase:
    text, start, stop, rule = row
    return Phrase(text, Span(start, stop), rule)


def _citation(row: Columns) -> Citation:
    name, start, stop, kind, number, symbol, date, issuer, term, rule, title = row
    span = Span(start, stop)
    return Citation(name, span, Kind(kind), number, symbol, day(date), issuer, term, rule, title)


def _link(row: Columns) -> Link:
    source, relation, target, start, stop, rule = row
    return Link(source, target, Relation(relation), Span(start, stop), rule)


def _target(row: Columns) -> Target:
    citation, relation, *phrase = row
    return Target(citation, Relation(relation), _phrase(tuple(phrase)))


def _problem(row: Columns) -> Problem:
    code, message, start, stop = row
    return Problem(code, message, Span(start, stop) if stop else None)


def _resolution(row: Columns) -> Resolution:
    name, status, method, key, candidates, disagreements = row
    return Resolution(
        name, status, method, key, tuple(json.loads(candidates)), tuple(json.loads(disagreements))
    )


def _items(session: Session, number: int) -> tuple[Item, ...]:
    phrases: defaultdict[int, _Told] = defaultdict(dict)
    for item, role, text, start, stop, rule in session.rows("facts_phrases", document=number):
        phrases[item].setdefault(role, []).append(Phrase(text, Span(start, stop), rule))
    recurrences: defaultdict[int, list[Recurring]] = defaultdict(list)
    for item, *row in session.rows("facts_recurrences", document=number):
        recurrences[item].append(_recurring(tuple(row)))
    targets: defaultdict[int, list[Target]] = defaultdict(list)
    for item, *row in session.rows("facts_targets", document=number):
        targets[item].append(_target(tuple(row)))
    return tuple(
        _item(
            row,
            phrases.get(row[0], {}),
            tuple(recurrences.get(row[0], ())),
            tuple(targets.get(row[0], ())),
        )
        for row in session.rows("facts_items", document=number)
    )


def _recurring(row: Columns) -> Recurring:
    frequency, month_day, weekday, month, *phrase = row
    rule = Recurrence(Frequency(frequency), month_day, weekday, month)
    return Recurring(rule, _phrase(tuple(phrase)))


def _item(
    row: Columns, told: _Told, recurrences: tuple[Recurring, ...], targets: tuple[Target, ...]
) -> Item:
    _, name, kind, path, parent, start, stop, rule, earliest, latest = row
    dated = earliest is not None or latest is not None
    return Item(
        *(name, ItemKind(kind), path, Span(start, stop), rule, parent),
        *(tuple(told.get(LEAD, ())), tuple(told.get(COOPERATING, ()))),
        Due(Interval(day(earliest), day(latest)), tuple(told.get(DUE, ()))) if dated else None,
        recurrences,
        *(_only(told.get(CONDITION)), _only(told.get(STATUS))),
        targets,
    )


def _only(phrases: list[Phrase] | None) -> Phrase | None:
    return phrases[0] if phrases else None
