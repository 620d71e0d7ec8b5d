"""The numbers and bullets that Word prints before paragraphs and keeps in no text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Self

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from loaders.formats.docx_figures import written
from ontology.folding import DASHES

_VALUE: Final = qn("w:val")
_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_BULLETS: Final = dict.fromkeys(DASHES, "-") | {"-": "-", "+": "+", "*": "*"}
_BULLET_OF_LEVEL: Final = ("-", "+", "*")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is printed: `text` is as in `%1.%2.`."""

    start: int
    format: str
    text: str
    restart: int | None
    style: str | None
    legal: bool

    @classmethod
    def of(cls, node: BaseOxmlElement) -> Self:
        legal = node.find(qn("w:isLgl"))
        restart = _value(node, "w:lvlRestart")
        return cls(
            start=int(_value(node, "w:start") or 0),
            format=_value(node, "w:numFmt") or "decimal",
            text=_value(node, "w:lvlText") or "",
            restart=None if restart is None else int(restart),
            style=_value(node, "w:pStyle"),
            legal=legal is not None and legal.get(_VALUE) not in {"0", "false"},
        )


@dataclass(frozen=True, slots=True)
class _List:
    """A list as a paragraph names it; lists with one `shared` id count on from each other."""

    id: str
    shared: str
    levels: dict[int, _Level]
    starts: dict[int, int]

    def start(self, at: int) -> int:
        """Return the first number of a level."""
        return self.starts.get(at, self.levels[at].start if at in self.levels else 0)


@dataclass(slots=True)
class _Styles:
    """What paragraph styles say of lists: style id → (list, level), and the style above each."""

    lists: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    above: dict[str, str | None] = field(default_factory=dict)
    default: str | None = None

    @classmethod
    def of(cls, root: BaseOxmlElement | None) -> Self:
        styles = cls()
        for node in () if root is None else root.findall(qn("w:style")):
            name: str = node.get(qn("w:styleId"), "")
            styles.lists[name] = _list_and_level(node)
            styles.above[name] = _value(node, "w:basedOn")
            default = node.get(qn("w:default")) in {"1", "true", "on"}
            if default and node.get(qn("w:type")) == "paragraph":
                styles.default = name
        return styles

    def chain(self, name: str | None) -> Iterator[str]:
        """Give the style and those that it is based on, nearest first."""
        seen: set[str] = set()
        while name in self.lists and name not in seen:
            seen.add(name)
            yield name
            name = self.above[name]


class Numbering:
    """Counts the paragraphs of a document, which must come in the order of the document."""

    def __init__(self, numbering: BaseOxmlElement | None, styles: BaseOxmlElement | None) -> None:
        self._styles = _Styles.of(styles)
        self._lists = {} if numbering is None else _lists(numbering, self._styles)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: BaseOxmlElement) -> str:
        """Return what Word prints before the paragraph (`I.`, `1.1.`, `a)`, `-`), or nothing."""
        name, level = _list_and_level(paragraph)
        style = _value(paragraph.find(qn("w:pPr")), "w:pStyle") or self._styles.default
        chain = tuple(self._styles.chain(style))
        name = name or next((n for n, _ in map(self._styles.lists.__getitem__, chain) if n), None)
        numbered = self._lists.get(name or "")
        if numbered is None:
            return ""
        at = int(level) if level is not None else self._level_of(numbered, chain)
        if at not in numbered.levels:
            return ""
        return _printed(numbered, at, self._count(numbered, at))

    def _level_of(self, numbered: _List, chain: tuple[str, ...]) -> int:
        """Return the level that names the style, or else the one that the style names."""
        for style in chain:
            for at, level in numbered.levels.items():
                if level.style == style:
                    return at
        named = (level for _, level in map(self._styles.lists.__getitem__, chain) if level)
        return int(next(named, 0))

    def _count(self, numbered: _List, at: int) -> dict[int, int]:
        counts = self._counts.setdefault(numbered.shared, {})
        anew = at in numbered.starts and (numbered.id, at) not in self._begun
        self._begun.add((numbered.id, at))
        counts[at] = numbered.start(at) if anew or at not in counts else counts[at] + 1
        for deeper in range(at + 1, _LEVELS):
            level = numbered.levels.get(deeper)
            if level is None or level.restart is None or at < level.restart:
                counts.pop(deeper, None)
        return counts


def _printed(numbered: _List, at: int, counts: dict[int, int]) -> str:
    level = numbered.levels[at]
    if level.format == "bullet":
        return _BULLETS.get(level.text.strip(), _BULLET_OF_LEVEL[min(at, 2)])
    if level.format == "none":
        return _PLACE.sub("", level.text).strip()

    def figure(place: re.Match[str]) -> str:
        of = int(place[1]) - 1
        known = numbered.levels.get(of)
        style = "decimal" if level.legal or known is None else known.format
        return written(counts.get(of, numbered.start(of)), style)

    return _PLACE.sub(figure, level.text).strip()


def _lists(root: BaseOxmlElement, styles: _Styles) -> dict[str, _List]:
    abstracts = {node.get(qn("w:abstractNumId")): node for node in root if _is_abstract(node)}
    nodes = {node.get(qn("w:numId")): node for node in root.findall(qn("w:num"))}
    lists: dict[str, _List] = {}
    for name, node in nodes.items():
        shared = _value(node, "w:abstractNumId")
        linked = _value(abstracts.get(shared), "w:numStyleLink")
        if linked is not None:  # the list is defined where the style of that name points
            target = nodes.get(styles.lists.get(linked, (None, None))[0])
            shared = shared if target is None else _value(target, "w:abstractNumId")
        if shared is not None and shared in abstracts:
            lists[name] = _list(name, shared, node, abstracts[shared])
    return lists


def _is_abstract(node: BaseOxmlElement) -> bool:
    return bool(node.tag == qn("w:abstractNum"))


def _list(name: str, shared: str, node: BaseOxmlElement, abstract: BaseOxmlElement) -> _List:
    levels = dict(_levels(abstract))
    starts: dict[int, int] = {}
    for override in node.findall(qn("w:lvlOverride")):
        levels.update(_levels(override))
        start = _value(override, "w:startOverride")
        if start is not None:
            starts[int(override.get(qn("w:ilvl"), 0))] = int(start)
    return _List(name, shared, levels, starts)


def _levels(node: BaseOxmlElement) -> Iterator[tuple[int, _Level]]:
    for level in node.findall(qn("w:lvl")):
        yield int(level.get(qn("w:ilvl"), 0)), _Level.of(level)


def _list_and_level(node: BaseOxmlElement) -> tuple[str | None, str | None]:
    """Return the list and the level that a paragraph or a style names itself."""
    properties = node.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    return _value(properties, "w:numId"), _value(properties, "w:ilvl")


def _value(node: BaseOxmlElement | None, name: str) -> str | None:
    found = None if node is None else node.find(qn(name))
    value: str | None = None if found is None else found.get(_VALUE)
    return value
