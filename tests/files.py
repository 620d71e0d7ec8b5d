"""Real files for tests: Word and PDF documents made of what a test says."""

import io
import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Final

import docx
from docx.document import Document
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.table import Table
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

_LETTERS: Final = (
    "ảãạằẳẵắặầẩẫấậẻẽẹềểễếệỉĩịỏọồổỗốộờởỡớợủũụừửữứựỳỷỹỵăđơư"
    "ẢÃẠẰẲẴẮẶẦẨẪẤẬẺẼẸỀỂỄẾỆỈĨỊỎỌỒỔỖỐỘỜỞỠỚỢỦŨỤỪỬỮỨỰỲỶỸỴĂĐƠƯ"
)
_HEIGHT: Final = 842.0
SIZE: Final = 13


def word(*paragraphs: str, build: Callable[[Document], None] | None = None) -> bytes:
    """Return a Word file with the paragraphs, and then with what `build` adds."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if build is not None:
        build(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word_body(xml: str) -> bytes:
    """Return a Word file whose body is the XML."""
    return word(build=lambda document: add_xml(document, xml))


def add_xml(document: Document, xml: str) -> None:
    """Add blocks, written as in `word/document.xml`, at the end of the body."""
    names = nsdecls("w", "wp", "a", "r") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    body: Any = document.element.body
    for block in list(parse_xml(f"<w:body {names}>{xml}</w:body>")):
        body.insert(len(body) - 1, block)


def fill(table: Table, rows: Iterable[Iterable[str]]) -> None:
    """Write texts into the cells of a Word table; a line feed begins a paragraph."""
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            first, *others = text.split("\n")
            cell.paragraphs[0].text = first
            for other in others:
                cell.add_paragraph(other)


def define_lists(document: Document, abstracts: str, nums: str) -> None:
    """Replace the list definitions of a document: `w:abstractNum` and `w:num` elements."""
    root: Any = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for child in list(parse_xml(f"<w:numbering {nsdecls('w')}>{abstracts}{nums}</w:numbering>")):
        root.append(child)


def add_styles(document: Document, xml: str) -> None:
    """Add `w:style` elements to a document."""
    root: Any = document.styles.element
    for style in list(parse_xml(f"<w:styles {nsdecls('w')}>{xml}</w:styles>")):
        root.append(style)


def level(at: int, text: str, style: str = "decimal", more: str = "") -> str:
    """Return the definition of one level of a list, which starts at 1."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def item(text: str, at: int = 0, of: int = 1) -> str:
    """Return a paragraph that is numbered by itself."""
    numbered = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{of}"/></w:numPr>'
    return f"<w:p><w:pPr>{numbered}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return the archive with one part put in place of another of that name, or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part), zipfile.ZIP_DEFLATED)
        new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def pdf(*pages: Callable[["Paper"], None], lock: str = "") -> bytes:
    """Return a PDF file, each page drawn by a function; `lock` is the password to open it."""
    encrypt = StandardEncryption(lock, canPrint=1) if lock else None
    file = io.BytesIO()
    canvas = Canvas(file, invariant=True, encrypt=encrypt, pageCompression=1)
    for draw in pages:
        draw(Paper(canvas))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(*texts: str) -> Callable[["Paper"], None]:
    """Return a page with the texts one under the other."""

    def draw(paper: Paper) -> None:
        for at, text in enumerate(texts):
            paper.write(72, 72 + 20 * at, text)

    return draw


class Paper:
    """A page to draw on, measured in points from the top left."""

    def __init__(self, canvas: Any) -> None:  # noqa: ANN401  (reportlab is untyped)
        self._canvas = canvas

    def write(self, x: float, y: float, text: str, size: int = SIZE) -> None:
        """Write a line of text."""
        self._canvas.setFont(_font(), size)
        self._canvas.drawString(x, _HEIGHT - y, text)

    def table(self, x: float, y: float, widths: list[int], rows: list[list[str]]) -> float:
        """Draw a ruled table with rows as high as they need, and return where it ends."""
        edges = [x + sum(widths[:n]) for n in range(len(widths) + 1)]
        self._rule(edges[0], y, edges[-1], y)
        for row in rows:
            end = y + 8 + 16 * max(text.count("\n") + 1 for text in row)
            for left, text in zip(edges, row, strict=False):
                for at, line in enumerate(text.split("\n")):
                    self.write(left + 4, y + 16 * (at + 1), line)
            for edge in edges:
                self._rule(edge, y, edge, end)
            self._rule(edges[0], end, edges[-1], end)
            y = end
        return y

    def picture(self) -> None:
        """Fill the page with a picture."""
        # Two grey pixels, as the smallest picture that a reader accepts.
        image = ImageReader(io.BytesIO(b"P5 2 1 255 \x80\x90"))
        self._canvas.drawImage(image, 0, 0, 595, _HEIGHT)

    def _rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._canvas.line(x0, _HEIGHT - y0, x1, _HEIGHT - y1)


@cache
def _font() -> str:
    """Register a font whose text layer has the Vietnamese letters, though it draws an `n` for each.

    No font that comes with the library has the letters; what a reader of the text layer gets does
    not depend on the drawing.
    """
    font = TTFont("Letters", "Vera.ttf")
    glyphs, widths = font.face.charToGlyph, font.face.charWidths
    for letter in map(ord, _LETTERS):
        glyphs.setdefault(letter, glyphs[ord("n")])
        widths.setdefault(letter, widths[ord("n")])
    pdfmetrics.registerFont(font)
    return "Letters"
