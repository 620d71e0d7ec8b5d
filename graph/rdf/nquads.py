"""N-Quads, written line by line and read line by line."""

import re
from collections.abc import Iterable, Iterator, Mapping
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


@cache
def _written() -> Mapping[str, tuple[str, str, bool]]:
    """Return for each property what stands before and after a value, and whether it is a text."""
    return {name: _around(one) for name, one in used().items()}


def _around(one: Used) -> tuple[str, str, bool]:
    if one.range == STRING:
        return f" <{one.iri}> ", "", True
    if one.is_literal:
        return f' <{one.iri}> "', f'"^^<{PREFIXES["xsd"]}{one.range}>', False
    return f" <{one.iri}> <", ">", False


def pieces(graph: str, nodes: Iterable[Node]) -> tuple[bytes, bytes]:
    """Return nodes as lines of one named graph: first those without texts, then the texts.

    The first are ASCII: all of them are put together and encoded at once, which takes a fraction of
    the time. Lines of one property stay in order, and so do things, all of which tell what they are
    by a name.
    """
    end = f" <{graph}> .\n"
    written = {
        name: (before, after + end, text) for name, (before, after, text) in _written().items()
    }
    plain: list[str] = []
    texts: list[bytes] = []
    add, say = plain.append, texts.append
    for name, facts in nodes:
        subject = f"<{name}>"
        for term, value in facts:
            before, after, is_text = written[term]
            if is_text:
                say(f"{subject}{before}{encode_basestring(value)}{after}".encode())  # type: ignore[arg-type]
            else:
                add(f"{subject}{before}{value}{after}")
    return "".join(plain).encode(), b"".join(texts)


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
