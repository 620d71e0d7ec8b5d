"""What follows from what mentions mean, made as the store's own statements make it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from graph.answers.places import REGISTRY
from graph.neo4j.gathering import Documents
from graph.neo4j.sheets import Sheets
from graph.neo4j.tables import EVIDENCE
from graph.neo4j.texts import Rows
from ontology.known import KnownRelation
from ontology.relations import Relation

Meant: TypeAlias = Mapping[str, str]
"""The keys of the documents that mentions mean, by the keys of the mentions."""

_Place: TypeAlias = tuple[str, int, int, str, str]
_Edge: TypeAlias = tuple[str, str, str]
"""The key of the document below, the relation, the key of the document above."""

_PLACE: Final = ("document", "start", "stop", "rule", "quote")
"""A place in the order in which an edge chooses among several."""


@dataclass(slots=True)
class Edges:
    """Writes what texts and the registry say of documents; of all its places an edge has one."""

    sheets: Sheets
    documents: Documents
    _best: dict[_Edge, tuple[bool, _Place]] = field(default_factory=dict)
    _said: int = 0

    def read(self, key: str, names: Rows, linked: Rows, citations: Rows, meant: Meant) -> None:
        """Write all that follows from one text."""
        self._work(key, names, meant)
        self._cite(key, citations, meant)
        places = dict.fromkeys((*self._linked(linked, meant), *self._aimed(key, names, meant)))
        for edge, place in places:
            if edge[1] != Relation.CITES:
                self._say(edge, place, told_by=self.documents.number(key))

    def _work(self, key: str, names: Rows, meant: Meant) -> None:
        """Lead each task to what it is about."""
        whole = self.documents.number(key)
        for row in names:
            target = meant.get(row["citation"])
            if target is not None and row["number"] != whole:
                told = row["told"]
                self.sheets.relate(str(row["number"]), told["relation"].upper(), target, **told)

    def _aimed(self, key: str, names: Rows, meant: Meant) -> Iterator[tuple[_Edge, _Place]]:
        """Lead the document to what itself is about."""
        whole = self.documents.number(key)
        for row in names:
            target = meant.get(row["citation"], key)
            if target != key and row["number"] == whole:
                told = row["told"]
                self.sheets.relate(key, "AIMS_AT", target, **told)
                yield (key, told["relation"], target), _place(told)

    def _linked(self, linked: Rows, meant: Meant) -> Iterator[tuple[_Edge, _Place]]:
        for row in linked:
            below, above = meant.get(row["below"]), meant.get(row["above"])
            if below is not None and above is not None and below != above:
                yield (below, row["told"]["relation"], above), _place(row["told"])

    def _cite(self, key: str, citations: Rows, meant: Meant) -> None:
        """Lead the document to each that it mentions, with the first place."""
        first: dict[str, dict[str, Any]] = {}
        for row in sorted(citations, key=lambda one: (one["start"], one["ordinal"])):
            target = meant.get(row["key"], key)
            if target != key:
                first.setdefault(target, row)
        for target, row in first.items():
            told = {name: row[name] for name in _PLACE if name != "document"}
            self.sheets.relate(key, "CITES", target, derived=True, document=key, **told)

    def register(self, relations: Iterable[KnownRelation]) -> None:
        """Write what the registry says."""
        for one in relations:
            if one.from_key != one.to_key:
                edge = one.from_key, one.relation.value, one.to_key
                self._say(edge, (REGISTRY, 0, 0, REGISTRY, one.words), origin=one.source)

    def _say(self, edge: _Edge, place: _Place, **told: object) -> None:
        source, relation, target = edge
        ends = self.documents.number(source), self.documents.number(target)
        document, start, stop, rule, words = place
        registered = document == REGISTRY
        evidence = {
            "edge": f"{ends[0]} {relation} {ends[1]}",
            "source": ends[0],
            "relation": relation,
            "target": ends[1],
            "registered": registered,
            "document": document,
            "start": start,
            "stop": stop,
            "rule": rule,
            "words": words,
        }
        self._said += 1
        self.sheets.node(EVIDENCE, f"evidence.{self._said}", {**evidence, **told})
        found = registered, place
        self._best[edge] = min(self._best.get(edge, found), found)

    def write(self) -> None:
        """Write each edge with the best of its places, those of texts before the registry."""
        for (source, relation, target), (_, place) in self._best.items():
            told = dict(zip(_PLACE, place, strict=True))
            self.sheets.relate(source, relation.upper(), target, **told)


def _place(told: Mapping[str, Any]) -> _Place:
    document, start, stop, rule, quote = (told[name] for name in _PLACE)
    return document, start, stop, rule, quote
