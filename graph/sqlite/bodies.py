"""Bodies as rows with ids: found by printed name, made with those above, dropped when unused."""

import json
from collections.abc import Iterable
from typing import Final

from graph.answers.values import known_body
from graph.bodies import called_names, spelling
from graph.rows import iso
from graph.sqlite.session import Session, many
from graph.sqlite.statements import statement
from graph.words import searchable
from ontology.keys import slug
from ontology.known import KnownBody

_MAKE: Final = "INSERT INTO bodies (key, name, kind) VALUES (?, '', '')"
_TELL: Final = """
    UPDATE bodies SET name = ?, aliases = ?, kind = ?, level = ?, jurisdiction = ?, parent = ?,
        valid_from = ?, valid_to = ?, successor = ?, successor_date = ?, source = ?,
        confidence = ?, registered = ?, words = ?
    WHERE id = ?
"""
_UNFIND: Final = "INSERT INTO found_bodies (found_bodies, rowid, words) VALUES ('delete', ?, ?)"
_FIND: Final = "INSERT INTO found_bodies (rowid, words) VALUES (?, ?)"


def body_id(session: Session, printed: str, issuer: str | None, jurisdiction: str | None) -> int:
    """Return the id of the body that a printed name means, made with those above it if need be."""
    place = (printed, issuer, jurisdiction)
    number = session.bodies.get(place)
    if number is None:
        names = session.body_names()
        body = names.resolve(*place)
        for other in names.related(body):
            _ensure(session, other)
        number = _ensure(session, body)
        _call(session, number, printed)
        session.bodies[place] = number
    return number


def _ensure(session: Session, body: KnownBody) -> int:
    """Return a body's id; of several spellings of one name the best is kept."""
    row = _row(session, body.key)
    if row is None:
        number = session.run(_MAKE, (body.key,)).lastrowid or 0
        _tell(session, number, body, registered=False)
        return number
    number, name, registered = row
    if not registered and spelling(body.name) > spelling(name):
        _tell(session, number, body, registered=False)
    return number


def _row(session: Session, key: str) -> tuple[int, str, int] | None:
    found = session.run("SELECT id, name, registered FROM bodies WHERE key = ?", (key,))
    row: tuple[int, str, int] | None = found.fetchone()
    return row


def register_bodies(session: Session, bodies: Iterable[KnownBody]) -> None:
    """Add or replace what the registry says of bodies; printed names then mean what it says."""
    known = {body.key: body for body in map(known_body, session.rows("registered_bodies"))}
    new = [body for body in bodies if known.get(body.key) != body]
    for body in new:
        row = _row(session, body.key)
        number = row[0] if row else session.run(_MAKE, (body.key,)).lastrowid or 0
        _tell(session, number, body, registered=True)
    if new:
        session.names = None
        session.bodies.clear()
        _resolve_anew(session)


def _resolve_anew(session: Session) -> None:
    """Let every printed name mean the body that the registry now says."""
    left: set[tuple[int, str]] = set()
    for old, issuer, jurisdiction, printed in session.rows("printed_bodies"):
        new = body_id(session, printed, issuer, jurisdiction)
        if new != old:
            left.add((old, printed))
            place = {"old": old, "issuer": issuer, "place": jurisdiction, "printed": printed}
            session.run(statement("rename_body"), {**place, "new": new})
    for document, issuer, jurisdiction, old in session.rows("issued_by"):
        new = body_id(session, issuer, None, jurisdiction)
        if new != old:
            left.add((old, issuer))
            session.run("UPDATE documents SET issuer_id = ? WHERE id = ?", (new, document))
    release_bodies(session, left)


def _tell(session: Session, number: int, body: KnownBody, *, registered: bool) -> None:
    """Renew what is known of a body, and the names under which it is found."""
    names = called_names(body)
    words = searchable(" ".join(names))
    _reindex(session, number, words)
    told = (
        *(body.name, json.dumps(body.aliases, ensure_ascii=False), body.kind, body.level),
        *(body.jurisdiction, body.parent, iso(body.valid_from), iso(body.valid_to)),
        *(body.successor, iso(body.successor_date), body.source, body.confidence),
        *(int(registered), words, number),
    )
    session.run(_TELL, told)
    for name in names:
        _call(session, number, name)


def _reindex(session: Session, number: int, words: str) -> None:
    (old,) = session.run("SELECT words FROM bodies WHERE id = ?", (number,)).fetchone()
    if old:
        session.run(_UNFIND, (number, old))
    if words:
        session.run(_FIND, (number, words))


def _call(session: Session, number: int, name: str) -> None:
    session.run("INSERT OR IGNORE INTO body_names VALUES (?, ?)", (slug(name), number))


def release_bodies(session: Session, printed: Iterable[tuple[int, str]]) -> None:
    """Let go of names that a text printed: drop bodies that nothing names any more.

    One that others still name forgets a spelling that none of them prints.
    """
    released = sorted(set(printed))
    _drop_unused(session, sorted({body for body, _ in released}))
    for body, name in released:
        if session.rows("forgotten_name", body=body, name=name):
            _name_anew(session, body)


def _name_anew(session: Session, number: int) -> None:
    row = session.run("SELECT * FROM bodies WHERE id = ?", (number,)).fetchone()
    body = known_body(row)
    places = session.rows("printed_names", body=number)
    registered = session.run("SELECT registered FROM bodies WHERE id = ?", (number,)).fetchone()[0]
    if places and not registered:
        names = session.body_names()
        meant = [names.resolve(*place) for place in places]
        body = max(meant, key=lambda body: spelling(body.name))
    session.bodies.clear()  # or a spelling met again would not be weighed again
    session.run("DELETE FROM body_names WHERE body_id = ?", (number,))
    _tell(session, number, body, registered=bool(registered))
    for name, *_ in places:
        _call(session, number, name)


def _drop_unused(session: Session, numbers: Iterable[int]) -> None:
    waiting = list(numbers)
    while waiting:
        unused = session.rows("unused_bodies", numbers=many(waiting))
        related = {key for *_, parent, successor in unused for key in (parent, successor) if key}
        for number, words, *_ in unused:
            session.run(_UNFIND, (number, words))
            session.run("DELETE FROM bodies WHERE id = ?", (number,))
            session.bodies.clear()
        waiting = _numbers(session, related)


def _numbers(session: Session, keys: set[str]) -> list[int]:
    if not keys:
        return []
    found = session.run(
        "SELECT id FROM bodies WHERE key IN (SELECT value FROM json_each(?)) ORDER BY id",
        (many(sorted(keys)),),
    )
    return [number for (number,) in found]
