"""Pages of an answer: where one begins and how the next is asked for."""

import base64
import binascii
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from graph.answer_types import Answer, Row
from graph.questions import Page
from graph.store import CursorError

T = TypeVar("T")

_ALL: Final = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Slice:
    """The part of an answer that was asked for; `limit` None is all of the rest."""

    start: int
    limit: int | None

    def of(self, rows: Sequence[T]) -> Sequence[T]:
        """Return the part of `rows` that stands on the page."""
        return rows[self.start : None if self.limit is None else self.start + self.limit]


def most(page: Slice) -> int:
    """Return how many rows a page takes at most, as a number that every store understands."""
    return _ALL if page.limit is None else page.limit


def limits(page: Slice) -> dict[str, int]:
    """Return a page as statements take it."""
    return {"limit": most(page), "offset": page.start}


def _stamp(question: Page) -> str:
    asked = repr(replace(question, after=None, limit=None))
    return hashlib.sha256(asked.encode()).hexdigest()[:8]


def page_of(question: Page) -> Slice:
    """Return the page that a question asks for; raise `CursorError` for another one's cursor."""
    if question.limit is not None and question.limit < 0:
        reason = f"số dòng một trang phải từ 0 trở lên, không phải {question.limit}"
        raise CursorError(reason)
    if question.after is None:
        return Slice(0, question.limit)
    return Slice(_offset(question, question.after), question.limit)


def _offset(question: Page, cursor: str) -> int:
    try:
        stamp, _, offset = base64.urlsafe_b64decode(cursor.encode()).decode().partition(":")
    except (binascii.Error, UnicodeError):
        stamp, offset = "", ""
    if stamp != _stamp(question) or not offset.isascii() or not offset.isdigit():
        reason = f"dấu trang '{cursor}' không thuộc câu hỏi này; hãy hỏi lại từ trang đầu"
        raise CursorError(reason)
    return int(offset)


def answer(question: Page, rows: Sequence[Row], total: int) -> Answer:
    """Return the page's rows with the total, and the cursor of the next page where there is one."""
    return Answer(tuple(rows), total, cursor_of(question, len(rows), total))


def cursor_of(question: Page, count: int, total: int) -> str | None:
    """Return the cursor after a page of `count` rows, None where nothing comes after it."""
    end = page_of(question).start + count
    if not count or end >= total:
        return None
    return base64.urlsafe_b64encode(f"{_stamp(question)}:{end}".encode()).decode()
