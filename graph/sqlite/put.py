"""What one text says, in; and out again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from graph.accounts import own_account
from graph.answers.asking import need_document
from graph.answers.values import SHIFT
from graph.answers.view import read_mentions
from graph.rows import (
    aim_rows,
    citation_rows,
    header_row,
    item_rows,
    link_rows,
    mention_row,
    phrase_rows,
    problem_rows,
    recurrence_rows,
    target_rows,
)
from graph.sqlite.bodies import body_id, release_bodies
from graph.sqlite.documents import (
    accounts_of,
    drop_unreferred,
    settle,
    tell,
)
from graph.sqlite.edges import forget_evidence
from graph.sqlite.facts import read_facts
from graph.sqlite.session import Session
from graph.sqlite.statuses import reattach, remarked
from graph.store import NotFoundError
from graph.words import searchable
from ontology.facts import DocumentFacts, Standing
from ontology.known import Mention


@dataclass(frozen=True, slots=True)
class _Orphans:
    """What a text spoke of, to be dropped unless something else does: ids, and printed names."""

    documents: set[int]
    bodies: set[tuple[int, str]]


def put(
    session: Session, key: str, facts: DocumentFacts, mentions: Iterable[Mention], reader: str
) -> None:
    """Replace what is known from a document's text, unless it is known so already."""
    mentions = tuple(mentions)
    if _is_unchanged(session, key, facts, mentions, reader):
        return
    number = tell(session, own_account(key, facts.document))
    before, orphans = remarked(session, key, number), _forget(session, number)
    _insert(session, number, facts, mentions, reader)
    reattach(session, key, number, before)
    _drop(session, orphans)


def remove(session: Session, key: str) -> None:
    """Forget a document's text; as long as others cite it, what it said of itself is kept."""
    number = need_document(session, key)
    accounts = accounts_of(session, key)
    if Standing.LOADED not in accounts:
        reason = f"văn bản '{key}' chưa được nạp nên không xóa được"
        raise NotFoundError(reason)
    before, orphans = remarked(session, key, number), _forget(session, number)
    own = accounts.pop(Standing.LOADED)
    session.run(
        "DELETE FROM accounts WHERE document_id = ? AND standing = ?", (number, Standing.LOADED)
    )
    if accounts:
        settle(session, number, key)
    else:
        tell(session, replace(own, standing=Standing.CITED))
    reattach(session, key, number, before)
    orphans.documents.add(number)
    _drop(session, orphans)


def _is_unchanged(
    session: Session, key: str, facts: DocumentFacts, mentions: tuple[Mention, ...], reader: str
) -> bool:
    known = session.run(
        "SELECT l.document_id FROM loaded AS l JOIN documents AS d ON d.id = l.document_id"
        " WHERE d.key = ? AND l.sha256 = ? AND l.reader = ?",
        (key, facts.source.sha256, reader),
    ).fetchone()
    if known is None or read_facts(session, key, resolved=False) != replace(facts, resolutions=()):
        return False
    stored = read_mentions(session, "mentions_of_document", document=known[0])
    return stored == tuple(mention for mention in mentions if mention.document == key)


def _forget(session: Session, number: int) -> _Orphans:
    """Delete all that hangs on a document's text; return what it spoke of."""
    if not session.run("SELECT 1 FROM loaded WHERE document_id = ?", (number,)).fetchone():
        return _Orphans(set(), set())
    meanings = session.rows("meanings_of_document", document=number)
    documents = forget_evidence(session, number) | {meaning for (meaning,) in meanings}
    bodies = {(body, name) for body, name in session.rows("bodies_of_document", document=number)}
    items = session.run("SELECT id, text FROM items WHERE document_id = ?", (number,))
    session.many(_UNFIND, [(item, searchable(text)) for item, text in items])
    session.run("DELETE FROM loaded WHERE document_id = ?", (number,))
    return _Orphans(documents, bodies)


def _drop(session: Session, orphans: _Orphans) -> None:
    drop_unreferred(session, orphans.documents)
    release_bodies(session, orphans.bodies)


_LOADED: Final = """
    INSERT INTO loaded VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_CITATION: Final = """
    INSERT INTO citations (document_id, name, ordinal, start, stop, type, number, symbol, date,
        issuer, term, rule, title)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_MENTION: Final = "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_LINK: Final = "INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_AIM: Final = "INSERT INTO aims VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)"
_PROBLEM: Final = "INSERT INTO problems VALUES (?, ?, ?, ?, ?, ?)"
_ITEM: Final = """
    INSERT INTO items (document_id, id, name, kind, path, parent, start, stop, text, rule,
        due_earliest, due_latest, recurs, waits, done_on)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_TARGET: Final = "INSERT INTO targets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)"
_PHRASE: Final = "INSERT INTO phrases VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_RECURRENCE: Final = """
    INSERT INTO recurrences VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FIND: Final = "INSERT INTO found_tasks (rowid, words) VALUES (?, ?)"
_UNFIND: Final = "INSERT INTO found_tasks (found_tasks, rowid, words) VALUES ('delete', ?, ?)"


def _insert(
    session: Session, number: int, facts: DocumentFacts, mentions: Iterable[Mention], reader: str
) -> None:
    text, base = facts.source.text, number << SHIFT
    session.run(_LOADED, (number, *header_row(facts, reader)))
    session.run("INSERT INTO texts VALUES (?, ?)", (number, text))
    owned = (
        (_CITATION, citation_rows(facts.citations)),
        (_MENTION, map(mention_row, mentions)),
        (_LINK, link_rows(facts)),
        (_AIM, aim_rows(facts)),
        (_PROBLEM, problem_rows(facts)),
        (_ITEM, item_rows(facts, base)),
        (_TARGET, target_rows(facts, base)),
    )
    for sql, rows in owned:
        session.many(sql, ((number, *row) for row in rows))
    session.many(_PHRASE, phrase_rows(facts, base, _bodies(session, facts)))
    session.many(_RECURRENCE, recurrence_rows(facts, base))
    spans = enumerate((item.span for item in facts.items), base)
    session.many(_FIND, ((item, searchable(text[s.start : s.end])) for item, s in spans))


def _bodies(session: Session, facts: DocumentFacts) -> Callable[[str], int]:
    issuer, jurisdiction = facts.document.issuer, facts.document.jurisdiction
    return cache(lambda printed: body_id(session, printed, issuer, jurisdiction))
