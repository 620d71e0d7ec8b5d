"""The outline of a document: its paragraphs in their sections, and what each stands under."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from loaders.head_lines import MOTTO, TYPE_LINE
from loaders.marks import BULLETS, Mark
from loaders.paragraphs import Para, paragraphs
from loaders.reading import Reading
from loaders.sections import MEASURES, Section, section_of


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


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's shadow and its paragraphs in their sections, in the order of the text."""

    reading: Reading
    paras: tuple[Para, ...]
    entries: tuple[Entry, ...]
    body: int
    back: int


_BACK: Final = re.compile(
    r"(?i:nơi nhận|t/?m[. ]|k/?t[. ]|tl[. ]|t/l|tuq\.|xác nhận của|người lập|người cam kết)"
    r"|(?:PHÓ |Q\. ?)?(?:CHỦ TỊCH|TRƯỞNG BAN|GIÁM ĐỐC|BÍ THƯ|CHỦ NHIỆM|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG"
    r"|TỔ TRƯỞNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|ĐỘI TRƯỞNG)(?=\n|$)"
)
_GROUNDS: Final = ("Căn cứ ", "Trên cơ sở ")
_ADDRESSED: Final = re.compile(r"Kính gửi|.{0,60}điện:$")
_NOTED: Final = re.compile(
    r"(?:Chỉ thị|Nghị quyết|Kết luận|Kế hoạch|Quy định|Quyết định|Hướng dẫn|Thông báo|Công văn|Nghị định|Luật|Xem|Theo) "
)
_CLOSING: Final = re.compile(r"trên đây là", re.IGNORECASE)
_ANNEX: Final = re.compile(r" *(?:phụ lục|danh mục nhiệm vụ|biểu (?:số|phân công))", re.IGNORECASE)
_PARTS: Final = 40
_ANNEX_HEAD: Final = re.compile(r" *PHỤ LỤC(?: (?:SỐ )?(?:[IVX]+|\d+))?(?=[\n :.]|$)")
"""Such a line in capitals begins an annex, also where nothing closed the body."""
_WITH: Final = re.compile(r"\((?:(?:được )?ban hành )?kèm theo ", re.IGNORECASE)
_TITLE_PARTS: Final = 6
"""A title, and what it is issued with, are no more paragraphs."""
_LEVELS: Final = {Mark.ROMAN: 2, Mark.ARTICLE: 2, Mark.LETTER: 8}
_LARGEST: Final = frozenset("ABCDEFGH")
"""Labels of parts that stand over those of Roman figures."""
_OPENING: Final = frozenset({Mark.ROMAN, Mark.ARTICLE, Mark.NUMBER})
_UNMARKED: Final = frozenset({Mark.NONE, Mark.ROW})
_BELOW: Final = BULLETS | {Mark.ROW}
_NONE, _NUMBER, _LETTER, _TITLE = Mark.NONE, Mark.NUMBER, Mark.LETTER, Mark.TITLE


def outline(source: str) -> Layout:
    """Return the layout of a source's text. Takes time in proportion to its length."""
    reading, paras = paragraphs(source)
    body = _body(reading, paras)
    back = _back(reading, paras, body)
    return Layout(reading, paras, tuple(_entries(reading.text, paras, body, back)), body, back)


def _body(reading: Reading, paras: Sequence[Para]) -> int:
    """Return the first paragraph of the body: the first section, or what follows the opening words."""
    text = reading.text
    for i, para in enumerate(paras):
        if para.mark in _OPENING or (para.mark is _TITLE and para.label):
            return i
        if is_bracketed(para) and para.label == "(1)":
            return i
        if para.mark is Mark.DASH and not text.startswith(_GROUNDS, para.start):
            if i < 3 and not any(TYPE_LINE.match(text, p.start) for p in paras[:i]):
                continue
            if any(_ADDRESSED.match(text, p.start, p.end) for p in paras[max(0, i - 12) : i]):
                continue
            return i
        if (
            para.mark is Mark.ROW
            and len(para.cells) > 3
            and not MOTTO.search(text, para.start, para.end)
        ):
            return i
    return len(paras)


def _back(reading: Reading, paras: Sequence[Para], body: int) -> int:
    """Return the first paragraph of what closes the document: recipients or signature."""
    text = reading.text
    for i in range(body, len(paras)):
        if paras[i].mark in _UNMARKED and _BACK.match(text, paras[i].start):
            return i
        if text.startswith("./.", paras[i].end - 3):
            return i + 1
    for i in range(len(paras) - 1, max(body, len(paras) - 6), -1):
        words = text[paras[i].start : paras[i].end]
        if _CLOSING.match(words):
            return i + 1
    last = len(paras)
    while last > body and text[paras[last - 1].start : paras[last - 1].end].isupper():
        last -= 1
    return last


def _level_of(para: Para) -> int:
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
    if mark is Mark.ROMAN and label in _LARGEST:
        return 1
    return _LEVELS.get(mark, 0)


def _is_heading(text: str, paras: Sequence[Para], i: int, back: int) -> bool:
    """Tell whether a labelled paragraph has bullets, rows or deeper labels below it."""
    level = _level_of(paras[i])
    stop = i + 40 if i >= back else min(i + 40, back)
    for k in range(i + 1, min(stop, len(paras))):
        below = paras[k]
        if below.mark is Mark.NOTE:
            continue
        if below.mark in _BELOW:
            return not (paras[i].mark is _NUMBER and _restarts(paras, k))
        other = _level_of(below)
        if other:
            return other > level
        if any(words.match(text, below.start) for words in (_BACK, _CLOSING, _ANNEX_HEAD)):
            return False
    return False


def _restarts(paras: Sequence[Para], i: int) -> bool:
    """Tell whether numbers count from one again under a bullet, which then is a heading itself."""
    after = paras[i + 1] if i + 1 < len(paras) else None
    return after is not None and after.mark is _NUMBER and after.label == "1"


def is_bracketed(para: Para) -> bool:
    """Tell whether a paragraph is labelled `(1)`."""
    return para.mark is _LETTER and para.label.startswith("(")


def _lies_within(paras: Sequence[Para], i: int) -> bool:
    """Tell whether no bullet stands between the parts of a list `(1)`, `(2)` that comes after a bullet.

    Where one does the parts are headings.
    """
    bullets = False
    counted = 0
    for para in paras[i : i + _PARTS]:
        if is_bracketed(para):
            number = int(para.label.strip("()"))
            if bullets:
                return number <= counted
            counted = number
        elif para.mark is Mark.DASH:
            bullets = True
        elif _level_of(para):
            break
    return bullets


class _Outliner:
    """Walks down a document, knowing at each paragraph the headings over it."""

    def __init__(self, text: str, *, letter: bool) -> None:
        self.text = text
        self.letter = letter
        self.heads: list[Head] = []
        self.counts: dict[tuple[str, str], int] = {}
        self.bullet: str | None = None
        self.opened: Para | None = None
        self.within: tuple[str | None, Section] | None = None
        self.annex = ""
        self.attached = False

    @property
    def section(self) -> Section:
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
        over = ".".join(head.label for head in self.heads if head.level < _level_of(para))
        return (f"{over}.{para.label}".lstrip("."), "#") in self.counts

    def ordinal(self, over: str, mark: str) -> int:
        key = (over, mark)
        self.counts[key] = self.counts.get(key, 0) + 1
        return self.counts[key]

    def goes_within(self, paras: Sequence[Para], i: int) -> bool:
        """Tell whether a `(1)` begins or goes on a list in the midst of bullets, which go on after it."""
        if not is_bracketed(paras[i]):
            return False
        if self.bullet is None or self.opened is None:
            return self.within is not None
        if paras[i].label != "(1)" or not _lies_within(paras, i):
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
        return Entry(para, section, tuple(self.heads), path, parent)

    def labelled(self, para: Para, *, heading: bool) -> Entry:
        level = _level_of(para)
        self.within = None
        while self.heads and self.heads[-1].level >= level:
            self.heads.pop()
        inherited = self.section
        words = self.text[para.start : para.end]
        titled = heading or (len(words) < 100 and words[-1] not in ".;")
        section = section_of(words, inherited, letter=self.letter) if titled else inherited
        label = para.label or f"§{self.ordinal('', '§')}"
        path = self.path_to(label)
        seen = self.ordinal(path, "#")
        path = path if seen == 1 else f"{path}~{seen}"
        self.heads.append(Head(label, level, section, para.start, para.end, path))
        self.bullet = None
        return Entry(para, section, tuple(self.heads), path, heading=heading)

    def bulleted(self, para: Para) -> Entry:
        over = self.heads[-1].path if self.heads else self.annex
        parent = None
        if para.mark is Mark.PLUS and self.bullet:
            over = parent = self.bullet
        number = self.ordinal(over, para.mark.value)
        path = f"{over}.{para.mark}{number}".lstrip(".")
        if para.mark is not Mark.PLUS:
            self.bullet, self.opened, self.within = path, para, None
        return Entry(para, self.section, tuple(self.heads), path, parent)

    def plain(self, para: Para) -> Entry:
        return Entry(
            para, self.section, tuple(self.heads), self.heads[-1].path if self.heads else self.annex
        )


def _begun(walk: _Outliner, annex: str) -> _Outliner:
    """Return who walks through what is attached, under the name of an annex or with paths of its own."""
    inside = _Outliner(walk.text, letter=walk.letter)
    inside.annex, inside.attached = annex, True
    return inside


def _annexed(walk: _Outliner, para: Para, *, in_back: bool) -> tuple[_Outliner, bool]:
    """Return who walks on after the body, where an annex may begin or end, and whether nothing counts there."""
    if para.mark is not Mark.DASH and _ANNEX.match(walk.text, para.start):
        return _begun(walk, "PL"), False
    return walk, in_back or (walk.attached and _BACK.match(walk.text, para.start) is not None)


def _attached_body(text: str, paras: Sequence[Para], i: int) -> int | None:
    """Return where the body begins of a plan that a decision issues, if its title begins here."""
    title = paras[i]
    if title.mark is not _NONE or not TYPE_LINE.match(text, title.start, title.end):
        return None
    front = range(i, min(i + _TITLE_PARTS, len(paras)))
    if not any(_WITH.search(text, paras[k].start, paras[k].end) for k in front):
        return None
    return next((k for k in range(i + 1, len(paras)) if paras[k].mark in _OPENING), None)


def _entries(text: str, paras: Sequence[Para], body: int, back: int) -> Iterator[Entry]:
    letter = any(_ADDRESSED.match(text, para.start, para.end) for para in paras[:body])
    walk = _Outliner(text, letter=letter)
    in_back = False
    begins = 0
    for i, para in enumerate(paras):
        if i < body:
            yield Entry(para, Section.FRONT, (), "")
            continue
        if i >= back and not walk.attached:
            in_back = True
        opens = para.mark is _NONE and _ANNEX_HEAD.match(text, para.start) is not None
        if opens or in_back or walk.attached:
            walk, in_back = _annexed(walk, para, in_back=in_back or opens)
        if in_back and i > begins:
            attached = _attached_body(text, paras, i)
            if attached:
                walk, in_back, begins = _begun(walk, ""), False, attached
        if in_back or i < begins:
            yield Entry(para, Section.BACK, (), "")
        elif walk.repeats(para) and _NOTED.match(text, para.start):
            yield Entry(para._replace(mark=Mark.NOTE), Section.OTHER, (), "")
        else:
            entry = _placed(walk, paras, i, back)
            yield entry._replace(attached=True) if walk.attached else entry


def _placed(walk: _Outliner, paras: Sequence[Para], i: int, back: int) -> Entry:
    para = paras[i]
    if para.mark is _LETTER and walk.goes_within(paras, i):
        return walk.inserted(para)
    if _level_of(para):
        return walk.labelled(para, heading=_is_heading(walk.text, paras, i, back))
    if para.mark in BULLETS:
        return walk.bulleted(para)
    return walk.plain(para)
