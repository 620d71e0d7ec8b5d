"""Who carries a document out, who does not, and how long it took."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median, quantiles
from typing import Final

from graph.analysis.network import Network
from graph.analysis.tables import Asker, Cell, Note, Plot, Table
from graph.questions import Gap, GapRow, Level
from ontology.authorities import jurisdiction_of
from ontology.keys import CENTRE, UNKNOWN, slug
from ontology.provinces import province_on

_CENTRAL: Final = "central"
_PROVINCIAL: Final = "province"
_LOCAL: Final = "local"
_UNKNOWN: Final = "unknown"


def coverage(asker: Asker, document: str, level: Level, jurisdiction: str | None) -> Table:
    """Return all of a level with their first document that implements it, by name."""
    rows = _gap(asker, Gap(**_asked(asker, document, level, jurisdiction)))  # type: ignore[arg-type]
    have = sum(row.document is not None for row in rows)
    share = round(100 * have / len(rows), 1) if rows else 0.0
    values = (("document", document), ("have", have), ("all", len(rows)), ("share", share))
    return Table(
        "coverage",
        ("name", "document", "date", "days", "documents"),
        tuple((row.name, row.document, row.date, row.days, row.documents) for row in rows),
        (Note("analysis.coverage", values), Note("analysis.loaded_only")),
        Plot("name", ("documents",)),
    )


def gap(asker: Asker, document: str, level: Level, jurisdiction: str | None) -> Table:
    """Return those of a level that have no document that implements it, by name."""
    whole = _asked(asker, document, level, jurisdiction)
    everyone = asker.view.ask(Gap(**whole)).total  # type: ignore[arg-type]
    rows = _gap(asker, Gap(**whole, missing=True))  # type: ignore[arg-type]
    values = (("document", document), ("missing", len(rows)), ("all", everyone))
    notes = (Note("analysis.gap", values), Note("analysis.loaded_only"))
    return Table("gap", ("key", "name"), tuple((row.key, row.name) for row in rows), notes)


def lag(asker: Asker, document: str) -> Table:
    """Return how many days after it its implementing documents came: by level, then by province.

    Quartiles are those of all days of the group; a document without a day does not count.
    """
    network = Network.of(asker)
    since = network.dates.get(document)
    groups: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)
    levels = (_CENTRAL, _PROVINCIAL, _LOCAL, _UNKNOWN)
    for key in sorted(network.below(document)):
        date, authority = network.dates[key], network.authorities[key]
        if date is None or since is None:
            continue
        days = (date - since).days
        level = level_of(authority)
        groups[levels.index(level), "level", level].append(days)
        if level in {_PROVINCIAL, _LOCAL}:
            groups[len(levels), "province", owner_of(authority, asker.as_of)].append(days)
    whole = [day for (_, kind, _), days in groups.items() if kind == "level" for day in days]
    rows = [(kind, name, *_spread(days)) for (_, kind, name), days in sorted(groups.items())]
    note = Note("analysis.lag", (("document", document), ("documents", len(whole))))
    return Table(
        "lag",
        ("group", "name", "documents", "least", "lower", "median", "upper", "most"),
        tuple(rows),
        (note, Note("analysis.loaded_only")),
        Plot("name", ("median",), float(median(whole)) if whole else None),
    )


def level_of(authority: str) -> str:
    """Return whether an authority is the centre's, a province's, one below it, or of who knows.

    >>> level_of("tw"), level_of("lang-son"), level_of("lang-son.xa-thanh-linh")
    ('central', 'province', 'local')
    """
    if authority == CENTRE:
        return _CENTRAL
    if authority.startswith(UNKNOWN):
        return _UNKNOWN
    return _LOCAL if "." in authority else _PROVINCIAL


def owner_of(authority: str, as_of: dt.date) -> str:
    """Return the province that answers by a day for an authority, as in keys.

    >>> owner_of("binh-thuan.xa-a", dt.date(2026, 1, 1)), owner_of("ha-son", dt.date(2026, 1, 1))
    ('lam-dong', 'ha-son')
    """
    name = jurisdiction_of(authority)
    return slug(province_on(name, as_of)) if name else authority.partition(".")[0]


def _asked(
    asker: Asker, document: str, level: Level, jurisdiction: str | None
) -> dict[str, object]:
    place = {"level": level, "jurisdiction": jurisdiction}
    return {"as_of": asker.as_of, "limit": None, "document": document, **place}


def _gap(asker: Asker, question: Gap) -> Sequence[GapRow]:
    return [row for row in asker.view.ask(question).rows if isinstance(row, GapRow)]


def _spread(days: Iterable[int]) -> tuple[Cell, ...]:
    """Return how many, then the least, the quartiles with the median, and the most."""
    ordered = sorted(days)
    if len(ordered) == 1:
        return (1, *(ordered * 5))
    lower, middle, upper = quantiles(ordered, n=4, method="inclusive")
    return (len(ordered), ordered[0], lower, middle, upper, ordered[-1])
