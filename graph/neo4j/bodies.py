"""Bodies as nodes: found by printed name, made with those above, dropped when unused."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.answers.memory import Printed
from graph.answers.values import known_body
from graph.bodies import called_names, spelling
from graph.neo4j.nodes import all_called, body_told, call
from graph.neo4j.session import Session
from ontology.known import KnownBody


def body_ids(session: Session, places: Iterable[Printed]) -> Mapping[Printed, int]:
    """Return the ids of the bodies that printed names mean, made with those above if need be."""
    missing = [place for place in dict.fromkeys(places) if place not in session.bodies]
    if missing:
        names = session.body_names()
        meant = {place: names.resolve(*place) for place in missing}
        told = [body for one in meant.values() for body in (*names.related(one), one)]
        calls = [(body.key, place[0]) for place, body in meant.items()]
        numbers = _ensure(session, told, calls)
        session.bodies |= {place: numbers[body.key] for place, body in meant.items()}
    return session.bodies


def _ensure(
    session: Session, bodies: Iterable[KnownBody], calls: Iterable[tuple[str, str]] = ()
) -> dict[str, int]:
    """Return the ids of bodies by key; of several spellings of one name the best is kept."""
    best: dict[str, KnownBody] = {}
    for body in bodies:
        other = best.setdefault(body.key, body)
        best[body.key] = max(other, body, key=lambda one: spelling(one.name))
    known = {key: row for key, *row in session.rows("bodies_of_keys", keys=list(best))}
    better = [
        body
        for key, body in best.items()
        if key not in known or (not known[key][2] and spelling(body.name) > spelling(known[key][1]))
    ]
    numbers = {key: row[0] for key, row in known.items()}
    numbers |= {body.key: session.new_id() for body in better if body.key not in numbers}
    called = {key: set((row[3] or "").split()) for key, row in known.items()}
    _tell(session, [(numbers[body.key], body, False) for body in better], called, calls)
    return numbers


def register_bodies(session: Session, bodies: Iterable[KnownBody]) -> None:
    """Add or replace what the registry says of bodies; printed names then mean what it says."""
    known = {body.key: body for body in map(known_body, session.rows("registered_bodies"))}
    new = [body for body in bodies if known.get(body.key) != body]
    if not new:
        return
    keys = [body.key for body in new]
    rows = {key: row for key, *row in session.rows("bodies_of_keys", keys=keys)}
    called = {key: set((row[3] or "").split()) for key, row in rows.items()}
    told = [(rows[b.key][0] if b.key in rows else session.new_id(), b, True) for b in new]
    _tell(session, told, called, ())
    session.names = None
    session.bodies.clear()
    _resolve_anew(session)


def _resolve_anew(session: Session) -> None:
    """Let every printed name mean the body that the registry now says."""
    printed, issued = session.rows("printed_bodies"), session.rows("issued_by")
    places = [(text, issuer, home) for _, issuer, home, text in printed]
    numbers = body_ids(session, [*places, *((issuer, None, home) for _, issuer, home, _ in issued)])
    renamed = [
        {"old": old, "issuer": issuer, "place": home, "printed": text, "new": new}
        for old, issuer, home, text in printed
        if (new := numbers[text, issuer, home]) != old
    ]
    reissued = [
        (document, issuer, old, new)
        for document, issuer, home, old in issued
        if (new := numbers[issuer, None, home]) != old
    ]
    if renamed:
        session.rows("rename_bodies", renamed=renamed)
    if reissued:
        moved = [{"document": document, "body": new} for document, _, _, new in reissued]
        session.rows("reissue", documents=moved)
    left = {(row["old"], row["printed"]) for row in renamed}
    release_bodies(session, left | {(old, issuer) for _, issuer, old, _ in reissued})


def _tell(
    session: Session,
    told: Iterable[tuple[int, KnownBody, bool]],
    called: dict[str, set[str]],
    calls: Iterable[tuple[str, str]],
) -> None:
    """Renew what is known of bodies, and the names under which they are found.

    `called` are the names of each so far, by key; `calls` what texts print besides.
    """
    told = tuple(told)
    before = {key: set(names) for key, names in called.items()}
    for _, body, _ in told:
        called.setdefault(body.key, set()).update(map(call, called_names(body)))
    for key, name in calls:
        called.setdefault(key, set()).add(call(name))
    rows: dict[str, dict[str, Any]] = {
        body.key: {"key": body.key, "id": number, "told": body_told(body, registered)}
        for number, body, registered in told
    }
    for key, names in called.items():
        if names != before.get(key, set()) or key in rows:
            row = rows.setdefault(key, {"key": key, "id": 0, "told": {}})
            row["told"]["called"] = all_called(names)
    if rows:
        session.rows("tell_bodies", bodies=list(rows.values()))
    if told:
        session.rows("tie_bodies", keys=[body.key for _, body, _ in told])


def release_bodies(session: Session, printed: Iterable[tuple[int, str]]) -> None:
    """Let go of names that a text printed: drop bodies that nothing names any more.

    One that others still name forgets a spelling that none of them prints.
    """
    released = sorted(set(printed))
    if not released:
        return
    _drop_unused(session, sorted({body for body, _ in released}))
    pairs = [list(pair) for pair in released]
    forgotten = [number for (number,) in session.rows("forgotten_names", printed=pairs)]
    if forgotten:
        _name_anew(session, forgotten)


def _name_anew(session: Session, numbers: list[int]) -> None:
    places: dict[int, list[Printed]] = {number: [] for number in numbers}
    for number, *place in session.rows("printed_names", bodies=numbers):
        places[number].append((place[0], place[1], place[2]))
    told, calls = [], []
    names = session.body_names()
    for row in session.rows("bodies_of_numbers", numbers=numbers):
        number, registered, body = row[0], bool(row[-1]), known_body(row)
        if places[number] and not registered:
            meant = [names.resolve(*place) for place in places[number]]
            body = max(meant, key=lambda one: spelling(one.name))
        told.append((number, body, registered))
        calls += [(body.key, place[0]) for place in places[number]]
    session.bodies.clear()  # or a spelling met again would not be weighed again
    _tell(session, told, {}, calls)


def _drop_unused(session: Session, numbers: list[int]) -> None:
    while numbers:
        unused = session.rows("unused_bodies", numbers=numbers)
        if unused:
            session.bodies.clear()
        keys = sorted({key for row in unused for key in row if key})
        numbers = [number for _, number, *_ in session.rows("bodies_of_keys", keys=keys)]
