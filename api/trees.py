"""A chain as a tree: what stands above a document, and what hangs below it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text
from rich.tree import Tree

from api.labels import document_name, harmless, one_line
from api.tables import below, put
from api.task_words import document_label
from api.words import Words
from graph.answer_types import ChainRow, DocumentRow

UP = "up"


@dataclass(frozen=True, slots=True)
class ChainTree:
    """The hops of one document's chain, and the names of the documents in them."""

    document: str
    rows: Sequence[ChainRow]
    names: Mapping[str, DocumentRow]
    words: Words

    def show(self) -> None:
        """Print what stands above, then what hangs below."""
        put(Text(harmless(document_label(self._row(self.document), self.document))))
        put(below(f"{self.words('label.key')} {self.document}", 4))
        if not self.rows:
            put(Text(self.words("chain.none")))
        for direction in dict.fromkeys(row.direction for row in self.rows):
            put(self._tree([row for row in self.rows if row.direction == direction]))

    def _tree(self, rows: Sequence[ChainRow]) -> Tree:
        """Return the hops as branches; each stands under the node from which it was found."""
        direction = rows[0].direction
        branches: defaultdict[str, list[ChainRow]] = defaultdict(list)
        for row in rows:
            branches[row.hop.from_ if direction == UP else row.hop.to].append(row)
        root = Tree(Text(self.words(f"chain.{direction}"), style="bold"))
        waiting = [(root, self.document)]
        while waiting:
            tree, key = waiting.pop(0)
            for row in branches.pop(key, ()):
                end = row.hop.to if direction == UP else row.hop.from_
                waiting.append((tree.add(self._branch(row, end)), end))
        return root

    def _branch(self, row: ChainRow, end: str) -> Text:
        relation = self.words.known(f"relation.{row.hop.relation}")
        arrow = "→" if row.direction == UP else "←"
        title = one_line(row.title or "")
        document = self._row(end)
        name = document_name(document) if document else end.rpartition("#")[2]
        about = f": {title}" if title and title not in name else ""
        text = Text(f"{arrow} {relation} ")
        text.append(harmless(name), style="bold")
        text.append(harmless(about))
        text.append(f"\n“{one_line(row.hop.quote)}” ({self._place(row)})", style="dim")
        return text

    def _place(self, row: ChainRow) -> str:
        """Say where the words stand."""
        if row.hop.start is None:
            return self.words("place.registry")
        document = self._row(row.hop.document)
        name = document_name(document) if document else row.hop.document
        return f"{name}, {row.hop.start}–{row.hop.end}"

    def _row(self, key: str) -> DocumentRow | None:
        return self.names.get(key)
