"""A chain as one page that opens without a network: boxes to be moved, words to be pointed at."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pyvis
from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from pyvis.network import Network

from graph.pictures.chain import Box, Chain, Picture, Words, picture_of
from graph.pictures.colours import CENTRAL, INK, LINE, LOCAL, LOOKS, NAVY, PAPER
from graph.pictures.layout import WIDE, layout_of
from graph.pictures.lettering import wrapped

_SIZE: Final = 14
_ROW: Final = 19
_ROOM: Final = WIDE - 40
"""How wide the words on a box are; it gets a margin, and must not break its lines again."""
_OPTIONS: Final = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "keyboard": True, "navigationButtons": True},
    "edges": {"smooth": False, "color": LINE, "arrows": "to"},
    "nodes": {"shape": "box", "margin": 8},
}


def chain_page(chain: Chain, words: Words, language: str = "vi") -> str:
    """Return the page. It holds all that it needs, and forbids the browser to fetch anything.

    The template is our own: the one that comes with pyvis asks a server for a style sheet.
    """
    picture = picture_of(chain, words)
    labels = {key: _label(box, words) for key, box in picture.boxes.items()}
    layout = layout_of(picture, {key: len(lines) * _ROW + 20 for key, lines in labels.items()})
    network = Network(directed=True, cdn_resources="in_line", heading=picture.title)
    for key, box in picture.boxes.items():
        spot = layout.spots[key]
        where = {"x": round(spot.middle), "y": round(spot.top + spot.high / 2)}
        network.add_node(key, "\n".join(labels[key]), title=box.full, **where, **_look(box))
    for line in picture.lines:
        network.add_edge(line.lower, line.upper, title=line.words, dashes=not line.main)
    network.set_options(json.dumps(_OPTIONS))
    network.path = "chain.html"
    network.templateEnv = _environment(picture, words, language)
    page: str = network.generate_html()
    return page


def _environment(picture: Picture, words: Words, language: str) -> Environment:
    """Return what the template is filled with besides the graph; whatever is a word is escaped."""
    folders = (Path(__file__).parent, Path(pyvis.__file__).parent / "templates")
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]), autoescape=True
    )
    notes = [note for note in (*picture.notes, picture.cut) if note]
    looks = list(_looks(picture, words))
    environment.globals |= {"language": language, "notes": notes, "looks": looks}
    return environment


def _label(box: Box, words: Words) -> list[str]:
    """Return the lines on a box; a state is told in words, its colour is only a help."""
    state = f" · {words.known(f'state.{box.state}')}" if box.state else ""
    return wrapped(f"{box.name}{state}", _ROOM, _SIZE, 2) + wrapped(box.about, _ROOM, _SIZE, 3)


def _look(box: Box) -> dict[str, Any]:
    """Return how a box is drawn, in the terms of vis-network."""
    paper = CENTRAL if box.central else LOCAL
    ink, line = INK, NAVY
    if box.asked:
        paper, ink = NAVY, PAPER
    elif box.state is not None:
        paper, line = LOOKS[box.state].pale, LOOKS[box.state].strong
    return {
        "shape": "box",
        "color": {"background": paper, "border": line, "highlight": {"background": paper}},
        "font": {"color": ink, "size": _SIZE, "face": "Arial, DejaVu Sans, sans-serif"},
        "borderWidth": 2,
        "shapeProperties": {"borderDashes": not box.loaded and not box.asked},
        "widthConstraint": {"minimum": _ROOM},
    }


def _looks(picture: Picture, words: Words) -> Iterator[dict[str, str]]:
    """Give what the colours mean, of those that are there."""
    boxes = picture.boxes.values()
    yield {"fill": NAVY, "line": NAVY, "words": words("picture.asked")}
    for central, fill, key in ((True, CENTRAL, "central"), (False, LOCAL, "local")):
        if any(box.central == central and not box.state and not box.asked for box in boxes):
            yield {"fill": fill, "line": NAVY, "words": words(f"picture.{key}")}
    for state, look in LOOKS.items():
        if any(box.state == state for box in boxes):
            told = words("picture.task", state=words.known(f"state.{state}"))
            yield {"fill": look.pale, "line": look.strong, "words": told}
