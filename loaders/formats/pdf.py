"""PDF files: the text layer page by page, ruled tables as rows.

Lines of a page end in a line feed, and a form feed stands between two pages. A row that a page
break cuts stays two rows.
"""

import io
import logging
from itertools import islice
from typing import Final

from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from loaders.formats.guard import Guard, Refusal, RefusedError
from loaders.formats.pdf_pages import PageText, page_text
from loaders.formats.unpacking import check_streams

_FEW: Final = 20  # a page with fewer characters and a picture is a picture of a page
_GLYPH: Final = "(cid:"  # what stands for a glyph of which the file does not say the letter
_GLYPH_SIZE: Final = 7
_SILENCE: Final = logging.NullHandler()


def read(data: bytes, guard: Guard) -> str:
    """Return the text of all pages in order.

    Raises `RefusedError` for a file that is locked, damaged, too long, or has no text to read.
    """
    for library in ("pdfminer", "pdfplumber"):  # the oddities of a file are no news to the user
        logging.getLogger(library).addHandler(_SILENCE)
    check_streams(data, guard)
    try:
        pages = _pages(data, guard)
    except RefusedError:
        raise
    except Exception as error:  # a damaged file breaks the parser in any way
        if _is_locked(error):
            raise _locked(guard) from error
        raise _damaged(guard) from error
    _check_seen(pages, guard)
    return "\f".join(page.text for page in pages)


def _pages(data: bytes, guard: Guard) -> list[PageText]:
    pdf = PDF(io.BytesIO(data), stream_is_external=True)
    _check_count(pdf, guard)
    read: list[PageText] = []
    for number, page in enumerate(pdf.pages, start=1):
        guard.check_time()
        try:
            read.append(page_text(page, read[-1] if read else None))
        except Exception as error:  # as above, but now the place is known
            raise _damaged(guard, place=f"trang {number}") from error
        page.close()
    if not read:
        raise _damaged(guard)
    return read


def _check_count(pdf: PDF, guard: Guard) -> None:
    most = guard.limits.pages
    if sum(1 for _ in islice(PDFPage.create_pages(pdf.doc), most + 1)) > most:
        raise guard.refusal(
            Refusal.TOO_MANY_PAGES, f"tệp dài hơn {most:,} trang", "Hãy tách thành nhiều tệp"
        )


def _check_seen(pages: list[PageText], guard: Guard) -> None:
    """Refuse pictures of text, and text of which the letters are not known."""
    scans = [at for at, page in enumerate(pages, 1) if page.pictures and _letters(page) < _FEW]
    if len(scans) * 2 > len(pages):
        raise guard.refusal(
            Refusal.SCAN,
            "đây là bản chụp (scan), không có lớp chữ để đọc",
            "Hãy dùng bản gốc .docx hoặc PDF xuất từ Word, hoặc nhận dạng chữ (OCR) trước",
            place=f"trang {scans[0]}",
        )
    text = "".join(page.text for page in pages)
    if text.count(_GLYPH) * _GLYPH_SIZE * 2 > len(text):
        raise guard.refusal(
            Refusal.GLYPHS,
            "phông chữ trong tệp không cho biết chữ nào là chữ nào",
            "Hãy dùng bản gốc .docx, hoặc xuất lại PDF với phông Unicode",
        )


def _letters(page: PageText) -> int:
    return len("".join(page.text.split()))


def _is_locked(error: Exception) -> bool:
    return isinstance(error, PdfminerException) and any(
        isinstance(reason, PDFPasswordIncorrect) for reason in error.args
    )


def _locked(guard: Guard) -> RefusedError:
    return guard.refusal(
        Refusal.ENCRYPTED,
        "tệp PDF được đặt mật khẩu",
        "Hãy mở bằng mật khẩu rồi lưu một bản không có mật khẩu",
    )


def _damaged(guard: Guard, place: str = "") -> RefusedError:
    return guard.refusal(
        Refusal.DAMAGED,
        "tệp PDF bị hỏng hoặc tải chưa xong",
        "Hãy tải lại tệp, hoặc mở và in lại ra PDF",
        place,
    )
