"""What all requests of one server share."""

from dataclasses import dataclass, field

from fastapi import Request

from api.http.drafts import Drafts
from api.http.exports import Exports
from api.http.loads import Loads
from api.http.metrics import Metrics
from api.http.pool import Pool
from api.http.remembered import Remembered
from api.http.security import Key
from api.http.server_settings import ServerSettings
from api.http.sparql_graph import SparqlGraph
from api.http.uploads import Uploads
from api.words import Words


@dataclass(slots=True)
class Serving:
    """The settings of a server, its stores, and what it remembers; `stopping` ends long answers."""

    settings: ServerSettings
    pool: Pool
    remembered: Remembered
    metrics: Metrics
    uploads: Uploads
    loads: Loads
    exports: Exports
    sparql: SparqlGraph
    drafts: Drafts
    words: Words = field(default_factory=Words)
    stopping: bool = False


def serving_of(request: Request) -> Serving:
    """Return what the requests of this server share."""
    found: Serving = request.app.state.serving
    return found


def key_of(request: Request) -> Key | None:
    """Return whose key came with a request, None where reading is open."""
    found: Key | None = request.scope.get("chidao.key")
    return found
