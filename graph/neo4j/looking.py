"""What the answer to a question will look up, read ahead where it is little.

The answers are worked out from small statements, one after the other. To a server each is a way
there and back, which takes longer than the statement; so a question has one of its own that gives
the rows of all of them. Nothing depends on it but the time: what it does not give is asked for.
"""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final

from graph.answers.asking import Asking
from graph.answers.due import due_filters
from graph.answers.lists import document_filters, names_for
from graph.answers.tasks import FEW, filters_of
from graph.answers.walks import UPWARD
from graph.neo4j.found import Ahead, Found, Given
from graph.neo4j.session import Session
from graph.paging import limits, page_of
from graph.questions import (
    Bodies,
    Chain,
    Citing,
    Documents,
    Due,
    Neighbours,
    Question,
    ReplacedRelied,
    Tasks,
)
from graph.words import words_of
from ontology.relations import ANSWERING, CARRYING, Relation

_BY_TYPE: Final = {relation.value.upper(): relation.value for relation in Relation}
"""Relations by the types of their edges: to look one up is quicker than `toLower`."""

MOST: Final = 256
"""So many edges or rows are few."""


class Looking:
    """Answers one question's statements, with what was read ahead for it where it was."""

    def __init__(self, session: Session, question: Question) -> None:
        self._session = session
        self._question = question
        self._found = Found()
        self._begun = False

    def rows(self, name: str, values: Given) -> list[tuple[Any, ...]]:
        """Return the rows of a named statement."""
        if not self._begun:
            self._begun = True
            self._look(_before(self._session, self._question))
        found = self._found.rows(name, values)
        if found is None:
            self._look(_along(self._question, name, values))
            found = self._found.rows(name, values)
        return self._session.fetch(name, values) if found is None else found

    def _look(self, ahead: Ahead | None) -> None:
        if ahead is not None:
            self._found.add(ahead, self._session.fetch(ahead.name, ahead.given))


def _before(asking: Asking, question: Question) -> Ahead | None:
    """Return what to read before a question is answered, None where nothing is to be gained."""
    if question.limit is None or question.limit > MOST:
        return None
    look = _LOOKS.get(type(question))
    return look(asking, question) if look is not None else None


def _along(question: Question, name: str, values: Given) -> Ahead | None:
    """Return what to read along with a statement, which will be asked for next."""
    if name != "task_phrases":
        return None
    day = {"as_of": values["as_of"]}
    asked: dict[str, Given] = {"task_phrases": day, "task_rows": day}
    if not (isinstance(question, Tasks) and question.implements):
        return Ahead("ahead_task_page", values, asked)
    given = {"relations": list(question.relations), "most": MOST}
    return Ahead("ahead_chained_task_page", {**values, **given}, asked | _of_chains(question))


def _of_chains(question: Tasks) -> dict[str, Given]:
    """Return with what else statements will be asked that give the edges of chains."""
    given = {"relations": list(question.relations)}
    upward = {"relations": list(CARRYING)}
    return {"steps_of_tasks": given, "steps_of_plans": given, "steps_up": upward}


def _path(key: str) -> str | None:
    """Return where in its document a task stands, None for the key of what is no task."""
    _, of_task, path = key.partition("#")
    return path if of_task else None


def _neighbours(_: Asking, question: Neighbours) -> Ahead:
    path = _path(question.key)
    if path is None:
        return Ahead("ahead_neighbours_of_document", {"key": question.key, "most": MOST})
    task = {"key": question.key, "most": MOST}
    return Ahead("ahead_neighbours_of_task", task, {"task_of_path": {"path": path}})


def _due(asking: Asking, question: Due) -> Ahead | None:
    if question.body is not None:
        return None
    given = due_filters(asking, question)
    others = {name: value for name, value in given.items() if name != "start"}
    return Ahead("ahead_due", given, {"due_dated": others, "due_recurring": others})


def _chain(_: Asking, question: Chain) -> Ahead:
    given = {
        "key": question.document,
        "up": question.up,
        "down": question.down,
        "most": MOST,
        "relations": _BY_TYPE,
    }
    asked: dict[str, Given] = {
        "chain_up": {"relations": list(UPWARD)},
        "chain_down": {"relations": list(ANSWERING)},
    }
    return Ahead("ahead_chain", given, asked)


def _citing(_: Asking, question: Citing) -> Ahead:
    page = limits(page_of(question))
    given = {"key": question.document, "as_of": question.as_of.isoformat(), **page}
    return Ahead("ahead_citing", given, {"citing_page": given})


def _bodies(asking: Asking, question: Bodies) -> Ahead | None:
    words = words_of(question.words)
    if question.keys or question.after or not words:
        return None
    day = {"as_of": question.as_of.isoformat()}
    given = {"words": asking.sought(words).begun, "limit": question.limit, **day}
    return Ahead("ahead_bodies", given, {"bodies_found": day, "body_rows": day})


def _replaced_relied(_: Asking, question: ReplacedRelied) -> Ahead:
    page = limits(page_of(question))
    given = {"as_of": question.as_of.isoformat(), **page}
    return Ahead("ahead_replaced_relied", given, {"replaced_relied_page": page})


def _documents(_: Asking, question: Documents) -> Ahead | None:
    if question.keys:
        return None
    filters = document_filters(question)
    page = limits(page_of(question))
    others = {name: value for name, value in filters.items() if name != "keys"}
    total_name, page_name = names_for(question)
    asked: dict[str, Given] = {total_name: others, page_name: {**others, **page}}
    name = "ahead_documents_of_place" if question.jurisdiction else "ahead_documents"
    return Ahead(name, {**filters, **page}, asked)


def _tasks(asking: Asking, question: Tasks) -> Ahead | None:
    if question.implements:
        return _ways(asking, question)
    if question.document is None:
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


def _ways(asking: Asking, question: Tasks) -> Ahead | None:
    if len(question.implements) > 1 or question.body or question.due_from or question.due_to:
        return None
    filters = filters_of(asking, question)
    relations = list(question.relations)
    asked: dict[str, Given] = {
        "below": {"relations": list(CARRYING)},
        "tasks_towards": {"relations": relations, "kinds": list(question.kinds)},
        "plans_towards": {"relations": relations},
        "tasks_of_documents": filters,
        "task_ids_of_documents": filters,
    }
    page = limits(page_of(question))
    given = {"key": question.implements[0], "relations": relations, **filters, **page}
    if question.states or question.document or question.place:
        return Ahead("ahead_ways", given, asked)
    day = {"as_of": filters["as_of"]}
    asked |= {"task_rows": day, "task_phrases": day, **_of_chains(question)}
    return Ahead("ahead_ways_and_page", {**given, "most": MOST, "few": FEW}, asked)


_LOOKS: Final[MappingProxyType[type, Callable[[Asking, Any], Ahead | None]]] = MappingProxyType(
    {
        Bodies: _bodies,
        Chain: _chain,
        Citing: _citing,
        Documents: _documents,
        Due: _due,
        Neighbours: _neighbours,
        ReplacedRelied: _replaced_relied,
        Tasks: _tasks,
    }
)
