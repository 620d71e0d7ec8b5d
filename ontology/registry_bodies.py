"""A row of the registry of bodies.

One of level `province` that names no province stands for a body that each of them has.
"""

from collections.abc import Iterable
from typing import Final

from ontology.keys import CENTRE, authority_of, slug
from ontology.known import KnownBody
from ontology.sheets import Row
from ontology.tables import listed

EACH: Final = "*"
"""The authority of a body that every province has one of."""


def body_rows(rows: Iterable[Row], others: Iterable[KnownBody]) -> tuple[KnownBody, ...]:
    """Return the bodies of rows, by key; report missing names, impossible dates, unknown bodies.

    Rows with a problem are left out, and so are those under a body that is only there.
    """
    rows = tuple(rows)
    known = {body.key for body in others}
    found = _bodies(rows, known)
    while len(right := tuple(row for row in rows if row.is_right)) < len(rows):
        rows = right
        found = _bodies(rows, known)
    return found


def _bodies(rows: Iterable[Row], known: set[str]) -> tuple[KnownBody, ...]:
    """Return the bodies of rows; other bodies that they name are `known` or in the rows."""
    rows = tuple(rows)
    known = known | {_key(row, row.get("name")) or "" for row in rows}
    bodies: dict[str, KnownBody] = {}
    for row in rows:
        body = _body(row, known)
        if not row.is_right:
            continue
        if body.key in bodies:
            row.wrong("name", f"đã có '{body.name}' ở một dòng trên")
        bodies[body.key] = body
    return tuple(bodies[key] for key in sorted(bodies))


def _body(row: Row, known: set[str]) -> KnownBody:
    name = row.need("name", "tên cơ quan, tổ chức")
    abbreviation = row.get("abbr")
    return KnownBody(
        key=_key(row, name) or "",
        name=name,
        aliases=(*((abbreviation,) if abbreviation else ()), *listed(row.get("aliases") or "")),
        kind=row.get("kind") or "body",
        level=row.get("level"),
        jurisdiction=row.get("jurisdiction"),
        parent=_other(row, "parent", known),
        valid_from=row.date("valid_from"),
        valid_to=row.date("valid_to"),
        successor=_other(row, "successor", known),
        successor_date=row.date("successor_date"),
        source=row.get("source"),
        confidence=row.get("confidence"),
    )


def _other(row: Row, column: str, known: set[str]) -> str | None:
    """Return the key of another body, of the same province or else of the centre."""
    name = row.get(column)
    if name is None:
        return None
    for key in (_key(row, name), f"{EACH}/{slug(name)}", f"{CENTRE}/{slug(name)}"):
        if key in known:
            return key
    row.wrong(column, f"không có '{name}' trong sổ đăng ký")
    return None


def _key(row: Row, name: str | None) -> str | None:
    return f"{_authority(row)}/{slug(name)}" if name else None


def _authority(row: Row) -> str:
    jurisdiction = row.get("jurisdiction")
    if jurisdiction is None:
        return EACH if row.get("level") == "province" else CENTRE
    return authority_of(jurisdiction)
