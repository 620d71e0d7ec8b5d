"""Drafts that are checked: against a store or the shipped registry, with what was accepted before.

For the command line, the API and the pages alike.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from api.answers import Record
from api.labels import one_line
from api.meanings import place_meant
from api.settings import store_url
from api.stores import is_missing, reading
from api.words import Words
from checks.accepted import Accepted, fingerprint
from checks.check import check
from checks.draft import draft_from
from checks.findings import Evidence, Finding
from checks.positions import Places
from checks.records import counts, finding_record
from checks.rules import message, rules
from graph.store import Store, open_store
from loaders.loader import ensure_registry
from ontology.facts import DocumentFacts, Source
from ontology.registry import registry

_IN_MEMORY = ":memory:"


@dataclass(frozen=True, slots=True)
class Wanted:
    """As of which day a draft is checked, its own without one, and whose it is."""

    day: dt.date | None
    jurisdiction: str | None
    words: Words


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft with its findings: those that are open, and those that somebody has accepted.

    `stale` counts what was accepted and is not found any more, or not in these words.
    """

    source: Source
    day: dt.date
    places: Places
    open: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Accepted], ...] = ()
    stale: int = 0

    def digest(self, finding: Finding) -> str:
        """Return what stays the same of a finding as long as the words around it do."""
        return fingerprint(finding, self.source, self.places)

    def all(self) -> list[tuple[Finding, Accepted | None]]:
        """Return all findings in the order of the text, each with who has accepted it, if any."""
        found: list[tuple[Finding, Accepted | None]] = [(one, None) for one in self.open]
        return sorted((*found, *self.accepted), key=lambda pair: (pair[0].span, pair[0].code))


@contextmanager
def known_by(url: str | None, words: Words) -> Iterator[Store]:
    """Open the store of a run; where there is none, one in memory that knows the registry.

    Raises `Trouble` for one that is asked for by name and is not there.
    """
    if url is not None or not is_missing(store_url(url)):
        with reading(url, words) as store:
            yield store
        return
    with _registry_alone() as store:
        yield store


@contextmanager
def _registry_alone() -> Iterator[Store]:
    with closing(open_store(_IN_MEMORY)) as store:
        ensure_registry(store)
        yield store


@contextmanager
def knowing(store: Store) -> Iterator[Store]:
    """Give a store, or while nothing was ever loaded into it one that knows the registry."""
    probe = registry().documents[0]
    if any(one.key == probe.key for one in store.known((probe.group,))):
        yield store
        return
    with _registry_alone() as own:
        yield own


def checked(
    facts: DocumentFacts, store: Store, wanted: Wanted, accepted: Sequence[Accepted] = ()
) -> Checked:
    """Return what is wrong with a draft; raise `Trouble` for a jurisdiction that nobody knows."""
    place = place_meant(wanted.jurisdiction, store, wanted.words)
    draft = draft_from(facts, store, day=wanted.day, jurisdiction=place)
    source, places = facts.source, Places(facts.source.text)
    known = {one.digest: one for one in accepted}
    pairs = [(one, known.get(fingerprint(one, source, places))) for one in check(draft)]
    kept = tuple((finding, found) for finding, found in pairs if found is not None)
    return Checked(
        source=source,
        day=draft.day,
        places=places,
        open=tuple(finding for finding, found in pairs if found is None),
        accepted=kept,
        stale=len(known.keys() - {one.digest for _, one in kept}),
    )


def checked_record(found: Checked, words: Words, *, everything: bool = False) -> Record:
    """Return a checked draft as programs read it; `everything`: with what was accepted."""
    told = {
        "file": found.source.name,
        "as_of": found.day.isoformat(),
        "findings": [finding_record(one, found.source, words.language) for one in found.open],
        "counts": counts(found.open),
        "accepted": len(found.accepted),
    }
    if everything:
        told["accepted_findings"] = [
            finding_record(one, found.source, words.language)
            | {"accepted": {"reason": by.reason, "by": by.by, "at": by.at}}
            for one, by in found.accepted
        ]
    return told


def comment_of(finding: Finding, words: Words) -> str:
    """Return what a comment beside the words tells: what is wrong, what to write, on whose word."""
    severity = words(f"severity.{rules()[finding.code].severity}")
    lines = "\n".join(explained(finding, words))
    return f"{severity[:1].upper()}{severity[1:]}: {lines}"


def explained(finding: Finding, words: Words) -> Iterator[str]:
    """Give what is wrong, then on lines of their own what to write, on whose word, and proofs."""
    rule = rules()[finding.code]
    yield message(finding, words.language)
    if finding.replacement is not None:
        yield words("check.instead", words=one_line(finding.replacement))
    source = rule.source[words.language]
    if source:
        yield words("check.source", source=source)
    for evidence in finding.evidence:
        told = evidence_line(evidence)
        if told:
            yield words("check.evidence", evidence=told)


def evidence_line(evidence: Evidence) -> str:
    """Return a proof in one line: what is known, of which document, from where."""
    document = f"[{evidence.document}]" if evidence.document else ""
    source = f"({evidence.source})" if evidence.source else ""
    return one_line(" ".join(part for part in (evidence.words, document, source) if part))


def summary(found: Sequence[Checked], refused: int, words: Words) -> str:
    """Return one line on all files."""
    told = counts([finding for one in found for finding in one.open])
    parts = [
        words("check.count", count=count, severity=words(f"severity.{severity}"))
        for severity, count in told.items()
        if count
    ] or [words("check.clean")]
    extra = {
        "check.accepted": sum(len(one.accepted) for one in found),
        "check.stale": sum(one.stale for one in found),
        "check.refused": refused,
    }
    parts += [words(key, count=count) for key, count in extra.items() if count]
    return words("check.summary", files=len(found) + refused, parts="; ".join(parts))
