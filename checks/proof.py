"""What proves that a citation is wrong, and whether it is enough to call it so."""

from typing import Final

from checks.findings import Clause, Evidence, Finding, Told
from checks.wording import full_name
from ontology.facts import Citation, Span
from ontology.known import KnownDocument
from ontology.titles import AGREE, title_agreement

UNSURE: Final = "low"
"""The confidence of rows on whose word nothing is called wrong."""


def evidence_of(document: KnownDocument) -> Evidence:
    """Return a known document as evidence."""
    return Evidence(full_name(document), document.key, source=document.source)


def disagreeing(  # noqa: PLR0913  (a finding has many parts)
    code: str,
    span: Span,
    told: dict[str, str],
    meant: KnownDocument,
    replacement: str | None,
    *,
    sure: bool,
) -> Finding:
    """Return a finding that a citation says something else than is known; doubt where not sure."""
    if sure and meant.confidence != UNSURE:
        return Finding(code, span, tuple(told.items()), replacement, (evidence_of(meant),))
    field = Clause(f"field.{code.removeprefix('citation-')}")
    doubted: dict[str, Told] = {"field": field, **told}
    return Finding("citation-doubt", span, tuple(doubted.items()), evidence=(evidence_of(meant),))


def is_sure(citation: Citation, meant: KnownDocument) -> bool:
    """Tell whether a citation can mean no other document: its date or its title says so.

    Number, symbol and issuer alone may be those of another term's document that nobody registered.
    """
    agreement = title_agreement(citation.title, meant.title)
    return meant.date == citation.date or (agreement is not None and agreement >= AGREE)
