"""What reading a file may cost, and how a file is refused: with the place and the way out."""

import re
import signal
import threading
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from types import FrameType
from typing import Final, NoReturn

_MB: Final = 1024 * 1024


class Refusal(StrEnum):
    """Why a file is not read."""

    MISSING = "missing"
    NOT_A_FILE = "not-a-file"
    UNREADABLE = "unreadable"
    FILE_NAME = "file-name"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    UNKNOWN_FORMAT = "unknown-format"
    OLD_WORD = "old-word"
    WRONG_FORMAT = "wrong-format"
    ENCODING = "encoding"
    BINARY = "binary"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNPACKED_SIZE = "unpacked-size"
    TOO_MANY_PAGES = "too-many-pages"
    SCAN = "scan"
    GLYPHS = "glyphs"
    TOO_SLOW = "too-slow"
    SECRET = "secret"  # noqa: S105  (a stamp on paper, no password)


class RefusedError(Exception):
    """A file that is not read. `message` says in Vietnamese which, where, and what to do."""

    def __init__(self, code: Refusal, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one file may cost.

    `size` and `unpacked` are bytes, before and after decompression; `ratio` is the most by which a
    packed part may grow; `pages` counts those of a PDF file; `seconds` is time on the wall.
    """

    size: int = 50 * _MB
    unpacked: int = 200 * _MB
    ratio: int = 400
    pages: int = 2_000
    seconds: float = 60


DEFAULT_LIMITS: Final = Limits()


class _TimeUpError(BaseException):
    """Time is up; not an Exception, which the parsers of broken files swallow."""


@dataclass(frozen=True, slots=True)
class Guard:
    """One file while it is read: its name for messages, its limits, and when its time is up."""

    name: str
    limits: Limits
    deadline: float

    def refusal(self, code: Refusal, why: str, way_out: str, place: str = "") -> RefusedError:
        """Return the error to raise, which reads `name, place: why. way out.` in one line."""
        where = f"{self.name}, {place}" if place else self.name
        return RefusedError(code, f"{where}: {why}. {way_out}.")

    def check_time(self) -> None:
        """End the reading when its time is up; readers call this for each page, row or part."""
        if time.monotonic() > self.deadline:
            raise _TimeUpError


@contextmanager
def guarded(name: str, limits: Limits) -> Iterator[Guard]:
    """Give the guard of one file, and turn the end of its time into a refusal.

    In the main thread of the main interpreter an alarm interrupts whatever runs. In other threads,
    and where the system has no such alarm, time ends at the next `check_time`, that is, between
    two pages, paragraphs or parts.
    """
    guard = Guard(name, limits, time.monotonic() + limits.seconds)
    try:
        with _alarm(limits.seconds):
            yield guard
            guard.check_time()
    except _TimeUpError:
        raise guard.refusal(
            Refusal.TOO_SLOW,
            f"đọc quá {limits.seconds:g} giây",
            "Hãy tách tệp thành nhiều tệp nhỏ hơn hoặc lưu lại tệp rồi thử lại",
        ) from None


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer") or threading.current_thread() != threading.main_thread():
        yield
        return
    try:
        before = signal.signal(signal.SIGALRM, _time_is_up)
    except ValueError:  # the main thread of another interpreter
        yield
        return
    began = time.monotonic()
    left, again = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before if before is not None else signal.SIG_DFL)
        if left:  # whoever had set the alarm before still wants it
            left = max(left - (time.monotonic() - began), 0.001)
            signal.setitimer(signal.ITIMER_REAL, left, again)


def _time_is_up(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise _TimeUpError


_STAMP_LINES: Final = 40
_STAMPS: Final = frozenset({"MẬT", "TỐIMẬT", "TUYỆTMẬT"})
_DEGREE: Final = "ĐỘMẬT:"
_LINE_ENDS: Final = re.compile(r"[\r\n\f\v\t|]+")
_ORNAMENTS: Final = re.compile(r"[\s*_#\[\]()<>]+")


def check_secrecy(text: str, guard: Guard) -> None:
    """Refuse a text that bears a stamp of secrecy among its first lines.

    A stamp stands alone on its line or in its cell, in capitals, or after `Độ mật:`; blanks and
    asterisks around and between its letters, and decomposed letters, make no difference.
    """
    lines = (line.strip() for line in _LINE_ENDS.split(_head(text)))
    for number, line in enumerate((line for line in lines if line), start=1):
        if number > _STAMP_LINES:
            return
        if _is_stamp(line):
            raise guard.refusal(
                Refusal.SECRET,
                f"văn bản có dấu chỉ độ mật “{line}”",
                "Tài liệu mật không được đưa vào hệ thống này; "
                "nếu dấu không còn hiệu lực, hãy cho phép đọc một cách rõ ràng",
                place=f"dòng thứ {number} có chữ",
            )


def _head(text: str) -> str:
    """Return the part in which a stamp can stand, so that a long text is not split whole."""
    return text[: _STAMP_LINES * 500]


def _is_stamp(line: str) -> bool:
    bare = unicodedata.normalize("NFC", _ORNAMENTS.sub("", line)).replace("Ð", "Đ")
    capitals = bare.upper()
    if capitals.startswith(_DEGREE):
        return capitals.removeprefix(_DEGREE) in _STAMPS
    return bare in _STAMPS
