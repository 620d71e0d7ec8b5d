"""Word files: the text of the body in reading order, with the numbers that Word prints.

Headers, footers, page numbers, comments, footnotes and endnotes with their marks are left out; so
is what tracked changes delete and what is formatted as hidden.
"""

import io
import zipfile
from dataclasses import dataclass
from typing import Final

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.xmlchemy import BaseOxmlElement

from loaders.formats.docx_blocks import Blocks
from loaders.formats.docx_numbers import Numbering
from loaders.formats.docx_pieces import Line, joined, plain
from loaders.formats.guard import Guard, Refusal, RefusedError
from loaders.formats.unpacking import repack

_DOCTYPE: Final = b"<!DOCTYPE"


@dataclass(frozen=True, slots=True)
class Traced:
    """An opened Word file, and its text as pieces that lead back to the elements that hold them."""

    document: Document
    pieces: Line


def read(data: bytes, guard: Guard) -> str:
    """Return the paragraphs and tables of the body, one paragraph or table row a line.

    Raises `RefusedError` for a file that is damaged, is no Word file, or unpacks beyond the limits.
    """
    return plain(trace(data, guard).pieces)


def trace(data: bytes, guard: Guard) -> Traced:
    """Return what `read` returns, with where each letter stands; raises what it raises."""
    try:
        archive = repack(data, guard)
        _check_parts(archive, guard)
        return _traced(archive, guard)
    except RefusedError:
        raise
    except Exception as error:  # a damaged file breaks the parser in any way
        raise _damaged(guard) from error


def _traced(archive: io.BytesIO, guard: Guard) -> Traced:
    document = docx.Document(archive)
    related = {
        relation.reltype: relation.target_part.element
        for relation in document.part.rels.values()
        if not relation.is_external and isinstance(relation.target_part, XmlPart)
    }
    numbering: BaseOxmlElement | None = related.get(RELATIONSHIP_TYPE.NUMBERING)
    styles: BaseOxmlElement | None = related.get(RELATIONSHIP_TYPE.STYLES)
    blocks = Blocks(Numbering(numbering, styles), guard)
    return Traced(document, joined("\n", [*blocks.lines(document.element.body), ()]))


def _check_parts(archive: io.BytesIO, guard: Guard) -> None:
    """Refuse archives that are no Word file, and declarations of entities, which none may have."""
    with zipfile.ZipFile(archive) as parts:
        names = parts.namelist()
        if not any(name.startswith("word/") for name in names):
            raise guard.refusal(
                Refusal.WRONG_FORMAT,
                "đuôi tệp là .docx nhưng nội dung không phải văn bản Word",
                "Hãy mở tệp bằng Word và lưu thành .docx",
            )
        for name in names:
            guard.check_time()
            xml = name.lower().endswith((".xml", ".rels"))
            if xml and _DOCTYPE in parts.read(name).replace(b"\0", b""):
                raise _damaged(guard, place=f"phần “{name}”")
    archive.seek(0)


def _damaged(guard: Guard, place: str = "") -> RefusedError:
    return guard.refusal(
        Refusal.DAMAGED,
        "tệp Word bị hỏng hoặc không đúng chuẩn",
        "Hãy mở bằng Word (chọn Open and Repair nếu cần) và lưu lại thành .docx",
        place,
    )
