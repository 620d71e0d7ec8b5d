"""Reviews that fall due by the years since a document: derived, and printed nowhere."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from dateutil.relativedelta import relativedelta

from graph.answer_types import Answer, MilestoneRow
from graph.answers.asking import Asking
from graph.answers.bodies import bodies_named
from graph.answers.nodes import NodeKind, labels
from graph.answers.places import Place, hops, places
from graph.answers.quotes import Quotes
from graph.answers.task_rows import task_rows
from graph.answers.values import SHIFT
from graph.paging import answer, page_of
from graph.questions import Milestones
from ontology.facts import ItemKind
from ontology.relations import Relation

_FIGURES: Final = MappingProxyType(
    {
        word: figure
        for figure, word in enumerate(
            ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1
        )
    }
)
_YEARS: Final = re.compile(
    rf"(?:sơ|tổng)\s+kết\s+(?:\w+\s+){{0,2}}?(?P<years>\d{{1,2}}|{'|'.join(_FIGURES)})\s+năm\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Review:
    """A review that is due: its day, the task or document that gives it, and what it is of."""

    day: dt.date
    years: int
    node: int
    task: bool
    target: int
    key: str
    since: dt.date

    @property
    def document(self) -> int:
        """The id of the document in which it stands."""
        return self.node >> SHIFT if self.task else self.node


def ask_milestones(asking: Asking, question: Milestones) -> Answer:
    """Answer `Milestones`: by day, then by the document's key; its own come before its tasks'."""
    page = page_of(question)
    reviews = _reviews(asking, question)
    numbers = sorted({review.document for review in reviews})
    keys = dict(asking.rows("document_keys", documents=numbers))
    reviews.sort(key=lambda one: (one.day, keys[one.document], one.task, one.node, one.key))
    on_page = page.of(reviews)
    rows = tuple(_rows(asking, on_page, keys, question.as_of))
    return answer(question, rows, len(reviews))


def years_told(words: str) -> int | None:
    """Return how many years a review is of, None where it does not say.

    >>> years_told("tổng kết 10 năm thực hiện"), years_told("Sơ kết năm năm"), years_told("sơ kết")
    (10, 5, None)
    """
    match = _YEARS.search(words)
    if match is None:
        return None
    told = match["years"].casefold()
    return (int(told) if told.isdecimal() else _FIGURES[told]) or None


def _reviews(asking: Asking, question: Milestones) -> list[_Review]:
    """Return the reviews that are due in the window, each once."""
    history = question.with_history
    values: dict[str, Any] = {
        "bodies": bodies_named(asking, question.body, question.as_of, history=history)
    }
    tasks = {"kinds": list(question.kinds), "as_of": question.as_of.isoformat()}
    found = dict.fromkeys(_due(asking.rows("reviews_of_tasks", **values, **tasks), task=True))
    if ItemKind.TASK in question.kinds:
        found |= dict.fromkeys(_due(asking.rows("reviews_of_documents", **values), task=False))
    return [one for one in found if question.start <= one.day <= question.end]


def _due(rows: Iterable[tuple[Any, ...]], *, task: bool) -> Iterator[_Review]:
    for words, node, target, key, date in rows:
        years = years_told(words)
        since = dt.date.fromisoformat(date)
        if years is not None and since.year + years <= dt.MAXYEAR:
            yield _Review(since + relativedelta(years=years), years, node, task, target, key, since)


def _rows(
    asking: Asking, reviews: Sequence[_Review], keys: dict[int, str], as_of: dt.date
) -> Iterator[MilestoneRow]:
    numbers = list(dict.fromkeys(review.node for review in reviews if review.task))
    works = dict(zip(numbers, task_rows(asking, numbers, as_of), strict=True))
    titles = labels(asking, NodeKind.DOCUMENT, (one.document for one in reviews))
    proofs = _proofs(asking, reviews)
    below = [works[one.node].task if one.task else keys[one.node] for one in reviews]
    told = [
        (source, Relation.REVIEWS.value, one.key, proofs[one])
        for source, one in zip(below, reviews, strict=True)
    ]
    for review, hop in zip(reviews, hops(Quotes(asking), told), strict=True):
        document = review.document
        yield MilestoneRow(
            *(review.day, review.years, review.key, review.since),
            *(keys[document], titles[document].text, hop),
            works[review.node] if review.task else None,
        )


def _proofs(asking: Asking, reviews: Sequence[_Review]) -> dict[_Review, Place]:
    """Return the place of each review that names these years."""
    found: dict[_Review, Place] = {}
    for name, task in (("places_of_target", True), ("places_of_edge", False)):
        alike = [review for review in reviews if review.task is task]
        edges = [(review.node, Relation.REVIEWS.value, review.target) for review in alike]
        for review, all_places in zip(alike, places(asking, name, edges), strict=True):
            found[review] = _telling(asking, review, all_places)
    return found


def _telling(asking: Asking, review: _Review, found: Sequence[Place]) -> Place:
    """Return the first place whose words tell the years; several may prove one edge."""
    quotes = Quotes(asking)
    quotes.read(place[1] for place in found if place[5] is None and place[1] is not None)
    for place in found:
        _, number, start, stop, _, words = place
        if (
            years_told(quotes.quote(number, start, stop) if words is None else words)
            == review.years
        ):
            return place
    return found[0]
