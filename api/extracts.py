"""Everything read from one file, as the JSON of the annotation guide and more."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from api.answers import Record, plain
from loaders.identity import key_of
from loaders.resolve import mentions_of, resolve_group
from ontology.facts import (
    Citation,
    DocumentFacts,
    Item,
    Link,
    Phrase,
    Problem,
    Recurring,
    Resolution,
    Target,
)
from ontology.known import KnownDocument, Mention
from ontology.periods import Interval
from ontology.registry import registry


def facts_record(facts: DocumentFacts) -> Record:
    """Return the facts of one file; citations are resolved against the shipped registry only."""
    key = key_of(facts)
    return _record(key, facts, _resolutions(key, facts))


def text_record(key: str, facts: DocumentFacts) -> Record:
    """Return the facts of a loaded document with its text; citations mean what the store says."""
    resolutions = {resolution.citation: resolution for resolution in facts.resolutions}
    return {**_record(key, facts, resolutions), "text": facts.source.text}


def _record(key: str, facts: DocumentFacts, resolutions: Mapping[str, Resolution]) -> Record:
    return {
        "file": facts.source.name,
        "document": _document(facts),
        "citations": [_citation(c, facts, resolutions.get(c.id)) for c in facts.citations],
        "links": [_link(link) for link in facts.links],
        "items": [_item(item, facts) for item in facts.items],
        "aims": [_target(aim) for aim in facts.aims],
        "problems": [_problem(problem) for problem in facts.problems],
        "key": key,
        "format": facts.source.format,
        "sha256": facts.source.sha256,
        "length": len(facts.source.text),
    }


def _resolutions(key: str, facts: DocumentFacts) -> dict[str, Resolution]:
    """Return what the citations mean, by their ids."""
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions_of(key, facts):
        mentions[mention.group].append(mention)
    known: defaultdict[str, list[KnownDocument]] = defaultdict(list)
    for document in registry().documents:
        known[document.group].append(document)
    return {
        resolution.citation: resolution
        for group, own in mentions.items()
        for _, resolution in resolve_group(own, known.get(group, ()))[0]
    }


def _document(facts: DocumentFacts) -> Record:
    header = facts.document
    return {
        "type": header.type,
        "number": header.number,
        "symbol": header.symbol,
        "title": header.title,
        "issuer": header.issuer,
        "jurisdiction": header.jurisdiction,
        "date": plain(header.date),
        "period": _interval(header.period),
        "signatory": header.signatory,
        "place": header.place,
        "recipients": list(header.recipients),
        "evidence": {name: _phrase(phrase) for name, phrase in header.evidence},
    }


def _citation(citation: Citation, facts: DocumentFacts, resolution: Resolution | None) -> Record:
    return {
        "id": citation.id,
        "start": citation.span.start,
        "end": citation.span.end,
        "text": facts.source.quote(citation.span),
        "type": citation.type,
        "number": citation.number,
        "symbol": citation.symbol,
        "date": plain(citation.date),
        "issuer": citation.issuer,
        "term": citation.term,
        "title": citation.title,
        "rule": citation.rule,
        "resolution": _resolution(resolution) if resolution else None,
    }


def _resolution(resolution: Resolution) -> Record:
    return {
        "status": resolution.status,
        "method": resolution.method,
        "document": resolution.key,
        "candidates": list(resolution.candidates),
        "disagreements": list(resolution.disagreements),
    }


def _link(link: Link) -> Record:
    return {
        "from": link.source,
        "to": link.target,
        "relation": link.relation,
        "rule": link.rule,
        "start": link.span.start,
        "end": link.span.end,
    }


def _item(item: Item, facts: DocumentFacts) -> Record:
    recurrences = [_recurrence(recurring) for recurring in item.recurrences]
    return {
        "id": item.id,
        "kind": item.kind,
        "path": item.path,
        "start": item.span.start,
        "end": item.span.end,
        "text": facts.source.quote(item.span),
        "lead": [phrase.text for phrase in item.lead],
        "cooperating": [phrase.text for phrase in item.cooperating],
        "due": _interval(item.due.interval) if item.due else None,
        "due_text": _due_text(item),
        "recurrence": recurrences[0]["frequency"] if recurrences else None,
        "recurrences": recurrences,
        "condition": item.condition.text if item.condition else None,
        "status": item.status.text if item.status else None,
        "targets": [_target(target) for target in item.targets],
        "parent": item.parent,
        "rule": item.rule,
        "evidence": {
            "lead": [_phrase(phrase) for phrase in item.lead],
            "cooperating": [_phrase(phrase) for phrase in item.cooperating],
            "due": [_phrase(phrase) for phrase in item.due.phrases] if item.due else [],
            "condition": _phrase(item.condition) if item.condition else None,
            "status": _phrase(item.status) if item.status else None,
        },
    }


def _due_text(item: Item) -> str | None:
    """Return the words that give the time: of the due days, else of what comes round."""
    if item.due is not None:
        return item.due.text
    return "; ".join(recurring.phrase.text for recurring in item.recurrences) or None


def _recurrence(recurring: Recurring) -> Record:
    rule = recurring.recurrence
    return {"frequency": rule.frequency, "rrule": rule.rrule, **_phrase(recurring.phrase)}


def _target(target: Target) -> Record:
    return {
        "citation": target.citation,
        "relation": target.relation,
        **_phrase(target.phrase),
    }


def _phrase(phrase: Phrase) -> Record:
    return {
        "text": phrase.text,
        "start": phrase.span.start,
        "end": phrase.span.end,
        "rule": phrase.rule,
    }


def _problem(problem: Problem) -> Record:
    span: dict[str, Any] = {"start": None, "end": None}
    if problem.span is not None:
        span = {"start": problem.span.start, "end": problem.span.end}
    return {"code": problem.code, "message": problem.message, **span}


def _interval(interval: Interval | None) -> list[str | None] | None:
    return [plain(interval.earliest), plain(interval.latest)] if interval else None
