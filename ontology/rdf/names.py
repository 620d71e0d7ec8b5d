"""The names of things in RDF: persistent IRIs that only ASCII is written in.

What has a key is named by it, `BASE` + kind + `/` + key; what stands in one text is a fragment of
that text's name, and a place in it a fragment as RFC 5147 writes it: `…#char=12,34`.
"""

import os
import re
from functools import lru_cache
from types import MappingProxyType
from typing import Final
from urllib.parse import quote, unquote

from ontology.base import HOME, base_of

BASE: Final = base_of(os.environ)
"""What the names of all things begin with, and the address at which they resolve."""

NAMESPACE: Final = f"{HOME}ontology#"
"""What the names of classes and properties begin with."""

PREFIXES: Final = MappingProxyType(
    {
        "chidao": NAMESPACE,
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "time": "http://www.w3.org/2006/time#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)

_SAFE: Final = "/-._~:@!$&'()*+,;="
"""What may stand in the path of an IRI as it is."""

_PLAIN: Final = re.compile(r"[A-Za-z0-9/._-]*")
"""What is never quoted: most of all keys are so."""

DOCUMENT: Final = "document"
TASK: Final = "task"
BODY: Final = "body"
TEXT: Final = "text"
GRAPH: Final = "graph"
KIND: Final = "type"
FREQUENCY: Final = "frequency"
CHANGE: Final = "change"

_OF_VOCABULARY: Final = frozenset({KIND, FREQUENCY})
"""What is named alike by all who use the vocabulary."""

REGISTRY_GRAPH: Final = f"{BASE}graphs/registry"
"""What is known without any text, as the registry tells it."""
DOCUMENTS_GRAPH: Final = f"{BASE}graphs/documents"
"""What all accounts of each document tell together; it follows from the others."""
BODIES_GRAPH: Final = f"{BASE}graphs/bodies"
"""All bodies with those above and after them; it follows from the others."""
CHANGES_GRAPH: Final = f"{BASE}graphs/changes"
"""What became of bodies, as it is known without any text; it follows from the registry."""
SAID_GRAPH: Final = f"{BASE}graphs/said"
"""What people said of tasks."""
EXPORT_GRAPH: Final = f"{BASE}graphs/export"
"""How much there is in a file; it comes last."""


def full(name: str) -> str:
    """Return the IRI of a name with a prefix.

    >>> full("eli:based_on")
    'http://data.europa.eu/eli/ontology#based_on'
    """
    prefix, _, rest = name.partition(":")
    return PREFIXES[prefix] + rest


@lru_cache(maxsize=1 << 12)
def iri(kind: str, key: str) -> str:
    """Return the name of what has a key.

    >>> iri(TASK, "tw/05-QĐ-TW/2016-05-15#I.3")
    'https://w3id.org/chidao/task/tw/05-Q%C4%90-TW/2016-05-15%23I.3'
    """
    return f"{home_of(kind)}{kind}/{quoted(key)}"


def home_of(kind: str) -> str:
    """Return what the names of a kind begin with."""
    return HOME if kind in _OF_VOCABULARY else BASE


def quoted(text: str) -> str:
    """Return a part of a key as it stands in an IRI."""
    return text if _PLAIN.fullmatch(text) else quote(text, _SAFE)


def key_in(kind: str, name: str) -> str:
    """Return the key of a name that `iri` has made; raise `ValueError` for any other."""
    start = f"{home_of(kind)}{kind}/"
    if not name.startswith(start):
        reason = f"<{name}> is no {kind}"
        raise ValueError(reason)
    return unquote(name[len(start) :], errors="strict")


def place(text: str, start: int, end: int) -> str:
    """Return the name of a place in the text of that name, in code points."""
    return f"{text}#char={start},{end}"
