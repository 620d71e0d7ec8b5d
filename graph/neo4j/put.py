"""What one text says, in; and out again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from graph.accounts import own_account
from graph.answers.asking import need_document
from graph.answers.memory import Printed
from graph.answers.values import SHIFT
from graph.neo4j.bodies import body_ids, release_bodies
from graph.neo4j.documents import add_accounts, drop_unreferred, tell, told_of
from graph.neo4j.edges import Edge, forget_evidence, renew
from graph.neo4j.session import Session
from graph.neo4j.statuses import reattach, remarked
from graph.neo4j.texts import (
    Rows,
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

_KINDS: Final = (
    *("sources", "citations", "tasks", "parts", "leads", "supports", "recurrences", "names"),
    "links",
)
"""What a text's rows are; a statement that lacks one would be planned anew."""


@dataclass(frozen=True, slots=True)
class _Orphans:
    """What a text spoke of, to be dropped unless something else does: ids, and printed names."""

    documents: set[int]
    bodies: set[tuple[int, str]]
    edges: set[Edge]


@dataclass(frozen=True, slots=True)
class Put:
    """A document's text that is to be stored."""

    key: str
    facts: DocumentFacts
    mentions: tuple[Mention, ...]
    reader: str

    @property
    def source(self) -> dict[str, Any]:
        """The source as a node tells it."""
        return source_row(self.facts, self.mentions, self.reader)


def put(session: Session, puts: Iterable[Put]) -> None:
    """Replace what is known from documents' texts, unless it is known so already."""
    left = list(puts)
    while left:
        # Of two texts of one document the later comes after all that the earlier left.
        group = {one.key: one for one in reversed(left)}
        _put(session, [one for one in left if group[one.key] is one])
        left = [one for one in left if group[one.key] is not one]


def _put(session: Session, puts: Iterable[Put]) -> None:
    sources = {one.key: one.source for one in puts}
    held = told_of(session, sources)
    loaded = {key: one.number for key, one in held.items() if Standing.LOADED in one.accounts}
    digests = dict(session.rows("text_digests", documents=[*loaded.values()])) if loaded else {}
    new = [one for one in puts if digests.get(one.key) != sources[one.key]["digest"]]
    if not new:
        return
    add_accounts(session, [own_account(one.key, one.facts.document) for one in new], held)
    remarks = remarked(session, {one.key: session.documents[one.key] for one in new})
    orphans = [_forget(session, loaded[one.key]) for one in new if one.key in loaded]
    _insert(session, new, sources)
    for key, said in remarks.items():
        reattach(session, key, session.documents[key], said)
    for left in orphans:
        _drop(session, left)


def remove(session: Session, key: str) -> None:
    """Forget a document's text; as long as others cite it, what it said of itself is kept."""
    number = need_document(session, key)
    held = told_of(session, [key])
    accounts = dict(held[key].accounts)
    if Standing.LOADED not in accounts:
        reason = f"văn bản '{key}' chưa được nạp nên không xóa được"
        raise NotFoundError(reason)
    remarks, orphans = remarked(session, {key: number}), _forget(session, number)
    own = accounts.pop(Standing.LOADED)
    left = accounts or {Standing.CITED: replace(own, standing=Standing.CITED)}
    tell(session, {key: left}, held)
    if key in remarks:
        reattach(session, key, number, remarks[key])
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


def _drop(session: Session, orphans: _Orphans) -> None:
    drop_unreferred(session, orphans.documents)
    release_bodies(session, orphans.bodies)


def _insert(
    session: Session, puts: Iterable[Put], sources: Mapping[str, Mapping[str, Any]]
) -> None:
    rows: defaultdict[str, Rows] = defaultdict(list, {name: [] for name in _KINDS})
    printed = {one.key: _places(one.facts) for one in puts}
    found = body_ids(session, [place for places in printed.values() for place in places.values()])
    for one in puts:
        ids = {name: found[place] for name, place in printed[one.key].items()}
        source = {"issuer_start": None, **sources[one.key]}
        for kind, more in _rows(session.documents[one.key], one, source, ids):
            rows[kind] += more
    session.rows("put_texts", **rows)


def _places(facts: DocumentFacts) -> dict[str, Printed]:
    """Return the printed names of bodies, each with what it takes to tell which is meant."""
    issuer, home = facts.document.issuer, facts.document.jurisdiction
    printed = {p.text for item in facts.items for p in (*item.lead, *item.cooperating)}
    return {name: (name, issuer, home) for name in sorted(printed)}


def _rows(
    number: int, one: Put, source: Mapping[str, Any], ids: Mapping[str, int]
) -> Iterator[tuple[str, Rows]]:
    key, facts, base = one.key, one.facts, number << SHIFT
    items = tasks(key, facts, base)
    yield "sources", [{"document": number, "told": source}]
    mentions = mentioned(key, facts, one.mentions)
    yield "citations", [{"document": number, "told": told} for told in mentions]
    yield "tasks", [{"document": number, "told": told} for told in items]
    yield "parts", parts(key, items)
    yield "leads", bodies(key, facts, base, ids, LEAD)
    yield "supports", bodies(key, facts, base, ids, COOPERATING)
    yield "recurrences", recurrences(facts, base)
    yield "names", named(key, facts, base, number)
    yield "links", links(key, facts)
