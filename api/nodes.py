"""What is known of many nodes at once, as a picture of the graph needs it."""

from collections.abc import Iterable, Iterator, Sequence

from api.answers import Record, plain
from api.http.queries import AsOf
from api.labels import document_name, one_line
from graph.answer_types import BodyRow, DocumentRow, TaskRow
from graph.questions import Bodies, Documents, Tasks
from graph.store import Store
from ontology.facts import ItemKind
from ontology.keys import CENTRE_NAME

NODE_COLUMNS = (
    *("key", "kind", "name", "about", "type", "standing", "state", "date", "due"),
    *("central", "part_of"),
)


def nodes_record(keys: Sequence[str], page: AsOf, store: Store) -> Record:
    """Return the nodes of keys, in their order; what the graph does not have is left out."""
    wanted = list(dict.fromkeys(keys))
    found = {row["key"]: row for row in _nodes(wanted, page, store)}
    rows = [found[key] for key in wanted if key in found]
    return {
        "question": "nodes",
        "as_of": page.as_of.isoformat(),
        "total": len(rows),
        "rows": rows,
        "cursor": None,
    }


def _nodes(keys: Sequence[str], page: AsOf, store: Store) -> Iterator[Record]:
    named = tuple(sorted({key.partition("#")[0] for key in keys}))
    answer = store.ask(Documents(keys=named, as_of=page.as_of, limit=None))
    documents = {row.key: row for row in answer.rows if isinstance(row, DocumentRow)}
    for row in documents.values():
        yield _document(row)
    tasks = {key for key in keys if "#" in key}
    for document in sorted({key.partition("#")[0] for key in tasks} & documents.keys()):
        yield from _tasks(document, tasks, page, store)
    if bodies := set(keys) - documents.keys() - tasks:
        yield from _bodies(bodies, page, store)


def _document(row: DocumentRow) -> Record:
    return _record(
        key=row.key,
        kind="document",
        name=one_line(document_name(row)),
        about=one_line(row.title or "") if row.number else "",
        type=row.type,
        standing=row.standing,
        date=plain(row.date),
        central=row.jurisdiction == CENTRE_NAME,
    )


def _tasks(document: str, keys: Iterable[str], page: AsOf, store: Store) -> Iterator[Record]:
    question = Tasks(as_of=page.as_of, limit=None, kinds=tuple(ItemKind), document=document)
    for row in store.ask(question).rows:
        if isinstance(row, TaskRow) and row.task in keys:
            yield _record(
                key=row.task,
                kind="task",
                name=row.path,
                about=one_line(row.text),
                type=row.kind,
                state=row.state,
                due=plain(row.due),
                part_of=row.document,
            )


def _bodies(keys: Iterable[str], page: AsOf, store: Store) -> Iterator[Record]:
    for row in store.ask(Bodies(as_of=page.as_of, limit=None)).rows:
        if isinstance(row, BodyRow) and row.key in keys:
            yield _record(key=row.key, kind="body", name=one_line(row.name), type=row.kind)


def _record(**told: object) -> Record:
    return {**dict.fromkeys(NODE_COLUMNS), "about": "", "central": False, **told}
