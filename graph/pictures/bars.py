"""Figures as bars, one or several for each name, or stacked into one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from graph.pictures.chain import printable
from graph.pictures.colours import INK
from graph.pictures.lettering import width
from graph.pictures.plots import MARGIN, SMALL, WIDE, Frame, Plot, Scale

_THICK: Final = 18.0
_APART: Final = 9.0
_LEGEND: Final = 26.0


@dataclass(frozen=True, slots=True)
class Series:
    """One bar of every name: what it is called, its colour, and its lengths."""

    name: str
    colour: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A plot of bars."""

    frame: Frame
    series: tuple[Series, ...]
    stacked: bool = False


def bars_svg(bars: Bars) -> str:
    """Return the picture as SVG; names and figures are text, so that they can be found and read.

    What has no length says so by a dash. Bars to the left of zero are drawn to the left.
    """
    legend = list(_legend(bars))
    lines = 1 if bars.stacked else len(bars.series)
    row = max(_THICK * lines, SMALL * 2.5) + _APART
    plot = Plot(bars.frame, row, _LEGEND * len(legend) + 8 if legend else 0)
    for place, series in enumerate(legend):
        _draw_legend(plot, series, plot.legend + _LEGEND * place)
    scale = Scale.of(bars.frame, _lengths(bars, len(plot.names)))
    plot.axis(scale)
    inside = (row - _THICK * lines) / 2
    for place in range(len(plot.names)):
        _draw_bars(plot, bars, scale, place, plot.top_of(place) + inside)
    return plot.written()


def _lengths(bars: Bars, count: int) -> Iterator[float]:
    if bars.frame.line:
        yield bars.frame.line[0]
    for place in range(count):
        values = [one.values[place] or 0.0 for one in bars.series]
        yield from [sum(values)] if bars.stacked else values


def _legend(bars: Bars) -> Iterator[list[Series]]:
    """Give the series in rows that fit; none where there is only one."""
    row: list[Series] = []
    used = 0.0
    for series in bars.series if len(bars.series) > 1 else ():
        wide = 46 + width(series.name, SMALL)
        if row and used + wide > WIDE - 2 * MARGIN:
            yield row
            row, used = [], 0.0
        row.append(series)
        used += wide
    if row:
        yield row


def _draw_legend(plot: Plot, row: Sequence[Series], top: float) -> None:
    left = MARGIN
    for series in row:
        plot.box(left, left + 18, top, 14, series.colour)
        plot.text(series.name, left + 24, top + 11.5, INK)
        left += 46 + width(series.name, SMALL)


def _draw_bars(plot: Plot, bars: Bars, scale: Scale, place: int, top: float) -> None:
    """Draw the bars of a name with their figures; a stack has one figure, of all together."""
    end = 0.0
    for number, series in enumerate(bars.series):
        value = series.values[place]
        line = top if bars.stacked else top + number * _THICK
        begin, end = (end, end + (value or 0.0)) if bars.stacked else (0.0, value or 0.0)
        if value:
            left, right = sorted((scale.at(begin), scale.at(end)))
            box = plot.box(left, right, line, _THICK - 2, series.colour)
            told = f"{plot.names[place]} · {series.name}: {value:g}"
            ET.SubElement(box, "title").text = printable(told)
        if not bars.stacked:
            _draw_figure(plot, scale, value, line)
    if bars.stacked:
        _draw_figure(plot, scale, end, top)


def _draw_figure(plot: Plot, scale: Scale, value: float | None, top: float) -> None:
    left = scale.at(value or 0.0)
    plot.figure(value, left, top + _THICK * 0.68, before=(value or 0.0) < 0)
