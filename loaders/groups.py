"""Keeps the meaning of all citations right while documents come and go.

A citation's meaning depends on the documents of its number and symbol, its group. As long as that
set stays the same, only the new document's own citations are settled; when it changes, so may the
meaning of those that were settled before, and of these only what changed is written.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from graph.store import Store
from loaders.meaning import (
    Cited,
    Resolved,
    cited_by,
    merge_cited,
    resolve_mentions,
)
from ontology.known import KnownDocument, Mention

_KEPT: Final = 4096
"""How many groups are remembered; popular ones come again and again."""


@dataclass(slots=True)
class _Group:
    """What the store knows of one number and symbol.

    `undated` are the authorities in which it is mentioned without a date: only such a mention
    chooses among the documents that others cite.
    """

    known: tuple[KnownDocument, ...]
    cited: Cited
    undated: set[str]


_Settled: TypeAlias = tuple[Sequence[Resolved], Sequence[KnownDocument]]
"""What mentions mean, and the documents only cited of which more is known now.

The store drops those that nothing means in the end.
"""


class Groups:
    """The groups of a store, the latest in memory."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[str, _Group] = OrderedDict()

    def prepare(self, groups: Iterable[str]) -> None:
        """Read what the store knows of groups before their documents change."""
        wanted = sorted(set(groups))
        missing = [group for group in wanted if group not in self._kept]
        for group, known in self._known(missing).items():
            mentions = self._store.mentions((group,))
            self._kept[group] = _Group(known, cited_by(mentions, known), _undated(mentions))
        for group in wanted:
            self._kept.move_to_end(group)

    def _known(self, groups: Sequence[str]) -> dict[str, tuple[KnownDocument, ...]]:
        found: dict[str, list[KnownDocument]] = {group: [] for group in groups}
        for document in self._store.known(groups) if groups else ():
            found[document.group].append(document)
        return {group: tuple(documents) for group, documents in found.items()}

    def settle(
        self, before: Sequence[Mention], after: Sequence[Mention], own: Iterable[str]
    ) -> None:
        """Say what the citations of a document mean that was put in place of another or removed.

        `before` and `after` are its mentions; `own` are the groups of its own number, whose known
        documents may have changed. All of them were prepared.
        """
        old, new = _by_group(before), _by_group(after)
        changed = {group for group in own if self._now_known(group)}
        resolutions: list[Resolved] = [*_without_group(after)]
        cited: list[KnownDocument] = []
        for group in sorted(set(old) | set(new) | changed):
            state = self._kept[group]
            gone = bool(old[group]) and _told(old[group]) != _told(new[group])
            if group in changed or (gone and cited_by(old[group], state.known)):
                settled, documents = self._renew(group, new[group])
            else:
                settled, documents = self._add(group, new[group])
            resolutions += settled
            cited += documents
        self._store.refer(resolutions, sorted(cited, key=lambda document: document.key))
        self._forget()

    def _now_known(self, group: str) -> bool:
        """Tell whether the store knows other documents of a group than it did."""
        return self._known([group])[group] != self._kept[group].known

    def _add(self, group: str, mentions: Sequence[Mention]) -> _Settled:
        """Settle new mentions; when they name documents that nobody named, the others too."""
        state = self._kept[group]
        if not mentions:
            return (), ()
        more = dict(state.cited)
        merge_cited(more, cited_by(mentions, state.known))
        if _matters(state, more):
            return self._renew(group, mentions)
        told = [document for slot, document in more.items() if document != state.cited.get(slot)]
        state.cited, state.undated = more, state.undated | _undated(mentions)
        return resolve_mentions(mentions, state.known, more), told

    def _renew(self, group: str, own: Sequence[Mention]) -> _Settled:
        """Settle all mentions of a group anew; return those that changed and a document's own."""
        before = self._kept[group]
        mentions = self._store.mentions((group,))
        known = self._known([group])[group]
        cited = cited_by(mentions, known)
        self._kept[group] = _Group(known, cited, _undated(mentions))
        settled = set(resolve_mentions(mentions, before.known, before.cited))
        mine = {mention.document for mention in own}
        now = resolve_mentions(mentions, known, cited)
        resolved = [pair for pair in now if pair[0] in mine or pair not in settled]
        return resolved, tuple(cited.values())

    def _forget(self) -> None:
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def forget_all(self) -> None:
        """Forget what was remembered, since the store went back to what it was."""
        self._kept.clear()


def groups_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """Return the groups of mentions that have a number and a symbol."""
    return frozenset(mention.group for mention in mentions if mention.number and mention.symbol)


def _by_group(mentions: Iterable[Mention]) -> defaultdict[str, list[Mention]]:
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.number and mention.symbol:
            found[mention.group].append(mention)
    return found


def _without_group(mentions: Iterable[Mention]) -> tuple[Resolved, ...]:
    bare = [mention for mention in mentions if not (mention.number and mention.symbol)]
    return resolve_mentions(bare, (), {})


def _told(mentions: Iterable[Mention]) -> list[str]:
    """Return what mentions say, whoever says it, as often as they do."""
    return sorted(repr(replace(mention, document="", citation="")) for mention in mentions)


def _undated(mentions: Iterable[Mention]) -> set[str]:
    return {m.authority for m in mentions if m.date is None and m.context_date is None}


def _matters(group: _Group, after: Cited) -> bool:
    """Tell whether other mentions may mean something else among the cited documents of `after`.

    Undated ones choose among the dated documents by all that is said of them; and whoever means a
    document shares its key, which may become a fuller one.
    """
    before = group.cited
    changed = [slot for slot, document in after.items() if document != before.get(slot)]
    return any(
        (slot[1] is not None and slot[0] in group.undated)
        or (slot in before and before[slot].key != after[slot].key)
        for slot in changed
    )
