"""What the looks of a picture mean: swatches of those that are in it."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from graph.answer_types import State
from graph.pictures.chain import Picture, Words
from graph.pictures.colours import CENTRAL, INK, LINE, LOCAL, LOOKS, NAVY, PAPER, QUIET
from graph.pictures.inscribed import Text, number, write
from graph.pictures.lettering import width


class Legend:
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
                swatches.append(({"fill": mark_of(state), "stroke": look.strong}, told))
        self._scale = scale
        self._rows = list(_rows(swatches, room / scale))
        self._tie = words("picture.tie")
        self._room = room
        self.high = 26.0 * (len(self._rows) + 1) * scale

    def draw(self, svg: ET.Element, left: float, top: float) -> None:
        """Draw it from `left` and `top` on."""
        where = f"translate({number(left)} {number(top)}) scale({self._scale:.3f})"
        legend = ET.SubElement(svg, "g", transform=where)
        rule = f"M0 -14h{number(self._room / self._scale)}"
        ET.SubElement(legend, "path", d=rule, stroke=LINE, fill="none")
        top = 0
        for row in self._rows:
            left = 0.0
            for look, told in row:
                place = {"x": number(left), "y": number(top), "width": "26", "height": "16"}
                ET.SubElement(legend, "rect", {**place, **look})
                write(legend, [Text(told, 13, INK)], (left + 34, top - 1))
                left += _swatch(told)
            top += 26
        write(legend, [Text(self._tie, 13, QUIET, slanted=True)], (0, top - 1))


def mark_of(state: State) -> str:
    """Return what the mark of a state is filled with, which the picture defines."""
    return f"url(#chidao-{state})"


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
