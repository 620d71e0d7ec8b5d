"""Bodies that are no more on the day of a draft: whoever issues it, gets work, or receives it."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from checks.draft import Draft
from checks.findings import Clause, Evidence, Finding, Told
from checks.sheet import ADDRESSED, ITEM, Line, Part, Sheet, sheet_of
from checks.tasks import GIVES_WORK
from checks.wording import date_words
from ontology.bodies import BodyNames
from ontology.facts import Phrase, Span
from ontology.folding import collapse, fold_words
from ontology.known import KnownBody
from ontology.provinces import DISTRICTS_UNTIL, split_province, successor_of

_DISTRICTS: Final = re.compile(
    r"\b(?:huyện|quận|thị)\s+[uủ][yỷ]\b|\bcấp\s+huyện\b"
    r"|\b(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hđnd|phòng|trung tâm [^,;.]{0,40})\s+"
    r"(?:các\s+)?(?:huyện|quận|thị xã)\b",
    re.IGNORECASE,
)
"""What there was in every district."""
_NO_DISTRICTS: Final = Clause("no districts")
_AGAIN: Final = re.compile(r"(?P<name>.+) \(từ năm (?P<year>\d{4})\)")
_LEVEL: Final = re.compile(r" (?:Trung ương|Tỉnh ủy|Thành ủy)$")
_TELLING: Final = "gửi|gửi về|kết quả về|văn bản về|báo cáo|trình|qua|xin ý kiến"
_LONG_ENOUGH: Final = 12
"""Letters of a name that means a body wherever it stands."""
_KNOWN_WELL: Final = "high"


def check_bodies(draft: Draft) -> Iterator[Finding]:
    """Yield each place that names a body which is no more, with the one that answers for it."""
    sheet = sheet_of(draft.facts)
    bodies = _Bodies(draft)
    seen = set()
    for phrase in (*_named(draft, sheet), *bodies.told(sheet)):
        if phrase.span not in seen:
            seen.add(phrase.span)
            yield from bodies.of(phrase)


def _named(draft: Draft, sheet: Sheet) -> Iterator[Phrase]:
    """Yield who issues the draft, who leads, who cooperates, and to whom it goes."""
    document = draft.facts.document
    issuer, over = document.issuer, sheet.parts[Part.ORGAN]
    if issuer and over:
        yield Phrase(issuer, over[-1].span, "issuer")
    for item in draft.facts.items if document.type in GIVES_WORK else ():
        yield from item.lead
        yield from item.cooperating
    for line in sheet.parts[Part.ADDRESSED] + sheet.recipients:
        yield from _received(line)


def _received(line: Line) -> Iterator[Phrase]:
    """Yield the bodies that a line of addressees or recipients lists, without remarks."""
    at = max(match.end() if (match := mark.match(line.text)) else 0 for mark in (ITEM, ADDRESSED))
    for words in re.finditer(r"[^;]+", line.text[at:]):
        name = words[0].partition("(")[0].strip(" \t,.")
        start = at + words.start() + words[0].find(name) if name else at
        span = line.part(start, start + len(name))
        if span is not None:
            yield Phrase(collapse(name), span, "recipient")


@dataclass(frozen=True, slots=True)
class _Gone:
    """The first day without a body, and what people are told to write instead."""

    day: dt.date
    now: str | None = None
    certain: bool = False
    source: str | None = None


@lru_cache(maxsize=2)
def _names(known: tuple[KnownBody, ...]) -> BodyNames:
    return BodyNames(known)


@lru_cache(maxsize=2)
def _telling(known: tuple[KnownBody, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of a known body that is told of something, and of one more beside it.

    The longest names come first.
    """
    forms = {form for body in known for form in (body.name, *body.aliases)}
    names = sorted((form for form in forms if len(form) >= _LONG_ENOUGH), key=len, reverse=True)
    name = rf"(?P<name>{'|'.join(map(re.escape, names))})(?!\w)"
    first, more = rf"(?<!\w)(?:{_TELLING}) {name}", rf"(?:,| và) {name}"
    return re.compile(first, re.IGNORECASE), re.compile(more, re.IGNORECASE)


class _Bodies:
    """Knows what became of bodies by the day of a draft."""

    def __init__(self, draft: Draft) -> None:
        self.day = draft.day
        self.text = draft.text
        self.document = draft.facts.document
        self.known = draft.registered.bodies
        self.names = _names(self.known)
        self.again = frozenset(_borne_again(self.known, draft.day))

    def told(self, sheet: Sheet) -> Iterator[Phrase]:
        """Yield the bodies that are told of the work: `gửi về Ban X`, `(qua Ban X)`."""
        if self.document.type not in GIVES_WORK:
            return
        first, more = _telling(self.known)
        text = sheet.reading.text
        for told in first.finditer(text):
            match: re.Match[str] | None = told
            while match is not None:
                yield sheet.reading.phrase(*match.span("name"), "told")
                match = more.match(text, match.end())

    def of(self, phrase: Phrase) -> Iterator[Finding]:
        """Yield what is wrong with one printed name."""
        gone = self._gone(phrase.text)
        if gone is None:
            yield from self._of_districts(phrase)
            return
        if gone.day > self.day:
            return
        by: Told = Clause("now", (("body", gone.now),)) if gone.now else ""
        told = (("printed", phrase.text), ("day", date_words(gone.day)), ("by", by))
        evidence = Evidence(gone.now or phrase.text, source=gone.source)
        yield Finding(
            "body-ended",
            phrase.span,
            told,
            replacement=gone.now if gone.certain else None,
            evidence=(evidence,),
        )

    def _gone(self, printed: str) -> _Gone | None:
        body = self.names.resolve(printed, self.document.issuer, self.document.jurisdiction)
        if _stem(body.name) in self.again:
            return None
        if body.valid_to is not None and body.valid_to <= self.day:
            return self._ended(printed, body, body.valid_to)
        return _merged(printed, body.jurisdiction)

    def _of_districts(self, phrase: Phrase) -> Iterator[Finding]:
        """Yield what a collective name says of districts: the other bodies that it names go on."""
        if self.day < DISTRICTS_UNTIL:
            return
        words = self.text[phrase.span.start : phrase.span.end]
        match = _DISTRICTS.search(words) or _DISTRICTS.search(phrase.text)
        if match is None:
            return
        at, exact = phrase.span.start, match.string is words
        span = Span(at + match.start(), at + match.end()) if exact else phrase.span
        day = date_words(DISTRICTS_UNTIL)
        told = (("printed", collapse(match[0])), ("day", day), ("by", _NO_DISTRICTS))
        yield Finding("body-ended", span, told, evidence=(Evidence(phrase.text, span=phrase.span),))

    def _ended(self, printed: str, body: KnownBody, day: dt.date) -> _Gone:
        """Return the end of a body, with the last of those that came after it by the day."""
        now = None
        for other in self.names.related(body):
            begun = other.valid_from is None or other.valid_from <= self.day
            if begun and other.key == (now or body).successor:
                now = other
        if now is None:
            return _Gone(day, source=body.source)
        province = split_province(now.name)[1] or now.jurisdiction or ""
        moved = now.jurisdiction != body.jurisdiction and now.level == "province"
        again = _AGAIN.fullmatch(now.name)
        plain = again["name"] if again else now.name
        name = f"{plain} {province}" if moved else plain
        same = fold_words(printed) == fold_words(body.name)
        certain = same and not moved and body.confidence == _KNOWN_WELL and _within(body, now)
        return _Gone(day, name, certain, body.source)


def _merged(printed: str, jurisdiction: str | None) -> _Gone | None:
    """Return the end of a province's body by a name that says the province."""
    rest, province = split_province(printed)
    after = successor_of(province) if province else None
    if after is None or province != jurisdiction or rest == printed:
        return None
    return _Gone(after[1], f"{rest} {after[0]}")


def _within(old: KnownBody, new: KnownBody) -> bool:
    """Tell whether a body goes on under a longer name: Ban Dân vận in Ban Tuyên giáo và Dân vận."""
    words = set(fold_words(old.name).split())
    return words <= set(fold_words(new.name).split())


def _borne_again(known: Iterable[KnownBody], day: dt.date) -> Iterator[str]:
    """Yield the names that a later body bears again by a day: what they mean then is no mistake.

    Where only the centre is known to have changed back, nobody knows of the provinces.
    """
    for body in known:
        match = _AGAIN.fullmatch(body.name)
        if match and (body.valid_from or dt.date(int(match["year"]), 1, 1)) <= day:
            yield _stem(match["name"])


def _stem(name: str) -> str:
    return fold_words(_LEVEL.sub("", name))
