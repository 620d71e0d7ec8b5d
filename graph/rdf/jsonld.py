"""JSON-LD with its context in the file; each named graph is one line, so that it is read by lines.

Whatever the layout of the lines, the file is JSON; one that was laid out anew is read whole.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, TextIO

from graph.rdf.gathered import wrong
from graph.rdf.nodes import Node, Value
from graph.rdf.nquads import Quad
from ontology.rdf.names import PREFIXES
from ontology.rdf.terms import STRING, used

_END: Final = "]}\n"


@cache
def context() -> Mapping[str, Any]:
    """Return what the names in a file mean."""
    terms: dict[str, Any] = {"@version": 1.1}
    for name, one in used().items():
        if one.range == STRING:
            terms[name] = {"@id": one.iri}
        elif name != "type":
            kind = f"{PREFIXES['xsd']}{one.range}" if one.is_literal else "@id"
            terms[name] = {"@id": one.iri, "@type": kind}
    return terms


def head() -> str:
    """Return the line that a file begins with."""
    return f'{{"@context": {json.dumps(context())}, "@graph": [\n'


def tail() -> str:
    """Return what a file ends with."""
    return _END


def line(graph: str, nodes: Iterable[Node]) -> str:
    """Return one named graph as a line without its end."""
    told = json.dumps([_plain(*node) for node in nodes], ensure_ascii=False)
    return f'{{"@id": {json.dumps(graph)}, "@graph": {told}}}'


def document(nodes: Iterable[Node]) -> str:
    """Return nodes as a file of their own, in no named graph."""
    told = {"@context": context(), "@graph": [_plain(*node) for node in nodes]}
    return json.dumps(told, ensure_ascii=False) + "\n"


def _plain(name: str, facts: Iterable[tuple[str, Value]]) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": name}
    for term, value in facts:
        key = "@type" if term == "type" else term
        if key not in found:
            found[key] = value
        elif isinstance(found[key], list):
            found[key].append(value)
        else:
            found[key] = [found[key], value]
    return found


def quads(file: TextIO) -> Iterator[Quad]:
    """Read a file; raise `StoreError` for one that an export would not write."""
    first = file.readline()
    if first == head():
        graphs = (_json(text.rstrip().removesuffix(",")) for text in file if text != _END)
        yield from _each(graphs)
        return
    whole = _json(first + file.read())
    if not isinstance(whole, dict) or whole.get("@context") != context():
        reason = "không có ngữ cảnh (@context) của chidao"
        raise wrong(reason)
    yield from _each(whole.get("@graph", ()))


def _json(text: str) -> Any:  # noqa: ANN401  (any JSON)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        reason = "không phải JSON"
        raise wrong(reason) from None


def _each(graphs: Iterable[Any]) -> Iterator[Quad]:
    try:
        for graph in graphs:
            name = str(graph["@id"])
            for node in graph["@graph"]:
                yield from _quads(name, node)
    except (KeyError, TypeError, AttributeError):
        reason = "không có đồ thị (@graph) như chidao ghi"
        raise wrong(reason) from None


def _quads(graph: str, node: Mapping[str, Any]) -> Iterator[Quad]:
    names, subject = used(), str(node["@id"])
    for key, told in node.items():
        term = "type" if key == "@type" else key
        if key == "@id":
            continue
        if term not in names:
            reason = f"không biết thuộc tính {key!r}"
            raise wrong(reason)
        for value in told if isinstance(told, list) else (told,):
            if not isinstance(value, str | int):
                reason = f"giá trị lạ của {key!r}"
                raise wrong(reason)
            yield graph, subject, term, value
