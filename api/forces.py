"""How a document stands, in words: what became of it, since when, by which document."""

import datetime as dt
from collections.abc import Sequence

from rich.padding import Padding

from api.answers import Record
from api.labels import document_name, documents_by_key, full_day, one_line
from api.tables import below
from api.words import Words
from graph.store import Store


def force_lines(rows: Sequence[Record], store: Store, words: Words) -> list[Padding]:
    """Return what became of a document, each line with its proof; what holds is marked."""
    names = documents_by_key(store, (row["by"] for row in rows if row["by"]))
    lines: list[Padding] = []
    for row in rows:
        told = [words(f"force.{row['force']}")]
        if row["since"] is not None:
            day = full_day(dt.date.fromisoformat(row["since"]))
            told.append(words("force.since", day=day))
        elif row["by"] is None and row["words"]:
            told.append(words("force.no_day"))
        if row["by"] is not None:
            name = document_name(names[row["by"]]) if row["by"] in names else row["by"]
            told.append(words("force.by", document=name))
        lines.append(below(f"{'►' if row['holds'] else '·'} {' '.join(told)}"))
        proof = _proof(row, words)
        lines += [below(proof, 6)] if proof else []
    return lines


def _proof(row: Record, words: Words) -> str:
    """Return the words that prove it with their place, nothing where it needs none."""
    hop = row["hop"]
    if hop is None:
        return f"“{one_line(row['words'])}” ({words('place.registry')})" if row["words"] else ""
    place = words("place.registry")
    if hop["start"] is not None:
        place = f"{hop['document']}:{hop['start']}–{hop['end']}"
    return f"“{one_line(hop['quote'])}” ({place})"
