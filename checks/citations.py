"""Citations that name another issuer or term than that of the document that they mean."""

from collections.abc import Iterator
from typing import Final

from checks.draft import Draft
from checks.findings import Finding
from checks.places import issuer_at, term_at
from checks.proof import disagreeing, is_sure
from checks.wording import cited_name
from ontology.facts import Citation
from ontology.folding import fold_words
from ontology.issuers import is_person
from ontology.known import KnownDocument

_ASSEMBLY: Final = fold_words("Quốc hội")


def check_citations(draft: Draft) -> Iterator[Finding]:
    """Yield where citations say other things than is known of the documents that they mean."""
    for citation in draft.facts.citations:
        meant = draft.meant(citation)
        if meant is not None:
            yield from _issuer(draft, citation, meant)
            yield from _term(draft, citation, meant)


def _issuer(draft: Draft, citation: Citation, meant: KnownDocument) -> Iterator[Finding]:
    differ = "issuer" in draft.meanings[citation.id].disagreements
    if not differ and not _of_assembly(citation.issuer or "", meant.issuer or ""):
        return
    place = issuer_at(draft.text, citation)
    told = {
        "printed": citation.issuer or "",
        "known": meant.issuer or "",
        "cited": cited_name(citation, meant),
    }
    yield disagreeing(
        "citation-issuer",
        place or citation.span,
        told,
        meant,
        meant.issuer if place else None,
        sure=is_sure(citation, meant),
    )


def _of_assembly(printed: str, known: str) -> bool:
    """Tell whether one alone of two issuers is the National Assembly, or a body of it."""
    if not printed or not known or is_person(printed):
        return False
    return (_ASSEMBLY in fold_words(printed)) != (_ASSEMBLY in fold_words(known))


def _term(draft: Draft, citation: Citation, meant: KnownDocument) -> Iterator[Finding]:
    if "term" not in draft.meanings[citation.id].disagreements:
        return
    place = term_at(draft.text, citation)
    told = {
        "printed": citation.term or "",
        "known": meant.term or "",
        "cited": cited_name(citation, meant),
    }
    yield disagreeing(
        "citation-term",
        place or citation.span,
        told,
        meant,
        meant.term if place else None,
        sure=is_sure(citation, meant),
    )
