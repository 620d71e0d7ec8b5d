"""The words of texts, many texts read at once."""

from collections.abc import Iterable
from typing import Final

from graph.answers.asking import Asking

TOGETHER: Final = 256
"""For how many rows texts are read at once; no more are kept."""


class Quotes:
    """Gives the words at an offset of loaded documents."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._texts: dict[int, str] = {}

    def read(self, documents: Iterable[int]) -> None:
        """Read the texts of documents that are about to be quoted; forget those of others."""
        wanted = set(documents)
        self._texts = {number: self._texts[number] for number in wanted & self._texts.keys()}
        missing = sorted(wanted - self._texts.keys())
        if missing:
            self._texts |= dict(self._asking.rows("texts", documents=missing))

    def quote(self, document: int, start: int, stop: int) -> str:
        """Return the words of a document that was read, line breaks included."""
        return self._texts[document][start:stop]
