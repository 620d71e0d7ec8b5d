"""What analyses answer: a shape for the rows of each, and for the whole."""

import datetime as dt
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from api.http.shapes.values import (
    DIRECTIVE,
    PLAN,
    Count,
    Cursor,
    Day,
    DocumentKey,
    MaybeDay,
    MaybePlace,
    Shape,
    Total,
)

Figure: TypeAlias = Annotated[float, Field(examples=[37.5])]
MaybeFigure: TypeAlias = Annotated[float | None, Field(examples=[37.5])]
Days: TypeAlias = Annotated[int | None, Field(description="Between the two.", examples=[1940])]
MaybeDocument: TypeAlias = Annotated[str | None, Field(examples=[PLAN])]
OwnName: TypeAlias = Annotated[str, Field(examples=["Lạng Sơn"])]
OwnKey: TypeAlias = Annotated[str, Field(examples=["lang-son"])]


class CoverageShape(Shape):
    """One of a level with its first document; `relation` and `target` are the edge proving it."""

    key: OwnKey
    name: OwnName
    document: MaybeDocument
    date: MaybeDay
    days: Days
    documents: Count
    relation: Annotated[str | None, Field(examples=["implements"])]
    target: Annotated[str | None, Field(examples=[DIRECTIVE])]


class GapShape(Shape):
    """One of a level that has no document."""

    key: OwnKey
    name: OwnName


class LagShape(Shape):
    """Days of a level or province: how many documents, the least, the quartiles, the most."""

    group: Literal["level", "province"]
    name: Annotated[str, Field(description="A level, or a province as in keys.")]
    documents: Count
    least: int
    lower: Figure
    median: Figure
    upper: Figure
    most: int


class LayerShape(Shape):
    """One layer below the document that was asked for."""

    layer: Annotated[int, Field(ge=1, examples=[1])]
    documents: Count
    central: Count
    provinces: Count


class TopShape(Shape):
    """One document that others carry out, and that carries out none."""

    document: DocumentKey
    below: Count
    layers: Count
    widest: Count


class ReliedShape(Shape):
    """One document with its PageRank, its place by that, and how many rest on it."""

    rank: Annotated[int, Field(ge=1, examples=[1])]
    document: DocumentKey
    weight: Annotated[float, Field(ge=0, le=1, examples=[0.03097])]
    implemented_by: Count
    below: Count


class OrphanShape(Shape):
    """One loaded plan that rests on no known document."""

    document: DocumentKey
    date: MaybeDay
    jurisdiction: Annotated[str | None, Field(examples=["Lạng Sơn"])]
    citations: Count
    tasks: Count


class ContradictionShape(Shape):
    """What cannot be of two documents; a misprinted day stands at `start` to `end` of the first."""

    kind: Literal["circle", "later", "against", "both", "ended", "dated", "twice"]
    source: DocumentKey
    relation: Annotated[str | None, Field(examples=["implements"])]
    target: DocumentKey
    source_date: MaybeDay
    target_date: MaybeDay
    day: Annotated[dt.date | None, Field(examples=["2026-01-09"])]
    by: MaybeDocument
    start: MaybePlace
    end: MaybePlace


class MonthShape(Shape):
    """The deadlines of one month, by the state of the task."""

    month: Annotated[str, Field(pattern=r"^\d{4}-\d\d$", examples=["2026-04"])]
    done_on_time: Annotated[int, Field(alias="done-on-time", ge=0, examples=[2])]
    done_late: Annotated[int, Field(alias="done-late", ge=0, examples=[0])]
    open_in_time: Annotated[int, Field(alias="open-in-time", ge=0, examples=[4])]
    open_overdue: Annotated[int, Field(alias="open-overdue", ge=0, examples=[0])]
    recurring: Count
    total: Count


class SideShape(Shape):
    """One figure of both, or after how many days each implemented one central document."""

    kind: Literal["figure", "document"]
    name: Annotated[str, Field(description="Of the figure, or the key of the document.")]
    first: MaybeFigure
    second: MaybeFigure


class AnalysisAnswer(Shape):
    """A page of an analysis; `notes` say what it tells and what it does not."""

    question: Literal["analyse"]
    as_of: Day
    total: Total
    notes: list[str]
    cursor: Cursor


class CoverageAnswer(AnalysisAnswer):
    """All of a level, with what each has issued to implement a document."""

    analysis: Literal["coverage"]
    rows: list[CoverageShape]


class GapAnswer(AnalysisAnswer):
    """Those of a level that have no document that implements one."""

    analysis: Literal["gap"]
    rows: list[GapShape]


class LagAnswer(AnalysisAnswer):
    """How many days after a document those came that implement it."""

    analysis: Literal["lag"]
    rows: list[LagShape]


class DepthAnswer(AnalysisAnswer):
    """The layers below a document; without one, all that others carry out, the largest first."""

    analysis: Literal["depth"]
    rows: list[LayerShape | TopShape]


class ReliedAnswer(AnalysisAnswer):
    """Documents by their PageRank over implementing edges."""

    analysis: Literal["relied"]
    rows: list[ReliedShape]


class OrphansAnswer(AnalysisAnswer):
    """Loaded plans that rest on no known document."""

    analysis: Literal["orphans"]
    rows: list[OrphanShape]


class CyclesAnswer(AnalysisAnswer):
    """Circles and contradictions."""

    analysis: Literal["cycles"]
    rows: list[ContradictionShape]


class WorkloadAnswer(AnalysisAnswer):
    """The deadlines of a body, month by month."""

    analysis: Literal["workload"]
    rows: list[MonthShape]


class CompareAnswer(AnalysisAnswer):
    """Two provinces side by side."""

    analysis: Literal["compare"]
    rows: list[SideShape]
