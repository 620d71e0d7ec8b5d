"""A draft as a sheet of paper: the lines of its head and foot, each with its place in the text."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile
from types import MappingProxyType
from typing import Final

from loaders.head_lines import MOTTO, TYPE_LINE, HeadLine
from loaders.header import foot_lines, front_lines
from loaders.layout import Layout, outline
from loaders.letters import LOWER, UPPER
from loaders.reading import Reading
from ontology.facts import Document, DocumentFacts, Span
from ontology.kinds import Kind


class Part(StrEnum):
    """What a line of the head or the foot is for."""

    HEADING = "heading"
    ORGAN = "organ"
    MARK = "mark"
    NUMBER = "number"
    PLACE = "place"
    TYPE = "type"
    ABOUT = "about"
    RULE = "rule"
    ADDRESSED = "addressed"
    END = "end"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, and where it stands; `exact` where its letters are those of the text."""

    text: str
    span: Span
    exact: bool

    def part(self, start: int, end: int) -> Span | None:
        """Return the place of a stretch of the line, None where it cannot be told."""
        if not self.exact or start >= end:
            return None
        return Span(self.span.start + start, self.span.start + end)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a document by what they are for, in the order of the text.

    `headed` tells whether there is a head at all, `signed` whether the foot is there; `reading` is
    the shadow of the whole text.
    """

    reading: Reading
    parts: Mapping[Part, tuple[Line, ...]]
    kind: Kind | None
    headed: bool
    signed: bool

    @property
    def recipients(self) -> tuple[Line, ...]:
        """The lines under `Nơi nhận`."""
        return tuple(line for line in self.parts[Part.RECIPIENTS] if ITEM.match(line.text))


ITEM: Final = re.compile(r"[-–•+]\s*(?=\S)")
"""What a line of recipients begins with."""
ADDRESSED: Final = re.compile(r"(?i:kính gửi)\s*:?\s*")
_NUMBER: Final = re.compile(r"(?i:số)\s*[:.]?\s*(?:\d|\[|[.…_]{2}|[-/]\s*[A-ZĐ]|\s)")
_PLACE: Final = re.compile(
    r"(?!(?i:số|căn cứ|thực hiện|theo|trong|từ|trước|sau|đến|vào|gửi|sáng|chiều|tối)\b)"
    rf"(?:[{UPPER}][^,\d:;]{{1,40}},\s*"
    rf"|(?:TP\. ?)?[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{0,4}}\s+)"
    r"ngày\b.{0,40}$"
)
_ABOUT: Final = re.compile(r"\(?(?:V/v|Về việc)\b", re.IGNORECASE)
_RULE: Final = re.compile(r"^[ \t*_\\|]*(?:-{3,}|_{3,}|[–—]{2,})[ \t|]*$", re.MULTILINE)
_STAR: Final = re.compile(r"^[ \t|]*\\?\*{1,3}[ \t|]*$|[|>]\s*\\?\*\s*(?=[|<])", re.MULTILINE)
_TO: Final = re.compile(r"nơi nhận", re.IGNORECASE)
_AUTHORITY: Final = re.compile(
    r"(?:T/[ML]|K/T|T[ML][. ]|KT[. ]|TUQ[. ]|Q\.) ?[A-ZĐỦ]"
    r"|(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|BÍ THƯ|TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CHÁNH|CHỦ NHIỆM"
    r"|TỔ TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG|CỤC TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG)"
)
_TELLING: Final[tuple[tuple[Part, Callable[[str], object]], ...]] = (
    (Part.HEADING, MOTTO.match),
    (Part.ABOUT, _ABOUT.match),
    (Part.NUMBER, _NUMBER.match),
    (Part.TYPE, lambda text: TYPE_LINE.fullmatch(text.upper())),
    (Part.PLACE, _PLACE.match),
    (Part.ORGAN, lambda text: text.isupper() and len(text) > 1),
)
"""By what a line of the head is told, in this order."""
_ABOVE: Final = frozenset({Part.HEADING, Part.NUMBER, Part.TYPE, Part.PLACE, Part.ORGAN})
"""What comes no more after the type."""
_ANNEX: Final = re.compile(r"PHỤ LỤC\b")
_SENTENCE: Final = 12
"""What is shorter is a rule or a mark, and no last sentence."""
_DEEP: Final = 30
"""No head has more lines before its title ends."""


def sheet_of(facts: DocumentFacts) -> Sheet:
    """Return the sheet of a draft."""
    return _sheet(facts.source.text, facts.document)


@lru_cache(maxsize=4)
def _sheet(text: str, document: Document) -> Sheet:
    layout = outline(text)
    lines = _lines(text, front_lines(layout))
    parts: dict[Part, list[Line]] = {part: [] for part in Part}
    _front(lines, parts)
    _marks(text, parts)
    _end(layout, parts)
    if layout.back < len(layout.paras):
        _foot(_lines(text, foot_lines(layout)), parts)
    return Sheet(
        reading=layout.reading,
        parts=MappingProxyType({part: tuple(found) for part, found in parts.items()}),
        kind=document.type,
        headed=_is_headed(parts),
        signed=any(_AUTHORITY.match(line.text) for line in parts[Part.SIGNATURE]),
    )


def _is_headed(parts: Mapping[Part, list[Line]]) -> bool:
    told = parts[Part.NUMBER] or parts[Part.TYPE] or (parts[Part.HEADING] and parts[Part.PLACE])
    return bool(parts[Part.ORGAN] and told)


def _lines(text: str, found: tuple[HeadLine, ...]) -> tuple[Line, ...]:
    return tuple(
        Line(line.text, Span(line.start, line.end), text[line.start : line.end] == line.text)
        for line in found
        if line.start < line.end
    )


def _front(lines: tuple[Line, ...], parts: dict[Part, list[Line]]) -> None:
    """Tell the lines of the head apart; what comes after the type is what the document is about."""
    typed = False
    for at, line in enumerate(lines[:_DEEP]):
        if ADDRESSED.match(line.text):
            after = takewhile(lambda one: ITEM.match(one.text), lines[at + 1 :])
            parts[Part.ADDRESSED] += [line, *after]
            return
        part = _part_of(line.text, typed=typed)
        if part is not None:
            parts[part].append(line)
        typed = typed or part is Part.TYPE


def _part_of(text: str, *, typed: bool) -> Part | None:
    parts = (part for part, is_one in _TELLING if is_one(text) and not (typed and part in _ABOVE))
    return next(parts, None)


def _marks(text: str, parts: dict[Part, list[Line]]) -> None:
    """Find the asterisk under the issuer and the rule under the title, which have no words."""
    ends = [line.span.end for part in (Part.NUMBER, Part.TYPE) for line in parts[part][:1]]
    if not ends:
        return
    begin = parts[Part.ORGAN][0].span.start if parts[Part.ORGAN] else 0
    parts[Part.MARK] += _found(_STAR, text, begin, max(ends))
    parts[Part.RULE] += _found(_RULE, text, max(ends), max(ends) + 1500)


def _found(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Line]:
    for match in pattern.finditer(text, start, min(end, len(text))):
        if match[0].strip():
            yield Line(match[0], Span(*match.span()), exact=True)


def _end(layout: Layout, parts: dict[Part, list[Line]]) -> None:
    """Find the last words of the body, where the foot tells that they are the last."""
    if not 0 < layout.back < len(layout.paras):
        return
    last = layout.paras[layout.back - 1]
    if last.end - last.start < _SENTENCE:
        return
    span = layout.reading.span(last.start, last.end)
    words = layout.reading.source[span.start : span.end]
    parts[Part.END].append(Line(words, span, exact=True))


def _foot(lines: tuple[Line, ...], parts: dict[Part, list[Line]]) -> None:
    """Tell recipients from the signature; the two columns of a foot come in any order."""
    end = parts[Part.END][0].span.end if parts[Part.END] else 0
    receiving = False
    for line in lines:
        if line.span.end <= end:
            continue
        if _ANNEX.match(line.text):
            return
        receiving = receiving or _TO.match(line.text) is not None
        listed = receiving and (ITEM.match(line.text) or _TO.match(line.text))
        parts[Part.RECIPIENTS if listed else Part.SIGNATURE].append(line)
