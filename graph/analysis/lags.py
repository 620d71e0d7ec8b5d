"""How long it took until a document was carried out."""

from collections import defaultdict
from collections.abc import Iterable
from statistics import median, quantiles

from graph.analysis.network import Network
from graph.analysis.places import BELOW_CENTRE, LEVELS, level_of, owner_of
from graph.analysis.tables import FIVE, Asker, Cell, Note, Spread, Table


def lag(asker: Asker, document: str) -> Table:
    """Return how many days after it its implementing documents came: by level, then by province.

    Quartiles are those of all days of the group; a document without a day does not count.
    """
    network = Network.of(asker)
    since = network.dates.get(document)
    groups: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)
    for key in sorted(network.below(document)):
        date, authority = network.dates[key], network.authorities[key]
        if date is None or since is None:
            continue
        days = (date - since).days
        level = level_of(authority)
        groups[LEVELS.index(level), "level", level].append(days)
        if level in BELOW_CENTRE:
            groups[len(LEVELS), "province", owner_of(authority, asker.as_of)].append(days)
    whole = [day for (_, kind, _), days in groups.items() if kind == "level" for day in days]
    rows = [(kind, name, *_spread(days)) for (_, kind, name), days in sorted(groups.items())]
    note = Note("analysis.lag", (("document", document), ("documents", len(whole))))
    return Table(
        "lag",
        ("group", "name", "documents", *FIVE),
        tuple(rows),
        (note, Note("analysis.known")),
        Spread("name", float(median(whole)) if whole else None),
    )


def _spread(days: Iterable[int]) -> tuple[Cell, ...]:
    """Return how many, then the least, the quartiles with the median, and the most."""
    ordered = sorted(days)
    if len(ordered) == 1:
        return (1, *(ordered * 5))
    lower, middle, upper = quantiles(ordered, n=4, method="inclusive")
    return (len(ordered), ordered[0], lower, middle, upper, ordered[-1])
