"""N-Quads, written line by line and read line by line."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from json.encoder import encode_basestring
from typing import Final, TypeAlias

from graph.rdf.gathered import wrong
from graph.rdf.nodes import Node, Value
from ontology.rdf.names import PREFIXES
from ontology.rdf.terms import STRING, Used, used

_IRI: Final = r'<([^\x00-\x20<>"{}|^`\\]*)>'
_LINE: Final = re.compile(
    rf"[ \t]*{_IRI}[ \t]*{_IRI}[ \t]*"
    rf'(?:{_IRI}|("(?:[^"\\\n\r]|\\.)*")(?:\^\^{_IRI})?)[ \t]*{_IRI}[ \t]*\.[ \t]*(?:\#.*)?'
)
_ESCAPED: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([tbnrf\"'\\]))")
_LETTERS: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}

Written: TypeAlias = dict[str, tuple[str, str, Callable[[str], str] | None]]


@cache
def _written() -> Written:
    """Return for each property what stands before and after a value, and how a text is escaped."""
    return {name: _around(one) for name, one in used().items()}


def _around(one: Used) -> tuple[str, str, Callable[[str], str] | None]:
    if one.range == STRING:
        return f" <{one.iri}> ", "", encode_basestring
    if one.is_literal:
        return f' <{one.iri}> "', f'"^^<{PREFIXES["xsd"]}{one.range}>', None
    return f" <{one.iri}> <", ">", None


def lines(graph: str, nodes: Iterable[Node]) -> str:
    """Return nodes as lines of one named graph."""
    written, end = _written(), f" <{graph}> .\n"
    parts: list[str] = []
    add = parts.append
    for name, facts in nodes:
        subject = f"<{name}>"
        for term, value in facts:
            before, after, escape = written[term]
            if escape is None:
                add(f"{subject}{before}{value}{after}{end}")
            else:
                add(f"{subject}{before}{escape(value)}{end}")  # type: ignore[arg-type]  # text
    return "".join(parts)


@cache
def _read() -> dict[tuple[str, bool], str]:
    """Return the names of properties by their IRIs; rdf:first is told by what it leads to."""
    return {(one.iri, one.is_literal): one.name for one in used().values()}


Quad: TypeAlias = tuple[str, str, str, Value]
"""Graph, subject, the name of the property, and the value."""


def quads(text: Iterable[str]) -> Iterator[Quad]:
    """Read lines; raise `StoreError` for one that an export would not write."""
    names = _read()
    for number, line in enumerate(text, 1):
        bare = line.rstrip("\n\r")
        match = _LINE.fullmatch(bare)
        if match is None:
            if not bare.strip() or bare.lstrip().startswith("#"):
                continue
            reason = f"dòng {number} không phải N-Quads"
            raise wrong(reason)
        subject, predicate, other, literal, _, graph = match.groups()
        name = names.get((predicate, literal is not None))
        if name is None:
            reason = f"dòng {number}: không biết thuộc tính <{predicate}>"
            raise wrong(reason)
        yield graph, subject, name, other if literal is None else unescaped(literal[1:-1])


def unescaped(text: str) -> str:
    """Return a text without the escapes of N-Quads."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(_letter, text)


def _letter(match: re.Match[str]) -> str:
    short, long, letter = match.groups()
    if letter is not None:
        return _LETTERS.get(letter, letter)
    return chr(int(short or long, 16))
