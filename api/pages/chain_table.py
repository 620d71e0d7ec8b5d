"""The hops of a chain as the lines of a table, and where each of them leads."""

from collections.abc import Iterator
from dataclasses import dataclass

from api.labels import one_line
from api.pages import links
from graph.answer_types import ChainRow, Hop
from graph.pictures.chain import Box, Chain, Line, Picture


@dataclass(frozen=True, slots=True)
class ChainLinks:
    """Where the boxes and lines of a picture lead: to pages of this server.

    `as_of` is the day that somebody has asked for, if any: what a box leads to is of that day too.
    """

    as_of: str | None = None

    def of_box(self, key: str) -> str:
        """Return the page of a document or task."""
        page = links.task_url(key) if "#" in key else links.document_url(key)
        return links.with_query(page, as_of=self.as_of)

    def of_line(self, line: Line) -> str:
        """Return where the words of a hop stand, or what the registry says of it."""
        return proof_url(line.hop)


def proof_url(hop: Hop) -> str:
    """Return where the words of a hop stand; for what only the registry says, all its proofs."""
    place = links.place_url(hop.document, hop.start, hop.end)
    return place or links.edge_url(hop.from_, hop.relation, hop.to)


@dataclass(frozen=True, slots=True)
class End:
    """One end of a hop: its page, its name, what it is about, and a task's state."""

    url: str
    name: str
    about: str
    plan: str
    state: str | None


@dataclass(frozen=True, slots=True)
class HopCells:
    """One line of the table; `proof` is where its words stand."""

    depth: int
    lower: End
    relation: str
    upper: End
    quote: str
    proof: str
    is_registered: bool


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one direction, nearest first."""

    direction: str
    rows: tuple[HopCells, ...]


def table_of(chain: Chain, picture: Picture, leads: ChainLinks) -> tuple[Section, ...]:
    """Return the hops above and below, each direction that has any."""
    parts = {way: tuple(_rows(chain, picture, leads, way)) for way in ("up", "down")}
    return tuple(Section(way, rows) for way, rows in parts.items() if rows)


def _rows(chain: Chain, picture: Picture, leads: ChainLinks, direction: str) -> Iterator[HopCells]:
    for row in chain.rows:
        if row.direction == direction:
            yield _cells(row, chain, picture, leads)


def _cells(row: ChainRow, chain: Chain, picture: Picture, leads: ChainLinks) -> HopCells:
    hop = row.hop
    return HopCells(
        depth=row.depth,
        lower=_end(picture.boxes[hop.from_], chain, picture, leads),
        relation=hop.relation,
        upper=_end(picture.boxes[hop.to], chain, picture, leads),
        quote=one_line(hop.quote),
        proof=proof_url(hop),
        is_registered=hop.start is None,
    )


def _end(box: Box, chain: Chain, picture: Picture, leads: ChainLinks) -> End:
    task = chain.tasks.get(box.key)
    plan = picture.boxes.get(task.document) if task else None
    return End(
        url=leads.of_box(box.key),
        name=box.name,
        about=box.about,
        plan=plan.name if plan else "",
        state=box.state,
    )
