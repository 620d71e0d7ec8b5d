"""Persistent names of documents, tasks, bodies and words of the vocabulary, where they resolve."""

from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from api.http.described import named
from api.http.languages import words_of
from api.http.names import JSONLD, OFFERED, TURTLE, media_of, see_other, thing
from api.http.problems import Code, ProblemError
from api.http.queries import FormQuery, Nothing
from api.http.remembered import Body
from api.http.replies import conditional
from api.meanings import as_kept
from api.pages import links
from api.pages.rendering import HTML, plain_page
from api.pages.vocabulary import vocabulary_told
from api.routes.bodies import BodyKey
from api.routes.tasks import TaskKey
from graph.rdf.things import body_told, document_told, task_told
from ontology.kinds import Kind
from ontology.periods import Frequency
from ontology.rdf.published import vocabulary_jsonld, vocabulary_turtle

router: Final = APIRouter(tags=["names"])

KeyOnly = Annotated[str, Path(description="The key of a document.", max_length=500)]
Form = Annotated[FormQuery, Query()]


@router.get("/document/{key:path}", response_class=Response, responses=named(OFFERED))
async def document(request: Request, key: KeyOnly, query: Form) -> Response:
    """Lead to a document, or tell what is known of it and all that its text says."""
    return await _document(request, key, query)


@router.get("/text/{key:path}", response_class=Response, responses=named(OFFERED))
async def text(request: Request, key: KeyOnly, query: Form) -> Response:
    """Lead to where a text is, whose places and citations are fragments of this name."""
    return await _document(request, key, query)


@router.get("/graph/{key:path}", response_class=Response, responses=named(OFFERED))
async def graph(request: Request, key: KeyOnly, query: Form) -> Response:
    """Lead to the document whose text says what stands in this named graph."""
    return await _document(request, key, query)


async def _document(request: Request, key: str, query: FormQuery) -> Response:
    kept = as_kept(key)
    return await thing(request, query, links.document_url(kept), partial(document_told, key=kept))


@router.get("/task/{key:path}", response_class=Response, responses=named(OFFERED))
async def task(request: Request, key: TaskKey, query: Form) -> Response:
    """Lead to a task, or tell its place, its edges with their evidence, and when it is due."""
    kept = as_kept(key)
    return await thing(request, query, links.task_url(kept), partial(task_told, key=kept))


@router.get("/body/{key:path}", response_class=Response, responses=named(OFFERED))
async def body(request: Request, key: BodyKey, query: Form) -> Response:
    """Lead to a body, or tell what it is, and which are above and after it."""
    kept = as_kept(key)
    return await thing(request, query, links.body_url(kept), partial(body_told, key=kept))


@router.get("/ontology", response_class=Response, responses=named(OFFERED, (Code.NOT_INSTALLED,)))
async def ontology(request: Request, query: Form) -> Response:
    """Give the vocabulary: for people as a page, for programs as RDF."""
    media = media_of(request, query)
    if media == HTML:
        return plain_page(request, "ontology.html", vocabulary_told(words_of(request)))
    if media == TURTLE:
        return conditional(request.headers, Body(vocabulary_turtle(), TURTLE))
    try:
        return conditional(request.headers, Body(vocabulary_jsonld(), JSONLD))
    except ModuleNotFoundError as error:
        if error.name != "rdflib":
            raise
        reason = words_of(request)("trouble.extra_needed", extra="rdf")
        raise ProblemError(Code.NOT_INSTALLED, reason) from error


@router.get("/type/{code}", response_class=Response, responses=named(OFFERED))
async def kind(code: Kind, _: Annotated[Nothing, Query()]) -> Response:
    """Lead to where the vocabulary tells of a type of document."""
    return see_other(f"/ontology#type-{code}")


@router.get("/frequency/{code}", response_class=Response, responses=named(OFFERED))
async def frequency(code: Frequency, _: Annotated[Nothing, Query()]) -> Response:
    """Lead to where the vocabulary tells how often work comes round."""
    return see_other(f"/ontology#frequency-{code}")
