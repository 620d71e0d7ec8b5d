"""The documents above and below one, hop by hop."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from graph.answer_types import Answer, ChainRow, TaskRow
from graph.answers.asking import Asking, need_document
from graph.answers.places import Said, best_places, hop, quoted
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

_BARE: Final = 4
"""How many values tell an edge."""


_Edge: TypeAlias = tuple[Any, ...]
"""As the store gives it: the ids of the document from which it leads away, its relation, and the id
and key of the document that it reaches, which has one hop more to go.

The title of that one and the place of the hop come after these where the store has them beside.
"""

_Step: TypeAlias = tuple[int, str, int, str, str, _Edge]
"""A hop in the order in which it is told: its distance, the key of the lower document, the rank of
the relation and the key of the upper one; then its direction and the edge.
"""


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
    """Return every hop away from a document, each one further than the last."""
    up = direction == _UP
    name, relations = ("chain_up", UPWARD) if up else ("chain_down", ANSWERING)
    edges = asking.rows(name, document=document, relations=list(relations))
    far = _distances(document, edges, question.depth)
    keys = {document: question.document} | {edge[2]: edge[3] for edge in edges}
    steps: list[_Step] = []
    for edge in edges:
        here, relation, there, there_key = edge[:4]
        if there in far and here in far and far[there] > far[here]:
            below, above = (keys[here], there_key) if up else (there_key, keys[here])
            steps.append((far[there], below, _RANKS[relation], above, direction, edge))
    return sorted(steps)


def _distances(document: int, edges: Iterable[tuple[Any, ...]], most: int | None) -> dict[int, int]:
    """Return how many hops documents are away, those that are `most` away at most."""
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for here, _, there, *_ in edges:
        beside[here].append(there)
    far, level = {document: 0}, [document]
    while level and (most is None or far[level[0]] < most):
        reached = {
            there: far[here] + 1 for here in level for there in beside[here] if there not in far
        }
        far |= reached
        level = list(reached)
    return far


def _rows(asking: Asking, steps: Sequence[_Step]) -> Iterator[ChainRow]:
    for start in range(0, len(steps), TOGETHER):
        batch = steps[start : start + TOGETHER]
        fetched = _fetched(asking, [step for step in batch if len(step[-1]) == _BARE])
        for depth, below, _, above, direction, edge in batch:
            title, *place = edge[_BARE:] or fetched[edge]
            yield ChainRow(depth, direction, hop(below, edge[1], above, place), title)


def _fetched(asking: Asking, steps: Sequence[_Step]) -> dict[_Edge, tuple[Any, ...]]:
    """Return the title and the place of edges that came without them."""
    if not steps:
        return {}
    edges = [edge for *_, edge in steps]
    titles = dict(asking.rows("titles_of_documents", documents=sorted({e[2] for e in edges})))
    said = [_said(direction, edge) for *_, direction, edge in steps]
    best = best_places(asking, said)
    found = quoted(Quotes(asking), [best[one] for one in said])
    return {edge: (titles[edge[2]], *place) for edge, place in zip(edges, found, strict=True)}


def _said(direction: str, edge: _Edge) -> Said:
    """Return an edge as it is best told by the lower document itself."""
    here, relation, there, _ = edge
    source, target = (here, there) if direction == _UP else (there, here)
    return (source, relation, target, source)


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
