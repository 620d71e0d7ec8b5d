"""The items of a text in RDF, with what hangs on each."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from graph.rdf.nodes import Facts, Node, Spoken, given, own
from graph.rdf.targets import about
from graph.rows import COOPERATING, LEAD
from graph.words import says_done
from ontology.facts import Due, Item, ItemKind, Phrase, Recurring
from ontology.keys import task_key
from ontology.rdf.names import FREQUENCY, TASK, iri, quoted

CLASSES: Final = MappingProxyType({kind: kind.value.capitalize() for kind in ItemKind})
"""The class of each kind of item."""

ROLES: Final = MappingProxyType({LEAD: "ledBy", COOPERATING: "supportedBy"})
"""The property of each role of a body."""


def item_nodes(
    text: Spoken,
    items: Iterable[Item],
    on: dt.date | None,
    meant: Mapping[str, str],
    body: Callable[[str], str],
) -> Iterator[Node]:
    """Describe the items of a text of a day; `body` gives the key of whom a printed name means."""
    items = tuple(items)
    names = item_names(text.key, items)
    above: defaultdict[str, list[str]] = defaultdict(list)
    for item, name in zip(items, names, strict=True):
        above[item.path].append(name)
    for number, (item, name) in enumerate(zip(items, names, strict=True)):
        at = f"task.{number}"
        yield (
            name,
            [
                ("type", own(CLASSES[item.kind])),
                ("key", task_key(text.key, item.path)),
                ("localId", item.id),
                ("ordinal", number),
                ("path", item.path),
                ("rule", item.rule),
                *own_place(text, item),
                ("partOf", text.document),
                *_hanging(text, item, at),
                *_done(item, on),
                *_inside(item, above),
            ],
        )
        yield from _responsible(text, item, name, at, body)
        if item.due is not None:
            yield from _due(text, item.due, f"{at}.due")
        for place, recurring in enumerate(item.recurrences):
            yield _recurrence(text, recurring, f"{at}.recurs.{place}", place)
        for part, phrase in (("condition", item.condition), ("progress", item.status)):
            if phrase is not None:
                yield _phrase(text, phrase, f"{at}.{part}", 0)
        for place, target in enumerate(item.targets):
            yield from about(text, name, f"{at}.target.{place}", place, target, meant)


def own_place(text: Spoken, item: Item) -> Facts:
    """Return where an item stands, which is the evidence of what it is part of."""
    return [("evidence", text.place(item.span))]


def item_names(key: str, items: Iterable[Item]) -> list[str]:
    """Return the names of a document's items: of several on one path only the first has its key."""
    seen: set[str] = set()
    names = []
    document = iri(TASK, task_key(key, ""))
    for item in items:
        name = f"{document}{quoted(item.path)}"
        names.append(f"{name}?{item.id}" if item.path in seen else name)
        seen.add(item.path)
    return names


def _inside(item: Item, above: Mapping[str, list[str]]) -> Facts:
    if item.parent is None:
        return []
    parents: Facts = [("partOf", name) for name in above.get(item.parent, ())]
    return [("parentPath", item.parent), *parents]


def _hanging(text: Spoken, item: Item, at: str) -> Facts:
    """Lead from an item to what is described beside it."""
    facts: Facts = []
    if item.due is not None:
        facts.append(("due", text.within(f"{at}.due")))
    facts += [
        ("recurs", text.within(f"{at}.recurs.{place}")) for place in range(len(item.recurrences))
    ]
    if item.condition is not None:
        facts.append(("condition", text.within(f"{at}.condition")))
    if item.status is not None:
        facts.append(("progress", text.within(f"{at}.progress")))
    return facts


def _done(item: Item, on: dt.date | None) -> Facts:
    """Return what the printed status comes to, which holds from the day of the text."""
    if item.status is None or not says_done(item.status.text):
        return []
    return given(printedState="done", doneOn=on)


def _responsible(
    text: Spoken, item: Item, name: str, at: str, body: Callable[[str], str]
) -> Iterator[Node]:
    for role, phrases in ((LEAD, item.lead), (COOPERATING, item.cooperating)):
        tie = ROLES[role]
        for number, phrase in enumerate(phrases):
            found = text.body(body(phrase.text))
            yield name, [(tie, found)]
            yield (
                text.within(f"{at}.{role}.{number}"),
                [
                    ("type", own("Responsibility")),
                    ("ordinal", number),
                    ("subject", name),
                    ("predicate", own(tie)),
                    ("object", found),
                    *text.phrase(phrase),
                ],
            )


def _due(text: Spoken, due: Due, at: str) -> Iterator[Node]:
    name, interval = text.within(at), due.interval
    facts = given(earliest=interval.earliest, latest=interval.latest)
    if interval.earliest is not None:
        facts.append(("begins", text.instant(interval.earliest, "begin")))
    if interval.latest is not None:
        facts.append(("ends", text.instant(interval.latest, "end")))
    facts += [("phrase", f"{name}.{number}") for number in range(len(due.phrases))]
    yield name, [("type", own("DueInterval")), *facts]
    for number, phrase in enumerate(due.phrases):
        yield _phrase(text, phrase, f"{at}.{number}", number)


def _phrase(text: Spoken, phrase: Phrase, at: str, number: int) -> Node:
    told: Facts = [("type", own("Phrase")), ("ordinal", number)]
    return text.within(at), [*told, *text.phrase(phrase)]


def _recurrence(text: Spoken, recurring: Recurring, at: str, number: int) -> Node:
    rule = recurring.recurrence
    return text.within(at), [
        ("type", own("Recurrence")),
        ("ordinal", number),
        ("frequency", iri(FREQUENCY, rule.frequency.value)),
        *given(monthDay=rule.month_day, weekday=rule.weekday, month=rule.month, rrule=rule.rrule),
        *text.phrase(recurring.phrase),
    ]
