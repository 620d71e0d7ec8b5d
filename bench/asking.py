"""Every question as it is asked of a made-up country, and how long the answers take."""

import datetime as dt
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from bench.corpus import directive
from graph.answer_types import State, TaskRow
from graph.questions import (
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
from graph.store import Store
from ontology.relations import Relation

AS_OF: Final = dt.date(2024, 6, 1)
MONTH: Final = AS_OF + dt.timedelta(days=30)
RUNS: Final = 30
WARM: Final = 5
_SECONDS: Final = 3.0
"""How long works are run to get warm, and then to be measured, where that is more runs."""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds: the median, the 95th percentile and the least of many runs."""

    median: float
    most: float
    least: float

    def against(self, other: "Times") -> "Times":
        """Return how many times those of another work they are."""
        return Times(self.median / other.median, self.most / other.most, self.least / other.least)


@dataclass(frozen=True, slots=True)
class Asked:
    """The keys that are asked about: those of a filled store."""

    popular: str
    middling: str
    plan: str
    task: str
    source: str


def asked_of(store: Store) -> Asked:
    """Choose what to ask about."""
    middling = directive(60)
    rows = store.ask(Tasks(as_of=AS_OF, implements=(middling,), limit=1)).rows
    (first,) = (row for row in rows if isinstance(row, TaskRow))
    return Asked(directive(1), middling, first.document, first.task, first.chain[-1].from_)


def questions(asked: Asked) -> Mapping[str, Question]:
    """Return each question by a name for people."""
    middling, plan = asked.middling, asked.plan
    return {
        "tasks that implement a middling directive": Tasks(as_of=AS_OF, implements=(middling,)),
        "tasks that implement the most popular one": Tasks(
            as_of=AS_OF, implements=(asked.popular,)
        ),
        "tasks of a plan": Tasks(as_of=AS_OF, document=plan),
        "tasks of a body": Tasks(as_of=AS_OF, body="Sở Y tế"),
        "overdue, whole country": Tasks(as_of=AS_OF, states=(State.OPEN_OVERDUE,)),
        "due within a month, whole country": Due(as_of=AS_OF, start=AS_OF, end=MONTH),
        "chain of a middling directive": Chain(as_of=AS_OF, document=middling),
        "chain of a plan, upward": Chain(as_of=AS_OF, document=plan, down=False),
        "who cites a middling directive": Citing(as_of=AS_OF, document=middling),
        "relied on though replaced": ReplacedRelied(as_of=AS_OF),
        "search for two words": Search(as_of=AS_OF, words="tuyen truyen"),
        "documents of a province": Documents(as_of=AS_OF, jurisdiction="Lâm Đồng"),
        "bodies by a word": Bodies(as_of=AS_OF, words="y te"),
        "neighbours of a plan": Neighbours(as_of=AS_OF, key=plan),
        "neighbours of a task": Neighbours(as_of=AS_OF, key=asked.task),
        "evidence of an edge": Evidence(
            as_of=AS_OF, source=asked.source, relation=Relation.IMPLEMENTS, target=middling
        ),
        "counts": Counts(as_of=AS_OF),
    }


def timed(*works: Callable[[], object]) -> list[Times]:
    """Return the times of each work, once warm, and in turn.

    What else the machine does meanwhile then slows all of them alike. A server makes machine code
    of what it has run some thousand times, so that small works are warm later than large ones.
    """
    taken: list[list[float]] = [[] for _ in works]
    for least in (WARM, RUNS):
        taken = [[] for _ in works]
        end = time.perf_counter() + _SECONDS
        while len(taken[0]) < least or time.perf_counter() < end:
            for work, times in zip(works, taken, strict=True):
                start = time.perf_counter()
                work()
                times.append((time.perf_counter() - start) * 1000)
    return [
        Times(statistics.median(times), statistics.quantiles(times, n=20)[-1], min(times))
        for times in taken
    ]
