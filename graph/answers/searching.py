"""Words found without accents, in the beginnings of words."""

from collections.abc import Iterator
from typing import Final

from graph.answer_types import Answer, FoundRow
from graph.answers.asking import Asking, Sought
from graph.answers.nodes import NodeKind, labels
from graph.paging import Slice, answer, most, page_of
from graph.questions import Search
from graph.words import words_of

_STATEMENTS: Final = {
    NodeKind.DOCUMENT: "search_documents",
    NodeKind.TASK: "search_tasks",
    NodeKind.BODY: "search_bodies",
}


def ask_search(asking: Asking, question: Search) -> Answer:
    """Answer `Search`: documents, tasks, bodies.

    Documents whose own number is meant come first, then whole words before beginnings of words.
    """
    page = page_of(question)
    words = words_of(question.words)
    if not words:
        return answer(question, (), 0)
    sought = asking.sought(words)
    (totals,) = asking.rows("search_totals", words=sought.begun)
    rows = tuple(_found(asking, sought, page, totals))
    return answer(question, rows, sum(totals))


def _found(
    asking: Asking, sought: Sought, page: Slice, totals: tuple[int, ...]
) -> Iterator[FoundRow]:
    """Give the rows of a page from the three lists, one after the other."""
    asked = {"words": sought.begun, "whole": sought.whole, "named": sought.named}
    start, left = page.start, most(page)
    for (kind, name), total in zip(_STATEMENTS.items(), totals, strict=True):
        if start < total and left:
            rows = asking.rows(name, **asked, limit=left, offset=start)
            numbers = [number for (number,) in rows]
            named = labels(asking, kind, numbers)
            for number in numbers:
                yield FoundRow(
                    kind.value, named[number].key, named[number].text, named[number].date
                )
            left -= len(numbers)
        start = max(0, start - total)
