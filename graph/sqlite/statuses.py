"""What people said of tasks: added, read, and led to its task when a document is read anew."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from graph.answers.nodes import task_id
from graph.answers.values import SHIFT, moment
from graph.following import Wording, follow
from graph.sqlite.session import Session
from graph.store import Said, StatusChange
from ontology.folding import collapse
from ontology.keys import task_key

_ADD: Final = """
    INSERT OR IGNORE INTO status_changes
        (document, task, text, status, on_day, by, note, at, item_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FOLLOW: Final = """
    UPDATE OR IGNORE status_changes SET task = ?, text = ?, item_id = ? WHERE id = ?
"""
_MARK: Final = """
    UPDATE items SET changed = 1 WHERE id IN (
        SELECT item_id FROM status_changes WHERE document = ? AND item_id IS NOT NULL
    )
"""


def change_status(session: Session, change: StatusChange) -> None:
    """Add to a task's history, or raise `NotFoundError`."""
    item = task_id(session, change.task)
    document = change.task.partition("#")[0]
    text = _wordings(session, item >> SHIFT)[item].text
    told = (change.status, change.on.isoformat(), change.by, change.note, moment(change.at))
    session.run(_ADD, (document, change.task, text, *told, item))
    session.run("UPDATE items SET changed = 1 WHERE id = ?", (item,))


def keep(session: Session, said: Iterable[Said]) -> None:
    """Add what was said elsewhere; each finds its task as after a reload, or is kept aside."""
    documents: set[str] = set()
    for one in said:
        change = one.change
        told = (change.status, change.on.isoformat(), change.by, change.note, moment(change.at))
        session.run(_ADD, (one.document, change.task, one.words, *told, None))
        documents.add(one.document)
    for key in sorted(documents):
        number = session.document_id(key)
        if number is not None:
            reattach(session, key, number, {})


def remarked(session: Session, key: str, document: int) -> dict[int, Wording]:
    """Return the tasks of a document by id with their words, if anybody said something of any."""
    found = session.run("SELECT 1 FROM status_changes WHERE document = ? LIMIT 1", (key,))
    return _wordings(session, document) if found.fetchone() else {}


def _wordings(session: Session, document: int) -> dict[int, Wording]:
    items = session.run(
        "SELECT id, path, text FROM items WHERE document_id = ? ORDER BY id", (document,)
    )
    return {item: Wording(path, collapse(text)) for item, path, text in items}


def reattach(session: Session, key: str, document: int, before: dict[int, Wording]) -> None:
    """Lead every change that was ever made to a document's tasks to the task that it is now.

    Those that fit none are kept aside until one does.
    """
    changes: defaultdict[Wording, list[int]] = defaultdict(list)
    rows = session.run("SELECT id, task, text FROM status_changes WHERE document = ?", (key,))
    for number, task, text in rows.fetchall():
        changes[Wording(task.partition("#")[2], text)].append(number)
    if not changes:
        return
    after = _wordings(session, document)
    now = follow(changes, before.values(), after)
    session.run("UPDATE status_changes SET item_id = NULL WHERE document = ?", (key,))
    for remark, item in now.items():
        place = (task_key(key, after[item].path), after[item].text, item)
        session.many(_FOLLOW, [(*place, number) for number in changes[remark]])
    session.run(_MARK, (key,))
