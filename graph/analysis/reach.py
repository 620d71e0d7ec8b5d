"""Who of a level carries a document out, and who does not."""

from collections.abc import Sequence
from dataclasses import replace

from graph.analysis.tables import Asker, Cell, Note, Plot, Table, Tally
from graph.answer_types import GapRow
from graph.questions import Gap, Level


def coverage(asker: Asker, document: str, level: Level, jurisdiction: str | None) -> Table:
    """Return all of a level with their first document that implements it, by name."""
    rows = _rows(asker, _question(asker, document, level, jurisdiction))
    have = sum(row.document is not None for row in rows)
    share = round(100 * have / len(rows), 1) if rows else 0.0
    values = (("document", document), ("have", have), ("all", len(rows)), ("share", share))
    return Table(
        "coverage",
        ("key", "name", "document", "date", "days", "documents", "relation", "target"),
        tuple(map(_reached, rows)),
        (Note("analysis.coverage", values), Note("analysis.loaded_only")),
        Plot("name", ("documents",)),
        ("key", "relation", "target"),
    )


def _reached(row: GapRow) -> tuple[Cell, ...]:
    """Return one of a level; `relation` and `target` are the step that proves its document."""
    step = (row.hop.relation, row.hop.to) if row.hop else (None, None)
    return (row.key, row.name, row.document, row.date, row.days, row.documents, *step)


def gap(asker: Asker, document: str, level: Level, jurisdiction: str | None) -> Table:
    """Return those of a level that have no document that implements it, by name."""
    whole = _question(asker, document, level, jurisdiction)
    everyone = asker.view.ask(whole).total
    rows = _rows(asker, replace(whole, missing=True))
    values = (("document", document), ("missing", len(rows)), ("all", everyone))
    notes = (Note("analysis.gap", values), Note("analysis.loaded_only"))
    counts = Tally((("have", everyone - len(rows)), ("missing", len(rows))))
    return Table("gap", ("key", "name"), tuple((row.key, row.name) for row in rows), notes, counts)


def _question(asker: Asker, document: str, level: Level, jurisdiction: str | None) -> Gap:
    return Gap(
        as_of=asker.as_of, limit=None, document=document, level=level, jurisdiction=jurisdiction
    )


def _rows(asker: Asker, question: Gap) -> Sequence[GapRow]:
    return [row for row in asker.view.ask(question).rows if isinstance(row, GapRow)]
