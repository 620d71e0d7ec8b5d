"""Nodes gathered by their IRIs, to be read back."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from weakref import proxy

from graph.rdf.nodes import NIL, Node, Value, own
from graph.store import StoreError
from ontology.facts import Phrase, Span
from ontology.rdf.names import KIND, key_in


def wrong(reason: str) -> StoreError:
    """Return the error for a file that is not as an export writes it."""
    return StoreError(f"tệp không phải do chidao xuất ra, hoặc đã bị sửa: {reason}")


class One:
    """What is said of one thing; asking for what is not there raises `StoreError`.

    Other things are found as long as the graph is there.
    """

    def __init__(self, name: str, graph: "Gathered") -> None:
        self.name = name
        self._graph = graph
        self._facts: defaultdict[str, list[Value]] = defaultdict(list)

    def add(self, name: str, value: Value) -> None:
        """Add a fact; one that is there already changes nothing."""
        if value not in self._facts[name]:
            self._facts[name].append(value)

    def all(self, name: str) -> list[str]:
        """Return the values of a property."""
        return [str(value) for value in self._facts.get(name, ())]

    def perhaps(self, name: str) -> str | None:
        """Return the only value of a property, None where there is none."""
        found = self._facts.get(name, ())
        if len(found) > 1:
            reason = f"<{self.name}> có nhiều giá trị {name}"
            raise wrong(reason)
        return str(found[0]) if found else None

    def one(self, name: str) -> str:
        """Return the only value of a property."""
        found = self.perhaps(name)
        if found is None:
            reason = f"<{self.name}> thiếu {name}"
            raise wrong(reason)
        return found

    def number(self, name: str) -> int:
        """Return a number."""
        return int(self.one(name))

    def perhaps_number(self, name: str) -> int | None:
        """Return a number, None where there is none."""
        found = self.perhaps(name)
        return None if found is None else int(found)

    def day(self, name: str) -> dt.date | None:
        """Return a day, None where there is none."""
        found = self.perhaps(name)
        return None if found is None else dt.date.fromisoformat(found)

    def kind(self) -> str:
        """Return the code of the type of document."""
        return key_in(KIND, self.one("documentType"))

    def other(self, name: str) -> "One":
        """Return the thing that a property leads to."""
        return self._graph.thing(self.one(name))

    def others(self, name: str) -> list["One"]:
        """Return the things that a property leads to, in their order."""
        return in_order(map(self._graph.thing, self.all(name)))

    def span(self) -> Span:
        """Return the place of the evidence."""
        place = self.other("evidence")
        return Span(place.number("start"), place.number("end"))

    def phrase(self) -> Phrase:
        """Return the words, where they stand and by which rule."""
        return Phrase(self.one("words"), self.span(), self.one("rule"))

    def listed(self, name: str, order: str, kind: str) -> tuple[str, ...]:
        """Return what a list holds, or else the only value."""
        cell = self.perhaps(order)
        if cell is None:
            only = self.perhaps(name)
            return () if only is None else (only,)
        found: list[str] = []
        seen: set[str] = set()
        while cell != NIL:
            if cell in seen:
                reason = f"danh sách <{cell}> không kết thúc"
                raise wrong(reason)
            seen.add(cell)
            here = self._graph.thing(cell)
            found.append(here.one(kind))
            cell = here.one("rest")
        return tuple(found)


class Gathered:
    """One named graph in memory."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._things: dict[str, One] = {}
        weak: Gathered = proxy(self)  # or each graph would wait for the garbage collector
        for name, facts in nodes:
            here = self._things.get(name)
            if here is None:
                here = self._things[name] = One(name, weak)
            for fact in facts:
                here.add(*fact)

    def thing(self, name: str) -> One:
        """Return what is said of a thing."""
        found = self._things.get(name)
        if found is None:
            reason = f"không nói gì về <{name}>"
            raise wrong(reason)
        return found

    def of(self, *kinds: str) -> list[One]:
        """Return the things of our classes, in their order."""
        wanted = {own(kind) for kind in kinds}
        return in_order(one for one in self if wanted.intersection(one.all("type")))

    def __iter__(self) -> Iterator[One]:
        return iter(self._things.values())


def in_order(things: Iterable[One]) -> list[One]:
    """Return things by the place that they tell; those that tell none stay in the order given."""
    return sorted(things, key=lambda one: one.perhaps_number("ordinal") or 0)
