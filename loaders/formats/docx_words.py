"""The words of one Word paragraph as they are seen: insertions yes, deletions no."""

from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from loaders.formats.docx_pieces import Line, Piece

_TEXT: Final = qn("w:t")
_RUN: Final = qn("w:r")
_BOX: Final = qn("w:txbxContent")
_MARKS: Final = {
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:tab"): " ",
    qn("w:ptab"): " ",
    qn("w:noBreakHyphen"): "-",
}
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN: Final = frozenset(
    {qn("w:pPr"), qn("w:rPr"), qn("w:del"), qn("w:moveFrom"), qn("w:rt"), _FALLBACK}
)
_HIDDEN: Final = qn("w:vanish")
_PROPERTIES: Final = qn("w:rPr")
_VALUE: Final = qn("w:val")
_FALSE: Final = frozenset({"0", "false", "off"})
_BLANKS: Final = str.maketrans(dict.fromkeys("\t\r\n", " "))


def words(paragraph: BaseOxmlElement) -> tuple[Line, tuple[BaseOxmlElement, ...]]:
    """Return the text, soft line breaks as line feeds, and the text boxes anchored in it."""
    out: list[Piece] = []
    boxes: list[BaseOxmlElement] = []
    _walk(paragraph, out, boxes)
    return tuple(out), tuple(boxes)


def mark_is_deleted(paragraph: BaseOxmlElement) -> bool:
    """Tell whether a tracked change joins the paragraph to the next."""
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}")
    return found is not None


def _walk(node: BaseOxmlElement, out: list[Piece], boxes: list[BaseOxmlElement]) -> None:
    for child in node:
        tag = child.tag
        if tag == _TEXT:
            out.append(Piece((child.text or "").translate(_BLANKS), child))
        elif tag in _MARKS:
            out.append(Piece(_MARKS[tag], child))
        elif tag == _BOX:
            boxes.append(child)
        elif tag not in _UNSEEN and not (tag == _RUN and _is_hidden(child)):
            _walk(child, out, boxes)


def _is_hidden(run: BaseOxmlElement) -> bool:
    found = run.find(f"{_PROPERTIES}/{_HIDDEN}")
    return found is not None and found.get(_VALUE) not in _FALSE
