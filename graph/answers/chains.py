"""The shortest chains of the tasks on a page, hop by hop with the words that say so."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple, TypeAlias

from graph.answer_types import Hop, Through, Tie
from graph.answers.asking import Asking
from graph.answers.places import Place, Said, Told, best_places, hops
from graph.answers.quotes import Quotes
from graph.answers.ways import Ways
from ontology.relations import CARRYING, RELATIONS, Relation

Step: TypeAlias = tuple[int, str, int, str, int, int, str, str | None]
"""From which task or plan, the relation, to which document, its key, where the text says so, by
which rule, and the words if the store has them beside."""


class Item(NamedTuple):
    """A task on the page: its id, key and words, and its document's id and key."""

    number: int
    key: str
    text: str
    start: int
    stop: int
    rule: str
    document: int
    document_key: str


class Path(NamedTuple):
    """How a task gets there, and where that is."""

    relation: str
    through: Through
    implements: str
    hops: tuple[Hop, ...]


class _Rest(NamedTuple):
    """Where a chain goes on after what a task or its plan says, which is the same for many tasks.

    The document that says it, and the one that it names, with its key.
    """

    document: int
    target: int
    target_key: str


class _Said(NamedTuple):
    """The first step from a node: a task, or the plan of this task."""

    source: str
    task: Item
    step: Step


class Chains:
    """Builds chains for one page of one question; what several share is read once."""

    def __init__(self, asking: Asking, ways: Ways, relations: Iterable[Relation]) -> None:
        self._asking = asking
        self._distance = ways.closure.distance
        self._relations = list(relations)
        self._quotes = Quotes(asking)
        self._up: dict[int, tuple[str, int, str]] = {}
        self._places: dict[Said, Place] = {}

    def paths(
        self, items: Iterable[Item], lengths: Mapping[int, int], plans: Collection[int]
    ) -> dict[int, Path]:
        """Return the path of each task by its id; `lengths` are those of the chains.

        `plans` are the tasks that get there by way of their plan.
        """
        items = tuple(items)
        tasks = [item for item in items if item.number not in plans]
        planned = {item.document: item for item in items if item.number in plans}
        words = {item.number: lengths[item.number] - 1 for item in tasks}
        titles = {plan: lengths[item.number] - 2 for plan, item in planned.items()}
        own = self._steps("steps_of_tasks", "tasks", words)
        aims = self._steps("steps_of_plans", "documents", titles)
        self._climb({step[2] for step in (*own.values(), *aims.values())})
        said = [_Said(item.key, item, own[item.number]) for item in tasks]
        said += [_Said(item.document_key, item, aims[plan]) for plan, item in planned.items()]
        found = self._ways(said)
        by_words = {item.number: next(found) for item in tasks}
        by_plan = {plan: next(found) for plan in planned}
        return {
            item.number: _by_words(by_words[item.number])
            if item.number in by_words
            else _by_plan(item, by_plan[item.document])
            for item in items
        }

    def _ways(self, said: Sequence[_Said]) -> Iterator[tuple[Hop, ...]]:
        """Give the hops from each first step on; what they share is made once."""
        rests = [_Rest(one.task.document, *one.step[2:4]) for one in said]
        some = dict.fromkeys(rests)
        self._prove(some)
        told = {rest: list(self._told(rest)) for rest in some}
        found = iter(hops(self._quotes, chain(map(_first, said), *told.values())))
        begun = list(islice(found, len(said)))
        ended = {rest: tuple(islice(found, len(here))) for rest, here in told.items()}
        return ((hop, *ended[rest]) for hop, rest in zip(begun, rests, strict=True))

    def _steps(self, name: str, parameter: str, goals: dict[int, int]) -> dict[int, Step]:
        """Return the first step of each: of those that get nearest, the first told."""
        best: dict[int, Step] = {}
        values = {parameter: list(goals), "relations": self._relations}
        for step in self._asking.rows(name, **values) if goals else ():
            source, _, target, *_ = step
            if self._distance.get(target) == goals[source] and (
                source not in best or _order(step) < _order(best[source])
            ):
                best[source] = step
        return best

    def _climb(self, documents: set[int]) -> None:
        """Find the way up from each document, one level after the other."""
        while documents := {d for d in documents if self._distance[d] and d not in self._up}:
            values = {"documents": sorted(documents), "relations": list(CARRYING)}
            best: dict[int, tuple[int, str, str, int]] = {}
            for source, relation, target, key in self._asking.rows("steps_up", **values):
                if self._distance.get(target) == self._distance[source] - 1:
                    step = (RELATIONS[Relation(relation)].rank, key, relation, target)
                    best[source] = min(best.get(source, step), step)
            self._up |= {
                source: (relation, target, key)
                for source, (_, key, relation, target) in best.items()
            }
            documents = {target for *_, target in best.values()}

    def _route(self, rest: _Rest) -> Iterator[tuple[int, str, str, int, str]]:
        """Give the hops from the first document to the asked one: ids and keys of both ends."""
        here, key = rest.target, rest.target_key
        while self._distance[here]:
            relation, above, above_key = self._up[here]
            yield here, key, relation, above, above_key
            here, key = above, above_key

    def _prove(self, rests: Iterable[_Rest]) -> None:
        """Find the places of all hops between documents, at best in the task's own document."""
        said = {
            (source, relation, target, rest.document)
            for rest in rests
            for source, _, relation, target, _ in self._route(rest)
        }
        self._places |= best_places(self._asking, sorted(said - self._places.keys()))

    def _told(self, rest: _Rest) -> Iterator[Told]:
        """Give the hops of a rest with their places."""
        for here, key, relation, above, above_key in self._route(rest):
            yield key, relation, above_key, self._places[here, relation, above, rest.document]


def _first(said: _Said) -> Told:
    """Return the hop that a task, or its plan, says."""
    source, task, (_, relation, _, to, start, stop, rule, words) = said
    if source == task.key and task.start <= start and stop <= task.stop:
        words = task.text[start - task.start : stop - task.start]  # the text is not needed then
    return source, relation, to, (task.document_key, task.document, start, stop, rule, words)


def _by_words(way: tuple[Hop, ...]) -> Path:
    through = Through.CHAIN if len(way) > 1 else Through.OWN_TEXT
    return Path(way[0].relation, through, way[-1].to, way)


def _by_plan(task: Item, way: tuple[Hop, ...]) -> Path:
    """Return the path of a task by way of its plan, to which its own words are the first hop."""
    plan, place = task.document_key, (task.start, task.stop, task.rule)
    part = Hop(task.key, Tie.PART_OF.value, plan, task.text, plan, *place)
    return Path(way[0].relation, Through.PLAN, way[-1].to, (part, *way))


def _order(step: Step) -> tuple[int, str, int, int, str]:
    _, relation, _, key, start, stop, rule, _ = step
    return (RELATIONS[Relation(relation)].rank, key, start, stop, rule)
