"""The addresses of pages. Keys stand in them as they are, but for what a URL has other uses for."""

from urllib.parse import parse_qsl, quote, urlencode

REGISTRY = "registry"
"""What an edge that only the registry proves has for its document."""


def document_url(key: str) -> str:
    """Return the page of a document.

    >>> document_url("tw/05-CT-TW/2016-05-15")
    '/documents/tw/05-CT-TW/2016-05-15'
    """
    return f"/documents/{_path(key)}"


def task_url(key: str) -> str:
    """Return the page of a task.

    >>> task_url("ha-son/41-KH-TU/2021-09-06#III.2")
    '/tasks/ha-son/41-KH-TU/2021-09-06%23III.2'
    """
    return f"/tasks/{_path(key)}"


def body_url(key: str) -> str:
    """Return the page of a body."""
    return f"/bodies/{_path(key)}"


def name_url(kind: str, key: str, form: str) -> str:
    """Return where the persistent name of a `document`, `task` or `body` resolves, in a form."""
    return f"/{kind}/{_path(key)}?{urlencode({'format': form})}"


def node_url(kind: str, key: str) -> str:
    """Return the page of a `document`, `task` or `body`."""
    return {"document": document_url, "task": task_url, "body": body_url}[kind](key)


def key_url(key: str) -> str:
    """Return the page of a document or task by its key alone."""
    return task_url(key) if "#" in key else document_url(key)


def place_url(document: str, start: int | None, end: int | None) -> str | None:
    """Return where words stand in their source; None for what only the registry says."""
    if document == REGISTRY or start is None or end is None:
        return None
    return f"{document_url(document)}?at={start}-{end}#at"


def edge_url(source: str, relation: str, target: str) -> str:
    """Return the page with every place that proves an edge."""
    return f"/evidence?{urlencode({'from': source, 'relation': relation, 'to': target})}"


def chain_url(key: str) -> str:
    """Return the picture of a document's chain."""
    return f"/chain?{urlencode({'document': key})}"


def explore_url(key: str) -> str:
    """Return the graph around a node."""
    return f"/explore?{urlencode({'key': key})}"


def language_url(language: str, here: str) -> str:
    """Return what switches the language and leads back."""
    return f"/language?{urlencode({'to': language, 'next': here})}"


def login_url(here: str) -> str:
    """Return the page that asks for a key and leads back."""
    return f"/login?{urlencode({'next': here})}"


def find_url(words: str) -> str:
    """Return what is found for what somebody typed."""
    return f"/find?{urlencode({'q': words}, errors='replace')}"


def with_query(here: str, **changed: str | int | None) -> str:
    """Return an address with some of its parameters set, or left out where None is said.

    >>> with_query("/tasks?state=open-overdue&after=x", after=None, sort="due")
    '/tasks?state=open-overdue&sort=due'
    """
    path, _, query = here.partition("?")
    kept = [pair for pair in parse_qsl(query) if pair[0] not in changed]
    told = [(name, str(value)) for name, value in changed.items() if value is not None]
    written = urlencode([*kept, *told], errors="replace")
    return f"{path}?{written}" if written else path


def _path(key: str) -> str:
    return quote(key.encode("utf-8", "replace"), safe="/")
