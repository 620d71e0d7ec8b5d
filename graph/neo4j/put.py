"""What one text says, in; and out again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.accounts import own_account
from graph.answers.asking import need_document
from graph.answers.values import SHIFT
from graph.neo4j.bodies import body_ids, release_bodies
from graph.neo4j.documents import add_accounts, drop_unreferred, tell, told_of
from graph.neo4j.edges import Edge, forget_evidence, renew
from graph.neo4j.session import Session
from graph.neo4j.statuses import reattach, remarked
from graph.neo4j.texts import (
    bodies,
    links,
    mentioned,
    named,
    parts,
    recurrences,
    source_row,
    tasks,
)
from graph.rows import COOPERATING, LEAD
from graph.store import NotFoundError
from ontology.facts import DocumentFacts, Standing
from ontology.known import Mention


@dataclass(frozen=True, slots=True)
class _Orphans:
    """What a text spoke of, to be dropped unless something else does: ids, and printed names."""

    documents: set[int]
    bodies: set[tuple[int, str]]
    edges: set[Edge]


def put(
    session: Session, key: str, facts: DocumentFacts, mentions: Iterable[Mention], reader: str
) -> None:
    """Replace what is known from a document's text, unless it is known so already."""
    mentions = tuple(mention for mention in mentions if mention.document == key)
    source = source_row(facts, mentions, reader)
    held = told_of(session, [key])
    loaded = key in held and Standing.LOADED in held[key].accounts
    if loaded and session.rows("text_digest", document=held[key].number) == [(source["digest"],)]:
        return
    add_accounts(session, [own_account(key, facts.document)], held)
    number = session.documents[key]
    remarks = remarked(session, key, number)
    orphans = _forget(session, number) if loaded else None
    _insert(session, key, facts, mentions, source)
    reattach(session, key, number, remarks)
    _drop(session, orphans)


def remove(session: Session, key: str) -> None:
    """Forget a document's text; as long as others cite it, what it said of itself is kept."""
    number = need_document(session, key)
    held = told_of(session, [key])
    accounts = dict(held[key].accounts)
    if Standing.LOADED not in accounts:
        reason = f"văn bản '{key}' chưa được nạp nên không xóa được"
        raise NotFoundError(reason)
    remarks, orphans = remarked(session, key, number), _forget(session, number)
    own = accounts.pop(Standing.LOADED)
    left = accounts or {Standing.CITED: replace(own, standing=Standing.CITED)}
    tell(session, {key: left}, held)
    reattach(session, key, number, remarks)
    orphans.documents.add(number)
    _drop(session, orphans)


def _forget(session: Session, number: int) -> _Orphans:
    """Delete all that hangs on a document's text; return what it spoke of."""
    documents: set[int] = set()
    printed: set[tuple[int, str]] = set()
    for other, name in session.rows("spoken_of", document=number):
        if name is None:
            documents.add(other)
        else:
            printed.add((other, name))
    edges = forget_evidence(session, [number])
    session.rows("forget_text", document=number)
    renew(session, edges)
    ends = {end for source, _, target in edges for end in (source, target)}
    return _Orphans(documents | ends, printed, edges)


def _drop(session: Session, orphans: _Orphans | None) -> None:
    if orphans is not None:
        drop_unreferred(session, orphans.documents)
        release_bodies(session, orphans.bodies)


def _insert(
    session: Session,
    key: str,
    facts: DocumentFacts,
    mentions: Iterable[Mention],
    source: dict[str, object],
) -> None:
    number = session.documents[key]
    base = number << SHIFT
    issuer, home = facts.document.issuer, facts.document.jurisdiction
    printed = {p.text for item in facts.items for p in (*item.lead, *item.cooperating)}
    places = {name: (name, issuer, home) for name in sorted(printed)}
    found = body_ids(session, places.values())
    ids = {name: found[place] for name, place in places.items()}
    items = tasks(key, facts, base)
    session.rows(
        "put_text",
        document=number,
        source={"issuer_start": None, **source},
        citations=mentioned(key, facts, mentions),
        tasks=items,
        parts=parts(key, items),
        leads=bodies(key, facts, base, ids, LEAD),
        supports=bodies(key, facts, base, ids, COOPERATING),
        recurrences=recurrences(facts, base),
        names=named(key, facts, base, number),
        links=links(key, facts),
    )
