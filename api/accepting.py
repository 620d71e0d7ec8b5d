"""Findings that somebody accepts from now on, or no longer, by code and place as told."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

import click

from api.checking import Checked
from api.files import written
from api.troubles import Trouble
from api.words import Words
from checks.accepted import entry, file_beside, read_accepted, text_of
from checks.findings import Finding


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What is accepted (`CODE@LINE:COLUMN`, or `CODE` for all of that code), why, and by whom."""

    named: tuple[str, ...]
    reason: str
    by: str


def accept(path: Path, found: Checked, given: Acceptance, words: Words) -> Checked:
    """Write down what is accepted of a draft, and return it without; raise `Trouble`.

    Nothing is written where a name means no finding.
    """
    chosen: dict[Finding, None] = {}
    for name in given.named:
        meant = [one for one in found.open if _is_named(one, found, name)]
        if not meant:
            raise Trouble(words("trouble.error", message=words("check.no_such", name=name)))
        chosen |= dict.fromkeys(meant)
    at = dt.datetime.now().astimezone()
    entries = {
        finding: entry(finding, found.source, found.places, reason=given.reason, by=given.by, at=at)
        for finding in chosen
    }
    text = text_of((*read_accepted(path), *entries.values()))
    beside = file_beside(path)
    with written(beside) as file:
        file.write(text.encode("utf-8", "replace"))
    click.echo(words("check.written", count=len(entries), file=beside), err=True)
    digests = {one.digest: one for one in entries.values()}
    quiet = {
        finding: digests[digest]
        for finding in found.open
        if (digest := found.digest(finding)) in digests
    }
    return replace(
        found,
        open=tuple(one for one in found.open if one not in quiet),
        accepted=(*found.accepted, *quiet.items()),
    )


def withdraw(path: Path, found: Checked, named: tuple[str, ...], words: Words) -> Checked:
    """Take back what was accepted of a draft, and return it with that open; raise `Trouble`.

    A code alone also names what was accepted of words that are gone. Nothing is written where a
    name means nothing.
    """
    kept = read_accepted(path)
    gone: set[str] = set()
    for name in named:
        code, _, place = name.partition("@")
        meant = {by.digest for one, by in found.accepted if _is_named(one, found, name)}
        meant |= set() if place else {one.digest for one in kept if one.code == code}
        if not meant:
            raise Trouble(words("trouble.error", message=words("check.not_accepted", name=name)))
        gone |= meant
    beside = file_beside(path)
    left = [one for one in kept if one.digest not in gone]
    if left:
        with written(beside) as file:
            file.write(text_of(left).encode("utf-8", "replace"))
    else:
        beside.unlink()
    click.echo(words("check.withdrawn", count=len(kept) - len(left), file=beside), err=True)
    opened = [one for one, by in found.accepted if by.digest in gone]
    return replace(
        found,
        open=tuple(sorted((*found.open, *opened), key=lambda one: (one.span, one.code))),
        accepted=tuple((one, by) for one, by in found.accepted if by.digest not in gone),
        stale=len(left) - sum(by.digest not in gone for _, by in found.accepted),
    )


def _is_named(finding: Finding, found: Checked, name: str) -> bool:
    code, _, place = name.partition("@")
    return finding.code == code and place in {"", str(found.places.at(finding.span.start))}
