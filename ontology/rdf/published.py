"""The vocabulary as it is handed out at its own address."""

from functools import cache
from importlib.resources import files

from ontology.rdf.names import PREFIXES


@cache
def vocabulary_turtle() -> bytes:
    """Return the file that is kept beside this folder, which a test keeps true to the tables."""
    return files("ontology").joinpath("chidao.ttl").read_bytes()


@cache
def vocabulary_jsonld() -> bytes:
    """Return the same as JSON-LD; raise `ModuleNotFoundError` without rdflib."""
    from ontology.rdf.vocabulary import vocabulary  # noqa: PLC0415  (of an extra)

    graph = vocabulary()
    text = graph.serialize(format="json-ld", context=dict(PREFIXES), ensure_ascii=False)
    return f"{text}\n".encode()
