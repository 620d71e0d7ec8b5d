"""Documents: which there are, one of them, and what others do with it."""

from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from api.asking import chain_answer, citing_answer, documents_question, shown, tasks_question
from api.extracts import text_record
from api.http.described import CITED, PAGED, answers, examples
from api.http.languages import words_of
from api.http.problems import Code, Place, ProblemError
from api.http.queries import (
    ChainQuery,
    DocumentsQuery,
    Jurisdiction,
    JurisdictionPage,
    Links,
    Page,
    TaskFilters,
    chain_question,
)
from api.http.replies import CSV, JSON, Reply, listed, reply
from api.http.serving import serving_of
from api.http.shapes.answers import (
    ChainAnswer,
    CitingAnswer,
    DocumentsAnswer,
    ReplacedAnswer,
    ShownDocument,
    TasksAnswer,
)
from api.http.shapes.texts import TextAnswer
from api.http.shapes.values import DIRECTIVE, PLAN
from api.meanings import Asker, as_kept, document_meant, documents_meant
from api.words import Words
from graph.answer_types import ChainRow, CitingRow, DocumentRow, TaskRow
from graph.questions import ReplacedRelied
from graph.store import Store

router: Final = APIRouter(prefix="/api/documents", tags=["documents"])

DocumentKey = Annotated[
    str,
    Path(
        description="A key, its slashes as they are or as %2F; or a citation, as people write it.",
        max_length=500,
        openapi_examples=examples(DIRECTIVE, PLAN, "05-CT/TW"),
    ),
]


@router.get("", responses=answers(DocumentsAnswer, PAGED, (Code.UNKNOWN_PLACE,), table=True))
async def documents(request: Request, query: Annotated[DocumentsQuery, Query()]) -> Response:
    """List documents by what they are."""
    find = partial(_documents, query, words_of(request))
    return await reply(request, find, query, (JSON, CSV))


def _documents(query: DocumentsQuery, words: Words, store: Store) -> Reply:
    return listed(
        "documents", query, store.ask(documents_question(query, query, store, words)), DocumentRow
    )


@router.get("/replaced", responses=answers(ReplacedAnswer, PAGED, table=True))
async def replaced(request: Request, query: Annotated[Page, Query()]) -> Response:
    """List mentions of documents that had been replaced before they were mentioned."""

    def find(store: Store) -> Reply:
        question = ReplacedRelied(as_of=query.as_of, limit=query.limit, after=query.after)
        return listed("replaced", query, store.ask(question), CitingRow)

    return await reply(request, find, query, (JSON, CSV))


@router.get("/{key:path}/chain", responses=answers(ChainAnswer, PAGED, CITED, table=True))
async def chain(
    request: Request, key: DocumentKey, query: Annotated[ChainQuery, Query()]
) -> Response:
    """Show the documents above and below one, hop by hop with the words that say so."""
    find = partial(_chain, key, query, depth_of(query, request), words_of(request))
    return await reply(request, find, query, (JSON, CSV))


def depth_of(query: Links, request: Request) -> int:
    """Return how deep a chain is to be followed; refuse what is deeper than any may be."""
    deepest = serving_of(request).settings.caps.depth
    if query.depth and query.depth > deepest:
        message = words_of(request)("http.depth", most=deepest)
        raise ProblemError(Code.BAD_VALUE, message, place=Place("query", "depth"))
    return query.depth or deepest


def _chain(key: str, query: ChainQuery, depth: int, words: Words, store: Store) -> Reply:
    meant = documents_meant(key, store, Asker(query.as_of, query.jurisdiction, words))
    question = chain_question(query, meant.keys, depth, query.limit, query.after)
    found, _ = chain_answer(store, question, meant.keys)
    return listed("chain", query, found, ChainRow, documents=list(meant.keys))


@router.get("/{key:path}/tasks", responses=answers(TasksAnswer, PAGED, CITED, table=True))
async def tasks(
    request: Request, key: DocumentKey, query: Annotated[TaskFilters, Query()]
) -> Response:
    """List the tasks that implement a document, each with the shortest way that leads there."""
    find = partial(_tasks, key, query, words_of(request))
    return await reply(request, find, query, (JSON, CSV))


def _tasks(key: str, query: TaskFilters, words: Words, store: Store) -> Reply:
    asker = Asker(query.as_of, query.jurisdiction, words)
    question, _ = tasks_question(query.wanted(implements=key), query, store, asker)
    more = {"implements": list(question.implements)}
    return listed("tasks", query, store.ask(question), TaskRow, **more)


@router.get("/{key:path}/citations", responses=answers(CitingAnswer, PAGED, CITED, table=True))
async def citations(
    request: Request, key: DocumentKey, query: Annotated[JurisdictionPage, Query()]
) -> Response:
    """List the mentions of a document in others, with the words around them."""
    words = words_of(request)

    def find(store: Store) -> Reply:
        meant = documents_meant(key, store, Asker(query.as_of, query.jurisdiction, words))
        return listed("citing", query, citing_answer(meant.keys, query, store), CitingRow)

    return await reply(request, find, query, (JSON, CSV))


@router.get("/{key:path}/text", responses=answers(TextAnswer, CITED))
async def text(
    request: Request, key: DocumentKey, query: Annotated[Jurisdiction, Query()]
) -> Response:
    """Give a loaded document's text with all that was read from it, each with its place."""
    words = words_of(request)

    def find(store: Store) -> Reply:
        asker = Asker(query.as_of, query.jurisdiction, words)
        meant = document_meant(as_kept(key), store, asker)
        return Reply(text_record(meant, store.facts(meant)))

    return await reply(request, find, query)


@router.get("/{key:path}", responses=answers(ShownDocument, PAGED, CITED))
async def document(
    request: Request, key: DocumentKey, query: Annotated[JurisdictionPage, Query()]
) -> Response:
    """Show all that is known of a document, with a page of its edges."""
    words = words_of(request)

    def find(store: Store) -> Reply:
        asker = Asker(query.as_of, query.jurisdiction, words)
        return Reply(shown(document_meant(as_kept(key), store, asker), query, store))

    return await reply(request, find, query)
