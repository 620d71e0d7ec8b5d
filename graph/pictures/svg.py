"""A chain drawn in layers: the directives on top, the tasks at the bottom."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol
from xml.etree import ElementTree as ET

from graph.pictures.chain import Box, Chain, Line, Picture, Words, picture_of, printable
from graph.pictures.colours import CENTRAL, INK, LINE, LOCAL, LOOKS, NAVY, PAPER, QUIET
from graph.pictures.inscribed import Text, number, texts_of, write
from graph.pictures.layout import WIDE, Layout, Point, layout_of
from graph.pictures.legend import Legend, mark_of

_FONT: Final = "Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', sans-serif"
_MARGIN: Final = 36.0
_INSIDE: Final = 12.0
_MARK: Final = 12.0
_SHEET: Final = 1400.0
_LARGEST: Final = 2.5
"""From this width on the title and the legend grow with the picture, up to so many times."""
_LEAST: Final = 760.0
"""How wide a picture is at least, so that its legend has room."""
_REACH: Final = "14"
"""How wide the stroke around a line is that can be pointed at."""


class Links(Protocol):
    """Where a picture on a page leads to."""

    def of_box(self, key: str) -> str:
        """Return the address of a document or task."""

    def of_line(self, line: Line) -> str:
        """Return the address of the words that prove a hop."""


def chain_svg(chain: Chain, words: Words, links: Links | None = None) -> str:
    """Return the picture as SVG, for a page or a report; it holds no script and no style sheet.

    Each box has the key of its document or task as `data-key`, and all that is known in its title.
    With `links` its boxes and lines lead somewhere: it is a part of a page.
    """
    picture = picture_of(chain, words)
    ties = _ties(picture, links)
    lettered = {key: _lettered(box, words, ties) for key, box in picture.boxes.items()}
    heights = {key: _high(texts) for key, texts in lettered.items()}
    layout = layout_of(picture, heights)
    wide = max(layout.wide, _LEAST) + 2 * _MARGIN
    scale = min(max(wide / _SHEET, 1), _LARGEST)
    head = [] if links else _head(picture, wide - 2 * _MARGIN, scale)  # a page has its own
    top = _MARGIN + sum(text.high for text in head) + 24 * scale
    legend = Legend(picture, words, wide - 2 * _MARGIN, scale)
    high = top + layout.high + 34 * scale + legend.high + _MARGIN

    svg = _svg(picture, wide, high, "group" if links else "img")
    write(svg, head, (_MARGIN, _MARGIN))
    left = (wide - layout.wide) / 2
    body = ET.SubElement(svg, "g", transform=f"translate({number(left)} {number(top)})")
    _draw_lines(body, picture, layout, links)
    for key, box in picture.boxes.items():
        _draw_box(body, box, layout, lettered[key], links)
    legend.draw(svg, _MARGIN, top + layout.high + 34 * scale)
    ET.indent(svg, " ")
    return f"{ET.tostring(svg, encoding='unicode')}\n"


def _svg(picture: Picture, wide: float, high: float, role: str) -> ET.Element:
    size = {"width": number(wide), "height": number(high)}
    box = f"0 0 {number(wide)} {number(high)}"
    names = {"xmlns": "http://www.w3.org/2000/svg", "role": role, "font-family": _FONT}
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


def _head(picture: Picture, room: float, scale: float) -> list[Text]:
    """Return the title, what it is about, the day, and that it was cut."""
    large, small = 22 * scale, 14 * scale
    texts = texts_of(picture.title, room, large, 2, NAVY, bold=True)
    for note in picture.notes:
        texts += texts_of(note, room, small, 2, QUIET)
    return texts + texts_of(picture.cut, room, small, 2, INK, bold=True)


def _ties(picture: Picture, links: Links | None) -> dict[tuple[str, str], str]:
    """Return where the words on a box lead that tell of a line; by its key and those words."""
    if links is None:
        return {}
    return {
        (line.far, line.words)
        if line.main
        else (line.lower, f"{line.words}: {picture.boxes[line.upper].name}"): links.of_line(line)
        for line in picture.lines
    }


def _lettered(box: Box, words: Words, ties: Mapping[tuple[str, str], str]) -> list[Text]:
    """Return the lines of a box."""
    room = WIDE - 2 * _INSIDE - (_MARK if box.state else 0)
    ink, quiet = (PAPER, PAPER) if box.asked else (INK, QUIET)
    tie: list[Text] = []
    if box.tie:
        link = ties.get((box.key, box.tie), "")
        tie = texts_of(f"↑ {box.tie}", room, 11.5, 1, QUIET, slanted=True, link=link)
    texts = [] if box.above else tie
    if box.state is not None:
        state = words.known(f"state.{box.state}")
        texts += texts_of(f"{box.name} · {state}", room, 13, 2, INK, bold=True)
        texts += texts_of(box.about, room, 12.5, 4, ink)
        texts += texts_of(box.note, room, 11.5, 2, quiet)
    else:
        texts += texts_of(box.name, room, 14, 3, ink, bold=True)
        texts += texts_of(box.note, room, 11.5, 2, quiet)
        texts += texts_of(box.about, room, 12.5, 3, ink)
    for other in box.others:
        link = ties.get((box.key, other), "")
        texts += texts_of(f"↑ {other}", room, 11.5, 2, quiet, slanted=True, link=link)
    return [*texts, *tie] if box.above else texts


def _high(texts: Iterable[Text]) -> float:
    return round(sum(text.high for text in texts) + 2 * _INSIDE - 4)


def _draw_lines(body: ET.Element, picture: Picture, layout: Layout, links: Links | None) -> None:
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
            ET.SubElement(path, "title").text = _told(line, picture)
            _make_link(body, line, picture, curve, links)
    for line, corners in layout.paths:
        _path(body, "M" + "L".join(map(_point, corners)), {"stroke-linejoin": "round"})
        _make_link(body, line, picture, "M" + "L".join(map(_point, corners[-2:])), links)


def _told(line: Line, picture: Picture) -> str:
    """Return a line in words: what stands below, how, and what stands above."""
    return f"{picture.boxes[line.lower].name} {line.words} {picture.boxes[line.upper].name}"


def _make_link(
    body: ET.Element, line: Line, picture: Picture, drawn: str, links: Links | None
) -> None:
    """Let the part of a line that is its own be clicked; by keyboard the words on its box are."""
    if links is None:
        return
    quiet = {"tabindex": "-1", "aria-hidden": "true"}
    link = ET.SubElement(body, "a", {"href": links.of_line(line), "class": "line", **quiet})
    quote = printable(line.hop.quote)
    ET.SubElement(link, "title").text = f"{_told(line, picture)}: “{quote}”"
    _path(link, drawn, {"stroke": "transparent", "stroke-width": _REACH})


def _path(body: ET.Element, drawn: str, more: dict[str, str]) -> ET.Element:
    look = {"d": drawn, "fill": "none", "stroke": LINE, "stroke-width": "1.6", **more}
    return ET.SubElement(body, "path", look)


def _draw_box(
    body: ET.Element, box: Box, layout: Layout, texts: Sequence[Text], links: Links | None
) -> None:
    """Draw a box with its words; a task has a mark of its state at the left."""
    spot = layout.spots[box.key]
    where = f"translate({number(spot.left)} {number(spot.top)})"
    group = ET.SubElement(body, "g", {"transform": where, "data-key": printable(box.key)})
    if box.asked:
        group.set("data-asked", "true")
    inner = ET.SubElement(group, "a", href=links.of_box(box.key)) if links else group
    ET.SubElement(inner, "title").text = box.full
    size = {"width": number(WIDE), "height": number(spot.high)}
    look = {"rx": "5", "fill": _paper(box), "stroke": NAVY, "stroke-width": "1.4"}
    if box.state is not None:
        look |= {"rx": "0", "stroke": LOOKS[box.state].strong}
    elif not box.loaded:
        look["stroke-dasharray"] = "6 3"
    ET.SubElement(inner, "rect", {**size, **look})
    left = _INSIDE
    if box.state is not None:
        mark = {"width": number(_MARK), "height": size["height"], "fill": mark_of(box.state)}
        ET.SubElement(inner, "rect", mark)
        left += _MARK
    write(inner, texts, (left, _INSIDE - 2), group)


def _paper(box: Box) -> str:
    if box.asked:
        return NAVY
    if box.state is not None:
        return LOOKS[box.state].pale
    return CENTRAL if box.central else LOCAL


def _point(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
