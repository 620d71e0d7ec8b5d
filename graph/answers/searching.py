"""Words found without accents, in the beginnings of words."""

from collections.abc import Iterable, Iterator
from typing import Final

from graph.paging import Slice, answer, page_of
from graph.questions import Answer, FoundRow, Search
from graph.sqlite.nodes import NodeKind, labels
from graph.sqlite.session import Session
from graph.words import words_of

_STATEMENTS: Final = {
    NodeKind.DOCUMENT: "search_documents",
    NodeKind.TASK: "search_tasks",
    NodeKind.BODY: "search_bodies",
}


def prefixes(words: Iterable[str]) -> str:
    """Return the expression that finds texts in which every word begins some word."""
    return " AND ".join(f'"{word}"*' for word in words)


def ask_search(session: Session, question: Search) -> Answer:
    """Answer `Search`: documents, tasks, bodies.

    Documents whose own number is meant come first, then whole words before beginnings of words.
    """
    page = page_of(question)
    words = words_of(question.words)
    if not words:
        return answer(question, (), 0)
    whole = " AND ".join(f'"{word}"' for word in words)
    asked = {"words": prefixes(words), "whole": whole, "named": f"names : ({whole})"}
    (totals,) = session.rows("search_totals", words=asked["words"])
    rows = tuple(_found(session, asked, page, totals))
    return answer(question, rows, sum(totals))


def _found(
    session: Session, asked: dict[str, str], page: Slice, totals: tuple[int, ...]
) -> Iterator[FoundRow]:
    """Give the rows of a page from the three lists, one after the other."""
    start, left = page.start, -1 if page.limit is None else page.limit
    for (kind, name), total in zip(_STATEMENTS.items(), totals, strict=True):
        if start < total and left:
            rows = session.rows(name, **asked, limit=left, offset=start)
            numbers = [number for (number,) in rows]
            named = labels(session, kind, numbers)
            for number in numbers:
                yield FoundRow(
                    kind.value, named[number].key, named[number].text, named[number].date
                )
            left = left - len(numbers) if left > 0 else left
        start = max(0, start - total)
