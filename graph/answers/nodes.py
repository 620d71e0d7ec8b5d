"""Any node by its key: a document, a task or a body, with the words by which people know it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graph.answers.asking import Asking
from graph.answers.values import day
from graph.labels import document_label
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


def find_node(asking: Asking, key: str) -> Node:
    """Return the node of a key, or raise `NotFoundError`."""
    document = asking.document_id(key)
    if document is not None:
        return Node(NodeKind.DOCUMENT, document, key)
    if "#" in key:
        return Node(NodeKind.TASK, task_id(asking, key), key)
    body = asking.rows("body_of_key", key=key)
    if not body:
        reason = f"không có gì mang khóa '{key}' trong kho"
        raise NotFoundError(reason)
    return Node(NodeKind.BODY, body[0][0], key)


def task_id(asking: Asking, key: str) -> int:
    """Return the id of a task, or raise `NotFoundError`."""
    document, _, path = key.partition("#")
    found = asking.rows("task_of_path", document=asking.document_id(document), path=path)
    if not found:
        reason = f"không có nhiệm vụ nào mang khóa '{key}' trong kho"
        raise NotFoundError(reason)
    return int(found[0][0])


def labels(asking: Asking, kind: NodeKind, numbers: Iterable[int]) -> dict[int, Label]:
    """Return the labels of nodes of one kind by their ids."""
    values = sorted(set(numbers))
    if kind is NodeKind.DOCUMENT:
        rows = asking.rows("label_documents", numbers=values)
        return {
            number: Label(key, called(kind, key, told), day(told[-2]))
            for number, key, *told in rows
        }
    if kind is NodeKind.TASK:
        rows = asking.rows("label_tasks", numbers=values)
        return {
            number: Label(task_key(key, path), collapse(text), day(latest))
            for number, key, path, text, latest in rows
        }
    rows = asking.rows("label_bodies", numbers=values)
    return {number: Label(key, name, None) for number, key, name in rows}


def called(kind: str, key: str, told: Sequence[Any]) -> str:
    """Return what a node is called.

    `told` has the type, number, symbol and day of a document, and its title; else the last is the
    text of a task or the name of a body.
    """
    code, figures, symbol, date, words = told
    if kind == NodeKind.DOCUMENT:
        named = figures or symbol or words
        return document_label(code, figures, symbol, day(date), words) if named else key
    return collapse(words) if kind == NodeKind.TASK else str(words)
