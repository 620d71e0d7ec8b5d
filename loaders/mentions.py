"""From a document's citations to mentions: each with all that its meaning depends on."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ontology.authorities import Home, authority_for
from ontology.facts import Citation, Document, DocumentFacts, Source
from ontology.folding import fold_words
from ontology.keys import UNKNOWN
from ontology.kinds import KINDS, Kind
from ontology.known import Mention


def mentions_of(key: str, facts: DocumentFacts) -> tuple[Mention, ...]:
    """Return a document's citations with all that their meaning depends on, in their order."""
    document = facts.document
    home = Home.of(document.jurisdiction, document.issuer, _scope(key))
    by = written_by(document)
    bare = [
        Mention(
            document=key,
            citation=citation.id,
            authority=authority_for(citation.symbol or "", citation.issuer, home),
            type=_printed_type(citation, facts.source),
            number=citation.number,
            symbol=citation.symbol or "",
            date=citation.date,
            context_date=None,
            issuer=citation.issuer,
            term=citation.term,
            title=citation.title,
            by=by,
        )
        for citation in facts.citations
    ]
    return _with_context(bare)


def _printed_type(citation: Citation, source: Source) -> str:
    """Return the type, but none where only QĐ says it: that is Quyết định or Quy định."""
    if citation.type is not Kind.QD:
        return citation.type
    quote = fold_words(source.quote(citation.span)).replace(" ", "")
    words = (fold_words(word).replace(" ", "") for word in KINDS[Kind.QD].words)
    return citation.type if quote.startswith(tuple(words)) else Kind.XX


def written_by(document: Document) -> dt.date | None:
    """Return the latest day on which a document can have been written, where it says."""
    return document.date or (document.period.latest if document.period else None)


def _scope(key: str) -> str:
    """Return the authority of a document's own for symbols of an unknown province."""
    first = key.partition("/")[0]
    if first.startswith(UNKNOWN) and first != UNKNOWN:
        return first
    return UNKNOWN + hashlib.sha256(key.encode()).hexdigest()[:8]


def _with_context(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give the undated mentions the one date that others of the same number and symbol have."""
    dates: defaultdict[tuple[str, str], set[dt.date]] = defaultdict(set)
    for mention in mentions:
        if mention.date is not None:
            dates[mention.authority, mention.group].add(mention.date)
    return tuple(
        mention
        if mention.date is not None or len(found := dates[mention.authority, mention.group]) != 1
        else replace(mention, context_date=next(iter(found)))
        for mention in mentions
    )
