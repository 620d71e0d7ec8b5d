"""One document, task or body in RDF: what whoever follows its name is told."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from graph.answer_types import BodyRow
from graph.questions import Bodies, Documents
from graph.rdf.bodies import body_nodes
from graph.rdf.nodes import Node, Value
from graph.rdf.registered import ENTRY
from graph.rdf.stream import Chosen, graphs
from graph.store import NotFoundError, Registered, View
from ontology.bodies import BodyNames
from ontology.rdf.names import BASE, EXPORT_GRAPH, GRAPH, TASK, TEXT, iri

_ENTRIES: Final = f"{BASE}{ENTRY}/"


def document_told(store: View, key: str) -> Iterator[Node]:
    """Describe a document: what is known of it, all that its text says where it was loaded.

    What it refers to is named, with how it is called; what other texts say of it is theirs to tell.
    Raises `NotFoundError`.
    """
    if not store.ask(Documents(as_of=dt.date.max, keys=(key,), limit=0)).total:
        reason = f"không có văn bản nào mang khóa '{key}' trong kho"
        raise NotFoundError(reason)
    for name, nodes in graphs(store, _alone(store, key)):
        if name == EXPORT_GRAPH:  # it is no export: what others write meanwhile is no matter
            return
        yield from (node for node in nodes if not node[0].startswith(_ENTRIES))


def _alone(store: View, key: str) -> Chosen:
    """Choose one document with what the registry says of it."""
    registered = store.registered()
    return Chosen(
        tuple(one for one in store.loaded_keys() if one == key),
        Registered(
            tuple(one for one in registered.documents if one.key == key),
            tuple(one for one in registered.relations if key in {one.from_key, one.to_key}),
            registered.bodies,
        ),
        tuple(one for one in store.said() if one.document == key),
        frozenset({key}),
        None,
        store.state(),
    )


def task_told(store: View, key: str) -> list[Node]:
    """Describe an item: its place, its edges with their evidence, when it is due.

    Raises `NotFoundError`.
    """
    document = key.partition("#")[0]
    alone = _alone(store, document)
    if alone.loaded and "#" in key:
        named = (nodes for name, nodes in graphs(store, alone) if name == iri(GRAPH, document))
        found = _about(iri(TASK, key), next(named), iri(TEXT, document))
        if found:
            return found
    reason = f"không có nhiệm vụ nào mang khóa '{key}' trong kho"
    raise NotFoundError(reason)


def _about(name: str, nodes: Iterable[Node], text: str) -> list[Node]:
    """Return what is said of a thing, what says it, and all in the text that they lead to."""
    told: dict[str, list[tuple[str, Value]]] = {}
    for subject, facts in nodes:
        told.setdefault(subject, []).extend(facts)
    if name not in told:
        return []
    wanted = dict.fromkeys(
        [name, *(one for one, facts in told.items() if ("subject", name) in facts)]
    )
    beside = (f"{text}#", f"{BASE}day/")
    waiting = list(wanted)
    while waiting:
        for _, value in told[waiting.pop()]:
            other = str(value)
            if other.startswith(beside) and other in told and other not in wanted:
                wanted[other] = None
                waiting.append(other)
    return [(one, told[one]) for one in wanted]


def body_told(store: View, key: str) -> Iterator[Node]:
    """Describe a body with those above and after it; raise `NotFoundError`."""
    rows = store.ask(Bodies(as_of=dt.date.max, keys=(key,))).rows
    row = next((one for one in rows if isinstance(one, BodyRow)), None)
    if row is None:
        reason = f"không có cơ quan, tổ chức nào mang khóa '{key}' trong kho"
        raise NotFoundError(reason)
    yield from body_nodes(row, BodyNames(store.registered().bodies))
