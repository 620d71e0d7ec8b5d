"""Spreads as boxes: from quartile to quartile, with the median, and lines out to both ends."""

from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeAlias
from xml.etree import ElementTree as ET

from graph.pictures.chain import printable
from graph.pictures.colours import INK, NAVY, QUIET
from graph.pictures.inscribed import number
from graph.pictures.plots import MARGIN, MOST, Frame, Plot, Scale

Five: TypeAlias = tuple[float, float, float, float, float]
"""The least, the lower quartile, the median, the upper quartile, and the most."""

_ROW: Final = 40.0
_HIGH: Final = 20.0
_TICK: Final = 6.0
_FILL: Final = "#BBD3EA"
_LEGEND: Final = 28.0


@dataclass(frozen=True, slots=True)
class Spreads:
    """A plot of boxes, one a name; `key` says what a box and its lines are."""

    frame: Frame
    key: str
    values: tuple[Five, ...]


def spreads_svg(spreads: Spreads) -> str:
    """Return the picture as SVG; each box has its figures as a title, its median as words too."""
    plot = Plot(spreads.frame, _ROW, _LEGEND, ticks=True)
    plot.text(spreads.key, MARGIN, plot.legend + 10, QUIET)
    line = [spreads.frame.line[0]] if spreads.frame.line else []
    scale = Scale.of(spreads.frame, [*chain.from_iterable(spreads.values[:MOST]), *line])
    plot.axis(scale)
    for place, five in enumerate(spreads.values[:MOST]):
        _draw(plot, scale, place, five)
    return plot.written()


def _draw(plot: Plot, scale: Scale, place: int, five: Five) -> None:
    least, lower, median, upper, most = five
    middle = plot.top_of(place) + _ROW / 2
    top, low = middle - _HIGH / 2, middle + _HIGH / 2
    ends = (scale.at(least), scale.at(most))
    plot.stroke(f"M{number(ends[0])} {number(middle)}H{number(ends[1])}", INK)
    for end in ends:
        plot.stroke(f"M{number(end)} {number(middle - _TICK)}V{number(middle + _TICK)}", INK)
    box = plot.box(scale.at(lower), scale.at(upper), top, _HIGH, _FILL)
    box.set("stroke", INK)
    told = f"{plot.names[place]}: {' · '.join(f'{value:g}' for value in five)}"
    ET.SubElement(box, "title").text = printable(told)
    at = number(scale.at(median))
    plot.stroke(f"M{at} {number(top)}V{number(low)}", NAVY, **{"stroke-width": "3"})
    plot.figure(median, ends[1], middle + 4.5)
