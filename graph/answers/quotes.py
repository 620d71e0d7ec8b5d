"""The words of texts, each text read once for an answer."""

from typing import Final

from graph.answers.asking import Asking

_KEPT: Final = 256


class Quotes:
    """Gives the words at an offset of a loaded document."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._texts: dict[int, str] = {}

    def quote(self, document: int, start: int, stop: int) -> str:
        """Return the words of a document from `start` to `stop`, line breaks included."""
        text = self._texts.get(document)
        if text is None:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            ((text,),) = self._asking.rows("text", document=document)
            self._texts[document] = text
        return text[start:stop]
