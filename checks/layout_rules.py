"""The rules of layout as data: what to look for in which part, and one good and one bad example."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

from checks.rules import LAYOUT_TABLE
from checks.sheet import Part
from checks.systems import System

_BREAK: Final = "⏎"
"""A line break in an example."""


class Confidence(StrEnum):
    """How well the sources bear a rule out; what they do not bear out well is only a hint."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class LayoutRule:
    """What one rule looks for; its words, severity, source and validity are those of its `Rule`.

    `system` None is both. `check` names how `pattern` is used on the lines of `part`: never there,
    needed there, in the last line. `instead` is what a match is replaced by, where that is certain.
    """

    code: str
    system: System | None
    part: Part
    check: str
    pattern: re.Pattern[str]
    instead: str | None
    confidence: Confidence
    good: str
    bad: str


@cache
def layout_rules() -> tuple[LayoutRule, ...]:
    """Return all rules of layout, in the order of the table; read on first use."""
    text = files("checks").joinpath(LAYOUT_TABLE).read_text(encoding="utf-8")
    return tuple(map(_rule, csv.DictReader(text.splitlines())))


def _rule(row: Mapping[str, str]) -> LayoutRule:
    return LayoutRule(
        code=row["code"],
        system=System(row["system"]) if row["system"] else None,
        part=Part(row["part"]),
        check=row["check"],
        pattern=re.compile(row["pattern"]),
        instead=row["instead"] or None,
        confidence=Confidence(row["confidence"]),
        good=row["good"].replace(_BREAK, "\n"),
        bad=row["bad"].replace(_BREAK, "\n"),
    )
