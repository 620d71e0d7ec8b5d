"""The runs of a Word file, parted where places of its text begin and end."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from loaders.formats.docx_pieces import Line
from ontology.facts import Span

RUN: Final = qn("w:r")
TEXT: Final = qn("w:t")
PROPERTIES: Final = qn("w:rPr")
BOX: Final = qn("w:txbxContent")
PARAGRAPH: Final = qn("w:p")
_CONTAINERS: Final = (qn("w:tc"), BOX, qn("w:body"))
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Atom:
    """Letters of the text, from `start` up to `end`, that one element of a run holds."""

    start: int
    end: int
    node: BaseOxmlElement

    @property
    def run(self) -> BaseOxmlElement:
        """The run that it stands in."""
        found: BaseOxmlElement = self.node.getparent()
        return found


class Runs:
    """What the text of an opened file is made of; afterwards every span is of whole runs."""

    def __init__(self, pieces: Line, spans: Iterable[Span]) -> None:
        spans = tuple(spans)
        edges = sorted({edge for span in spans for edge in (span.start, span.end)})
        self._atoms = _cut(pieces, edges)
        self._starts = [atom.start for atom in self._atoms]
        places = {atom.node: atom.start for atom in self._atoms}
        touched = {atom.run: None for span in spans for atom in self.within(span)}
        for run in touched:
            _part(run, places, set(edges))

    def within(self, span: Span) -> Sequence[Atom]:
        """Return what a span is made of, nothing where only marks between lines are in it."""
        first = bisect_left(self._starts, span.start)
        return self._atoms[first : bisect_left(self._starts, span.end)]

    def around(self, span: Span) -> tuple[BaseOxmlElement, BaseOxmlElement] | None:
        """Return the first and the last run on which a comment on a span can be put.

        A span without letters has the run before it, or else the first. A comment ends with the
        table cell that it begins in. None for a file without runs.
        """
        found = self.within(span) or self._near(span.start)
        if not found:
            return None
        home = _container(found[0].node)
        runs = [_outside(atom.run) for atom in found if _container(atom.node) is home]
        return runs[0], runs[-1]

    def _near(self, place: int) -> Sequence[Atom]:
        before = max(bisect_right(self._starts, place) - 1, 0)
        return self._atoms[before : before + 1]


def _cut(pieces: Line, edges: list[int]) -> list[Atom]:
    """Part the texts of a file at the edges, and return all of them in the order of the text."""
    atoms: list[Atom] = []
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        node = piece.node
        if node is not None and start < end and node.getparent().tag == RUN:
            inner = edges[bisect_right(edges, start) : bisect_left(edges, end)]
            atoms.extend(_texts(node, start, end, inner))
        start = end
    return atoms


def _texts(node: BaseOxmlElement, start: int, end: int, inner: list[int]) -> Iterable[Atom]:
    """Part one text at edges inside it."""
    for edge in inner:
        rest = deepcopy(node)
        rest.text, node.text = node.text[edge - start :], node.text[: edge - start]
        for half in (node, rest):
            half.set(_SPACE, "preserve")
        node.addnext(rest)
        yield Atom(start, edge, node)
        start, node = edge, rest
    yield Atom(start, end, node)


def _part(run: BaseOxmlElement, places: Mapping[BaseOxmlElement, int], edges: set[int]) -> None:
    """Part a run before each text that begins at an edge, and around all that is no text."""
    was_text: bool | None = None
    for child in [one for one in run if one.tag != PROPERTIES]:
        is_text = child in places
        if was_text is not None and (is_text != was_text or places.get(child) in edges):
            _split(child)
        was_text = is_text


def _split(child: BaseOxmlElement) -> None:
    """Move a child of a run, and all after it, into a run of the same looks."""
    run = child.getparent()
    looks = run.find(PROPERTIES)
    rest = run.makeelement(run.tag, dict(run.attrib))
    if looks is not None:
        rest.append(deepcopy(looks))
    rest.extend([child, *child.itersiblings()])
    run.addnext(rest)


def _container(node: BaseOxmlElement) -> BaseOxmlElement:
    """Return the table cell, text box or body that an element stands in."""
    found: BaseOxmlElement = next(node.iterancestors(*_CONTAINERS))
    return found


def _outside(run: BaseOxmlElement) -> BaseOxmlElement:
    """Return a run, or the one that holds the outermost text box around it."""
    found, is_boxed = run, False
    for above in run.iterancestors():
        if above.tag == BOX:
            is_boxed = True
        elif is_boxed and above.tag == RUN:
            found, is_boxed = above, False
    return found
