"""How a document is built: its upper headings, with how much work stands under each."""

from dataclasses import dataclass
from typing import Final

from loaders.headings import Head
from loaders.layout import outline
from ontology.facts import DocumentFacts, ItemKind

_DEEPEST: Final = 2
_WORK: Final = frozenset({ItemKind.TASK, ItemKind.ASSIGNMENT})


@dataclass(frozen=True, slots=True)
class Part:
    """A heading in one line, its depth from 1, the tasks under it, and the first words there."""

    path: str
    depth: int
    heading: str
    tasks: int
    opening: str


def structure_of(facts: DocumentFacts) -> tuple[Part, ...]:
    """Return the headings of the two upper levels that have something below them."""
    layout = outline(facts.source.text)
    text = layout.reading.text
    openings: dict[str, str] = {}
    heads: dict[str, tuple[int, Head]] = {}
    for entry in layout.entries:
        for depth, head in enumerate(entry.heads[:_DEEPEST], start=1):
            heads.setdefault(head.path, (depth, head))
            if not entry.heading and entry.para.start > head.start:
                openings.setdefault(head.path, text[entry.para.start : entry.para.end])
    return tuple(
        Part(path, depth, _line(text[head.start : head.end]), _tasks(facts, path), opening)
        for path, (depth, head) in heads.items()
        for opening in (_line(openings.get(path, "")),)
        if opening
    )


def _tasks(facts: DocumentFacts, path: str) -> int:
    return sum(item.kind in _WORK and _is_below(item.path, path) for item in facts.items)


def _is_below(path: str, above: str) -> bool:
    return path == above or path.startswith(f"{above}.")


def _line(text: str) -> str:
    return " ".join(text.split())
