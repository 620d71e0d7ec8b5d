"""Tells which paragraphs and rows of a document give work, and what stands beside one and belongs to it.

A heading over bullets gives none, nor do aims, composition and thanks; a line that only says when or
who (`Thời gian thực hiện: …`) belongs to the work above it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from loaders.actors import SUBJECT, Actors, actors_of_cell
from loaders.attributes import (
    DUE_ATTRIBUTE,
    ROLE_ATTRIBUTE,
    AttributeLines,
    Draft,
    is_sisterly,
    latest,
)
from loaders.closings import Closings
from loaders.date_forms import Setting
from loaders.due import find_due
from loaders.giving import Giving
from loaders.headings import Entry, Head, is_bracketed
from loaders.indexed import Indexed
from loaders.layout import Layout
from loaders.marks import BULLETS, Mark
from loaders.sections import Section
from loaders.tables import rows_of
from loaders.who_lines import bare_names, says_who
from loaders.work_words import (
    ASKED,
    CASE,
    FRAME,
    IDLE_BULLET,
    WEEK,
    WEEKDAY,
    WORK,
    gives_work,
    is_idle,
)
from ontology.facts import Due
from ontology.kinds import Kind

_NONE, _NOTE, _ROW, _STAR = Mark.NONE, Mark.NOTE, Mark.ROW, Mark.STAR
_DASH: Final = Mark.DASH
_LABELLED: Final = frozenset({Mark.NUMBER, Mark.LETTER, Mark.TITLE})
_LINES: Final = BULLETS | {Mark.NONE}
WORKING: Final = frozenset({Section.TASKS, Section.ASSIGNMENTS, Section.TOPICS, Section.MANNER})
"""The sections that hold items; one on the manner of work, where it is told who does it or when."""

_WORK_FIELD: Final = re.compile(r"(?:Nội dung|Nhiệm vụ)")
_ROLE: Final = re.compile(r"chủ trì|tham mưu|chuẩn bị|phối hợp")
_AFTERWARDS: Final = re.compile(
    r"(?:(?:Các|Những) (?:nội dung|công việc|nhiệm vụ|hoạt động|văn bản|báo cáo|đề án|dự thảo|sản phẩm|hồ sơ|tài liệu|kế hoạch)|Toàn bộ |Báo cáo |Kết quả |Văn bản |Thời gian |Việc |Nội dung |Sản phẩm |Hồ sơ |Hoàn thành )"
)
_FUNDING: Final = re.compile(r"(?i:kinh phí)")
_FUNDED: Final = re.compile(
    r"(?:Từ |Nguồn |Các nguồn|Ngân sách|Kinh phí|Vốn |Hỗ trợ từ|Lồng ghép từ|Huy động từ|Xã hội hóa|Thực hiện theo quy định)"
)
"""Where money comes from, under a heading that speaks of it."""


def _with_weekdays(entries: Sequence[Entry]) -> Iterator[Sequence[tuple[int, int] | None]]:
    """Yield the cells of rows, the first with the day of the week that stands on a line over it."""
    weekday: int | None = None
    for entry in entries:
        cells = entry.para.cells
        if not cells:
            weekday = entry.para.start
            continue
        first = cells[0]
        yield ((weekday, first[1]), *cells[1:]) if weekday is not None and first else cells
        weekday = None


class Drafter:
    """Walks down a layout and makes drafts of what gives work."""

    def __init__(
        self, layout: Layout, masked: Indexed, setting: Setting, kind: Kind | None
    ) -> None:
        self.reading = layout.reading
        self.text = layout.reading.text
        self.entries = layout.entries
        self.masked = masked
        self.setting = setting
        self.lines = AttributeLines(layout.reading, masked, setting)
        self.kind = kind
        self.giving = Giving(layout, kind)
        self.closings = Closings(layout.reading.text, layout.entries)
        self._attributes: set[str] = set()
        self._opening: Entry | None = None
        self._week: Entry | None = None
        self._named_only: str | None = None

    def drafts(self) -> list[Draft]:
        """Return the drafts in the order of the text."""
        drafts: list[Draft] = []
        i = 0
        while i < len(self.entries):
            entry = self.entries[i]
            if entry.para.mark is _ROW:
                after = i
                while after < len(self.entries) and self._in_table(after):
                    after += 1
                drafts += self._rows(self.entries[i:after])
                i = after
                continue
            i += self._prose(entry, i, drafts)
        return drafts

    def _in_table(self, i: int) -> bool:
        """Tell whether a paragraph is a row of a table, or a day over the date in its first cell."""
        para = self.entries[i].para
        if para.mark is _ROW:
            return True
        weekday = WEEKDAY.fullmatch(self.text, para.start, para.end)
        return weekday is not None and self._mark_after(i) is _ROW

    def _rows(self, entries: Sequence[Entry]) -> Iterator[Draft]:
        inside = [entry for entry in entries if entry.section is not Section.FRONT]
        if not inside:
            return
        first = inside[0]
        over = first.path
        for row in rows_of(self.text, list(_with_weekdays(inside))):
            path = f"{over}.{row.path}" if over else row.path
            yield Draft(first, *row.work, path, "table-row", row)

    def _prose(self, entry: Entry, i: int, drafts: list[Draft]) -> int:
        """Make drafts of what begins at an entry; return how many entries that takes."""
        para = entry.para
        if entry.section not in WORKING or para.mark is _NOTE or not self.giving.gives(entry):
            return 1
        if entry.section is Section.MANNER and not self._is_told(entry):
            return 1
        if para.mark in BULLETS:
            self._bullet(entry, i, drafts)
            return 1
        if para.mark is _NONE:
            if self._asks_under_heading(entry, i):
                drafts.append(
                    Draft(entry, para.start, para.end, entry.path, "paragraph-under-heading")
                )
                return 1
            return self._plain(entry, i, drafts)
        if entry.heading:
            work = self._worked_out(entry, i)
            if self._attributed(entry, i, work):
                self._attributes.add(entry.path)
                drafts.append(Draft(entry, *work, entry.path, "numbered-with-attributes"))
            return 1
        return self._leaf(entry, i, drafts)

    def _is_told(self, entry: Entry) -> bool:
        """Tell whether a paragraph says who does something, or when it is to be done."""
        start, end = entry.para.start, entry.para.end
        return SUBJECT.match(self.text, start, end) is not None or self._due(start, end) is not None

    def _bullet(self, entry: Entry, i: int, drafts: list[Draft]) -> None:
        para = entry.para
        if para.end - para.start < 4 or IDLE_BULLET.match(self.text, para.start):
            return
        if self._is_funded(entry, para.start):
            return
        attribute = self.lines.name_of(para)
        if entry.parent and entry.parent == self._named_only and self._says_who(entry):
            drafts[-1] = self.lines.give(drafts[-1], para.start, para.end, None)
            return
        if attribute:
            self._named_only = entry.path if drafts and attribute.end() >= para.end else None
            if not self._field(entry, attribute, i, drafts):
                self.lines.attach(entry, attribute, drafts)
            return
        over = entry.heads[-1].path if entry.heads else None
        if over in self._attributes:
            if drafts[-1].path == over and self._says_who(entry):
                drafts[-1] = self.lines.give(drafts[-1], para.start, para.end, None)
            return
        if para.mark is _STAR and self._heads_bullets(i):
            return
        if self.text[para.end - 1] == ":" and self._tells_case(i):
            return
        opening = self._words_over(entry.heads)
        draft = Draft(entry, para.start, para.end, entry.path, "bullet", opening=opening)
        drafts.append(draft)

    def _is_funded(self, entry: Entry, start: int) -> bool:
        """Tell whether words only say where money comes from, under a heading that speaks of it."""
        head = entry.head
        return (
            head is not None
            and _FUNDED.match(self.text, start) is not None
            and _FUNDING.search(self.text, head.start, head.end) is not None
        )

    def _field(self, entry: Entry, attribute: re.Match[str], i: int, drafts: list[Draft]) -> bool:
        """Tell whether a line `Nội dung: …` gives the work that its sister lines say who and when of."""
        if entry.parent or not _WORK_FIELD.match(attribute[0]):
            return False
        for below in self.entries[i + 1 : i + 8]:
            other = self.lines.name_of(below.para)
            if other and (ROLE_ATTRIBUTE.match(other[0]) or DUE_ATTRIBUTE.match(other[0])):
                break
            if below.heading and not is_sisterly(below):
                return False
        else:
            return False
        start = attribute.end()
        while start < entry.para.end and self.text[start] == " ":
            start += 1
        if start < entry.para.end:
            over = entry.heads[-2] if is_sisterly(entry) and len(entry.heads) > 1 else entry.head
            drafts.append(
                Draft(entry, start, entry.para.end, over.path if over else entry.path, "field")
            )
        return True

    def _heads_bullets(self, i: int) -> bool:
        """Tell whether a bullet stands over others, and those with `+` by naming who or with a colon."""
        words = self.text[self.entries[i].para.start : self.entries[i].para.end].rstrip()
        below = self._mark_after(i)
        if below is _DASH:
            return words[-1:] not in {".", ";"}
        named = words[-1:] == ":" or self._names_only(self.entries[i]) is not None
        return below is Mark.PLUS and named

    def _mark_after(self, i: int) -> Mark | None:
        return self.entries[i + 1].para.mark if i + 1 < len(self.entries) else None

    def _tells_case(self, i: int) -> bool:
        """Tell whether a bullet only says of which case the `+` under it speak."""
        para = self.entries[i].para
        case = CASE.fullmatch(self.text, para.start, para.end)
        return case is not None and para.mark is _DASH and self._mark_after(i) is Mark.PLUS

    def _worked_out(self, entry: Entry, i: int) -> tuple[int, int]:
        """Return the stretch that tells the work of a numbered line: the paragraphs right under it, if any."""
        stretch = None
        for below in self.entries[i + 1 :]:
            if below.para.mark is not _NONE or below.heads != entry.heads:
                break
            if self.lines.name_of(below.para) or self._says_who(below):
                break
            stretch = (stretch[0] if stretch else below.para.start, below.para.end)
        return stretch or (entry.para.start, entry.para.end)

    def _attributed(self, entry: Entry, i: int, work: tuple[int, int]) -> bool:
        """Tell whether the bullets under a numbered line say when the `work` is due and who does it."""
        words = self.text[work[0] : work[1]]
        if entry.para.mark not in _LABELLED:
            return False
        due = role = told = bullets = False
        for below in self.entries[i + 1 : i + 16]:
            if below.head is None or below.head.path != entry.path:
                if below.para.mark is Mark.LETTER:
                    continue
                break
            if below.para.mark in _LINES:
                attribute = self.lines.name_of(below.para)
                who = attribute is None and self._says_who(below)
                role = role or who
                if bullets and below.para.mark is _NONE and (attribute or who):
                    return False  # such a line speaks of the bullets over it
                bullets = bullets or not (attribute or who or below.para.mark is _NONE)
                if attribute:
                    told = told or _WORK_FIELD.match(attribute[0]) is not None
                    due = due or DUE_ATTRIBUTE.match(attribute[0]) is not None
                    role = role or ROLE_ATTRIBUTE.match(attribute[0]) is not None
        return (
            (due or role)
            and not told
            and ((due and role) or WORK.match(words) is not None)
            and len(words) > 25
        )

    def _plain(self, entry: Entry, i: int, drafts: list[Draft]) -> int:
        """Take a line that says who and when of the item above, or dates the bullets before."""
        para = entry.para
        if self.closings.closes(i):
            return self._afterwards(entry, drafts, all_over=True) if self.kind is Kind.CV else 1
        if self._is_week(entry):
            over = drafts and entry.heads and drafts[-1].path == entry.heads[-1].path
            self._week = entry._replace(heads=entry.heads[:-1]) if over else entry
            return 1
        self._opening = entry if self.text[para.end - 1] == ":" else None
        attribute = self.lines.name_of(para)
        if attribute and drafts and drafts[-1].entry.heads == entry.heads:
            self.lines.attach(entry, attribute, drafts)
            return 1
        previous = self.entries[i - 1] if i else None
        if drafts and previous and drafts[-1].end == previous.para.end:
            if self._says_who(entry):
                drafts[-1] = self.lines.give(drafts[-1], para.start, para.end, None)
                return 1
            if drafts[-1].rule != "bullet":
                names = self._names_only(entry)
                if names is None:
                    return self._afterwards(entry, drafts)
                actors = Actors(actors_of_cell(self.reading, *names, "role-line"))
                actors = drafts[-1].actors | actors
                drafts[-1] = self.lines.give(drafts[-1], para.start, para.end, None)
                drafts[-1] = drafts[-1]._replace(actors=actors)
                return 1
            line = self.text[para.start : para.end]
            if (
                len(line) < 260
                and _ROLE.search(line)
                and (line.startswith("(") or SUBJECT.match(line))
            ):
                drafts[-1] = self.lines.give(drafts[-1], para.start, para.end, None)
                return 1
        return self._afterwards(entry, drafts)

    def _says_who(self, entry: Entry) -> bool:
        return says_who(self.text, entry.para.start, entry.para.end)

    def _names_only(self, entry: Entry) -> tuple[int, int] | None:
        return bare_names(self.text, entry.para.start, entry.para.end)

    def _is_week(self, entry: Entry) -> bool:
        return WEEK.fullmatch(self.text, entry.para.start, entry.para.end) is not None

    def _afterwards(self, entry: Entry, drafts: list[Draft], *, all_over: bool = False) -> int:
        """Give the time that a line tells for the items before it to those without one.

        The last words of a letter (`all_over`) tell it for all that it asks for.
        """
        para = entry.para
        if _AFTERWARDS.match(self.text, para.start, para.end):
            due = self._due(para.start, para.end)
            for k in latest(drafts) if due else ():
                if drafts[k].entry.heads != entry.heads and not all_over:
                    break
                if not (drafts[k].due or self._due(drafts[k].start, drafts[k].end)):
                    drafts[k] = drafts[k]._replace(due=due)
        return 1

    def _due(self, start: int, end: int) -> Due | None:
        return find_due(self.reading, self.masked, start, end, self.setting)

    def _asks_under_heading(self, entry: Entry, i: int) -> bool:
        """Tell whether a paragraph between a heading and its `(1)` asks for something by itself."""
        over, below = self.entries[i - 1], self.entries[i + 1 : i + 4]
        if not over.heading or entry.head != over.head or over.section is Section.OTHER:
            return False
        words = self.text[entry.para.start : entry.para.end].rstrip()
        if not ASKED.match(words) or words.endswith("sau:"):
            return False
        follows = next((e for e in below if e.para.mark is not _NONE), None)
        return follows is not None and is_bracketed(follows.para)

    def _leaf(self, entry: Entry, i: int, drafts: list[Draft]) -> int:
        """Take a numbered paragraph without bullets: an item, or the heading of one paragraph."""
        para = entry.para
        after = i + 1
        last = para.end
        told = False
        while after < len(self.entries):
            below = self.entries[after]
            if below.para.mark is not _NONE or below.heads != entry.heads:
                break
            told = (
                self.lines.name_of(below.para) is not None
                or self._says_who(below)
                or (after == i + 1 and self._names_only(below) is not None)
            )
            if told or self.closings.closes(after) or self._is_week(below):
                break
            last = below.para.end
            after += 1
        words = self.text[para.start : para.end]
        attribute = self.lines.name_of(para)
        if attribute and is_sisterly(entry):
            if not self._field(entry, attribute, i, drafts):
                self.lines.attach(entry, attribute, drafts)
            return 1
        if para.mark is Mark.TITLE and after == i + 1 and not (para.label and words[-1] == "."):
            return 1
        if after > i + 1 and self._is_title(words):
            if FRAME.fullmatch(words):
                return after - i
            begin = self.entries[i + 1].para.start
            if self._is_funded(entry, begin):
                return after - i
            strict = self.kind in {Kind.TB, None}
            works = not strict or gives_work(self.text, begin, last)
            if works and not is_idle(self.text, begin, last):
                drafts.append(Draft(entry, begin, last, entry.path, "paragraph-under-heading"))
            return after - i
        if told and after == i + 1:
            drafts.append(self._numbered(entry, para.end))
            return 1
        if (
            not is_idle(self.text, para.start, last)
            and not attribute
            and (
                (len(words) >= 60 and not para.label.startswith("("))
                or gives_work(self.text, para.start, last)
            )
        ):
            drafts.append(self._numbered(entry, last))
        return after - i

    def _words_over(self, *heads: tuple[Head, ...]) -> tuple[int, int] | None:
        """Return the line with a colon, or of a week, that stands over others under such headings."""
        for words in (self._opening, self._week):
            if words and words.heads in heads:
                return words.para.start, words.para.end
        return None

    def _numbered(self, entry: Entry, end: int) -> Draft:
        """Return a numbered paragraph as work, with the words that lead to it and its sisters."""
        opening = self._words_over(entry.heads, entry.heads[:-1])
        return Draft(entry, entry.para.start, end, entry.path, "numbered", opening=opening)

    def _is_title(self, words: str) -> bool:
        last = words.rstrip("*_ ")[-1:]
        longest = 700 if words.startswith(("Về ", "Đối với ")) else 100
        return len(words) < (longest if last == ":" else 170) and last not in {".", ";"}
