"""Page 8: what the store tells as a whole: an analysis as a table and as a plot for a report."""

from functools import partial
from types import MappingProxyType
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from markupsafe import Markup
from starlette.responses import Response

from api.analysing import analysed
from api.http.analyses import question_of
from api.http.languages import words_of
from api.pages.analysis_cells import cells_of
from api.pages.forms import AnalysisForm, StartForm
from api.pages.often_cited import often_cited
from api.pages.rendering import Found, page
from api.plots import plot_svg
from api.words import Words
from graph.analysis.asked import WANTED, Analyse, Name
from graph.answer_types import BodyRow
from graph.questions import Bodies, Level
from graph.store import Store
from ontology.provinces import provinces

router: Final = APIRouter(include_in_schema=False)

_FIELDS: Final = MappingProxyType(
    {
        Name.COVERAGE: ("document", "level", "jurisdiction"),
        Name.GAP: ("document", "level", "jurisdiction"),
        Name.LAG: ("document",),
        Name.DEPTH: ("document",),
        Name.WORKLOAD: ("body", "due_from", "due_to", "with_history"),
        Name.COMPARE: ("first", "second"),
    }
)
"""What each form asks for besides the day."""
_BODIES: Final = 8


@router.get("/analysis")
async def analyses(request: Request, _query: Annotated[StartForm, Query()]) -> Response:
    """Show which analyses there are."""
    return await page(request, "analyses.html", lambda _: {"names": tuple(Name)})


@router.get("/analysis/{name}")
async def analysis(
    request: Request, name: Name, query: Annotated[AnalysisForm, Query()]
) -> Response:
    """Show an analysis; without what it is to be of, ask for that."""
    words = words_of(request)
    if all(getattr(query, wanted) for wanted in WANTED[name]):
        question = question_of(name, query, words)
        return await page(request, "analysis.html", partial(_found, question, query, words))
    return await page(request, "analysis.html", partial(_asked, name, query))


def _common(name: Name, query: AnalysisForm) -> Found:
    return {
        "name": name,
        "names": tuple(Name),
        "query": query,
        "as_of": query.as_of,
        "fields": _FIELDS.get(name, ()),
        "wanted": WANTED[name],
        "levels": tuple(Level),
        "provinces": [province.name for province in provinces()],
        "found": None,
        "often": (),
        "busiest": (),
    }


def _asked(name: Name, query: AnalysisForm, store: Store) -> Found:
    more: Found = {}
    if "document" in WANTED[name]:
        more = {"often": often_cited(store)}
    elif "body" in WANTED[name]:
        more = {"busiest": _busiest(query, store)}
    return {**_common(name, query), **more}


def _busiest(query: AnalysisForm, store: Store) -> tuple[BodyRow, ...]:
    """Return a few bodies that lead tasks, those that lead most first."""
    answer = store.ask(Bodies(as_of=query.as_of, limit=None))
    rows = [row for row in answer.rows if isinstance(row, BodyRow) and row.leads]
    return tuple(sorted(rows, key=lambda row: (-row.leads, row.key))[:_BODIES])


def _found(question: Analyse, query: AnalysisForm, words: Words, store: Store) -> Found:
    found = analysed(question, store, words)
    svg = plot_svg(found.analysis)
    asked = _query_of(question, query)
    forms = ("svg", "png", "csv") if svg else ("csv",)
    path = f"/api/analysis/{question.analysis}"
    answer: dict[str, Any] = {
        "rows": found.rows(),
        "total": len(found.analysis.table.rows),
        "cursor": found.cursor(),
    }
    return {
        **_common(question.analysis, query),
        "found": found.analysis,
        "cells": cells_of(found),
        # What is drawn is our own, with every word in it escaped by the writer of XML.
        "svg": Markup(svg) if svg else None,  # noqa: S704
        "files": {form: f"{path}.{form}?{asked}" for form in forms},
        "answer": answer,
    }


def _query_of(question: Analyse, query: AnalysisForm) -> str:
    """Return what was asked as it stands in a URL, the day always with it."""
    told = query.model_dump(mode="json", include={*_FIELDS.get(question.analysis, ())})
    asked = {name: value for name, value in told.items() if value not in (None, False)}
    return urlencode({**asked, "as_of": question.as_of.isoformat()}, errors="replace")
