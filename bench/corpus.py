"""A made-up country: as many documents and tasks as wanted, always the same, made one at a time.

63 provinces; directives of the centre of which a few are carried out nearly everywhere and most
hardly anywhere; chains of 2 to 5: directive, conclusion, provincial plan, yearly and monthly
programme. Each fact has its words in a text, as if it had been read.
"""

import datetime as dt
import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from ontology.facts import (
    Citation,
    Document,
    DocumentFacts,
    Due,
    Item,
    ItemKind,
    Phrase,
    Recurring,
    Resolution,
    Source,
    Span,
    Standing,
    Target,
)
from ontology.keys import authority_of, document_key
from ontology.kinds import Kind
from ontology.known import KnownDocument, Mention
from ontology.periods import Frequency, Interval, Recurrence
from ontology.provinces import provinces
from ontology.relations import Relation

TASKS_EACH: Final = 15
_DIRECTIVES: Final = 400
_REPLACING: Final = 0.05
"""So many of a province's plans replace an earlier one, which others go on citing."""
_RULE: Final = "bench"
_WORK: Final = (
    "Tham mưu xây dựng kế hoạch tuyên truyền",
    "Tổ chức hội nghị sơ kết",
    "Kiểm tra, giám sát việc thực hiện",
    "Báo cáo kết quả thực hiện",
    "Biên soạn tài liệu sinh hoạt chi bộ",
    "Mở lớp bồi dưỡng lý luận chính trị",
)
_BODIES: Final = (
    *(f"Phòng {work}" for work in ("Tuyên truyền", "Khoa giáo", "Dân vận", "Thông tin")),
    *(f"Sở {work}" for work in ("Y tế", "Tài chính", "Nội vụ", "Tư pháp")),
    *("Văn phòng", "Phòng Lý luận chính trị", "Công an tỉnh", "Báo và Đài tỉnh"),
)


@dataclass(frozen=True, slots=True)
class Loading:
    """All that a store is given of one document."""

    key: str
    facts: DocumentFacts
    mentions: tuple[Mention, ...]
    resolutions: tuple[tuple[str, Resolution], ...]
    cited: tuple[KnownDocument, ...]


@dataclass(slots=True)
class _Writer:
    """A text in the making: what is written gets its place."""

    own: KnownDocument
    parts: list[str] = field(default_factory=list)
    length: int = 0
    citations: list[Citation] = field(default_factory=list)
    meanings: list[Resolution] = field(default_factory=list)
    cited: dict[str, KnownDocument] = field(default_factory=dict)

    def write(self, words: str) -> Span:
        start = self.length
        self.parts.append(words)
        self.length += len(words) + 1
        return Span(start, start + len(words))

    def phrase(self, words: str) -> Phrase:
        return Phrase(words, self.write(words), _RULE)

    def target(self, relation: Relation, above: KnownDocument) -> Target:
        phrase = self.phrase("thay thế" if relation is Relation.REPLACES else "thực hiện")
        name = f"c{len(self.citations) + 1}"
        words = f"Văn bản số {above.number}-{above.symbol}, ngày {above.date:%d/%m/%Y}"
        self.citations.append(
            Citation(
                *(name, self.write(words), Kind(above.type), above.number, above.symbol),
                *(above.date, None, None, _RULE),
            )
        )
        self.meanings.append(Resolution(name, "resolved", "exact", above.key, (above.key,)))
        self.cited[above.key] = above
        return Target(name, relation, phrase)


def corpus(documents: int, seed: int = 7) -> Iterator[Loading]:
    """Yield a country's loaded documents, each above before those below it."""
    chance = random.Random(seed)
    directives = [_central(Kind.CT, "CT/TW", n) for n in range(1, _DIRECTIVES + 1)]
    conclusions = [_central(Kind.KL, "KL/TW", n) for n in range(1, _DIRECTIVES // 4 + 1)]
    fame = list(accumulate(1 / rank for rank in range(1, _DIRECTIVES + 1)))
    names = [province.name for province in provinces()][:63]
    plans: dict[str, list[KnownDocument]] = {name: [] for name in names}
    yearly: dict[str, list[KnownDocument]] = {name: [] for name in names}
    for number, conclusion in enumerate(conclusions):
        yield _loading(chance, conclusion, Relation.CONTINUES, directives[number])
    for number in range(documents - len(conclusions)):
        name = names[number % len(names)]
        (rank,) = chance.choices(range(_DIRECTIVES), cum_weights=fame)
        level = chance.random()
        replaced = None
        if level < 0.25 or not plans[name]:
            through = rank < len(conclusions) and chance.random() < 0.5
            above = conclusions[rank] if through else directives[rank]
            own = _local(name, Kind.KH, "KH/TU", number)
            if plans[name] and chance.random() < _REPLACING:
                replaced = chance.choice(plans[name])
            plans[name].append(own)
        elif level < 0.6 or not yearly[name]:
            above, own = chance.choice(plans[name]), _local(name, Kind.KH, "KH/BTGTU", number)
            yearly[name].append(own)
        else:
            above, own = chance.choice(yearly[name]), _local(name, Kind.CTR, "CTr/BTGTU", number)
        yield _loading(chance, own, Relation.IMPLEMENTS, above, replaced)


def directive(rank: int) -> str:
    """Return the key of a directive, the most popular being the first."""
    return _central(Kind.CT, "CT/TW", rank).key


def _central(kind: Kind, symbol: str, number: int) -> KnownDocument:
    date = dt.date(2010, 1, 15) + dt.timedelta(days=11 * number)
    key = document_key("tw", f"{number:02}", symbol, date)
    return KnownDocument(
        *(key, "tw", kind, f"{number:02}", symbol, date, "Bộ Chính trị"),
        standing=Standing.CITED,
    )


def _local(name: str, kind: Kind, symbol: str, number: int) -> KnownDocument:
    authority = authority_of(name)
    date = dt.date(2021, 1, 4) + dt.timedelta(days=number % 1800)
    key = document_key(authority, str(number + 1), symbol, date)
    return KnownDocument(
        *(key, authority, kind, str(number + 1), symbol, date, f"Tỉnh ủy {name}", None, name),
        f"Kế hoạch số {number + 1} của {name}",
        standing=Standing.CITED,
    )


def _loading(
    chance: random.Random,
    own: KnownDocument,
    relation: Relation,
    above: KnownDocument,
    replaced: KnownDocument | None = None,
) -> Loading:
    writer = _Writer(own)
    title = writer.phrase(own.title or "Về việc tiếp tục thực hiện")
    aims = [writer.target(relation, above)]
    if replaced:
        aims.append(writer.target(Relation.REPLACES, replaced))
    items = tuple(_item(chance, writer, above, n) for n in range(1, TASKS_EACH + 1))
    text = "\n".join(writer.parts)
    header = Document(
        *(Kind(own.type), own.number, own.symbol, title.text, own.issuer, own.jurisdiction),
        date=own.date,
        evidence=(("title", title),),
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    name = f"{own.key.replace('/', '-')}.txt"
    source = Source(name, f"/corpus/{name}", "txt", digest, text)
    facts = DocumentFacts(source, header, tuple(writer.citations), (), items, tuple(aims))
    mentions = tuple(
        Mention(
            *(own.key, c.id, own.authority, c.type, c.number, c.symbol or "", c.date),
            *(None, c.issuer, c.term, c.title, own.date),
        )
        for c in writer.citations
    )
    meanings = tuple((own.key, meaning) for meaning in writer.meanings)
    return Loading(own.key, facts, mentions, meanings, tuple(writer.cited.values()))


def _item(chance: random.Random, writer: _Writer, above: KnownDocument, number: int) -> Item:
    span = writer.write(f"- {chance.choice(_WORK)} lần thứ {number} trong toàn tỉnh")
    lead, *others = (writer.phrase(body) for body in chance.sample(_BODIES, 1 + number % 3))
    kind = chance.random()
    due: Due | None = None
    recurrences: tuple[Recurring, ...] = ()
    if kind < 0.65 and writer.own.date:
        latest = writer.own.date + dt.timedelta(days=chance.randrange(5, 700))
        due = Due(Interval(None, latest), (writer.phrase(f"trước ngày {latest:%d/%m/%Y}"),))
    elif kind < 0.75:
        recurrences = (Recurring(Recurrence(Frequency.MONTHLY), writer.phrase("hằng tháng")),)
    named = chance.random() < 0.2
    targets = (writer.target(Relation.IMPLEMENTS, above),) if named else ()
    return Item(
        *(f"t{number}", ItemKind.TASK, f"II.-{number}", span, _RULE, None, (lead,), tuple(others)),
        due=due,
        recurrences=recurrences,
        targets=targets,
    )
