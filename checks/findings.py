"""What a check finds: a place in a draft, what is wrong there, on whose word, and what to write."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from ontology.facts import Span


class Severity(StrEnum):
    """How sure it is that a draft cannot stay so: it is wrong; likely wrong; could be better."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a message by its name in `clauses.csv`, which has its words, and their values."""

    name: str
    told: tuple[tuple[str, "Told"], ...] = ()


Told: TypeAlias = str | Clause
"""A value in a message: names, days and quotes as they are, all else in the reader's language."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves a finding: a known document, other words of the draft, or a rule's source.

    `document` is a key; `words` say what is known of it, or quote; `span` is in the draft, None
    for what stands elsewhere; `source` is where it is known from.
    """

    words: str
    document: str | None = None
    span: Span | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong at one place. `code` is a row of `rules.csv`, which has its words.

    `told` are the values that the words of the rule name. `replacement` is what should stand at
    `span` instead, only where that is certain.
    """

    code: str
    span: Span
    told: tuple[tuple[str, Told], ...] = ()
    replacement: str | None = None
    evidence: tuple[Evidence, ...] = ()
