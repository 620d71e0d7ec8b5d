"""All words that people read, in Vietnamese and English: `words.csv`, here and of the pages."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

VIETNAMESE: Final = "vi"
ENGLISH: Final = "en"


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """Return each word by its key and language; read on first use."""
    found: dict[str, Mapping[str, str]] = {}
    for name in ("words.csv", "pages/words.csv"):
        with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
            found |= {row["key"]: row for row in csv.DictReader(file)}
    return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class Words:
    """The words in one language.

    >>> Words("vi")("state.open-overdue"), Words("en")("footer.total", total=3)
    ('quá hạn', '3 in all')
    """

    language: str = VIETNAMESE

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the words of a key with the values in their places."""
        return table()[key][self.language].format(**values)

    def known(self, key: str, otherwise: str | None = None) -> str:
        """Return the words of a key that may have none: then `otherwise`, else the key's end."""
        if key in table():
            return self(key)
        return key.rpartition(".")[2] if otherwise is None else otherwise

    def first(self, keys: Iterable[str]) -> str:
        """Return the words of the first of the keys that has any, else nothing."""
        return next((self(key) for key in keys if key in table()), "")
