"""Whole answers: a page of rows with the total and the cursor, or all of one thing."""

from typing import Annotated, Literal

from pydantic import Field

from api.http.shapes.rows import (
    BodyShape,
    CandidateShape,
    ChainShape,
    CitingShape,
    CountShape,
    DocumentShape,
    EdgeShape,
    FileShape,
    ForceShape,
    FoundShape,
    MilestoneShape,
    NodeShape,
    TaskCore,
    TaskShape,
)
from api.http.shapes.values import (
    Change,
    Count,
    Cursor,
    Day,
    DocumentKey,
    Evidence,
    Interval,
    Moment,
    Shape,
    TaskKey,
    Total,
)
from graph.answer_types import State


class Page(Shape):
    """A page of an answer."""

    as_of: Day
    total: Total
    cursor: Cursor


class DocumentsAnswer(Page):
    """Documents."""

    question: Literal["documents"]
    rows: list[DocumentShape]


class ReplacedAnswer(Page):
    """Mentions of replaced documents."""

    question: Literal["replaced"]
    rows: list[CitingShape]


class CitingAnswer(Page):
    """Mentions of a document."""

    question: Literal["citing"]
    rows: list[CitingShape]


class ChainAnswer(Page):
    """The chain of a document, of all that a citation may mean."""

    question: Literal["chain"]
    rows: list[ChainShape]
    documents: list[DocumentKey]


class TasksAnswer(Page):
    """Tasks; `implements` are the documents that were asked for, several of an unclear citation."""

    question: Literal["tasks"]
    rows: list[TaskShape]
    implements: list[DocumentKey] = Field(default=[])


class DueAnswer(Page):
    """Deadlines from `start` to `end`; on the first page also the milestones of these days."""

    question: Literal["due"]
    rows: list[TaskShape]
    start: Day
    end: Day
    milestones: list[MilestoneShape]
    milestones_total: Count


class BodiesAnswer(Page):
    """Bodies."""

    question: Literal["bodies"]
    rows: list[BodyShape]


class SearchAnswer(Page):
    """What was found."""

    question: Literal["search"]
    rows: list[FoundShape]


class NodesAnswer(Page):
    """Nodes."""

    question: Literal["nodes"]
    rows: list[NodeShape]


class NeighboursAnswer(Page):
    """The edges of a node."""

    question: Literal["neighbours"]
    rows: list[EdgeShape]


class EvidenceAnswer(Page):
    """The places that prove an edge."""

    question: Literal["evidence"]
    rows: list[EdgeShape]


class StatsAnswer(Page):
    """Figures."""

    question: Literal["stats"]
    rows: list[CountShape]


class CountersAnswer(Page):
    """The four counters."""

    question: Literal["four-counters"]
    rows: list[CountShape]
    implements: list[DocumentKey] = Field(default=[])


class ResolveAnswer(Shape):
    """What a citation means: the first row where it is resolved."""

    question: Literal["resolve"]
    as_of: Day
    status: Literal["resolved", "ambiguous", "unknown"]
    total: Total
    rows: list[CandidateShape]
    disagreements: Annotated[list[str], Field(examples=[[]])]
    method: Annotated[str, Field(examples=["date"])]
    rest: Annotated[str | None, Field(examples=["Kết luận 01-KL/TW"])]


class _WithEdges(Shape):
    edges: list[EdgeShape]
    edges_total: Count


class DocumentDetails(DocumentShape, _WithEdges):
    """All that is known of a document; the last names only of one that was loaded."""

    period: Interval = None
    signatory: Annotated[str | None, Field(examples=["Nguyễn Văn A"])] = None
    recipients: list[str] = Field(default=[], examples=[["Các huyện ủy"]])
    file: Annotated[str, Field(examples=["samples/01-ke-hoach-41-tu.txt"])] = ""
    sha256: Annotated[str, Field(examples=["9ece7318e1ae2c20"])] = ""
    problems: list[str] = Field(default=[], examples=[[]])
    evidence: list[Evidence] = Field(default=[])
    in_force: list[ForceShape]


class TaskDetails(TaskCore, _WithEdges):
    """All that is known of a task."""

    evidence: list[Evidence]
    history: list[Change]


class BodyDetails(BodyShape, _WithEdges):
    """All that is known of a body."""


class ShownDocument(Page):
    """A document, with a page of its edges: `cursor` leads to the next ones."""

    question: Literal["show"]
    rows: list[DocumentDetails]


class ShownTask(Page):
    """A task, with a page of its edges."""

    question: Literal["show"]
    rows: list[TaskDetails]


class ShownBody(Page):
    """A body, with a page of its edges."""

    question: Literal["show"]
    rows: list[BodyDetails]


class StatusAnswer(Shape):
    """What people said of a task, and the state that follows from it."""

    question: Literal["status"]
    as_of: Day
    total: Total
    rows: list[Change]
    task: TaskKey
    state: State


class LoadCounts(Shape):
    """How many files came to each end."""

    loaded: Count
    unchanged: Count
    updated: Count
    duplicate: Count
    refused: Count


class LoadsRow(Shape):
    """A load without its files."""

    load: Annotated[str, Field(examples=["8c79b78dd0784ad4a898e3385bc82670"])]
    at: Moment
    by: Annotated[str, Field(examples=["van-thu"])]
    state: Annotated[
        str, Field(pattern="^(waiting|loading|done|failed|stopped)$", examples=["done"])
    ]
    files: Count
    message: Annotated[str | None, Field(examples=[None])]
    total: Total
    counts: LoadCounts


class LoadAnswer(LoadsRow):
    """A load with what became of each of its files so far."""

    question: Literal["load"]
    rows: list[FileShape]


class LoadsAnswer(Shape):
    """The loads since the server began."""

    question: Literal["loads"]
    total: Total
    rows: list[LoadsRow]


class SessionAnswer(Shape):
    """Whose key it is; nothing where reading is open."""

    name: Annotated[str | None, Field(examples=["van-thu"])]
    role: Annotated[Literal["reader", "editor"] | None, Field(examples=["editor"])]


class HealthAnswer(Shape):
    """That it is well."""

    status: Literal["ok", "ready"]


class ProblemPlace(Shape):
    """Where in a request a value is wrong; `at` is its first wrong code point, if that is known."""

    in_: Annotated[
        Literal["query", "path", "header", "cookie", "body"], Field(alias="in", examples=["query"])
    ]
    name: Annotated[str, Field(examples=["as_of"])]
    at: Annotated[int | None, Field(ge=0, examples=[None])]


class ProblemPart(Shape):
    """One of several values that are wrong."""

    message: str
    place: ProblemPlace


class Problem(Shape):
    """What went wrong (RFC 9457). Programs go by `code`; `detail` is for people."""

    model_config = Shape.model_config | {"extra": "allow"}

    type: str
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    code: str
    detail: str
    place: ProblemPlace | None = None
    errors: list[ProblemPart] = Field(default=[])
    candidates: list[DocumentKey] = Field(default=[])
