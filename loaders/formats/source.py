"""Which file is read by which format, and the checks that hold for all of them."""

import hashlib
import importlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from loaders.formats.guard import (
    DEFAULT_LIMITS,
    Guard,
    Limits,
    Refusal,
    RefusedError,
    check_secrecy,
    guarded,
)
from ontology.facts import Source

READER_VERSION: Final = 1
"""Rises when a reader gives another text for the same bytes: what it read is then read anew."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: its name, its module, and the bytes that its files begin with, if any."""

    format: str
    module: str
    magic: bytes = b""

    def read(self, data: bytes, guard: Guard) -> str:
        """Return the text of the bytes. The module is imported only now: some are heavy."""
        function: Callable[[bytes, Guard], str] = importlib.import_module(self.module).read
        return function(data, guard)


_PDF: Final = b"%PDF-"
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_HEAD: Final = 1024  # other bytes may stand before the mark of a PDF file, up to here

READERS: Final = MappingProxyType(
    {
        ".txt": Reader("txt", "loaders.formats.text"),
        ".md": Reader("md", "loaders.formats.text"),
        ".docx": Reader("docx", "loaders.formats.docx", _ZIP),
        ".pdf": Reader("pdf", "loaders.formats.pdf", _PDF),
    }
)
"""By extension. A new format is one module and one row."""

_CONTAINERS: Final = MappingProxyType(
    {_PDF: "tệp PDF", _ZIP: "tệp nén ZIP (như .docx, .xlsx)", _OLE: "tệp Office đời cũ (như .doc)"}
)
_OLD_WORD: Final = frozenset({".doc", ".dot"})


def read_source(
    path: Path, limits: Limits = DEFAULT_LIMITS, *, allow_secret: bool = False
) -> Source:
    """Return what the file says, or raise `RefusedError`.

    A file that bears a stamp of secrecy is refused unless `allow_secret` says otherwise.
    """
    with guarded(path.name or str(path), limits) as guard:
        reader, data = _opened(path, guard)
        return _source(data, reader, guard, str(path), allow_secret=allow_secret)


def source_of(
    data: bytes, name: str, limits: Limits = DEFAULT_LIMITS, *, allow_secret: bool = False
) -> Source:
    """Return what bytes say that are no file here; otherwise the same as `read_source`."""
    with guarded(name, limits) as guard:
        reader = _reader(guard)
        return _source(data, reader, guard, name, allow_secret=allow_secret)


def _source(
    data: bytes, reader: Reader, guard: Guard, location: str, *, allow_secret: bool
) -> Source:
    _check_size(len(data), guard)
    _check_magic(data, reader, guard)
    text = reader.read(data, guard)
    if not text.strip():
        raise _empty(guard)
    if not allow_secret:
        check_secrecy(text, guard)
    digest = hashlib.sha256(data).hexdigest()
    return Source(guard.name, location, reader.format, digest, text)


def _reader(guard: Guard) -> Reader:
    extension = Path(guard.name).suffix.lower()
    if extension in _OLD_WORD:
        raise guard.refusal(
            Refusal.OLD_WORD,
            "tệp Word đời cũ không đọc được",
            "Hãy mở bằng Word và lưu thành .docx",
        )
    if extension not in READERS:
        kind = f"đuôi tệp “{extension}”" if extension else "tệp không có đuôi nên"
        raise guard.refusal(
            Refusal.UNKNOWN_FORMAT,
            f"{kind} không đọc được",
            f"Các định dạng đọc được: {', '.join(READERS)}",
        )
    return READERS[extension]


def _opened(path: Path, guard: Guard) -> tuple[Reader, bytes]:
    """Read the file once; one byte over the limit is enough to know that it is too large."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):  # a pipe would let us wait for ever
            if stat.S_ISDIR(mode) and not _may_open(path):
                raise _unreadable(guard, "không có quyền mở thư mục")
            raise _not_a_file(guard, directory=stat.S_ISDIR(mode))
        with path.open("rb") as file:
            reader = _reader(guard)
            return reader, file.read(guard.limits.size + 1)
    except FileNotFoundError:
        raise guard.refusal(
            Refusal.MISSING,
            "không tìm thấy tệp",
            "Hãy kiểm tra lại đường dẫn; tệp có thể vừa bị xóa, đổi tên hoặc chuyển đi",
        ) from None
    except PermissionError:
        raise _unreadable(guard, "không có quyền đọc tệp") from None
    except (OSError, ValueError) as error:
        raise _unreadable(guard, f"hệ thống không cho đọc tệp ({error})") from None


def _may_open(folder: Path) -> bool:
    """Tell whether a folder's files may be listed and read."""
    effective = os.access in os.supports_effective_ids
    return os.access(folder, os.R_OK | os.X_OK, effective_ids=effective)


def _unreadable(guard: Guard, why: str) -> RefusedError:
    way_out = "Hãy xin quyền đọc hoặc chép tệp sang nơi khác rồi thử lại"
    return guard.refusal(Refusal.UNREADABLE, why, way_out)


def _not_a_file(guard: Guard, *, directory: bool) -> RefusedError:
    why = "đây là thư mục" if directory else "đây không phải tệp thường"
    return guard.refusal(Refusal.NOT_A_FILE, why, "Hãy chỉ đến từng tệp văn bản")


def _check_size(size: int, guard: Guard) -> None:
    if not size:
        raise _empty(guard)
    if size > guard.limits.size:
        raise guard.refusal(
            Refusal.TOO_LARGE,
            f"tệp lớn hơn {guard.limits.size:,} byte",
            "Hãy bỏ bớt hình ảnh hoặc tách thành nhiều tệp",
        )


def _empty(guard: Guard) -> RefusedError:
    return guard.refusal(
        Refusal.EMPTY, "tệp không có chữ nào", "Hãy kiểm tra lại xem đã lưu nội dung chưa"
    )


def _check_magic(data: bytes, reader: Reader, guard: Guard) -> None:
    """Refuse a file whose first bytes are not those of its extension."""
    found = next((magic for magic in _CONTAINERS if data.startswith(magic)), b"")
    if reader.magic == _PDF and _PDF in data[:_PDF_HEAD]:
        found = _PDF
    if found == reader.magic:
        return
    if found == _OLE and reader.magic == _ZIP:
        raise _ole_word(data, guard)
    extension = Path(guard.name).suffix
    what = _CONTAINERS.get(found, "tệp khác hoặc đã hỏng")
    raise guard.refusal(
        Refusal.WRONG_FORMAT,
        f"đuôi tệp là {extension} nhưng nội dung là {what}",
        f"Hãy đặt lại đúng đuôi tệp, hoặc mở tệp và lưu lại thành {extension}",
        place="ở đầu tệp",
    )


def _ole_word(data: bytes, guard: Guard) -> RefusedError:
    """Tell a locked .docx, which Word keeps in an OLE container, from a renamed .doc."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return guard.refusal(
            Refusal.ENCRYPTED,
            "tệp Word được đặt mật khẩu",
            "Hãy mở bằng Word, bỏ mật khẩu và lưu lại",
        )
    return guard.refusal(
        Refusal.OLD_WORD,
        "nội dung là tệp Word đời cũ (.doc)",
        "Hãy mở bằng Word và lưu thành .docx",
        place="ở đầu tệp",
    )
