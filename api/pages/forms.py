"""The parameters of pages: those of the API, but a box that was left empty says nothing."""

from typing import Annotated, Any, Final, Literal

from pydantic import Field, model_validator

from api.http.analyses import PlotQuery
from api.http.queries import (
    AsOf,
    BodiesQuery,
    DocumentsQuery,
    JurisdictionPage,
    Page,
    Place,
    TasksQuery,
    Text,
)
from graph.answer_types import Tie
from ontology.relations import Relation

ROWS: Final = 50
"""So many rows stand on a page of a table unless somebody asks for another number."""

Rows = Annotated[int, Field(ge=1, le=500)]
At = Annotated[str | None, Field(pattern=r"^[0-9]{1,9}-[0-9]{1,9}$")]


class _Form(AsOf):
    """What a form sends."""

    @model_validator(mode="before")
    @classmethod
    def _without_empty_boxes(cls, values: Any) -> Any:  # noqa: ANN401  (whatever was sent)
        if not isinstance(values, dict):
            return values
        said = {name: _said(value) for name, value in values.items()}
        return {name: value for name, value in said.items() if value not in ("", [])}


def _said(value: Any) -> Any:  # noqa: ANN401  (whatever was sent)
    if isinstance(value, list):
        return [one for one in value if one != ""]
    return value.strip() if isinstance(value, str) else value


class StartForm(_Form):
    """For which day."""


class FindForm(_Form, Page):
    """What is looked for."""

    q: Text
    limit: Rows = ROWS


class TasksForm(_Form, TasksQuery):
    """Which tasks, in which order."""

    limit: Rows = ROWS
    sort: Literal["document", "due", "state", "lead"] = "document"


class TaskForm(_Form):
    """For which day."""


class DocumentsForm(_Form, DocumentsQuery):
    """Which documents."""

    limit: Rows = ROWS


class DocumentForm(_Form, JurisdictionPage):
    """Which place of a document's text is to be shown, or which part of a long text."""

    at: At = None
    part: Annotated[int | None, Field(ge=1, le=100_000)] = None


class BodiesForm(_Form, BodiesQuery):
    """Which bodies."""

    limit: Rows = ROWS


class BodyForm(_Form, Page):
    """Which of a body's tasks."""

    limit: Rows = ROWS


class EvidenceForm(_Form, Page):
    """Which edge."""

    source: Annotated[Text, Field(alias="from")]
    relation: Relation | Tie
    target: Annotated[Text, Field(alias="to")]
    limit: Rows = ROWS


class ChainForm(_Form):
    """Which chain: of a key or citation, which part of it, and from which row of its table on."""

    document: Annotated[str, Field(max_length=500)] = ""
    jurisdiction: Place = None
    way: Literal["both", "up", "down"] = "both"
    tasks: bool = True
    after: Annotated[str | None, Field(max_length=200)] = None


class ChainFileForm(ChainForm):
    """The chain that becomes a file, which must be of something."""

    document: Text


class AnalysisForm(_Form, PlotQuery):
    """What is to be analysed, and which page of it."""

    limit: Rows = ROWS
    after: Annotated[str | None, Field(max_length=200)] = None


class ExploreForm(_Form):
    """Where to begin; all else of a view is in the fragment of its address."""

    key: Text | None = None
