"""Every question with its parameters, in one place; `graph.answer_types` has what comes back.

Each question takes `as_of`, is answered in a fixed order, and pages by `limit` and `after`: the
`cursor` of an answer is the `after` of the next page.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from graph.answer_types import State, Tie
from ontology.facts import ItemKind
from ontology.relations import ANSWERING, Relation


class Level(StrEnum):
    """Of what there is a list, to see who is missing: provinces, central bodies, a province's."""

    PROVINCE = "province"
    CENTRAL = "central"
    BOARD = "board"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every question takes; `limit` None is all."""

    as_of: dt.date
    limit: int | None = 100
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks(Page):
    """Tasks by what they implement, who does them, when they are due, and their state.

    `implements` are keys of documents: several when a citation is ambiguous. With it, each row has
    the relation, how it gets there, and a shortest chain with the words of each hop; rows are
    ordered by length of the chain, then by document and place; without it, by document and place.
    Only `relations` count for a task's own edge (`based_on` and `cites` on request); between
    documents IMPLEMENTS, CONTINUES and GUIDES lead on. A task of a plan whose own title or opening
    words implement X counts `through` the plan when it has no nearer way. `body` is a name or key,
    with its sub-bodies, and `with_history` those before and after it. `due_from` and `due_to` hold
    the latest day, or an occurrence. `place` is a province, or `Trung ương`: only tasks in
    documents of its bodies, with those of its communes.
    """

    implements: tuple[str, ...] = ()
    kinds: tuple[ItemKind, ...] = (ItemKind.TASK, ItemKind.ASSIGNMENT)
    relations: tuple[Relation, ...] = ANSWERING
    states: tuple[State, ...] = ()
    body: str | None = None
    with_history: bool = False
    document: str | None = None
    due_from: dt.date | None = None
    due_to: dt.date | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Page):
    """Deadlines from `start` to `end`, both included, by day, then by document and place.

    One row a deadline: the latest day of a task that is not done, and every occurrence of a
    recurring one that is not done, within its document's period (a day that is not named: the last
    of its period).
    """

    start: dt.date
    end: dt.date
    kinds: tuple[ItemKind, ...] = (ItemKind.TASK, ItemKind.ASSIGNMENT)
    body: str | None = None
    with_history: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain(Page):
    """The documents above (`up`) or below (`down`) one, hop by hop, nearest first; circles end.

    Up: every relation but CITES. Down: IMPLEMENTS, CONTINUES, GUIDES, REVIEWS, MONITORS.
    `tasks` adds the tasks at the end of the way down. `depth` is how many hops away from the
    document a row may be, None for any number.
    """

    document: str
    up: bool = True
    down: bool = True
    tasks: bool = False
    depth: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(Page):
    """Words anywhere in documents' titles and numbers, tasks and bodies; accents do not matter."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents(Page):
    """Documents by what they are; `keys` picks some. By key."""

    keys: tuple[str, ...] = ()
    type: str | None = None
    jurisdiction: str | None = None
    standing: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing(Page):
    """Mentions of a document in the loaded ones, by citing document and place."""

    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacedRelied(Page):
    """Mentions of documents replaced before the citing document's time, with the successor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misdated(Page):
    """Mentions that print another day than their document has, by citing document and place.

    Only of citing documents up to the day asked, where these have a day.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies(Page):
    """Bodies whose name or alias has these words, by name; `keys` picks some.

    None that begins after the day asked; one that has ended tells which came after it.
    """

    words: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours(Page):
    """The edges of a document, task or body, each with its evidence; of `relations`, or of all."""

    key: str
    relations: tuple[Relation | Tie, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Page):
    """Every place that proves one edge."""

    source: str
    relation: Relation | Tie
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts(Page):
    """How much there is of everything, and how many tasks are in each state at `as_of`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce(Page):
    """What became of a document up to the day asked, by day; one row tells how it stands.

    What replaced or ended it holds, whatever came after; else the last that continued or amended
    it. Only a document of the same authority continues another. An end of which the registry does
    not know the day holds from the last day that the registry knows of.
    """

    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestones(Page):
    """Reviews that fall due from `start` to `end` by the years that they name, by day and place.

    Open tasks without a printed last day, and documents that are no reports, that review a
    document of a known day: `tổng kết 10 năm thực hiện X` is due ten years after X.
    """

    start: dt.date
    end: dt.date
    kinds: tuple[ItemKind, ...] = (ItemKind.TASK, ItemKind.ASSIGNMENT)
    body: str | None = None
    with_history: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Page):
    """All of a level on the day asked, with what each has issued to implement a document by then.

    By name. What a province or body issued that is no more counts for the one that answers for it.
    `missing` leaves out those that have a document. `jurisdiction` is the province of boards.
    """

    document: str
    level: Level = Level.PROVINCE
    jurisdiction: str | None = None
    missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arcs(Page):
    """The edges between documents up to the day asked, bare, by source, relation and target."""

    relations: tuple[Relation, ...] = tuple(Relation)


Question: TypeAlias = (
    Tasks
    | Due
    | Chain
    | Search
    | Documents
    | Citing
    | ReplacedRelied
    | Misdated
    | Bodies
    | Neighbours
    | Evidence
    | Counts
    | InForce
    | Milestones
    | Gap
    | Arcs
)
