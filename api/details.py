"""All that is known of one document, task or body, as a record with its evidence."""

import datetime as dt

from api.answers import Record, plain, record
from graph.answer_types import BodyRow, DocumentRow, TaskRow
from graph.questions import Bodies, Documents, InForce, Tasks
from graph.store import NotFoundError, StatusChange, Store
from ontology.facts import DocumentFacts, Item, ItemKind, Phrase, Standing
from ontology.keys import task_key


def document_details(key: str, store: Store, as_of: dt.date = dt.date.max) -> Record:
    """Return a document and how it stands, with the words of its header where it was loaded."""
    answer = store.ask(Documents(keys=(key,), as_of=dt.date.max, limit=1))
    row = next(row for row in answer.rows if isinstance(row, DocumentRow))
    details = record(row)
    if row.standing == Standing.LOADED:
        details |= _header(store.facts(key))
    forces = store.ask(InForce(as_of=as_of, document=key, limit=None))
    details["in_force"] = [record(force) for force in forces.rows]
    return details


def _header(facts: DocumentFacts) -> Record:
    header, source = facts.document, facts.source
    period = header.period
    return {
        "period": [plain(period.earliest), plain(period.latest)] if period else None,
        "signatory": header.signatory,
        "recipients": list(header.recipients),
        "file": source.location,
        "sha256": source.sha256,
        "problems": [problem.message for problem in facts.problems],
        "evidence": [phrase_record(name, phrase) for name, phrase in header.evidence],
    }


def phrase_record(name: str, phrase: Phrase) -> Record:
    """Return the words that give a field, with their place."""
    return {
        "field": name,
        "text": phrase.text,
        "start": phrase.span.start,
        "end": phrase.span.end,
        "rule": phrase.rule,
    }


def task_details(key: str, store: Store, as_of: dt.date) -> Record:
    """Return a task with the words that give each of its values, and what people said of it."""
    row = task_row(key, store, as_of)
    details = record(row)
    del details["chain"], details["relation"], details["through"], details["implements"]
    item = _item(key, store.facts(row.document))
    details["evidence"] = [phrase_record(*pair) for pair in _phrases(item)] if item else []
    details["history"] = [change_record(change) for change in store.history(key)]
    return details


def task_row(key: str, store: Store, as_of: dt.date) -> TaskRow:
    """Return a task by its key, or raise `NotFoundError`."""
    document = key.partition("#")[0]
    answer = store.ask(Tasks(as_of=as_of, limit=None, kinds=tuple(ItemKind), document=document))
    for row in answer.rows:
        if isinstance(row, TaskRow) and row.task == key:
            return row
    reason = f"không có nhiệm vụ nào mang khóa '{key}' trong kho"
    raise NotFoundError(reason)


def _item(key: str, facts: DocumentFacts) -> Item | None:
    document = key.partition("#")[0]
    return next((item for item in facts.items if task_key(document, item.path) == key), None)


def _phrases(item: Item) -> list[tuple[str, Phrase]]:
    found = [("lead", phrase) for phrase in item.lead]
    found += [("cooperating", phrase) for phrase in item.cooperating]
    found += [("due", phrase) for phrase in (item.due.phrases if item.due else ())]
    found += [("recurrence", recurring.phrase) for recurring in item.recurrences]
    found += [("condition", item.condition)] if item.condition else []
    found += [("status", item.status)] if item.status else []
    return found


def body_details(key: str, store: Store, as_of: dt.date = dt.date.max) -> Record:
    """Return a body, or raise `NotFoundError`."""
    answer = store.ask(Bodies(as_of=as_of, keys=(key,)))
    for row in answer.rows:
        if isinstance(row, BodyRow) and row.key == key:
            return record(row)
    reason = f"không có cơ quan, tổ chức nào mang khóa '{key}' trong kho"
    raise NotFoundError(reason)


def change_record(change: StatusChange) -> Record:
    """Return one entry of a task's history."""
    return {
        "task": change.task,
        "status": change.status,
        "on": change.on.isoformat(),
        "by": change.by,
        "note": change.note,
        "at": change.at.isoformat(timespec="seconds"),
    }
