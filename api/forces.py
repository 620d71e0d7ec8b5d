"""How a document stands, in words: what became of it, since when, by which document."""

from collections.abc import Iterable

from rich.padding import Padding

from api.labels import document_name, documents_by_key, full_day, one_line
from api.tables import below
from api.words import Words
from graph.questions import ForceRow
from graph.store import Store


def force_lines(rows: Iterable[ForceRow], store: Store, words: Words) -> list[Padding]:
    """Return what became of a document, each line with its proof; what holds is marked."""
    rows = tuple(rows)
    names = documents_by_key(store, (row.by for row in rows if row.by))
    lines: list[Padding] = []
    for row in rows:
        told = [words(f"force.{row.force}")]
        if row.since is not None:
            told.append(words("force.since", day=full_day(row.since)))
        elif row.by is None and row.words:
            told.append(words("force.no_day"))
        if row.by is not None:
            name = document_name(names[row.by]) if row.by in names else row.by
            told.append(words("force.by", document=name))
        lines.append(below(f"{'►' if row.holds else '·'} {' '.join(told)}"))
        if row.hop is not None:
            place = words("place.registry")
            if row.hop.start is not None:
                place = f"{row.hop.document}:{row.hop.start}–{row.hop.end}"
            lines.append(below(f"“{one_line(row.hop.quote)}” ({place})", 6))
        elif row.words:
            lines.append(below(f"“{one_line(row.words)}” ({words('place.registry')})", 6))
    return lines
