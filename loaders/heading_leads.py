"""Finds whom a heading gives the work under it to."""

import re
from typing import Final

from loaders.actors import CLAUSE, LOOSE, SUBJECT, TOGETHER, find_subject
from loaders.names import name_end, split_names
from loaders.reading import Reading
from ontology.facts import Phrase

_GIVES: Final = re.compile(
    r"(?:Giao|Đề nghị|Yêu cầu|Đối với|Trách nhiệm của|Phân công|Nhiệm vụ của)(?: cho)?:? "
)


_LONGEST_GROUP: Final = 140
_LONGEST_WHO: Final = 60
_INCLUDING: Final = ("(gồm", "(bao gồm")
_PUNCTUATED: Final = re.compile(r"[.,:;]")
_MARKED: Final = re.compile(r"[.:;]")
_ACTIVE: Final = (" hoạt động trong ", " đang hoạt động ")
"""After the head of a group that is told by what it does, be that a list."""

_GROUPS: Final = (
    "Các ", "các ", "Những ", "Cán bộ ", "Chuyên viên ", "Cơ quan chủ trì ", "Cơ quan phối hợp ",
)  # fmt: skip
"""How the name of a group begins, which may go on with what it does."""
_TOLD_TO: Final = re.compile(r" (?:yêu cầu|đề nghị|giao)(?: cho)? (?=\S)")
"""After the body that gives work to another: `Ban Thường vụ yêu cầu Chi bộ trường:`."""


def leads_of_heading(
    reading: Reading, start: int, end: int, *, assigns: bool
) -> tuple[Phrase, ...]:
    """Return the bodies that a heading gives the work under it to: `Giao Ban Pháp chế`, `Sở Y tế:`."""
    text = reading.text
    tells = assigns or text[end - 1 : end] == ":"
    while end > start and text[end - 1] in " :.;*":
        end -= 1
    gives = _GIVES.match(text, start, end)
    if gives is None and SUBJECT.match(text, start, end):
        told = name_end(text, start, end)
        gives = _TOLD_TO.match(text, told, end) if told > start else None
    begin = gives.end() if gives else start
    if gives and gives[0].startswith("Đối với") and not assigns:
        named = name_end(text, begin, end) if LOOSE.match(text, begin, end) else begin
        if named == begin or (text[named:end].strip(" (") and text[named : named + 1] != "("):
            return ()
    if gives and gives[0].startswith("Yêu cầu") and text[end : end + 1] != ":":
        return ()
    if text[end - 1] == ")" and text.startswith(_INCLUDING, text.rfind("(", begin, end)):
        end = text.rindex("(", begin, end) - 1
    if not (LOOSE if gives else SUBJECT).match(text, begin, end):
        answers = gives and gives[0].startswith("Trách nhiệm của") and end - begin < _LONGEST_WHO
        return (reading.phrase(begin, end, "heading"),) if answers else ()
    close = name_end(text, begin, end)
    if gives and text.startswith(" phối hợp", close):
        return ()  # who is asked to help does not lead
    named = assigns or text.startswith("Cơ quan ", begin)
    if close < end and named and _is_name(text, begin, close, end):
        return (reading.phrase(begin, end, "heading"),)
    if (
        close < end
        and not (gives and close > begin)
        and not text.startswith(
            (":", " chủ trì", "(", " có trách nhiệm", " chịu trách nhiệm", " thực hiện"), close
        )
    ):
        return find_subject(reading, start, end) if tells and close > begin else ()
    return tuple(reading.phrase(a, b, "heading") for a, b in split_names(text, begin, close))


def _is_name(text: str, start: int, close: int, end: int) -> bool:
    """Tell whether a title names a group by what it does: `Các doanh nghiệp đang hoạt động tại KCN`."""
    return (
        text.startswith(_GROUPS, start)
        and end - start < _LONGEST_GROUP
        and not (_MARKED if text.startswith(_ACTIVE, close) else _PUNCTUATED).search(
            text, close, end
        )
        and not CLAUSE.match(text, close)
        and not TOGETHER.match(text, close)
    )
