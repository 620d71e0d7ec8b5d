"""Analyses in words and pictures: the names of documents and groups in place of keys."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import cycle
from typing import Any, Final

from api.labels import document_name, documents_by_key, full_day
from api.tables import Column, print_table
from api.words import Words
from graph.analysis.tables import DOCUMENTS, Cell, Note, Table
from graph.answer_types import DocumentRow, State
from graph.pictures.bars import Bars, Series
from graph.pictures.colours import LOOKS, NAVY
from graph.store import Store
from ontology.authorities import jurisdiction_of

_WIDTHS: Final = {
    **dict.fromkeys(("date", "source_date", "target_date", "relation"), 11),
    **dict.fromkeys(("kind", "group"), 12),
    **dict.fromkeys(("first", "second", "jurisdiction"), 14),
}
_NARROW: Final = 11
_WIDE: Final = frozenset({*DOCUMENTS, "name", "key", "month"})
_COLOURS: Final = (NAVY, "#E69F00", "#009E73", "#56B4E9", "#CC79A7")
"""Where a series is no state: those of Okabe and Ito."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """An analysis with the names of the documents that it tells of."""

    table: Table
    names: Mapping[str, DocumentRow]
    words: Words

    @classmethod
    def of(cls, table: Table, store: Store, words: Words) -> "Analysis":
        """Return an analysis with its names looked up."""
        keys = {
            str(value)
            for row in table.records()
            for name, value in row.items()
            if value is not None and _is_document(name, row)
        }
        keys |= {
            str(value) for note in table.notes for name, value in note.values if name == "document"
        }
        return cls(table, documents_by_key(store, keys), words)

    def title(self) -> str:
        """Return what the analysis is called."""
        return self.words(f"analysis.title.{self.table.name}")

    def notes(self) -> tuple[str, ...]:
        """Return what is to be said beside the table."""
        return tuple(self._note(note) for note in self.table.notes)

    def show(self, limit: int | None) -> None:
        """Print the table for people."""
        columns = [_column(name, self.table) for name in self.table.columns]
        rows = self.table.records()[:limit]
        shown = [[self._cell(name, value, row) for name, value in row.items()] for row in rows]
        print_table(columns, shown, self.words)

    def record(self, row: Mapping[str, Cell]) -> dict[str, Any]:
        """Return a row for programs."""
        return {n: v.isoformat() if isinstance(v, dt.date) else v for n, v in row.items()}

    def bars(self) -> Bars | None:
        """Return what is drawn of it; None where nothing is, or there is nothing to draw."""
        plot = self.table.plot
        if plot is None:
            return None
        rows = [row for row in self.table.records() if plot.kind in {None, row.get("kind")}]
        if not rows:
            return None
        colours = cycle(_COLOURS)
        series = (
            Series(
                self._series(name),
                LOOKS[State(name)].strong if name in set(State) else next(colours),
                tuple(_length(row[name]) for row in rows),
            )
            for name in plot.lengths
        )
        line = None
        if plot.line is not None:
            line = plot.line, self.words("analysis.median", days=f"{plot.line:g}")
        return Bars(
            title=self.title(),
            notes=self.notes(),
            names=tuple(str(self._cell(plot.label, row[plot.label], row)) for row in rows),
            series=tuple(series),
            cut=self.words("analysis.cut", count="{count}", total="{total}"),
            stacked=plot.stacked,
            line=line,
        )

    def _series(self, name: str) -> str:
        values = dict(value for note in self.table.notes for value in note.values)
        return str(
            values.get(name) or self.words.first((f"state.{name}", f"column.{name}")) or name
        )

    def _note(self, note: Note) -> str:
        told = {name: self._told(name, value) for name, value in note.values}
        return self.words(note.key, **told)

    def _told(self, name: str, value: Cell) -> object:
        return self._name(str(value)) if name == "document" else value

    def _cell(self, name: str, value: Cell, row: Mapping[str, Cell]) -> object:
        if value is None:
            return None
        if _is_document(name, row):
            return self._name(str(value))
        if isinstance(value, dt.date):
            return full_day(value)
        return self._word(name, value, row)

    def _word(self, name: str, value: str | float, row: Mapping[str, Cell]) -> object:
        if name == "name" and row.get("group") == "province":
            return jurisdiction_of(str(value)) or value
        if name in {"kind", "group"} or (name == "name" and isinstance(value, str)):
            return self.words.known(f"analysis.{value}", str(value))
        if name == "relation":
            return self.words.known(f"relation.{value}")
        return f"{value:g}" if isinstance(value, float) else value

    def _name(self, key: str) -> str:
        return document_name(self.names[key]) if key in self.names else key


def _is_document(name: str, row: Mapping[str, Cell]) -> bool:
    return name in DOCUMENTS or (name == "name" and row.get("kind") == "document")


def _column(name: str, table: Table) -> Column:
    figures = (row[name] for row in table.records())
    if name in _WIDE:
        return Column("analysis.name" if name == "name" else name)
    return Column(name, _WIDTHS.get(name, _NARROW), right=_are_figures(figures))


def _are_figures(cells: Iterable[Cell]) -> bool:
    return all(cell is None or isinstance(cell, int | float) for cell in cells)


def _length(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None
