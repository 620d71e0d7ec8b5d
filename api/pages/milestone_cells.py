"""Milestones as the tables of the pages show them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from api.labels import document_name, documents_by_key, one_line
from api.pages import links
from api.pages.task_cells import shortened
from api.words import Words
from graph.answer_types import MilestoneRow
from graph.store import Store


@dataclass(frozen=True, slots=True)
class MilestoneCells:
    """One line: the day, of what it is a milestone, who gives it, and the words that name it."""

    day: dt.date
    title: str
    reviews: str
    text: str
    url: str
    lead: str
    quote: str
    proof: str


def milestone_cells(
    rows: Sequence[MilestoneRow], store: Store, words: Words
) -> tuple[MilestoneCells, ...]:
    """Return the lines of a table of milestones."""
    names = documents_by_key(store, (row.reviews for row in rows))
    return tuple(
        MilestoneCells(
            day=row.day,
            title=words(
                "milestones.years",
                years=row.years,
                document=document_name(names[row.reviews]) if row.reviews in names else row.reviews,
            ),
            reviews=links.document_url(row.reviews),
            text=shortened(row.work.text if row.work else row.title),
            url=links.key_url(row.work.task if row.work else row.document),
            lead="; ".join(row.work.lead) if row.work else "",
            quote=one_line(row.hop.quote),
            proof=_proof(row),
        )
        for row in rows
    )


def _proof(row: MilestoneRow) -> str:
    hop = row.hop
    place = links.place_url(hop.document, hop.start, hop.end)
    return place or links.edge_url(hop.from_, hop.relation, hop.to)
