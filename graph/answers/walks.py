"""The documents above and below one, hop by hop."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.answer_types import Answer, ChainRow, TaskRow
from graph.answers.asking import Asking, need_document
from graph.answers.places import Said, best_places, hops
from graph.answers.quotes import TOGETHER, Quotes
from graph.answers.tasks import ask_tasks
from graph.paging import Slice, answer, page_of
from graph.questions import Chain, Tasks
from ontology.relations import ANSWERING, RELATIONS, Relation

UPWARD: Final = tuple(relation for relation in Relation if relation is not Relation.CITES)
"""The relations that lead to the documents above."""

_RANKS: Final = {relation.value: told.rank for relation, told in RELATIONS.items()}
_UP: Final = "up"
_DOWN: Final = "down"


@dataclass(frozen=True, slots=True)
class _Step:
    """A hop with the keys of both ends; `reached` is the id of the document it newly reaches."""

    depth: int
    direction: str
    source: int
    source_key: str
    relation: str
    target: int
    target_key: str
    reached: int

    @property
    def said(self) -> Said:
        """The edge, best told by the lower document itself."""
        return (self.source, self.relation, self.target, self.source)


def ask_chain(asking: Asking, question: Chain) -> Answer:
    """Answer `Chain`: up, then down, by distance, lower document, relation and upper document.

    The tasks come last, by the length of their way; each shows its first hop.
    """
    page = page_of(question)
    document = need_document(asking, question.document)
    steps: list[_Step] = []
    if question.up:
        steps += _walk(asking, document, question, _UP)
    if question.down:
        steps += _walk(asking, document, question, _DOWN)
    rows = list(_rows(asking, page.of(steps)))
    tasks, total = _tasks(asking, question, page, len(steps))
    return answer(question, (*rows, *tasks), len(steps) + total)


def _walk(asking: Asking, document: int, question: Chain, direction: str) -> list[_Step]:
    """Return every hop away from a document; what was reached before is not reached again."""
    up = direction == _UP
    name, relations = ("steps_up", UPWARD) if up else ("steps_down", ANSWERING)
    level, seen = {document: question.document}, {document}
    steps: list[_Step] = []
    depth = 0
    while level and (question.depth is None or depth < question.depth):
        depth += 1
        values = {"documents": sorted(level), "relations": list(relations)}
        reached: dict[int, str] = {}
        for here, relation, there, there_key in asking.rows(name, **values):
            if there not in seen:
                reached[there] = there_key
                ends = (here, level[here]), (there, there_key)
                (source, below), (target, above) = ends if up else ends[::-1]
                steps.append(_Step(depth, direction, source, below, relation, target, above, there))
        seen |= reached.keys()
        level = reached
    return sorted(steps, key=_order)


def _order(step: _Step) -> tuple[int, str, int, str]:
    return (step.depth, step.source_key, _RANKS[step.relation], step.target_key)


def _rows(asking: Asking, steps: Sequence[_Step]) -> Iterator[ChainRow]:
    quotes = Quotes(asking)
    for start in range(0, len(steps), TOGETHER):
        batch = steps[start : start + TOGETHER]
        reached = sorted({step.reached for step in batch})
        titles = dict(asking.rows("titles_of_documents", documents=reached))
        places = best_places(asking, (step.said for step in batch))
        told = (
            (step.source_key, step.relation, step.target_key, places[step.said]) for step in batch
        )
        for step, hop in zip(batch, hops(quotes, told), strict=True):
            yield ChainRow(step.depth, step.direction, hop, titles[step.reached])


def _tasks(asking: Asking, question: Chain, page: Slice, before: int) -> tuple[list[ChainRow], int]:
    """Return the part of the page that tasks fill after `before` hops, and how many there are."""
    if not (question.tasks and question.down):
        return [], 0
    start = max(0, page.start - before)
    taken = max(0, before - page.start)
    limit = None if page.limit is None else max(0, page.limit - taken)
    asked = Tasks(as_of=question.as_of, implements=(question.document,), limit=limit)
    found = ask_tasks(asking, asked, Slice(start, limit), question.depth)
    tasks = (row for row in found.rows if isinstance(row, TaskRow))
    return [ChainRow(len(t.chain), _DOWN, t.chain[0], t.text) for t in tasks], found.total
