"""Tasks as the tables of the pages show them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from api.labels import document_name, documents_by_key, one_line
from api.task_words import due_in_words, keys_of
from api.words import Words
from graph.answer_types import Answer, DocumentRow, Hop, TaskRow
from graph.store import Store

_TITLE = 300
"""So many letters of a task's words stand in a table; its own page has them all."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step from a task up to a document, with the name of where it leads."""

    hop: Hop
    name: str


@dataclass(frozen=True, slots=True)
class TaskCells:
    """One line of a table of tasks; `document` is the plan's short name."""

    row: TaskRow
    text: str
    document: str
    due: str
    latest: dt.date | None
    steps: tuple[Step, ...]


def task_cells(answer: Answer, store: Store, words: Words) -> tuple[TaskCells, ...]:
    """Return the lines of a table of tasks."""
    rows = [row for row in answer.rows if isinstance(row, TaskRow)]
    names = documents_by_key(store, keys_of(rows))
    return tuple(
        TaskCells(
            row=row,
            text=shortened(row.text),
            document=_name(row.document, names),
            due=due_in_words(row, words),
            latest=row.occurrence or (row.due[1] if row.due else None),
            steps=tuple(Step(hop, _name(hop.to, names)) for hop in row.chain),
        )
        for row in rows
    )


def _name(key: str, names: Mapping[str, DocumentRow]) -> str:
    return document_name(names[key]) if key in names else key


def shortened(text: str, most: int = _TITLE) -> str:
    """Return words in one line, cut where they are too many for a table."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[:most].rstrip()}…"
