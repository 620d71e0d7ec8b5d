"""Findings as a SARIF 2.1.0 log, which editors and services of code review read.

Places are code points of the text as it was read: of a text file its own, of a Word or PDF file
those of its words in reading order.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote

from checks.accepted import Accepted, fingerprint
from checks.findings import Evidence, Finding, Severity
from checks.positions import Places
from checks.records import Record
from checks.rules import Rule, message, rules
from ontology.facts import Source, Span

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION: Final = "2.1.0"
_LEVELS: Final = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
)
_PRINT: Final = "chidao/v1"
_VALUE: Final = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Reported:
    """One file with its findings, each with who has accepted it, if anybody has."""

    source: Source
    findings: Sequence[tuple[Finding, Accepted | None]]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that was not read, and why."""

    location: str
    why: str


def sarif_log(
    files: Sequence[Reported], unread: Sequence[Unread], *, version: str, language: str
) -> Record:
    """Return a log of one run over several files."""
    driver = {
        "name": "Chidao",
        "version": version,
        "language": language,
        "rules": [_rule(rule, language) for rule in rules().values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not unread,
                "toolExecutionNotifications": [_notification(one) for one in unread],
            }
        ],
        "artifacts": [_artifact(one.source) for one in files],
        "results": [
            result for index, one in enumerate(files) for result in _results(one, index, language)
        ],
    }
    return {"$schema": SCHEMA, "version": VERSION, "runs": [run]}


def _rule(rule: Rule, language: str) -> Record:
    told = _VALUE.sub("…", rule.words[language])
    days = {"validFrom": rule.valid_from, "validTo": rule.valid_to}
    properties = {name: day.isoformat() for name, day in days.items() if day}
    source = rule.source[language]
    return {
        "id": rule.code,
        "shortDescription": {"text": told},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {**properties, **({"source": source} if source else {})},
    }


def _artifact(source: Source) -> Record:
    return {"location": {"uri": _uri(source.location)}, "hashes": {"sha-256": source.sha256}}


def _results(reported: Reported, index: int, language: str) -> Iterable[Record]:
    source = reported.source
    places = Places(source.text)
    codes = list(rules())
    where = {"uri": _uri(source.location), "index": index}
    for finding, accepted in reported.findings:
        region = _region(finding.span, source, places)
        yield {
            "ruleId": finding.code,
            "ruleIndex": codes.index(finding.code),
            "level": _LEVELS[rules()[finding.code].severity],
            "message": {"text": message(finding, language)},
            "locations": [{"physicalLocation": {"artifactLocation": where, "region": region}}],
            "partialFingerprints": {_PRINT: fingerprint(finding, source, places)},
            "suppressions": [_suppression(accepted)] if accepted else [],
            **_related(finding.evidence, where, source, places),
            **_fixes(finding, where),
        }


def _region(span: Span, source: Source, places: Places) -> Record:
    start, end = places.at(span.start), places.at(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": source.quote(span)},
    }


def _suppression(accepted: Accepted) -> Record:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": accepted.reason,
        "properties": {"by": accepted.by, "at": accepted.at},
    }


def _related(
    evidence: Iterable[Evidence], where: Record, source: Source, places: Places
) -> dict[str, Any]:
    """Return other places of the draft that prove a finding, and documents that do."""
    evidence = tuple(evidence)
    related = [
        {
            "physicalLocation": {
                "artifactLocation": where,
                "region": _region(one.span, source, places),
            },
            "message": {"text": one.words},
        }
        for one in evidence
        if one.span is not None
    ]
    known = [
        {"document": one.document, "words": one.words, "source": one.source}
        for one in evidence
        if one.span is None
    ]
    return {"relatedLocations": related, "properties": {"evidence": known}}


def _fixes(finding: Finding, where: Record) -> dict[str, Any]:
    if finding.replacement is None:
        return {}
    start, end = finding.span.start, finding.span.end
    replacement = {
        "deletedRegion": {"charOffset": start, "charLength": end - start},
        "insertedContent": {"text": finding.replacement},
    }
    change = {"artifactLocation": where, "replacements": [replacement]}
    return {"fixes": [{"artifactChanges": [change]}]}


def _notification(unread: Unread) -> Record:
    location = {"physicalLocation": {"artifactLocation": {"uri": _uri(unread.location)}}}
    return {"level": "error", "message": {"text": unread.why}, "locations": [location]}


def _uri(location: str) -> str:
    """Return a path as a reference: relative ones stay so."""
    path = Path(location)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
