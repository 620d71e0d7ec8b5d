"""What one typed citation means, with every document that it may mean and why."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from loaders.candidates import agrees_in_issuer, disagreements, ranked
from loaders.meaning import AMBIGUOUS, RESOLVED, resolve_mentions
from ontology.authorities import Home, authority_for
from ontology.facts import Citation
from ontology.keys import UNKNOWN, is_local
from ontology.kinds import Kind
from ontology.known import KnownDocument, Mention
from ontology.titles import AGREE, title_agreement


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for a document, or against it, by name; `value` is what the document has."""

    name: str
    value: str | dt.date | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may be meant, and what speaks for it, then what speaks against it."""

    document: KnownDocument
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a citation means: `resolved`, `ambiguous` or `unknown`, and the step that tells.

    `candidates` are all documents of its number and symbol that were there at the time, likeliest
    first; the first is the one meant where `status` is `resolved`.
    """

    status: str
    method: str
    candidates: tuple[Candidate, ...]
    disagreements: tuple[str, ...] = ()

    @property
    def key(self) -> str | None:
        """The document meant, where exactly one is."""
        return self.candidates[0].document.key if self.status == RESOLVED else None


def resolve_citation(
    citation: Citation,
    known: Iterable[KnownDocument],
    as_of: dt.date,
    jurisdiction: str | None = None,
) -> Outcome:
    """Return what a citation means on a day, to somebody in a province or at the centre.

    `known` holds at least the documents of its number and symbol. A local symbol without a
    province is looked up in all of them, and is never taken for one province's without a date.
    """
    mention = _mention(citation, as_of, jurisdiction)
    group = [document for document in known if document.group == mention.group]
    everywhere = mention.authority == UNKNOWN
    here = [d for d in group if everywhere or d.authority == mention.authority]
    if everywhere:
        here = [replace(document, authority=UNKNOWN) for document in here]
    ((_, resolution),) = resolve_mentions([mention], here, {})
    status = resolution.status
    if everywhere and status == RESOLVED and resolution.method != "date":
        status = AMBIGUOUS
    by_key = {document.key: document for document in group}
    order = [by_key[key] for key in resolution.candidates]
    rest = [by_key[d.key] for d in here if d.key not in resolution.candidates]
    candidates = (*order, *ranked(mention, rest))
    told = tuple(Candidate(document, _why(mention, document)) for document in candidates)
    return Outcome(status, resolution.method, told, resolution.disagreements)


def _mention(citation: Citation, as_of: dt.date, jurisdiction: str | None) -> Mention:
    home = Home.of(jurisdiction, None, UNKNOWN)
    symbol = citation.symbol or ""
    return Mention(
        document="",
        citation=citation.id,
        authority=authority_for(symbol, citation.issuer, home),
        type=Kind.XX if citation.rule == "typed symbol" else citation.type,
        number=citation.number,
        symbol=symbol,
        date=citation.date,
        context_date=None,
        issuer=citation.issuer,
        term=citation.term,
        title=citation.title,
        by=as_of,
    )


def _why(mention: Mention, document: KnownDocument) -> tuple[Reason, ...]:
    differ = disagreements(mention, document)
    agreement = title_agreement(mention.title, document.title)
    date = document.date
    facts = {
        Reason("number"): True,
        Reason("same-date", date): mention.date is not None and mention.date == date,
        Reason("other-date", date): "date" in differ,
        Reason("date", date): date is not None and mention.date is None,
        Reason("undated"): date is None,
        Reason("later"): bool(mention.by and date and date > mention.by),
        Reason("same-term", document.term): bool(mention.term) and mention.term == document.term,
        Reason("other-term", document.term): "term" in differ,
        Reason("same-issuer"): agrees_in_issuer(mention.issuer, document.issuer),
        Reason("other-issuer", document.issuer): "issuer" in differ,
        Reason("other-type"): "type" in differ,
        Reason("title"): agreement is not None and agreement >= AGREE,
        Reason("of", document.jurisdiction): bool(document.jurisdiction)
        and is_local(mention.symbol),
    }
    return tuple(reason for reason, holds in facts.items() if holds)
