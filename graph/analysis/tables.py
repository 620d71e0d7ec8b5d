"""What every analysis answers: a table, what is to be said beside it, and what to draw of it."""

import datetime as dt
from dataclasses import dataclass
from typing import Final, TypeAlias

from graph.answer_types import Row, TaskRow
from graph.store import View

Cell: TypeAlias = str | int | float | dt.date | None

DOCUMENTS: Final = frozenset({"document", "source", "target", "by"})
"""The columns, and the kinds of what is named, that are keys of documents."""


@dataclass(frozen=True, slots=True)
class Note:
    """Words beside a table, by their key; `values` stand in them, `document` is a key."""

    key: str
    values: tuple[tuple[str, Cell], ...] = ()


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars: the column that names each, those that are its lengths, and a line across all bars.

    `kind` picks the rows whose column of this name has it; several lengths stand below each other,
    or are `stacked` into one bar.
    """

    label: str
    lengths: tuple[str, ...]
    line: float | None = None
    stacked: bool = False
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Bars that count what is in the table, or beside it: their names, each with its length."""

    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """Boxes from the lower to the upper quartile, with lines out to the least and the most.

    `label` is the column that names each; `line` a length across all of them.
    """

    label: str
    line: float | None = None


FIVE: Final = ("least", "lower", "median", "upper", "most")
"""The columns that a spread is drawn of."""


@dataclass(frozen=True, slots=True)
class Table:
    """The answer of an analysis. Rows are in the order that its docstring promises.

    Of the columns `hidden` are for programs and for where a row leads, no words for people.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Note, ...] = ()
    plot: Plot | Tally | Spread | None = None
    hidden: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns for people."""
        return tuple(name for name in self.columns if name not in self.hidden)

    def records(self) -> tuple[dict[str, Cell], ...]:
        """Return the rows with the names of their columns."""
        return tuple(dict(zip(self.columns, row, strict=True)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Asker:
    """A store, and the day for which it is asked."""

    view: View
    as_of: dt.date


def tasks_of(rows: tuple[Row, ...]) -> tuple[TaskRow, ...]:
    """Return the rows that are tasks."""
    return tuple(row for row in rows if isinstance(row, TaskRow))
