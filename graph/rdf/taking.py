"""From a file of RDF that an export has written to a store that holds the same."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final, TypeAlias

from graph.copying import groups, take
from graph.rdf import jsonld, nquads
from graph.rdf.gathered import Gathered, One, wrong
from graph.rdf.nquads import Quad
from graph.rdf.reading import read_holding, read_registered, read_said
from graph.rdf.stream import EDITION
from graph.store import Holding, Registered, Said, Store, StoreError
from ontology.rdf.names import BASE, EXPORT_GRAPH, GRAPH, REGISTRY_GRAPH, SAID_GRAPH, key_in

_DOCUMENTS: Final = f"{BASE}{GRAPH}/"
_REGISTRY: Final = REGISTRY_GRAPH.removeprefix(BASE)

Named: TypeAlias = tuple[str, Iterable[Quad]]
"""A named graph with its quads, which are to be read before the next is asked for."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How much was taken in."""

    documents: int
    changes: int


def take_file(file: Path, target: Store, progress: Callable[[int], None] = lambda _: None) -> Taken:
    """Make a store hold what an exported N-Quads or JSON-LD file holds.

    The file is looked over first: nothing is written when it is not whole, when parts of one graph
    do not stand together, or when `target` holds documents that the file has not. In memory is one
    document at a time. Raises `StoreError` and `OSError`.
    """
    others = set(target.loaded_keys()) - looked_over(file)
    if others:
        reason = f"kho đã có văn bản khác, như '{min(others)}'; hãy nhập vào một kho trống"
        raise StoreError(reason)
    said: tuple[Said, ...] = ()
    documents = 0
    with _opened(file) as named:
        for part in groups(_read(named)):
            for known in (one for one in part if isinstance(one, Registered)):
                target.register(known.documents, known.relations, known.bodies)
            held = [one for one in part if isinstance(one, Holding)]
            take(target, held)
            documents += len(held)
            said += tuple(one for one in part if isinstance(one, Said))
            progress(len(held))
    target.keep(said)
    return Taken(documents, len(said))


def _read(named: Iterable[Named]) -> Iterator[Registered | Holding | Said]:
    """Give what named graphs tell; those that follow from others are passed over."""
    for name, quads in named:
        try:
            if name == REGISTRY_GRAPH:
                yield read_registered(_gathered(quads))
            elif name == SAID_GRAPH:
                yield from read_said(_gathered(quads))
            elif name.startswith(_DOCUMENTS):
                yield read_holding(_gathered(quads))
        except (ValueError, KeyError, StopIteration) as error:
            reason = f"<{name}>: {error}"
            raise wrong(reason) from error


def _gathered(quads: Iterable[Quad]) -> Gathered:
    return Gathered((subject, [(term, value)]) for _, subject, term, value in quads)


def looked_over(file: Path) -> frozenset[str]:
    """Read a whole file; return the keys of its documents.

    Raises `StoreError` when it is not one that can be taken in.
    """
    names: dict[str, None] = {}
    export: One | None = None
    with _opened(file) as named:
        for name, quads in named:
            if name in names:
                reason = f"các phần của <{name}> không đứng liền nhau"
                raise wrong(reason)
            names[name] = None
            if name == EXPORT_GRAPH:
                export = _gathered(quads).thing(name)
            else:
                deque(quads, maxlen=0)
    first = next(iter(names), "")
    if first != REGISTRY_GRAPH and first.endswith(_REGISTRY):
        reason = f"tên trong tệp bắt đầu bằng {first.removesuffix(_REGISTRY)}; hãy đặt CHIDAO_BASE"
        raise wrong(reason)
    if export is None or first != REGISTRY_GRAPH:
        reason = "thiếu phần đầu hoặc phần cuối"
        raise wrong(reason)
    found = [name for name in names if name.startswith(_DOCUMENTS)]
    if export.one("edition") != EDITION or export.number("documents") != len(found):
        reason = "tệp của phiên bản khác, hoặc không đủ văn bản"
        raise wrong(reason)
    return frozenset(key_in(GRAPH, name) for name in found)


@contextmanager
def _opened(file: Path) -> Iterator[Iterator[Named]]:
    """Give the named graphs of a file, each to be read before the next."""
    with file.open(encoding="utf-8", newline="\n") as lines:
        is_json = lines.read(1) == "{"
        lines.seek(0)
        quads = jsonld.quads(lines) if is_json else nquads.quads(lines)
        try:
            yield groupby(quads, key=itemgetter(0))
        except UnicodeDecodeError:
            reason = "không phải UTF-8"
            raise wrong(reason) from None
