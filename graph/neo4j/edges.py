"""Edges between documents, each kept as long as some place says it."""

from collections.abc import Iterable
from typing import TypeAlias

from graph.neo4j.session import Session

Edge: TypeAlias = tuple[int, str, int]
"""The ids of both documents and the relation between them."""


def forget_evidence(session: Session, documents: Iterable[int]) -> set[Edge]:
    """Forget what documents' texts say of documents; return the edges that they spoke of."""
    return _edges(session.rows("forget_evidence", documents=list(documents)))


def renew(session: Session, edges: Iterable[Edge]) -> None:
    """Make edges as the places that say them are now."""
    ordered = [list(edge) for edge in sorted(edges)]
    if ordered:
        session.rows("renew_edges", edges=ordered)


def derive(session: Session, documents: Iterable[int]) -> set[int]:
    """Renew what follows from documents' texts and from what their citations mean now.

    Returns the documents that they spoke of before.
    """
    numbers = sorted(documents)
    before = forget_evidence(session, numbers)
    session.rows("derive", documents=numbers)
    now = _edges(session.rows("derive_evidence", documents=numbers))
    renew(session, before | now)
    return {end for source, _, target in before for end in (source, target)}


def _edges(rows: Iterable[tuple[int, ...]]) -> set[Edge]:
    return {(source, str(relation), target) for source, relation, target in rows}
