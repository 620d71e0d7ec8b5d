"""What the answer to a question will look up, read ahead where it is little.

The answers are worked out from small statements, one after the other. To a server each is a way
there and back, which takes longer than the statement; so a question has one of its own that gives
the rows of all of them. Nothing depends on it but the time: what it does not give is asked for.
"""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final

from graph.answers.asking import Asking
from graph.answers.lists import document_filters
from graph.answers.tasks import filters_of
from graph.neo4j.found import Ahead, Given
from graph.paging import limits, page_of
from graph.questions import Citing, Documents, Evidence, Neighbours, Question, Tasks
from ontology.relations import Relation

MOST: Final = 256
"""So many edges or rows are few."""


def look_ahead(asking: Asking, question: Question) -> Ahead | None:
    """Return what to read before a question is answered, None where nothing is to be gained."""
    if question.limit is None or question.limit > MOST:
        return None
    look = _LOOKS.get(type(question))
    return look(asking, question) if look is not None else None


def _neighbours(_: Asking, question: Neighbours) -> Ahead:
    document, of_task, path = question.key.partition("#")
    if not of_task:
        return Ahead("ahead_neighbours_of_document", {"key": question.key, "most": MOST})
    task = {"key": question.key, "document": document, "path": path, "most": MOST}
    return Ahead("ahead_neighbours_of_task", task, {"task_of_path": {"path": path}})


def _evidence(_: Asking, question: Evidence) -> Ahead | None:
    if not isinstance(question.relation, Relation):
        return None
    document, of_task, path = question.source.partition("#")
    ends = {"relation": question.relation.value, "target": question.target}
    if not of_task:
        return Ahead("ahead_evidence_of_document", {"source": question.source, **ends})
    task = {"key": question.source, "document": document, "path": path, **ends}
    return Ahead("ahead_evidence_of_task", task, {"task_of_path": {"path": path}})


def _citing(_: Asking, question: Citing) -> Ahead:
    page = limits(page_of(question))
    given = {"key": question.document, "as_of": question.as_of.isoformat(), **page}
    return Ahead("ahead_citing", given, {"citing_page": given})


def _documents(_: Asking, question: Documents) -> Ahead | None:
    if question.keys:
        return None
    filters = document_filters(question)
    page = limits(page_of(question))
    others = {name: value for name, value in filters.items() if name != "keys"}
    asked: dict[str, Given] = {"documents_total": others, "documents_page": {**others, **page}}
    return Ahead("ahead_documents", {**filters, **page}, asked)


def _tasks(asking: Asking, question: Tasks) -> Ahead | None:
    if question.implements or question.document is None:
        return None
    if question.place or question.body or question.due_from or question.due_to:
        return None
    filters = filters_of(asking, question)
    day = {"as_of": filters["as_of"]}
    asked: dict[str, Given] = {
        "task_ids_of_documents": filters,
        "task_rows": day,
        "task_phrases": day,
    }
    given = {"key": question.document, **filters, **limits(page_of(question))}
    return Ahead("ahead_tasks_of_document", given, asked)


_LOOKS: Final[MappingProxyType[type, Callable[[Asking, Any], Ahead | None]]] = MappingProxyType(
    {
        Citing: _citing,
        Documents: _documents,
        Evidence: _evidence,
        Neighbours: _neighbours,
        Tasks: _tasks,
    }
)
