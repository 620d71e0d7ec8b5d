"""The addresses of pages. Keys stand in them as they are, but for what a URL has other uses for."""

from urllib.parse import quote, urlencode

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


def node_url(kind: str, key: str) -> str:
    """Return the page of a `document`, `task` or `body`."""
    return {"document": document_url, "task": task_url, "body": body_url}[kind](key)


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


def _path(key: str) -> str:
    return quote(key.encode("utf-8", "replace"), safe="/")
