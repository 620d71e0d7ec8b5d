"""A whole graph as files that `neo4j-admin database import` reads, from any store."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.accounts import own_account
from graph.answers.values import SHIFT
from graph.following import Made, Wording, led
from graph.neo4j.deriving import Edges
from graph.neo4j.gathering import Bodies, Documents
from graph.neo4j.nodes import change_told
from graph.neo4j.sheets import Sheets
from graph.neo4j.statements import VERSION
from graph.neo4j.tables import CHANGES, CITATIONS, RECURRENCES, SOURCES, STORE, TASKS
from graph.neo4j.texts import (
    Rows,
    bodies,
    links,
    meaning_row,
    mentioned,
    named,
    parts,
    recurrences,
    source_row,
    tasks,
)
from graph.rows import COOPERATING, LEAD
from graph.store import Holding, Registered, Said, StoreError, View
from ontology.facts import DocumentFacts
from ontology.folding import collapse
from ontology.keys import task_key


@dataclass(frozen=True, slots=True)
class Written:
    """How much was written."""

    documents: int
    tasks: int
    citations: int
    changes: int


def write_import(source: View, folder: Path, progress: Callable[[int], None]) -> Written:
    """Write all that `source` holds into an empty folder, with a file of arguments to import it.

    `progress` is told how many more documents are done. In memory are what is known of documents
    and bodies, the edges between documents and what was said, but of texts one at a time. Raises
    `StoreError` when somebody wrote meanwhile, and `OSError`.
    """
    before = source.loaded(), source.registered(), source.said()
    loaded, registered, said = before
    with Sheets(folder) as sheets:
        graph = _Graph(sheets, registered, {one.key for one in loaded}, said)
        for one in loaded:
            graph.read(source.holding(one.key))
            progress(1)
        graph.end()
    if before != (source.loaded(), source.registered(), source.said()):
        reason = "có người ghi vào kho trong lúc xuất nên không xuất gì cả; hãy làm lại"
        raise StoreError(reason)
    return Written(len(loaded), graph.tasks, graph.citations, len(said))


class _Graph:
    """Writes documents one by one, and in the end what they tell together."""

    def __init__(
        self, sheets: Sheets, registered: Registered, loaded: set[str], said: Iterable[Said]
    ) -> None:
        self.tasks = self.citations = self._changes = 0
        self._sheets = sheets
        self._registered = registered
        self._documents = Documents()
        self._bodies = Bodies(registered.bodies)
        self._edges = Edges(sheets, self._documents)
        self._known = loaded | {document.key for document in registered.documents}
        self._said: defaultdict[str, list[Said]] = defaultdict(list)
        for one in said:
            self._said[one.document].append(one)

    def read(self, held: Holding) -> None:
        """Write one document's text with all that follows from it."""
        key, facts = held.key, held.facts
        self._documents.tell((own_account(key, facts.document), *held.cited))
        number = self._documents.number(key)
        self._read_source(held)
        citations = mentioned(key, facts, held.mentions)
        meant = self._mean(held, citations)
        items = tasks(key, facts, number << SHIFT)
        self._follow(key, items)
        self._work(key, facts, number << SHIFT, items)
        known = {row["key"] for row in citations}
        names = named(key, facts, number << SHIFT, number)
        for row in names:
            start = key if row["number"] == number else str(row["number"])
            self._sheets.relate(start, "NAMES", row["citation"], **row["told"])
        linked = [row for row in links(key, facts) if {row["below"], row["above"]} <= known]
        for row in linked:
            self._sheets.relate(row["below"], "LINKED", row["above"], **row["told"])
        self._edges.read(key, names, linked, citations, meant)
        self.citations += len(citations)
        self.tasks += len(items)

    def _read_source(self, held: Holding) -> None:
        key, name = held.key, f"{held.key}@"
        row = source_row(held.facts, held.mentions, held.reader)
        self._sheets.node(SOURCES, name, row)
        self._sheets.relate(key, "READ_FROM", name)
        if "issuer_start" in row:
            place = {"start": row["issuer_start"], "stop": row["issuer_stop"]}
            said = {"document": key, "quote": row["issuer"], "rule": row["issuer_rule"]}
            self._documents.issue(key, place | said)

    def _mean(self, held: Holding, citations: Rows) -> dict[str, str]:
        """Write the mentions with what they mean; return the documents that they mean."""
        there = self._known | {document.key for document in held.cited}
        meanings = {
            row["citation"]: row
            for row in (meaning_row(held.key, one) for one in held.facts.resolutions)
        }
        meant: dict[str, str] = {}
        for row in citations:
            name = row["key"]
            meaning: dict[str, Any] = meanings.get(
                name, {"told": {}, "meaning": None, "others": ()}
            )
            told, target = meaning["told"], meaning["meaning"]
            self._sheets.node(CITATIONS, name, row | told)
            self._sheets.relate(name, "MENTIONED_IN", held.key)
            if target is not None:
                meant[name] = target
                self._documents.number(target)
                said = {"method": told["method"], "status": told["status"]}
                self._sheets.relate(name, "REFERS_TO", target, **said)
            for other in dict.fromkeys(meaning["others"]):
                if other in there:
                    self._documents.number(other)
                    self._sheets.relate(name, "CANDIDATE", other)
        return meant

    def _follow(self, key: str, items: Rows) -> None:
        """Write what was said of a document's tasks, and mark those of which it was."""
        said = self._said.pop(key, [])
        changes: defaultdict[Wording, list[tuple[int, Made]]] = defaultdict(list)
        rows = [change_told(one) for one in said]
        for place, row in enumerate(rows):
            made = (row["of_task"], *(row[name] for name in ("status", "on", "by", "note", "at")))
            wording = Wording(row["of_task"].partition("#")[2], row["text"])
            changes[wording].append((place, made))
        of = (
            {row["id"]: Wording(row["path"], collapse(row["text"])) for row in items}
            if rows
            else {}
        )
        followed = {place: (now, item) for place, now, item in led(key, changes, (), of)}
        for place, row in enumerate(rows):
            now, item = followed.get(place, (None, None))
            told = {"of_task": task_key(key, now.path), "text": now.text} if now else {}
            self._change(row | told, item)
        changed = {item for _, item in followed.values()}
        for row in items:
            row["changed"] = row["id"] in changed

    def _change(self, row: dict[str, Any], item: int | None) -> None:
        self._changes += 1
        name = f"change.{self._changes}"
        self._sheets.node(CHANGES, name, row)
        if item is not None:
            self._sheets.relate(name, "CHANGES", str(item))

    def _work(self, key: str, facts: DocumentFacts, base: int, items: Rows) -> None:
        """Write the tasks, what they are part of, whose they are and when they come round."""
        issuer, home = facts.document.issuer, facts.document.jurisdiction
        printed = {p.text for item in facts.items for p in (*item.lead, *item.cooperating)}
        meant = {name: self._bodies.meant((name, issuer, home)) for name in sorted(printed)}
        for row in items:
            name = str(row["id"])
            self._sheets.node(TASKS, name, row)
            place = {"start": row["start"], "stop": row["stop"], "rule": row["rule"]}
            self._sheets.relate(name, "PART_OF", key, document=key, **place)
        for row in parts(key, items):
            self._sheets.relate(str(row["task"]), "PART_OF", str(row["above"]), **row["told"])
        for kind, role in (("LED_BY", LEAD), ("SUPPORTED_BY", COOPERATING)):
            for row in bodies(key, facts, base, meant, role):
                self._sheets.relate(str(row["task"]), kind, row["body"], **row["told"])
        for row in recurrences(facts, base):
            name = f"{row['task']}.{row['told']['ordinal']}"
            self._sheets.node(RECURRENCES, name, row["told"])
            self._sheets.relate(str(row["task"]), "RECURS", name)

    def end(self) -> None:
        """Write the documents, the bodies and the edges, and that the graph has no index yet."""
        for said in self._said.values():
            for one in said:
                self._change(change_told(one), None)
        self._documents.tell(self._registered.documents)
        self._edges.register(self._registered.relations)
        self._edges.write()
        self._documents.write(self._sheets, self._bodies)
        self._bodies.write(self._sheets, self._documents.numbers)
        store = {"key": "chidao", "version": VERSION, "generation": 1, "writer": ""}
        store |= {"next": next(self._documents.numbers), "unindexed": True}
        self._sheets.node(STORE, "chidao", store)
