"""Analyses as plots for a report: SVG, or PNG, with title, source and day in the picture."""

from itertools import cycle
from typing import Final

from api.analyses import Analysis
from api.options import SVG
from api.png_files import png_file
from api.troubles import NothingDrawnError
from graph.analysis.tables import FIVE, Cell, Plot, Spread, Tally
from graph.answer_types import State
from graph.pictures.bars import Bars, Series, bars_svg
from graph.pictures.colours import LOOKS, NAVY
from graph.pictures.plots import Frame
from graph.pictures.spreads import Spreads, spreads_svg

_COLOURS: Final = (NAVY, "#E69F00", "#009E73", "#56B4E9", "#CC79A7")
"""Where a series is no state: those of Okabe and Ito."""


def plot_svg(analysis: Analysis) -> str | None:
    """Return what is drawn of an analysis; None where there is nothing to draw."""
    plot = analysis.table.plot
    if isinstance(plot, Spread):
        return _spreads(analysis, plot)
    if isinstance(plot, Tally):
        return _tally(analysis, plot)
    return _bars(analysis, plot) if plot else None


def plot_file(analysis: Analysis, form: str) -> bytes:
    """Return the plot as `svg` or `png`; raise `Trouble` where there is none."""
    words = analysis.words
    svg = plot_svg(analysis)
    if svg is None:
        raise NothingDrawnError(words("trouble.error", message=words("trouble.analysis.no_plot")))
    return svg.encode("utf-8", "replace") if form == SVG else png_file(svg, words)


def _spreads(analysis: Analysis, plot: Spread) -> str | None:
    rows = analysis.table.records()
    values = tuple(tuple(_length(row[name]) or 0.0 for name in FIVE) for row in rows)
    if not rows:
        return None
    label = plot.label
    names = tuple(f"{analysis.cell(label, row)} ({row['documents']})" for row in rows)
    words = analysis.words("analysis.boxes")
    frame = _frame(analysis, names, plot.line)
    return spreads_svg(Spreads(frame, words, values))  # type: ignore[arg-type]  # five of each


def _tally(analysis: Analysis, plot: Tally) -> str | None:
    if not plot.counts:
        return None
    names = tuple(analysis.words.known(f"analysis.{name}", name) for name, _ in plot.counts)
    lengths = tuple(float(count) for _, count in plot.counts)
    series = Series(analysis.words("analysis.count"), NAVY, lengths)
    return bars_svg(Bars(_frame(analysis, names), (series,)))


def _bars(analysis: Analysis, plot: Plot) -> str | None:
    rows = [row for row in analysis.table.records() if plot.kind in {None, row.get("kind")}]
    if not rows:
        return None
    colours = cycle(_COLOURS)
    series = tuple(
        Series(
            analysis.words.known(f"state.{name}", analysis.column(name)),
            LOOKS[State(name)].strong if name in set(State) else next(colours),
            tuple(_length(row[name]) for row in rows),
        )
        for name in plot.lengths
    )
    names = tuple(analysis.cell(plot.label, row) for row in rows)
    return bars_svg(Bars(_frame(analysis, names, plot.line), series, plot.stacked))


def _frame(analysis: Analysis, names: tuple[str, ...], line: float | None = None) -> Frame:
    words = analysis.words
    return Frame(
        title=analysis.title(),
        notes=analysis.notes(),
        names=names,
        cut=words("analysis.cut", count="{count}", total="{total}"),
        source=analysis.source(),
        line=None if line is None else (line, words("analysis.median", days=f"{line:g}")),
    )


def _length(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None
