"""Packed parts of files: their true sizes are known before any parser unpacks them."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import Final

from loaders.formats.guard import Guard, Refusal, RefusedError

_CHUNK: Final = 1 << 16
_MEMBERS: Final = 10_000
_ALWAYS_FINE: Final = 1 << 20  # a part so small may be packed as tightly as it likes
_DEPTH: Final = 3
_STREAM: Final = re.compile(rb"(?<!end)stream\r?\n")
_HEAD: Final = 1024


def repack(data: bytes, guard: Guard) -> io.BytesIO:
    """Return the archive with its parts stored unpacked.

    Sizes that the directory of an archive declares can lie, and a parser unpacks a part in one
    piece. Here parts are unpacked piecewise, and never beyond the limits. Raises what `zipfile`
    raises when the archive is damaged.
    """
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(copy, "w") as stored:
        parts = packed.infolist()
        _check_declared(parts, guard)
        for part in parts:
            guard.check_time()
            with packed.open(part) as source, stored.open(part.filename, "w") as target:
                while piece := source.read(_CHUNK):
                    target.write(piece)
    copy.seek(0)
    return copy


def _check_declared(parts: list[zipfile.ZipInfo], guard: Guard) -> None:
    """Refuse by what is declared; `zipfile` then gives no part more than it declares."""
    if len(parts) > _MEMBERS or sum(part.file_size for part in parts) > guard.limits.unpacked:
        raise _too_much(guard)
    for part in parts:
        allowed = max(_ALWAYS_FINE, part.compress_size * guard.limits.ratio)
        if part.file_size > allowed:
            raise _too_much(guard, place=f"phần “{part.filename}”")


def check_streams(data: bytes, guard: Guard) -> None:
    """Refuse a PDF file whose packed streams unpack beyond the limits, one in the other included.

    Pictures are not added up, since reading text does not unpack them, but each alone must keep
    to the limit, for a label can lie.
    """
    total = 0
    for found in _STREAM.finditer(data):
        guard.check_time()
        size = 0
        for piece in _unpacked(_pieces(data, found.end()), _DEPTH):
            size += piece
            if total + size > guard.limits.unpacked:
                raise _too_much(guard, place=f"byte thứ {found.start()}")
        if b"/Image" not in data[max(0, found.start() - _HEAD) : found.start()]:
            total += size


def _pieces(data: bytes, start: int) -> Iterator[bytes]:
    for at in range(start, len(data), _CHUNK):
        yield data[at : at + _CHUNK]


def _unpacked(pieces: Iterable[bytes], depth: int) -> Iterator[int]:
    """Give the sizes of what comes out, piece by piece, of every layer."""
    pieces = iter(pieces)
    first = next(pieces, b"")
    if depth and _looks_packed(first):
        inner: list[bytes] = []
        for piece in _inflated(first, pieces):
            yield len(piece)
            inner.append(piece)
        yield from _unpacked(inner, depth - 1)


def _looks_packed(piece: bytes) -> bool:
    return len(piece) > 1 and piece[0] & 0x0F == 8 and int.from_bytes(piece[:2], "big") % 31 == 0


def _inflated(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    inflate = zlib.decompressobj()
    piece = first
    try:
        while piece and not inflate.eof:
            yield inflate.decompress(piece, _CHUNK)
            piece = inflate.unconsumed_tail or next(rest, b"")
    except zlib.error:
        return


def _too_much(guard: Guard, place: str = "") -> RefusedError:
    return guard.refusal(
        Refusal.UNPACKED_SIZE,
        f"nội dung nén bung ra quá lớn (giới hạn {guard.limits.unpacked:,} byte)",
        "Hãy bỏ bớt hình ảnh, tệp nhúng rồi lưu lại, hoặc tách thành nhiều tệp",
        place,
    )
