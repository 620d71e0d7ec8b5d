"""The tables of classes and properties, with the relations and enumerations of the project."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from ontology.rdf.names import NAMESPACE, full
from ontology.relations import RELATIONS, Relation
from ontology.tables import rows

STRING: Final = "string"
INTEGER: Final = "integer"
DATE: Final = "date"
MOMENT: Final = "dateTime"
LITERALS: Final = frozenset({STRING, INTEGER, DATE, MOMENT})
"""Ranges that are values; all others are things with a name."""

ONE: Final = "1"
SOME: Final = "+"
PERHAPS: Final = "?"
ANY: Final = "*"

_ABOVE: Final = MappingProxyType(
    {
        Relation.IMPLEMENTS: ("eli:ensures_implementation_of",),
        Relation.CONTINUES: ("eli:ensures_implementation_of",),
        Relation.GUIDES: ("eli:ensures_implementation_of",),
        Relation.REVIEWS: ("eli:refers_to",),
        Relation.MONITORS: ("eli:refers_to",),
        Relation.BASED_ON: ("eli:based_on",),
        Relation.AMENDS: ("eli:amends",),
        Relation.REPLACES: ("eli:repeals", "dcterms:replaces"),
        Relation.ISSUES: ("eli:has_annex",),
        Relation.CITES: ("eli:cites",),
    }
)
"""What each relation is a case of in other vocabularies."""

_OTHERS: Final = MappingProxyType(
    {
        "type": ("rdf:type", "Node"),
        "subject": ("rdf:subject", "Node"),
        "predicate": ("rdf:predicate", "Node"),
        "object": ("rdf:object", "Node"),
        "first": ("rdf:first", STRING),
        "firstNode": ("rdf:first", "Node"),
        "rest": ("rdf:rest", "Node"),
        "label": ("rdfs:label", STRING),
        "start": ("oa:start", INTEGER),
        "end": ("oa:end", INTEGER),
        "exact": ("oa:exact", STRING),
        "begins": ("time:hasBeginning", "Node"),
        "ends": ("time:hasEnd", "Node"),
        "day": ("time:inXSDDate", DATE),
    }
)
"""Properties of other vocabularies as an export uses them, by the names that it has for them."""


@dataclass(frozen=True, slots=True)
class Told:
    """What people read of a term, in both languages."""

    label: Mapping[str, str]
    definition: Mapping[str, str]
    scope: Mapping[str, str]

    @classmethod
    def of(cls, row: Mapping[str, str]) -> "Told":
        """Return what a row of a table says."""
        label, definition, scope = (
            {lang: row[f"{what}_{lang}"] for lang in ("vi", "en") if row[f"{what}_{lang}"]}
            for what in ("label", "definition", "scope")
        )
        return cls(label, definition, scope)


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of the ontology by its name there."""

    name: str

    @property
    def iri(self) -> str:
        """Its name in full."""
        return f"{NAMESPACE}{self.name}"


@dataclass(frozen=True, slots=True)
class Class(_Term):
    """A class; `above` are the terms that it is a subclass of, with their prefixes."""

    above: tuple[str, ...]
    told: Told


@dataclass(frozen=True, slots=True)
class Property(_Term):
    """A property; `of` are the classes that have it, each with how often: `1`, `?`, `*` or `+`."""

    of: tuple[tuple[str, str], ...]
    range: str
    above: tuple[str, ...]
    told: Told


@dataclass(frozen=True, slots=True)
class Used:
    """A property as an export writes it: its name in full, and what its values are."""

    name: str
    iri: str
    range: str

    @property
    def is_literal(self) -> bool:
        """Tell whether its values are no things with names."""
        return self.range in LITERALS


@cache
def classes() -> Mapping[str, Class]:
    """Return the classes by name, in the order of their table."""
    found = (
        Class(row["name"], tuple(row["above"].split()), Told.of(row)) for row in rows("classes.csv")
    )
    return MappingProxyType({one.name: one for one in found})


@cache
def properties() -> Mapping[str, Property]:
    """Return the properties by name: those of the table, then the relations to documents."""
    found = [_property(row) for row in rows("properties.csv")]
    found += [_relation(relation) for relation in Relation]
    return MappingProxyType({one.name: one for one in found})


def _property(row: Mapping[str, str]) -> Property:
    of = (entry.partition(":") for entry in row["of"].split())
    return Property(
        row["name"],
        tuple((name, count) for name, _, count in of),
        row["range"],
        tuple(row["above"].split()),
        Told.of(row),
    )


def _relation(relation: Relation) -> Property:
    spec = RELATIONS[relation]
    flows = ("công việc chảy xuống theo quan hệ này", "work flows down along it")
    stays = ("công việc không chảy theo quan hệ này", "no work flows along it")
    vi, en = flows if spec.carries_work else stays
    told = Told(
        {"vi": spec.vietnamese, "en": spec.english},
        {
            "vi": f"Văn bản hoặc nhiệm vụ gần thực tế hơn {spec.vietnamese} văn bản ở trên; {vi}.",
            "en": f"What is nearer to the ground {spec.english} the document above it; {en}.",
        },
        {},
    )
    of = (("Document", ANY), ("Item", ANY))
    return Property(relation_name(relation), of, "Document", _ABOVE[relation], told)


def relation_name(relation: Relation) -> str:
    """Return the name of a relation as a property.

    >>> relation_name(Relation.BASED_ON)
    'basedOn'
    """
    first, *others = relation.value.split("_")
    return first + "".join(word.capitalize() for word in others)


@cache
def relations() -> Mapping[str, Relation]:
    """Return the relations by the IRIs of their properties."""
    return MappingProxyType({f"{NAMESPACE}{relation_name(one)}": one for one in Relation})


@cache
def used() -> Mapping[str, Used]:
    """Return every property that an export uses, by the name that it has there."""
    found = [Used(one.name, one.iri, one.range) for one in properties().values()]
    found += [Used(name, full(term), kind) for name, (term, kind) in _OTHERS.items()]
    return MappingProxyType({one.name: one for one in found})


def ancestors(name: str) -> tuple[str, ...]:
    """Return our own classes that a class is a case of, itself first."""
    found = [name]
    for above in classes()[name].above:
        prefix, _, rest = above.partition(":")
        if prefix == "chidao":
            found += ancestors(rest)
    return tuple(found)
