"""Page 5: the graph itself, to be walked from node to node with the words that prove each edge."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import FileResponse, Response

from api.http.languages import words_of
from api.http.problems import Code, ProblemError
from api.http.queries import Nothing
from api.meanings import as_kept
from api.nodes import nodes_record
from api.pages.forms import ExploreForm
from api.pages.often_cited import often_cited
from api.pages.rendering import Found, page
from api.words import Words, table
from graph.answer_types import Tie
from graph.pictures.assets import SCRIPT, VERSION, vis_folder
from graph.pictures.colours import CENTRAL, INK, LINE, LOCAL, LOOKS, NAVY, PAPER, QUIET
from graph.store import Store
from ontology.relations import Relation

router: Final = APIRouter(include_in_schema=False)

MOST: Final = 2_000
"""How many nodes are shown at most: so many are still moved about without a jerk."""
_PAGE: Final = 24
"""How many neighbours come with a node at first."""
_MORE: Final = 200
"""How many come at each further wish."""
_KINDS: Final = ("document", "task", "body")
_WORDS: Final = ("explore.", "graph.", "relation.", "state.", "standing.", "kind.")


@router.get("/explore")
async def explorer(request: Request, query: Annotated[ExploreForm, Query()]) -> Response:
    """Show the graph around a node; without one, where to begin."""
    words = words_of(request)
    return await page(request, "explorer.html", lambda store: _explorer(query, words, store))


def _explorer(query: ExploreForm, words: Words, store: Store) -> Found:
    key = as_kept(query.key) if query.key else None
    begin = nodes_record([key], query, store)["rows"] if key else []
    if key and not begin:
        raise ProblemError(Code.NOT_FOUND)
    return {
        "as_of": query.as_of,
        "often": () if key else often_cited(store),
        "kinds": _KINDS,
        "relations": (*Relation, *Tie),
        "vis": f"/static/vis/{VERSION}/{SCRIPT}" if vis_folder() else None,
        "told": {
            "words": {
                one: told[words.language] for one, told in table().items() if one.startswith(_WORDS)
            },
            "language": words.language,
            "as_of": query.as_of.isoformat(),
            "start": begin,
            "kinds": _KINDS,
            "relations": (*Relation, *Tie),
            "colours": _colours(),
            "most": MOST,
            "page": _PAGE,
            "more": _MORE,
        },
    }


def _colours() -> Found:
    """Return the colours of pictures, so that the graph looks like the chains."""
    return {
        "ink": INK,
        "quiet": QUIET,
        "line": LINE,
        "navy": NAVY,
        "paper": PAPER,
        "central": CENTRAL,
        "local": LOCAL,
        "states": {
            state: {"pale": look.pale, "strong": look.strong} for state, look in LOOKS.items()
        },
    }


@router.get(f"/static/vis/{VERSION}/{SCRIPT}")
async def vis(_: Annotated[Nothing, Query()]) -> Response:
    """Give the script of vis-network, as it comes with pyvis; its bytes never change."""
    folder = vis_folder()
    if folder is None:
        raise ProblemError(Code.NOT_FOUND)
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return FileResponse(folder / SCRIPT, media_type="text/javascript", headers=headers)
