"""Any node by its key: a document, a task or a body, with the words by which people know it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.labels import document_label
from graph.sqlite.documents import document_id
from graph.sqlite.session import Session, many
from graph.sqlite.statuses import task_id
from graph.sqlite.values import day
from graph.store import NotFoundError
from ontology.folding import collapse
from ontology.keys import task_key


class NodeKind(StrEnum):
    """What a node is."""

    DOCUMENT = "document"
    TASK = "task"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Node:
    """A node by its kind and id, with its key."""

    kind: NodeKind
    number: int
    key: str


@dataclass(frozen=True, slots=True)
class Label:
    """The words by which people know a node, and its day."""

    key: str
    text: str
    date: dt.date | None


def find_node(session: Session, key: str) -> Node:
    """Return the node of a key, or raise `NotFoundError`."""
    document = document_id(session, key)
    if document is not None:
        return Node(NodeKind.DOCUMENT, document, key)
    if "#" in key:
        return Node(NodeKind.TASK, task_id(session, key), key)
    body = session.run("SELECT id FROM bodies WHERE key = ? AND words <> ''", (key,)).fetchone()
    if body is None:
        reason = f"không có gì mang khóa '{key}' trong kho"
        raise NotFoundError(reason)
    return Node(NodeKind.BODY, body[0], key)


def labels(session: Session, kind: NodeKind, numbers: Iterable[int]) -> dict[int, Label]:
    """Return the labels of nodes of one kind by their ids."""
    values = many(sorted(set(numbers)))
    if kind is NodeKind.DOCUMENT:
        rows = session.rows("label_documents", numbers=values)
        return {
            number: Label(
                key,
                document_label(code, figures, symbol, day(date), title)
                if figures or symbol or title
                else key,
                day(date),
            )
            for number, key, code, figures, symbol, date, title in rows
        }
    if kind is NodeKind.TASK:
        rows = session.rows("label_tasks", numbers=values)
        return {
            number: Label(task_key(key, path), collapse(text), day(latest))
            for number, key, path, text, latest in rows
        }
    rows = session.rows("label_bodies", numbers=values)
    return {number: Label(key, name, None) for number, key, name in rows}
