"""The layout of a draft (thể thức) by the regulations that hold on its day."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Final, TypeAlias

from checks.draft import Draft
from checks.findings import Finding
from checks.layout_rules import LayoutRule, layout_rules
from checks.sheet import Line, Part, Sheet, sheet_of
from checks.systems import system_of
from ontology.facts import Span
from ontology.kinds import Kind, kind_of_code, kind_of_word

Check: TypeAlias = Callable[[LayoutRule, Sheet], Iterator[Finding]]

_APART: Final = 3
"""So many letters lie at most between two recipients of one line each: a line break and marks."""
_ZEROED: Final = 2
"""The last month that is written with a zero."""
_ENDING: Final = 12


def check_layout(draft: Draft) -> Iterator[Finding]:
    """Yield what is wrong with the head and the foot; of a text without them nothing is known."""
    sheet = sheet_of(draft.facts)
    system = system_of(sheet, draft.facts.document)
    if system is None:
        return
    own = (rule for rule in layout_rules() if rule.system in {system, None})
    found = [finding for rule in own for finding in _CHECKS[rule.check](rule, sheet)]
    mended = [finding.span for finding in found if finding.replacement is not None]
    yield from (one for one in found if not any(_within(one.span, span) for span in mended))


def _within(inner: Span, outer: Span) -> bool:
    """Tell whether a place lies in a wider one, whose correction says what should stand in both."""
    return inner != outer and outer.start <= inner.start and inner.end <= outer.end


def _never(rule: LayoutRule, sheet: Sheet) -> Iterator[Finding]:
    """Yield what no line of a part may have, with what should stand there."""
    for line in sheet.parts[rule.part]:
        for match in rule.pattern.finditer(line.text):
            place = line.part(*match.span())
            instead = _instead(rule, match) if place else None
            told = (("printed", match[0].strip()), ("known", (instead or "").strip()))
            yield Finding(rule.code, place or line.span, told, instead)


def _instead(rule: LayoutRule, match: re.Match[str]) -> str | None:
    """Return what should stand there; a number `n` in it is given the zero that it wants too."""
    if rule.instead is None:
        return None
    alone = match.groupdict().get("n")
    zero = "0" if alone and len(alone) == 1 and alone != "0" else ""
    return zero + match.expand(rule.instead)


def _needed(rule: LayoutRule, sheet: Sheet) -> Iterator[Finding]:
    """Yield what a document with a head lacks; drafts have blanks for number and day."""
    if not sheet.headed or (sheet.kind is Kind.CV and rule.part in {Part.TYPE, Part.RULE}):
        return
    if not any(rule.pattern.search(line.text) for line in sheet.parts[rule.part]):
        yield Finding(rule.code, _beside(rule.part, sheet))


def _needed_when_signed(rule: LayoutRule, sheet: Sheet) -> Iterator[Finding]:
    """Yield what a document with a signature lacks: one that is cut off may well have it."""
    if sheet.signed:
        yield from _needed(rule, sheet)


def _last_when_signed(rule: LayoutRule, sheet: Sheet) -> Iterator[Finding]:
    """Yield the last line of a part where it is not as it should be."""
    lines = sheet.parts[rule.part]
    if lines and sheet.headed and sheet.signed and not rule.pattern.search(lines[-1].text):
        yield Finding(rule.code, _end_of(lines[-1]), (("printed", lines[-1].text),))


def _listed(rule: LayoutRule, sheet: Sheet) -> Iterator[Finding]:
    """Yield a list of recipients without one that every list has."""
    lines = sheet.recipients
    if lines and sheet.headed and not any(rule.pattern.search(line.text) for line in lines):
        yield Finding(rule.code, lines[-1].span)


def _but_last(rule: LayoutRule, sheet: Sheet) -> Iterator[Finding]:
    """Yield the first recipient in one line, but the last, that is not as it should be."""
    for line, after in pairwise(sheet.recipients):
        whole = after.span.start - line.span.end <= _APART
        if whole and sheet.headed and not rule.pattern.search(line.text):
            yield Finding(rule.code, line.span, (("printed", line.text),))
            return


def _signed(rule: LayoutRule, sheet: Sheet) -> Iterator[Finding]:
    """Yield the foot of a document with recipients and without a line in capitals for the post."""
    signature = sheet.parts[Part.SIGNATURE]
    if sheet.headed and sheet.recipients and not any(line.text.isupper() for line in signature):
        yield Finding(rule.code, (signature or sheet.recipients)[-1].span)


def _worded_date(rule: LayoutRule, sheet: Sheet) -> Iterator[Finding]:
    """Yield a date in figures, with the same in words."""
    for line in sheet.parts[rule.part]:
        match = rule.pattern.search(line.text)
        if match is None:
            continue
        month = int(match["m"])
        words = f"ngày {int(match['d']):02} tháng {month:02} năm {match['y']}"
        if month > _ZEROED:
            words = words.replace(f"tháng {month:02}", f"tháng {month}")
        place = line.part(*match.span())
        told = (("printed", match[0]), ("known", words))
        yield Finding(rule.code, place or line.span, told, words if place else None)


def _type_fits(rule: LayoutRule, sheet: Sheet) -> Iterator[Finding]:
    """Yield the type line where the symbol under the issuer is that of another type."""
    types, numbers = sheet.parts[Part.TYPE], sheet.parts[Part.NUMBER]
    code = rule.pattern.search(numbers[0].text) if numbers else None
    printed = _kind(types[0]) if types else None
    known = kind_of_code(code["code"]) if code else None
    if printed is None or known is None or printed is known:
        return
    if not (known is Kind.QD and printed in {Kind.QDI, Kind.QC}):
        told = (("printed", types[0].text), ("known", code["code"] if code else ""))
        yield Finding(rule.code, types[0].span, told)


def _kind(line: Line) -> Kind | None:
    """Return the type that a line names with its first words: `CHƯƠNG TRÌNH CÔNG TÁC`."""
    words = line.text.split()
    return next((kind for n in (2, 1) if (kind := kind_of_word(" ".join(words[:n])))), None)


def _end_of(line: Line) -> Span:
    """Return the last letters of a line, which are enough to show how it ends."""
    return Span(max(line.span.start, line.span.end - _ENDING), line.span.end)


def _beside(part: Part, sheet: Sheet) -> Span:
    """Return where something is missing: at the line that it should stand beside."""
    foot = part in {Part.RECIPIENTS, Part.SIGNATURE}
    order = (Part.SIGNATURE,) if foot else (part, *_NEAR[part])
    near = next(sheet.parts[other] for other in (*order, *Part) if sheet.parts[other])
    return near[0].span


_NEAR: Final[Mapping[Part, tuple[Part, ...]]] = MappingProxyType(
    {
        Part.HEADING: (Part.ORGAN,),
        Part.MARK: (Part.ORGAN,),
        Part.NUMBER: (Part.ORGAN,),
        Part.PLACE: (Part.HEADING, Part.NUMBER),
        Part.TYPE: (Part.NUMBER,),
        Part.RULE: (Part.TYPE,),
    }
)
_CHECKS: Final[Mapping[str, Check]] = MappingProxyType(
    {
        "never": _never,
        "needed": _needed,
        "needed-when-signed": _needed_when_signed,
        "last-when-signed": _last_when_signed,
        "listed": _listed,
        "signed": _signed,
        "worded-date": _worded_date,
        "but-last": _but_last,
        "type-fits": _type_fits,
    }
)
