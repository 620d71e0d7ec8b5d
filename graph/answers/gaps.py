"""Who of a level implements a document, and who does not."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph.answer_types import Answer, ArcRow, GapRow, Hop
from graph.answers.asking import Asking, need_document
from graph.answers.bodies import full_name, present_bodies
from graph.answers.places import Said, best_places, hops
from graph.answers.quotes import Quotes
from graph.answers.values import day
from graph.answers.ways import Closure, closure
from graph.paging import answer, page_of
from graph.questions import Arcs, Gap, Level
from graph.store import NotFoundError
from ontology.folding import fold_search
from ontology.keys import CENTRE_NAME, slug
from ontology.provinces import province_on, provinces_on
from ontology.relations import CARRYING

_CARRYING: Final = list(CARRYING)


@dataclass(frozen=True, slots=True)
class _Issued:
    """A loaded document below the one asked for, and who of the level issued it."""

    number: int
    key: str
    date: dt.date | None
    owner: str


def ask_gap(asking: Asking, question: Gap) -> Answer:
    """Answer `Gap`."""
    page = page_of(question)
    asked = need_document(asking, question.document)
    below = closure(asking, [asked])
    by_owner: defaultdict[str, list[_Issued]] = defaultdict(list)
    for issued in _issued(asking, question, below, asked):
        by_owner[issued.owner].append(issued)
    members = _members(asking, question)
    if question.missing:
        members = [member for member in members if member[0] not in by_owner]
    on_page = page.of(members)
    first = {key: _first(by_owner[key]) for key, _ in on_page if key in by_owner}
    hops_up = _steps(asking, below, first.values())
    ((_, since, _, _),) = asking.rows("force_of_document", document=asked)
    rows = [
        _row(GapRow(*member), by_owner.get(member[0], ()), hops_up, day(since))
        for member in on_page
    ]
    return answer(question, rows, len(members))


def _row(
    row: GapRow, issued: Sequence[_Issued], steps: Mapping[int, Hop], since: dt.date | None
) -> GapRow:
    if not issued:
        return row
    first = _first(issued)
    days = (first.date - since).days if first.date and since else None
    return replace(
        row,
        document=first.key,
        date=first.date,
        days=days,
        documents=len(issued),
        hop=steps.get(first.number),
    )


def _first(issued: Iterable[_Issued]) -> _Issued:
    """Return the oldest; what has no day comes last."""
    return min(issued, key=lambda one: (one.date or dt.date.max, one.key))


def _members(asking: Asking, question: Gap) -> list[tuple[str, str]]:
    """Return keys and names of all of a level on the day asked, by name."""
    if question.level is Level.PROVINCE:
        found = [(slug(one.name), one.name) for one in provinces_on(question.as_of)]
        return sorted(found, key=lambda pair: fold_search(pair[1]))
    place = CENTRE_NAME if question.level is Level.CENTRAL else question.jurisdiction
    if place is None:
        reason = "muốn xem các cơ quan của một tỉnh thì phải nói là tỉnh nào"
        raise NotFoundError(reason)
    as_of = question.as_of
    there = (
        body
        for body in asking.body_names().in_place(place)
        if (body.valid_from or dt.date.min) <= as_of < (body.valid_to or dt.date.max)
    )
    named = [(body.key, full_name(body.name, body.jurisdiction)) for body in there]
    return sorted(named, key=lambda pair: (fold_search(pair[1]), pair[0]))


def _issued(asking: Asking, question: Gap, below: Closure, asked: int) -> Iterator[_Issued]:
    """Give the documents below by the day asked, each with the one of the level that answers."""
    numbers = sorted(below.distance.keys() - {asked})
    rows = [
        (number, key, day(date), place, body)
        for number, key, date, place, body in asking.rows("issued_documents", documents=numbers)
    ]
    rows = [row for row in rows if row[2] is None or row[2] <= question.as_of]
    present = {}
    if question.level is not Level.PROVINCE:
        present = present_bodies(asking, (row[4] for row in rows if row[4]), question.as_of)
    for number, key, date, place, body in rows:
        if question.level is Level.PROVINCE:
            owner = slug(province_on(place, question.as_of)) if place else None
        else:
            owner = present[body].key if body in present else body
        if owner is not None:
            yield _Issued(number, key, date, owner)


def _steps(asking: Asking, below: Closure, first: Iterable[_Issued]) -> dict[int, Hop]:
    """Return the step of each document towards the one asked for."""
    keys = {issued.number: issued.key for issued in first}
    steps: dict[int, tuple[Said, str]] = {}
    rows = asking.rows("steps_up", documents=sorted(keys), relations=_CARRYING)
    for source, relation, target, key in sorted(rows, key=lambda row: (row[0], row[3], row[1])):
        nearer = below.distance.get(target, len(below.levels)) < below.distance[source]
        if nearer and source not in steps:
            steps[source] = (source, relation, target, source), key
    places = best_places(asking, (said for said, _ in steps.values()))
    told = [(keys[said[0]], said[1], key, places[said]) for said, key in steps.values()]
    return dict(zip(steps, hops(Quotes(asking), told), strict=True))


def ask_arcs(asking: Asking, question: Arcs) -> Answer:
    """Answer `Arcs`."""
    page = page_of(question)
    values = {"relations": list(question.relations), "as_of": question.as_of.isoformat()}
    rows = sorted(asking.rows("arcs", **values), key=lambda row: row[:3])
    arcs = [
        ArcRow(source, relation, target, day(begun), day(ended), *authorities)
        for source, relation, target, begun, ended, *authorities in page.of(rows)
    ]
    return answer(question, arcs, len(rows))
