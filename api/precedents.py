"""How others wrote their documents for one: which there are, and how each is built."""

import datetime as dt
from dataclasses import asdict, dataclass
from enum import StrEnum

from api.answers import Record
from api.labels import documents_by_key
from graph.answer_types import ChainRow, DocumentRow
from graph.questions import Chain
from graph.store import Store
from loaders.structure import Part, structure_of
from ontology.facts import Standing
from ontology.keys import CENTRE


class Level(StrEnum):
    """Whose documents: of the centre, of provinces and their boards, of communes."""

    CENTRAL = "central"
    PROVINCE = "province"
    COMMUNE = "commune"


@dataclass(frozen=True, slots=True)
class Precedent:
    """A loaded document that carries out the one asked for, how directly, and how it is built.

    `steps` is 1 where it names that document itself; `tasks` counts those of its parts.
    """

    document: DocumentRow
    steps: int
    tasks: int
    parts: tuple[Part, ...]


def precedents_of(
    store: Store, keys: tuple[str, ...], level: Level | None, as_of: dt.date
) -> tuple[Precedent, ...]:
    """Return the loaded documents below those of the keys, the nearest and newest first."""
    steps: dict[str, int] = {}
    for key in keys:
        question = Chain(as_of=as_of, limit=None, document=key, up=False, down=True)
        for row in store.ask(question).rows:
            if isinstance(row, ChainRow) and row.hop.from_ not in keys:
                known = steps.get(row.hop.from_, row.depth)
                steps[row.hop.from_] = min(known, row.depth)
    named = documents_by_key(store, steps)
    loaded = [
        row
        for row in named.values()
        if row.standing == Standing.LOADED and level in {None, level_of(row.key)}
    ]
    found = [_precedent(store, row, steps[row.key]) for row in loaded]
    return tuple(sorted(found, key=_order))


def level_of(key: str) -> Level:
    """Return whose a document is by its key.

    >>> level_of("ha-son.xa-thanh-linh/04-CTr-ĐU/2025-08-29").value
    'commune'
    """
    authority = key.partition("/")[0]
    if authority == CENTRE:
        return Level.CENTRAL
    return Level.COMMUNE if "." in authority else Level.PROVINCE


def precedent_record(one: Precedent) -> Record:
    """Return a precedent as programs read it."""
    row = one.document
    return {
        "document": row.key,
        "type": row.type,
        "number": row.number,
        "symbol": row.symbol,
        "date": row.date.isoformat() if row.date else None,
        "issuer": row.issuer,
        "title": row.title,
        "level": level_of(row.key).value,
        "steps": one.steps,
        "tasks": one.tasks,
        "parts": [asdict(part) for part in one.parts],
    }


def _precedent(store: Store, row: DocumentRow, steps: int) -> Precedent:
    parts = structure_of(store.facts(row.key))
    return Precedent(row, steps, sum(part.tasks for part in parts if part.depth == 1), parts)


def _order(one: Precedent) -> tuple[int, int, str]:
    date = one.document.date or dt.date.min
    return one.steps, -date.toordinal(), one.document.key
