"""Page 4: a directive's implementation as a layered picture, as a table, and as files."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from markupsafe import Markup
from starlette.responses import Response

from api.asking import chain_answer
from api.http.languages import words_of
from api.http.serving import serving_of
from api.labels import document_name
from api.meanings import Asker, documents_meant
from api.pages.chain_table import ChainLinks, table_of
from api.pages.forms import ChainForm
from api.pages.often_cited import often_cited
from api.pages.rendering import Found, page
from api.words import Words
from graph.answer_types import Answer
from graph.pictures.chain import MOST, chain_of, picture_of
from graph.pictures.chain import Chain as Drawn
from graph.pictures.svg import chain_svg
from graph.questions import Chain
from graph.store import Store

router: Final = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Shown:
    """The chain as it was found: what was asked for, the page of hops, and all to be drawn."""

    keys: tuple[str, ...]
    warned: bool
    answer: Answer
    drawn: Drawn


def shown(query: ChainForm, depth: int, words: Words, store: Store) -> Shown:
    """Return a chain; raise `Trouble` or `CitationError` for what no document is meant by."""
    asker = Asker(query.as_of, query.jurisdiction, words)
    meant = documents_meant(query.document.strip(), store, asker)
    question = Chain(
        as_of=query.as_of,
        limit=MOST,
        after=query.after,
        document=" ".join(meant.keys),
        up=query.way != "down",
        down=query.way != "up",
        tasks=query.tasks,
        depth=depth,
    )
    answer, _ = chain_answer(store, question, meant.keys)
    drawn = chain_of(store, meant.keys, answer.rows, answer.total, query.as_of)
    return Shown(meant.keys, meant.warning is not None, answer, drawn)


@router.get("/chain")
async def chain(request: Request, query: Annotated[ChainForm, Query()]) -> Response:
    """Show a chain; without a document ask for one."""
    depth, words = serving_of(request).settings.caps.depth, words_of(request)
    find: Callable[[Store], Found] = (
        (lambda store: _found(query, shown(query, depth, words, store), words))
        if query.document.strip()
        else (lambda store: {**_asked(query), "often": often_cited(store)})
    )
    return await page(request, "chain.html", find)


def _asked(query: ChainForm) -> Found:
    return {
        "query": query,
        "found": None,
        "as_of": query.as_of,
        "ways": ("both", "up", "down"),
        "often": (),
    }


def _found(query: ChainForm, found: Shown, words: Words) -> Found:
    drawn = found.drawn
    picture = picture_of(drawn, words)
    leads = ChainLinks(query.as_of.isoformat() if query.as_of_ else None)
    names = [(key, _name(key, drawn)) for key in found.keys]
    # What is drawn is our own, with every word in it escaped by the writer of XML.
    whole = Markup(chain_svg(drawn, words, leads)) if query.after is None else None  # noqa: S704
    return {
        **_asked(query),
        "found": found,
        "title": picture.title,
        "about": picture.notes[:-1],
        "names": names,
        "svg": whole,
        "sections": table_of(drawn, picture, leads),
        "files": {form: _address(f"/chain.{form}", query) for form in ("svg", "png", "html")},
        "next": _address("/chain", query, found.answer.cursor) if found.answer.cursor else None,
        "first": _address("/chain", query),
    }


def _name(key: str, drawn: Drawn) -> str:
    document = drawn.documents.get(key)
    return document_name(document) if document else key


def _address(path: str, query: ChainForm, after: str | None = None) -> str:
    """Return the address of the same chain elsewhere, or of its next rows."""
    told: dict[str, str | None] = {
        "document": query.document,
        "jurisdiction": query.jurisdiction,
        "way": query.way,
        "tasks": "true" if query.tasks else "false",
        "as_of": query.as_of.isoformat() if query.as_of_ else None,
        "after": after,
    }
    return f"{path}?{urlencode({name: value for name, value in told.items() if value})}"
