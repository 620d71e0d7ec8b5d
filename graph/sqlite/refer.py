"""What citations mean, what the registry knows, and the edges that follow from both."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from graph.accounts import fullest
from graph.answers.asking import need_document
from graph.rows import PlainRow
from graph.sqlite.bodies import register_bodies
from graph.sqlite.documents import (
    accounts_of,
    drop_unreferred,
    ensure_document,
    tell,
)
from graph.sqlite.edges import derive
from graph.sqlite.session import Session
from graph.store import NotFoundError
from ontology.facts import Resolution, Standing
from ontology.known import KnownBody, KnownDocument, KnownRelation

_MEANS: Final = """
    UPDATE citations
    SET meaning_id = ?, status = ?, method = ?, candidates = ?, disagreements = ?
    WHERE document_id = ? AND name = ?
"""
_SAY: Final = """
    INSERT OR REPLACE INTO evidence
    VALUES (?, ?, ?, 1, 'registry', 0, 0, 'registry', NULL, ?, ?)
"""
_EDGE: Final = "INSERT OR IGNORE INTO edges VALUES (?, ?, ?)"
_CANDIDATE: Final = "INSERT OR IGNORE INTO candidates VALUES (?, ?, ?)"


@lru_cache(maxsize=1 << 14)
def _listed(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)


def refer(
    session: Session,
    resolutions: Iterable[tuple[str, Resolution]],
    cited: Iterable[KnownDocument],
) -> None:
    """Say what citations mean, make the cited documents, renew the edges, drop what is left."""
    by_document: defaultdict[str, list[Resolution]] = defaultdict(list)
    for key, resolution in resolutions:
        by_document[key].append(resolution)
    numbers = {key: _citing(session, key, meanings) for key, meanings in by_document.items()}
    orphans = {_cite(session, replace(document, standing=Standing.CITED)) for document in cited}
    for key, meanings in by_document.items():
        number = numbers[key]
        orphans |= {old for (old,) in session.rows("meanings_of_document", document=number)}
        session.many(_MEANS, [_meaning(session, number, meaning) for meaning in meanings])
        _keep_candidates(session, number, meanings)
        orphans |= derive(session, number, key)
    drop_unreferred(session, orphans)


def _citing(session: Session, key: str, meanings: Iterable[Resolution]) -> int:
    """Return the id of a document that has all these citations, or raise `NotFoundError`."""
    number = need_document(session, key)
    names = session.run("SELECT name FROM citations WHERE document_id = ?", (number,))
    unknown = {meaning.citation for meaning in meanings} - {name for (name,) in names}
    if unknown:
        reason = f"văn bản '{key}' không có viện dẫn '{min(unknown)}'"
        raise NotFoundError(reason)
    return number


def _cite(session: Session, document: KnownDocument) -> int:
    """Make a cited document, or add to what citations say of it; its standing never falls."""
    known = accounts_of(session, document.key).get(Standing.CITED)
    account = fullest(known, document) if known else document
    if account != known:
        return tell(session, account)
    return need_document(session, document.key)


def _meaning(session: Session, number: int, resolution: Resolution) -> PlainRow:
    return (
        ensure_document(session, resolution.key) if resolution.key else None,
        *(resolution.status, resolution.method),
        *(_listed(resolution.candidates), _listed(resolution.disagreements)),
        *(number, resolution.citation),
    )


def _keep_candidates(session: Session, number: int, meanings: Iterable[Resolution]) -> None:
    """Remember which documents citations may mean besides, as long as these are known at all."""
    kept = session.run("SELECT 1 FROM candidates WHERE document_id = ? LIMIT 1", (number,))
    if kept.fetchone():
        places = [(number, meaning.citation) for meaning in meanings]
        session.many("DELETE FROM candidates WHERE document_id = ? AND name = ?", places)
    for meaning in meanings:
        for key in meaning.candidates:
            other = session.document_id(key) if key != meaning.key else None
            if other is not None:
                session.run(_CANDIDATE, (number, meaning.citation, other))


def register(
    session: Session,
    documents: Iterable[KnownDocument],
    relations: Iterable[KnownRelation],
    bodies: Iterable[KnownBody],
) -> None:
    """Add or replace what is known without a text."""
    register_bodies(session, bodies)
    for document in documents:
        tell(session, replace(document, standing=Standing.REGISTERED))
    for relation in relations:
        source = ensure_document(session, relation.from_key)
        target = ensure_document(session, relation.to_key)
        if source != target:
            edge = (source, relation.relation.value, target)
            session.run(_SAY, (*edge, relation.words, relation.source))
            session.run(_EDGE, edge)
