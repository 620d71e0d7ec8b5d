"""`chidao check`: what is wrong with drafts, where, on whose word, and what to write instead."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from api.accepting import Acceptance, accept, withdraw
from api.checking import Checked, Wanted, checked, checked_record, known_by, summary
from api.commands.status import who_says
from api.files import written
from api.findings_text import findings_text
from api.labels import one_line
from api.options import HTML, JSON, Day, OneOf, format_option, gathered, store_option
from api.program import Command, words_of
from api.reported import Report, docx_file, html_file, sarif_file
from api.troubles import INPUT_FAILED, Trouble
from api.words import Words
from checks.accepted import AcceptedError, read_accepted
from checks.findings import Severity
from checks.rules import rules
from checks.sarif import Unread
from graph.store import Store
from loaders.extract import extract
from loaders.files import walk
from loaders.formats.guard import RefusedError
from loaders.formats.source import read_source

TEXT: Final = "text"
SARIF: Final = "sarif"
DOCX: Final = "docx"
_STANDARD: Final = Path("-")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which drafts are checked, as typed."""

    files: tuple[Path, ...]
    date: dt.date | None
    jurisdiction: str | None
    allow_secret: bool


@dataclass(frozen=True, slots=True)
class Told:
    """How the findings are told, as typed."""

    format: str
    output: Path | None
    fail_on: str
    suggest: bool
    all: bool


@dataclass(frozen=True, slots=True)
class Accepting:
    """What is accepted from now on, or no longer, as typed."""

    accept: tuple[str, ...]
    withdraw: tuple[str, ...]
    reason: str
    by: str | None


@click.command(cls=Command)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option("--date", type=Day(), metavar="D")
@click.option("--jurisdiction", metavar="NAME")
@format_option(TEXT, JSON, SARIF, DOCX, HTML)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option(
    "--fail-on", type=OneOf(Severity.ERROR, Severity.WARNING), default=Severity.ERROR.value
)
@click.option("--suggest", is_flag=True)
@click.option("--all", is_flag=True)
@click.option("--accept", multiple=True, metavar="CODE@PLACE")
@click.option("--withdraw", multiple=True, metavar="CODE@PLACE")
@click.option("--reason", default="", metavar="TEXT")
@click.option("--by", metavar="NAME")
@click.option("--allow-secret", is_flag=True)
@store_option
@gathered(Asked)
@gathered(Told)
@gathered(Accepting)
@click.pass_context
def command(
    ctx: click.Context, asked: Asked, told: Told, accepting: Accepting, *, store: str | None
) -> None:
    """Check drafts, accept what is to be accepted, and tell the rest."""
    words = words_of(ctx)
    _check_use(ctx, asked, told, accepting, words)
    unread: list[Unread] = []
    with known_by(store, words) as known:
        found = list(_checked(asked, known, unread, words))
    if accepting.withdraw and found:
        found = [withdraw(asked.files[0], found[0], accepting.withdraw, words)]
    if accepting.accept and found:
        who = who_says(accepting.by, words, ctx)
        given = Acceptance(accepting.accept, accepting.reason.strip(), who)
        found = [accept(asked.files[0], found[0], given, words)]
    content = _content(Report(found, unread, everything=told.all), asked, told, words)
    if told.output is None or told.output == _STANDARD:
        click.echo(content, nl=False)
    else:
        with written(told.output) as file:
            file.write(content)
        click.echo(words("output.done", file=told.output))
    if told.format != TEXT:
        click.echo(summary(found, len(unread), words), err=True)
    if unread or any(_fails(one, Severity(told.fail_on)) for one in found):
        ctx.exit(INPUT_FAILED)


def _check_use(
    ctx: click.Context, asked: Asked, told: Told, accepting: Accepting, words: Words
) -> None:
    """Refuse what does not go together."""
    wrong = None
    one_file = len(asked.files) == 1 and not asked.files[0].is_dir()
    if told.format == DOCX and told.output is None:
        wrong = words("trouble.no_output", format=DOCX)
    elif told.format == DOCX and not (one_file and asked.files[0].suffix.lower() == ".docx"):
        wrong = words("trouble.check_docx")
    elif told.suggest and told.format != DOCX:
        wrong = words("trouble.check_suggest")
    elif (accepting.accept or accepting.withdraw) and not one_file:
        wrong = words("trouble.accept_files")
    elif accepting.accept and accepting.withdraw:
        wrong = words("trouble.accept_withdraw")
    elif bool(accepting.accept) != bool(accepting.reason.strip()):
        wrong = words("trouble.accept_reason")
    if wrong is not None:
        raise click.UsageError(wrong, ctx)


def _checked(asked: Asked, store: Store, unread: list[Unread], words: Words) -> Iterator[Checked]:
    """Give each draft that can be read; tell the others where troubles are told."""
    wanted = Wanted(asked.date, asked.jurisdiction, words)
    for path in walk(asked.files):
        try:
            facts = extract(read_source(path, allow_secret=asked.allow_secret))
            accepted = read_accepted(path)
        except (RefusedError, AcceptedError) as error:
            unread.append(Unread(str(path), str(error)))
            click.echo(words("trouble.error", message=one_line(str(error))), err=True)
        else:
            yield checked(facts, store, wanted, accepted)


def _content(report: Report, asked: Asked, told: Told, words: Words) -> bytes:
    if told.format == JSON:
        return _json(report, words)
    if told.format == SARIF:
        return sarif_file(report, words)
    if told.format == HTML:
        return html_file(report, words)
    if told.format == DOCX:
        if not report.found:
            raise Trouble(words("trouble.check_nothing"), INPUT_FAILED)
        data = asked.files[0].read_bytes()
        if hashlib.sha256(data).hexdigest() != report.found[0].source.sha256:
            raise Trouble(words("trouble.check_changed"), INPUT_FAILED)
        return docx_file(data, report.found[0], words, suggest=told.suggest)
    text = findings_text(report.found, words, everything=told.all)
    return (text + summary(report.found, len(report.unread), words) + "\n").encode(
        "utf-8", "replace"
    )


def _json(report: Report, words: Words) -> bytes:
    """Return the record of one draft, or a list of those of several."""
    records = [checked_record(one, words, everything=report.everything) for one in report.found]
    refused = [{"file": one.location, "refused": one.why} for one in report.unread]
    whole = records[0] if len(records) == 1 and not refused else {"files": [*records, *refused]}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _fails(found: Checked, level: Severity) -> bool:
    """Tell whether something is found that is as bad as a level, or worse."""
    severities = list(Severity)
    return any(
        severities.index(rules()[one.code].severity) <= severities.index(level)
        for one in found.open
    )
