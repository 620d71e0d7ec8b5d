"""Which of several known documents one mention can mean, and how the two disagree."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ontology.issuers import is_person, same_issuer
from ontology.kinds import Kind
from ontology.known import KnownDocument, Mention
from ontology.terms import term_on
from ontology.titles import AGREE, DIFFER, opens_with, title_agreement

_MARGIN: Final = 0.2
"""By how much the words of one title must stand out among others."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The documents that are left, likeliest first, and the step that left them."""

    documents: tuple[KnownDocument, ...]
    method: str


def dated(mention: Mention, date: dt.date, method: str, known: Sequence[KnownDocument]) -> Choice:
    """Return the documents of that day; the printed type decides between several."""
    exact = [document for document in known if document.date == date]
    exact = _of_type(mention, exact) or exact
    if exact:
        return Choice(ranked(mention, exact), method if len(exact) == 1 else "ambiguous")
    slips = [document for document in known if _is_slip(mention, date, document)]
    return Choice(tuple(slips), "date-disagrees") if len(slips) == 1 else Choice((), "cited")


def undated(mention: Mention, known: Sequence[KnownDocument]) -> Choice:
    """Return the documents that a mention without a date can mean, narrowed by what it says."""
    there = [document for document in known if _in_time(mention, document)]
    left = [document for document in there if not _contradicts(mention, document)]
    if len(left) == 1:
        return Choice(tuple(left), "only-candidate" if len(there) == 1 else "term")
    for method, narrow in _STEPS.items():
        left = narrow(mention, left) or left
        if len(left) == 1:
            return Choice(tuple(left), method)
    return Choice(ranked(mention, left), "ambiguous" if left else "cited")


def ranked(mention: Mention, documents: Sequence[KnownDocument]) -> tuple[KnownDocument, ...]:
    """Return documents likeliest first: by term, issuer and title, then the latest, then by key."""

    def order(document: KnownDocument) -> tuple[bool, bool, float, int, str]:
        return (
            not (mention.term and document.term == mention.term),
            not agrees_in_issuer(mention.issuer, document.issuer),
            -(title_agreement(mention.title, document.title) or 0),
            -(document.date or dt.date.min).toordinal(),
            document.key,
        )

    return tuple(sorted(documents, key=order))


def disagreements(mention: Mention, document: KnownDocument) -> tuple[str, ...]:
    """Return the fields in which both speak and say different things."""
    date = mention.date or mention.context_date
    issuer = mention.issuer if mention.issuer and not is_person(mention.issuer) else None
    differ = {
        "type": Kind.XX not in {mention.type, document.type} and mention.type != document.type,
        "date": bool(date and document.date and date != document.date),
        "issuer": bool(issuer and document.issuer)
        and not agrees_in_issuer(issuer, document.issuer),
        "term": bool(mention.term and document.term) and mention.term != document.term,
    }
    return tuple(field for field, different in differ.items() if different)


def agrees_in_issuer(printed: str | None, known: str | None) -> bool:
    """Tell whether both name an issuer, and it can be the same."""
    return bool(printed and known) and same_issuer(printed or "", known or "")


def _in_time(mention: Mention, document: KnownDocument) -> bool:
    """Tell whether a document was there when the citing one was written, as far as dates tell."""
    return mention.by is None or document.date is None or document.date <= mention.by


def _contradicts(mention: Mention, document: KnownDocument) -> bool:
    """Tell whether the printed term excludes a document: numbers start anew with each term.

    Where issuer and title speak for the document, the printed term is a slip.
    """
    if "term" not in disagreements(mention, document):
        return False
    agreement = title_agreement(mention.title, document.title)
    if agreement is not None:
        return agreement < AGREE
    return not agrees_in_issuer(mention.issuer, document.issuer)


def _is_slip(mention: Mention, date: dt.date, document: KnownDocument) -> bool:
    """Tell whether a document is meant although its date differs from the printed one.

    Its title says so; or its number does, which the centre gives to one document of a type in each
    term.
    """
    fields = disagreements(mention, document)
    agreement = title_agreement(mention.title, document.title)
    if document.date is None or {"issuer", "type"} & set(fields):
        return False
    if agreement is not None:
        same = agreement >= AGREE
        return same or (agreement >= DIFFER and _one_series(mention, date, document))
    return _one_series(mention, date, document)


def _one_series(mention: Mention, date: dt.date, document: KnownDocument) -> bool:
    if not mention.symbol.endswith("/TW") or document.term is None:
        return False
    return term_on(date) == document.term and mention.type == document.type


def _of_type(mention: Mention, documents: Sequence[KnownDocument]) -> list[KnownDocument]:
    return [document for document in documents if document.type == mention.type]


def _of_term(mention: Mention, documents: Sequence[KnownDocument]) -> list[KnownDocument]:
    return [document for document in documents if mention.term and document.term == mention.term]


def _of_issuer(mention: Mention, documents: Sequence[KnownDocument]) -> list[KnownDocument]:
    return [d for d in documents if agrees_in_issuer(mention.issuer, d.issuer)]


def _of_title(mention: Mention, documents: Sequence[KnownDocument]) -> list[KnownDocument]:
    shares = [(title_agreement(mention.title, d.title) or 0, d) for d in documents]
    best = max((share for share, _ in shares), default=0)
    if best < AGREE:
        return [d for d in documents if opens_with(mention.title, d.title)]
    return [d for share, d in shares if share > best - _MARGIN]


_Narrow = Callable[[Mention, Sequence[KnownDocument]], list[KnownDocument]]
_STEPS: Final[MappingProxyType[str, _Narrow]] = MappingProxyType(
    {"type": _of_type, "term": _of_term, "issuer": _of_issuer, "title": _of_title}
)
