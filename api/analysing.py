"""From what people ask of an analysis to its answer, whoever asks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from api.analyses import Analysis, plain_row
from api.answers import Record
from api.meanings import Asker as Typed
from api.meanings import document_meant, place_meant
from api.troubles import MissingExtraError
from api.words import Words
from graph.analysis.asked import MONTHS, WANTED, Analyse, months_between
from graph.analysis.making import table_of
from graph.analysis.tables import Asker, Cell
from graph.paging import cursor_of, page_of
from graph.questions import Level
from graph.store import Store

_LIBRARIES = frozenset({"networkx", "scipy", "numpy"})


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with an analysis that is asked for: the parameter, and why, in words."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Analysed:
    """An analysis, and the page of it that was asked for."""

    question: Analyse
    analysis: Analysis

    def rows(self) -> Sequence[dict[str, Cell]]:
        """Return the rows of the page."""
        return page_of(self.question).of(self.analysis.table.records())

    def cursor(self) -> str | None:
        """Return where the next page begins, if there is one."""
        total = len(self.analysis.table.rows)
        return cursor_of(self.question, len(self.rows()), total)

    def record(self) -> Record:
        """Return the page for programs."""
        return {
            "question": "analyse",
            "analysis": self.question.analysis.value,
            "as_of": self.question.as_of.isoformat(),
            "total": len(self.analysis.table.rows),
            "rows": [plain_row(row) for row in self.rows()],
            "notes": list(self.analysis.notes()),
            "cursor": self.cursor(),
        }


def wrong_in(question: Analyse, words: Words) -> Wrong | None:
    """Return the first thing that is wrong with a question, or that it lacks; None if it is good.

    `document`, `first` and `second` are as people type them.
    """
    for name in WANTED[question.analysis]:
        if not getattr(question, name):
            return Wrong(name, words(f"trouble.analysis.{question.analysis}"))
    if question.level is Level.BOARD and question.jurisdiction is None:
        return Wrong("jurisdiction", words("trouble.analysis.board"))
    start, end = question.window
    if start > end:
        return Wrong("due_from", words("trouble.window"))
    if months_between(start, end) > MONTHS:
        return Wrong("due_to", words("trouble.analysis.months", most=MONTHS))
    return None


def analysed(question: Analyse, store: Store, words: Words) -> Analysed:
    """Return the answer to a question in which nothing is wrong but perhaps what it names.

    Raises `Trouble` or `CitationError` for a document or province that is not known, and for an
    extra that is not installed.
    """
    page_of(question)  # a wrong cursor is told before anything is worked out
    meant = _meant(question, store, words)
    try:
        table = table_of(Asker(store, question.as_of), meant)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        message = words("trouble.analysis.library")
        raise MissingExtraError(words("trouble.error", message=message)) from None
    return Analysed(question, Analysis.of(table, store, question.as_of, words))


def _meant(question: Analyse, store: Store, words: Words) -> Analyse:
    """Return the question with the key of its document and the full names of its places."""
    typed = Typed(question.as_of, None, words)
    document = question.document and document_meant(question.document, store, typed)
    places = {
        name: place_meant(getattr(question, name), store, words)
        for name in ("first", "second", "jurisdiction")
    }
    return replace(question, document=document or None, **places)  # type: ignore[arg-type]
