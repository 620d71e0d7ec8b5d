"""The rules of drafts: code, severity, words in both languages, source, and when they hold."""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from checks.findings import Clause, Finding, Severity, Told

VIETNAMESE: Final = "vi"
LAYOUT_TABLE: Final = "layout_rules.csv"
_TABLES: Final = ("rules.csv", LAYOUT_TABLE)
_CLAUSES: Final = "clauses.csv"
_LANGUAGES: Final = (VIETNAMESE, "en")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `valid_from` and `valid_to` are the first and last day of its source, if it ends.

    `words` holds by language what people are told, with the names of the values in braces, and
    `source` on whose word.
    """

    code: str
    severity: Severity
    words: Mapping[str, str]
    source: Mapping[str, str]
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
    return _told(rules()[finding.code].words, finding.told, language)


def _told(words: Mapping[str, str], told: Iterable[tuple[str, Told]], language: str) -> str:
    return words[language].format(**{name: _said(value, language) for name, value in told})


def _said(value: Told, language: str) -> str:
    if isinstance(value, Clause):
        return _told(clauses()[value.name], value.told, language)
    return value


@cache
def clauses() -> Mapping[str, Mapping[str, str]]:
    """Return the clauses by name; read on first use."""
    return MappingProxyType({row["name"]: _in_languages(row) for row in _rows(_CLAUSES)})


def _in_languages(row: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({language: row[language] for language in _LANGUAGES})


def _rows(table: str) -> Iterator[dict[str, str]]:
    text = files("checks").joinpath(table).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _rule(row: Mapping[str, str]) -> Rule:
    return Rule(
        code=row["code"],
        severity=Severity(row["severity"]),
        words=_in_languages(row),
        source=MappingProxyType(
            {VIETNAMESE: row["source"], "en": row.get("source_en") or row["source"]}
        ),
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
    )


def _day(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None
