"""Two provinces side by side."""

import datetime as dt
from collections.abc import Iterable
from statistics import median

from graph.analysis.network import Network
from graph.analysis.places import owner_of
from graph.analysis.tables import Asker, Cell, Note, Plot, Table
from graph.answer_types import DocumentRow
from graph.questions import Documents
from ontology.facts import Standing
from ontology.keys import CENTRE, slug


def compare(asker: Asker, first: str, second: str) -> Table:
    """Return two provinces side by side: figures, then what central documents each implements.

    For each central document by key: how many days after it the first document of each came.
    """
    network = Network.of(asker)
    keys = slug(first), slug(second)
    figures = [_figures(asker, place) for place in (first, second)]
    came = [_came(network, key, asker.as_of) for key in keys]
    both = came[0].keys() & came[1].keys()
    rows: list[tuple[Cell, ...]] = [
        ("figure", name, *(one[name] for one in figures)) for name in figures[0]
    ]
    rows.append(("figure", "implements", len(came[0]), len(came[1])))
    rows.append(("figure", "implements-both", len(both), len(both)))
    rows.append(("figure", "median-days", *(_median(days.values()) for days in came)))
    rows += [
        ("document", document, *(days.get(document) for days in came))
        for document in sorted(came[0].keys() | came[1].keys())
    ]
    values = (("first", first), ("second", second))
    return Table(
        "compare",
        ("kind", "name", "first", "second"),
        tuple(rows),
        (Note("analysis.compare", values), Note("analysis.known")),
        Plot("name", ("first", "second"), kind="document"),
    )


def _figures(asker: Asker, place: str) -> dict[str, int]:
    question = Documents(
        as_of=asker.as_of, limit=None, jurisdiction=place, standing=Standing.LOADED
    )
    found = [row for row in asker.view.ask(question).rows if isinstance(row, DocumentRow)]
    rows = [row for row in found if row.date is None or row.date <= asker.as_of]
    return {
        "documents": len(rows),
        "tasks": sum(row.tasks for row in rows),
        "citations": sum(row.citations for row in rows),
    }


def _came(network: Network, place: str, as_of: dt.date) -> dict[str, int | None]:
    """Return the central documents that a province carries out, and after how many days."""
    found: dict[str, int | None] = {}
    for key, authority in sorted(network.authorities.items()):
        if authority == CENTRE or owner_of(authority, as_of) != place:
            continue
        for above in network.above(key):
            if network.authorities[above] == CENTRE:
                days = _between(network.dates[above], network.dates[key])
                known = found.setdefault(above, days)
                if days is not None and (known is None or days < known):
                    found[above] = days
    return found


def _between(before: dt.date | None, after: dt.date | None) -> int | None:
    return (after - before).days if before and after else None


def _median(days: Iterable[int | None]) -> Cell:
    known = [day for day in days if day is not None]
    return float(median(known)) if known else None
