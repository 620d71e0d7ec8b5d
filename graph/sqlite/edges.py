"""Edges between documents, each kept as long as some place says it."""

from collections.abc import Iterable
from typing import Final, TypeAlias

from graph.sqlite.session import Session
from graph.sqlite.statements import statement

Edge: TypeAlias = tuple[int, str, int]
"""The ids of both documents and the relation between them."""

_SAID: Final = """
    SELECT DISTINCT source_id, relation, target_id FROM evidence WHERE document_id = ?
"""
_DROP: Final = """
    DELETE FROM edges WHERE source_id = ?1 AND relation = ?2 AND target_id = ?3
    AND NOT EXISTS (
        SELECT 1 FROM evidence WHERE source_id = ?1 AND relation = ?2 AND target_id = ?3
    )
"""
_ADD: Final = f"INSERT OR IGNORE INTO edges {_SAID}"


def forget_evidence(session: Session, document: int) -> set[int]:
    """Forget what a document's text says of documents; return those that it spoke of."""
    said: list[Edge] = session.run(_SAID, (document,)).fetchall()
    if said:
        session.run("DELETE FROM evidence WHERE document_id = ?", (document,))
        drop_unsaid(session, said)
    return {end for source, _, target in said for end in (source, target)}


def drop_unsaid(session: Session, edges: Iterable[Edge]) -> None:
    """Drop those of these edges that no place says any more."""
    session.many(_DROP, edges)


def derive(session: Session, document: int, key: str) -> set[int]:
    """Renew what follows from a document's text and from what its citations mean now.

    Returns the documents that it spoke of before.
    """
    place = {"document": document, "key": key}
    session.run(statement("derive_targets"), place)
    session.run(statement("derive_aims"), place)
    spoken_of = forget_evidence(session, document)
    session.run(statement("derive_evidence_of_links"), place)
    session.run(statement("derive_evidence_of_aims"), place)
    session.run(_ADD, (document,))
    return spoken_of
