"""The outline of a document: its paragraphs in their sections, and what each stands under."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.head_lines import MOTTO, TYPE_LINE
from loaders.headings import Entry, Outliner, is_first_bracketed, level_of
from loaders.marks import BULLETS, Mark
from loaders.paragraphs import Para, paragraphs
from loaders.reading import Reading
from loaders.sections import Section
from loaders.tables import columns_of


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
_GROUND: Final = re.compile(
    r"(?:Thực hiện|Theo) (?:Chỉ thị|Nghị quyết|Kết luận|Quyết định|Quy định|Kế hoạch|Chương trình|Hướng dẫn|Thông báo|Công văn|ý kiến)"
)
_ADDRESSED: Final = re.compile(r"Kính gửi|.{0,60}điện:$")
_LONG: Final = 160
"""Longer than the name of anybody to whom a letter goes."""
_NOTED: Final = re.compile(
    r"(?:Chỉ thị|Nghị quyết|Kết luận|Kế hoạch|Quy định|Quyết định|Hướng dẫn|Thông báo|Công văn|Nghị định|Luật|Xem|Theo) "
)
_CLOSING: Final = re.compile(r"trên đây là", re.IGNORECASE)
_ANNEX: Final = re.compile(r" *(?:phụ lục|danh mục nhiệm vụ|biểu (?:số|phân công))", re.IGNORECASE)
_ANNEX_HEAD: Final = re.compile(r" *PHỤ LỤC(?: (?:SỐ )?(?:[IVX]+|\d+))?(?=[\n :.]|$)")
"""Such a line in capitals begins an annex, also where nothing closed the body."""
_WITH: Final = re.compile(r"\((?:(?:được )?ban hành )?kèm theo ", re.IGNORECASE)
_ISSUES: Final = re.compile(
    r"kèm theo (?:Quyết định|Nghị quyết|Thông tư|Quy định) này", re.IGNORECASE
)
"""What a document says that issues another, whose own head then need not say it."""
_TITLE_PARTS: Final = 6
"""A title, and what it is issued with, are no more paragraphs."""
_OPENING: Final = frozenset({Mark.ROMAN, Mark.ARTICLE, Mark.NUMBER})
_UNMARKED: Final = frozenset({Mark.NONE, Mark.ROW})
_BELOW: Final = BULLETS | {Mark.ROW}
_NONE, _NUMBER, _LETTER, _TITLE = Mark.NONE, Mark.NUMBER, Mark.LETTER, Mark.TITLE
_DASH, _NOTE = Mark.DASH, Mark.NOTE


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
        if is_first_bracketed(para):
            return i
        if para.mark is _DASH and not text.startswith(_GROUNDS, para.start):
            if i < 3 and not any(TYPE_LINE.match(text, p.start) for p in paras[:i]):
                continue
            if _is_addressee(text, paras, i) or _goes_on_grounds(text, paras, i):
                continue
            return i
        if para.mark is Mark.ROW and _opens_table(text, para):
            return i
    return len(paras)


def _opens_table(text: str, para: Para) -> bool:
    """Tell a table from the head of a document, which is set in two columns or three."""
    if sum(cell is not None for cell in para.cells) > 3:
        return MOTTO.search(text, para.start, para.end) is None
    return columns_of(text, para.cells) is not None


def _goes_on_grounds(text: str, paras: Sequence[Para], i: int) -> bool:
    """Tell whether a bullet names one more ground, after others: `- Thực hiện Quyết định số …`."""
    before = paras[i - 1] if i else None
    return (
        before is not None
        and before.mark is _DASH
        and text.startswith(_GROUNDS, before.start)
        and _GROUND.match(text, paras[i].start) is not None
    )


def _is_addressee(text: str, paras: Sequence[Para], i: int) -> bool:
    """Tell whether a bullet stands in the list after `Kính gửi`, which the opening words end."""
    for para in reversed(paras[max(0, i - 12) : i]):
        if _ADDRESSED.match(text, para.start, para.end):
            return True
        words = text[para.start : para.end]
        leads_on = words.endswith(":") and not words.endswith("gửi:")
        if para.mark is _NONE and (leads_on or len(words) > _LONG):
            return False
    return False


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


def _is_heading(text: str, paras: Sequence[Para], i: int, back: int) -> bool:
    """Tell whether a labelled paragraph has bullets, rows or deeper labels below it."""
    level = level_of(paras[i])
    stop = i + 40 if i >= back else min(i + 40, back)
    for k in range(i + 1, min(stop, len(paras))):
        below = paras[k]
        if below.mark is _NOTE:
            continue
        if below.mark in _BELOW:
            return not (paras[i].mark is _NUMBER and _restarts(paras, k))
        other = level_of(below)
        if other:
            return other > level
        at = below.start
        if _BACK.match(text, at) or _CLOSING.match(text, at) or _ANNEX_HEAD.match(text, at):
            return False
    return False


def _restarts(paras: Sequence[Para], i: int) -> bool:
    """Tell whether numbers count from one again under a bullet, which then is a heading itself."""
    after = paras[i + 1] if i + 1 < len(paras) else None
    return after is not None and after.mark is _NUMBER and after.label == "1"


def _begun(walk: Outliner, annex: str) -> Outliner:
    """Return who walks through what is attached, under the name of an annex or with paths of its own."""
    inside = Outliner(walk.text, letter=walk.letter)
    inside.annex, inside.attached = annex, True
    return inside


def _annexed(walk: Outliner, para: Para, *, in_back: bool) -> tuple[Outliner, bool]:
    """Return who walks on after the body, where an annex may begin or end, and whether nothing counts there."""
    if para.mark is not _DASH and _ANNEX.match(walk.text, para.start):
        return _begun(walk, "PL"), False
    return walk, in_back or (walk.attached and _BACK.match(walk.text, para.start) is not None)


def _issues(text: str, paras: Sequence[Para]) -> bool:
    """Tell whether a document says that it issues another."""
    return bool(paras) and _ISSUES.search(text, paras[0].start, paras[-1].end) is not None


def _attached_body(text: str, paras: Sequence[Para], i: int, *, issued: bool) -> int | None:
    """Return where the body begins of a plan that a decision issues, if its title begins here."""
    title = paras[i]
    if title.mark is not _NONE or not TYPE_LINE.match(text, title.start, title.end):
        return None
    front = paras[i : i + _TITLE_PARTS]
    if not issued and not any(_WITH.search(text, para.start, para.end) for para in front):
        return None
    return next((k for k in range(i + 1, len(paras)) if paras[k].mark in _OPENING), None)


def _entries(text: str, paras: Sequence[Para], body: int, back: int) -> Iterator[Entry]:
    letter = any(_ADDRESSED.match(text, para.start, para.end) for para in paras[:body])
    walk = Outliner(text, letter=letter)
    in_back = False
    begins = 0
    last = max((i for i in range(back, len(paras)) if paras[i].mark in _OPENING), default=0)
    issued = last > 0 and _issues(text, paras[body:back])
    for i, para in enumerate(paras):
        if i < body:
            yield Entry(para, Section.FRONT, (), "")
            continue
        if i >= back and not walk.attached:
            in_back = True
        opens = para.mark is _NONE and _ANNEX_HEAD.match(text, para.start) is not None
        if opens or in_back or walk.attached:
            walk, in_back = _annexed(walk, para, in_back=in_back or opens)
        if in_back and begins < i < last:
            attached = _attached_body(text, paras, i, issued=issued)
            if attached:
                walk, in_back, begins = _begun(walk, ""), False, attached
        if in_back or i < begins:
            yield Entry(para, Section.BACK, (), "")
        elif walk.repeats(para) and _NOTED.match(text, para.start):
            yield Entry(para._replace(mark=Mark.NOTE), Section.OTHER, (), "")
        else:
            entry = _placed(walk, paras, i, back)
            yield entry._replace(attached=True) if walk.attached else entry


def _placed(walk: Outliner, paras: Sequence[Para], i: int, back: int) -> Entry:
    para = paras[i]
    if para.mark in BULLETS:
        return walk.bulleted(para)
    if para.mark is _LETTER and walk.goes_within(paras, i):
        return walk.inserted(para)
    if level_of(para):
        return walk.labelled(para, heading=_is_heading(walk.text, paras, i, back))
    return walk.plain(para)
