"""The rows of answers, with the names that JSON and CSV of the command line have."""

from typing import Annotated, Literal

from pydantic import Field

from api.http.shapes.values import (
    AnyKey,
    BodyKey,
    Count,
    Day,
    DocumentKey,
    Interval,
    MaybeDay,
    MaybePlace,
    MaybeWords,
    Place,
    Quote,
    RelationName,
    Shape,
    TaskKey,
    Words,
)
from graph.answer_types import Force, State, Through
from ontology.facts import ItemKind, Standing


class HopShape(Shape):
    """One step of a chain, from the node nearer to the ground to the one above it."""

    from_: Annotated[AnyKey, Field(alias="from")]
    relation: RelationName
    to: DocumentKey
    quote: Quote
    document: Annotated[
        str,
        Field(description="Where the words stand: a key, or `registry`.", examples=["registry"]),
    ]
    start: MaybePlace
    end: MaybePlace
    rule: Annotated[str, Field(description="Which rule read it.", examples=["registry"])]


class RecurrenceShape(Shape):
    """One way in which work comes round; RFC 5545 where its period is named."""

    frequency: Annotated[str, Field(examples=["monthly"])]
    rrule: Annotated[str | None, Field(examples=["FREQ=MONTHLY;BYMONTHDAY=23"])]


class PresentShape(Shape):
    """The body that answers today for one that is no more."""

    printed: Words
    body: BodyKey
    name: Words


class TaskCore(Shape):
    """What any answer tells of a task."""

    task: TaskKey
    text: Annotated[str, Field(examples=["Hướng dẫn thực hiện Kế hoạch này"])]
    document: DocumentKey
    path: Annotated[str, Field(description="Its place in the document.", examples=["III.2"])]
    kind: ItemKind
    due: Interval
    due_text: MaybeWords
    recurrence: Annotated[str | None, Field(examples=[None])]
    condition: Annotated[str | None, Field(examples=["Khi có hướng dẫn của Tỉnh ủy"])]
    state: State
    lead: list[Words]
    cooperating: list[Words]
    occurrence: Annotated[
        MaybeDay, Field(description="Of a deadline: the day on which it falls.", examples=[None])
    ]
    status: Annotated[str | None, Field(description="As printed.", examples=[None])]
    recurrences: list[RecurrenceShape]
    start: Place
    end: Place
    document_title: Annotated[str, Field(examples=["thực hiện Kết luận số 01-KL/TW"])]
    now: Annotated[list[PresentShape], Field(examples=[[]])]


class TaskShape(TaskCore):
    """A task, with the shortest way to the document that was asked for."""

    relation: Annotated[str | None, Field(examples=["implements"])]
    through: Annotated[Through | None, Field(description="How it gets there.")]
    chain: list[HopShape]
    implements: Annotated[str | None, Field(examples=["tw/05-CT-TW/2016-05-15"])]


class DocumentShape(Shape):
    """A document; `tasks` and `citations` are its own, `cited_by` counts mentions elsewhere."""

    document: DocumentKey
    type: Annotated[str, Field(description="Code of its type.", examples=["CT"])]
    number: Annotated[str | None, Field(examples=["05"])]
    symbol: Annotated[str | None, Field(examples=["CT/TW"])]
    date: MaybeDay
    issuer: Annotated[str | None, Field(examples=["Bộ Chính trị"])]
    term: Annotated[str | None, Field(examples=["XII"])]
    jurisdiction: Annotated[str | None, Field(examples=["Trung ương"])]
    title: Annotated[str | None, Field(examples=["Đẩy mạnh việc học tập và làm theo"])]
    standing: Standing
    status: Annotated[str | None, Field(examples=["in force"])]
    tasks: Count
    citations: Count
    cited_by: Count


class BodyShape(Shape):
    """A body, with how many tasks it leads and supports."""

    body: BodyKey
    name: Words
    kind: Annotated[str, Field(examples=["board"])]
    jurisdiction: Annotated[str | None, Field(examples=["Hà Sơn"])]
    parent: Annotated[str | None, Field(examples=[None])]
    valid_from: Annotated[MaybeDay, Field(examples=[None])]
    valid_to: Annotated[MaybeDay, Field(examples=[None])]
    successor: Annotated[str | None, Field(examples=[None])]
    successor_date: Annotated[MaybeDay, Field(examples=[None])]
    leads: Count
    supports: Count
    now: Annotated[
        str | None, Field(description="The full name of who answers for it.", examples=[None])
    ]


class ForceShape(Shape):
    """One thing that became of a document; `holds` marks how it stands on the day asked."""

    document: DocumentKey
    force: Annotated[Force, Field(examples=["in-force"])]
    since: MaybeDay
    holds: Annotated[bool, Field(examples=[True])]
    by: Annotated[str | None, Field(description="The document that did it.", examples=[None])]
    words: Annotated[str | None, Field(description="The registry's.", examples=[None])]
    hop: HopShape | None


class ChainShape(HopShape):
    """One hop of a chain, with its distance from the document that was asked for."""

    depth: Annotated[int, Field(ge=1, examples=[1])]
    direction: Annotated[str, Field(pattern="^(up|down)$", examples=["down"])]
    title: Annotated[str | None, Field(examples=["thực hiện Kết luận số 01-KL/TW"])]


class CitingShape(Shape):
    """One mention of a document."""

    document: DocumentKey
    citation: Annotated[str, Field(examples=["c3"])]
    quote: Quote
    start: Place
    end: Place
    status: Annotated[str, Field(examples=["resolved"])]
    method: Annotated[str, Field(examples=["date"])]
    relies_on: DocumentKey
    successor: Annotated[str | None, Field(examples=[None])]


class FoundShape(Shape):
    """One hit of a search."""

    kind: Annotated[str, Field(pattern="^(document|task|body)$", examples=["document"])]
    key: AnyKey
    text: Annotated[str, Field(examples=["Chỉ thị 05-CT/TW"])]
    date: MaybeDay


class EdgeShape(HopShape):
    """One edge, with the words by which people know the node at its other end."""

    to: AnyKey
    label: Annotated[str, Field(examples=["Chỉ thị 05-CT/TW"])]


class NodeShape(Shape):
    """A node by the words that people know it by, its days, and its state or standing."""

    key: AnyKey
    kind: Annotated[str, Field(pattern="^(document|task|body)$", examples=["document"])]
    name: Annotated[str, Field(examples=["Kế hoạch 41-KH/TU (6/9/2021)"])]
    about: Annotated[str, Field(description="Title of a document, words of a task.")]
    type: Annotated[str, Field(description="Type, or kind of task or body.", examples=["KH"])]
    standing: Standing | None
    state: State | None
    date: MaybeDay
    due: Interval
    central: Annotated[bool, Field(description="Of the centre.", examples=[False])]
    part_of: Annotated[str | None, Field(description="A task's document.", examples=[None])]


class CountShape(Shape):
    """One figure."""

    name: Annotated[str, Field(examples=["tasks"])]
    count: Count


class CandidateShape(Shape):
    """A document that a citation may mean, and what speaks for and against it."""

    document: DocumentKey
    type: Annotated[str, Field(examples=["CT"])]
    number: Annotated[str | None, Field(examples=["05"])]
    symbol: Annotated[str | None, Field(examples=["CT/TW"])]
    date: MaybeDay
    issuer: Annotated[str | None, Field(examples=["Bộ Chính trị"])]
    term: Annotated[str | None, Field(examples=["XII"])]
    title: Annotated[str | None, Field(examples=["Đẩy mạnh việc học tập và làm theo"])]
    why: Annotated[str, Field(examples=["đúng số, ký hiệu; ban hành ngày 15/05/2016"])]


class FileShape(Shape):
    """What became of one file; `code` tells why it was refused."""

    path: Annotated[str, Field(description="As it was named.", examples=["ke-hoach-41.docx"])]
    outcome: Annotated[
        str,
        Field(pattern="^(loaded|unchanged|updated|duplicate|refused)$", examples=["loaded"]),
    ]
    key: Annotated[str | None, Field(examples=["ha-son/41-KH-TU/2021-09-06"])]
    message: Annotated[str | None, Field(examples=[None])]
    code: Annotated[str | None, Field(examples=[None])]
    citations: Count
    items: Count
    problems: Count


class MilestoneShape(Shape):
    """A review that is due some years after what it reviews: derived, nowhere printed."""

    day: Day
    years: Count
    reviews: DocumentKey
    since: Day
    derived: Literal[True]
    document: DocumentKey
    title: Words
    task: Annotated[str | None, Field(examples=[None])]
    text: MaybeWords
    lead: list[Words]
    cooperating: list[Words]
    state: State | None
    now: Annotated[list[PresentShape], Field(examples=[[]])]
    hop: HopShape
