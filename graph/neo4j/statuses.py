"""What people said of tasks: added, and led to its task when a document is read anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from graph.answers.nodes import task_id
from graph.answers.values import SHIFT, moment
from graph.following import Made, Wording, led
from graph.neo4j.nodes import change_told
from graph.neo4j.session import Session
from graph.store import Said, StatusChange
from ontology.folding import collapse
from ontology.keys import task_key

_Change: TypeAlias = tuple[Any, ...]
"""A change's name, its task and the task's words, then what was said, when and by whom."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """All changes of one document's tasks, and these tasks by id before the text changes."""

    changes: list[_Change]
    before: dict[int, Wording]


def change_status(session: Session, change: StatusChange) -> None:
    """Add to a task's history, or raise `NotFoundError`."""
    item = task_id(session, change.task)
    told = {
        "of_task": change.task,
        "status": change.status,
        "on": change.on.isoformat(),
        "by": change.by,
        "note": change.note,
        "at": moment(change.at),
    }
    if session.rows("changed", **told) != [(0,)]:
        return
    document = change.task.partition("#")[0]
    text = _wordings(session, item >> SHIFT)[item].text
    session.rows("change", item=item, of_document=document, text=text, **told)


def keep(session: Session, said: Iterable[Said]) -> None:
    """Add what was said elsewhere; each finds its task as after a reload, or is kept aside."""
    rows = [change_told(one) for one in said]
    if rows:
        session.rows("keep", said=rows)
    for key, changes in _changes(session, {row["of_document"] for row in rows}).items():
        number = session.document_id(key)
        if number is not None:
            reattach(session, key, number, Remarks(changes, {}))


def remarked(session: Session, documents: Mapping[str, int]) -> dict[str, Remarks]:
    """Return what was ever said of documents' tasks, by key; nothing of those of which none was."""
    found = _changes(session, documents)
    return {key: Remarks(said, _wordings(session, documents[key])) for key, said in found.items()}


def _changes(session: Session, documents: Iterable[str]) -> dict[str, list[_Change]]:
    changes: defaultdict[str, list[_Change]] = defaultdict(list)
    for key, *change in session.rows("changes_of_documents", documents=sorted(documents)):
        changes[key].append(tuple(change))
    return changes


def _wordings(session: Session, document: int) -> dict[int, Wording]:
    rows = session.rows("wordings", document=document)
    return {item: Wording(path, collapse(text)) for item, path, text in rows}


def reattach(session: Session, key: str, document: int, remarks: Remarks) -> None:
    """Lead every change that was ever made to a document's tasks to the task that it is now.

    Those that fit none are kept aside until one does.
    """
    changes: defaultdict[Wording, list[tuple[str, Made]]] = defaultdict(list)
    for number, task, text, *told in remarks.changes:
        changes[Wording(task.partition("#")[2], text)].append((number, (task, *told)))
    before, after = remarks.before.values(), _wordings(session, document)
    followed = [
        {"change": name, "task": task_key(key, now.path), "text": now.text, "item": item}
        for name, now, item in led(key, changes, before, after)
    ]
    session.rows("detach_changes", document=key)
    if followed:
        session.rows("follow_changes", followed=followed)
