"""What somebody typed into the one box: a citation, a body, words."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from api.http.languages import words_of
from api.http.serving import serving_of
from api.labels import document_name, reasons
from api.meanings import Asker, as_kept, is_document, outcome_of
from api.pages import links
from api.pages.forms import FindForm
from api.pages.rendering import Found, page
from api.words import Words
from graph.answer_types import BodyRow, FoundRow
from graph.questions import Bodies, Search
from graph.store import Store
from loaders.meaning import AMBIGUOUS, RESOLVED
from loaders.resolve import Candidate, CitationError, Outcome
from ontology.folding import fold_search

router: Final = APIRouter(include_in_schema=False)

_BODIES: Final = 20


@dataclass(frozen=True, slots=True)
class Known:
    """A document that may be meant: its key, its short name, and why it may be."""

    candidate: Candidate
    name: str
    why: str
    is_stored: bool


@router.get("/find")
async def find(request: Request, query: Annotated[FindForm, Query()]) -> Response:
    """Lead to what is meant where that is certain, else list what may be."""
    words = words_of(request)
    if query.after is None:
        there = await serving_of(request).pool.run(partial(_certain, query, words))
        if there is not None:
            return RedirectResponse(there, status_code=303)
    return await page(request, "find.html", partial(_found, query, words))


def _certain(query: FindForm, words: Words, store: Store) -> str | None:
    """Return the page that is meant without doubt: by a key, a citation, or a body's name."""
    key = as_kept(query.q)
    if is_document(key.partition("#")[0], store):
        return links.task_url(key) if "#" in key else links.document_url(key)
    outcome = _outcome(query, words, store)
    if outcome is not None:
        meant = outcome.key if outcome.status == RESOLVED else None
        return links.document_url(meant) if meant and is_document(meant, store) else None
    same = [b for b in _bodies(query, store) if fold_search(b.name) == fold_search(query.q)]
    return links.body_url(same[0].key) if len(same) == 1 else None


def _outcome(query: FindForm, words: Words, store: Store) -> Outcome | None:
    """Return what a citation means, None for what is no citation."""
    try:
        return outcome_of(query.q, store, Asker(query.as_of, None, words))
    except CitationError:
        return None


def _bodies(query: FindForm, store: Store) -> list[BodyRow]:
    answer = store.ask(Bodies(as_of=query.as_of, words=query.q, limit=_BODIES))
    return [row for row in answer.rows if isinstance(row, BodyRow)]


def _found(query: FindForm, words: Words, store: Store) -> Found:
    outcome = _outcome(query, words, store) if query.after is None else None
    answer = store.ask(
        Search(as_of=query.as_of, words=query.q, limit=query.limit, after=query.after)
    )
    return {
        "query": query,
        "bodies": _bodies(query, store) if outcome is None and query.after is None else [],
        "candidates": _candidates(outcome, store, words) if outcome else [],
        "outcome": outcome,
        "is_ambiguous": outcome is not None and outcome.status == AMBIGUOUS,
        "answer": answer,
        "rows": [row for row in answer.rows if isinstance(row, FoundRow)],
    }


def _candidates(outcome: Outcome, store: Store, words: Words) -> list[Known]:
    return [
        Known(
            candidate=one,
            name=document_name(one.document),
            why=reasons(one.why, words),
            is_stored=is_document(one.document.key, store),
        )
        for one in outcome.candidates
    ]
