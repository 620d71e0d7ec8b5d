"""A draft as the checks see it: what it says, on which day, and what its citations mean."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from checks.blank_days import blank_month
from graph.store import Registered, View
from loaders.extract import extract
from loaders.identity import key_of
from loaders.resolve import mentions_of, resolve_group
from ontology.facts import Citation, DocumentFacts, Resolution, Source
from ontology.known import KnownDocument, Mention
from ontology.periods import Interval


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft on the `day` as of which it is checked.

    `day` is the one asked for, else the draft's own, else today, or the last of the month in its
    header or of its period where that is over. `meanings` holds by citation what it means among
    what `view` knows, `known` the documents that may be meant, by key, and `registered` all that
    is known without a text.
    """

    facts: DocumentFacts
    key: str
    day: dt.date
    view: View
    meanings: Mapping[str, Resolution]
    known: Mapping[str, KnownDocument]
    registered: Registered

    @property
    def text(self) -> str:
        """The text that all places point into."""
        return self.facts.source.text

    def meant(self, citation: Citation) -> KnownDocument | None:
        """Return the document that a citation means, where exactly one that is known is left."""
        resolution = self.meanings.get(citation.id)
        return self.known.get(resolution.key) if resolution and resolution.key else None


def draft_of(
    source: Source,
    view: View,
    *,
    day: dt.date | None = None,
    jurisdiction: str | None = None,
) -> Draft:
    """Return a draft with what its citations mean; nothing is written.

    `jurisdiction` says whose draft it is where its own header does not.
    """
    return draft_from(extract(source), view, day=day, jurisdiction=jurisdiction)


def draft_from(
    facts: DocumentFacts,
    view: View,
    *,
    day: dt.date | None = None,
    jurisdiction: str | None = None,
) -> Draft:
    """Return the draft of facts that were read already."""
    header = facts.document
    if header.jurisdiction is None and jurisdiction is not None:
        facts = replace(facts, document=replace(header, jurisdiction=jurisdiction))
    key = key_of(facts)
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions_of(key, facts):
        mentions[mention.group].append(mention)
    known: defaultdict[str, list[KnownDocument]] = defaultdict(list)
    for document in view.known(mentions):
        if document.key != key:
            known[document.group].append(document)
    resolved = {
        resolution.citation: resolution
        for group, own in mentions.items()
        for _, resolution in resolve_group(own, known.get(group, ()))[0]
    }
    return Draft(
        facts=facts,
        key=key,
        day=day or header.date or _undated(blank_month(facts) or header.period),
        view=view,
        meanings=MappingProxyType(resolved),
        known=MappingProxyType({d.key: d for group in known.values() for d in group}),
        registered=view.registered(),
    )


def _undated(period: Interval | None) -> dt.date:
    """Return the day of a draft without a date: an old one is not told of what came after it.

    `period` is the month of a header whose day is blank, else the time that a plan is for.
    """
    today = dt.datetime.now().astimezone().date()
    return min(today, period.latest) if period and period.latest else today
