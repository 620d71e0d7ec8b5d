"""The paragraphs and tables of a Word body, cell or text box, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from loaders.formats.docx_numbers import Numbering
from loaders.formats.docx_pieces import Line, Piece, trimmed_end
from loaders.formats.docx_tables import table_lines
from loaders.formats.docx_words import mark_is_deleted, words
from loaders.formats.guard import Guard

_PARAGRAPH: Final = qn("w:p")
_TABLE: Final = qn("w:tbl")
_MARKUP: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WRAPPERS: Final = frozenset(
    {
        qn("w:sdt"),
        qn("w:sdtContent"),
        qn("w:customXml"),
        qn("w:ins"),
        qn("w:moveTo"),
        f"{_MARKUP}AlternateContent",
        f"{_MARKUP}Choice",
    }
)


@dataclass(frozen=True, slots=True)
class Blocks:
    """Reads blocks one after the other; `numbering` counts on from each to the next."""

    numbering: Numbering
    guard: Guard

    def lines(self, container: BaseOxmlElement) -> list[Line]:
        """Return a line for each paragraph, table row and paragraph of a text box.

        A text box stands after the paragraph that it is anchored in.
        """
        found: list[Line] = []
        joined: Line = ()
        for block in unwrapped(container):
            self.guard.check_time()
            if block.tag == _TABLE:
                found.extend(table_lines(block, self.lines, unwrapped))
            elif block.tag == _PARAGRAPH and mark_is_deleted(block):
                joined += words(block)[0]
            elif block.tag == _PARAGRAPH:
                found.extend(self._paragraph(block, joined))
                joined = ()
        return [*found, joined] if joined else found

    def _paragraph(self, paragraph: BaseOxmlElement, joined: Line) -> Iterator[Line]:
        text, boxes = words(paragraph)
        label = self.numbering.label(paragraph)
        yield trimmed_end((Piece(f"{label} "), *joined, *text)) if label else joined + text
        for box in boxes:
            yield from self.lines(box)


def unwrapped(container: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Give the children, those of content controls and the like in their place."""
    for child in container:
        if child.tag in _WRAPPERS:
            yield from unwrapped(child)
        else:
            yield child
