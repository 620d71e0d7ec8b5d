"""N-Quads, written line by line and read line by line."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from json.encoder import encode_basestring
from typing import Final, TypeAlias

from graph.rdf.gathered import wrong
from graph.rdf.nodes import POSITION, Facts, Node, Value, place_facts
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


def pieces(graph: str, nodes: Iterable[Node]) -> tuple[str, str]:
    """Return nodes as lines of one named graph: first those without texts, then the texts.

    The first are ASCII, and so are put together and encoded in a fraction of the time. Lines of one
    property stay in order, and so do things, all of which tell what they are by a name.
    """
    written, end = _ending(f" <{graph}> .\n"), f" <{graph}> .\n"
    place = _place(end)
    plain: list[str] = []
    texts: list[str] = []
    add, say = plain.append, texts.append
    for name, facts in nodes:
        subject = f"<{name}>"
        if facts and facts[0] == _IS_PLACE:
            where, words = place(subject, facts)
            add(where)
            say(words)
            continue
        for term, value in facts:
            before, after, is_text = written[term]
            if is_text:
                say(f"{subject}{before}{encode_basestring(value)}{after}")  # type: ignore[arg-type]
            else:
                add(f"{subject}{before}{value}{after}")
    return "".join(plain), "".join(texts)


@lru_cache(maxsize=2)
def _ending(end: str) -> Mapping[str, tuple[str, str, bool]]:
    """Return `_written` with the end of the lines of one graph."""
    return {name: (before, after + end, text) for name, (before, after, text) in _written().items()}


_IS_PLACE: Final = ("type", POSITION)


def _place(end: str) -> Callable[[str, Facts], tuple[str, str]]:
    """Return what writes a place and its words: two lines in five are of places, and all alike."""
    facts = place_facts("", 0, 0, "")
    (kind, _), (also, _), text, start, stop, words = (
        (before + (str(value) + after + end if name == "type" else ""), after + end)
        for name, value in facts
        for before, after, _ in (_written()[name],)
    )

    def written(subject: str, facts: Facts) -> tuple[str, str]:
        return (
            f"{subject}{kind}{subject}{also}"
            f"{subject}{text[0]}{facts[2][1]}{text[1]}{subject}{start[0]}{facts[3][1]}{start[1]}"
            f"{subject}{stop[0]}{facts[4][1]}{stop[1]}"
        ), f"{subject}{words[0]}{encode_basestring(str(facts[5][1]))}{words[1]}"

    return written


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
