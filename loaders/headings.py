"""Headings, and the paragraphs that stand under them: their depth, their paths, their sections."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from loaders.marks import Mark
from loaders.paragraphs import Para
from loaders.sections import MEASURES, Section, section_of
from ontology.figures import roman

_MOST_PARTS: Final = 40
_LEVELS: Final = {Mark.ROMAN: 2, Mark.ARTICLE: 2, Mark.LETTER: 8}
_LARGEST: Final = frozenset("ABCDEFGH")
"""Labels of parts that stand over those of Roman figures."""
_FIGURES: Final = {roman(n).lower(): n for n in range(1, 40)}
"""What the labels `(i)`, `(ii)` count."""
_NUMBER, _LETTER, _TITLE, _PLUS = Mark.NUMBER, Mark.LETTER, Mark.TITLE, Mark.PLUS


class Head(NamedTuple):
    """A heading that holds for what stands under it."""

    label: str
    level: int
    section: Section
    start: int
    end: int
    path: str


class Entry(NamedTuple):
    """A paragraph in its place, under its `heads` from the outermost on.

    `parent` is the path of the bullet above a `+`; `heading` marks a labelled paragraph with something
    below it; `attached` tells that it stands in an annex, or in what a decision is issued for.
    """

    para: Para
    section: Section
    heads: tuple[Head, ...]
    path: str
    parent: str | None = None
    heading: bool = False
    attached: bool = False

    @property
    def head(self) -> Head | None:
        """The nearest heading."""
        return self.heads[-1] if self.heads else None


def level_of(para: Para) -> int:
    """Return the depth of a labelled paragraph, 1 for the outermost, or 0 for one without a label."""
    mark, label = para.mark, para.label
    if not label:
        return 2 if mark is _TITLE else 0
    if mark is _NUMBER:
        return 3 + label.count(".")
    if mark is _LETTER and label.startswith("("):
        return 9
    if mark is _TITLE:
        return 2 if label[0].isupper() else 3 + label.count(".")
    if label in _LARGEST and mark is Mark.ROMAN:
        return 1
    return _LEVELS.get(mark, 0)


def is_bracketed(para: Para) -> bool:
    """Tell whether a paragraph is labelled `(1)` or `(i)`."""
    return para.mark is _LETTER and para.label.startswith("(")


def is_first_bracketed(para: Para) -> bool:
    """Tell whether a list with such labels begins with a paragraph."""
    return is_bracketed(para) and _counted(para) == 1


def _counted(para: Para) -> int:
    """Return the number of a label in brackets, 0 for what is no figure: `(iiii)`."""
    label = para.label.strip("()")
    return int(label) if label.isdecimal() else _FIGURES.get(label, 0)


def _lies_within(paras: Sequence[Para], i: int) -> bool:
    """Tell whether no bullet stands between the parts of a list `(1)`, `(2)` that comes after a bullet.

    Where one does the parts are headings.
    """
    bullets = False
    counted = 0
    for para in paras[i : i + _MOST_PARTS]:
        if is_bracketed(para):
            number = _counted(para)
            if bullets:
                return number <= counted
            counted = number
        elif para.mark is Mark.DASH:
            bullets = True
        elif level_of(para):
            break
    return bullets


class Outliner:
    """Walks down a document, knowing at each paragraph the headings over it."""

    def __init__(self, text: str, *, letter: bool) -> None:
        self.text = text
        self.letter = letter
        self.heads: tuple[Head, ...] = ()
        self.counts: dict[tuple[str, str], int] = {}
        self.bullet: str | None = None
        self.opened: Para | None = None
        self.within: tuple[str | None, Section] | None = None
        self.annex = ""
        self.attached = False

    @property
    def section(self) -> Section:
        """The section of the nearest heading."""
        return self.heads[-1].section if self.heads else Section.TASKS

    def path_to(self, *below: str) -> str:
        """Return the labels from the outermost heading down to the nearest, and further `below`."""
        labels: list[str] = [self.annex] if self.annex else []
        for label in (*(head.label for head in self.heads), *below):
            over = f"{labels[-1]}." if labels else ""
            if over and label.startswith(over) and label[len(over) :][:1].isdecimal():
                labels.pop()
            labels.append(label)
        return ".".join(filter(None, labels))

    def repeats(self, para: Para) -> bool:
        """Tell whether a number was there before under the same headings, as a footnote's is."""
        if para.mark is not _NUMBER:
            return False
        over = ".".join(head.label for head in self.heads if head.level < level_of(para))
        return (f"{over}.{para.label}".lstrip("."), "#") in self.counts

    def ordinal(self, over: str, mark: str) -> int:
        """Return which one of its kind it is under a path, counted from 1."""
        key = (over, mark)
        self.counts[key] = self.counts.get(key, 0) + 1
        return self.counts[key]

    def goes_within(self, paras: Sequence[Para], i: int) -> bool:
        """Tell whether a `(1)` begins or goes on a list in the midst of bullets, which go on after it."""
        if not is_bracketed(paras[i]):
            return False
        if self.bullet is None or self.opened is None:
            return self.within is not None
        if not is_first_bracketed(paras[i]) or not _lies_within(paras, i):
            return False
        words = self.text[self.opened.start : self.opened.end]
        over = self.bullet if words.rstrip().endswith(":") else None
        self.within = over, Section.OTHER if MEASURES.search(words) else self.section
        return True

    def inserted(self, para: Para) -> Entry:
        """Return a part of a list in the midst of bullets."""
        parent, section = self.within or (None, self.section)
        self.bullet = None
        path = f"{parent or self.path_to()}.{para.label}".lstrip(".")
        return Entry(para, section, self.heads, path, parent)

    def labelled(self, para: Para, *, heading: bool) -> Entry:
        """Return a paragraph with a label, under which the next ones stand."""
        level = level_of(para) if para.label else self._title_level(para)
        self.within = None
        while self.heads and self.heads[-1].level >= level:
            self.heads = self.heads[:-1]
        inherited = self.section
        words = self.text[para.start : para.end]
        titled = heading or (len(words) < 100 and words[-1] not in ".;")
        section = section_of(words, inherited, letter=self.letter) if titled else inherited
        label = para.label or f"§{self.ordinal('', '§')}"
        path = self.path_to(label)
        seen = self.ordinal(path, "#")
        path = path if seen == 1 else f"{path}~{seen}"
        self.heads += (Head(label, level, section, para.start, para.end, path),)
        self.bullet = None
        return Entry(para, section, self.heads, path, heading=heading)

    def _title_level(self, para: Para) -> int:
        """Return the depth of a title without a label: amid numbered parts it stands under the last."""
        numbered = len(self.heads) > 1 and all(head.label[0] != "§" for head in self.heads)
        return self.heads[-1].level + 1 if numbered else level_of(para)

    def bulleted(self, para: Para) -> Entry:
        """Return a bullet."""
        over = self.heads[-1].path if self.heads else self.annex
        parent = None
        if para.mark is _PLUS and self.bullet:
            over = parent = self.bullet
        number = self.ordinal(over, para.mark)
        path = f"{over}.{para.mark}{number}".lstrip(".")
        if para.mark is not _PLUS:
            self.bullet, self.opened, self.within = path, para, None
        return Entry(para, self.section, self.heads, path, parent)

    def plain(self, para: Para) -> Entry:
        """Return a paragraph without a label."""
        return Entry(
            para, self.section, self.heads, self.heads[-1].path if self.heads else self.annex
        )
