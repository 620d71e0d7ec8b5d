"""`chidao analyse`: what the graph tells as a whole, as tables and plots."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import click
from rich.text import Text

from api.analyses import Analysis
from api.files import for_file, put_file
from api.labels import harmless
from api.meanings import Asker as Typed
from api.meanings import document_meant
from api.options import (
    CSV,
    FILES,
    JSON,
    PNG,
    SVG,
    TABLE,
    Day,
    Listing,
    OneOf,
    gathered,
    listing,
)
from api.output import print_csv, print_json
from api.png_files import png_file
from api.program import Command, words_of
from api.stores import reading
from api.tables import put
from api.troubles import Trouble
from api.words import Words
from graph.analysis.tables import Asker, Table
from graph.questions import Level


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be analysed, as typed."""

    analysis: str
    subjects: tuple[str, ...]
    level: str
    jurisdiction: str | None
    due_from: dt.date | None
    due_to: dt.date | None
    with_history: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """An analysis that is to be made."""

    asker: Asker
    wanted: Wanted
    document: Callable[[str], str]

    @property
    def level(self) -> Level:
        return Level(self.wanted.level)

    def first(self) -> str:
        """Return the key of the document that is asked for."""
        return self.document(self.wanted.subjects[0])


def _coverage(run: _Run) -> Table:
    from graph.analysis.reach import coverage  # noqa: PLC0415  (an extra, as for all)

    return coverage(run.asker, run.first(), run.level, run.wanted.jurisdiction)


def _gap(run: _Run) -> Table:
    from graph.analysis.reach import gap  # noqa: PLC0415

    return gap(run.asker, run.first(), run.level, run.wanted.jurisdiction)


def _lag(run: _Run) -> Table:
    from graph.analysis.lags import lag  # noqa: PLC0415

    return lag(run.asker, run.first())


def _depth(run: _Run) -> Table:
    from graph.analysis.shape import depth  # noqa: PLC0415

    return depth(run.asker, run.first() if run.wanted.subjects else None)


def _relied(run: _Run) -> Table:
    from graph.analysis.shape import relied  # noqa: PLC0415

    return relied(run.asker)


def _orphans(run: _Run) -> Table:
    from graph.analysis.shape import orphans  # noqa: PLC0415

    return orphans(run.asker)


def _cycles(run: _Run) -> Table:
    from graph.analysis.shape import cycles  # noqa: PLC0415

    return cycles(run.asker)


def _workload(run: _Run) -> Table:
    from graph.analysis.work import workload  # noqa: PLC0415

    year, wanted = run.asker.as_of.year, run.wanted
    start, end = wanted.due_from or dt.date(year, 1, 1), wanted.due_to or dt.date(year, 12, 31)
    return workload(run.asker, wanted.subjects[0], start, end, with_history=wanted.with_history)


def _compare(run: _Run) -> Table:
    from graph.analysis.sides import compare  # noqa: PLC0415

    first, second = run.wanted.subjects
    return compare(run.asker, first, second)


@dataclass(frozen=True, slots=True)
class _Kind:
    """An analysis: what makes it, and how few and how many subjects it wants."""

    make: Callable[[_Run], Table]
    least: int
    most: int


_KINDS: Final = MappingProxyType(
    {
        "coverage": _Kind(_coverage, 1, 1),
        "gap": _Kind(_gap, 1, 1),
        "lag": _Kind(_lag, 1, 1),
        "depth": _Kind(_depth, 0, 1),
        "relied": _Kind(_relied, 0, 0),
        "orphans": _Kind(_orphans, 0, 0),
        "cycles": _Kind(_cycles, 0, 0),
        "workload": _Kind(_workload, 1, 1),
        "compare": _Kind(_compare, 2, 2),
    }
)


@click.command(cls=Command)
@click.argument("analysis", type=OneOf(*_KINDS))
@click.argument("subjects", nargs=-1)
@click.option("--level", type=OneOf(*Level), default=Level.PROVINCE.value, metavar="LEVEL")
@click.option("--jurisdiction", metavar="NAME")
@click.option("--due-from", type=Day(), metavar="D")
@click.option("--due-to", type=Day(), metavar="D")
@click.option("--with-history", is_flag=True)
@listing(TABLE, JSON, CSV, SVG, PNG, paged=False)
@gathered(Wanted)
@click.pass_context
def command(ctx: click.Context, page: Listing, wanted: Wanted) -> None:
    """Make an analysis, and print or draw it."""
    words = words_of(ctx)
    _check(ctx, wanted, words)
    page = for_file(ctx, page, words)
    with reading(page.store, words) as store:
        typed = Typed(page.as_of, None, words)
        run = _Run(Asker(store, page.as_of), wanted, lambda s: document_meant(s, store, typed))
        table = _made(run, words)
        _give(Analysis.of(table, store, words), page)


def _check(ctx: click.Context, wanted: Wanted, words: Words) -> None:
    kind = _KINDS[wanted.analysis]
    if not kind.least <= len(wanted.subjects) <= kind.most:
        key = f"trouble.analysis.{wanted.analysis}"
        raise click.UsageError(words.first((key, "trouble.analysis")), ctx)
    if wanted.level == Level.BOARD and wanted.jurisdiction is None:
        raise click.UsageError(words("trouble.analysis.board"), ctx)
    if wanted.due_from and wanted.due_to and wanted.due_from > wanted.due_to:
        raise click.UsageError(words("trouble.window"), ctx)


def _made(run: _Run, words: Words) -> Table:
    try:
        return _KINDS[run.wanted.analysis].make(run)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"networkx", "scipy", "numpy"}:
            raise
        message = words("trouble.analysis.library")
        raise Trouble(words("trouble.error", message=message)) from None


def _give(analysis: Analysis, page: Listing) -> None:
    table, words = analysis.table, analysis.words
    records = [analysis.record(row) for row in table.records()[: page.limit]]
    if page.format in FILES:
        put_file(_picture(analysis, page), page, words)
    elif page.format == JSON:
        whole = {"question": "analyse", "analysis": table.name, "as_of": page.as_of.isoformat()}
        print_json({**whole, "total": len(table.rows), "rows": records, "notes": analysis.notes()})
    elif page.format == CSV:
        print_csv(table.columns, records)
    else:
        click.echo(analysis.title())
        put(*(Text(harmless(note)) for note in analysis.notes()), Text())
        analysis.show(page.limit)
        total = words("footer.total", total=len(table.rows))
        shown = "" if len(records) == len(table.rows) else words("footer.shown", count=len(records))
        click.echo(f"{total}{shown}")


def _picture(analysis: Analysis, page: Listing) -> bytes:
    """Return the plot in the form that was asked for."""
    from graph.pictures.bars import bars_svg  # noqa: PLC0415  (only whoever asks for it)

    words, bars = analysis.words, analysis.bars()
    if bars is None:
        message = words("trouble.analysis.no_plot")
        raise Trouble(words("trouble.error", message=message))
    svg = bars_svg(bars)
    return svg.encode() if page.format == SVG else png_file(svg, words)
