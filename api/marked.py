"""A checked draft as a page shows it: its text cut into pieces, and a card for each finding."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from api.checking import Checked
from api.labels import one_line
from api.words import Words
from checks.accepted import Accepted
from checks.findings import Finding, Severity
from checks.rules import message, rules


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof of a finding: its words, the key of the document that gives it, and from where."""

    words: str
    document: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """A finding beside the text, by its number from 1 in the order of the text."""

    number: int
    finding: Finding
    severity: Severity
    place: str
    quote: str
    message: str
    source: str
    proofs: tuple[Proof, ...]
    accepted: Accepted | None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with no finding beginning or ending inside.

    `numbers` are the findings that lie on them, `begins` those whose first words they are, and
    `severity` that of the gravest.
    """

    text: str
    numbers: tuple[int, ...]
    begins: tuple[int, ...]
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text with one cell, or rows of a table; a cell is a sequence of pieces."""

    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    is_table: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A draft as a page shows it."""

    name: str
    checked: Checked
    cards: tuple[Card, ...]
    blocks: tuple[Block, ...]


def marked(found: Checked, words: Words, *, everything: bool = False) -> Marked:
    """Return a draft as a page shows it; `everything`: with findings that were accepted."""
    shown = [pair for pair in found.all() if everything or pair[1] is None]
    cards = [_card(n, *pair, found, words) for n, pair in enumerate(shown, start=1)]
    blocks = tuple(_Cutter(found.source.text, cards).blocks())
    return Marked(found.source.name, found, tuple(cards), blocks)


def _card(
    number: int, finding: Finding, accepted: Accepted | None, found: Checked, words: Words
) -> Card:
    rule = rules()[finding.code]
    proofs = (Proof(one_line(e.words), e.document, e.source) for e in finding.evidence)
    return Card(
        number=number,
        finding=finding,
        severity=rule.severity,
        place=str(found.places.at(finding.span.start)),
        quote=found.source.quote(finding.span),
        message=message(finding, words.language),
        source=rule.source[words.language],
        proofs=tuple(proofs),
        accepted=accepted,
    )


class _Cutter:
    """Cuts a text wherever a finding begins or ends."""

    def __init__(self, text: str, cards: Sequence[Card]) -> None:
        self._text = text
        self._cards = cards
        spans = [card.finding.span for card in cards]
        self._edges = sorted({edge for span in spans for edge in (span.start, span.end)})
        self._covering = self._lying(cards)

    def _lying(self, cards: Sequence[Card]) -> dict[int, tuple[Card, ...]]:
        """Return for each edge the findings that lie on what follows, up to the next."""
        lying: dict[int, list[Card]] = {edge: [] for edge in self._edges}
        for card in cards:
            span = card.finding.span
            first, last = (bisect_left(self._edges, edge) for edge in (span.start, span.end))
            for edge in self._edges[first:last]:
                lying[edge].append(card)
        return {edge: tuple(found) for edge, found in lying.items()}

    def blocks(self) -> Iterator[Block]:
        """Give the lines, neighbouring lines with tabs together as one table."""
        rows: list[tuple[tuple[Piece, ...], ...]] = []
        for line in self._split(0, len(self._text), "\n"):
            cells = tuple(tuple(self._pieces(cell)) for cell in self._split(*line, "\t"))
            if len(cells) > 1:
                rows.append(cells)
                continue
            if rows:
                yield Block(tuple(rows), is_table=True)
                rows = []
            if any(piece.text.strip() for piece in cells[0]):
                yield Block((cells,), is_table=False)
        if rows:
            yield Block(tuple(rows), is_table=True)

    def _split(self, start: int, end: int, mark: str) -> Iterator[tuple[int, int]]:
        while True:
            found = self._text.find(mark, start, end)
            yield start, end if found < 0 else found
            if found < 0:
                return
            start = found + 1

    def _pieces(self, cell: tuple[int, int]) -> Iterator[Piece]:
        start, end = cell
        first, last = bisect_right(self._edges, start), bisect_left(self._edges, end)
        for here, there in pairwise([start, *self._edges[first:last], end]):
            if here < there:
                yield self._piece(here, there)

    def _piece(self, start: int, end: int) -> Piece:
        before = bisect_right(self._edges, start) - 1
        cards = self._covering[self._edges[before]] if before >= 0 else ()
        order = list(Severity)
        return Piece(
            text=self._text[start:end].replace("\v", "\n").replace("\f", "\n"),
            numbers=tuple(card.number for card in cards),
            begins=tuple(card.number for card in cards if card.finding.span.start == start),
            severity=min((card.severity for card in cards), key=order.index, default=None),
        )
