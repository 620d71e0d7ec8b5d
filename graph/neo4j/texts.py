"""What one text says, as the rows of one statement."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from graph.answers.values import day
from graph.plain import to_json
from graph.rows import (
    LEAD,
    attributes,
    citation_rows,
    family,
    header_row,
    item_rows,
    recurrence_rows,
)
from graph.words import words_of
from ontology.facts import DocumentFacts, Resolution, Span, Target
from ontology.keys import task_key
from ontology.known import Mention

Rows = list[dict[str, Any]]
"""Rows have None, which a node does not keep, for whatever is missing and for empty lists."""

_HEADER: Final = (
    *("name", "location", "format", "sha256", "reader", "length", "type", "number", "symbol"),
    *("title", "issuer", "jurisdiction", "place", "date", "period_from", "period_to"),
)
_FAR: Final = 400
"""From so many code points on, the words of a relation are quoted without the citation."""


def citation_key(document: str, name: str) -> str:
    """Return the key of a mention: its document's key and its name there."""
    return f"{document}@{name}"


def source_row(facts: DocumentFacts, mentions: Iterable[Mention], reader: str) -> dict[str, Any]:
    """Return the source with what of the header questions need, all facts, and their digest."""
    told = to_json(replace(facts, source=replace(facts.source, text=""), resolutions=()))
    digest = _digest(facts.source.text, told, reader, *map(to_json, mentions))
    row: dict[str, Any] = dict(zip(_HEADER, header_row(facts, reader), strict=False))
    issuers = [phrase for name, phrase in facts.document.evidence if name == "issuer"]
    row |= {name: day(row[name]) for name in ("date", "period_from", "period_to")}
    row |= {"text": facts.source.text, "facts": told, "digest": digest}
    if issuers:
        first = min(issuers, key=lambda phrase: phrase.span)
        row |= {"issuer_start": first.span.start, "issuer_stop": first.span.end}
        row["issuer_rule"] = first.rule
    return row


def _digest(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(f"{len(part)}:{part}".encode())
    return digest.hexdigest()


def mentioned(key: str, facts: DocumentFacts, mentions: Iterable[Mention]) -> Rows:
    """Return the mentions of documents with what their resolution depends on."""
    by_name = {mention.citation: mention for mention in mentions}
    names = ("name", "ordinal", "start", "stop", "type", "number", "symbol", "date", "issuer")
    rows: Rows = []
    for columns in citation_rows(facts.citations):
        row: dict[str, Any] = dict(zip((*names, "term", "rule", "title"), columns, strict=True))
        row |= {"key": citation_key(key, str(row["name"])), "date": day(row["date"])}
        row["quote"] = facts.source.text[row["start"] : row["stop"]]
        mention = by_name.get(row["name"])
        if mention is not None:
            row["named_family"] = family(mention.number, mention.symbol)
            row |= {"mention": to_json(mention), "by": mention.by}
        rows.append(row)
    return rows


def tasks(key: str, facts: DocumentFacts, base: int) -> Rows:
    """Return the items; of several on one path only the first is found by the task's key."""
    names = ("id", "name", "kind", "path", "parent_path", "start", "stop", "text", "rule")
    rest = ("due_earliest", "due_latest", "recurs", "waits", "done_on")
    rows: Rows = []
    seen: set[str] = set()
    for item, columns in zip(facts.items, item_rows(facts, base), strict=True):
        row: dict[str, Any] = dict(zip((*names, *rest), columns, strict=True))
        done = row.pop("done_on")
        row |= {name: day(row[name]) for name in ("due_earliest", "due_latest")}
        row |= {"recurs": bool(row["recurs"]), "waits": bool(row["waits"])}
        row |= {"done": done is not None, "done_on": day(done), "changed": False}
        phrases = [(role, phrase.text) for role, found in attributes(item) for phrase in found]
        row["phrase_roles"] = [role for role, _ in phrases] or None
        row["phrases"] = [text for _, text in phrases] or None
        row["task_words"] = " ".join(words_of(row["text"])) or None
        row["key"] = None if row["path"] in seen else task_key(key, row["path"])
        seen.add(row["path"])
        rows.append(row)
    return rows


def parts(key: str, rows: Rows) -> Rows:
    """Return which item is part of which; `rows` are those of the items."""
    above: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        above[row["path"]].append(row["id"])
    return [
        {
            "task": row["id"],
            "above": number,
            "told": {n: row[n] for n in ("start", "stop", "rule")} | {"document": key},
        }
        for row in rows
        if row["parent_path"] is not None
        for number in above[row["parent_path"]]
    ]


def bodies(key: str, facts: DocumentFacts, base: int, ids: Mapping[str, Any], role: str) -> Rows:
    """Return which bodies lead or support which items; `ids` are those of printed names."""
    return [
        {
            "task": number,
            "body": ids[phrase.text],
            "told": {
                "ordinal": ordinal,
                "text": phrase.text,
                "start": phrase.span.start,
                "stop": phrase.span.end,
                "rule": phrase.rule,
                "document": key,
                "quote": facts.source.quote(phrase.span),
            },
        }
        for number, item in enumerate(facts.items, base)
        for ordinal, phrase in enumerate(item.lead if role == LEAD else item.cooperating)
    ]


def recurrences(facts: DocumentFacts, base: int) -> Rows:
    """Return what comes round; `rule_bounds` is shared by all that come round on the same days."""
    names = ("ordinal", "frequency", "month_day", "weekday", "month", "rrule", "first_day")
    rows = []
    for number, *told in recurrence_rows(facts, base):
        ends = ("last_day", "text", "start", "stop", "rule")
        row: dict[str, Any] = dict(zip((*names, *ends), told, strict=True))
        if row["rrule"] is not None:
            row["rule_bounds"] = f"{row['rrule']} {row['first_day']} {row['last_day']}"
        row |= {name: day(row[name]) for name in ("first_day", "last_day")}
        rows.append({"task": number, "told": row})
    return rows


def named(key: str, facts: DocumentFacts, base: int, document: int) -> Rows:
    """Return what items, and the document itself, are about, with the words that say so."""
    spans = {citation.id: citation.span for citation in facts.citations}
    said = [
        (number, place, target)
        for number, item in enumerate(facts.items, base)
        for place, target in enumerate(item.targets)
    ]
    said += [(document, place, aim) for place, aim in enumerate(facts.aims)]
    return [
        {
            "number": number,
            "citation": citation_key(key, target.citation),
            "told": {
                "ordinal": place,
                "relation": target.relation.value,
                **_evidence(key, facts, _hull(target, spans), target.phrase.rule),
            },
        }
        for number, place, target in said
        if target.citation in spans
    ]


def meaning_row(key: str, resolution: Resolution) -> dict[str, Any]:
    """Return what one mention means, and what else it may mean."""
    others = [other for other in resolution.candidates if other != resolution.key]
    told = {
        "status": resolution.status,
        "method": resolution.method,
        "candidates": list(resolution.candidates) or None,
        "disagreements": list(resolution.disagreements) or None,
    }
    return {
        "citation": citation_key(key, resolution.citation),
        "meaning": resolution.key,
        "others": others,
        "told": told,
    }


def links(key: str, facts: DocumentFacts) -> Rows:
    """Return what the text says of two mentions, with the words that say so."""
    return [
        {
            "below": citation_key(key, link.source),
            "above": citation_key(key, link.target),
            "told": {
                "ordinal": place,
                "relation": link.relation.value,
                **_evidence(key, facts, link.span, link.rule),
            },
        }
        for place, link in enumerate(facts.links)
    ]


def _evidence(key: str, facts: DocumentFacts, span: Span, rule: str) -> dict[str, Any]:
    quote = facts.source.quote(span)
    return {"document": key, "start": span.start, "stop": span.end, "quote": quote, "rule": rule}


def _hull(target: Target, spans: Mapping[str, Span]) -> Span:
    """Return what to quote: the words that give the relation with the citation, if it is near."""
    words, citation = target.phrase.span, spans[target.citation]
    if abs(words.start - citation.start) >= _FAR:
        return citation
    return Span(min(words.start, citation.start), max(words.end, citation.end))
