"""Tasks for people: a table with the way to the directive under each task, or one for each day."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.labels import document_name, documents_by_key, full_day, harmless, one_line
from api.output import weekday
from api.tables import Column, below, cell, put, put_head, table_of
from api.words import Words
from graph.questions import Answer, DocumentRow, Hop, State, TaskRow, Tie
from graph.store import Store

_TASKS: Final = (
    Column("due", 11),
    Column("task"),
    Column("place", 12),
    Column("lead", 14),
    Column("cooperating", 16),
    Column("state", 10),
)
_DAY: Final = _TASKS[1:]

_STYLES: Final = MappingProxyType(
    {
        State.OPEN_OVERDUE: "red",
        State.DONE_LATE: "yellow",
        State.DONE_ON_TIME: "green",
        State.RECURRING: "cyan",
    }
)


@dataclass(slots=True)
class TaskTable:
    """Tasks of one answer, with the documents that their numbers in brackets stand for."""

    store: Store
    words: Words
    names: Mapping[str, DocumentRow] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)

    def show(self, answer: Answer) -> None:
        """Print tasks in the order of the answer."""
        rows = self._prepare(answer)
        columns = _used(_TASKS, rows)
        if rows:
            put_head(columns, self.words)
        more: list[Padding] = []
        for row in rows:
            more = [below(line) for line in self._more(row)]
            put(self._line(row, columns), *more, *([Text()] if more else []))
        if rows and not more:
            put(Text())
        self._legend()

    def show_by_day(self, answer: Answer) -> None:
        """Print deadlines under the day on which each falls."""
        rows = self._prepare(answer)
        columns = _used(_DAY, rows)
        if rows:
            put_head(columns, self.words)
        day = None
        for row in rows:
            if row.occurrence is not None and row.occurrence != day:
                day = row.occurrence
                put(Text(), Text(weekday(day, self.words), style="bold"))
            put(self._line(row, columns))
        if rows:
            put(Text())
        self._legend()

    def _prepare(self, answer: Answer) -> list[TaskRow]:
        rows = [row for row in answer.rows if isinstance(row, TaskRow)]
        keys = [row.document for row in rows]
        keys += [key for row in rows for hop in row.chain for key in (hop.from_, hop.to)]
        self.names = documents_by_key(self.store, keys)
        for row in rows:
            self.places.setdefault(row.document, len(self.places) + 1)
        return rows

    def _line(self, row: TaskRow, columns: Sequence[Column]) -> Table:
        state = Text(self.words.known(f"state.{row.state}"), _STYLES.get(State(row.state), ""))
        cells = {
            "due": _due(row, self.words),
            "task": row.text,
            "place": f"[{self.places[row.document]}] {row.path}",
            "lead": "; ".join(row.lead),
            "cooperating": "; ".join(row.cooperating),
            "state": state,
        }
        table = table_of(columns)
        table.add_row(*(cell(cells[column.title]) for column in columns))
        return table

    def _more(self, row: TaskRow) -> Iterable[str]:
        """Give what stands under a task: its condition, and its way to the directive."""
        if row.condition:
            yield self.words("task.condition", condition=one_line(row.condition))
        if row.chain:
            through = self.words.known(f"through.{row.through}")
            yield f"{through}: {chain_in_words(row.chain, self.names, self.words)}"

    def _legend(self) -> None:
        """Say which documents the numbers stand for; `KEY#PATH` is the key of a task."""
        for key, number in self.places.items():
            put(Text(f"[{number}] {harmless(document_label(self.names.get(key), key))}"))
            put(below(f"{self.words('label.key')} {key}", 4))


def _used(columns: Sequence[Column], rows: Sequence[TaskRow]) -> Sequence[Column]:
    """Leave out the bodies' columns where no row has any: the words get their room."""
    empty = {name for name in ("lead", "cooperating") if not any(getattr(r, name) for r in rows)}
    return [column for column in columns if column.title not in empty]


def document_label(document: DocumentRow | None, key: str) -> str:
    """Return a document's name, title and issuer in one line."""
    if document is None:
        return key
    name = document_name(document)
    title = one_line(document.title or "")
    about = f": {title}" if title and title not in name else ""
    place = document.jurisdiction or ""
    issuer = document.issuer or ""
    told = ", ".join(one for one in (issuer, "" if place in issuer else place) if one)
    issuer = f" ({told})" if told else ""
    return f"{name}{about}{issuer}"


def chain_in_words(chain: Sequence[Hop], names: Mapping[str, DocumentRow], words: Words) -> str:
    """Return the steps from a task up to the directive, each with the words that prove it."""
    return " ".join(f"← {_step(hop, names, words)}" for hop in chain)


def _step(hop: Hop, names: Mapping[str, DocumentRow], words: Words) -> str:
    relation = words.known(f"relation.{hop.relation}")
    name = document_name(names[hop.to]) if hop.to in names else hop.to
    if hop.relation == Tie.PART_OF:  # its quote is the task itself, which stands above
        return f"{relation}: {name}"
    return f"{relation}: {name} “{one_line(hop.quote)}”"


def _due(row: TaskRow, words: Words) -> str:
    if row.occurrence is not None:
        return full_day(row.occurrence)
    if row.due is not None:
        return interval(row.due, words)
    if row.recurrence:
        return ", ".join(words.known(f"recurrence.{name}") for name in row.recurrence)
    return ""


def interval(due: tuple[dt.date | None, dt.date | None], words: Words) -> str:
    """Return the days of an interval, on two lines where it has two ends."""
    earliest, latest = due
    if earliest is None and latest is not None:
        return words("due.until", day=full_day(latest))
    if latest is None and earliest is not None:
        return words("due.from", day=full_day(earliest))
    if earliest == latest:
        return full_day(latest)
    return f"{full_day(earliest)} – {full_day(latest)}"
