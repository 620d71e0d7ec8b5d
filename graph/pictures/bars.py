"""Figures as bars, for a report: drawn as SVG without any script or style sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from graph.pictures.chain import printable
from graph.pictures.colours import INK, LINE, NAVY, PAPER, QUIET
from graph.pictures.lettering import BOLD, width, wrapped

_FONT: Final = "Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', sans-serif"
_WIDE: Final = 1000.0
_MARGIN: Final = 32.0
_NAMES: Final = 330.0
"""How much room the names of bars have."""
_FIGURES: Final = 76.0
"""How much room the figure behind the longest bar has."""
_THICK: Final = 18.0
_APART: Final = 9.0
_SMALL: Final = 12.5
_TITLE: Final = 20.0
_MOST: Final = 80
"""How many names are drawn; a page holds no more."""


_HALO: Final = (("stroke", PAPER), ("stroke-width", "4"), ("paint-order", "stroke"))
"""Keeps a figure apart from the line behind it."""


@dataclass(frozen=True, slots=True)
class Series:
    """One bar of every name: what it is called, its colour, and its lengths."""

    name: str
    colour: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A picture: `line` is drawn across all bars at a length, with its words.

    `cut` are the words for more names than are drawn; `{count}` and `{total}` stand in it.
    """

    title: str
    notes: tuple[str, ...]
    names: tuple[str, ...]
    series: tuple[Series, ...]
    cut: str
    stacked: bool = False
    line: tuple[float, str] | None = None


def bars_svg(bars: Bars) -> str:
    """Return the picture as SVG; names and figures are text, so that they can be found and read.

    What has no length says so by a dash. Bars to the left of zero are drawn to the left.
    """
    names = bars.names[:_MOST]
    room = _WIDE - 2 * _MARGIN
    head = _Head(bars, room, len(names))
    legend = list(_legend(bars, room))
    height = _row_height(bars)
    top = _MARGIN + head.high + (26.0 * len(legend) + 8 if legend else 0)
    body = height * len(names)
    foot = 26.0 if bars.line else 0
    svg = _svg(bars, top + body + foot + _MARGIN)
    head.draw(svg)
    for number, row in enumerate(legend):
        _draw_legend(svg, row, _MARGIN + head.high + 26 * number)
    scale = _Scale.of(bars, len(names))
    _draw_axis(svg, bars, scale, (top, top + body))
    inside = (height - _THICK * (1 if bars.stacked else len(bars.series))) / 2
    for place, name in enumerate(names):
        _draw_name(svg, name, top + place * height, height)
        _draw_bars(svg, bars, scale, place, top + place * height + inside)
    ET.indent(svg, " ")
    return f"{ET.tostring(svg, encoding='unicode')}\n"


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where lengths are drawn."""

    zero: float
    unit: float

    @classmethod
    def of(cls, bars: Bars, count: int) -> "_Scale":
        ends = [0.0, *([bars.line[0]] if bars.line else [])]
        for place in range(count):
            values = [one.values[place] or 0.0 for one in bars.series]
            ends += [sum(values)] if bars.stacked else values
        room = _WIDE - 2 * _MARGIN - _NAMES - _FIGURES
        low, high = min(ends), max(ends)
        left = _MARGIN + _NAMES + (_FIGURES if low < 0 else 0)
        room -= _FIGURES if low < 0 else 0
        unit = room / ((high - low) or 1.0)
        return cls(left - low * unit, unit)

    def at(self, value: float) -> float:
        return self.zero + value * self.unit


class _Head:
    """The title, what is said beside it, and that it was cut."""

    def __init__(self, bars: Bars, room: float, count: int) -> None:
        self._lines = [(line, _TITLE, NAVY) for line in wrapped(bars.title, room, _TITLE, 2, BOLD)]
        for note in bars.notes:
            self._lines += [(line, _SMALL, QUIET) for line in wrapped(note, room, _SMALL, 3)]
        if count < len(bars.names):
            cut = bars.cut.format(count=count, total=len(bars.names))
            self._lines.append((cut, _SMALL, INK))
        self.high = sum(size * 1.4 for _, size, _ in self._lines) + 16

    def draw(self, svg: ET.Element) -> None:
        top = _MARGIN
        for line, size, colour in self._lines:
            top += size * 1.4
            text = _text(svg, line, (_MARGIN, top - size * 0.4), size, colour)
            if size == _TITLE:
                text.set("font-weight", "bold")


def _svg(bars: Bars, high: float) -> ET.Element:
    size = {"width": _number(_WIDE), "height": _number(high)}
    box = f"0 0 {_number(_WIDE)} {_number(high)}"
    names = {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": _FONT}
    svg = ET.Element("svg", {**names, **size, "viewBox": box})
    ET.SubElement(svg, "title").text = printable(bars.title)
    ET.SubElement(svg, "desc").text = printable(" ".join(bars.notes))
    ET.SubElement(svg, "rect", width="100%", height="100%", fill=PAPER)
    return svg


def _row_height(bars: Bars) -> float:
    lines = 1 if bars.stacked else len(bars.series)
    return max(_THICK * lines, _SMALL * 2.5) + _APART


def _legend(bars: Bars, room: float) -> Iterator[list[Series]]:
    """Give the series in rows that fit; none where there is only one."""
    row: list[Series] = []
    used = 0.0
    for series in bars.series if len(bars.series) > 1 else ():
        wide = 46 + width(series.name, _SMALL)
        if row and used + wide > room:
            yield row
            row, used = [], 0.0
        row.append(series)
        used += wide
    if row:
        yield row


def _draw_legend(svg: ET.Element, row: Sequence[Series], top: float) -> None:
    left = _MARGIN
    for series in row:
        place = {"x": _number(left), "y": _number(top), "width": "18", "height": "14"}
        ET.SubElement(svg, "rect", {**place, "fill": series.colour})
        _text(svg, series.name, (left + 24, top + 11.5), _SMALL, INK)
        left += 46 + width(series.name, _SMALL)


def _draw_name(svg: ET.Element, name: str, top: float, height: float) -> None:
    lines = wrapped(name, _NAMES - 14, _SMALL, 2)
    first = top + height / 2 - (len(lines) - 1) * _SMALL * 0.62 + _SMALL * 0.35
    for number, line in enumerate(lines):
        place = (_MARGIN + _NAMES - 10, first + number * _SMALL * 1.24)
        _text(svg, line, place, _SMALL, INK).set("text-anchor", "end")


def _draw_bars(svg: ET.Element, bars: Bars, scale: _Scale, place: int, top: float) -> None:
    """Draw the bars of a name with their figures; a stack has one figure, of all together."""
    end = 0.0
    for number, series in enumerate(bars.series):
        value = series.values[place]
        line = top if bars.stacked else top + number * _THICK
        begin, end = (end, end + (value or 0.0)) if bars.stacked else (0.0, value or 0.0)
        if value:
            left, right = sorted((scale.at(begin), scale.at(end)))
            size = {"width": _number(right - left), "height": _number(_THICK - 2)}
            rect = {"x": _number(left), "y": _number(line), "fill": series.colour, **size}
            told = ET.SubElement(ET.SubElement(svg, "rect", rect), "title")
            told.text = printable(f"{bars.names[place]} · {series.name}: {_figure(value)}")
        if not bars.stacked:
            _draw_figure(svg, scale, value, line)
    if bars.stacked:
        _draw_figure(svg, scale, end, top)


def _draw_figure(svg: ET.Element, scale: _Scale, value: float | None, top: float) -> None:
    left = scale.at(value or 0.0)
    text = _text(svg, _figure(value), (left + 5, top + _THICK * 0.68), _SMALL, INK)
    for name, look in _HALO:
        text.set(name, look)
    if (value or 0.0) < 0:
        text.set("x", _number(left - 5))
        text.set("text-anchor", "end")


def _draw_axis(svg: ET.Element, bars: Bars, scale: _Scale, ends: tuple[float, float]) -> None:
    top, foot = ends
    zero = f"M{_number(scale.zero)} {_number(top)}V{_number(foot)}"
    ET.SubElement(svg, "path", d=zero, stroke=LINE, fill="none")
    if bars.line is not None:
        at = scale.at(bars.line[0])
        look = {"stroke": NAVY, "fill": "none", "stroke-dasharray": "5 4"}
        ET.SubElement(
            svg, "path", {"d": f"M{_number(at)} {_number(top)}V{_number(foot + 4)}", **look}
        )
        text = _text(svg, bars.line[1], (at, foot + 18), _SMALL, NAVY)
        text.set("text-anchor", "middle")


def _text(
    svg: ET.Element, words: str, place: tuple[float, float], size: float, colour: str
) -> ET.Element:
    left, top = place
    where = {"x": _number(left), "y": _number(top), "font-size": _number(size), "fill": colour}
    text = ET.SubElement(svg, "text", where)
    text.text = printable(words)
    return text


def _figure(value: float | None) -> str:
    """Return a figure as people read it; a dash for none."""
    return "–" if value is None else f"{value:g}"


def _number(value: float) -> str:
    """Return a number with as many figures as a picture needs."""
    return f"{value:.1f}".removesuffix(".0")
