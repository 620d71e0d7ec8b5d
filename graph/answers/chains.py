"""The shortest chains of the tasks on a page, hop by hop with the words that say so."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from graph.answers.asking import Asking
from graph.answers.quotes import Quotes
from graph.answers.ways import Ways
from graph.questions import Hop, Through, Tie
from ontology.relations import CARRYING, RELATIONS, Relation

REGISTRY: Final = "registry"
"""The document of a hop that only the registry tells."""

Step: TypeAlias = tuple[int, str, int, str, int, int, str]
"""From which task or plan, the relation, to which document, its key, and where the text says so."""


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
        self._places: dict[tuple[int, str, int, str], tuple[Any, ...]] = {}

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
        self._climb({step[2] for step in (*own.values(), *aims.values())})
        return {
            item.number: self._by_plan(item, aims[item.document])
            if item.number in plans
            else self._by_words(item, own[item.number])
            for item in items
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

    def _by_words(self, item: Item, step: Step) -> Path:
        hop = self._hop(item.key, step, item)
        rest, end = self._rest(step, item)
        through = Through.CHAIN if rest else Through.OWN_TEXT
        return Path(step[1], through, end, (hop, *rest))

    def _by_plan(self, item: Item, step: Step) -> Path:
        part = Hop(
            *(item.key, Tie.PART_OF.value, item.document_key, item.text, item.document_key),
            *(item.start, item.stop, item.rule),
        )
        rest, end = self._rest(step, item)
        first = self._hop(item.document_key, step, item)
        return Path(step[1], Through.PLAN, end, (part, first, *rest))

    def _hop(self, from_: str, step: Step, item: Item) -> Hop:
        _, relation, _, to, start, stop, rule = step
        if item.start <= start and stop <= item.stop:  # then the whole text is not needed
            quote = item.text[start - item.start : stop - item.start]
        else:
            quote = self._quotes.quote(item.document, start, stop)
        return Hop(from_, relation, to, quote, item.document_key, start, stop, rule)

    def _rest(self, step: Step, item: Item) -> tuple[list[Hop], str]:
        """Return the hops from a step's document to the asked one, and that one's key."""
        here, key = step[2], step[3]
        hops: list[Hop] = []
        while self._distance[here]:
            relation, above, above_key = self._up[here]
            place = self._place(here, relation, above, item.document_key)
            hops.append(hop_at(self._quotes, key, relation, above_key, place))
            here, key = above, above_key
        return hops, key

    def _place(self, source: int, relation: str, target: int, own: str) -> tuple[Any, ...]:
        edge = (source, relation, target, own)
        if edge not in self._places:
            values = dict(zip(("source", "relation", "target", "own"), edge, strict=True))
            (self._places[edge],) = self._asking.rows("best_place", **values)
        return self._places[edge]


def hop_at(quotes: Quotes, from_: str, relation: str, to: str, place: tuple[Any, ...]) -> Hop:
    """Return a hop with the words of the place that proves it; no place in a text: the registry."""
    document, number, start, stop, rule, words, *_ = place
    if number is None or start is None:
        return Hop(from_, relation, to, words, REGISTRY, None, None, rule or REGISTRY)
    quote = quotes.quote(number, start, stop)
    return Hop(from_, relation, to, quote, document, start, stop, rule)


def _order(step: Step) -> tuple[int, str, int, int, str]:
    _, relation, _, key, start, stop, rule = step
    return (RELATIONS[Relation(relation)].rank, key, start, stop, rule)
