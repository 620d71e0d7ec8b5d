"""Finds the items of a document: who is to do what, by when, on the strength of which document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.actors import Actors, actors_of_cell, find_actors, leads_of_heading, roles_of_line, SUBJECT
from loaders.citations import Found
from loaders.due import Setting, due_of_cell, find_due
from loaders.layout import Entry, Head, Layout, Section
from loaders.letters import LOWER
from loaders.lines import Mark
from loaders.reading import Reading
from loaders.recurrences import find_condition, find_recurrences
from loaders.tables import Column, Row, rows_of
from loaders.targets import find_targets, relation_of_heading
from ontology.facts import Due, Item, ItemKind, Link, Phrase, Recurring
from ontology.kinds import Kind
from ontology.relations import Relation

_KINDS: Final = {
    Section.TASKS: ItemKind.TASK,
    Section.ASSIGNMENTS: ItemKind.ASSIGNMENT,
    Section.TOPICS: ItemKind.TOPIC,
}
_ATTRIBUTE: Final = re.compile(
    r"(?:Thời gian|Thời hạn|Thời điểm|Hạn(?: hoàn thành)?|Tiến độ|Đơn vị|Cơ quan|Bộ phận|Phòng chủ trì|Chủ trì|Phối hợp|Đầu mối|Địa điểm|Thành phần"
    r"|Kinh phí|Nguồn kinh phí|Sản phẩm|Kết quả|Số lượng|Đối tượng|Hình thức|Người thực hiện|Phân công|Trách nhiệm|Ghi chú|Tài liệu|Nguyên tắc|Trưởng đoàn"
    r"|Nội dung|Nhiệm vụ|Yêu cầu|Lưu ý|Chủ đề|Phương thức|Phương pháp|Quy mô|Mục đích|Mục tiêu|Phạm vi|Cấp trình|Địa bàn)(?: [^:.;]{0,50})?:",
)
_WORK_FIELD: Final = re.compile(r"(?:Nội dung|Nhiệm vụ)")
_DUE_ATTRIBUTE: Final = re.compile(r"(?:Thời gian|Thời hạn|Thời điểm|Hạn|Tiến độ)")
_ROLE_ATTRIBUTE: Final = re.compile(r"(?:(?:Đơn vị|Cơ quan|Bộ phận|Phòng|Người) )?(?:chủ trì|thực hiện|phối hợp|Chủ trì|Phối hợp|Đầu mối|Phân công|Trách nhiệm)")
_IDLE: Final = re.compile(
    r"(?:Cơ bản |Về cơ bản,? )?(?:[Tt]hống nhất|Đồng ý|Ghi nhận|Biểu dương|Đánh giá cao|Nhất trí|Sau khi|Kết quả|Qua |Nhìn chung|Tuy nhiên|Đến nay|Hiện nay"
    r"|Trong thời gian qua|Thời gian qua|Năm \d|Đã |Tình hình|Người dùng|Trên đây|Kính|Xin |Kèm theo|\(|Kinh phí|Hiệu lực|Các nội dung (?:dưới|trên)|Bên cạnh|Như sau|-{3})"
)
_IDLE_BULLET: Final = re.compile(r"(?:Kinh phí|Nguồn kinh phí) ")
_CLOSING: Final = re.compile(r"Trên đây|Đề nghị các (?:cơ quan|đơn vị|đồng chí|địa phương|cấp)[^.]{0,80}(?:triển khai thực hiện|nghiêm túc|quan tâm)[^.]{0,40}\.?/?\.?$|\(?\*?\(?Đính kèm|-{3,}$|_{3,}$|[^.]*(?:trân trọng|cảm ơn|rất mong)|(?:Những|Các) nội dung khác|Trong quá trình (?:tổ chức |triển khai )*thực hiện|Yêu cầu (?:các|Thủ trưởng|Giám đốc|Chủ tịch)|Văn phòng [^.]{2,60} thông báo|(?:Kế hoạch|Chương trình|Hướng dẫn|Quyết định|Chỉ thị) này |[^.]{0,160} hiệu lực[^.]{0,40}\.$")
_WORK: Final = re.compile(
    r"(?i:tham mưu|xây dựng|tổ chức|triển khai|thực hiện|ban hành|phối hợp|chủ trì|báo cáo|tổng hợp|tiếp tục|tăng cường|đẩy mạnh|nâng cao|hướng dẫn|theo dõi"
    r"|kiểm tra|giám sát|rà soát|hoàn thành|hoàn thiện|biên|chuẩn bị|tuyên truyền|quán triệt|đôn đốc|nghiên cứu|phát|tập trung|khẩn trương|chỉ đạo|định|đề|sơ kết"
    r"|tổng kết|thành lập|kiện toàn|củng cố|cử |mở |lập |cập nhật|chủ động|quan tâm|bố trí|quản lý|đảm bảo|bảo đảm|thường xuyên|kịp thời|đăng|truy cập|xác định"
    r"|xem xét|thẩm|yêu cầu|giao |căn cứ|trong |h[àằ]ng |lãnh đạo|giữ|đổi mới|khuyến|hỗ trợ|tạo|làm|đưa|cung cấp|gửi|trình|nắm|in |phân|đối với|nếu|khi |bám|duy trì|tham gia|học tập|khai thác|xử lý|giải quyết|vận|huy)"
)
_VERB: Final = re.compile(
    r"(?:Tham mưu|Xây dựng|Tổ chức|Triển khai|Thực hiện|Ban hành|Phối hợp|Chủ trì|Tổng hợp|Tiếp tục|Tăng cường|Đẩy mạnh|Nâng cao|Hướng dẫn|Theo dõi|Kiểm tra"
    r"|Giám sát|Rà soát|Hoàn thành|Hoàn thiện|Biên soạn|Biên tập|Chuẩn bị|Tuyên truyền|Quán triệt|Đôn đốc|Nghiên cứu|Phát động|Tập trung|Khẩn trương|Chỉ đạo|Đề xuất"
    r"|Thành lập|Kiện toàn|Lập|Cập nhật|Chủ động|Bố trí|Thường xuyên|Kịp thời|Xem xét|Thẩm định)\b"
)
_AFTERWARDS: Final = re.compile(r"(?:Các |Những |Toàn bộ |Báo cáo |Kết quả |Văn bản |Thời gian |Việc |Nội dung |Sản phẩm |Hồ sơ |Hoàn thành )")
_DATED_HEADING: Final = re.compile(r"(?:Đợt|Năm|Trong|Quý|Tháng|Từ|Giai đoạn \d:|Tuần|Ngày|Bước)\b")
_REPORTED: Final = re.compile(r"nhiệm vụ|phương hướng|kiến nghị|đề xuất|thời gian tới", re.IGNORECASE)
_NO_WORK: Final = frozenset({Kind.LU, Kind.ND, Kind.TT})


@dataclass(frozen=True, slots=True)
class Draft:
    """An item in the making: its stretch of the shadow, and what stands outside it but belongs to it."""

    entry: Entry
    start: int
    end: int
    path: str
    rule: str
    row: Row | None = None
    actors: Actors = Actors()
    due: Due | None = None
    recurrences: tuple[Recurring, ...] = ()
    condition: Phrase | None = None


def find_items(
    layout: Layout,
    masked: str,
    found: Sequence[Found],
    links: Sequence[Link],
    setting: Setting,
    kind: Kind | None,
) -> tuple[Item, ...]:
    """Return the items in the order of the text, with ids t1, t2 …"""
    finder = _Finder(layout, masked, found, links, setting, kind)
    return tuple(finder.items())


class _Finder:
    def __init__(
        self,
        layout: Layout,
        masked: str,
        found: Sequence[Found],
        links: Sequence[Link],
        setting: Setting,
        kind: Kind | None,
    ) -> None:
        self.reading = layout.reading
        self.text = layout.reading.text
        self.entries = layout.entries
        self.masked = masked
        self.found = found
        self.inner = frozenset(link.target for link in links if not _turned(link))
        self.setting = setting
        self.kind = kind
        self.by_article = any(e.para.mark is Mark.ARTICLE for e in layout.entries)
        self._next = 0

    def items(self) -> Iterator[Item]:
        headings: dict[str, tuple[Relation, Phrase]] = {}
        for number, draft in enumerate(self.drafts(), 1):
            yield self._item(draft, f"t{number}", headings)

    # -- which paragraphs are items ------------------------------------------------------------

    def drafts(self) -> list[Draft]:
        drafts: list[Draft] = []
        i = 0
        while i < len(self.entries):
            entry = self.entries[i]
            if entry.para.mark is Mark.ROW:
                after = next((j for j in range(i, len(self.entries)) if self.entries[j].para.mark is not Mark.ROW), len(self.entries))
                drafts += self._rows(self.entries[i:after])
                i = after
                continue
            i += self._prose(entry, i, drafts)
        return drafts

    def _rows(self, entries: Sequence[Entry]) -> Iterator[Draft]:
        first = entries[0]
        if first.section in {Section.FRONT, Section.BACK} and first.section is Section.FRONT:
            return
        over = first.path
        for row in rows_of(self.text, [entry.para.cells for entry in entries]):
            path = f"{over}.{row.path}" if over else row.path
            yield Draft(first, *row.work, path, "table-row", row)

    def _prose(self, entry: Entry, i: int, drafts: list[Draft]) -> int:
        """Make drafts of what begins at an entry; return how many entries that takes."""
        para = entry.para
        if entry.section not in _KINDS or para.mark is Mark.NOTE or self._no_work(entry):
            return 1
        if para.mark in {Mark.DASH, Mark.PLUS, Mark.STAR}:
            self._bullet(entry, i, drafts)
            return 1
        if para.mark is Mark.NONE:
            return self._plain(entry, i, drafts)
        if entry.heading:
            if self._attributed(entry, i):
                drafts.append(Draft(entry, para.start, para.end, entry.path, "numbered-with-attributes"))
            return 1
        return self._leaf(entry, i, drafts)

    def _no_work(self, entry: Entry) -> bool:
        if entry.path.startswith("PL"):
            return False
        if self.kind in _NO_WORK or self.by_article:
            return True
        if self.kind is Kind.BC:
            return not any(_REPORTED.search(self.text, h.start, h.end) for h in entry.heads)
        return False

    def _bullet(self, entry: Entry, i: int, drafts: list[Draft]) -> None:
        para = entry.para
        if para.end - para.start < 4 or _IDLE_BULLET.match(self.text, para.start):  # noqa: PLR2004  a stray mark
            return
        attribute = _ATTRIBUTE.match(self.text, para.start, para.end)
        if attribute:
            if not self._field(entry, attribute, i, drafts):
                self._attach(entry, attribute, drafts)
            return
        head = entry.head
        if head and drafts and drafts[-1].path == head.path and drafts[-1].rule == "numbered-with-attributes":
            return
        if any(
            draft.rule == "numbered-with-attributes" and head and draft.path == head.path
            for draft in drafts[-12:]
        ):
            return
        if para.mark is Mark.STAR and self._heads_bullets(i):
            return
        drafts.append(Draft(entry, para.start, para.end, entry.path, "bullet"))

    def _field(self, entry: Entry, attribute: re.Match[str], i: int, drafts: list[Draft]) -> bool:
        """Tell whether a line `Nội dung: …` gives the work that its sister lines say who and when of."""
        if not _WORK_FIELD.match(attribute[0]):
            return False
        for below in self.entries[i + 1 : i + 8]:
            other = _ATTRIBUTE.match(self.text, below.para.start, below.para.end)
            if other and (_ROLE_ATTRIBUTE.match(other[0]) or _DUE_ATTRIBUTE.match(other[0])):
                break
            if below.heading and below.para.mark is not Mark.LETTER:
                return False
        else:
            return False
        start = attribute.end()
        while start < entry.para.end and self.text[start] == " ":
            start += 1
        if start < entry.para.end:
            over = entry.heads[-2] if entry.para.mark is Mark.LETTER and len(entry.heads) > 1 else entry.head
            drafts.append(Draft(entry, start, entry.para.end, over.path if over else entry.path, "field"))
        return True

    def _heads_bullets(self, i: int) -> bool:
        after = self.entries[i + 1] if i + 1 < len(self.entries) else None
        words = self.text[self.entries[i].para.start : self.entries[i].para.end]
        return after is not None and after.para.mark is Mark.DASH and words.rstrip()[-1:] not in {".", ";"}

    def _attributed(self, entry: Entry, i: int) -> bool:
        """Tell whether the bullets under a numbered line say when it is due and who does it."""
        words = self.text[entry.para.start : entry.para.end]
        if entry.para.mark not in {Mark.NUMBER, Mark.LETTER, Mark.TITLE}:
            return False
        due = role = False
        for below in self.entries[i + 1 : i + 16]:
            if below.head is None or below.head.path != entry.path:
                if below.para.mark is Mark.LETTER:
                    continue
                break
            if below.para.mark in {Mark.DASH, Mark.PLUS, Mark.STAR, Mark.NONE}:
                attribute = _ATTRIBUTE.match(self.text, below.para.start, below.para.end)
                if attribute:
                    due = due or _DUE_ATTRIBUTE.match(attribute[0]) is not None
                    role = role or _ROLE_ATTRIBUTE.match(attribute[0]) is not None
        return (due or role) and (due and role or _WORK.match(words) is not None) and len(words) > 25  # noqa: PLR2004

    def _attach(self, entry: Entry, attribute: re.Match[str], drafts: list[Draft]) -> None:
        """Give an attribute line to the item that it belongs to: the last one in its section.

        A line that begins with a letter says it for all items under the heading above it.
        """
        head = entry.head
        over = self._shared_head(entry)
        if over:
            for k in range(len(drafts) - 1, -1, -1):
                if over not in drafts[k].entry.heads:
                    break
                drafts[k] = self._with_line(drafts[k], attribute.end(), entry.para.end, attribute)
            return
        owner = next(
            (
                k
                for k in range(len(drafts) - 1, max(-1, len(drafts) - 14), -1)
                if drafts[k].path in {head.path if head else "", entry.parent}
                or (drafts[k].entry.head == head and drafts[k].rule == "bullet")
            ),
            None,
        )
        if owner is None:
            return
        drafts[owner] = self._with_line(drafts[owner], attribute.end(), entry.para.end, attribute)

    def _shared_head(self, entry: Entry) -> Head | None:
        """The heading whose items a line speaks of: above a lettered line, or above `b) Cơ quan thực hiện:`."""
        if len(entry.heads) < 2:  # noqa: PLR2004
            return None
        if entry.para.mark is Mark.LETTER or _ATTRIBUTE.match(self.text, entry.heads[-1].start, entry.heads[-1].end):
            return entry.heads[-2]
        return None

    def _with_line(self, draft: Draft, start: int, end: int, attribute: re.Match[str] | None) -> Draft:
        while start < end and self.text[start] == " ":
            start += 1
        if start >= end:
            return draft
        line = attribute.start() if attribute else start
        actors = roles_of_line(self.reading, line, end)
        if attribute is None:
            actors = find_actors(self.reading, self.masked, start, end) | actors
        due = None
        if attribute is None or _DUE_ATTRIBUTE.match(attribute[0]):
            due = (due_of_cell if attribute else _prose_due)(self.reading, *((start, end, self.setting) if attribute else (start, end, self.setting)))
        recurrences = find_recurrences(self.reading, self.masked, start, end) if due or attribute and _DUE_ATTRIBUTE.match(attribute[0]) else ()
        condition = find_condition(self.reading, self.masked, start, end) if attribute and _DUE_ATTRIBUTE.match(attribute[0]) else None
        return replace(
            draft,
            actors=draft.actors | actors,
            due=draft.due or due,
            recurrences=draft.recurrences + recurrences,
            condition=draft.condition or condition,
        )

    def _plain(self, entry: Entry, i: int, drafts: list[Draft]) -> int:
        """A line under an item that says who and when, or a sentence that dates the bullets before."""
        para = entry.para
        if _CLOSING.match(self.text, para.start, para.end):
            return 1
        attribute = _ATTRIBUTE.match(self.text, para.start, para.end)
        if attribute and drafts and drafts[-1].entry.heads == entry.heads:
            self._attach(entry, attribute, drafts)
            return 1
        previous = self.entries[i - 1] if i else None
        if drafts and previous and drafts[-1].end == previous.para.end and drafts[-1].rule == "bullet":
            line = self.text[para.start : para.end]
            if re.match(r"\(?(?:Giao )?", line) and len(line) < 260 and re.search(  # noqa: PLR2004
                r"chủ trì|tham mưu|chuẩn bị|phối hợp", line
            ) and (line.startswith("(") or SUBJECT.match(line)):
                drafts[-1] = self._with_line(drafts[-1], para.start, para.end, None)
                return 1
        if _AFTERWARDS.match(self.text, para.start, para.end):
            due = find_due(self.reading, self.masked, para.start, para.end, self.setting)
            if due:
                for k in range(len(drafts) - 1, -1, -1):
                    if drafts[k].entry.heads != entry.heads:
                        break
                    drafts[k] = replace(drafts[k], due=drafts[k].due or due)
        return 1

    def _leaf(self, entry: Entry, i: int, drafts: list[Draft]) -> int:
        """A numbered paragraph without bullets: itself an item, or the heading of one paragraph."""
        para = entry.para
        after = i + 1
        last = para.end
        while after < len(self.entries):
            below = self.entries[after]
            words = self.text[below.para.start : below.para.end]
            if below.para.mark is not Mark.NONE or below.section not in _KINDS and below.section is not entry.section:
                break
            if _CLOSING.match(words):
                break
            last = below.para.end
            after += 1
        words = self.text[para.start : para.end]
        attribute = _ATTRIBUTE.match(words)
        if attribute and para.mark is Mark.LETTER:
            held = _ATTRIBUTE.match(self.text, para.start, para.end)
            if held and not self._field(entry, held, i, drafts):
                self._attach(entry, held, drafts)
            return 1
        if after > i + 1 and self._is_title(words):
            begin = self.entries[i + 1].para.start
            if not _IDLE.match(self.text, begin, last) and self._gives_work(begin, last, strict=self.kind in {Kind.TB, None}):
                drafts.append(Draft(entry, begin, last, entry.path, "paragraph-under-heading"))
            return after - i
        attributes = after > i + 1 and all(
            _ATTRIBUTE.match(self.text, e.para.start, e.para.end) for e in self.entries[i + 1 : after]
        )
        if attributes:
            drafts.append(Draft(entry, para.start, para.end, entry.path, "numbered"))
            return 1
        if not _IDLE.match(words) and not _ATTRIBUTE.match(words) and self._gives_work(para.start, last, strict=len(words) < 60):  # noqa: PLR2004
            drafts.append(Draft(entry, para.start, last, entry.path, "numbered"))
        return after - i

    def _is_title(self, words: str) -> bool:
        last = words.rstrip("*_ ")[-1:]
        return len(words) < (100 if last == ":" else 170) and last not in {".", ";"}  # noqa: PLR2004

    def _gives_work(self, start: int, end: int, *, strict: bool) -> bool:
        if not strict:
            return True
        return bool(
            _WORK.match(self.text, start, end)
            or SUBJECT.match(self.text, start, end)
            or re.compile(r"(?:Đề nghị|Giao|Yêu cầu|giao|yêu cầu|đề nghị) ").search(self.text, start, end)
        )

    # -- what an item says -----------------------------------------------------------------------

    def _item(self, draft: Draft, identifier: str, headings: dict[str, tuple[Relation, Phrase]]) -> Item:
        start, end, row = draft.start, draft.end, draft.row
        text_actors = find_actors(self.reading, self.masked, start, end, subjects=not (row and row.cell(Column.LEAD)))
        actors = draft.actors | text_actors
        due, recurrences, condition, status = draft.due, draft.recurrences, draft.condition, None
        if row:
            cells, cell_due, cell_recurrences, condition, status = self._cells(row)
            actors = cells | Actors((), actors.cooperating) if cells.lead else cells | actors
            due, recurrences = cell_due, cell_recurrences
        if due is None and not recurrences or row is None:
            due = due or find_due(self.reading, self.masked, start, end, self.setting)
            recurrences = recurrences or find_recurrences(self.reading, self.masked, start, end)
        if not actors.lead and row is None:
            actors = Actors(self._heading_leads(draft), actors.cooperating)
        if due is None and row is None:
            due = self._heading_due(draft.entry)
        inside = self._inside(start, end)
        parent = draft.entry.parent if row is None else None
        heading = headings.get(parent) if parent else None
        if draft.rule == "bullet" and draft.entry.para.mark is Mark.DASH:
            relation = relation_of_heading(self.reading, start, end)
            if relation:
                headings[draft.path] = relation
        return Item(
            id=identifier,
            kind=self._kind(draft),
            path=draft.path,
            span=self.reading.span(start, end),
            rule=draft.rule,
            parent=parent,
            lead=actors.lead,
            cooperating=actors.cooperating,
            due=due,
            recurrences=recurrences,
            condition=condition or find_condition(self.reading, self.masked, start, end),
            status=status,
            targets=find_targets(self.reading, inside, self.inner, start, end, heading),
        )

    def _kind(self, draft: Draft) -> ItemKind:
        """Return the section's kind; a point that opens with a verb is work, also on an agenda."""
        kind = _KINDS.get(draft.entry.section, ItemKind.TASK)
        if kind is ItemKind.TOPIC and _VERB.match(self.text, draft.start):
            return ItemKind.TASK
        return kind

    def _inside(self, start: int, end: int) -> list[Found]:
        found = self.found
        while self._next < len(found) and found[self._next].start < start:
            self._next += 1
        after = self._next
        while after < len(found) and found[after].start < end:
            after += 1
        inside = list(found[self._next : after])
        self._next = after
        return inside

    def _cells(self, row: Row) -> tuple[Actors, Due | None, tuple[Recurring, ...], Phrase | None, Phrase | None]:
        lead = row.cell(Column.LEAD)
        cooperating = row.cell(Column.COOPERATING)
        both = row.cell(Column.BOTH)
        actors = Actors(
            actors_of_cell(self.reading, *lead, "cell-lead") if lead else (),
            actors_of_cell(self.reading, *cooperating, "cell-cooperating") if cooperating else (),
        )
        if both:
            named = roles_of_line(self.reading, *both) | find_actors(self.reading, self.masked, *both)
            actors |= named if named.lead or named.cooperating else Actors(actors_of_cell(self.reading, *both, "cell-lead"))
        due = row.cell(Column.DUE)
        status = row.cell(Column.STATUS)
        if status and not due and _dated(self.reading, status, self.setting):
            due, status = status, None
        phrase = self.reading.phrase(*status, "cell-status") if status else None
        if due is None:
            return actors, None, (), None, phrase
        condition = find_condition(self.reading, self.masked, *due)
        return (
            actors,
            due_of_cell(self.reading, *due, self.setting),
            find_recurrences(self.reading, self.reading.text, *due),
            condition,
            phrase,
        )

    def _heading_leads(self, draft: Draft) -> tuple[Phrase, ...]:
        for head in reversed(draft.entry.heads):
            if head.start == draft.start:
                continue
            assigns = head.section is Section.ASSIGNMENTS
            leads = leads_of_heading(self.reading, head.start, head.end, assigns=assigns)
            if leads:
                return leads
        return ()

    def _heading_due(self, entry: Entry) -> Due | None:
        for head in reversed(entry.heads):
            if head.start != entry.para.start and head.end - head.start < 140 and _DATED_HEADING.match(self.text, head.start):  # noqa: PLR2004
                due = due_of_cell(self.reading, head.start, head.end, self.setting)
                if due:
                    return due
        return None


def _turned(link: Link) -> bool:
    """Tell whether a link's target stands before its source, and so not in its title."""
    return link.rule in {"amended-by", "replaced-by", "issued-with"}


def _prose_due(reading: Reading, start: int, end: int, setting: Setting) -> Due | None:
    return find_due(reading, reading.text, start, end, setting)


def _dated(reading: Reading, cell: tuple[int, int], setting: Setting) -> bool:
    return due_of_cell(reading, *cell, setting) is not None


WORDS_OF_WORK: Final = re.compile(rf"[{LOWER}]")
