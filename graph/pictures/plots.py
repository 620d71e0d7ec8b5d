"""What every plot for a report has: a title, notes, names down the side, and where it is from.

Drawn as SVG without any script or style sheet; the same figures give the same bytes at any time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import floor, log10
from typing import Final
from xml.etree import ElementTree as ET

from graph.pictures.chain import printable
from graph.pictures.colours import INK, LINE, NAVY, PAPER, QUIET
from graph.pictures.inscribed import number
from graph.pictures.lettering import BOLD, width, wrapped

FONT: Final = "Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', sans-serif"
WIDE: Final = 1000.0
MARGIN: Final = 32.0
NAMES: Final = 330.0
"""How much room names have at most."""
FIGURES: Final = 76.0
"""How much room the figure behind the longest length has."""
SMALL: Final = 12.5
_TITLE: Final = 20.0
MOST: Final = 80
"""How many names are drawn; a page holds no more."""
_FOOT: Final = 26.0
_GRID: Final = "#E3E7EC"
_STEPS: Final = (1, 2, 5, 10)
_TICKS: Final = 6
_HALO: Final = (("stroke", PAPER), ("stroke-width", "4"), ("paint-order", "stroke"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around a plot: `line` is drawn across it at a length, with its words.

    `cut` are the words for more names than are drawn; `{count}` and `{total}` stand in it. `source`
    says of what and for which day the figures are.
    """

    title: str
    notes: tuple[str, ...]
    names: tuple[str, ...]
    cut: str
    source: str
    line: tuple[float, str] | None = None

    @property
    def room(self) -> float:
        """How much room the names have: as much as the longest wants, up to a most."""
        longest = max((width(name, SMALL) for name in self.names[:MOST]), default=0.0)
        return min(longest + 22, NAMES)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where lengths are drawn."""

    low: float
    high: float
    zero: float
    unit: float

    @classmethod
    def of(cls, frame: Frame, lengths: Iterable[float]) -> "Scale":
        """Return the scale on which zero and all of the lengths have room beside the names."""
        ends = [0.0, *lengths]
        low, high = min(ends), max(ends)
        left = MARGIN + frame.room + (FIGURES if low < 0 else 0)
        room = WIDE - MARGIN - FIGURES - left
        unit = room / ((high - low) or 1.0)
        return cls(low, high, left - low * unit, unit)

    def at(self, length: float) -> float:
        """Return how far to the right a length ends."""
        return self.zero + length * self.unit

    def ticks(self) -> Iterator[float]:
        """Give a few round lengths from the lowest to the highest."""
        if self.high <= self.low:
            return
        rough = (self.high - self.low) / _TICKS
        size = 10.0 ** floor(log10(rough))
        step = next(size * one for one in _STEPS if size * one >= rough)
        for place in range(floor(self.low / step), floor(self.high / step) + 1):
            if place * step >= self.low:
                yield place * step


class Plot:
    """A plot in the making: its head and names are drawn, its rows are still empty.

    `row` is how high each is, `legend` how much room there is between head and rows.
    """

    def __init__(self, frame: Frame, row: float, legend: float, *, ticks: bool = False) -> None:
        self.frame = frame
        self.row = row
        self.names = frame.names[:MOST]
        head = list(_head(frame, len(self.names)))
        self.legend = MARGIN + sum(size * 1.4 for _, size, _ in head) + 16
        self.top = self.legend + legend
        self.end = self.top + row * len(self.names)
        self._ticks = ticks
        foot = (_FOOT if frame.line else 0) + (_FOOT if ticks else 0)
        source = wrapped(frame.source, WIDE - 2 * MARGIN, SMALL, 2)
        below = self.end + foot + 24
        self.svg = _svg(frame, below + SMALL * 1.4 * len(source) + MARGIN * 0.6)
        self._write(head, MARGIN)
        self._write([(line, SMALL, QUIET) for line in source], below)
        for place, name in enumerate(self.names):
            self._name(name, self.top_of(place))

    def top_of(self, place: int) -> float:
        """Return where a row begins."""
        return self.top + place * self.row

    def text(
        self, words: str, left: float, top: float, colour: str = INK, anchor: str = ""
    ) -> ET.Element:
        """Write words; `anchor` is `end` or `middle` where they do not begin at the place."""
        where = {"x": number(left), "y": number(top), "font-size": number(SMALL), "fill": colour}
        text = ET.SubElement(self.svg, "text", where)
        if anchor:
            text.set("text-anchor", anchor)
        text.text = printable(words)
        return text

    def figure(self, value: float | None, left: float, top: float, *, before: bool = False) -> None:
        """Write a figure beside the end of a length, a dash for none."""
        said = "–" if value is None else f"{value:g}"
        place, anchor = (left - 5, "end") if before else (left + 5, "")
        _part(self.text(said, place, top, anchor=anchor))

    def box(self, left: float, right: float, top: float, high: float, colour: str) -> ET.Element:
        """Draw a box from a length to another."""
        size = {"width": number(right - left), "height": number(high)}
        place = {"x": number(left), "y": number(top)}
        return ET.SubElement(self.svg, "rect", {**place, **size, "fill": colour})

    def stroke(self, path: str, colour: str, **look: str) -> None:
        """Draw a line."""
        ET.SubElement(self.svg, "path", {"d": path, "stroke": colour, "fill": "none", **look})

    def axis(self, scale: Scale) -> None:
        """Draw zero, round lengths where there are ticks, and the line across with its words."""
        foot = number(self.end)
        ticks = [*scale.ticks()] if self._ticks else []
        for tick in ticks:
            self.stroke(f"M{number(scale.at(tick))} {number(self.top)}V{foot}", _GRID)
        self.stroke(f"M{number(scale.zero)} {number(self.top)}V{foot}", LINE)
        if self.frame.line is not None:
            self._line(scale, *self.frame.line)
        for tick in ticks:
            _part(self.text(f"{tick:g}", scale.at(tick), self.end + 18, QUIET, "middle"))

    def written(self) -> str:
        """Return the plot as SVG."""
        ET.indent(self.svg, " ")
        return f"{ET.tostring(self.svg, encoding='unicode')}\n"

    def _line(self, scale: Scale, length: float, words: str) -> None:
        at, low = scale.at(length), self.end + (_FOOT if self._ticks else 0)
        path = f"M{number(at)} {number(self.top)}V{number(low + 4)}"
        self.stroke(path, NAVY, **{"stroke-dasharray": "5 4"})
        self.text(words, at, low + 18, NAVY, "middle")

    def _write(self, lines: Iterable[tuple[str, float, str]], top: float) -> None:
        for line, size, colour in lines:
            top += size * 1.4
            text = self.text(line, MARGIN, top - size * 0.4, colour)
            text.set("font-size", number(size))
            if size == _TITLE:
                text.set("font-weight", "bold")

    def _name(self, name: str, top: float) -> None:
        lines = wrapped(name, self.frame.room - 14, SMALL, 2)
        first = top + self.row / 2 - (len(lines) - 1) * SMALL * 0.62 + SMALL * 0.35
        for place, line in enumerate(lines):
            self.text(
                line, MARGIN + self.frame.room - 10, first + place * SMALL * 1.24, anchor="end"
            )


def _part(text: ET.Element) -> None:
    """Keep words apart from a line behind them."""
    for name, look in _HALO:
        text.set(name, look)


def _head(frame: Frame, count: int) -> Iterator[tuple[str, float, str]]:
    """Give the lines of the title, of what is said beside it, and that it was cut."""
    room = WIDE - 2 * MARGIN
    for line in wrapped(frame.title, room, _TITLE, 2, BOLD):
        yield line, _TITLE, NAVY
    for note in frame.notes:
        for line in wrapped(note, room, SMALL, 3):
            yield line, SMALL, QUIET
    if count < len(frame.names):
        yield frame.cut.format(count=count, total=len(frame.names)), SMALL, INK


def _svg(frame: Frame, high: float) -> ET.Element:
    size = {"width": number(WIDE), "height": number(high)}
    box = f"0 0 {number(WIDE)} {number(high)}"
    names = {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": FONT}
    svg = ET.Element("svg", {**names, **size, "viewBox": box})
    ET.SubElement(svg, "title").text = printable(frame.title)
    ET.SubElement(svg, "desc").text = printable(" ".join((*frame.notes, frame.source)))
    ET.SubElement(svg, "rect", width="100%", height="100%", fill=PAPER)
    return svg
