"""Analyses of the whole store: a resource for each, and files of any of them."""

from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from api.analysing import Analysed, analysed
from api.csv_text import csv_text
from api.http.analyses import (
    AnyQuery,
    CompareQuery,
    DocumentQuery,
    LevelQuery,
    MaybeDocumentQuery,
    PlotQuery,
    WorkloadQuery,
    question_of,
)
from api.http.described import ANY, CITED, KEYED, PAGED, PLACED, answers, problems
from api.http.languages import words_of
from api.http.queries import Page
from api.http.remembered import Body
from api.http.replies import CSV, JSON, Reply, kept, reply
from api.http.shapes.analyses import (
    CompareAnswer,
    CoverageAnswer,
    CyclesAnswer,
    DepthAnswer,
    GapAnswer,
    LagAnswer,
    OrphansAnswer,
    ReliedAnswer,
    WorkloadAnswer,
)
from api.plots import plot_file
from api.words import Words
from graph.analysis.asked import Analyse, Name
from graph.store import Store

router: Final = APIRouter(prefix="/api/analysis", tags=["analysis"])


class Form(StrEnum):
    """What an analysis is written as."""

    SVG = "svg"
    PNG = "png"
    CSV = "csv"


MEDIAS: Final = MappingProxyType({Form.SVG: "image/svg+xml", Form.PNG: "image/png", Form.CSV: CSV})
_ALONE: Final = "default-src 'none'; sandbox"
"""The policy of files that stand alone: they reach nothing, not even this server."""
_BINARY: Final = {"schema": {"type": "string", "format": "binary"}}


async def _answered(request: Request, name: Name, query: Page) -> Response:
    words = words_of(request)
    find = partial(_reply, question_of(name, query, words), words)
    return await reply(request, find, query, (JSON, CSV), "Accept-Language, ")


def _reply(question: Analyse, words: Words, store: Store) -> Reply:
    found = analysed(question, store, words)
    return Reply(found.record(), found.analysis.table.columns)


@router.get("/coverage", responses=answers(CoverageAnswer, PAGED, CITED, table=True))
async def coverage(request: Request, query: Annotated[LevelQuery, Query()]) -> Response:
    """List all of a level with the first document of each that implements one."""
    return await _answered(request, Name.COVERAGE, query)


@router.get("/gap", responses=answers(GapAnswer, PAGED, CITED, table=True))
async def gap(request: Request, query: Annotated[LevelQuery, Query()]) -> Response:
    """List those of a level that have loaded no document that implements one."""
    return await _answered(request, Name.GAP, query)


@router.get("/lag", responses=answers(LagAnswer, PAGED, CITED, table=True))
async def lag(request: Request, query: Annotated[DocumentQuery, Query()]) -> Response:
    """Tell how many days after a document those came that implement it, by level and province."""
    return await _answered(request, Name.LAG, query)


@router.get("/depth", responses=answers(DepthAnswer, PAGED, CITED, table=True))
async def depth(request: Request, query: Annotated[MaybeDocumentQuery, Query()]) -> Response:
    """Tell how deep and wide the chain below a document is, or below each that is on top."""
    return await _answered(request, Name.DEPTH, query)


@router.get("/relied", responses=answers(ReliedAnswer, PAGED, table=True))
async def relied(request: Request, query: Annotated[AnyQuery, Query()]) -> Response:
    """List documents by PageRank: it tells what many rest on, not how important a document is."""
    return await _answered(request, Name.RELIED, query)


@router.get("/orphans", responses=answers(OrphansAnswer, PAGED, table=True))
async def orphans(request: Request, query: Annotated[AnyQuery, Query()]) -> Response:
    """List loaded plans that rest on no known document."""
    return await _answered(request, Name.ORPHANS, query)


@router.get("/cycles", responses=answers(CyclesAnswer, PAGED, table=True))
async def cycles(request: Request, query: Annotated[AnyQuery, Query()]) -> Response:
    """List what cannot be: circles, days in the wrong order, documents with two days."""
    return await _answered(request, Name.CYCLES, query)


@router.get("/workload", responses=answers(WorkloadAnswer, PAGED, KEYED, table=True))
async def workload(request: Request, query: Annotated[WorkloadQuery, Query()]) -> Response:
    """Count the deadlines of a body by month and state; at most ten years of them."""
    return await _answered(request, Name.WORKLOAD, query)


@router.get("/compare", responses=answers(CompareAnswer, PAGED, PLACED, table=True))
async def compare(request: Request, query: Annotated[CompareQuery, Query()]) -> Response:
    """Put two provinces side by side: figures, and what each implements after how many days."""
    return await _answered(request, Name.COMPARE, query)


@router.get(
    "/{analysis}.{form}",
    response_class=Response,
    responses={
        200: {
            "description": "The plot with its title, source and day; or all rows.",
            "content": {**dict.fromkeys(("image/svg+xml", "image/png"), _BINARY), CSV: _BINARY},
        },
        304: {"description": "The file is still the one named by If-None-Match."},
        **problems(*ANY, *CITED),
    },
)
async def file(
    request: Request,
    analysis: Annotated[Name, Path(description="Which analysis.")],
    form: Annotated[Form, Path(description="What it is written as.")],
    query: Annotated[PlotQuery, Query()],
) -> Response:
    """Give an analysis as a plot for a report, or all its rows; it takes what the resource does."""
    words = words_of(request)
    question = question_of(analysis, query, words)

    def made(store: Store) -> Body:
        content = _content(analysed(question, store, words), form)
        return Body(content, MEDIAS[form], _headers(analysis, form))

    return await kept(request, made, "Accept-Language, ")


def _content(found: Analysed, form: Form) -> bytes:
    if form is Form.CSV:
        text = csv_text(found.analysis.table.columns, found.record()["rows"])
        return text.encode("utf-8", "replace")
    return plot_file(found.analysis, form.value)


def _headers(analysis: Name, form: Form) -> tuple[tuple[str, str], ...]:
    disposition = "attachment" if form is Form.CSV else "inline"
    return (
        ("Content-Disposition", f'{disposition}; filename="{analysis}.{form}"'),
        ("Content-Security-Policy", _ALONE),
    )
