"""What a line begins with: a figure, a letter, a bullet; and its label."""

import re
from enum import StrEnum
from typing import Final


class Mark(StrEnum):
    """What a paragraph begins with."""

    NONE = ""
    ROMAN = "I"
    NUMBER = "1"
    LETTER = "a"
    DASH = "-"
    PLUS = "+"
    STAR = "*"
    ARTICLE = "Điều"
    TITLE = "#"
    ROW = "|"
    NOTE = "¹"


_NONE, _ROW, _DASH, _TITLE, _ROMAN, _NUMBER = (
    Mark.NONE, Mark.ROW, Mark.DASH, Mark.TITLE, Mark.ROMAN, Mark.NUMBER,
)  # fmt: skip
"""A member is read from a name of its own many times faster than from its enum, here and elsewhere."""
BULLETS: Final = frozenset({Mark.DASH, Mark.PLUS, Mark.STAR})
_DASHES: Final = "-–—•▪●◦■◆➢✓"
_MARKS: Final = re.compile(
    r"""[*_]{0,3}(?:(?<=\*\*)[ ](?=\d))?(?:
      (?P<title>\#{1,6})[ ]+(?![-–+][ ])[*_]{0,3}(?:(?P<tlabel>[IVXL]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)/-]{1,2}\s+)?
    | (?P<roman>(?:PHẦN\ |Phần\ |MỤC\ |Mục\ )?(?:[IVXL]{1,6}|[A-H](?=(?:[.]|\s?[-–])\s+[A-ZĐ][A-ZĐẠ-Ỹ])))(?:[.):]\s?[-–]?|/(?!v)|\s?[-–])\s*(?=[^\s\d.,;)/-])
    | (?P<article>Điều\ \d{1,3})[.:]\s*
    | (?P<number>\d{1,2}(?:\.\d{1,2}){1,3})[.)/:]?[-–]?\s+(?=\S)
    | (?P<single>\d{1,2})(?:[.)]\s*[-–]?|/\s|\s?[-–]\s)\s*(?=[^\s\d.,;)/%-])
    | (?P<bracket>\((?:\d{1,2}|[ivx]{1,5})\))\s*(?=\S)
    | (?P<letter>[a-zđ]\d?)(?:[)]|[.](?=\s))\s*(?=\S)
    | (?:\#{1,6}[ ]+)?(?P<dash>["""
    + _DASHES
    + r"""])[ \t\u00a0]*(?=[^\s-])
    | (?P<plus>\+)[ \t\u00a0]*(?=\S)
    | (?P<star>[*○])[ \t\u00a0]+(?=[^\s*])
    )""",
    re.VERBOSE,
)
_WORDS: Final = ("Điều ", "MỤC ", "Mục ")
_SECOND: Final = frozenset(".)/-–: IVXL0123456789Hh")
"""What comes second after a letter that can be a label: a sign, or the `PHẦN` of `PHẦN I`."""
_AFTER: Final = re.compile(r"[*_]{0,3}\s*")
_LONE: Final = re.compile(r"[*_]*((?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5})\.|[a-zđ]\)|[-–+])[*_]*")
"""A label that the text layer set on a line of its own."""
_NAMED: Final = {
    "article": Mark.ARTICLE, "letter": Mark.LETTER, "bracket": Mark.LETTER,
    "dash": Mark.DASH, "plus": Mark.PLUS, "star": Mark.STAR,
}  # fmt: skip


def mark_of(text: str) -> tuple[Mark, str, int]:
    """Return what a line begins with, its label, and the length of it.

    >>> mark_of("3.1. Nội dung"), mark_of("- Tham mưu"), mark_of("II. CÔNG TÁC")
    ((<Mark.NUMBER: '1'>, '3.1', 5), (<Mark.DASH: '-'>, '-', 2), (<Mark.ROMAN: 'I'>, 'II', 4))
    >>> mark_of("Điều 2. Giao Sở Tài chính")[:2], mark_of("Mục I. QUY ĐỊNH")[:2]
    ((<Mark.ARTICLE: 'Điều'>, 'Điều 2'), (<Mark.ROMAN: 'I'>, 'I'))
    """
    first = text[0]
    if "\t" in text or ("|" in text and (first == "|" or " | " in text)):
        return _ROW, "", 0
    if first.isalpha() and text[1:2] not in _SECOND and not text.startswith(_WORDS):
        return _NONE, "", 0
    if first in _DASHES and text[1:2] == " " and text[2:3].isalnum():
        return _DASH, first, 2
    match = _MARKS.match(text)
    if match is None:
        return _NONE, "", 0
    kind = match.lastgroup or ""
    end = _AFTER.match(text, match.end()).end()  # type: ignore[union-attr]
    if match["title"]:
        return _TITLE, match["tlabel"] or "", end
    if kind == "roman":
        return _ROMAN, match["roman"].split()[-1], end
    if kind in {"number", "single"}:
        return _NUMBER, match[kind], end
    return _NAMED[kind], match[kind], end


def lone_mark(text: str, after: str) -> tuple[Mark, str] | None:
    """Return the mark and the label of a line that holds nothing else; its words are those `after` it.

    >>> lone_mark("1.1.", "Sở Nội vụ"), lone_mark("-", "Mở hội sách"), lone_mark("-", "cuối năm")
    ((<Mark.NUMBER: '1'>, '1.1'), (<Mark.DASH: '-'>, '-'), None)
    """
    lone = _LONE.fullmatch(text)
    if lone is None:
        return None
    mark, label, _ = mark_of(f"{lone[1]} A")
    goes_on = mark is not _NUMBER and not after[0].isupper()
    return None if mark is _NONE or goes_on else (mark, label)
