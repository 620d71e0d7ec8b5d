"""Scores facts against hand-made annotations; the measure is that of the annotation guide.

Citations agree when number and symbol do and the spans overlap; items when their spans share half;
bodies and words without blanks, case, dashes and the place of tones.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loaders.extract import extract
from loaders.formats.source import read_source
from ontology.facts import DocumentFacts, Item
from ontology.folding import fold_search

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "gold"
SAMPLES = ROOT / "samples"
Json = dict[str, Any]


def cases() -> list[tuple[Path, Path]]:
    """Return annotation and text of every gold file: the samples' own and the shared."""
    found = [(p, SAMPLES / read_json(p)["file"]) for p in sorted((SAMPLES / "gold").glob("*.json"))]
    shared = sorted((SHARED / "annotations").glob("*.json"))
    return found + [(p, SHARED / "texts" / read_json(p)["file"]) for p in shared]


def read_json(path: Path) -> Json:
    """Return a gold file."""
    loaded: Json = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def bare(text: str | None) -> str:
    """Return a text for comparing: folded, without blanks and without points at its ends."""
    return re.sub(r"\s+", "", fold_search(text or "")).strip(".,;:-")


@dataclass
class Score:
    """Hits, gold and found, by figure; and what was gained or lost, in words."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    losses: list[str] = field(default_factory=list)

    def add(self, name: str, hit: int, gold: int, found: int) -> None:
        """Count."""
        counter = self.counts.setdefault(name, Counter())
        counter.update(hit=hit, gold=gold, found=found)

    def f1(self, name: str) -> float:
        """Return the harmonic mean of precision and recall of a figure; 1 where there is none."""
        counter = self.counts.get(name, Counter())
        both = counter["gold"] + counter["found"]
        return 2 * counter["hit"] / both if both else 1.0


def score(paths: Iterable[tuple[Path, Path]]) -> Score:
    """Return the score of all files together."""
    total = Score()
    for annotation, text in paths:
        _score_file(total, read_json(annotation), extract(read_source(text)))
    return total


def _score_file(total: Score, gold: Json, facts: DocumentFacts) -> None:
    name = gold["file"]
    pairs = _citation_pairs(gold["citations"], facts)
    total.add("citations", len(pairs), len(gold["citations"]), len(facts.citations))
    right = 0
    for one in gold["citations"]:
        found = pairs.get(one["id"])
        if found is None:
            total.losses.append(f"{name}: missed citation {one['text']!r}")
            continue
        wrong = _wrong_fields(one, facts, found)
        right += not wrong
        total.losses += [f"{name}: citation {one['text']!r}: {w}" for w in wrong]
    total.add("citation fields", right, len(gold["citations"]), len(facts.citations))
    back = {found: known for known, found in pairs.items()}
    links = {(x["from"], x["to"], x["relation"]) for x in gold.get("links", [])}
    said = {
        (back.get(x.source, "?"), back.get(x.target, "?"), x.relation.value) for x in facts.links
    }
    total.add("links", len(links & said), len(links), len(facts.links))
    total.losses += [f"{name}: link {x}" for x in sorted(links ^ said)]
    if "items" in gold:
        _score_items(total, name, gold["items"], facts, back)
    if gold.get("document"):
        _score_document(total, name, gold["document"], facts)


def _citation_pairs(gold: list[Json], facts: DocumentFacts) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for one in gold:
        for found in facts.citations:
            same = (one["number"] or "").lstrip("0") == (found.number or "").lstrip("0")
            overlap = one["start"] < found.span.end and found.span.start < one["end"]
            if same and overlap and bare(one["symbol"]) == bare(found.symbol):
                pairs.setdefault(one["id"], found.id)
    return pairs


def _wrong_fields(one: Json, facts: DocumentFacts, found: str) -> list[str]:
    citation = next(c for c in facts.citations if c.id == found)
    date = citation.date.isoformat() if citation.date else None
    wrong = []
    if one["type"] != citation.type.value:
        wrong.append(f"type {citation.type.value}")
    if one["date"] != date:
        wrong.append(f"date {date}")
    if (one["term"] or None) != citation.term:
        wrong.append(f"term {citation.term}")
    if bare(one["issuer"]) != bare(citation.issuer):
        wrong.append(f"issuer {citation.issuer!r}")
    return wrong


def _score_items(
    total: Score, name: str, gold: list[Json], facts: DocumentFacts, back: Mapping[str, str]
) -> None:
    topics = [g for g in gold if g["kind"] == "topic"]
    wanted = [g for g in gold if g["kind"] != "topic"]
    found = [
        item
        for item in facts.items
        if item.kind.value != "topic" and not any(_shared(t, item) >= 0.5 for t in topics)
    ]
    pairs: dict[str, Item] = {}
    for one in wanted:
        best = max(found, key=lambda item: _shared(one, item), default=None)
        if best is not None and _shared(one, best) >= 0.5:
            pairs[one["id"]] = best
    total.add("items", len(pairs), len(wanted), len(found))
    total.losses += [f"{name}: missed item {g['path']}" for g in wanted if g["id"] not in pairs]
    for one in wanted:
        said = _said(pairs.get(one["id"]), back)
        for figure, value in _wanted(one).items():
            got = said[figure]
            total.add(figure, len(value & got), len(value), len(got))
            if value != got:
                total.losses.append(
                    f"{name}: {one['path']} {figure}: {sorted(got)}, gold {sorted(value)}"
                )


def _shared(one: Json, item: Item) -> float:
    common = min(one["end"], item.span.end) - max(one["start"], item.span.start)
    whole = max(one["end"], item.span.end) - min(one["start"], item.span.start)
    return float(max(common, 0) / whole)


def _wanted(one: Json) -> dict[str, set[str]]:
    return {
        "lead": {bare(b) for b in one["lead"] or []},
        "cooperating": {bare(b) for b in one["cooperating"] or []},
        "due": {str(one["due"])} if one["due"] else set(),
        "recurrence": {one["recurrence"]} if one["recurrence"] else set(),
        "condition": {bare(one["condition"])} if one["condition"] else set(),
        "status": {bare(one["status"])} if one["status"] else set(),
        "targets": {f"{t['citation']} {t['relation']}" for t in one["targets"] or []},
    }


def _said(item: Item | None, back: Mapping[str, str]) -> dict[str, set[str]]:
    if item is None:
        return {name: set() for name in _wanted(_EMPTY)}
    due = item.due.interval if item.due else None
    days = [d.isoformat() if d else None for d in (due.earliest, due.latest)] if due else None
    return {
        "lead": {bare(p.text) for p in item.lead},
        "cooperating": {bare(p.text) for p in item.cooperating},
        "due": {str(days)} if days else set(),
        "recurrence": {r.recurrence.frequency.value for r in item.recurrences[:1]},
        "condition": {bare(item.condition.text)} if item.condition else set(),
        "status": {bare(item.status.text)} if item.status else set(),
        "targets": {f"{back.get(t.citation, '?')} {t.relation.value}" for t in item.targets},
    }


_EMPTY: Json = dict.fromkeys(
    ("lead", "cooperating", "due", "recurrence", "condition", "status", "targets")
)


def _score_document(total: Score, name: str, gold: Json, facts: DocumentFacts) -> None:
    header = facts.document
    period = header.period
    days = (
        [d.isoformat() if d else None for d in (period.earliest, period.latest)] if period else None
    )
    said: dict[str, Any] = {
        "type": header.type.value if header.type else None,
        "number": header.number,
        "symbol": header.symbol,
        "issuer": header.issuer,
        "jurisdiction": header.jurisdiction,
        "date": header.date.isoformat() if header.date else None,
        "period": days,
        "signatory": header.signatory,
    }
    plain: Callable[[Any], str] = lambda value: bare(str(value)) if value else ""  # noqa: E731
    for key, value in said.items():
        same = plain(gold.get(key)) == plain(value)
        total.add("document fields", same, 1, 1)
        if not same:
            total.losses.append(f"{name}: document {key} {value!r}, gold {gold.get(key)!r}")
