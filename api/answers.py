"""Rows as records for programs: the same names in JSON and in CSV, days in ISO form."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from graph.answer_types import (
    Answer,
    ArcRow,
    BodyRow,
    ChainRow,
    CitingRow,
    CountRow,
    DocumentRow,
    EdgeRow,
    ForceRow,
    FoundRow,
    GapRow,
    Hop,
    MilestoneRow,
    MisdatedRow,
    Present,
    Row,
    TaskRow,
)
from ontology.periods import Frequency, Recurrence

Record: TypeAlias = dict[str, Any]
"""What `json` writes; only here and where a record is printed."""

_HOP: Final = ("from", "relation", "to", "quote", "document", "start", "end", "rule")

COLUMNS: Final[Mapping[type, tuple[str, ...]]] = MappingProxyType(
    {
        TaskRow: (
            *("task", "text", "document", "path", "kind", "relation", "through", "due"),
            *("due_text", "recurrence", "condition", "state", "lead", "cooperating", "chain"),
            *("implements", "occurrence", "status", "recurrences", "start", "end"),
            *("document_title", "now"),
        ),
        DocumentRow: (
            *("document", "type", "number", "symbol", "date", "issuer", "term", "jurisdiction"),
            *("title", "standing", "status", "tasks", "citations", "cited_by"),
        ),
        BodyRow: (
            *("body", "name", "kind", "jurisdiction", "parent", "valid_from", "valid_to"),
            *("successor", "successor_date", "leads", "supports", "now"),
        ),
        ChainRow: ("depth", "direction", *_HOP, "title"),
        CitingRow: (
            *("document", "citation", "quote", "start", "end", "status", "method"),
            *("relies_on", "successor"),
        ),
        MisdatedRow: (
            *("document", "citation", "quote", "start", "end", "target", "printed"),
            *("document_date", "target_date"),
        ),
        FoundRow: ("kind", "key", "text", "date"),
        EdgeRow: (*_HOP, "label"),
        CountRow: ("name", "count"),
        ForceRow: ("document", "force", "since", "holds", "by", "words", "hop"),
        MilestoneRow: (
            *("day", "years", "reviews", "since", "derived", "document", "title", "task", "text"),
            *("lead", "cooperating", "state", "now", "hop"),
        ),
        GapRow: ("key", "name", "document", "date", "days", "documents", "hop"),
        ArcRow: (
            *("source", "relation", "target", "source_date", "target_date"),
            *("source_authority", "target_authority"),
        ),
    }
)
"""The names of a record's values, in their order."""


def hop_record(hop: Hop) -> Record:
    """Return one step of a chain."""
    return {name: getattr(hop, "from_" if name == "from" else name) for name in _HOP}


def record(row: Row) -> Record:
    """Return a row as a record."""
    return {name: _value(row, name) for name in COLUMNS[type(row)]}


def answer_record(question: str, as_of: dt.date, answer: Answer, **more: object) -> Record:
    """Return an answer; `cursor` is the `--after` of the next page, None on the last one."""
    return {
        "question": question,
        "as_of": as_of.isoformat(),
        "total": answer.total,
        "rows": [record(row) for row in answer.rows],
        "cursor": answer.cursor,
        **more,
    }


def plain(value: object) -> Any:  # noqa: ANN401  (what `json` writes)
    """Return a value as JSON has it: days as text, tuples as lists."""
    if isinstance(value, Hop):
        return hop_record(value)
    if isinstance(value, Present):
        return {"printed": value.printed, "body": value.body, "name": value.name}
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value


def _value(row: Row, name: str) -> Any:  # noqa: ANN401  (what `json` writes)
    special = _SPECIAL.get((type(row), name))
    if special is not None:
        return plain(special(row))
    if isinstance(row, (ChainRow, EdgeRow)) and name in _HOP:
        return hop_record(row.hop)[name]
    return plain(getattr(row, name))


def _of_work(name: str, row: MilestoneRow) -> object:
    """Return what the task of a milestone tells, nothing where a document gives it."""
    empty: tuple[()] | None = () if name in {"lead", "cooperating", "now"} else None
    return getattr(row.work, name) if row.work is not None else empty


def _recurrence(row: TaskRow) -> str | None:
    return row.recurrence[0] if row.recurrence else None


def _recurrences(row: TaskRow) -> list[Record]:
    """Return every recurrence with its rule; what names no period has none."""
    rules = iter(row.rrule)
    return [
        {"frequency": name, "rrule": next(rules, None) if _has_rule(name) else None}
        for name in row.recurrence
    ]


def _has_rule(frequency: str) -> bool:
    return Recurrence(Frequency(frequency)).rrule is not None


_SPECIAL: Final[Mapping[tuple[type, str], Callable[[Any], object]]] = MappingProxyType(
    {
        (TaskRow, "recurrence"): _recurrence,
        (TaskRow, "recurrences"): _recurrences,
        (DocumentRow, "document"): lambda row: row.key,
        (BodyRow, "body"): lambda row: row.key,
        (MilestoneRow, "derived"): lambda _: True,
        **{
            (MilestoneRow, name): partial(_of_work, name)
            for name in ("task", "text", "lead", "cooperating", "state", "now")
        },
    }
)


def flat(values: Record) -> dict[str, str | int | None]:
    """Return a record for one line of a table: lists in words, an interval as two days."""
    found: dict[str, str | int | None] = {}
    for name, value in values.items():
        if name == "due":
            found["due_from"], found["due_to"] = value or (None, None)
        else:
            found[name] = _in_words(value)
    return found


def flat_columns(kind: type) -> list[str]:
    """Return the names of a flat record's values."""
    return list(flat(dict.fromkeys(COLUMNS[kind])))


def _in_words(value: object) -> str | int | None:
    if isinstance(value, list):
        return "; ".join(str(_in_words(part)) for part in value)
    if isinstance(value, dict):
        return _hop_in_words(value) if "quote" in value else _pair_in_words(value)
    return value if isinstance(value, int) or value is None else str(value)


def _hop_in_words(hop: Record) -> str:
    place = f"{hop['document']}:{hop['start']}-{hop['end']}"
    where = place if hop["start"] is not None else hop["document"]
    return (
        f"{hop['from']} {hop['relation']} {hop['to']} “{' '.join(hop['quote'].split())}” ({where})"
    )


def _pair_in_words(values: Record) -> str:
    return " ".join(str(value) for value in values.values() if value is not None)
