"""Documents as rows with ids: made, settled from their accounts, and dropped."""

from collections.abc import Iterable
from typing import Final

from graph.accounts import bare_account, together
from graph.rows import account_row
from graph.sqlite.bodies import body_id, drop_unused_bodies
from graph.sqlite.session import Session, many
from graph.sqlite.values import known_document
from graph.store import NotFoundError
from graph.words import document_names, searchable
from ontology.facts import Standing
from ontology.keys import authority_of, slug
from ontology.known import KnownDocument

_MAKE: Final = """
    INSERT INTO documents (key, standing, authority, type, family, place, names, words)
    VALUES (?, 'cited', '', '', '', '', '', '')
"""
_ACCOUNT: Final = (
    "INSERT OR REPLACE INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
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


def document_id(session: Session, key: str) -> int | None:
    """Return the id of a document, or None when there is none of this key."""
    found = session.documents.get(key)
    if found is None:
        row = session.run("SELECT id FROM documents WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        found = session.documents[key] = row[0]
    return found


def need_document(session: Session, key: str) -> int:
    """Return the id of a document, or raise `NotFoundError`."""
    found = document_id(session, key)
    if found is None:
        reason = f"không có văn bản nào mang khóa '{key}' trong kho"
        raise NotFoundError(reason)
    return found


def make_document(session: Session, key: str) -> int:
    """Return the id of a document, made without any account yet when there is none."""
    found = document_id(session, key)
    if found is None:
        found = session.documents[key] = session.run(_MAKE, (key,)).lastrowid or 0
    return found


def ensure_document(session: Session, key: str) -> int:
    """Return the id of a document, made with what its key tells when there is none."""
    found = document_id(session, key)
    if found is None:
        found = make_document(session, key)
        tell(session, found, bare_account(key))
    return found


def accounts_of(session: Session, number: int, key: str) -> dict[Standing, KnownDocument]:
    """Return all accounts of a document."""
    rows = session.run("SELECT * FROM accounts WHERE document_id = ?", (number,))
    accounts = (known_document(key, row[1:]) for row in rows)
    return {account.standing: account for account in accounts}


def tell(session: Session, number: int, account: KnownDocument) -> None:
    """Add or replace one account of a document, and settle what all tell together."""
    session.run(_ACCOUNT, (number, *account_row(account)))
    settle(session, number, account.key)


def settle(session: Session, number: int, key: str) -> None:
    """Renew a document's row from its accounts, of which there is at least one."""
    account = together(accounts_of(session, number, key))
    names = document_names(account.type, account.number, account.symbol)
    words = searchable(account.title or "")
    issuer = account.issuer if account.standing is not Standing.CITED else None
    body = body_id(session, issuer, None, account.jurisdiction) if issuer else None
    (before,) = session.run("SELECT issuer_id FROM documents WHERE id = ?", (number,)).fetchone()
    _reindex(session, number, names, words)
    settled = (
        *account_row(account),
        account.group,
        authority_of(account.jurisdiction) if account.jurisdiction else account.authority,
        slug(account.issuer) if account.issuer else None,
        *(body, names, words, number),
    )
    session.run(_SETTLE, settled)
    if before is not None and before != body:
        drop_unused_bodies(session, [before])


def _reindex(session: Session, number: int, *indexed: str) -> None:
    """Put a document's names and words into the index, in place of those that it had."""
    old = session.run("SELECT names, words FROM documents WHERE id = ?", (number,)).fetchone()
    if old != ("", ""):
        session.run(_UNFIND, (number, *old))
    session.run(_FIND, (number, *indexed))


def drop_unreferred(session: Session, numbers: Iterable[int]) -> None:
    """Drop those of these documents that are only cited and that nothing refers to any more."""
    for number, key, *indexed in session.rows("unreferred", numbers=many(sorted(set(numbers)))):
        session.run(_UNFIND, (number, *indexed))
        session.run("DELETE FROM documents WHERE id = ?", (number,))
        session.documents.pop(key, None)
