"""Bodies in RDF: how long each is there, what it is part of, and the changes that ended some."""

import datetime as dt
from collections.abc import Iterator

from graph.answer_types import BodyRow
from graph.rdf.nodes import Facts, Node, day_node, given, own, words_node
from ontology.bodies import BodyNames
from ontology.changes import known_changes, word_on
from ontology.known import KnownBody
from ontology.rdf.names import BODY, CHANGE, iri


def body_nodes(body: BodyRow, names: BodyNames) -> Iterator[Node]:
    """Describe a body, those that it leads to, and the change that ended it."""
    name = iri(BODY, body.key)
    yield from _own(body)
    for tie, other in (("partOf", body.parent), ("succeededBy", body.successor)):
        if other is not None:
            yield from _tie(name, tie, other, body.name)
    yield from _change(body, names)


def change_nodes(names: BodyNames, bodies: tuple[KnownBody, ...]) -> Iterator[Node]:
    """Describe the changes that are known without any text, with the bodies that ended."""
    for body in known_changes(bodies):
        yield from _own(body)
        yield from _change(body, names)


def _own(body: BodyRow | KnownBody) -> Iterator[Node]:
    name = iri(BODY, body.key)
    yield (
        name,
        [
            ("type", own("Body")),
            ("key", body.key),
            ("label", body.name),
            ("name", body.name),
            ("bodyKind", body.kind),
            *given(
                jurisdiction=body.jurisdiction, validFrom=body.valid_from, validTo=body.valid_to
            ),
        ],
    )
    ends = {"begins": body.valid_from, "ends": body.valid_to}
    if any(ends.values()):
        days = {tie: day_node(day, "begin") for tie, day in ends.items() if day is not None}
        told: Facts = [(tie, day) for tie, (day, _) in days.items()]
        yield name, [("lifetime", f"{name}#lifetime")]
        yield f"{name}#lifetime", [("type", own("Lifetime")), *told]
        yield from days.values()


def _change(body: BodyRow | KnownBody, names: BodyNames) -> Iterator[Node]:
    """Describe how a body ended; those that end together with others tell of the same change."""
    day = body.successor_date if body.successor is not None else body.valid_to
    if body.successor is None and day is None:
        return
    change, name = _change_name(body.successor or body.key, day), iri(BODY, body.key)
    word = word_on(names, body.key, body.successor)
    facts = given(changedOn=day, source=word.source, confidence=word.confidence)
    if body.successor is not None:
        after = iri(BODY, body.successor)
        facts.append(("resultingBody", after))
        yield after, [("type", own("Body")), ("key", body.successor), ("resultedFrom", change)]
    yield name, [("changedBy", change)]
    yield change, [("type", own("BodyChange")), ("originalBody", name), *facts]


def _change_name(key: str, day: dt.date | None) -> str:
    """Return the name of a change: of the body after it, or of the one that ended, and the day."""
    return iri(CHANGE, f"{key}/{day.isoformat()}" if day is not None else key)


def _tie(name: str, tie: str, other: str, words: str) -> Iterator[Node]:
    """Lead from a body to another on the word of the registry, which is the body's name."""
    at, there = f"{name}#{tie}", iri(BODY, other)
    yield there, [("type", own("Body")), ("key", other)]
    yield name, [(tie, there)]
    yield (
        at,
        [
            ("type", own("RegistryAssertion")),
            ("subject", name),
            ("predicate", own(tie)),
            ("object", there),
            ("words", words),
            ("evidence", f"{at}.words"),
        ],
    )
    yield words_node(f"{at}.words", words)
