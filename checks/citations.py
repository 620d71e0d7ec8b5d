"""Citations that disagree with the document that they mean."""

import re
from collections.abc import Iterator
from typing import Final

from checks.draft import Draft
from checks.findings import Evidence, Finding
from ontology.facts import Citation, Span
from ontology.known import KnownDocument
from ontology.numbers import full_symbol

_DATE: Final = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")


def check_citations(draft: Draft) -> Iterator[Finding]:
    """Yield what is wrong with each citation by itself."""
    for citation in draft.facts.citations:
        meant = draft.meant(citation)
        if meant is not None:
            yield from _wrong_date(draft, citation, meant)


def _wrong_date(draft: Draft, citation: Citation, meant: KnownDocument) -> Iterator[Finding]:
    if citation.date and meant.date and citation.date != meant.date:
        told = (
            ("printed", f"{citation.date:%d/%m/%Y}"),
            ("cited", full_symbol(meant.number, meant.symbol)),
            ("known", f"{meant.date:%d/%m/%Y}"),
        )
        evidence = Evidence(meant.title or "", meant.key, source=meant.source)
        found = _DATE.search(draft.facts.source.quote(citation.span))
        if found is None:
            yield Finding("citation-date", citation.span, told, evidence=(evidence,))
            return
        start = citation.span.start + found.start()
        span = Span(start, start + len(found[0]))
        date = f"{meant.date.day}/{meant.date.month}/{meant.date.year}"
        yield Finding("citation-date", span, told, date, (evidence,))
