"""The mentions of each document that a draft cites, in their order."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from checks.draft import Draft
from checks.places import words_at
from checks.symbols import Misprint, is_misread
from loaders.resolve import mentions_of
from ontology.facts import Citation, Span
from ontology.known import KnownDocument, Mention
from ontology.numbers import canonical_number, canonical_symbol, full_symbol

_NEAR: Final = 45
"""Days within which two dates of one number are a slip and no other document."""


@dataclass(frozen=True, slots=True)
class Said:
    """A citation with all that its meaning depends on, and its document if it is known."""

    citation: Citation
    mention: Mention
    meant: KnownDocument | None


def by_document(draft: Draft, misread: Sequence[Misprint]) -> Sequence[Sequence[Said]]:
    """Return the mentions of each document in the order of the text.

    Documents that nobody knows are one by number, symbol and authority, where the days that are
    printed are near; the checks of mentions tell how they differ.
    """
    found: dict[tuple[str, ...], list[list[Said]]] = {}
    cited = {citation.id: citation for citation in draft.facts.citations}
    for mention in mentions_of(draft.key, draft.facts):
        citation = cited[mention.citation]
        meaning = draft.meanings.get(citation.id)
        if meaning is None or meaning.key is None or is_misread(misread, citation):
            continue
        said = Said(citation, mention, draft.meant(citation))
        name = (said.meant.key,) if said.meant else (mention.authority, mention.group)
        documents = found.setdefault(name, [])
        same = (d for d in documents if said.meant or _can_be_one(d[0].mention, mention))
        own = next(same, None)
        if own is None:
            documents.append([said])
        else:
            own.append(said)
    return [document for documents in found.values() for document in documents]


def _can_be_one(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions of one number can be of one document, by their days."""
    if one.date is None or other.date is None or one.date == other.date:
        return True
    parts = zip(_parts(one.date), _parts(other.date), strict=True)
    off = [mine != theirs for mine, theirs in parts]
    return abs((one.date - other.date).days) <= _NEAR or (sum(off) == 1 and not off[0])


def _parts(date: dt.date) -> tuple[int, int, int]:
    return date.year, date.month, date.day


def symbol_at(draft: Draft, citation: Citation) -> Span | None:
    """Return where number and symbol of a citation stand, if they are printed in their form."""
    span, symbol = citation.span, full_symbol(citation.number, citation.symbol)
    return words_at(draft.text, span.start, span.end, symbol)


def symbol_of(citation: Citation) -> str:
    """Return number and symbol of a citation as they should be printed."""
    return full_symbol(canonical_number(citation.number), canonical_symbol(citation.symbol or ""))
