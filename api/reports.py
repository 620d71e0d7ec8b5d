"""What became of the files of a load, as records for programs."""

from collections.abc import Mapping
from typing import Final

from api.answers import Record
from loaders.loader import FileReport, Outcome

REPORT_COLUMNS: Final = (
    *("path", "outcome", "key", "message", "code", "citations", "items", "problems"),
)


def report_record(report: FileReport) -> Record:
    """Return what became of one file."""
    values = {name: getattr(report, name) for name in REPORT_COLUMNS}
    return values | {"outcome": report.outcome.value}


def all_counts(counts: Mapping[str, int]) -> dict[str, int]:
    """Return how many files came to each end, also to those that none came to."""
    return {outcome.value: counts.get(outcome.value, 0) for outcome in Outcome}
