"""Page 2: a document with its text, what stands above and below it, its tasks, who cites it."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from api.asking import documents_question
from api.http.languages import words_of
from api.http.serving import serving_of
from api.labels import document_name, documents_by_key
from api.meanings import AmbiguousError, Asker, as_kept, document_meant, is_document
from api.pages import links
from api.pages.forms import DocumentForm, DocumentsForm
from api.pages.rendering import Found, page
from api.pages.source_text import Mark, part_at
from api.pages.standing import validity_of
from api.pages.task_cells import task_cells
from api.routes.documents import DocumentKey
from api.words import Words
from graph.answer_types import Answer, ChainRow, CitingRow, DocumentRow
from graph.questions import Chain, Citing, Tasks
from graph.store import Store
from ontology.facts import DocumentFacts, ItemKind, Span, Standing
from ontology.keys import task_key
from ontology.kinds import Kind

router: Final = APIRouter(include_in_schema=False)

_CHAIN: Final = 25
_TASKS: Final = 20
_CITING: Final = 20


@router.get("/documents")
async def documents(request: Request, query: Annotated[DocumentsForm, Query()]) -> Response:
    """List documents by what they are."""
    return await page(request, "documents.html", partial(_documents, query, words_of(request)))


def _documents(query: DocumentsForm, words: Words, store: Store) -> Found:
    answer = store.ask(documents_question(query, query, store, words))
    return {
        "query": query,
        "answer": answer,
        "lines": [(row, document_name(row)) for row in answer.rows if isinstance(row, DocumentRow)],
        "kinds": sorted(Kind),
        "standings": list(Standing),
    }


@router.get("/documents/{key:path}")
async def document(
    request: Request, key: DocumentKey, query: Annotated[DocumentForm, Query()]
) -> Response:
    """Show all that is known of a document; a citation in place of its key leads there."""
    words = words_of(request)
    kept, serving = as_kept(key), serving_of(request)
    depth = serving.settings.caps.depth

    def meant(store: Store) -> str:
        asker = Asker(query.as_of, query.jurisdiction, words)
        return kept if is_document(kept, store) else document_meant(kept, store, asker)

    try:
        found = await serving.pool.run(meant)
    except AmbiguousError:  # a list of what may be meant is more use than an error
        return RedirectResponse(links.find_url(kept), status_code=303)
    if found != kept:
        return RedirectResponse(links.document_url(found), status_code=303)
    return await page(request, "document.html", partial(_document, kept, query, words, depth))


def _document(key: str, query: DocumentForm, words: Words, depth: int, store: Store) -> Found:
    row = documents_by_key(store, [key])[key]
    facts = store.facts(key) if row.standing == Standing.LOADED else None
    own = Tasks(as_of=query.as_of, document=key, limit=_TASKS, kinds=tuple(ItemKind))
    below = Tasks(as_of=query.as_of, implements=(key,), limit=_TASKS)
    tasks = store.ask(own) if facts else Answer((), 0)
    implementing = store.ask(below)
    asked = _span(query.at)
    return {
        "query": query,
        "row": row,
        "name": document_name(row),
        "facts": facts,
        "phrases": dict(facts.document.evidence) if facts else {},
        "validity": validity_of(row, query.as_of, store, words),
        "up": _hops(_above(key, query, depth), store),
        "down": _hops(replace(_above(key, query, depth), up=False, down=True), store),
        "tasks": tasks,
        "task_lines": task_cells(tasks, store, words),
        "implementing": implementing,
        "implementing_lines": task_cells(implementing, store, words),
        "citing": _citing(key, query, store),
        "part": part_at(facts.source.text, marks_of(key, facts, words), asked, query.part)
        if facts
        else None,
    }


@dataclass(frozen=True, slots=True)
class Line:
    """A hop of a chain with the name of the document, or the words of the task, at its far end."""

    row: ChainRow
    key: str
    name: str
    title: str


def _above(key: str, query: DocumentForm, depth: int) -> Chain:
    """Return the question for the documents above one."""
    return Chain(as_of=query.as_of, document=key, down=False, limit=_CHAIN, depth=depth)


def _hops(question: Chain, store: Store) -> Found:
    answer, up = store.ask(question), question.up
    rows = [row for row in answer.rows if isinstance(row, ChainRow)]
    far = [row.hop.to if up else row.hop.from_ for row in rows]
    near = [row.hop.from_ if up else row.hop.to for row in rows]
    names = documents_by_key(store, [*far, *near])
    lines = []
    for row, end in zip(rows, far, strict=True):
        name = document_name(names[end]) if end in names else end
        lines.append(Line(row, end, name, row.title or ""))
    return {"lines": lines, "total": answer.total, "names": names}


def _citing(key: str, query: DocumentForm, store: Store) -> Found:
    question = Citing(as_of=query.as_of, document=key, limit=_CITING, after=query.after)
    answer = store.ask(question)
    rows = [row for row in answer.rows if isinstance(row, CitingRow)]
    names = documents_by_key(store, [row.document for row in rows])
    return {
        "rows": [(row, document_name(names[row.document])) for row in rows],
        "total": answer.total,
        "cursor": answer.cursor,
    }


def _span(at: str | None) -> Span | None:
    """Return the place that an address names; one that is no place is nowhere."""
    if at is None:
        return None
    start, _, end = at.partition("-")
    return Span(int(start), int(end)) if int(start) < int(end) else None


def marks_of(key: str, facts: DocumentFacts, words: Words) -> list[Mark]:
    """Return what lies on a document's text: its citations and its tasks, with where they lead."""
    meant = {resolution.citation: resolution for resolution in facts.resolutions}
    marks = []
    for citation in facts.citations:
        quote = " ".join(facts.source.quote(citation.span).split())
        resolution = meant.get(citation.id)
        known = resolution.key if resolution else None
        url = links.document_url(known) if known else links.find_url(quote)
        status = words(f"resolution.{resolution.status}") if resolution else ""
        marks.append(Mark(citation.span, "citation", url, quote, status))
    for item in facts.items:
        url = links.task_url(task_key(key, item.path))
        marks.append(Mark(item.span, "task", url, item.path, words(f"kind.{item.kind}")))
    return marks
