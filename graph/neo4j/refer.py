"""What citations mean, what the registry knows, and the edges that follow from both."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from graph.accounts import fullest
from graph.answers.asking import need_document
from graph.answers.places import REGISTRY
from graph.neo4j.bodies import register_bodies
from graph.neo4j.documents import add_accounts, drop_unreferred, ensure_documents, told_of
from graph.neo4j.edges import derive, renew
from graph.neo4j.session import Session
from graph.neo4j.texts import meaning_row
from graph.store import NotFoundError
from ontology.facts import Resolution, Standing
from ontology.known import KnownBody, KnownDocument, KnownRelation


def refer(
    session: Session,
    resolutions: Iterable[tuple[str, Resolution]],
    cited: Iterable[KnownDocument],
) -> None:
    """Say what citations mean, make the cited documents, renew the edges, drop what is left."""
    by_document: defaultdict[str, list[Resolution]] = defaultdict(list)
    for key, resolution in resolutions:
        by_document[key].append(resolution)
    numbers, orphans = _citing(session, by_document)
    orphans |= _cite(session, cited)
    meanings = [(key, one) for key, said in by_document.items() for one in said]
    ensure_documents(session, [one.key for _, one in meanings if one.key])
    if meanings:
        session.rows("mean", meanings=[meaning_row(key, one) for key, one in meanings])
        orphans |= derive(session, numbers)
    drop_unreferred(session, orphans)


def _citing(
    session: Session, by_document: dict[str, list[Resolution]]
) -> tuple[list[int], set[int]]:
    """Return the ids of documents that have all these citations, and what these meant before.

    Raises `NotFoundError`.
    """
    if not by_document:
        return [], set()
    found = {key: row for key, *row in session.rows("citing", keys=list(by_document))}
    for key, meanings in by_document.items():
        names = found[key][1] if key in found else ()
        unknown = {meaning.citation for meaning in meanings} - set(names)
        if key not in found:
            need_document(session, key)
        if unknown:
            reason = f"văn bản '{key}' không có viện dẫn '{min(unknown)}'"
            raise NotFoundError(reason)
    numbers = [found[key][0] for key in by_document]
    return numbers, {number for _, _, meant in found.values() for number in meant}


def _cite(session: Session, cited: Iterable[KnownDocument]) -> set[int]:
    """Make cited documents, or add to what citations say of them; no standing ever falls."""
    accounts: dict[str, KnownDocument] = {}
    for document in cited:
        account = replace(document, standing=Standing.CITED)
        known = accounts.get(account.key)
        accounts[account.key] = fullest(known, account) if known else account
    held = told_of(session, accounts) if accounts else {}
    more = []
    for key, account in accounts.items():
        known = held[key].accounts.get(Standing.CITED) if key in held else None
        told = fullest(known, account) if known else account
        if told != known:
            more.append(told)
    add_accounts(session, more, held)
    session.documents |= {key: told.number for key, told in held.items()}
    return {session.documents[key] for key in accounts}


def register(
    session: Session,
    documents: Iterable[KnownDocument],
    relations: Iterable[KnownRelation],
    bodies: Iterable[KnownBody],
) -> None:
    """Add or replace what is known without a text."""
    register_bodies(session, bodies)
    accounts = {d.key: replace(d, standing=Standing.REGISTERED) for d in documents}
    add_accounts(session, accounts.values(), told_of(session, accounts) if accounts else {})
    _relate(session, [one for one in relations if one.from_key != one.to_key])


def _relate(session: Session, relations: Sequence[KnownRelation]) -> None:
    ensure_documents(session, [key for one in relations for key in (one.from_key, one.to_key)])
    rows: list[dict[str, Any]] = [
        {
            "source": session.documents[one.from_key],
            "relation": one.relation.value,
            "target": session.documents[one.to_key],
            "registered": True,
            "document": REGISTRY,
            "start": 0,
            "stop": 0,
            "rule": REGISTRY,
            "words": one.words,
            "origin": one.source,
        }
        for one in relations
    ]
    if rows:
        session.rows("say_registered", said=rows)
        renew(session, {(row["source"], row["relation"], row["target"]) for row in rows})
