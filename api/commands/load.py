"""`chidao load`: files and folders into the store, with what became of each file."""

from collections import Counter
from pathlib import Path
from typing import Final

import click

from api.labels import one_line
from api.options import CSV, JSON, TABLE, Whole, format_option, store_option
from api.output import print_csv, print_json
from api.processes import worker_count
from api.program import Command, words_of
from api.progress import bar
from api.reports import REPORT_COLUMNS, all_counts, report_record
from api.stores import writing
from api.troubles import INPUT_FAILED, Trouble
from api.words import Words
from graph.store import Store, StoreError
from loaders.files import walk
from loaders.load import load
from loaders.loader import FileReport, Outcome

_MANY: Final = 32
"""From so many files on, several processes are worth their start."""


@click.command(cls=Command)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option("--workers", type=Whole(64), metavar="N")
@click.option("--allow-secret", is_flag=True)
@format_option(TABLE, JSON, CSV)
@store_option
@click.pass_context
def command(  # noqa: PLR0913  (one for each thing that can be said)
    ctx: click.Context,
    *,
    paths: tuple[Path, ...],
    workers: int | None,
    allow_secret: bool,
    format: str,  # noqa: A002  (as people type it)
    store: str | None,
) -> None:
    """Load, and say what became of each file, also of those before an interruption."""
    words = words_of(ctx)
    reports: list[FileReport] = []
    total = sum(1 for _ in walk(paths))
    with writing(store) as opened:
        try:
            _load(paths, opened, reports, workers, words, total=total, allow_secret=allow_secret)
        except StoreError as error:
            message = words("load.stopped", message=error, left=total - len(reports))
            raise Trouble(words("trouble.error", message=message), INPUT_FAILED) from None
        finally:
            _tell(reports, format, words)
    if any(report.outcome is Outcome.REFUSED for report in reports):
        ctx.exit(INPUT_FAILED)


def _load(  # noqa: PLR0913  (what was asked for, and where it goes)
    paths: tuple[Path, ...],
    store: Store,
    reports: list[FileReport],
    workers: int | None,
    words: Words,
    *,
    total: int,
    allow_secret: bool,
) -> None:
    """Load, adding each report as soon as its file is in the store."""
    if not total:
        click.echo(words("load.no_files"), err=True)
    count = worker_count(workers, total, _MANY)
    with bar(total, words("load.bar")) as advance:
        for report in load(paths, store, workers=count, allow_secret=allow_secret):
            reports.append(report)
            advance(1)


def _tell(reports: list[FileReport], form: str, words: Words) -> None:
    """Print the reports; the reasons of refusals go where troubles go, in any form."""
    counts = Counter(report.outcome.value for report in reports)
    rows = [report_record(report) for report in reports]
    if form == JSON:
        answer = {
            "question": "load",
            "total": len(rows),
            "rows": rows,
            "counts": all_counts(counts),
        }
        print_json(answer)
    elif form == CSV:
        print_csv(REPORT_COLUMNS, rows)
    else:
        for report in reports:
            if report.outcome is not Outcome.REFUSED:
                click.echo(_line(report, words))
    for report in reports:
        if report.outcome is Outcome.REFUSED:
            click.echo(_line(report, words), err=True)
    if form == TABLE and rows:
        parts = [
            words("load.count", outcome=words(f"outcome.{name}"), count=count)
            for name, count in all_counts(counts).items()
            if count
        ]
        click.echo(words("load.summary", total=len(rows), parts="; ".join(parts)))


def _line(report: FileReport, words: Words) -> str:
    outcome = words(f"outcome.{report.outcome}")
    key = f" → {report.key}" if report.key else ""
    read = report.outcome in {Outcome.LOADED, Outcome.UPDATED}
    counts = words("load.facts", citations=report.citations, items=report.items) if read else ""
    note = f": {report.message}" if report.message else ""
    problems = words("load.problems", count=report.problems) if report.problems else ""
    return f"{outcome:<11} {one_line(report.path)}{key}{counts}{problems}{one_line(note)}"
