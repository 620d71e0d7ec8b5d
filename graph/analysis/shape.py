"""How deep and wide chains are, what most rests on, and what rests on nothing."""

from collections import Counter
from typing import Final

from graph.analysis.network import Network
from graph.analysis.places import BELOW_CENTRE, CENTRAL, NOT_KNOWN, level_of, owner_of
from graph.analysis.tables import Asker, Cell, Note, Plot, Table, Tally
from graph.answer_types import DocumentRow
from graph.questions import Documents
from ontology.facts import Standing
from ontology.kinds import Kind
from ontology.relations import Relation

_PLANS: Final = frozenset({Kind.KH, Kind.CTR, Kind.HD})
_NO_AUTHORITY: Final = frozenset({Relation.CITES, Relation.ISSUES})


def depth(asker: Asker, document: str | None) -> Table:
    """Return the layers below a document, nearest first: how many documents, of how many provinces.

    Without one, what others carry out, and that carries out nothing itself: how many documents are
    below it, in how many layers, and how many in the widest; the largest first, then by key.
    """
    network = Network.of(asker)
    if document is None:
        shapes = (
            (key, [len(layer) for layer in network.layers_below(key)]) for key in network.tops()
        )
        tops = [(key, sum(layers), len(layers), max(layers)) for key, layers in shapes]
        tops.sort(key=lambda row: (-row[1], row[0]))
        columns = ("document", "below", "layers", "widest")
        return Table("depth", columns, tuple(tops), (), Plot("document", ("below",)))
    rows: list[tuple[Cell, ...]] = []
    for number, layer in enumerate(network.layers_below(document), 1):
        places = [network.authorities[key] for key in layer]
        levels = [level_of(place) for place in places]
        local = (p for p, level in zip(places, levels, strict=True) if level in BELOW_CENTRE)
        provinces = {owner_of(place, asker.as_of) for place in local}
        rows.append((number, len(layer), levels.count(CENTRAL), len(provinces)))
    note = Note("analysis.depth", (("document", document), ("layers", len(rows))))
    columns = ("layer", "documents", "central", "provinces")
    return Table("depth", columns, tuple(rows), (note,), Plot("layer", ("documents",)))


def relied(asker: Asker) -> Table:
    """Return documents by their PageRank over implementing edges, the highest first, then by key.

    `implemented_by` counts the documents that carry it out themselves, `below` all.
    """
    network = Network.of(asker)
    ranks = sorted(network.ranks().items(), key=lambda pair: (-round(pair[1], 12), pair[0]))
    graph = network.carrying
    rows = (
        (place, key, round(rank, 5), graph.in_degree(key), len(network.below(key)))
        for place, (key, rank) in enumerate(ranks, 1)
        if graph.in_degree(key)
    )
    return Table(
        "relied",
        ("rank", "document", "weight", "implemented_by", "below"),
        tuple(rows),
        (Note("analysis.relied"),),
        Plot("document", ("weight",)),
    )


def orphans(asker: Asker) -> Table:
    """Return loaded plans, programmes and guidances that rest on no known document, by key.

    `citations` tell whether there is something to find: a plan that cites much and rests on nothing
    may be one whose words were not understood.
    """
    network = Network.of(asker)
    resting = {a.source for a in network.arcs if Relation(a.relation) not in _NO_AUTHORITY}
    question = Documents(as_of=asker.as_of, limit=None, standing=Standing.LOADED)
    loaded = (row for row in asker.view.ask(question).rows if isinstance(row, DocumentRow))
    rows = [
        (row.key, row.date, row.jurisdiction, row.citations, row.tasks)
        for row in loaded
        if row.type in _PLANS and row.key not in resting
        if row.date is None or row.date <= asker.as_of
    ]
    columns = ("document", "date", "jurisdiction", "citations", "tasks")
    places = Counter(row[2] or NOT_KNOWN for row in rows)
    counts = tuple(sorted(places.items(), key=lambda pair: (-pair[1], pair[0])))
    return Table("orphans", columns, tuple(rows), (Note("analysis.orphans"),), Tally(counts))
