"""Findings for people in a terminal: a line with the place as editors jump to it, then why."""

from collections.abc import Iterator, Sequence

from api.checking import Checked, explained
from api.labels import harmless, one_line
from api.words import Words
from checks.accepted import Accepted
from checks.findings import Finding
from checks.rules import rules

_QUOTED = 160
"""So many letters of the words of a finding are shown."""


def findings_text(found: Sequence[Checked], words: Words, *, everything: bool) -> str:
    """Return all open findings, file by file; `everything`: with those that were accepted."""
    lines = [line for one in found for line in _file(one, words, everything=everything)]
    return "".join(f"{harmless(line)}\n" for line in lines)


def _file(found: Checked, words: Words, *, everything: bool) -> Iterator[str]:
    for finding, accepted in found.all():
        if accepted is None or everything:
            yield from _finding(finding, accepted, found, words)


def _finding(
    finding: Finding, accepted: Accepted | None, found: Checked, words: Words
) -> Iterator[str]:
    place = found.places.at(finding.span.start)
    severity = words(f"severity.{rules()[finding.code].severity}")
    quote = one_line(found.source.quote(finding.span))
    quote = quote if len(quote) <= _QUOTED else f"{quote[:_QUOTED]}…"
    yield f"{one_line(found.source.location)}:{place}: {severity} [{finding.code}] “{quote}”"
    yield from (f"    {one_line(line)}" for line in explained(finding, words))
    if accepted is not None:
        told = words("check.accepted_by", by=accepted.by, reason=accepted.reason)
        yield f"    {one_line(told)}"
