"""Analyses in words: the names of documents and groups in place of keys."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from api.labels import document_name, documents_by_key, full_day
from api.tables import Column, print_table
from api.words import Words
from graph.analysis.tables import DOCUMENTS, Cell, Note, Table
from graph.answer_types import BodyRow, DocumentRow
from graph.answers.bodies import full_name
from graph.questions import Bodies, Documents
from graph.store import Store
from ontology.authorities import jurisdiction_of
from ontology.facts import Standing

_WIDTHS: Final = {
    **dict.fromkeys(("date", "source_date", "target_date", "day", "relation"), 11),
    **dict.fromkeys(("kind", "group"), 12),
    **dict.fromkeys(("first", "second", "jurisdiction"), 14),
}
_NARROW: Final = 11
_SIDES: Final = frozenset({"first", "second"})
_WIDE: Final = frozenset({*DOCUMENTS, "name", "key", "month"})


@dataclass(frozen=True, slots=True)
class Analysis:
    """An analysis with the names of the documents, places and bodies that it tells of.

    `bodies` are those in the store: others of a level are known only by their names. `loaded` is
    how many documents the store has read, of which all is told.
    """

    table: Table
    names: Mapping[str, DocumentRow]
    places: Mapping[str, str]
    bodies: Mapping[str, str]
    loaded: int
    as_of: dt.date
    words: Words

    @classmethod
    def of(cls, table: Table, store: Store, as_of: dt.date, words: Words) -> "Analysis":
        """Return an analysis with its names looked up."""
        loaded = Documents(as_of=as_of, limit=0, standing=Standing.LOADED)
        return cls(
            table,
            documents_by_key(store, _documents_in(table)),
            dict(_places_in(table, store)),
            dict(_bodies_in(table, store, as_of)),
            store.ask(loaded).total,
            as_of,
            words,
        )

    def title(self) -> str:
        """Return what the analysis is called."""
        return self.words(f"analysis.title.{self.table.name}")

    def notes(self) -> tuple[str, ...]:
        """Return what is to be said beside the table."""
        return tuple(self._note(note) for note in self.table.notes)

    def source(self) -> str:
        """Return of what and for which day it tells."""
        day = full_day(self.as_of)
        return self.words("analysis.source", loaded=self.loaded, day=day)

    def show(self, rows: Iterable[Mapping[str, Cell]]) -> None:
        """Print rows of the table for people."""
        columns = [_column(name, self.table) for name in self.table.shown]
        shown = [[self.cell(name, row) for name in self.table.shown] for row in rows]
        print_table(columns, shown, self.words)

    def column(self, name: str) -> str:
        """Return the title of a column: of one side of two, what stands there."""
        said = dict(value for note in self.table.notes for value in note.values).get(name)
        if name in _SIDES and said is not None:
            return str(said)
        return self.words(f"column.{'analysis.name' if name == 'name' else name}")

    def cell(self, name: str, row: Mapping[str, Cell]) -> str:
        """Return what a cell says to people, nothing for none."""
        value = row[name]
        if value is None:
            return ""
        if _is_document(name, row):
            return self.name(str(value))
        if isinstance(value, dt.date):
            return full_day(value)
        return self._word(name, value, row)

    def name(self, key: str) -> str:
        """Return the name of a document."""
        return document_name(self.names[key]) if key in self.names else key

    def place(self, authority: str) -> str:
        """Return the name of a province by the authority that keys have."""
        return jurisdiction_of(authority) or self.places.get(authority) or authority

    def _note(self, note: Note) -> str:
        told = {name: self._told(name, value) for name, value in note.values}
        return self.words(note.key, **told)

    def _told(self, name: str, value: Cell) -> object:
        if name == "body":
            return self.bodies.get(str(value), value)
        return self.name(str(value)) if name == "document" else value

    def _word(self, name: str, value: str | float, row: Mapping[str, Cell]) -> str:
        if name == "name" and row.get("group") == "province":
            return self.place(str(value))
        if name in {"kind", "group"} or (name == "name" and "key" not in row):
            return self.words.known(f"analysis.{value}", str(value))
        if name == "month":
            return "/".join(reversed(str(value).split("-")))
        if name == "relation":
            return self.words.known(f"relation.{value}")
        return f"{value:g}" if isinstance(value, float) else str(value)


def plain_row(row: Mapping[str, Cell]) -> dict[str, Any]:
    """Return a row for programs."""
    return {n: v.isoformat() if isinstance(v, dt.date) else v for n, v in row.items()}


def _documents_in(table: Table) -> set[str]:
    keys = {
        str(value)
        for row in table.records()
        for name, value in row.items()
        if value is not None and _is_document(name, row)
    }
    told = (value for note in table.notes for name, value in note.values if name == "document")
    return keys | {str(value) for value in told}


def _places_in(table: Table, store: Store) -> Iterator[tuple[str, str]]:
    """Give the names of provinces that only the store's documents know."""
    for row in table.records():
        place = str(row.get("name"))
        if row.get("group") == "province" and not jurisdiction_of(place):
            asked = Documents(as_of=dt.date.max, limit=1, jurisdiction=place)
            for found in store.ask(asked).rows:
                if isinstance(found, DocumentRow) and found.jurisdiction:
                    yield place, found.jurisdiction


def _bodies_in(table: Table, store: Store, as_of: dt.date) -> Iterator[tuple[str, str]]:
    """Give the full names of the bodies in the store that are told of by their keys."""
    told = [value for note in table.notes for name, value in note.values if name == "body"]
    told += [row.get("key") for row in table.records()]
    keys = tuple(str(value) for value in told if "/" in str(value))
    for row in store.ask(Bodies(as_of=as_of, limit=None, keys=keys)).rows if keys else ():
        if isinstance(row, BodyRow):
            yield row.key, full_name(row.name, row.jurisdiction)


def _is_document(name: str, row: Mapping[str, Cell]) -> bool:
    return name in DOCUMENTS or (name == "name" and row.get("kind") == "document")


def _column(name: str, table: Table) -> Column:
    figures = (row[name] for row in table.records())
    if name in _WIDE:
        return Column("analysis.name" if name == "name" else name)
    return Column(name, _WIDTHS.get(name, _NARROW), right=are_figures(figures))


def are_figures(cells: Iterable[Cell]) -> bool:
    """Tell whether a column holds numbers."""
    return all(cell is None or isinstance(cell, int | float) for cell in cells)
