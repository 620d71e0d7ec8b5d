"""Where the boxes of a picture stand: layers of documents, and the tasks at the bottom.

Each box has the span of the box that it was found from: below it on the way down, above it on the
way up. Boxes that lead on stand side by side; those that end there stand under each other in
columns beside a rail, so that what thirty provinces carry out still stays on one sheet. Heights are
first counted outward from the layer of the asked documents, in both directions alike.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from graph.pictures.chain import Line, Picture

Point: TypeAlias = tuple[float, float]

WIDE: Final = 260.0
"""How wide each box is, in pixels, as is everything here."""
_APART: Final = 30.0
_STACKED: Final = 14.0
_LAYER: Final = 56.0
_RAIL: Final = 18.0
_SHAPE: Final = 1.5
"""How much wider than high a picture is best: it is to fill a sheet that lies on its side."""
_MOST_STACKED: Final = 24


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a box is: its upper left corner and its height."""

    left: float
    top: float
    high: float

    @property
    def middle(self) -> float:
        """The middle of its width."""
        return self.left + WIDE / 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The spots of boxes by key, the corners of main lines, and how large all of it is."""

    spots: Mapping[str, Spot]
    paths: tuple[tuple[Line, tuple[Point, ...]], ...]
    wide: float
    high: float


def layout_of(picture: Picture, heights: Mapping[str, float]) -> Layout:
    """Return the layout whose shape is nearest to a sheet's; `heights` are those of the boxes."""
    tried = (_Drawn(picture, heights, stacked).layout() for stacked in _stacks(len(picture.boxes)))
    return min(tried, key=lambda one: abs(math.log(one.wide / one.high / _SHAPE)))


def _stacks(count: int) -> Iterator[int]:
    """Give the heights of columns to try."""
    stacked = 1
    while stacked < min(count, _MOST_STACKED):
        yield stacked
        stacked += 1 + stacked // 4
    yield stacked


@dataclass(frozen=True, slots=True)
class _Unit:
    """What stands side by side below a box: one that leads on, or several that end there."""

    lines: tuple[Line, ...]
    columns: int
    wide: float
    tasks: bool = False


@dataclass(slots=True)
class _Side:
    """All that was found on the way down, or up: units by the box they hang on, and depths."""

    units: dict[str, list[_Unit]] = field(default_factory=dict)
    spans: dict[str, float] = field(default_factory=dict)
    depths: dict[str, int] = field(default_factory=dict)
    starts: list[float] = field(default_factory=list)
    band: float = 0.0


@dataclass(slots=True)
class _Drawn:
    """A layout in the making, with columns of at most `stacked` boxes.

    The asked documents fill a layer `base` high, from its lower edge up, which is at zero.
    """

    picture: Picture
    heights: Mapping[str, float]
    stacked: int
    spots: dict[str, Spot] = field(default_factory=dict)
    paths: list[tuple[Line, tuple[Point, ...]]] = field(default_factory=list)
    base: float = 0.0

    def layout(self) -> Layout:
        """Place everything, and move it so that it begins at zero."""
        found = {
            (line.upper if line.up else line.lower) for line in self.picture.lines if line.main
        }
        roots = [key for key in self.picture.boxes if key not in found]
        self.base = max(self.heights[key] for key in roots)
        sides = {up: self._side(roots, up=up) for up in (True, False)}
        left = 0.0
        for key in roots:
            span = max(side.spans[key] for side in sides.values())
            high = self.heights[key]
            self.spots[key] = Spot(left + (span - WIDE) / 2, -high, high)
            left += span + _APART
        for up, side in sides.items():
            for key in side.depths:  # nearest first, so that each stands before what hangs on it
                self._place_units(key, side, up=up)
        return self._moved()

    def _side(self, roots: Sequence[str], *, up: bool) -> _Side:
        hanging: defaultdict[str, list[Line]] = defaultdict(list)
        for line in self.picture.lines:
            if line.main and line.up == up:
                hanging[line.lower if up else line.upper].append(line)
        side = _Side(depths=dict.fromkeys(roots, 0))
        waiting = list(roots)
        for key in waiting:  # grows while it is read
            for line in hanging[key]:
                side.depths[_far(line)] = side.depths[key] + 1
                waiting.append(_far(line))
        for key in reversed(waiting):
            units = list(self._units(hanging[key], hanging, side))
            side.units[key] = units
            inner = sum(unit.wide for unit in units) + _APART * (len(units) - 1)
            side.spans[key] = max(WIDE, inner)
        self._measure(side)
        return side

    def _units(
        self, lines: Sequence[Line], hanging: Mapping[str, Sequence[Line]], side: _Side
    ) -> Iterator[_Unit]:
        ends: list[Line] = []
        tasks: list[Line] = []
        for line in lines:
            if hanging.get(_far(line)):
                yield _Unit((line,), 1, side.spans[_far(line)])
            else:
                (tasks if self.picture.boxes[_far(line)].state else ends).append(line)
        for group in (ends, tasks):
            if group:
                size = math.ceil(len(group) / math.ceil(len(group) / self.stacked))
                columns = math.ceil(len(group) / size)
                rail = _RAIL if size > 1 else 0
                wide = columns * (WIDE + rail) + (columns - 1) * _STACKED
                yield _Unit(tuple(group), columns, wide, tasks=group is tasks)

    def _measure(self, side: _Side) -> None:
        """Find where each layer begins outward of the roots, and the band of tasks after them."""
        highest = [self.base, *[0.0] * max(side.depths.values())]
        for key, units in side.units.items():
            for unit in units:
                if not unit.tasks:
                    depth = side.depths[key] + 1
                    highest[depth] = max(highest[depth], *map(self._stack, _columns(unit)))
        begin = -self.base
        for high in highest:
            side.starts.append(begin)
            begin += (high + _LAYER) if high else 0.0
        side.band = begin

    def _stack(self, lines: Sequence[Line]) -> float:
        return sum(self.heights[_far(line)] + _STACKED for line in lines) - _STACKED

    def _place_units(self, key: str, side: _Side, *, up: bool) -> None:
        """Place what hangs on a box, centred, and draw the lines to it."""
        units = side.units[key]
        inner = sum(unit.wide for unit in units) + _APART * (len(units) - 1)
        left = self.spots[key].middle - inner / 2
        depth = side.depths[key] + 1
        for unit in units:
            begin = side.band if unit.tasks else side.starts[depth]
            trunk = _Trunk(self.spots[key].middle, side.starts[depth], begin, left + unit.wide / 2)
            self._place_unit(unit, left, trunk, key, up=up)
            left += unit.wide + _APART

    def _place_unit(self, unit: _Unit, left: float, trunk: "_Trunk", key: str, *, up: bool) -> None:
        rail = _RAIL if len(unit.lines) > unit.columns else 0
        for column in _columns(unit):
            out = trunk.begin
            for line in column:
                end = _far(line)
                high = self.heights[end]
                at = left + (unit.wide - WIDE) / 2 if len(unit.lines) == 1 else left + rail
                self.spots[end] = Spot(at, -self.base - out - high if up else out, high)
                corners = trunk.corners(left + _RAIL / 3 if rail else at + WIDE / 2)
                corners += [(corners[-1][0], out + high / 2), (at, out + high / 2)] if rail else []
                corners += [] if rail else [(corners[-1][0], out)]
                self._draw(line, corners, key, up=up)
                out += high + _STACKED
            left += WIDE + rail + _STACKED

    def _draw(self, line: Line, corners: Sequence[Point], key: str, *, up: bool) -> None:
        spot = self.spots[key]
        begin = (spot.middle, spot.top if up else spot.top + spot.high)
        rest = [(x, -self.base - out if up else out) for x, out in corners]
        self.paths.append((line, (begin, *rest)))

    def _moved(self) -> Layout:
        """Move everything so that nothing is left of, or above, zero."""
        spots, paths = self.spots, self.paths
        left = min(spot.left for spot in spots.values())
        top = min(spot.top for spot in spots.values())
        return Layout(
            {key: Spot(s.left - left, s.top - top, s.high) for key, s in spots.items()},
            tuple((line, tuple((x - left, y - top) for x, y in points)) for line, points in paths),
            max(spot.left for spot in spots.values()) + WIDE - left,
            max(spot.top + spot.high for spot in spots.values()) - top,
        )


@dataclass(frozen=True, slots=True)
class _Trunk:
    """The way from a box to what hangs on it; `layer` and `begin` are outward.

    It turns in the gap before the next `layer`, goes on at `middle` where what hangs on it only
    begins further out, and turns once more before it.
    """

    x: float
    layer: float
    begin: float
    middle: float

    def corners(self, x: float) -> list[Point]:
        """Return the corners up to the gap before `begin`, at `x`."""
        first, last = self.layer - _LAYER / 2, self.begin - _LAYER / 2
        if self.begin <= self.layer:
            return [(self.x, first), (x, first)]
        return [(self.x, first), (self.middle, first), (self.middle, last), (x, last)]


def _far(line: Line) -> str:
    """Return the end of a line that is farther from the asked documents."""
    return line.upper if line.up else line.lower


def _columns(unit: _Unit) -> Iterator[tuple[Line, ...]]:
    """Give the lines of each column; all but the last are of one length."""
    size = math.ceil(len(unit.lines) / unit.columns)
    for start in range(0, len(unit.lines), size):
        yield unit.lines[start : start + size]
