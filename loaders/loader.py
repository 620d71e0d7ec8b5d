"""Puts what was read of files into a store: each document wholly or not at all."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from graph.store import Loaded, Store
from loaders.carrying import Said, said_of, say_again
from loaders.extract import READER as FINDERS_VERSION
from loaders.formats.guard import Limits
from loaders.formats.source import READER_VERSION
from loaders.groups import Groups, groups_of
from loaders.identity import key_of
from loaders.mentions import mentions_of
from loaders.reading_job import Job, Read, Refused, Unchanged, printable, read
from ontology.facts import DocumentFacts, Standing
from ontology.known import KnownDocument, Mention
from ontology.numbers import group_of
from ontology.registry import Registry, registry

READER: Final = f"{READER_VERSION}.{FINDERS_VERSION}"
"""With another reader, or other finders, the same bytes are read anew."""


class Outcome(StrEnum):
    """What became of one file."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file: what became of it, its document, and for people why, where there is something.

    `code` tells why a file was refused.
    """

    path: str
    outcome: Outcome
    key: str | None = None
    message: str | None = None
    code: str | None = None
    citations: int = 0
    items: int = 0
    problems: int = 0


_TOLD: Final = 5
"""So many of a file's problems are told when it is loaded; `chidao extract` tells all."""


def ensure_registry(store: Store) -> None:
    """Make a store know the registry that comes with the project; what users added goes before."""
    Loader(store).ensure_registry()


@dataclass(frozen=True, slots=True)
class _SetAside:
    """A file that is not in the store, since the file with the digest `winner` says more."""

    path: Path
    key: str
    winner: str


class Loader:
    """Puts documents into one store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._groups = Groups(store)
        self._by_key = {loaded.key: loaded for loaded in store.loaded()}
        self._by_location = {loaded.location: loaded for loaded in self._by_key.values()}
        self._set_aside: list[_SetAside] = []

    def ensure_registry(self) -> None:
        """Register what the store does not know yet, or knows from an older registry."""
        ours = registry()
        known = {d.key: d for d in self._store.known(sorted({d.group for d in ours.documents}))}
        sources = {document.source for document in ours.documents}
        fresh = tuple(d for d in ours.documents if _is_ours(known.get(d.key), sources))
        if any(_is_stale(known.get(document.key), document) for document in fresh):
            self.register(Registry(fresh, ours.relations, ours.bodies))

    def register(self, added: Registry) -> None:
        """Add what is known without a text."""
        # Where nothing is loaded nothing is cited, so that nothing can come to mean another one.
        cited = added.documents if self._by_key else ()
        groups = sorted({document.group for document in cited})
        with self._whole():
            self._groups.prepare(groups)
            self._store.register(added.documents, added.relations, added.bodies)
            self._groups.settle((), (), groups)

    def job(self, path: Path, limits: Limits, *, allow_secret: bool) -> Job:
        """Return the work of reading a file, and what it may be spared for."""
        before = self._by_location.get(str(path))
        same_reader = before is not None and before.reader == READER
        unless = before.sha256 if before is not None and same_reader else None
        return Job(path, limits, allow_secret, unless)

    def take(self, path: Path, result: Read) -> FileReport:
        """Put what was read of a file into the store."""
        location = printable(path)
        before = self._by_location.get(location)
        if isinstance(result, Refused):
            return FileReport(location, Outcome.REFUSED, message=result.message, code=result.code)
        if isinstance(result, Unchanged):
            return FileReport(location, Outcome.UNCHANGED, before.key if before else None)
        key = key_of(result)
        other = self._by_key.get(key)
        if other is not None and other.location != location:
            if not _wins(result, other):
                return self._lost(location, before, other)
            self._set_aside.append(_SetAside(Path(other.location), key, result.source.sha256))
        self._put(key, result, before)
        return _report(location, key, result, before, other)

    def _lost(self, location: str, before: Loaded | None, winner: Loaded) -> FileReport:
        """Report a file that says less than another of the same document."""
        if before is not None:
            self.remove(before.key)
        self._set_aside.append(_SetAside(Path(location), winner.key, winner.sha256))
        message = f"cùng một văn bản với {winner.location}; giữ lại bản đầy đủ hơn"
        return FileReport(location, Outcome.DUPLICATE, winner.key, message)

    def returning(self, limits: Limits, *, allow_secret: bool) -> Iterator[tuple[Job, Read]]:
        """Read files again that said less than another one which then changed or went."""
        while free := [one for one in self._set_aside if self._is_free(one)]:
            self._set_aside = [one for one in self._set_aside if one not in free]
            for one in free:
                if str(one.path) not in self._by_location and one.path.exists():
                    job = self.job(one.path, limits, allow_secret=allow_secret)
                    yield job, read(job)

    def _is_free(self, one: "_SetAside") -> bool:
        winner = self._by_key.get(one.key)
        return winner is None or winner.sha256 != one.winner

    def _put(self, key: str, facts: DocumentFacts, before: Loaded | None) -> None:
        after = mentions_of(key, facts)
        other = self._by_key.get(key)
        old = [loaded for loaded in (before, other) if loaded is not None]
        gone = {loaded.key: self._store.facts(loaded.key) for loaded in old}
        mentions = [m for k, f in gone.items() for m in mentions_of(k, f)]
        own = _own_groups((facts, *gone.values()))
        with self._whole():
            self._groups.prepare(groups_of((*mentions, *after)) | own)
            said: Said = {}
            if before is not None and before.key != key:
                said = said_of(self._store, before.key, gone[before.key])
                self._store.remove(before.key)
            self._store.put(key, facts, after, reader=READER)
            say_again(self._store, said, key, facts)
            self._groups.settle(mentions, after, own)
        for loaded in old:
            self._drop(loaded)
        self._keep(key, facts)

    def remove(self, key: str) -> None:
        """Take a document out of the store; raise `NotFoundError` where it is not there."""
        facts = self._store.facts(key)
        mentions: tuple[Mention, ...] = mentions_of(key, facts)
        own = _own_groups((facts,))
        with self._whole():
            self._groups.prepare(groups_of(mentions) | own)
            self._store.remove(key)
            self._groups.settle(mentions, (), own)
        self._drop(self._by_key[key])

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """Do the block wholly or not at all, in the store and in what is remembered of it."""
        try:
            with self._store.transaction():
                yield
        except BaseException:
            self._groups.forget_all()
            raise

    def _drop(self, loaded: Loaded) -> None:
        self._by_key.pop(loaded.key, None)
        self._by_location.pop(loaded.location, None)

    def _keep(self, key: str, facts: DocumentFacts) -> None:
        source = facts.source
        loaded = Loaded(key, source.location, source.sha256, READER, len(source.text))
        self._by_key[key] = self._by_location[source.location] = loaded


def _own_groups(documents: Iterable[DocumentFacts]) -> frozenset[str]:
    """Return the groups that documents belong to by their own numbers."""
    headers = (facts.document for facts in documents)
    return frozenset(group_of(h.number, h.symbol) for h in headers if h.number and h.symbol)


def _wins(facts: DocumentFacts, other: Loaded) -> bool:
    """Tell which of two files of one document is kept: the longer text, whatever came first.

    The same file under another name wins when the first one is gone: it was moved.
    """
    source = facts.source
    if source.sha256 == other.sha256 and not Path(other.location).exists():
        return True
    mine = (-len(source.text), source.sha256, source.location)
    return mine < (-other.length, other.sha256, other.location)


def _report(
    location: str, key: str, facts: DocumentFacts, before: Loaded | None, other: Loaded | None
) -> FileReport:
    replaced = other is not None and other.location != location
    return FileReport(
        path=location,
        outcome=Outcome.UPDATED if before is not None else Outcome.LOADED,
        key=key,
        message="; ".join(_notes(facts, other if replaced else None)) or None,
        citations=len(facts.citations),
        items=len(facts.items),
        problems=len(facts.problems),
    )


def _notes(facts: DocumentFacts, replaced: Loaded | None) -> Iterator[str]:
    """Yield what to know about a file that was loaded: what it takes the place of, what is wrong."""
    if replaced is not None:
        yield f"thay cho {replaced.location}, cùng một văn bản"
    for problem in facts.problems[:_TOLD]:
        line = facts.source.text.count("\n", 0, problem.span.start) + 1 if problem.span else 1
        yield f"dòng {line}: {problem.message}"


def _is_ours(stored: KnownDocument | None, sources: set[str | None]) -> bool:
    """Tell whether a document is the project's to register: no user has said something else."""
    return stored is None or stored.standing is not Standing.REGISTERED or stored.source in sources


def _is_stale(stored: KnownDocument | None, ours: KnownDocument) -> bool:
    if stored is None:
        return True
    return stored.standing is Standing.REGISTERED and stored != ours
