"""Each question to the module that answers it."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final

from graph.questions import (
    Answer,
    Due,
    Question,
    Tasks,
)
from graph.sqlite.due import ask_due
from graph.sqlite.session import Session
from graph.sqlite.tasks import ask_tasks

_ANSWERS: Final[MappingProxyType[type, Callable[[Session, Any], Answer]]] = MappingProxyType(
    {
        Tasks: ask_tasks,
        Due: ask_due,
    }
)


def ask(session: Session, question: Question) -> Answer:
    """Answer a question."""
    return _ANSWERS[type(question)](session, question)
