"""From mentions to the documents that they mean.

What a citation means depends on its own words, on the other citations of its document, and on the
documents of the same number and symbol that are known or cited anywhere; never on any order.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from loaders.candidates import Choice, dated, disagreements, undated
from ontology.authorities import jurisdiction_of
from ontology.facts import Resolution, Standing
from ontology.keys import document_key
from ontology.kinds import Kind, kind_of_code
from ontology.known import KnownDocument, Mention
from ontology.numbers import canonical_number

RESOLVED: Final = "resolved"
AMBIGUOUS: Final = "ambiguous"
UNKNOWN_STATUS: Final = "unknown"

CitedSlot: TypeAlias = tuple[str, dt.date | None]
"""Where a document that is only cited has its place: authority and date, within its group."""

Cited: TypeAlias = dict[CitedSlot, KnownDocument]
Resolved: TypeAlias = tuple[str, Resolution]


def resolve_group(
    mentions: Iterable[Mention], known: Iterable[KnownDocument]
) -> tuple[tuple[Resolved, ...], tuple[KnownDocument, ...]]:
    """Return what every mention of one number and symbol means, and the documents only cited.

    `mentions` are all of the group, `known` its loaded and registered documents. Resolutions are
    ordered by document and citation, cited documents by key.
    """
    mentions, known = tuple(mentions), tuple(known)
    cited = cited_by(mentions, known)
    resolutions = resolve_mentions(mentions, known, cited)
    meant = {resolution.key for _, resolution in resolutions}
    documents = {document.key: document for document in cited.values() if document.key in meant}
    return resolutions, tuple(documents[key] for key in sorted(documents))


def cited_by(mentions: Iterable[Mention], known: Iterable[KnownDocument]) -> Cited:
    """Return the documents that mentions name and nobody knows, with what the mentions say."""
    candidates = _by_authority(known)
    mentions = tuple(mention for mention in mentions if mention.number and mention.symbol)
    adopted = _adopted(mentions, candidates)
    cited: Cited = {}
    for mention in mentions:
        if not _choice(mention, candidates[mention.authority], adopted).documents:
            merge_cited(cited, {_slot(mention): _as_cited(mention)})
    return cited


def merge_cited(cited: Cited, more: Cited) -> None:
    """Add what other mentions say, in any order."""
    for slot, document in more.items():
        cited[slot] = _merged(cited[slot], document) if slot in cited else document


def resolve_mentions(
    mentions: Iterable[Mention], known: Iterable[KnownDocument], cited: Cited
) -> tuple[Resolved, ...]:
    """Return what mentions of one group mean among the known and the cited documents.

    A document's mentions come together. Known documents go before those that are only cited.
    """
    candidates = _by_authority(known)
    mentions = tuple(sorted(mentions, key=lambda mention: (mention.document, mention.citation)))
    adopted = _adopted(mentions, candidates)
    only_cited: defaultdict[str, list[KnownDocument]] = defaultdict(list)
    for (authority, date), document in sorted(cited.items(), key=str):
        if date is not None:
            only_cited[authority].append(document)
    resolved = []
    for mention in mentions:
        choice = Choice((), "none")
        if mention.number and mention.symbol:
            choice = _choice(mention, candidates[mention.authority], adopted)
            if not choice.documents:
                choice = _among_cited(mention, only_cited[mention.authority], cited)
        resolved.append((mention.document, _resolution(mention, choice)))
    return tuple(resolved)


def _among_cited(mention: Mention, documents: Sequence[KnownDocument], cited: Cited) -> Choice:
    """Choose among the documents that are only cited; a mention always finds at least its own."""
    slot = _slot(mention)
    if slot[1] is None:
        choice = undated(mention, documents)
        if choice.documents:
            return choice
    return Choice((cited[slot],) if slot in cited else (), "cited")


def _slot(mention: Mention) -> CitedSlot:
    return mention.authority, mention.date or mention.context_date


def _choice(
    mention: Mention,
    known: Sequence[KnownDocument],
    adopted: Mapping[tuple[str, str, dt.date], KnownDocument],
) -> Choice:
    if mention.date is not None:
        return dated(mention, mention.date, "date", known)
    if mention.context_date is None:
        return undated(mention, known)
    slip = adopted.get((mention.document, mention.authority, mention.context_date))
    if slip is not None:
        return Choice((slip,), "context")
    return dated(mention, mention.context_date, "context", known)


def _adopted(
    mentions: Iterable[Mention], candidates: Mapping[str, Sequence[KnownDocument]]
) -> dict[tuple[str, str, dt.date], KnownDocument]:
    """Return what misprinted dates mean, for the undated mentions of the same documents."""
    found: dict[tuple[str, str, dt.date], KnownDocument] = {}
    for mention in mentions:
        if mention.date is not None:
            choice = dated(mention, mention.date, "date", candidates[mention.authority])
            if choice.method == "date-disagrees":
                found[mention.document, mention.authority, mention.date] = choice.documents[0]
    return found


def _by_authority(known: Iterable[KnownDocument]) -> defaultdict[str, list[KnownDocument]]:
    found: defaultdict[str, list[KnownDocument]] = defaultdict(list)
    for document in sorted(known, key=lambda document: document.key):
        found[document.authority].append(document)
    return found


def _resolution(mention: Mention, choice: Choice) -> Resolution:
    keys = tuple(document.key for document in choice.documents)
    if not keys:
        return Resolution(mention.citation, UNKNOWN_STATUS, "none", None)
    if len(keys) > 1:
        return Resolution(mention.citation, AMBIGUOUS, AMBIGUOUS, None, keys)
    document = choice.documents[0]
    cited = document.standing is Standing.CITED
    fields = () if cited else disagreements(mention, document)
    return Resolution(mention.citation, RESOLVED, choice.method, keys[0], keys, fields)


def _as_cited(mention: Mention) -> KnownDocument:
    return _with_key(
        KnownDocument(
            key="",
            authority=mention.authority,
            type=_told_type(mention),
            number=canonical_number(mention.number),
            symbol=mention.symbol,
            date=mention.date or mention.context_date,
            issuer=mention.issuer,
            term=mention.term,
            jurisdiction=jurisdiction_of(mention.authority),
            title=mention.title,
            standing=Standing.CITED,
        )
    )


def _told_type(mention: Mention) -> str:
    code = mention.symbol.replace("/", "-").partition("-")[0]
    return mention.type if mention.type != Kind.XX else kind_of_code(code) or Kind.XX


def _with_key(document: KnownDocument) -> KnownDocument:
    symbol = document.symbol or ""
    key = document_key(document.authority, document.number, symbol, document.date)
    return replace(document, key=key)


def _merged(one: KnownDocument, other: KnownDocument) -> KnownDocument:
    """Return what two mentions say of one document: the same, whatever their order."""
    return _with_key(
        replace(
            one,
            type=max(one.type, other.type, key=_told),
            symbol=_fuller(one.symbol, other.symbol),
            issuer=_fuller(one.issuer, other.issuer),
            term=_fuller(one.term, other.term),
            title=_fuller(one.title, other.title),
        )
    )


def _told(kind: str) -> tuple[bool, int, str]:
    """Order types, so that of two printed ones the same is kept whatever came first."""
    return kind != Kind.XX, len(kind), kind


def _fuller(one: str | None, other: str | None) -> str | None:
    return max((one, other), key=lambda words: (len(words or ""), words or ""))
