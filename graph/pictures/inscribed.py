"""Words in a picture: lines in letters of a size, some of which lead somewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from graph.pictures.layout import Point
from graph.pictures.lettering import BOLD, wrapped


@dataclass(frozen=True, slots=True)
class Text:
    """A line of words in a box: its letters' size and colour, and how; and where it leads to."""

    words: str
    size: float
    fill: str
    bold: bool = False
    slanted: bool = False
    link: str = ""

    @property
    def high(self) -> float:
        """How much room it takes, from line to line."""
        return self.size * 1.34


def texts_of(  # noqa: PLR0913  (words and how they look)
    words: str,
    room: float,
    size: float,
    most: int,
    fill: str,
    *,
    bold: bool = False,
    slanted: bool = False,
    link: str = "",
) -> list[Text]:
    """Return words broken into lines of a room, `most` of them."""
    lines = wrapped(words, room, size, most, BOLD if bold else 1.0)
    return [Text(line, size, fill, bold, slanted, link) for line in lines]


def write(
    parent: ET.Element, texts: Iterable[Text], start: Point, around: ET.Element | None = None
) -> None:
    """Write lines under each other; those that lead somewhere as links of their own in `around`."""
    left, top = start
    link: ET.Element | None = None
    for text in texts:
        top += text.high
        place = {"x": number(left), "y": number(top - text.high * 0.27)}
        look = {"font-size": number(text.size), "fill": text.fill}
        if text.bold:
            look["font-weight"] = "bold"
        if text.slanted:
            look["font-style"] = "italic"
        inside = parent
        if text.link and around is not None:
            if link is None or link.get("href") != text.link:
                link = ET.SubElement(around, "a", {"href": text.link, "class": "tie"})
            inside, look["text-decoration"] = link, "underline"
        ET.SubElement(inside, "text", {**place, **look}).text = text.words


def number(value: float) -> str:
    """Return a number with as many figures as a picture needs."""
    return f"{value:.1f}".removesuffix(".0")
