"""From what a store holds of one document to RDF: every fact, with the place that says it."""

from collections.abc import Iterable, Iterator, Mapping

from graph.rdf.items import item_nodes
from graph.rdf.nodes import Facts, Node, Spoken, given, listed, own, words_node
from graph.rdf.registered import account_facts
from graph.rdf.targets import about, citation_name
from graph.store import Holding
from ontology.bodies import BodyNames
from ontology.facts import Citation, Document, Link, Problem, Resolution, Source
from ontology.known import KnownDocument, Mention
from ontology.rdf.names import KIND, iri
from ontology.rdf.terms import relation_name


class Described:
    """Describes documents one by one; `bodies` is whom printed names mean."""

    def __init__(self, bodies: BodyNames, registered: Mapping[str, KnownDocument]) -> None:
        self._bodies = bodies
        self._registered = registered

    def nodes(self, held: Holding) -> Iterator[Node]:
        """Describe all that is held of one document; what it refers to comes last."""
        facts = held.facts
        text = Spoken.of(held.key, facts.source.text)
        meant = {one.citation: one.key for one in facts.resolutions if one.key is not None}
        yield (
            text.document,
            [
                ("type", own("Document")),
                ("key", held.key),
                ("readFrom", text.text),
            ],
        )
        yield text.text, _source(text, facts.source, held.reader)
        yield from _header(text, facts.document)
        yield from self._issuing(text, facts.document)
        yield from _citations(text, facts.citations, facts.resolutions)
        yield from (_mention(text, one) for one in held.mentions)
        yield from _links(text, facts.links, meant)
        for number, aim in enumerate(facts.aims):
            yield from about(text, text.document, f"aim.{number}", number, aim, meant)
        header = facts.document
        issuer, home = header.issuer, header.jurisdiction

        def body(printed: str) -> str:
            return self._bodies.resolve(printed, issuer, home).key

        yield from item_nodes(text, facts.items, header.date, meant, body)
        yield from _problems(text, facts.problems)
        for number, account in enumerate(held.cited):
            name = text.within(f"cited.{number}")
            yield name, [*account_facts(account), ("accountOf", text.meant(account.key))]
        yield from text.rest()

    def _issuing(self, text: Spoken, header: Document) -> Iterator[Node]:
        """Lead a document to the body that issued it, by its own words or else the registry's."""
        known = self._registered.get(text.key)
        issuer = header.issuer or (known.issuer if known else None)
        if issuer is None:
            return
        home = header.jurisdiction or (known.jurisdiction if known else None)
        body = text.body(self._bodies.resolve(issuer, None, home).key)
        own_words = [phrase for name, phrase in header.evidence if name == "issuer"]
        edge: Facts = [("subject", text.document), ("predicate", own("issuedBy")), ("object", body)]
        name = text.within("issuer")
        if header.issuer and own_words:
            first = min(own_words, key=lambda phrase: phrase.span)
            edge += [("rule", first.rule), ("evidence", text.place(first.span))]
        else:
            edge.append(("evidence", f"{name}.words"))
            yield words_node(f"{name}.words", issuer)
        yield text.document, [("issuedBy", body)]
        yield name, [("type", own("Issuing")), *edge]


def _source(text: Spoken, source: Source, reader: str) -> Facts:
    return [
        ("type", own("Text")),
        ("ofDocument", text.document),
        ("header", text.within("header")),
        ("fileName", source.name),
        ("location", source.location),
        ("format", source.format),
        ("sha256", source.sha256),
        ("reader", reader),
        ("text", source.text),
    ]


def _header(text: Spoken, header: Document) -> Iterator[Node]:
    name = text.within("header")
    period = header.period
    yield (
        name,
        [
            ("type", own("Header")),
            *given(
                documentType=iri(KIND, header.type) if header.type else None,
                number=header.number,
                symbol=header.symbol,
                title=header.title,
                issuerName=header.issuer,
                jurisdiction=header.jurisdiction,
                place=header.place,
                date=header.date,
                periodFrom=period.earliest if period else None,
                periodTo=period.latest if period else None,
                signatory=header.signatory,
            ),
        ],
    )
    yield from listed("recipient", "recipients", name, header.recipients, "first")
    for number, (field, phrase) in enumerate(header.evidence):
        one = f"{name}.{number}"
        yield name, [("fieldEvidence", one)]
        told = given(field=field, ordinal=number)
        yield one, [("type", own("FieldEvidence")), *told, *text.phrase(phrase)]


def _citations(
    text: Spoken, citations: Iterable[Citation], resolutions: Iterable[Resolution]
) -> Iterator[Node]:
    resolved = {one.citation: one for one in resolutions}
    for number, one in enumerate(citations):
        name = citation_name(text, one.id)
        yield (
            name,
            [
                ("type", own("Citation")),
                ("localId", one.id),
                ("ordinal", number),
                ("documentType", iri(KIND, one.type)),
                ("rule", one.rule),
                ("mentionedIn", text.document),
                ("evidence", text.place(one.span)),
                *given(
                    number=one.number,
                    symbol=one.symbol,
                    date=one.date,
                    issuerName=one.issuer,
                    term=one.term,
                    title=one.title,
                ),
            ],
        )
        if one.id in resolved:
            yield from _resolution(text, name, resolved[one.id])


def _resolution(text: Spoken, name: str, one: Resolution) -> Iterator[Node]:
    """Say what a citation means, and that its document therefore cites the one meant."""
    facts = given(resolutionStatus=one.status, resolutionMethod=one.method)
    if one.key is not None:
        meant = text.meant(one.key)
        facts.append(("refersTo", meant))
        if one.key != text.key:
            cites = own("cites")
            facts += [("subject", text.document), ("predicate", cites), ("object", meant)]
            yield text.document, [("cites", meant)]
    yield name, facts
    candidates = map(text.meant, one.candidates)
    yield from listed("candidate", "candidates", name, candidates, "firstNode")
    yield from listed("disagreement", "disagreements", name, one.disagreements, "first")


def _mention(text: Spoken, one: Mention) -> Node:
    return text.within(f"mention.{one.citation}"), [
        ("type", own("Mention")),
        ("ofCitation", citation_name(text, one.citation)),
        ("authority", one.authority),
        ("documentType", iri(KIND, one.type)),
        ("symbol", one.symbol),
        *given(
            number=one.number,
            date=one.date,
            contextDate=one.context_date,
            issuerName=one.issuer,
            term=one.term,
            title=one.title,
            writtenBy=one.by,
        ),
    ]


def _links(text: Spoken, links: Iterable[Link], meant: Mapping[str, str]) -> Iterator[Node]:
    for number, link in enumerate(links):
        below, above = meant.get(link.source), meant.get(link.target)
        edge: Facts = []
        if below is not None and above is not None and below != above:
            relation = relation_name(link.relation)
            ends = text.meant(below), text.meant(above)
            edge = [("subject", ends[0]), ("object", ends[1])]
            yield ends[0], [(relation, ends[1])]
        yield (
            text.within(f"link.{number}"),
            [
                ("type", own("Link")),
                ("ordinal", number),
                ("predicate", own(relation_name(link.relation))),
                *edge,
                ("citationBelow", citation_name(text, link.source)),
                ("citationAbove", citation_name(text, link.target)),
                ("rule", link.rule),
                ("evidence", text.place(link.span)),
            ],
        )


def _problems(text: Spoken, problems: Iterable[Problem]) -> Iterator[Node]:
    for number, problem in enumerate(problems):
        told = given(code=problem.code, message=problem.message, ordinal=number)
        if problem.span is not None:
            told.append(("evidence", text.place(problem.span)))
        yield text.within(f"problem.{number}"), [("type", own("Problem")), *told]
