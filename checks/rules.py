"""The rules of drafts: code, severity, words in both languages, source, and when they hold."""

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from checks.findings import Finding, Severity

VIETNAMESE: Final = "vi"
LAYOUT_TABLE: Final = "layout_rules.csv"
_TABLES: Final = ("rules.csv", LAYOUT_TABLE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `valid_from` and `valid_to` are the first and last day of its source, if it ends.

    `words` holds by language what people are told, with the names of the values in braces.
    """

    code: str
    severity: Severity
    words: Mapping[str, str]
    source: str
    valid_from: dt.date | None
    valid_to: dt.date | None

    def holds(self, day: dt.date) -> bool:
        """Tell whether the rule holds on a day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)


@cache
def rules() -> Mapping[str, Rule]:
    """Return all rules by code, in the order of the tables; read on first use."""
    found = (_rule(row) for table in _TABLES for row in _rows(table))
    return MappingProxyType({rule.code: rule for rule in found})


def message(finding: Finding, language: str = VIETNAMESE) -> str:
    """Return what people are told of a finding."""
    return rules()[finding.code].words[language].format(**dict(finding.told))


def _rows(table: str) -> Iterator[dict[str, str]]:
    text = files("checks").joinpath(table).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _rule(row: Mapping[str, str]) -> Rule:
    return Rule(
        code=row["code"],
        severity=Severity(row["severity"]),
        words=MappingProxyType({language: row[language] for language in (VIETNAMESE, "en")}),
        source=row["source"],
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
    )


def _day(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None
