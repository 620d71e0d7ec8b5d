"""Documents as nodes: made, settled from their accounts, and dropped."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.accounts import bare_account, together
from graph.answers.values import known_document
from graph.neo4j.bodies import body_ids, release_bodies
from graph.neo4j.nodes import document_told, issued_by
from graph.neo4j.session import Session
from ontology.facts import Standing
from ontology.known import KnownDocument


@dataclass(frozen=True, slots=True)
class Told:
    """What a store holds of a document: its id, all accounts, and the body that issued it."""

    number: int
    accounts: Mapping[Standing, KnownDocument]
    issued: tuple[int, str] | None


def told_of(session: Session, keys: Iterable[str]) -> dict[str, Told]:
    """Return what is held of the documents of these keys, of those that are there."""
    rows = session.rows("documents_of_keys", keys=list(dict.fromkeys(keys)))
    return {
        key: Told(number, _accounts(key, accounts), (body, issuer) if body is not None else None)
        for key, number, accounts, body, issuer in rows
    }


def _accounts(key: str, written: Iterable[str]) -> dict[Standing, KnownDocument]:
    accounts = (known_document(key, tuple(json.loads(account))) for account in written)
    return {account.standing: account for account in accounts}


def ensure_documents(session: Session, keys: Iterable[str]) -> None:
    """Make the documents of these keys that are not there, with what their keys tell."""
    missing = {key for key in keys if key not in session.documents}
    if missing:
        held = told_of(session, sorted(missing))
        session.documents |= {key: told.number for key, told in held.items()}
        bare = {key: bare_account(key) for key in sorted(missing - held.keys())}
        tell(session, {key: {account.standing: account} for key, account in bare.items()}, {})


def add_accounts(
    session: Session, accounts: Iterable[KnownDocument], held: Mapping[str, Told]
) -> None:
    """Add or replace accounts, one of each document, and settle what all tell together."""
    told = {}
    for account in accounts:
        before = held[account.key].accounts if account.key in held else {}
        told[account.key] = {**before, account.standing: account}
    tell(session, told, held)


def tell(
    session: Session,
    accounts: Mapping[str, Mapping[Standing, KnownDocument]],
    held: Mapping[str, Told],
) -> None:
    """Settle documents from all accounts of each, by key; `held` is what was told before."""
    if not accounts:
        return
    settled = {key: together(told) for key, told in accounts.items()}
    places = {key: place for key, one in settled.items() if (place := issued_by(one))}
    bodies = body_ids(session, places.values())
    rows = []
    for key, one in settled.items():
        number = held[key].number if key in held else session.new_id()
        issuer = bodies[places[key]] if key in places else None
        told = document_told(one, accounts[key].values())
        rows.append({"key": key, "id": number, "told": told, "issuer": issuer})
        session.documents[key] = number
    session.rows("tell_documents", documents=rows)
    issued = (held[key].issued for key in settled if key in held)
    release_bodies(session, [pair for pair in issued if pair])


def drop_unreferred(session: Session, numbers: Iterable[int]) -> None:
    """Drop those of these documents that are only cited and that nothing refers to any more."""
    found = sorted(set(numbers))
    for (key,) in session.rows("unreferred", numbers=found) if found else ():
        session.documents.pop(key, None)
