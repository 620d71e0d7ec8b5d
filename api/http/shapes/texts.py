"""A loaded document's text with all that was read from it."""

from typing import Annotated

from pydantic import Field

from api.http.shapes.rows import RecurrenceShape
from api.http.shapes.values import (
    Count,
    Day,
    DocumentKey,
    Interval,
    MaybeDay,
    Place,
    RelationName,
    Shape,
    Words,
)
from checks.findings import Severity
from ontology.facts import ItemKind

Id = Annotated[str, Field(description="Of the citation, in this document.", examples=["c1"])]
Rule = Annotated[str, Field(description="Which rule read it.", examples=["number and symbol"])]


class PhraseShape(Shape):
    """Words that give a value, with their place."""

    text: Words
    start: Place
    end: Place
    rule: Rule


class HeaderShape(Shape):
    """What the document's header says; `evidence` are the words for each value."""

    type: Annotated[str, Field(examples=["KH"])]
    number: Annotated[str | None, Field(examples=["41"])]
    symbol: Annotated[str | None, Field(examples=["KH/TU"])]
    title: Annotated[str | None, Field(examples=["thực hiện Kết luận số 01-KL/TW"])]
    issuer: Annotated[str | None, Field(examples=["Tỉnh ủy Hà Sơn"])]
    jurisdiction: Annotated[str | None, Field(examples=["Hà Sơn"])]
    date: MaybeDay
    period: Interval
    signatory: Annotated[str | None, Field(examples=["Nguyễn Văn A"])]
    place: Annotated[str | None, Field(examples=["Hà Sơn"])]
    recipients: Annotated[list[str], Field(examples=[["Các huyện ủy"]])]
    evidence: Annotated[dict[str, PhraseShape], Field(examples=[{}])]


class ResolutionShape(Shape):
    """What a citation means: `document` where one is left, else the candidates."""

    status: Annotated[str, Field(examples=["resolved"])]
    method: Annotated[str, Field(examples=["date"])]
    document: Annotated[str | None, Field(examples=["tw/05-CT-TW/2016-05-15"])]
    candidates: list[DocumentKey]
    disagreements: Annotated[list[str], Field(examples=[[]])]


class CitationShape(Shape):
    """One mention of a document, with what is printed of it."""

    id: Id
    start: Place
    end: Place
    text: Words
    type: Annotated[str, Field(examples=["CT"])]
    number: Annotated[str, Field(examples=["05"])]
    symbol: Annotated[str | None, Field(examples=["CT/TW"])]
    date: MaybeDay
    issuer: Annotated[str | None, Field(examples=["Bộ Chính trị"])]
    term: Annotated[str | None, Field(examples=["XII"])]
    title: Annotated[str | None, Field(examples=[None])]
    rule: Rule
    resolution: ResolutionShape | None


class LinkShape(Shape):
    """How two documents stand to each other, by the words of this one."""

    from_: Annotated[Id, Field(alias="from")]
    to: Id
    relation: RelationName
    rule: Rule
    start: Place
    end: Place


class TargetShape(PhraseShape):
    """A document that a task, or the plan by its title, is about."""

    citation: Id
    relation: RelationName


class RecurringShape(RecurrenceShape, PhraseShape):
    """One way in which work comes round, with the words that say so."""


class ItemEvidence(Shape):
    """The words that give each value of a task."""

    lead: list[PhraseShape]
    cooperating: list[PhraseShape]
    due: list[PhraseShape]
    condition: PhraseShape | None
    status: PhraseShape | None


class ItemShape(Shape):
    """A task, assignment or topic; its key is the document's key, `#` and its `path`."""

    id: Annotated[str, Field(examples=["t1"])]
    kind: ItemKind
    path: Annotated[str, Field(examples=["III.2"])]
    start: Place
    end: Place
    text: Words
    lead: list[Words]
    cooperating: list[Words]
    due: Interval
    due_text: Annotated[str | None, Field(examples=["trong tháng 4/2026"])]
    recurrence: Annotated[str | None, Field(examples=[None])]
    recurrences: list[RecurringShape]
    condition: Annotated[str | None, Field(examples=[None])]
    status: Annotated[str | None, Field(examples=[None])]
    targets: list[TargetShape]
    parent: Annotated[str | None, Field(examples=["III"])]
    rule: Rule
    evidence: ItemEvidence


class TroubleShape(Shape):
    """Something that looks like a fact and could not be read as one."""

    code: Annotated[str, Field(examples=["impossible-date"])]
    message: Annotated[str, Field(examples=["không có ngày 31/02/2026 trong lịch"])]
    start: Annotated[int | None, Field(examples=[1204])]
    end: Annotated[int | None, Field(examples=[1214])]


class ProofShape(Shape):
    """What proves a finding: a known document, or other words of the draft at their place."""

    words: Words
    document: Annotated[str | None, Field(examples=["tw/05-CT-TW/2016-05-15"])]
    start: Annotated[int | None, Field(examples=[None])]
    end: Annotated[int | None, Field(examples=[None])]
    source: Annotated[str | None, Field(examples=["công báo"])]


class FindingShape(Shape):
    """One thing that is wrong with a draft; `replacement` is there only where it is certain."""

    code: Annotated[str, Field(examples=["citation-date"])]
    severity: Annotated[Severity, Field(examples=["error"])]
    start: Place
    end: Place
    quote: Annotated[str, Field(examples=["15/6/2016"])]
    message: Annotated[str, Field(examples=["Ngày 15/6/2016 không đúng …"])]
    replacement: Annotated[str | None, Field(examples=["15/5/2016"])]
    source: Annotated[str | None, Field(examples=["sổ đăng ký"])]
    evidence: list[ProofShape]


class CountsShape(Shape):
    """How many findings there are of each severity."""

    error: Count
    warning: Count
    hint: Count


class CheckAnswer(Shape):
    """What is wrong with a draft; places are code points of its text as it was read."""

    file: Annotated[str, Field(examples=["ke-hoach.docx"])]
    as_of: Day
    findings: list[FindingShape]
    counts: CountsShape
    accepted: Annotated[int, Field(ge=0, examples=[0])]


class TextAnswer(Shape):
    """A text with all that was read from it; places are code points of `text`."""

    key: DocumentKey
    file: Annotated[str, Field(examples=["01-ke-hoach-41-tu.txt"])]
    format: Annotated[str, Field(examples=["txt"])]
    sha256: Annotated[str, Field(examples=["9ece7318e1ae2c20"])]
    length: Annotated[int, Field(ge=1, examples=[8123])]
    text: Annotated[str, Field(examples=["TỈNH ỦY HÀ SƠN …"])]
    document: HeaderShape
    citations: list[CitationShape]
    links: list[LinkShape]
    items: list[ItemShape]
    aims: list[TargetShape]
    problems: list[TroubleShape]
