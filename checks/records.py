"""Findings as programs read them."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from checks.findings import Evidence, Finding, Severity
from checks.rules import message, rules
from ontology.facts import Source

Record: TypeAlias = dict[str, Any]


def finding_record(finding: Finding, source: Source, language: str) -> Record:
    """Return one finding; `start` and `end` are code points of the text, `end` exclusive."""
    rule = rules()[finding.code]
    return {
        "code": finding.code,
        "severity": rule.severity.value,
        "start": finding.span.start,
        "end": finding.span.end,
        "quote": source.quote(finding.span),
        "message": message(finding, language),
        "replacement": finding.replacement,
        "source": rule.source[language] or None,
        "evidence": [_evidence(one) for one in finding.evidence],
    }


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings there are of each severity, also of those that none has."""
    found = [rules()[finding.code].severity for finding in findings]
    return {severity.value: found.count(severity) for severity in Severity}


def _evidence(evidence: Evidence) -> Record:
    return {
        "words": evidence.words,
        "document": evidence.document,
        "start": evidence.span.start if evidence.span else None,
        "end": evidence.span.end if evidence.span else None,
        "source": evidence.source,
    }
