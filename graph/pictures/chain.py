"""What a picture of a chain shows: boxes for documents and tasks, and who carries out whom."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from graph.answer_types import ChainRow, DocumentRow, Hop, State, TaskRow, Tie
from graph.questions import Documents, Tasks
from graph.store import Store
from ontology.facts import ItemKind, Standing
from ontology.keys import CENTRE_NAME
from ontology.kinds import vietnamese
from ontology.numbers import full_symbol

MOST: Final = 400
"""How many hops a picture has at most; of more, nobody could read any."""
_UP: Final = "up"


class Words(Protocol):
    """The words that people read, by their keys in the table of words."""

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the words of a key with the values in their places."""

    def known(self, key: str, otherwise: str | None = None) -> str:
        """Return the words of a key that may have none: then `otherwise`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The hops that are to be drawn, and all that has to be known of their ends.

    `asked` are the keys of the documents that the chain is of, `total` how many hops it has where
    `rows` are only some; `documents` and `tasks` are those of the hops by key.
    """

    asked: tuple[str, ...]
    rows: tuple[ChainRow, ...]
    total: int
    as_of: dt.date
    documents: Mapping[str, DocumentRow]
    tasks: Mapping[str, TaskRow]


def chain_of(
    store: Store, asked: Sequence[str], rows: Iterable[object], total: int, as_of: dt.date
) -> Chain:
    """Return the chain that rows of the question `Chain` tell, the first `MOST` of them.

    `asked` are the documents that were asked for, `total` is how many rows the answers have.
    """
    shown = tuple(row for row in rows if isinstance(row, ChainRow))[:MOST]
    keys = tuple(sorted({key for row in shown for key in (row.hop.from_, row.hop.to)}))
    named = {*keys, *asked, *(key.partition("#")[0] for key in keys)}
    found = store.ask(Documents(keys=tuple(sorted(named)), as_of=dt.date.max, limit=None)).rows
    documents = {row.key: row for row in found if isinstance(row, DocumentRow)}
    return Chain(
        asked=tuple(asked),
        rows=shown,
        total=total,
        as_of=as_of,
        documents=documents,
        tasks=_tasks(store, [key for key in keys if "#" in key], as_of),
    )


def _tasks(store: Store, keys: Sequence[str], as_of: dt.date) -> dict[str, TaskRow]:
    """Return tasks by key, asked for by their documents."""
    found: dict[str, TaskRow] = {}
    for document in sorted({key.partition("#")[0] for key in keys}):
        every = Tasks(as_of=as_of, limit=None, kinds=tuple(ItemKind), document=document)
        rows = (row for row in store.ask(every).rows if isinstance(row, TaskRow))
        found |= {row.task: row for row in rows if row.task in keys}
    return found


@dataclass(frozen=True, slots=True)
class Box:
    """A document, or a task with its state at the day, as it is drawn.

    `tie` says how it hangs on the box that it was found from, which it may stand `above`, `others`
    how on others that are drawn; both are in words. `full` is all that is known, for whoever points
    at it.
    """

    key: str
    name: str
    note: str
    about: str
    full: str
    state: State | None
    asked: bool
    loaded: bool
    central: bool
    tie: str
    others: tuple[str, ...]
    above: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A hop between two boxes; `main` is the one by which the farther box was first found."""

    lower: str
    upper: str
    relation: str
    words: str
    main: bool
    up: bool
    hop: Hop

    @property
    def far(self) -> str:
        """The end that is farther from the asked documents."""
        return self.upper if self.up else self.lower


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes by key, the nearest first, and the lines between them."""

    title: str
    notes: tuple[str, ...]
    cut: str
    boxes: Mapping[str, Box]
    lines: tuple[Line, ...]
    asked: tuple[str, ...]


def picture_of(chain: Chain, words: Words) -> Picture:
    """Return what is to be drawn of a chain, in words."""
    lines = tuple(_lines(chain, words))
    main = {line.far: line for line in lines if line.main}
    others: dict[str, list[str]] = {}
    for line in lines:
        if not line.main:
            name = _name(chain, line.upper)
            others.setdefault(line.lower, []).append(f"{line.words}: {name}")
    keys = dict.fromkeys((*chain.asked, *(key for line in lines for key in _ends(line))))
    boxes = {
        key: _box(chain, key, words, main.get(key), tuple(others.get(key, ()))) for key in keys
    }
    count = len(chain.rows)
    cut = words("picture.cut", count=count, total=chain.total) if count < chain.total else ""
    asked = ", ".join(_name(chain, key) for key in chain.asked)
    day = words("footer.as_of", day=f"{chain.as_of:%d/%m/%Y}")
    told = tuple(
        printable(chain.documents[key].title or "") for key in chain.asked if key in chain.documents
    )
    notes = (*(one for one in told if one), day[:1].upper() + day[1:])
    return Picture(words("picture.title", document=asked), notes, cut, boxes, lines, chain.asked)


def _lines(chain: Chain, words: Words) -> Iterable[Line]:
    """Give each hop once; the first that reaches a box is the main one.

    What hangs on nothing stands beside the asked documents: what a page begins with without saying
    how it was reached, and what is below a document that another asked one has above it.
    """
    sides: dict[str, str | None] = dict.fromkeys(chain.asked)
    drawn: set[tuple[str, str, str]] = set()
    for row in chain.rows:
        hop = row.hop
        up = row.direction == _UP
        start, end = (hop.from_, hop.to) if up else (hop.to, hop.from_)
        sides.setdefault(start, None)
        main = end not in sides and sides[start] in {None, row.direction}
        sides.setdefault(end, row.direction if main else None)
        if (hop.from_, hop.relation, hop.to) not in drawn and hop.from_ != hop.to:
            relation = words.known(f"relation.{hop.relation}")
            yield Line(hop.from_, hop.to, hop.relation, relation, main, up, hop)
        drawn.add((hop.from_, hop.relation, hop.to))


def _ends(line: Line) -> tuple[str, str]:
    return (line.lower, line.upper) if line.up else (line.upper, line.lower)


def _box(chain: Chain, key: str, words: Words, main: Line | None, others: tuple[str, ...]) -> Box:
    task, document = chain.tasks.get(key), chain.documents.get(key)
    told: list[str] = [_name(chain, key)]
    note, about, state = "", "", None
    if task is not None:
        about, state = printable(task.text), State(task.state)
        source = _name(chain, task.document)
        bodies = printable("; ".join(task.lead))
        own = main is not None and main.upper == task.document
        note = " · ".join(one for one in ("" if own else source, bodies) if one)
        told += [source, about, bodies, words.known(f"state.{state}")]
    elif document is not None:
        about = printable(document.title or "") if document.number else ""
        day = (
            f"{document.date.day}/{document.date.month}/{document.date.year}"
            if document.date
            else ""
        )
        note = " · ".join(one for one in (day, printable(document.issuer or "")) if one)
        told += [note, about, words.known(f"standing.{document.standing}")]
    return Box(
        key=key,
        name=told[0],
        note=note,
        about=about[:1].upper() + about[1:],
        full="\n".join(dict.fromkeys(one for one in told if one)),
        state=state,
        asked=key in chain.asked,
        loaded=document is None or document.standing == Standing.LOADED,
        central=document is not None and document.jurisdiction == CENTRE_NAME,
        tie=main.words if main is not None and main.relation != Tie.PART_OF else "",
        others=others,
        above=main is not None and main.up,
    )


def _name(chain: Chain, key: str) -> str:
    """Return the short name of a box: a document's type and number or title, a task's path."""
    document = chain.documents.get(key)
    if document is None:
        return printable(key.rpartition("#")[2] or key)
    printed = full_symbol(document.number, document.symbol).strip()
    if document.number is None and document.title:
        printed = f"“{document.title}”"
    return printable(f"{vietnamese(document.type)} {printed}")


def printable(text: str) -> str:
    r"""Return words in one line, without what no picture can show.

    >>> printable("a\x00b\u202e\nc")
    'a b c'
    """
    return " ".join("".join(map(_printable, text)).split())


def _printable(letter: str) -> str:
    if letter.isprintable():
        return letter
    return "" if unicodedata.category(letter) == "Cf" else " "
