"""What a store knows without any text, and what people said, in RDF."""

from collections.abc import Iterable, Iterator

from graph.rdf.nodes import Facts, Node, given, listed, own, words_node
from graph.store import Registered, Said
from ontology.bodies import BodyNames
from ontology.known import KnownBody, KnownDocument, KnownRelation
from ontology.rdf.names import BASE, BODY, DOCUMENT, KIND, TASK, iri, quoted
from ontology.rdf.terms import relation_name

ENTRY = "entry"
"""What a body is called as an entry of the registry."""
ACCOUNT = "account"
"""What a document is called as an entry of the registry."""


def account_facts(account: KnownDocument) -> Facts:
    """Return what an account tells, but of which document."""
    return [
        ("type", own("Account")),
        ("authority", account.authority),
        ("documentType", iri(KIND, account.type)),
        ("standing", account.standing.value),
        *given(
            number=account.number,
            symbol=account.symbol,
            date=account.date,
            issuerName=account.issuer,
            term=account.term,
            jurisdiction=account.jurisdiction,
            title=account.title,
            status=account.status,
            source=account.source,
            confidence=account.confidence,
        ),
    ]


def registered_nodes(
    registered: Registered, names: BodyNames, loaded: Iterable[str]
) -> Iterator[Node]:
    """Describe documents, relations and bodies; the text of `loaded` says who issued them."""
    loaded = set(loaded)
    met: set[str] = set()
    for account in registered.documents:
        name = iri(DOCUMENT, account.key)
        yield name, [("type", own("Document")), ("key", account.key)]
        yield iri(ACCOUNT, account.key), [*account_facts(account), ("accountOf", name)]
        if account.issuer is not None and account.key not in loaded:
            body = names.resolve(account.issuer, None, account.jurisdiction).key
            if body not in met:
                met.add(body)
                yield iri(BODY, body), [("type", own("Body")), ("key", body)]
            at = f"{iri(ACCOUNT, account.key)}#issuer"
            yield from _edge(at, "Issuing", name, "issuedBy", iri(BODY, body), account.issuer)
    for relation in registered.relations:
        ends = f"{quoted(relation.from_key)}%20{quoted(relation.to_key)}"
        yield from _relation(f"{BASE}registry/{relation_name(relation.relation)}/{ends}", relation)
    for entry in registered.bodies:
        yield from _entry(entry)


def _edge(  # noqa: PLR0913, PLR0917  (an edge from where to where, with its words)
    at: str, kind: str, subject: str, tie: str, other: str, words: str
) -> Iterator[Node]:
    yield subject, [(tie, other)]
    yield (
        at,
        [
            ("type", own(kind)),
            ("subject", subject),
            ("predicate", own(tie)),
            ("object", other),
            ("evidence", f"{at}.words"),
        ],
    )
    yield words_node(f"{at}.words", words)


def _relation(at: str, one: KnownRelation) -> Iterator[Node]:
    below, above = iri(DOCUMENT, one.from_key), iri(DOCUMENT, one.to_key)
    for name, key in ((below, one.from_key), (above, one.to_key)):
        yield name, [("type", own("Document")), ("key", key)]
    tie = relation_name(one.relation)
    yield from _edge(at, "RegistryAssertion", below, tie, above, one.words)
    yield at, [("words", one.words), ("source", one.source)]


def _entry(entry: KnownBody) -> Iterator[Node]:
    name = iri(ENTRY, entry.key)
    yield (
        name,
        [
            ("type", own("BodyEntry")),
            ("key", entry.key),
            ("name", entry.name),
            ("bodyKind", entry.kind),
            *given(
                level=entry.level,
                jurisdiction=entry.jurisdiction,
                parentKey=entry.parent,
                validFrom=entry.valid_from,
                validTo=entry.valid_to,
                successorKey=entry.successor,
                successorDate=entry.successor_date,
                source=entry.source,
                confidence=entry.confidence,
            ),
        ],
    )
    at = name.replace("*", "%2A") + "#names"
    head, *cells = listed("alias", "aliases", at, entry.aliases, "first")
    yield name, head[1]
    yield from cells


def said_nodes(said: Iterable[Said]) -> Iterator[Node]:
    """Describe what people said of tasks, in order."""
    for number, one in enumerate(said):
        change, document = one.change, iri(DOCUMENT, one.document)
        yield document, [("type", own("Document")), ("key", one.document)]
        yield (
            f"{BASE}said/{number}",
            [
                ("type", own("StatusChange")),
                ("ofDocument", document),
                ("ofTask", iri(TASK, change.task)),
                ("words", one.words),
                ("state", change.status),
                ("on", change.on.isoformat()),
                ("by", change.by),
                ("note", change.note),
                ("at", change.at.isoformat()),
            ],
        )
