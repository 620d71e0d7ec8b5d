"""Cited documents that by the draft's day were replaced, ended, continued or amended."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from checks.draft import Draft
from checks.findings import Clause, Evidence, Finding, Told
from checks.wording import date_words, full_name, short_name
from graph.answer_types import BodyRow, DocumentRow, Force, ForceRow
from graph.questions import Bodies, Documents, InForce
from ontology.facts import Citation
from ontology.folding import fold_words
from ontology.known import KnownDocument
from ontology.relations import Relation

_CODES: Final = MappingProxyType(
    {
        Force.REPLACED: "citation-replaced",
        Force.ENDED: "citation-ended",
        Force.CONTINUED: "citation-continued",
        Force.AMENDED: "citation-amended",
    }
)
_GONE: Final = frozenset({Force.REPLACED, Force.ENDED})
_TOLD: Final = frozenset({Relation.REPLACES, Relation.AMENDS, Relation.REVIEWS})
_AWARE: Final = re.compile(
    fold_words(
        "thay thế|bãi bỏ|hết hiệu lực|hết thời hạn|sửa đổi|sơ kết|tổng kết|trước đây|kế thừa"
        "|không còn|chấm dứt"
    )
)
"""What a sentence says that knows of the change."""

_WHY: Final = "ended with the "
"""How the registry says of what a document was a part that is no more."""

_WINDOW: Final = 100
_SENTENCE: Final = re.compile(r"[;\n]|\.\s")


@dataclass(frozen=True, slots=True)
class _Standing:
    """What became of a document: the row that holds, and the document that came after, if known."""

    force: Force
    row: ForceRow
    by: DocumentRow | None


def check_standing(draft: Draft) -> Iterator[Finding]:
    """Yield the citations of documents that others have replaced, continued or amended by then.

    Every mention of what is gone; of what lives on the first alone, and not where the draft cites
    the other one too, or names the document only in the title of another.
    """
    meanings = [(c, meant) for c in draft.facts.citations if (meant := draft.meant(c))]
    standings = _standings(draft, {meant.key: meant for _, meant in meanings})
    cited = {meant.key for _, meant in meanings}
    inner = {link.target for link in draft.facts.links}
    aware = _said_of(draft)
    told: set[str] = set()
    for citation, meant in meanings:
        standing = standings.get(meant.key)
        if standing is None or citation.id in aware or _is_aware(draft.text, citation):
            continue
        if standing.force not in _GONE and (
            meant.key in told or citation.id in inner or standing.row.by in cited
        ):
            continue
        told.add(meant.key)
        yield _finding(draft, citation, meant, standing)


def _standings(draft: Draft, known: Mapping[str, KnownDocument]) -> dict[str, _Standing]:
    found: dict[str, tuple[Force, ForceRow, str | None]] = {}
    for key in known:
        rows = _rows(draft, key)
        holding = next((row for row in rows if row.holds), None)
        if holding is None or Force(holding.force) not in _CODES:
            continue
        later = (row.by for row in rows if row.force == Force.REPLACED and row.by)
        found[key] = Force(holding.force), holding, holding.by or next(later, None)
    by = _documents(draft, sorted({key for *_, key in found.values() if key}))
    return {
        key: _Standing(force, row, by.get(successor) if successor else None)
        for key, (force, row, successor) in found.items()
    }


def _rows(draft: Draft, key: str) -> Sequence[ForceRow]:
    answer = draft.view.ask(InForce(as_of=draft.day, limit=None, document=key))
    return [row for row in answer.rows if isinstance(row, ForceRow)]


def _documents(draft: Draft, keys: Sequence[str]) -> dict[str, DocumentRow]:
    if not keys:
        return {}
    answer = draft.view.ask(Documents(as_of=draft.day, limit=None, keys=tuple(keys)))
    return {row.key: row for row in answer.rows if isinstance(row, DocumentRow)}


def _said_of(draft: Draft) -> frozenset[str]:
    """Return the citations of which the draft itself says that it replaces or reviews them."""
    facts = draft.facts
    links = (link.target for link in facts.links if link.relation in _TOLD)
    targets = (*facts.aims, *(target for item in facts.items for target in item.targets))
    return frozenset((*links, *(t.citation for t in targets if t.relation in _TOLD)))


def _is_aware(text: str, citation: Citation) -> bool:
    """Tell whether the sentence around a citation speaks of the change."""
    start, end = citation.span.start, citation.span.end
    before = _SENTENCE.split(text[max(0, start - _WINDOW) : start])[-1]
    after = _SENTENCE.split(text[end : end + _WINDOW])[0]
    return _AWARE.search(fold_words(f"{before} {after}")) is not None


def _finding(
    draft: Draft, citation: Citation, meant: KnownDocument, standing: _Standing
) -> Finding:
    since, why = standing.row.since, standing.row.words or ""
    told: dict[str, Told] = {
        "cited": short_name(meant),
        "since": Clause("since", (("day", date_words(since)),)) if since else "",
        "why": Clause(f"why.{why}") if why.startswith(_WHY) else "",
        "by": _by(draft, meant, standing),
    }
    words = standing.row.hop.quote if standing.row.hop else full_name(meant)
    evidence = [Evidence(words, meant.key, source=meant.source)]
    if standing.by is not None:
        evidence.append(Evidence(full_name(standing.by), standing.by.key))
    code = _CODES[standing.force]
    return Finding(code, citation.span, tuple(told.items()), evidence=tuple(evidence))


def _by(draft: Draft, meant: KnownDocument, standing: _Standing) -> Told:
    """Return which document came after, and of whom its issuer is the successor."""
    if standing.by is None:
        return ""
    told = (
        ("document", full_name(standing.by, title=False)),
        ("heir", _heir(draft, meant, standing.by)),
    )
    return Clause(f"by.{standing.force}", told)


def _heir(draft: Draft, meant: KnownDocument, by: DocumentRow) -> Told:
    """Return of which body that is no more the issuer of a later document took over the work."""
    if not meant.issuer or not by.issuer or meant.issuer == by.issuer:
        return ""
    question = Bodies(as_of=draft.day, limit=None, words=meant.issuer)
    rows = (row for row in draft.view.ask(question).rows if isinstance(row, BodyRow))
    ended = (row for row in rows if row.now and fold_words(row.name) == fold_words(meant.issuer))
    return Clause("heir", (("issuer", meant.issuer),)) if next(ended, None) else ""
