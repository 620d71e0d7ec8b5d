"""Tracked changes in an opened Word file: words struck out, and those to stand there instead."""

import datetime as dt
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from checks.word_runs import BOX, PROPERTIES, TEXT, Atom, Runs
from ontology.facts import Span

DATE: Final = qn("w:date")
_ID: Final = qn("w:id")
_AUTHOR: Final = qn("w:author")
_DELETED: Final = qn("w:delText")
_PARENTS: Final = frozenset({qn("w:p"), qn("w:hyperlink")})
_CHANGES: Final = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))


@dataclass(frozen=True, slots=True)
class Change:
    """Other words for those at a place of the text."""

    span: Span
    instead: str


def moment(at: dt.datetime) -> str:
    """Return a moment as Word files have it."""
    return f"{at.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"


class Changes:
    """Makes tracked changes in one file, in one name and at one moment."""

    def __init__(self, root: BaseOxmlElement, author: str, at: dt.datetime) -> None:
        self._author = author
        self._at = moment(at)
        ids = (change.get(_ID, "0") for change in root.iter(*_CHANGES))
        self._last = max((int(one) for one in ids if one.lstrip("-").isdecimal()), default=0)

    def make(self, change: Change, runs: Runs) -> None:
        """Make a change where its words stand in runs beside each other, and nowhere else.

        Words over two paragraphs or cells, in text boxes, or in somebody's own tracked change are
        left as they are: the comment tells what to write.
        """
        atoms = runs.within(change.span)
        if not _is_plain(atoms, change.span):
            return
        struck = list(dict.fromkeys(atom.run for atom in atoms))
        looks = struck[0].find(PROPERTIES)
        for run in struck:
            self._strike(run)
        added = self._change("w:ins")
        run = OxmlElement("w:r")
        if looks is not None:
            run.append(deepcopy(looks))
        run.text = " ".join(change.instead.split())
        added.append(run)
        struck[-1].getparent().addnext(added)

    def _strike(self, run: BaseOxmlElement) -> None:
        struck = self._change("w:del")
        run.addprevious(struck)
        struck.append(run)
        for text in run.findall(TEXT):
            text.tag = _DELETED

    def _change(self, tag: str) -> BaseOxmlElement:
        self._last += 1
        made = OxmlElement(tag)
        for name, value in ((_ID, str(self._last)), (_AUTHOR, self._author), (DATE, self._at)):
            made.set(name, value)
        return made


def _is_plain(atoms: Sequence[Atom], span: Span) -> bool:
    """Tell whether runs beside each other hold a span from its first letter to its last."""
    letters = sum(atom.end - atom.start for atom in atoms)
    parents = {atom.run.getparent() for atom in atoms}
    return (
        letters == span.end - span.start
        and len(parents) == 1
        and next(iter(parents)).tag in _PARENTS
        and next(atoms[0].node.iterancestors(BOX), None) is None
    )
