"""Values that many answers hold, each with an example."""

import datetime as dt
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

DIRECTIVE = "tw/05-CT-TW/2016-05-15"
PLAN = "ha-son/41-KH-TU/2021-09-06"
TASK = f"{PLAN}#III.2"


class Shape(BaseModel):
    """An object with exactly these names."""

    model_config = ConfigDict(extra="forbid")


DocumentKey: TypeAlias = Annotated[
    str, Field(description="The key of a document.", examples=[DIRECTIVE])
]
TaskKey: TypeAlias = Annotated[str, Field(description="The key of a task.", examples=[TASK])]
BodyKey: TypeAlias = Annotated[
    str, Field(description="The key of a body.", examples=["ha-son/ban-tuyen-giao-tinh-uy"])
]
AnyKey: TypeAlias = Annotated[str, Field(description="The key of a node.", examples=[PLAN])]
Day: TypeAlias = Annotated[dt.date, Field(examples=["2021-09-06"])]
MaybeDay: TypeAlias = Annotated[dt.date | None, Field(examples=["2021-09-06"])]
Moment: TypeAlias = Annotated[
    str, Field(description="ISO 8601, with its offset.", examples=["2026-04-15T08:30:00+07:00"])
]
Count: TypeAlias = Annotated[int, Field(ge=0, examples=[3])]
Place: TypeAlias = Annotated[
    int, Field(ge=0, description="In code points of the document's text.", examples=[1204])
]
MaybePlace: TypeAlias = Annotated[
    int | None,
    Field(description="In code points of the document's text, from 0; none in the registry."),
]
Words: TypeAlias = Annotated[
    str, Field(description="As it is printed.", examples=["Ban Tuyên giáo Tỉnh ủy"])
]
MaybeWords: TypeAlias = Annotated[str | None, Field(examples=["Ban Tuyên giáo Tỉnh ủy"])]
Quote: TypeAlias = Annotated[
    str,
    Field(
        description="The words that prove it.",
        examples=["thực hiện Kế hoạch số 41-KH/TU, ngày 06/9/2021"],
    ),
]
RelationName: TypeAlias = Annotated[
    str, Field(description="How the one stands to the other.", examples=["implements"])
]
Interval: TypeAlias = Annotated[
    tuple[dt.date | None, dt.date | None] | None,
    Field(
        description="First and last day, both included; either may be open.",
        examples=[[None, "2026-04-30"]],
    ),
]
Cursor: TypeAlias = Annotated[
    str | None,
    Field(description="The `after` of the next page; none on the last one.", examples=[None]),
]
Total: TypeAlias = Annotated[int, Field(ge=0, description="On all pages.", examples=[1])]


class Evidence(Shape):
    """The words that give one field of a document or task, with their place and rule."""

    field: Annotated[str, Field(examples=["lead"])]
    text: Words
    start: Place
    end: Place
    rule: Annotated[str, Field(examples=["lead before the colon"])]


class Change(Shape):
    """What somebody said of a task: from which day on, and when it was said."""

    task: TaskKey
    status: Annotated[str, Field(pattern="^(done|open|cancelled)$", examples=["done"])]
    on: Day
    by: Annotated[str, Field(examples=["Nguyễn Thị Lan"])]
    note: Annotated[str, Field(examples=["đã ban hành báo cáo"])]
    at: Moment
