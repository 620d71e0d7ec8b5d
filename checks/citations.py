"""Citations that disagree with the document that they mean."""

from collections.abc import Iterator

from checks.draft import Draft
from checks.findings import Evidence, Finding
from ontology.facts import Citation
from ontology.known import KnownDocument


def check_citations(draft: Draft) -> Iterator[Finding]:
    """Yield what is wrong with each citation by itself."""
    for citation in draft.facts.citations:
        meant = draft.meant(citation)
        if meant is not None:
            yield from _wrong_date(citation, meant)


def _wrong_date(citation: Citation, meant: KnownDocument) -> Iterator[Finding]:
    if citation.date and meant.date and citation.date != meant.date:
        told = (("printed", f"{citation.date:%d/%m/%Y}"), ("known", f"{meant.date:%d/%m/%Y}"))
        evidence = Evidence(meant.title or "", meant.key, source=meant.source)
        yield Finding("citation-date", citation.span, told, evidence=(evidence,))
