"""`chidao analyse`: what the graph tells as a whole, as tables and plots."""

import datetime as dt
from dataclasses import dataclass, fields

import click
from rich.text import Text

from api.analysing import Analysed, analysed, wrong_in
from api.files import for_file, put_file
from api.labels import harmless
from api.options import CSV, FILES, JSON, PNG, SVG, TABLE, Day, Listing, OneOf, gathered, listing
from api.output import print_csv, print_json
from api.program import Command, words_of
from api.stores import reading
from api.tables import put
from api.words import Words
from graph.analysis.asked import WANTED, Analyse, Name
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

    def question(self, page: Listing) -> Analyse | None:
        """Return the question; None where it has too few or too many subjects."""
        name = Name(self.analysis)
        wanted = WANTED[name]
        takes = ("document",) if name is Name.DEPTH else wanted
        if not len(wanted) <= len(self.subjects) <= len(takes):
            return None
        told = {one.name: getattr(self, one.name) for one in fields(self)[3:]}
        told |= dict(zip(takes, self.subjects, strict=False))
        told |= {"as_of": page.as_of, "limit": page.limit, "after": page.after}
        return Analyse(analysis=name, level=Level(self.level), **told)


@click.command(cls=Command)
@click.argument("analysis", type=OneOf(*Name))
@click.argument("subjects", nargs=-1)
@click.option("--level", type=OneOf(*Level), default=Level.PROVINCE.value, metavar="LEVEL")
@click.option("--jurisdiction", metavar="NAME")
@click.option("--due-from", type=Day(), metavar="D")
@click.option("--due-to", type=Day(), metavar="D")
@click.option("--with-history", is_flag=True)
@listing(TABLE, JSON, CSV, SVG, PNG)
@gathered(Wanted)
@click.pass_context
def command(ctx: click.Context, page: Listing, wanted: Wanted) -> None:
    """Make an analysis, and print or draw it."""
    words = words_of(ctx)
    page = for_file(ctx, page, words)
    question = wanted.question(page)
    if question is None:
        key = f"trouble.analysis.{wanted.analysis}"
        raise click.UsageError(words.first((key, "trouble.analysis")), ctx)
    wrong = wrong_in(question, words)
    if wrong is not None:
        raise click.UsageError(wrong.reason, ctx)
    with reading(page.store, words) as store:
        _give(analysed(question, store, words), page, words)


def _give(found: Analysed, page: Listing, words: Words) -> None:
    analysis = found.analysis
    if page.format in FILES:
        from api.plots import plot_file  # noqa: PLC0415  (only whoever asks for it)

        put_file(plot_file(analysis, page.format), page, words)
    elif page.format == JSON:
        print_json(found.record())
    elif page.format == CSV:
        print_csv(analysis.table.columns, found.record()["rows"])
        if found.cursor():
            click.echo(words("footer.next", cursor=found.cursor()), err=True)
    else:
        click.echo(analysis.title())
        put(*(Text(harmless(note)) for note in analysis.notes()), Text())
        analysis.show(found.rows())
        _count(found, words)


def _count(found: Analysed, words: Words) -> None:
    """Say how many rows there are, and how to see the next."""
    total, count = len(found.analysis.table.rows), len(found.rows())
    shown = "" if count == total else words("footer.shown", count=count)
    click.echo(f"{words('footer.total', total=total)}{shown}")
    if found.cursor():
        click.echo(words("footer.next", cursor=found.cursor()))
