"""Tasks for people: a table with the way to the directive under each task, or one for each day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.labels import documents_by_key, harmless, one_line
from api.output import weekday
from api.tables import Column, below, cell, put, put_head, table_of
from api.task_words import chain_in_words, document_label, due_in_words, keys_of
from api.words import Words
from graph.answer_types import Answer, DocumentRow, State, TaskRow
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
        self.names = documents_by_key(self.store, keys_of(rows))
        for row in rows:
            self.places.setdefault(row.document, len(self.places) + 1)
        return rows

    def _line(self, row: TaskRow, columns: Sequence[Column]) -> Table:
        state = Text(self.words.known(f"state.{row.state}"), _STYLES.get(State(row.state), ""))
        cells = {
            "due": due_in_words(row, self.words),
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
        for present in row.now:
            names = {"printed": one_line(present.printed), "name": one_line(present.name)}
            yield self.words("task.now", **names)
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
