"""The provinces and centrally run cities, before and after the mergers of 2025.

A name is that of its time: what Bình Thuận issued stays Bình Thuận's, also since it is part of
Lâm Đồng. Names stand without "tỉnh" and "thành phố", but for Thành phố Hồ Chí Minh.
"""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from ontology.folding import fold_words
from ontology.tables import date_of, listed, rows

DISTRICTS_UNTIL: Final = dt.date(2025, 7, 1)
"""The first day without districts, and of 34 provinces in place of 63."""


@dataclass(frozen=True, slots=True)
class Province:
    """One province: its other printings, what it became part of and when.

    `since` is the first day under this name, None when it is as old as the list; `city_from` the
    first day as a centrally run city, None for a province. `source` and `confidence` say where this
    is known from.
    """

    name: str
    aliases: tuple[str, ...]
    since: dt.date | None
    city_from: dt.date | None
    successor: str | None
    successor_date: dt.date | None
    source: str | None
    confidence: str | None


@cache
def provinces() -> tuple[Province, ...]:
    """Return every province that is or was, in the order of the statistics office's old codes."""
    return tuple(_province(row) for row in rows("provinces.csv"))


def _province(row: dict[str, str]) -> Province:
    always = "0001-01-01" if row["kind"] == "thành phố" else ""
    return Province(
        name=row["name"],
        aliases=listed(row["aliases"]),
        since=date_of(row["since"]),
        city_from=date_of(row["city_from"] or always),
        successor=row["successor"] or None,
        successor_date=date_of(row["successor_date"]),
        source=row["source"] or None,
        confidence=row["confidence"] or None,
    )


@cache
def _by_name() -> dict[str, Province]:
    return {province.name: province for province in provinces()}


def is_city(name: str, on: dt.date | None = None) -> bool:
    """Tell whether a province is a centrally run city: on a day, or without one at the beginning.

    >>> is_city("Hà Nội"), is_city("Đồng Nai"), is_city("Đồng Nai", dt.date(2026, 5, 1))
    (True, False, True)
    """
    province = _by_name().get(name)
    if province is None or province.city_from is None:
        return False
    return province.city_from <= (on or dt.date.min)


def successor_of(name: str) -> tuple[str, dt.date] | None:
    """Return what a province became part of, and the first day of that; None where it goes on.

    >>> successor_of("Bình Thuận")
    ('Lâm Đồng', datetime.date(2025, 7, 1))
    """
    province = _by_name().get(name)
    if province is None or province.successor is None or province.successor_date is None:
        return None
    return province.successor, province.successor_date


def provinces_on(day: dt.date) -> tuple[Province, ...]:
    """Return the provinces that there are on a day, in the order of `provinces`.

    >>> [len(provinces_on(dt.date(2025, month, 1))) for month in (6, 7)]
    [63, 34]
    """
    return tuple(
        province
        for province in provinces()
        if (province.since or dt.date.min) <= day < (province.successor_date or dt.date.max)
    )


def province_on(name: str, day: dt.date) -> str:
    """Return the province that answers on a day for what another issued.

    >>> province_on("Bình Thuận", dt.date(2025, 6, 30)), province_on("Bình Thuận", dt.date.max)
    ('Bình Thuận', 'Lâm Đồng')
    """
    after = successor_of(name)
    return province_on(after[0], day) if after is not None and after[1] <= day else name


_COMMITTEES: Final = (
    "tỉnh", "thành phố", "tp", "tp.", "t.p", "thành ủy", "tỉnh ủy", "tỉnh đoàn", "thành đoàn",
    "tu", "ubnd", "hđnd", "đảng bộ", "sở", "cục", "đài phát thanh - truyền hình", "thủ đô",
)  # fmt: skip
_SMALLER: Final = (
    "xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "thôn", "tổ dân phố", "ấp",
    "đường", "phố", "trường", "sông", "khu công nghiệp", "cảng", "vịnh",
)  # fmt: skip
_WORDS: Final = frozenset({"Hòa Bình", "Thái Bình", "Long An", "Thành phố Hồ Chí Minh", "An Giang"})
"""Names that are also words, persons or parts of other names: they want "tỉnh" before them."""

_BLANK: Final = r"[\s.-]*"


def _folded(names: tuple[str, ...]) -> str:
    return "|".join(re.escape(fold_words(name)).replace(r"\ ", r"\s*") for name in names)


@cache
def _printings() -> dict[str, str]:
    """Return each printing's letters, folded, with the province's name."""
    found: dict[str, str] = {}
    for province in provinces():
        bare = province.name.removeprefix("Thành phố ")
        for printed in (province.name, bare, *province.aliases):
            found.setdefault(_letters(fold_words(printed)), province.name)
    return found


def _letters(folded: str) -> str:
    return re.sub(r"[\s.-]+", "", folded)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile on first use: a name with the word for a province before it, and any name."""
    names = sorted((tuple(re.findall(r"\w+", fold_words(p))) for p in _names()), key=_longest)
    name = rf"(?P<name>{'|'.join(_BLANK.join(words) for words in names)})(?!\w)"
    return (
        re.compile(rf"(?<!\w)(?:{_folded(_COMMITTEES)}){_BLANK}{name}"),
        re.compile(rf"(?<!\w)(?:(?P<smaller>{_folded(_SMALLER)})\s+)?{name}"),
    )


def _longest(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -sum(map(len, words)), words


def _names() -> frozenset[str]:
    names = {province.name for province in provinces()}
    aliases = {alias for province in provinces() for alias in province.aliases}
    return frozenset(names | aliases | {name.removeprefix("Thành phố ") for name in names})


def find_province(folded_words: str) -> str | None:
    """Return the province that words name, folded by `fold_words`: the first of several.

    A name after "tỉnh", "thành phố", "Tỉnh ủy" and the like goes before a bare one, and a bare one
    that is also a word (hòa bình) or the name of something smaller (xã Hòa Bình) does not count.
    """
    whole = _printings().get(_letters(folded_words))
    if whole is not None:
        return whole
    marked, bare = _patterns()
    match = marked.search(folded_words)
    if match is not None:
        return _printings()[_letters(match["name"])]
    found = (m for m in bare.finditer(folded_words) if not m["smaller"])
    names = (_printings()[_letters(m["name"])] for m in found if _is_a_name(m))
    return next(names, None)


def _is_a_name(match: re.Match[str]) -> bool:
    name = _printings()[_letters(match["name"])]
    spelt_out = _letters(match["name"]) != _letters(fold_words(name.removeprefix("Thành phố ")))
    return name not in _WORDS or spelt_out


@lru_cache(maxsize=4096)
def province_of(text: str) -> str | None:
    """Return the province that a printed name or line names, as `find_province`.

    >>> province_of("Ban Thường vụ Tỉnh uỷ Lạng Sơn"), province_of("UBND TP.HCM")
    ('Lạng Sơn', 'Thành phố Hồ Chí Minh')
    >>> province_of("tư tưởng, đạo đức, phong cách Hồ Chí Minh"), province_of("xã Hòa Bình")
    (None, None)
    """
    return find_province(fold_words(text))


def split_province(name: str) -> tuple[str, str | None]:
    """Return a name without the province at its end, and that province.

    >>> split_province("UBND tỉnh Lạng Sơn"), split_province("Đoàn TNCS Hồ Chí Minh")
    (('UBND tỉnh', 'Lạng Sơn'), ('Đoàn TNCS Hồ Chí Minh', None))
    """
    province = province_of(name)
    words = name.split()
    for first in range(max(len(words) - 6, 0), len(words)) if province else ():
        if _printings().get(_letters(fold_words(" ".join(words[first:])))) == province:
            return " ".join(words[:first]), province
    return name, None
