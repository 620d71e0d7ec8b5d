"""The parameters of each resource as they stand in a URL; what is not declared is refused."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Annotated, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from api.asking import WantedTasks
from api.options import PAGE, today
from graph.answer_types import State, Tie
from graph.questions import Chain
from ontology.facts import ItemKind, Standing
from ontology.relations import Relation

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")

Text = Annotated[str, Field(min_length=1, max_length=500)]
"""Words of people: a name, a citation, what is looked for."""


def _day(value: object) -> object:
    """Refuse what only looks like a day to a lenient reader: numbers, moments."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        reason = "not a day"
        raise ValueError(reason)
    return value


Day = Annotated[dt.date, BeforeValidator(_day)]


class Query(BaseModel):
    """What any request may say."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Nothing(Query):
    """No parameter at all."""


class AsOf(Query):
    """For which day to answer."""

    as_of_: Annotated[
        Day | None,
        Field(alias="as_of", description="The day for which to answer; today without it."),
    ] = None

    @property
    def as_of(self) -> dt.date:
        """The day: as asked, or else today."""
        return self.as_of_ or today()


class Page(AsOf):
    """Which page of an answer."""

    limit: Annotated[int, Field(ge=0, description="How many rows at most.")] = PAGE
    after: Annotated[
        str | None,
        Field(max_length=200, description="The `cursor` of the page before, to see the next one."),
    ] = None


ExportForm = Literal["ttl", "nq", "jsonld", "graphml", "gexf", "csv", "parquet"]
"""A form of `graph.exporting.forms` that is given over HTTP."""

Place = Annotated[
    Text | None, Field(description="Whose local symbols are meant: a province, or Trung ương.")
]


@dataclass(frozen=True, slots=True)
class Whole:
    """An answer that is not parted into pages."""

    as_of: dt.date
    limit: None = None
    after: None = None


def whole(query: AsOf) -> Whole:
    """Return the page that holds the whole answer."""
    return Whole(query.as_of)


class Jurisdiction(AsOf):
    """What a question may say that names a local document."""

    jurisdiction: Place = None


class JurisdictionPage(Page):
    """A page of an answer to a question that may name a local document."""

    jurisdiction: Place = None


class DocumentsQuery(JurisdictionPage):
    """Which documents."""

    type: Annotated[Text | None, Field(description="A word or code: Chỉ thị, CT.")] = None
    standing: Annotated[Standing | None, Field(description="How it is known.")] = None
    issuer: Annotated[Text | None, Field(description="Who issued it.")] = None


class Links(Jurisdiction):
    """Which part of a chain."""

    up: Annotated[bool | None, Field(description="What it is based on.")] = None
    down: Annotated[bool | None, Field(description="What carries it out.")] = None
    tasks: Annotated[bool, Field(description="With the tasks at the end of the way down.")] = False
    depth: Annotated[int | None, Field(ge=1, description="How many hops away at most.")] = None


class ChainQuery(JurisdictionPage, Links):
    """Which part of a chain, and which page of it."""


class PictureQuery(Links):
    """Which part of a chain is drawn."""


WithHistory = Annotated[bool, Field(description="Also the bodies before and after that one.")]


class CounterFilters(AsOf):
    """Which tasks, whatever their state, of those that another parameter or the path has chosen."""

    kind: Annotated[list[ItemKind], Field(description="Tasks and assignments without it.")] = []
    body: Annotated[Text | None, Field(description="Who leads or cooperates.")] = None
    with_history: WithHistory = False
    due_from: Annotated[Day | None, Field(description="Due on this day or later.")] = None
    due_to: Annotated[Day | None, Field(description="Due on this day or earlier.")] = None
    relation: Annotated[
        list[Relation], Field(description="How it reaches what it implements.")
    ] = []
    jurisdiction: Place = None
    province: Annotated[
        Text | None,
        Field(description="In documents of this province and its communes, or of Trung ương."),
    ] = None

    def wanted(self, **more: str | None) -> WantedTasks:
        """Return which tasks are wanted, with what the path or a query tells besides."""
        told = {
            "kind": tuple(self.kind),
            "relation": tuple(self.relation),
            "body": self.body,
            "with_history": self.with_history,
            "due_from": self.due_from,
            "due_to": self.due_to,
            "jurisdiction": self.jurisdiction,
            "province": self.province,
        }
        return WantedTasks(**(told | more))  # type: ignore[arg-type]  # a table of both


class TaskFilters(Page, CounterFilters):
    """Which tasks, of those that another parameter or the path has chosen, and which page."""

    state: Annotated[list[State], Field(description="All states without it.")] = []

    def wanted(self, **more: str | None) -> WantedTasks:
        """Return which tasks are wanted, with what the path or a query tells besides."""
        return replace(super().wanted(**more), state=tuple(self.state))


Implements = Annotated[
    Text | None, Field(description="What they carry out: the key or citation of a document.")
]
Within = Annotated[
    Text | None, Field(description="The plan in which they stand: a key or citation.")
]


class TasksQuery(TaskFilters):
    """Which tasks."""

    implements: Implements = None
    document: Within = None


class CountersQuery(CounterFilters):
    """Which tasks are counted by their state."""

    implements: Implements = None
    document: Within = None


class FileQuery(CountersQuery):
    """Which tasks are put into a file: no page of them, all up to a most."""

    state: Annotated[list[State], Field(description="All states without it.")] = []

    def wanted(self, **more: str | None) -> WantedTasks:
        """Return which tasks are wanted, with what the path or a query tells besides."""
        return replace(super().wanted(**more), state=tuple(self.state))


class FormQuery(Query):
    """In which form, for who cannot say it in a header."""

    format: Annotated[
        Literal["html", "ttl", "jsonld"] | None, Field(description="By Accept without it.")
    ] = None


class ExportQuery(Query):
    """What is exported as what."""

    format: Annotated[ExportForm, Field(description="As of `chidao export`; tables in an archive.")]
    around: Annotated[
        Text | None,
        Field(description="Only this document, by key or citation, and what is one edge away."),
    ] = None


class SparqlQuery(Query):
    """What is asked in SPARQL."""

    query: Annotated[str, Field(description="SELECT, ASK, CONSTRUCT or DESCRIBE.")]


class DueQuery(Page):
    """Which deadlines."""

    within: Annotated[
        str,
        Field(
            pattern=r"^[0-9]{1,5}[dwm]?$",
            description="From the day on: days (14d), weeks (2w) or months (1m).",
        ),
    ] = "30d"
    body: Annotated[Text | None, Field(description="Who leads or cooperates.")] = None
    with_history: WithHistory = False
    kind: Annotated[list[ItemKind], Field(description="Tasks and assignments without it.")] = []


class BodiesQuery(Page):
    """Which bodies."""

    words: Annotated[str, Field(max_length=500, description="Of their names; all without it.")] = ""


class ResolveQuery(Jurisdiction):
    """What is to be resolved."""

    citation: Annotated[Text, Field(description="A number and symbol, as people write them.")]


class NeighboursQuery(Page):
    """Whose edges."""

    key: Annotated[Text, Field(description="Of a document, task or body.")]


class EvidenceQuery(Page):
    """Which edge."""

    source: Annotated[Text, Field(alias="from", description="The key nearer to the ground.")]
    relation: Annotated[Relation | Tie, Field(description="How the two stand to each other.")]
    target: Annotated[Text, Field(alias="to", description="The key above it.")]


class CheckQuery(Query):
    """How a draft is checked."""

    date: Annotated[
        Day | None, Field(description="As of which day; the draft's own without it, else today.")
    ] = None
    jurisdiction: Annotated[
        Text | None, Field(description="Whose draft it is, where it does not say: a province.")
    ] = None


class WordQuery(CheckQuery):
    """How a Word file with comments is made."""

    suggest: Annotated[
        bool, Field(description="With tracked changes where the correction is certain.")
    ] = False
    take: Annotated[
        list[Text],
        Field(
            max_length=1_000,
            description="Only the changes of these findings, each `CODE@START`; all without it.",
        ),
    ] = []


MOST_NODES: Final = 100
"""How many nodes may be asked for at once."""


class NodesQuery(AsOf):
    """Which nodes."""

    key: Annotated[
        list[Text],
        Field(min_length=1, max_length=MOST_NODES, description="Of documents, tasks and bodies."),
    ]


class SearchQuery(Page):
    """What is looked for."""

    words: Annotated[Text, Field(description="With or without accents.")]


def chain_question(
    query: Links, keys: tuple[str, ...], depth: int, limit: int | None, after: str | None = None
) -> Chain:
    """Return the question for the chains of documents: both ways where none is asked for."""
    both = bool(query.up) == bool(query.down)
    return Chain(
        as_of=query.as_of,
        limit=limit,
        after=after,
        document=" ".join(keys),
        up=bool(query.up) or both,
        down=bool(query.down) or both,
        tasks=query.tasks,
        depth=depth,
    )
