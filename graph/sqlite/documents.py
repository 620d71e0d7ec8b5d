"""Documents as rows with ids: made, settled from their accounts, and dropped."""

from collections.abc import Iterable
from typing import Final

from graph.accounts import bare_account, together
from graph.answers.values import known_document
from graph.rows import PlainRow, account_row, family
from graph.sqlite.bodies import body_id, release_bodies
from graph.sqlite.session import Session, many
from graph.words import document_names, searchable
from ontology.facts import Standing
from ontology.keys import authority_of, slug
from ontology.known import KnownDocument

_ACCOUNT: Final = "INSERT INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_FORGET: Final = "DELETE FROM accounts WHERE document_id = ? AND standing = ?"
_MAKE: Final = """
    INSERT INTO documents (key, standing, authority, type, number, symbol, date, issuer, term,
        jurisdiction, title, status, source, confidence, family, place, issuer_slug, issuer_id,
        names, words)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_SETTLE: Final = """
    UPDATE documents SET standing = ?, authority = ?, type = ?, number = ?, symbol = ?, date = ?,
        issuer = ?, term = ?, jurisdiction = ?, title = ?, status = ?, source = ?, confidence = ?,
        family = ?, place = ?, issuer_slug = ?, issuer_id = ?, names = ?, words = ?
    WHERE id = ?
"""
_UNFIND: Final = """
    INSERT INTO found_documents (found_documents, rowid, names, words)
    VALUES ('delete', ?, ?, ?)
"""
_FIND: Final = "INSERT INTO found_documents (rowid, names, words) VALUES (?, ?, ?)"


def ensure_document(session: Session, key: str) -> int:
    """Return the id of a document, made with what its key tells when there is none."""
    found = session.document_id(key)
    return tell(session, bare_account(key)) if found is None else found


def tell(session: Session, account: KnownDocument) -> int:
    """Add or replace one account of a document, settle what all tell together; return its id."""
    number = session.document_id(account.key)
    if number is None:
        row = _settled(session, account)
        number = session.run(_MAKE, (account.key, *row)).lastrowid or 0
        session.documents[account.key] = number
        session.run(_FIND, (number, *row[-2:]))
        session.run(_ACCOUNT, (number, *account_row(account)))
    else:
        session.run(_FORGET, (number, account.standing))
        session.run(_ACCOUNT, (number, *account_row(account)))
        settle(session, number, account.key)
    return number


def accounts_of(session: Session, key: str) -> dict[Standing, KnownDocument]:
    """Return all accounts of a document; none where nothing is known of it."""
    number = session.document_id(key)
    rows = session.run("SELECT * FROM accounts WHERE document_id = ?", (number,))
    accounts = (known_document(key, row[1:]) for row in rows)
    return {account.standing: account for account in accounts}


def settle(session: Session, number: int, key: str) -> None:
    """Renew a document's row from its accounts, of which there is at least one."""
    row = _settled(session, together(accounts_of(session, key)))
    issued, issuer, *indexed = session.run(
        "SELECT issuer_id, issuer, names, words FROM documents WHERE id = ?", (number,)
    ).fetchone()
    session.run(_UNFIND, (number, *indexed))
    session.run(_FIND, (number, *row[-2:]))
    session.run(_SETTLE, (*row, number))
    if issued is not None:
        release_bodies(session, [(issued, issuer)])


def _settled(session: Session, account: KnownDocument) -> PlainRow:
    """Return a document's row; the issuer counts as a body where more than a citation names it."""
    issuer = account.issuer if account.standing is not Standing.CITED else None
    return (
        *account_row(account),
        family(account.number, account.symbol),
        authority_of(account.jurisdiction) if account.jurisdiction else account.authority,
        slug(account.issuer) if account.issuer else None,
        body_id(session, issuer, None, account.jurisdiction) if issuer else None,
        document_names(account.type, account.number, account.symbol),
        searchable(account.title or ""),
    )


def drop_unreferred(session: Session, numbers: Iterable[int]) -> None:
    """Drop those of these documents that are only cited and that nothing refers to any more."""
    for number, key, *indexed in session.rows("unreferred", numbers=many(sorted(set(numbers)))):
        session.run(_UNFIND, (number, *indexed))
        session.run("DELETE FROM documents WHERE id = ?", (number,))
        session.documents.pop(key, None)
