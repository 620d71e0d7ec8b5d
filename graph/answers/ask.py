"""Each question to the module that answers it."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final

from graph.questions import (
    Answer,
    Bodies,
    Chain,
    Citing,
    Counts,
    Documents,
    Due,
    Evidence,
    Neighbours,
    Question,
    ReplacedRelied,
    Search,
    Tasks,
)
from graph.sqlite.due import ask_due
from graph.sqlite.lists import (
    ask_bodies,
    ask_citing,
    ask_counts,
    ask_documents,
    ask_replaced_relied,
)
from graph.sqlite.neighbours import ask_evidence, ask_neighbours
from graph.sqlite.searching import ask_search
from graph.sqlite.session import Session
from graph.sqlite.tasks import ask_tasks
from graph.sqlite.walks import ask_chain

_ANSWERS: Final[MappingProxyType[type, Callable[[Session, Any], Answer]]] = MappingProxyType(
    {
        Tasks: ask_tasks,
        Due: ask_due,
        Chain: ask_chain,
        Search: ask_search,
        Documents: ask_documents,
        Citing: ask_citing,
        ReplacedRelied: ask_replaced_relied,
        Bodies: ask_bodies,
        Neighbours: ask_neighbours,
        Evidence: ask_evidence,
        Counts: ask_counts,
    }
)


def ask(session: Session, question: Question) -> Answer:
    """Answer a question."""
    return _ANSWERS[type(question)](session, question)
