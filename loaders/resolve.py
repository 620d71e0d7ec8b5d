"""From citations to the documents that they mean: a document's, or one that a person types."""

from loaders.asked import Candidate, Outcome, Reason, resolve_citation
from loaders.meaning import resolve_group
from loaders.mentions import mentions_of
from loaders.typed import CitationError, further, parse_citation

__all__ = [
    "Candidate",
    "CitationError",
    "Outcome",
    "Reason",
    "further",
    "mentions_of",
    "parse_citation",
    "resolve_citation",
    "resolve_group",
]
