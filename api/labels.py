"""How documents and days are named in the answers for people."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final, Protocol

from api.words import VIETNAMESE, Words
from graph.answer_types import DocumentRow
from graph.questions import Documents
from graph.store import Store
from loaders.resolve import Reason
from ontology.kinds import KINDS, Kind, vietnamese
from ontology.numbers import full_symbol

_BLANKS: Final = re.compile(r"\s+")
_KEPT_CONTROLS: Final = "\n\t"

_DAYS: Final = frozenset(
    {"date", "due", "period", "occurrence", "valid_from", "valid_to", "successor_date"}
)


class Named(Protocol):
    """What names a document."""

    @property
    def type(self) -> str: ...  # noqa: D102

    @property
    def number(self) -> str | None: ...  # noqa: D102

    @property
    def symbol(self) -> str | None: ...  # noqa: D102

    @property
    def date(self) -> dt.date | None: ...  # noqa: D102

    @property
    def title(self) -> str | None: ...  # noqa: D102


def document_name(document: Named) -> str:
    """Return the short name: type, number and day; without a number, type and title."""
    day = f" ({short_day(document.date)})" if document.date else ""
    printed = full_symbol(document.number, document.symbol).strip()
    if document.number is None and document.title:
        printed = f"“{one_line(document.title)}”"
    return f"{vietnamese(document.type)} {printed}{day}".strip()


def type_name(kind: str, words: Words) -> str:
    """Return the word of a type."""
    if words.language == VIETNAMESE or kind not in set(Kind):
        return vietnamese(kind)
    return KINDS[Kind(kind)].english


def documents_by_key(store: Store, keys: Iterable[str]) -> Mapping[str, DocumentRow]:
    """Return the documents of keys; keys of other things are left out."""
    wanted = tuple(sorted(set(keys)))
    if not wanted:
        return {}
    answer = store.ask(Documents(keys=wanted, as_of=dt.date.max, limit=None))
    return {row.key: row for row in answer.rows if isinstance(row, DocumentRow)}


def short_day(day: dt.date) -> str:
    """Return a day as it is printed in running text: 14/9/2021."""
    return f"{day.day}/{day.month}/{day.year}"


def full_day(day: dt.date | None) -> str:
    """Return a day for columns: 14/09/2021, nothing for none."""
    return f"{day:%d/%m/%Y}" if day else ""


def reasons(why: Iterable[Reason], words: Words) -> str:
    """Return what speaks for a document that may be meant, and against it."""
    told = ((one.name, one.value) for one in why)
    return "; ".join(
        words(f"why.{name}", value=full_day(value) if isinstance(value, dt.date) else value)
        for name, value in told
    )


def one_line(text: str) -> str:
    """Return words in one line."""
    return _BLANKS.sub(" ", harmless(text)).strip()


def harmless(text: str) -> str:
    r"""Return a text without what a terminal would take for orders.

    >>> harmless("a\x1b[2Jb")
    'a [2Jb'
    """
    if text.isprintable():
        return text
    return "".join(map(_harmless, text))


def _harmless(letter: str) -> str:
    category = unicodedata.category(letter)
    if letter in _KEPT_CONTROLS or category not in {"Cc", "Cf"}:
        return letter
    return " " if category == "Cc" else ""


def history_line(change: Mapping[str, str], words: Words) -> str:
    """Return one entry of a task's history: when, what, who, why."""
    line = words(
        "status.line",
        on=full_day(dt.date.fromisoformat(change["on"])),
        status=words(f"status.{change['status']}"),
        by=change["by"],
        at=f"{dt.datetime.fromisoformat(change['at']).astimezone():%H:%M %d/%m/%Y}",
    )
    return one_line(f"{line} {change['note']}")


def value_in_words(name: str, value: object, words: Words) -> str:
    """Return a value in words; days as people write them."""
    if isinstance(value, list):
        parts = dict.fromkeys(value_in_words(name, one, words) for one in value)
        return (" – " if name in _DAYS else "; ").join(parts)
    if value is None:
        return "…"
    text = str(value)
    if name == "type":
        return type_name(text, words)
    if name in _DAYS:
        return full_day(dt.date.fromisoformat(text))
    return words.known(f"{name}.{text}", text)
