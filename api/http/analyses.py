"""The parameters of analyses as they stand in a URL, and the questions that they make."""

import datetime as dt
from typing import Annotated, Any

from pydantic import Field

from api.analysing import wrong_in
from api.http.problems import Code, Place, ProblemError
from api.http.queries import AsOf, Day, Page, Text, WithHistory
from api.words import Words
from graph.analysis.asked import Analyse, Name
from graph.questions import Level

Document = Annotated[Text, Field(description="The key or citation of a document.")]
Body = Annotated[Text, Field(description="A name or key.")]
Province = Annotated[Text, Field(description="A province, or what stood before it.")]
Whose = Annotated[Text | None, Field(description="With `level=board`: of which province.")]
Levels = Annotated[
    Level, Field(description="Provinces, bodies of the centre, or those of a province.")
]
From = Annotated[Day | None, Field(description="The beginning of the year without it.")]
To = Annotated[Day | None, Field(description="The end of the year without it.")]


class AnyQuery(Page):
    """An analysis that wants nothing."""


class DocumentQuery(Page):
    """An analysis of a document."""

    document: Document


class MaybeDocumentQuery(Page):
    """An analysis of a document, or of all."""

    document: Annotated[Document | None, Field(description="All of them without it.")] = None


class LevelQuery(DocumentQuery):
    """An analysis of a document and a level."""

    level: Levels = Level.PROVINCE
    jurisdiction: Whose = None


class WorkloadQuery(Page):
    """An analysis of a body."""

    body: Body
    due_from: From = None
    due_to: To = None
    with_history: WithHistory = False


class CompareQuery(Page):
    """An analysis of two provinces."""

    first: Province
    second: Province


class PlotQuery(AsOf):
    """Whatever any analysis takes, for the file that is made of it."""

    document: Document | None = None
    body: Body | None = None
    first: Province | None = None
    second: Province | None = None
    level: Levels = Level.PROVINCE
    jurisdiction: Whose = None
    due_from: From = None
    due_to: To = None
    with_history: WithHistory = False


def question_of(name: Name, query: AsOf, words: Words) -> Analyse:
    """Return the question that a query asks; raise `ProblemError` for what is wrong with it."""
    told: dict[str, Any] = {field: getattr(query, field) for field in type(query).model_fields}
    told.pop("as_of_")
    as_of: dt.date = query.as_of
    question = Analyse(analysis=name, as_of=as_of, **{"limit": None, **told})
    wrong = wrong_in(question, words)
    if wrong is not None:
        raise ProblemError(Code.BAD_VALUE, wrong.reason, place=Place("query", wrong.name))
    return question
