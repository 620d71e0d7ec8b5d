"""Each question to the module that answers it."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final

from graph.answer_types import Answer
from graph.answers.asking import Asking
from graph.answers.due import ask_due
from graph.answers.forces import ask_in_force
from graph.answers.gaps import ask_arcs, ask_gap
from graph.answers.lists import (
    ask_bodies,
    ask_citing,
    ask_counts,
    ask_documents,
    ask_misdated,
    ask_replaced_relied,
)
from graph.answers.milestones import ask_milestones
from graph.answers.neighbours import ask_evidence, ask_neighbours
from graph.answers.searching import ask_search
from graph.answers.tasks import ask_tasks
from graph.answers.walks import ask_chain
from graph.questions import (
    Arcs,
    Bodies,
    Chain,
    Citing,
    Counts,
    Documents,
    Due,
    Evidence,
    Gap,
    InForce,
    Milestones,
    Misdated,
    Neighbours,
    Question,
    ReplacedRelied,
    Search,
    Tasks,
)

_ANSWERS: Final[MappingProxyType[type, Callable[[Asking, Any], Answer]]] = MappingProxyType(
    {
        Tasks: ask_tasks,
        Due: ask_due,
        Chain: ask_chain,
        Search: ask_search,
        Documents: ask_documents,
        Citing: ask_citing,
        ReplacedRelied: ask_replaced_relied,
        Misdated: ask_misdated,
        Bodies: ask_bodies,
        Neighbours: ask_neighbours,
        Evidence: ask_evidence,
        Counts: ask_counts,
        InForce: ask_in_force,
        Milestones: ask_milestones,
        Gap: ask_gap,
        Arcs: ask_arcs,
    }
)


def ask(asking: Asking, question: Question) -> Answer:
    """Answer a question."""
    return _ANSWERS[type(question)](asking, question)
