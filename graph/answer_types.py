"""What answers are made of: a kind of row for each kind of thing that is found.

An answer has one page of rows, the total, and the cursor that leads to the next page.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class State(StrEnum):
    """What follows at a date from a task's due interval, recurrence, condition and history.

    The first that holds: done (on time when there is no due day or it was done by its latest day;
    a status column that says so counts, on the date of its document or else as on time) · open
    with a latest day: in time up to and with that day, overdue after it · recurring · waiting for
    its condition · undated. An interval with only an earliest day is open in time. A task that
    people cancelled is neither done nor open. Of what people said for the days up to then, what
    they said last holds, so that a slip can be put right.
    """

    DONE_ON_TIME = "done-on-time"
    DONE_LATE = "done-late"
    OPEN_IN_TIME = "open-in-time"
    OPEN_OVERDUE = "open-overdue"
    RECURRING = "recurring"
    WAITING = "waiting"
    UNDATED = "undated"
    CANCELLED = "cancelled"


class Tie(StrEnum):
    """A relation that is no `ontology.relations.Relation`: to a whole, or to a body."""

    PART_OF = "part_of"
    LED_BY = "led_by"
    SUPPORTED_BY = "supported_by"
    ISSUED_BY = "issued_by"
    SUCCEEDED_BY = "succeeded_by"


class Through(StrEnum):
    """How a task reaches a document: its own words name it, by way of others, or its plan does."""

    OWN_TEXT = "own text"
    CHAIN = "chain"
    PLAN = "plan"


class Force(StrEnum):
    """What became of a document by a day; `CONTINUED` and `AMENDED` ones are in force too."""

    NOT_YET = "not-yet"
    IN_FORCE = "in-force"
    CONTINUED = "continued"
    AMENDED = "amended"
    ENDED = "ended"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain, from the node nearer to the ground to the one above it.

    `quote` stands in `document` from `start` to `end` (code points); for what only the registry
    says, `document` is `registry`, `quote` the registry's words, and the offsets are None.
    """

    from_: str
    relation: str
    to: str
    quote: str
    document: str
    start: int | None
    end: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class Present:
    """The body that answers today for one that a task names: as printed, its key and full name."""

    printed: str
    body: str
    name: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task. `implements` is the document that was asked for, `occurrence` the day in `Due`.

    The days of `rrule` fall into `within`, whose ends may be open: the time of the document.
    `now` tells of each of its bodies that is no more by the day asked which one came after it.
    """

    task: str
    text: str
    document: str
    document_title: str
    path: str
    kind: str
    start: int
    end: int
    state: str
    lead: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    due: tuple[dt.date | None, dt.date | None] | None = None
    due_text: str | None = None
    recurrence: tuple[str, ...] = ()
    rrule: tuple[str, ...] = ()
    within: tuple[dt.date | None, dt.date | None] = (None, None)
    condition: str | None = None
    status: str | None = None
    relation: str | None = None
    through: str | None = None
    implements: str | None = None
    occurrence: dt.date | None = None
    chain: tuple[Hop, ...] = ()
    now: tuple[Present, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document; `tasks` and `citations` count what its own text gave, `cited_by` the others."""

    key: str
    type: str
    number: str | None
    symbol: str | None
    date: dt.date | None
    issuer: str | None
    term: str | None
    jurisdiction: str | None
    title: str | None
    standing: str
    status: str | None
    tasks: int = 0
    citations: int = 0
    cited_by: int = 0


@dataclass(frozen=True, slots=True)
class BodyRow:
    """One body, with how many tasks it leads and supports.

    `valid_to` is the first day without it, `successor_date` the first of the one after it, `now`
    the name of who answers for it now; none of them tells what comes after the day asked.
    """

    key: str
    name: str
    kind: str
    jurisdiction: str | None
    parent: str | None
    valid_from: dt.date | None
    valid_to: dt.date | None
    successor: str | None
    successor_date: dt.date | None
    leads: int = 0
    supports: int = 0
    now: str | None = None


@dataclass(frozen=True, slots=True)
class ChainRow:
    """One hop of a chain picture with its distance from the document that was asked for, from 1."""

    depth: int
    direction: str
    hop: Hop
    title: str | None


@dataclass(frozen=True, slots=True)
class CitingRow:
    """One mention of a document: where it stands, its words, how it was resolved."""

    document: str
    citation: str
    quote: str
    start: int
    end: int
    status: str
    method: str
    relies_on: str
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class MisdatedRow:
    """One mention that prints another day than that of the document that it means."""

    document: str
    citation: str
    quote: str
    start: int
    end: int
    target: str
    printed: dt.date
    document_date: dt.date | None
    target_date: dt.date


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One hit of a search, best first. `kind` is `document`, `task` or `body`."""

    kind: str
    key: str
    text: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """One edge beside a node, with its evidence."""

    hop: Hop
    label: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """One figure."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class ForceRow:
    """One thing that became of a document: `since` which day, and the document that did it.

    The proof is `hop`, or `words` where only the registry says so; a document is in force from its
    own day on without any. `holds` marks the one row that tells how it stands on the day asked.
    """

    document: str
    force: str
    since: dt.date | None
    holds: bool
    by: str | None = None
    words: str | None = None
    hop: Hop | None = None


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A review that is due `years` after the day of what it `reviews`: derived, nowhere printed.

    `hop` has the words, such as `tổng kết 10 năm`. `work` is the task that gives it, None where a
    document does by its own title.
    """

    day: dt.date
    years: int
    reviews: str
    since: dt.date
    document: str
    title: str
    hop: Hop
    work: TaskRow | None = None


@dataclass(frozen=True, slots=True)
class GapRow:
    """One of a level, with its first document that implements the one asked for, if it has any.

    `days` lie between the two documents, `documents` counts all of its own; `hop` is the first
    one's step towards the document asked for.
    """

    key: str
    name: str
    document: str | None = None
    date: dt.date | None = None
    days: int | None = None
    documents: int = 0
    hop: Hop | None = None


@dataclass(frozen=True, slots=True)
class ArcRow:
    """A bare edge between two documents, with their days and authorities."""

    source: str
    relation: str
    target: str
    source_date: dt.date | None
    target_date: dt.date | None
    source_authority: str
    target_authority: str


Row: TypeAlias = (
    TaskRow
    | DocumentRow
    | BodyRow
    | ChainRow
    | CitingRow
    | MisdatedRow
    | FoundRow
    | EdgeRow
    | CountRow
    | ForceRow
    | MilestoneRow
    | GapRow
    | ArcRow
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of one page, how many there are in all, and where the next page begins."""

    rows: tuple[Row, ...]
    total: int
    cursor: str | None = None
