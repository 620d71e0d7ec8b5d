"""The shortest chains of the tasks on a page, hop by hop with the words that say so."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeAlias

from graph.answer_types import Hop, Through, Tie
from graph.answers.asking import Asking
from graph.answers.places import Place, Said, Told, best_places, hops
from graph.answers.quotes import Quotes
from graph.answers.ways import Ways
from ontology.relations import CARRYING, RELATIONS, Relation

Step: TypeAlias = tuple[int, str, int, str, int, int, str, str | None]
"""From which task or plan, the relation, to which document, its key, where the text says so, by
which rule, and the words if the store has them beside."""


@dataclass(frozen=True, slots=True)
class Item:
    """A task on the page: its id, key and words, and its document's id and key."""

    number: int
    key: str
    text: str
    start: int
    stop: int
    rule: str
    document: int
    document_key: str


@dataclass(frozen=True, slots=True)
class Path:
    """How a task gets there, and where that is."""

    relation: str
    through: Through
    implements: str
    hops: tuple[Hop, ...]


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
        words = {i.number: lengths[i.number] - 1 for i in items if i.number not in plans}
        titles = {i.document: lengths[i.number] - 2 for i in items if i.number in plans}
        own = self._steps("steps_of_tasks", "tasks", words)
        aims = self._steps("steps_of_plans", "documents", titles)
        first = {i.number: aims[i.document] if i.number in plans else own[i.number] for i in items}
        self._climb({step[2] for step in first.values()})
        self._prove(items, first)
        told = [list(self._told(i, first[i.number], by_plan=i.number in plans)) for i in items]
        found = iter(hops(self._quotes, chain.from_iterable(told)))
        taken = (tuple(islice(found, len(here))) for here in told)
        return {
            item.number: _path(first[item.number], way, by_plan=item.number in plans)
            for item, way in zip(items, taken, strict=True)
        }

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

    def _route(self, step: Step) -> Iterator[tuple[int, str, str, int, str]]:
        """Give the hops from a step's document to the asked one: ids and keys of both ends."""
        here, key = step[2], step[3]
        while self._distance[here]:
            relation, above, above_key = self._up[here]
            yield here, key, relation, above, above_key
            here, key = above, above_key

    def _prove(self, items: Iterable[Item], first: Mapping[int, Step]) -> None:
        """Find the places of all hops between documents, at best in the task's own document."""
        said = {
            (source, relation, target, item.document)
            for item in items
            for source, _, relation, target, _ in self._route(first[item.number])
        }
        self._places |= best_places(self._asking, sorted(said - self._places.keys()))

    def _told(self, item: Item, step: Step, *, by_plan: bool) -> Iterator[Told]:
        """Give all hops of a task with their places."""
        _, relation, _, to, start, stop, rule, words = step
        source = item.document_key if by_plan else item.key
        if by_plan:
            part = (item.document_key, item.document, item.start, item.stop, item.rule, item.text)
            yield item.key, Tie.PART_OF.value, item.document_key, part
        elif item.start <= start and stop <= item.stop:  # then the whole text is not needed
            words = item.text[start - item.start : stop - item.start]
        yield source, relation, to, (item.document_key, item.document, start, stop, rule, words)
        for here, key, above_by, above, above_key in self._route(step):
            place = self._places[here, above_by, above, item.document]
            yield key, above_by, above_key, place


def _path(step: Step, way: tuple[Hop, ...], *, by_plan: bool) -> Path:
    by_words = Through.CHAIN if len(way) > 1 else Through.OWN_TEXT
    return Path(step[1], Through.PLAN if by_plan else by_words, way[-1].to, way)


def _order(step: Step) -> tuple[int, str, int, int, str]:
    _, relation, _, key, start, stop, rule, _ = step
    return (RELATIONS[Relation(relation)].rank, key, start, stop, rule)
