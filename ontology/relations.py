"""The relations between documents, and from tasks to documents, each said once."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Relation(StrEnum):
    """From the document or task that is nearer to the ground to the document above it."""

    IMPLEMENTS = "implements"
    CONTINUES = "continues"
    GUIDES = "guides"
    REVIEWS = "reviews"
    MONITORS = "monitors"
    BASED_ON = "based_on"
    AMENDS = "amends"
    REPLACES = "replaces"
    ISSUES = "issues"
    CITES = "cites"


@dataclass(frozen=True, slots=True)
class RelationSpec:
    """What a relation means, in both languages, and whether work flows down along it.

    `rank` orders relations of one task to one document: the lowest is told first.
    """

    vietnamese: str
    english: str
    carries_work: bool
    rank: int


RELATIONS: Final = MappingProxyType(
    {
        Relation.IMPLEMENTS: RelationSpec("thực hiện", "implements", carries_work=True, rank=0),
        Relation.CONTINUES: RelationSpec(
            "tiếp tục thực hiện", "continues", carries_work=True, rank=1
        ),
        Relation.GUIDES: RelationSpec("hướng dẫn", "guides", carries_work=True, rank=2),
        Relation.REVIEWS: RelationSpec("sơ kết, tổng kết", "reviews", carries_work=False, rank=3),
        Relation.MONITORS: RelationSpec(
            "theo dõi, kiểm tra", "monitors", carries_work=False, rank=4
        ),
        Relation.BASED_ON: RelationSpec("căn cứ", "is based on", carries_work=False, rank=5),
        Relation.AMENDS: RelationSpec("sửa đổi, bổ sung", "amends", carries_work=False, rank=6),
        Relation.REPLACES: RelationSpec("thay thế", "replaces", carries_work=False, rank=7),
        Relation.ISSUES: RelationSpec("ban hành", "issues", carries_work=False, rank=8),
        Relation.CITES: RelationSpec("viện dẫn", "cites", carries_work=False, rank=9),
    }
)

CARRYING: Final = tuple(r for r, spec in RELATIONS.items() if spec.carries_work)
"""The relations between documents along which a directive reaches the tasks that carry it out."""

ANSWERING: Final = (*CARRYING, Relation.REVIEWS, Relation.MONITORS)
"""A task's relations to a document that count as carrying it out, unless told otherwise."""
