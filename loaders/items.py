"""Finds the items of a document: who is to do what, by when, on the strength of which document."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from loaders.actors import (
    NOBODY,
    Actors,
    actors_of_cell,
    find_actors,
    roles_of_line,
)
from loaders.attributes import Draft
from loaders.citations import Found
from loaders.date_forms import Setting
from loaders.drafts import Drafter
from loaders.due import due_of_cell, find_due
from loaders.heading_leads import leads_of_heading
from loaders.headings import Entry, Head
from loaders.indexed import Indexed
from loaders.layout import Layout
from loaders.marks import Mark
from loaders.recurrences import find_condition, find_recurrences
from loaders.sections import Section
from loaders.tables import Column, Row
from loaders.targets import find_targets, relation_of_heading
from loaders.who_lines import bare_names, names_at_end
from loaders.work_words import WORK
from ontology.facts import Due, Item, ItemKind, Link, Phrase, Recurring
from ontology.kinds import Kind
from ontology.relations import Relation

_TASK, _TOPIC, _DASH = ItemKind.TASK, ItemKind.TOPIC, Mark.DASH
_KINDS: Final = {
    Section.TASKS: _TASK,
    Section.MANNER: _TASK,
    Section.ASSIGNMENTS: ItemKind.ASSIGNMENT,
    Section.TOPICS: _TOPIC,
}
_VERB: Final = re.compile(
    r"(?:Tham mưu|Xây dựng|Tổ chức|Triển khai|Thực hiện|Ban hành|Phối hợp|Chủ trì|Tổng hợp|Tiếp tục|Tăng cường|Đẩy mạnh|Nâng cao|Hướng dẫn|Theo dõi|Kiểm tra"
    r"|Giám sát|Rà soát|Hoàn thành|Hoàn thiện|Biên soạn|Biên tập|Chuẩn bị|Tuyên truyền|Quán triệt|Đôn đốc|Nghiên cứu|Phát động|Tập trung|Khẩn trương|Chỉ đạo|Đề xuất"
    r"|Thành lập|Kiện toàn|Lập|Cập nhật|Chủ động|Bố trí|Thường xuyên|Kịp thời|Xem xét|Thẩm định)\b"
)
_DATED_HEADING: Final = re.compile(
    r"(?:(?:Đợt|Năm|Trong|Quý|QUÝ|Tháng|THÁNG|Từ|Tuần|Ngày|Bước)\b|Giai đoạn (?:\d|[IVX]{1,3}|một|hai|ba|bốn)(?: ?[:(,-]| từ ))"
)
_DATED_ASIDE: Final = re.compile(
    r"\((?:[Tt]hời gian:? )?(?:từ|trong|trước|xong|tháng|quý|ngày|năm) [^()]*\)[.:]?$"
)
"""At the end of a heading it tells when the work under it is done."""
_LONGEST_DATED: Final = 140
_TOGETHER: Final = "hối hợp"
_TURNED: Final = frozenset({"amended-by", "replaced-by", "issued-with", "amends-by-name"})
"""Rules whose target stands before the source in the text, and so is not in its title."""


def find_items(
    layout: Layout,
    masked: Indexed,
    found: Sequence[Found],
    links: Sequence[Link],
    setting: Setting,
    kind: Kind | None,
) -> tuple[Item, ...]:
    """Return the items in the order of the text, with ids t1, t2 and so on.

    `masked` is the shadow without citations and quoted titles, `kind` the document's type.
    """
    reader = _Reader(layout, masked, found, links, setting)
    drafts = _told_apart(Drafter(layout, masked, setting, kind).drafts())
    return tuple(reader.item(draft, f"t{number}") for number, draft in enumerate(drafts, 1))


def _told_apart(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts; a path that was there before gets `~2`, `~3`, as where two tables count from 1."""
    seen: Counter[str] = Counter()
    taken: set[str] = set()
    for draft in drafts:
        path = draft.path
        while path in taken:  # a heading may have such a name already
            seen[draft.path] += 1
            path = f"{draft.path}~{seen[draft.path] + 1}"
        taken.add(path)
        yield draft if path == draft.path else draft._replace(path=path)


def _by_line(actors: Actors) -> bool:
    """Tell whether a line beside the work names who leads it, so that its subject need not."""
    return any(body.rule == "role-line" for body in actors.lead)


class _Reader:
    """Reads what drafts say, in the order of the text."""

    def __init__(
        self,
        layout: Layout,
        masked: Indexed,
        found: Sequence[Found],
        links: Sequence[Link],
        setting: Setting,
    ) -> None:
        self.reading = layout.reading
        self.text = layout.reading.text
        self.masked = masked
        self.found = found
        self.inner = frozenset(
            link.source if link.rule == "amended-by" else link.target
            for link in links
            if link.rule == "amended-by" or link.rule not in _TURNED
        )
        self.setting = setting
        self.over = ("", 0, 0)
        self._next = 0
        self._leads: dict[int, tuple[Phrase, ...]] = {}
        self._actors: dict[tuple[int, int], Actors] = {}
        self._dues: dict[int, Due | None] = {}

    def item(self, draft: Draft, identifier: str) -> Item:
        """Return the draft with all that it says."""
        start, end, row = draft.start, draft.end, draft.row
        told = row.cell(Column.LEAD) if row else _by_line(draft.actors)
        text_actors = find_actors(self.reading, self.masked, start, end, subjects=not told)
        actors = draft.actors | text_actors
        due, recurrences, condition, status = draft.due, draft.recurrences, draft.condition, None
        if row:
            cells, cell_due, cell_recurrences, condition, status = self._cells(row)
            actors = cells | Actors((), actors.cooperating) if cells.lead else cells | actors
            due, recurrences = cell_due, cell_recurrences
        if (due is None and not recurrences) or row is None:
            due = due or find_due(self.reading, self.masked, start, end, self.setting)
            recurrences = recurrences or find_recurrences(self.reading, self.masked, start, end)
        if row is None:
            actors = self._with_heading(
                draft, actors if actors.lead else self._ending(draft, actors)
            )
        if due is None and row is None:
            due = self._due_over(draft)
        elif due is None and row and row.over and not recurrences:
            due = due_of_cell(self.reading, self.masked, *row.over, self.setting)
        inside = self._inside(start, end)
        parent = draft.entry.parent if row is None else None
        heading = self._heading(parent, draft.entry) if inside and row is None else None
        if draft.rule == "bullet" and draft.entry.para.mark is _DASH:
            self.over = (draft.path, start, end)
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
            targets=find_targets(self.reading, inside, self.inner, start, heading),
        )

    def _heading(self, parent: str | None, entry: Entry) -> tuple[Relation, Phrase] | None:
        """Return the relation that the bullet or the heading above gives to what stands under it."""
        path, start, end = self.over
        if parent is not None:
            return relation_of_heading(self.reading, start, end) if path == parent else None
        head = entry.head
        if head is None or head.start == entry.para.start or self.text[head.end - 1] != ":":
            return None
        return relation_of_heading(self.reading, head.start, head.end)

    def _kind(self, draft: Draft) -> ItemKind:
        """Return the section's kind; a point that opens with a verb is work, also on an agenda."""
        kind = _KINDS.get(draft.entry.section, _TASK)
        if kind is _TOPIC and _VERB.match(self.text, draft.start):
            return _TASK
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

    def _cells(
        self, row: Row
    ) -> tuple[Actors, Due | None, tuple[Recurring, ...], Phrase | None, Phrase | None]:
        lead = row.cell(Column.LEAD)
        cooperating = row.cell(Column.COOPERATING)
        both = row.cell(Column.BOTH)
        actors = Actors(
            actors_of_cell(self.reading, *lead, "cell-lead") if lead else (),
            actors_of_cell(self.reading, *cooperating, "cell-cooperating") if cooperating else (),
        )
        if both:
            named = roles_of_line(self.reading, *both) | find_actors(
                self.reading, self.masked, *both
            )
            actors |= (
                named
                if named.lead or named.cooperating
                else Actors(actors_of_cell(self.reading, *both, "cell-lead"))
            )
        condition: Phrase | None = None
        remarks = row.cell(Column.REMARKS)
        if remarks:
            told = find_actors(self.reading, self.masked, *remarks, subjects=False)
            actors |= Actors((), told.cooperating)
            condition = find_condition(self.reading, self.masked, *remarks)
        due = row.cell(Column.DUE)
        status = row.cell(Column.STATUS)
        if status and not due and due_of_cell(self.reading, self.masked, *status, self.setting):
            due, status = status, None
        phrase = self.reading.phrase(*status, "cell-status") if status else None
        if due is None:
            return actors, None, (), condition, phrase
        condition = find_condition(self.reading, self.masked, *due) or condition
        return (
            actors,
            due_of_cell(self.reading, self.masked, *due, self.setting),
            find_recurrences(self.reading, self.masked, *due),
            condition,
            phrase,
        )

    def _with_heading(self, draft: Draft, actors: Actors) -> Actors:
        """Return the actors with the leads of a heading above: where it says `Giao X`, or the work begins without one."""
        heads, text, start = draft.entry.heads, self.text, draft.start
        if heads and heads[-1].start == start:  # a heading may be work itself
            heads = heads[:-1]
        if actors.lead:
            later = all(body.rule == "later-subject" for body in actors.lead)
            given = [head for head in heads if later or text.startswith("Giao ", head.start)]
            return Actors(self._heading_leads(given)) | actors if given else actors
        if text.startswith("Đối với ", start) and draft.entry.section is Section.ASSIGNMENTS:
            colon = text.find(":", start, draft.end)
            leads = leads_of_heading(self.reading, start, colon, assigns=True) if colon > 0 else ()
            if leads:
                return Actors(leads, actors.cooperating)
        opening = self._told(*draft.opening) if draft.opening else NOBODY
        leads = opening.lead or self._named_over(draft) or self._leads_over(draft)
        leads = leads or self._heading_leads(heads)
        others = actors.cooperating or opening.cooperating or self._heading_others(heads)
        return Actors(leads, others)

    def _named_over(self, draft: Draft) -> tuple[Phrase, ...]:
        """Return the bodies that the line over a list names, and says nothing else: `Các tỉnh:`."""
        if draft.opening is None:
            return ()
        start, end = draft.opening
        bare = end - 1 if self.text[end - 1] == ":" else end
        if bare_names(self.text, start, bare) is None:
            return ()
        return leads_of_heading(self.reading, start, end, assigns=False)

    def _leads_over(self, draft: Draft) -> tuple[Phrase, ...]:
        """Return who leads by the bullet over a `+` that begins with a verb: `Sở Y tế tập trung:`."""
        path, start, end = self.over
        if draft.entry.parent != path or self.text[end - 1 : end] != ":":
            return ()
        return self._told(start, end).lead if WORK.match(self.text, draft.start) else ()

    def _ending(self, draft: Draft, actors: Actors) -> Actors:
        """Return the actors with the bodies that the work ends with."""
        names = names_at_end(self.text, draft.start, draft.end)
        lead = actors_of_cell(self.reading, *names, "names-at-end") if names else ()
        return Actors(lead, actors.cooperating)

    def _told(self, start: int, end: int) -> Actors:
        """Return the actors of words that hold for several items."""
        if (start, end) not in self._actors:
            self._actors[start, end] = find_actors(self.reading, self.masked, start, end)
        return self._actors[start, end]

    def _heading_others(self, heads: Sequence[Head]) -> tuple[Phrase, ...]:
        """Return with whom the work is done by the nearest heading: `a) Chủ trì, phối hợp với Sở Y tế`."""
        if not heads or self.text.find(_TOGETHER, heads[-1].start, heads[-1].end) < 0:
            return ()
        return self._told(heads[-1].start, heads[-1].end).cooperating

    def _heading_leads(self, heads: Sequence[Head]) -> tuple[Phrase, ...]:
        for head in reversed(heads):
            if head.start not in self._leads:
                assigns = head.section is Section.ASSIGNMENTS
                leads = leads_of_heading(self.reading, head.start, head.end, assigns=assigns)
                self._leads[head.start] = leads
            if self._leads[head.start]:
                return self._leads[head.start]
        return ()

    def _due_over(self, draft: Draft) -> Due | None:
        """Return the time that the nearest words over an item name: a line or a heading."""
        own = draft.entry.para.start
        due = self._due_of(*draft.opening) if draft.opening else None
        if due is None:
            for head in reversed(draft.entry.heads):
                if head.start != own:
                    due = self._due_of(head.start, head.end)
                    if due is not None:
                        break
        return due

    def _due_of(self, start: int, end: int) -> Due | None:
        if start not in self._dues:
            self._dues[start] = self._due_told(start, end)
        return self._dues[start]

    def _due_told(self, start: int, end: int) -> Due | None:
        if end - start >= _LONGEST_DATED:
            return None
        dated = _DATED_HEADING.match(self.text, start) or _DATED_ASIDE.search(self.text, start, end)
        if not dated:
            return None
        return due_of_cell(self.reading, self.masked, start, end, self.setting)
