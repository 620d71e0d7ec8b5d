"""Every finder in turn: from a source to all that it says."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain, groupby
from operator import attrgetter
from typing import Final

from loaders.citations import Found, find_citations
from loaders.date_forms import Setting
from loaders.dates import impossible_dates
from loaders.header import read_header
from loaders.indexed import Indexed
from loaders.items import find_items
from loaders.layout import Layout, outline
from loaders.links import change_before, find_links
from loaders.marks import Mark
from loaders.targets import find_targets
from loaders.titles import period_of_title
from ontology.facts import Document, DocumentFacts, Link, Problem, Source, Target
from ontology.kinds import Kind
from ontology.periods import Interval
from ontology.relations import Relation

_QUOTED: Final = re.compile(r'"[^"\n]{2,400}"')
_LIFETIME: Final = re.compile(
    r"\(\d{1,2}[/.-]\d{1,2}[/.-](?:1[89]|20)\d\d ?- ?[^()\n]{0,12}\d{4}\)"
)
_NOTE: Final = Mark.NOTE
_HIDDEN: Final = "\x00"
_REPLACING: Final = re.compile(
    r"(?:này|trên) (?:có hiệu lực[^.;]{0,80}?,? )?(?:và )?(?:sẽ )?thay thế(?: cho)? "
)
_REPLACES: Final = ("thay thế", "thay thế cho")
_OPENING: Final = 12
"""No title stands further down, counted in paragraphs and rows."""
_LONGEST: Final = 200
_BLANK_DATE: Final = re.compile(
    r", ngày[\s.…_]{0,20}tháng[\s.…_]{0,20}(?:\d{1,2}\s{0,9})?năm (?P<year>20\d\d)"
)
_TITLE: Final = re.compile(
    r"(?i:phụ lục|phụ biểu|danh mục|biểu|bảng|lịch|tiến độ|nhiệm vụ|công tác|chương trình|kế hoạch|phân công)\b"
)
READER: Final = "13"
"""Goes up when the same text would give other facts; a store then reads its files again."""


def extract(source: Source) -> DocumentFacts:
    """Return everything that a source says. Takes time in proportion to its length."""
    layout = outline(source.text)
    found, problems = find_citations(layout.reading)
    links = find_links(layout.reading, found)
    masked = Indexed(_masked(layout.reading.text, found))
    document = read_header(layout, masked.text)
    setting = _setting(document, layout)
    return DocumentFacts(
        source=source,
        document=document,
        citations=tuple(one.citation for one in found),
        links=links,
        items=find_items(layout, masked, found, links, setting, _kind_of_work(document)),
        aims=tuple(_aims(layout, found, links, document)),
        problems=(*problems, *_impossible(layout, masked)),
    )


def _impossible(layout: Layout, masked: Indexed) -> Iterator[Problem]:
    """Yield the dates outside citations that the calendar has not: no deadline is lost in silence."""
    for start, end in impossible_dates(masked):
        words = masked.text[start:end]
        span = layout.reading.span(start, end)
        yield Problem("impossible-date", f"Ngày không có trong lịch: {words}", span)


def _masked(text: str, found: tuple[Found, ...]) -> str:
    """Return the shadow with citations and quoted titles blotted out, letter for letter."""
    parts: list[str] = []
    at = 0
    for one in found:
        parts += (text[at : one.start], _HIDDEN * (one.end - one.start))
        at = one.end
    parts.append(text[at:])
    bare = _LIFETIME.sub(lambda m: _HIDDEN * len(m[0]), "".join(parts))
    return _QUOTED.sub(lambda m: '"' + _HIDDEN * (len(m[0]) - 2) + '"', bare)


_UNPLANNED: Final = frozenset({Kind.TB, Kind.KL, Kind.CV, Kind.CT, Kind.NQ})
"""These give work without a time of their own."""


def _kind_of_work(document: Document) -> Kind | None:
    """Return the type by which a document gives work: a circular of the Party does as a directive."""
    party = document.symbol is not None and document.symbol.startswith("TT/")
    return Kind.CT if document.type is Kind.TT and party else document.type


def _setting(document: Document, layout: Layout) -> Setting:
    period = document.period
    year = None
    if period and period.earliest and (period.latest is None or _in_one_year(period)):
        year = period.earliest.year
    elif document.date:
        year = _year_of_plan(document.title, document.date.year)
    elif period is None:
        year = _year_of_titles(document.title, layout)
    return Setting(period, year, document.date, document.type not in _UNPLANNED)


def _year_of_plan(title: str | None, signed: int) -> int:
    """Return the year after the signing if the title names it, as a decision's does on a plan."""
    period = period_of_title(title) if title else None
    ahead = (
        period is not None and period.earliest is not None and period.earliest.year == signed + 1
    )
    return signed + 1 if ahead else signed


def _in_one_year(period: Interval) -> bool:
    return bool(period.earliest and period.latest and period.earliest.year == period.latest.year)


def _year_of_titles(title: str | None, layout: Layout) -> int | None:
    """Return the year that a title over an undated text or table names: `NHIỆM VỤ THÁNG 02/2026`.

    Else that of a date whose day is left blank: `ngày   tháng 12 năm 2025`.
    """
    paras = (para for para in layout.paras[:_OPENING] if not para.label)
    lines = [layout.reading.text[para.start : para.end] for para in paras]
    titles = (
        line for line in lines if len(line) < _LONGEST and (line.isupper() or _TITLE.match(line))
    )
    for words in chain((title or "",), titles):
        period = period_of_title(words)
        if period and period.earliest:
            return period.earliest.year
    blank = next(filter(None, map(_BLANK_DATE.search, lines)), None)
    return int(blank["year"]) if blank else None


def _aims(
    layout: Layout, found: tuple[Found, ...], links: tuple[Link, ...], document: Document
) -> list[Target]:
    """Return what the document is for: by its title and opening words, and what it says it replaces."""
    text, reading = layout.reading.text, layout.reading
    inner = frozenset(
        link.target for link in links if link.rule not in {"amended-by", "replaced-by"}
    )
    aims: list[Target] = []
    begins = [para.start for para in layout.paras]
    stop = begins[layout.body] if layout.body < len(begins) else len(text)
    body = bisect_left(found, stop, key=attrgetter("start"))
    for i, held in groupby(found[:body], lambda one: bisect_right(begins, one.start) - 1):
        para = layout.paras[max(i, 0)]
        inside = [one for one in held if para.start <= one.start < para.end]
        if inside and para.mark is not _NOTE:
            targets = find_targets(reading, inside, inner, para.start)
            aims += [_aim(layout, inside, target, para.start, document) for target in targets]
    for one in found[body:]:
        low = max(0, one.start - 80)
        if text[low : one.start].rstrip().endswith(_REPLACES):
            para = layout.entries[bisect_right(begins, one.start) - 1].para
            within = para.mark is not _NOTE and one.start < para.end
            if within and _REPLACING.search(text, max(para.start, low), one.start):
                phrase = reading.phrase(max(para.start, one.start - 9), one.end, "replaces-it")
                aims.append(Target(one.citation.id, Relation.REPLACES, phrase))
    return [aim for aim in aims if aim.relation is not Relation.CITES]


def _aim(
    layout: Layout, inside: list[Found], target: Target, start: int, document: Document
) -> Target:
    one = next(one for one in inside if one.citation.id == target.citation)
    change = change_before(layout.reading.text, start, one.start)
    if change:
        return Target(target.citation, change, target.phrase)
    if target.relation is Relation.IMPLEMENTS and document.type is Kind.HD:
        return Target(target.citation, Relation.GUIDES, target.phrase)
    return target
