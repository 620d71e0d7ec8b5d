"""A chain drawn in layers: the directives on top, the tasks at the bottom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from graph.pictures.chain import Box, Chain, Picture, Words, picture_of, printable
from graph.pictures.colours import CENTRAL, INK, LINE, LOCAL, LOOKS, NAVY, PAPER, QUIET
from graph.pictures.layout import WIDE, Layout, Point, layout_of
from graph.pictures.lettering import BOLD, width, wrapped
from graph.questions import State

_FONT: Final = "Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', sans-serif"
_MARGIN: Final = 36.0
_INSIDE: Final = 12.0
_MARK: Final = 12.0
_SHEET: Final = 1400.0
_LARGEST: Final = 2.5
"""From this width on the title and the legend grow with the picture, up to so many times."""
_LEAST: Final = 760.0
"""How wide a picture is at least, so that its legend has room."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A line of words in a box: its letters' size and colour, and how."""

    words: str
    size: float
    fill: str
    bold: bool = False
    slanted: bool = False

    @property
    def high(self) -> float:
        return self.size * 1.34


def chain_svg(chain: Chain, words: Words) -> str:
    """Return the picture as SVG, for a page or a report; it holds no script and no style sheet.

    Each box has the key of its document or task as `data-key`, and all that is known in its title.
    """
    picture = picture_of(chain, words)
    lettered = {key: _lettered(box, words) for key, box in picture.boxes.items()}
    heights = {key: _high(texts) for key, texts in lettered.items()}
    layout = layout_of(picture, heights)
    wide = max(layout.wide, _LEAST) + 2 * _MARGIN
    scale = min(max(wide / _SHEET, 1), _LARGEST)
    head = _head(picture, wide - 2 * _MARGIN, scale)
    top = _MARGIN + sum(text.high for text in head) + 24 * scale
    legend = _Legend(picture, words, wide - 2 * _MARGIN, scale)
    high = top + layout.high + 34 * scale + legend.high + _MARGIN

    svg = _svg(picture, wide, high)
    _write(svg, head, (_MARGIN, _MARGIN))
    left = (wide - layout.wide) / 2
    body = ET.SubElement(svg, "g", transform=f"translate({_number(left)} {_number(top)})")
    _draw_lines(body, picture, layout)
    for key, box in picture.boxes.items():
        _draw_box(body, box, layout, lettered[key])
    legend.draw(svg, top + layout.high + 34 * scale)
    ET.indent(svg, " ")
    return f"{ET.tostring(svg, encoding='unicode')}\n"


def _svg(picture: Picture, wide: float, high: float) -> ET.Element:
    size = {"width": _number(wide), "height": _number(high)}
    box = f"0 0 {_number(wide)} {_number(high)}"
    names = {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": _FONT}
    svg = ET.Element("svg", {**names, **size, "viewBox": box})
    ET.SubElement(svg, "title").text = picture.title
    ET.SubElement(svg, "desc").text = " ".join((*picture.notes, picture.cut)).strip()
    definitions = ET.SubElement(svg, "defs")
    for state, look in LOOKS.items():
        tile = {"width": "8", "height": "8", "patternUnits": "userSpaceOnUse"}
        pattern = ET.SubElement(definitions, "pattern", {"id": f"chidao-{state}", **tile})
        ET.SubElement(pattern, "rect", width="8", height="8", fill=look.strong)
        if look.pattern:
            ET.SubElement(pattern, "path", d=look.pattern, fill=PAPER)
    ET.SubElement(svg, "rect", width="100%", height="100%", fill=PAPER)
    return svg


def _head(picture: Picture, room: float, scale: float) -> list[_Text]:
    """Return the title, what it is about, the day, and that it was cut."""
    large, small = 22 * scale, 14 * scale
    texts = _texts(picture.title, room, large, 2, NAVY, bold=True)
    for note in picture.notes:
        texts += _texts(note, room, small, 2, QUIET)
    return texts + _texts(picture.cut, room, small, 2, INK, bold=True)


def _lettered(box: Box, words: Words) -> list[_Text]:
    """Return the lines of a box."""
    room = WIDE - 2 * _INSIDE - (_MARK if box.state else 0)
    ink, quiet = (PAPER, PAPER) if box.asked else (INK, QUIET)
    tie = _texts(f"↑ {box.tie}", room, 11.5, 1, QUIET, slanted=True) if box.tie else []
    texts = [] if box.above else tie
    if box.state is not None:
        state = words.known(f"state.{box.state}")
        texts += _texts(f"{box.name} · {state}", room, 13, 2, INK, bold=True)
        texts += _texts(box.about, room, 12.5, 4, ink)
        texts += _texts(box.note, room, 11.5, 2, quiet)
    else:
        texts += _texts(box.name, room, 14, 3, ink, bold=True)
        texts += _texts(box.note, room, 11.5, 2, quiet)
        texts += _texts(box.about, room, 12.5, 3, ink)
    for other in box.others:
        texts += _texts(f"↑ {other}", room, 11.5, 2, quiet, slanted=True)
    return [*texts, *tie] if box.above else texts


def _texts(  # noqa: PLR0913  (words and how they look)
    words: str,
    room: float,
    size: float,
    most: int,
    fill: str,
    *,
    bold: bool = False,
    slanted: bool = False,
) -> list[_Text]:
    lines = wrapped(words, room, size, most, BOLD if bold else 1.0)
    return [_Text(line, size, fill, bold, slanted) for line in lines]


def _high(texts: Iterable[_Text]) -> float:
    return round(sum(text.high for text in texts) + 2 * _INSIDE - 4)


def _draw_lines(body: ET.Element, picture: Picture, layout: Layout) -> None:
    """Draw the main lines along their corners, and the others dashed behind the boxes."""
    spots = layout.spots
    for line in picture.lines:
        if not line.main:
            low, up = spots[line.lower], spots[line.upper]
            begin, end = (low.middle, low.top), (up.middle, up.top + up.high)
            bend = max(abs(begin[1] - end[1]) / 2, 40)
            curve = f"M{_point(begin)}C{_point((begin[0], begin[1] - bend))} "
            curve += f"{_point((end[0], end[1] + bend))} {_point(end)}"
            path = _path(body, curve, {"stroke-dasharray": "5 4"})
            names = (picture.boxes[line.lower].name, line.words, picture.boxes[line.upper].name)
            ET.SubElement(path, "title").text = " ".join(names)
    for _, corners in layout.paths:
        _path(body, "M" + "L".join(map(_point, corners)), {"stroke-linejoin": "round"})


def _path(body: ET.Element, drawn: str, more: dict[str, str]) -> ET.Element:
    look = {"d": drawn, "fill": "none", "stroke": LINE, "stroke-width": "1.6", **more}
    return ET.SubElement(body, "path", look)


def _draw_box(body: ET.Element, box: Box, layout: Layout, texts: Sequence[_Text]) -> None:
    """Draw a box with its words; a task has a mark of its state at the left."""
    spot = layout.spots[box.key]
    where = f"translate({_number(spot.left)} {_number(spot.top)})"
    group = ET.SubElement(body, "g", {"transform": where, "data-key": printable(box.key)})
    ET.SubElement(group, "title").text = box.full
    size = {"width": _number(WIDE), "height": _number(spot.high)}
    look = {"rx": "5", "fill": _paper(box), "stroke": NAVY, "stroke-width": "1.4"}
    if box.state is not None:
        look |= {"rx": "0", "stroke": LOOKS[box.state].strong}
    elif not box.loaded:
        look["stroke-dasharray"] = "6 3"
    ET.SubElement(group, "rect", {**size, **look})
    left = _INSIDE
    if box.state is not None:
        mark = {"width": _number(_MARK), "height": size["height"], "fill": _mark(box.state)}
        ET.SubElement(group, "rect", mark)
        left += _MARK
    _write(group, texts, (left, _INSIDE - 2))


def _paper(box: Box) -> str:
    if box.asked:
        return NAVY
    if box.state is not None:
        return LOOKS[box.state].pale
    return CENTRAL if box.central else LOCAL


def _mark(state: State) -> str:
    return f"url(#chidao-{state})"


def _write(parent: ET.Element, texts: Iterable[_Text], start: Point) -> None:
    left, top = start
    for text in texts:
        top += text.high
        place = {"x": _number(left), "y": _number(top - text.high * 0.27)}
        look = {"font-size": _number(text.size), "fill": text.fill}
        if text.bold:
            look["font-weight"] = "bold"
        if text.slanted:
            look["font-style"] = "italic"
        ET.SubElement(parent, "text", {**place, **look}).text = text.words


class _Legend:
    """What the looks mean, of those that are in the picture; broken into rows that fit."""

    def __init__(self, picture: Picture, words: Words, room: float, scale: float) -> None:
        boxes = picture.boxes.values()
        states = {box.state for box in boxes}
        kinds = {(box.central, box.loaded) for box in boxes if box.state is None and not box.asked}
        swatches: list[tuple[dict[str, str], str]] = [({"fill": NAVY}, words("picture.asked"))]
        for central, fill in ((True, CENTRAL), (False, LOCAL)):
            if {(central, True), (central, False)} & kinds:
                name = "picture.central" if central else "picture.local"
                swatches.append(({"fill": fill, "stroke": NAVY}, words(name)))
        if {(True, False), (False, False)} & kinds:
            dashed = {"fill": PAPER, "stroke": NAVY, "stroke-dasharray": "4 2"}
            swatches.append((dashed, words("picture.unread")))
        for state, look in LOOKS.items():
            if state in states:
                told = words("picture.task", state=words.known(f"state.{state}"))
                swatches.append(({"fill": _mark(state), "stroke": look.strong}, told))
        self._scale = scale
        self._rows = list(_rows(swatches, room / scale))
        self._tie = words("picture.tie")
        self._room = room
        self.high = 26.0 * (len(self._rows) + 1) * scale

    def draw(self, svg: ET.Element, top: float) -> None:
        """Draw it from `top` on."""
        where = f"translate({_number(_MARGIN)} {_number(top)}) scale({self._scale:.3f})"
        legend = ET.SubElement(svg, "g", transform=where)
        rule = f"M0 -14h{_number(self._room / self._scale)}"
        ET.SubElement(legend, "path", d=rule, stroke=LINE, fill="none")
        top = 0
        for row in self._rows:
            left = 0.0
            for look, told in row:
                place = {"x": _number(left), "y": _number(top), "width": "26", "height": "16"}
                ET.SubElement(legend, "rect", {**place, **look})
                _write(legend, [_Text(told, 13, INK)], (left + 34, top - 1))
                left += _swatch(told)
            top += 26
        _write(legend, [_Text(self._tie, 13, QUIET, slanted=True)], (0, top - 1))


def _rows(
    swatches: Iterable[tuple[dict[str, str], str]], room: float
) -> Iterable[list[tuple[dict[str, str], str]]]:
    row: list[tuple[dict[str, str], str]] = []
    used = 0.0
    for swatch in swatches:
        if row and used + _swatch(swatch[1]) > room:
            yield row
            row, used = [], 0.0
        row.append(swatch)
        used += _swatch(swatch[1])
    yield row


def _swatch(told: str) -> float:
    return 34 + width(told, 13) + 26


def _point(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    """Return a number with as many figures as a picture needs."""
    return f"{value:.1f}".removesuffix(".0")
