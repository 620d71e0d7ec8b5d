"""The column `relations` of the registry: `continues CT 05-CT/TW 2016-05-15; …`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Final

from ontology.kinds import vietnamese
from ontology.known import KnownDocument, KnownRelation
from ontology.numbers import full_symbol, group_of
from ontology.relations import RELATIONS, Relation
from ontology.sheets import Row
from ontology.tables import listed

_INVERSES: Final = MappingProxyType(
    {
        "continued_by": Relation.CONTINUES,
        "replaced_by": Relation.REPLACES,
        "implemented_by": Relation.IMPLEMENTS,
        "guided_by": Relation.GUIDES,
        "amended_by": Relation.AMENDS,
        "basis_of": Relation.BASED_ON,
        "reviewed_by": Relation.REVIEWS,
        "monitored_by": Relation.MONITORS,
        "issued_by": Relation.ISSUES,
    }
)
_NO_RELATIONS: Final = frozenset({"follows", "followed_by"})
"""A later document on the same subject that does not say that it replaces the earlier one."""

_ENTRY: Final = re.compile(
    r"(?P<word>\w+)\s+(?:(?P<type>[^\W\d]+)\s+)?(?P<number>\d+)(?P<symbol>[-/]\S+)"
    r"(?:\s+(?P<date>\d{4}-\d\d-\d\d))?(?:\s+\([^)]*\))?"
)


def relations_of(
    pairs: Sequence[tuple[Row, KnownDocument]], others: Iterable[KnownDocument]
) -> tuple[KnownRelation, ...]:
    """Return the relations that rows name, each once, in order; report what cannot be read."""
    groups: defaultdict[str, list[KnownDocument]] = defaultdict(list)
    own = {document.key: document for _, document in pairs}
    for document in (*own.values(), *(d for d in others if d.key not in own)):
        groups[document.group].append(document)
    found: dict[tuple[str, Relation, str], KnownRelation] = {}
    for row, document in pairs:
        for relation in _of_row(row, document, groups):
            found.setdefault((relation.from_key, relation.relation, relation.to_key), relation)
    return tuple(found[identity] for identity in sorted(found))


def _of_row(
    row: Row, document: KnownDocument, groups: dict[str, list[KnownDocument]]
) -> Iterator[KnownRelation]:
    for entry in listed(row.get("relations") or ""):
        match = _ENTRY.fullmatch(entry)
        if match is None or not _is_known(match["word"]):
            example = "continues CT 05-CT/TW 2016-05-15"
            row.wrong("relations", f"không đọc được '{entry}'; ví dụ: {example}")
        elif match["word"] not in _NO_RELATIONS:
            other = _target(match, document, groups)
            if other is None:
                row.wrong("relations", f"không có văn bản duy nhất nào là '{entry}'")
            else:
                yield _relation(match["word"], document, other)


def _is_known(word: str) -> bool:
    return word in _INVERSES or word in _NO_RELATIONS or word in set(Relation)


def _target(
    match: re.Match[str], document: KnownDocument, groups: dict[str, list[KnownDocument]]
) -> KnownDocument | None:
    """Return the only document that an entry names; of several, that of the same province."""
    group = group_of(match["number"], match["symbol"][1:])
    date = match["date"]
    named = [d for d in groups.get(group, ()) if not date or str(d.date) == date]
    if len(named) > 1:
        named = [other for other in named if other.authority == document.authority]
    return named[0] if len(named) == 1 else None


def _relation(word: str, document: KnownDocument, other: KnownDocument) -> KnownRelation:
    below, above = document, other
    if word in _INVERSES:
        below, above = other, document
    relation = _INVERSES.get(word) or Relation(word)
    words = f"{_named(below)} {RELATIONS[relation].vietnamese} {_named(above)}"
    source = document.source or "tài liệu công khai"
    return KnownRelation(below.key, relation, above.key, words, source)


def _named(document: KnownDocument) -> str:
    return f"{vietnamese(document.type)} {full_symbol(document.number, document.symbol)}"
