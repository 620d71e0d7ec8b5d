"""Tells which parts of a document may give work, by its type and the articles or headings over them."""

import re
from typing import Final

from loaders.actors import SUBJECT
from loaders.headings import Entry
from loaders.layout import Layout
from loaders.marks import Mark
from loaders.sections import Section
from loaders.work_words import ASKED
from ontology.kinds import Kind

_ARTICLE: Final = Mark.ARTICLE
_POINTS: Final = frozenset({Mark.NUMBER, Mark.LETTER, Mark.TITLE})
_GIVING: Final = frozenset({Kind.QD, Kind.QDI})
"""Documents in articles, of which those on carrying them out give work."""
_RESOLVING: Final = _GIVING | {Kind.NQ}
"""Documents in articles, of which those on tasks give work to those whom they name."""
_NO_WORK: Final = frozenset({Kind.LU, Kind.ND, Kind.TT})
_REPORT: Final = Kind.BC
_REPORTED: Final = re.compile(
    r"nhiệm vụ|phương hướng|kiến nghị|đề xuất|thời gian tới", re.IGNORECASE
)
"""What a report says in the parts that give work."""
_ON_TASKS: Final = re.compile(r"(?i:nhiệm vụ|giải pháp|tổ chức thực hiện|phân công|trách nhiệm)")
_GIVEN: Final = re.compile(r"Giao (?=[A-ZĐỦ])")


class Giving:
    """Knows of each paragraph of a document whether it may give work."""

    def __init__(self, layout: Layout, kind: Kind | None) -> None:
        self._text = layout.reading.text
        self._kind = kind
        self._by_article = any(entry.para.mark is _ARTICLE for entry in layout.entries)

    def gives(self, entry: Entry) -> bool:
        """Tell whether a paragraph of a section that holds items may give work."""
        if entry.attached or self._carries_out(entry) or self._in_article(entry):
            return True
        if self._kind in _NO_WORK or self._by_article:
            return False
        if self._kind is _REPORT:
            return any(_REPORTED.search(self._text, h.start, h.end) for h in entry.heads)
        return True

    def _carries_out(self, entry: Entry) -> bool:
        """Tell whether a numbered point on carrying out a decision, or the one over a letter, begins with who does it."""
        if self._kind not in _GIVING or entry.section is not Section.ASSIGNMENTS:
            return False
        mark = entry.para.mark
        over = entry.heads[-2:-1] if mark is Mark.LETTER else entry.heads[-1:]
        numbered = mark in _POINTS and over and over[0].label[0].isdecimal()
        return bool(numbered) and SUBJECT.match(self._text, over[0].start) is not None

    def _in_article(self, entry: Entry) -> bool:
        """Tell whether an article on tasks gives work here, or is itself nothing but what somebody has to do.

        `Điều 2. Giao Bộ Y tế …`
        """
        if not self._by_article or self._kind not in _RESOLVING:
            return False
        start = entry.para.start
        if entry.para.mark is _ARTICLE and _GIVEN.match(self._text, start):
            return True
        over = [head for head in entry.heads if head.start != start]
        if not any(_ON_TASKS.search(self._text, head.start, head.end) for head in over):
            return False
        starts = (start, over[-1].start)
        return any(SUBJECT.match(self._text, at) or ASKED.match(self._text, at) for at in starts)
