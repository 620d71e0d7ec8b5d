"""The words of texts, each text read once for an answer."""

from typing import Final

from graph.sqlite.session import Session

_KEPT: Final = 256


class Quotes:
    """Gives the words at an offset of a loaded document."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._texts: dict[int, str] = {}

    def quote(self, document: int, start: int, stop: int) -> str:
        """Return the words of a document from `start` to `stop`, line breaks included."""
        text = self._texts.get(document)
        if text is None:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            sql = "SELECT text FROM texts WHERE document_id = ?"
            (text,) = self._session.run(sql, (document,)).fetchone()
            self._texts[document] = text
        return text[start:stop]
