"""An item in the making, and the lines that say when and by whom it is done.

Such a line (`- Thời gian thực hiện: tháng 6/2028`) is no work of its own: it belongs to the work above.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from loaders.actors import NOBODY, Actors, find_actors, roles_of_line
from loaders.date_forms import Setting
from loaders.due import due_of_cell, find_due
from loaders.headings import Entry, Head
from loaders.indexed import Indexed
from loaders.marks import Mark
from loaders.paragraphs import Para
from loaders.reading import Reading
from loaders.recurrences import find_condition, find_recurrences
from loaders.tables import Row
from ontology.facts import Due, Phrase, Recurring

_NAME: Final = re.compile(
    r"(?:Thời gian|Thời hạn|Thời điểm|Hạn(?: hoàn thành)?|Tiến độ|Đơn vị|Cơ quan|Bộ phận|Phòng chủ trì|Người chuẩn bị|Chủ trì|Phối hợp|Đầu mối|Địa điểm|Thành phần"
    r"|Kinh phí|Nguồn kinh phí|Sản phẩm|Kết quả|Số lượng|Đối tượng|Hình thức|Người thực hiện|Phân công|Trách nhiệm(?! của)|Ghi chú|Tài liệu|Nguyên tắc|Trưởng đoàn"
    r"|Nội dung|Nhiệm vụ|Yêu cầu|Lưu ý|Chủ đề|Phương thức|Phương pháp|Quy mô|Mục đích|Mục tiêu|Phạm vi|Cấp trình|Địa bàn)(?: [^:.;]{0,50})?:",
)
DUE_ATTRIBUTE: Final = re.compile(r"(?:Thời gian|Thời hạn|Thời điểm|Hạn|Tiến độ)")
ROLE_ATTRIBUTE: Final = re.compile(
    r"(?:(?:Đơn vị|Cơ quan|Bộ phận|Phòng|Người) )?(?:chủ trì|thực hiện|chuẩn bị|soạn thảo|phối hợp|Chủ trì|Phối hợp|Đầu mối|Phân công|Trách nhiệm)"
)
_FAR, _NEAR = 80, 14
"""How many of the latest drafts a line may speak of, and how many it is tried on for its one item."""


class Draft(NamedTuple):
    """An item in the making: its stretch of the shadow, and what stands outside it but belongs to it.

    `opening` is the stretch of the words over a list that it is in: `Chi bộ trường làm tốt các việc sau:`.
    """

    entry: Entry
    start: int
    end: int
    path: str
    rule: str
    row: Row | None = None
    actors: Actors = NOBODY
    due: Due | None = None
    recurrences: tuple[Recurring, ...] = ()
    condition: Phrase | None = None
    opening: tuple[int, int] | None = None

    @property
    def told(self) -> tuple[Actors, Due | None, tuple[Recurring, ...], Phrase | None]:
        """What lines outside its stretch say of it."""
        return self.actors, self.due, self.recurrences, self.condition


@dataclass(frozen=True, slots=True)
class AttributeLines:
    """Reads the lines that belong to the work above them."""

    reading: Reading
    masked: Indexed
    setting: Setting

    def name_of(self, line: Para | Head) -> re.Match[str] | None:
        """Return the name that a line begins with (`Thời gian thực hiện:`), None for other lines."""
        return _NAME.match(self.reading.text, line.start, line.end)

    def attach(self, entry: Entry, attribute: re.Match[str], drafts: list[Draft]) -> None:
        """Give an attribute line to the item that it belongs to: the last one in its section.

        A line that begins with a letter says it for all items under the heading above it.
        """
        start, end = attribute.end(), entry.para.end
        over = self._shared_head(entry)
        if over:
            for k in latest(drafts):
                if over not in drafts[k].entry.heads:
                    break
                drafts[k] = self.give(drafts[k], start, end, attribute)
            return
        if entry.para.mark is Mark.NONE and drafts and drafts[-1].rule == "bullet":
            self._attach_to_bullets(entry, attribute, drafts)
            return
        head = entry.head
        owners = {head.path if head else "", entry.parent}
        for k in latest(drafts, _NEAR):
            draft = drafts[k]
            if draft.path in owners or (draft.entry.head == head and draft.rule == "bullet"):
                for j in latest(drafts):
                    if j == k or (draft.entry.parent and _are_sisters(drafts[j], draft)):
                        drafts[j] = self.give(drafts[j], start, end, attribute)
                return

    def _attach_to_bullets(
        self, entry: Entry, attribute: re.Match[str], drafts: list[Draft]
    ) -> None:
        """Give a line to the bullets right over it: all that have the same lines so far, often none."""
        last = drafts[-1]
        for k in latest(drafts):
            if drafts[k].entry.heads != entry.heads or drafts[k].told != last.told:
                break
            drafts[k] = self.give(drafts[k], attribute.end(), entry.para.end, attribute)

    def _shared_head(self, entry: Entry) -> Head | None:
        """Return the heading whose items a line speaks of: above a lettered line, or above `b) Cơ quan thực hiện:`."""
        if len(entry.heads) < 2:
            return None
        shared = is_sisterly(entry) or self.name_of(entry.heads[-1]) is not None
        return entry.heads[-2] if shared else None

    def give(self, draft: Draft, start: int, end: int, attribute: re.Match[str] | None) -> Draft:
        """Return a draft with what a line from `start` to `end` says of it.

        `attribute` is the match of the line's name; None for a line of running text.
        """
        while start < end and self.reading.text[start] == " ":
            start += 1
        if start >= end:
            return draft
        line = attribute.start() if attribute else start
        actors = roles_of_line(self.reading, line, end)
        if attribute is None:
            actors = find_actors(self.reading, self.masked, start, end) | actors
        timed = attribute is None or DUE_ATTRIBUTE.match(attribute[0]) is not None
        due: Due | None = None
        recurrences: tuple[Recurring, ...] = ()
        condition: Phrase | None = None
        if attribute is None or ROLE_ATTRIBUTE.match(attribute[0]):
            due = find_due(self.reading, self.masked, start, end, self.setting)
        elif timed:
            due = due_of_cell(self.reading, self.masked, start, end, self.setting)
            condition = find_condition(self.reading, self.masked, start, end)
        if timed:
            recurrences = find_recurrences(self.reading, self.masked, start, end)
        return draft._replace(
            actors=draft.actors | actors,
            due=draft.due or due,
            recurrences=draft.recurrences + recurrences,
            condition=draft.condition or condition,
        )


def is_sisterly(entry: Entry) -> bool:
    """Tell whether a paragraph is a part under a heading: `b)` or `1.2.`, beside others of its kind."""
    para = entry.para
    return para.mark is Mark.LETTER or (para.mark is Mark.NUMBER and "." in para.label)


def _are_sisters(one: Draft, other: Draft) -> bool:
    """Tell whether two stand under one bullet, `+` beside `+`."""
    return (one.entry.parent, one.entry.head) == (other.entry.parent, other.entry.head)


def latest(drafts: Sequence[Draft], most: int = _FAR) -> range:
    """Return the places of the latest drafts, last first: a line speaks of no others."""
    return range(len(drafts) - 1, max(-1, len(drafts) - most), -1)
