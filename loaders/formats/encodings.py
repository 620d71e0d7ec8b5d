"""From bytes to text: UTF-8 and UTF-16, and nothing that would have to be guessed."""

import codecs
from typing import Final

from loaders.formats.guard import Guard, Refusal, RefusedError

_WAY_OUT: Final = "Hãy mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8"
# The marks of UTF-32 begin with those of UTF-16, so they stand first.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, None),
    (codecs.BOM_UTF32_BE, None),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 65_536
_CLEAR: Final = 0.3  # of all letters; in Vietnamese UTF-16 some three in four have a zero byte


def decode(data: bytes, guard: Guard) -> str:
    """Return the text without its byte order mark, its line breaks as they are.

    Refused are other encodings, with the first byte that does not fit, and NUL characters, which no
    text has.
    """
    mark, encoding = _marked(data)
    if encoding is None:
        raise guard.refusal(Refusal.ENCODING, "tệp dùng bảng mã UTF-32, không đọc được", _WAY_OUT)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _misfit(data, len(mark), encoding, error.start, guard) from None
    place = text.find("\0")
    if place >= 0:
        raise _binary(text, place, guard)
    return text


def _marked(data: bytes) -> tuple[bytes, str | None]:
    """Return the byte order mark and the encoding that it, or the look of the bytes, says."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    return b"", _unmarked(data)


def _unmarked(data: bytes) -> str:
    """Tell UTF-16 by its zero bytes: blanks and digits have one each, always on the same side."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    clear = max(even, odd) * 2 > len(sample) * _CLEAR and max(even, odd) > 2 * min(even, odd)
    if len(data) % 2 or not clear:
        return "utf-8"
    return "utf-16-le" if odd > even else "utf-16-be"


def _misfit(data: bytes, mark: int, encoding: str, start: int, guard: Guard) -> RefusedError:
    before = data[mark : mark + start].decode(encoding, errors="replace")
    if b"\0" in data and encoding == "utf-8":
        return _binary(before, len(before), guard)
    offset = mark + start
    return guard.refusal(
        Refusal.ENCODING,
        f"byte 0x{data[offset]:02X} không hợp với bảng mã {encoding.upper()}",
        f"{_WAY_OUT} (các bảng mã cũ như TCVN3, VNI phải được chuyển sang Unicode)",
        place=f"dòng {_line(before)}, byte thứ {offset}",
    )


def _binary(text: str, place: int, guard: Guard) -> RefusedError:
    return guard.refusal(
        Refusal.BINARY,
        "đây không phải tệp văn bản (có ký tự NUL)",
        "Hãy lưu văn bản dưới dạng .docx, .pdf hoặc .txt",
        place=f"dòng {_line(text[:place])}",
    )


def _line(before: str) -> int:
    return before.count("\n") + 1
