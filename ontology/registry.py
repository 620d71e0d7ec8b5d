"""The registry of known documents and bodies: what comes with the project, and what users add."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import Final, TypeAlias

from ontology.known import KnownBody, KnownDocument, KnownRelation
from ontology.registry_bodies import body_rows
from ontology.registry_documents import document_of
from ontology.registry_relations import relations_of
from ontology.sheets import RegistryError, Row, Sheet, read_sheet

__all__ = ["Registry", "RegistryError", "Taken", "read_bodies", "read_documents", "registry"]

DOCUMENT_COLUMNS: Final = ("type_code", "number", "symbol", "date", "issuer", "short_title")
BODY_COLUMNS: Final = ("name",)


@dataclass(frozen=True, slots=True)
class Registry:
    """What is known without a text: documents by key, their relations, and bodies by key."""

    documents: tuple[KnownDocument, ...] = ()
    relations: tuple[KnownRelation, ...] = ()
    bodies: tuple[KnownBody, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What a user's file adds, and the `problems` of its rows that are left out."""

    added: Registry
    problems: tuple[str, ...] = ()


@cache
def registry() -> Registry:
    """Return the registry that comes with the project, read on first use."""
    data = files("ontology").joinpath("data")
    documents = data.joinpath("documents.csv").read_bytes()
    bodies = data.joinpath("bodies.csv").read_bytes()
    known = _documents(read_sheet(documents, "documents.csv", DOCUMENT_COLUMNS), ())
    others = _bodies(read_sheet(bodies, "bodies.csv", BODY_COLUMNS), ())
    for taken in (known, others):
        if taken.problems:
            raise RegistryError(taken.problems)
    return Registry(known.added.documents, known.added.relations, others.added.bodies)


def read_documents(file: str | PathLike[str]) -> Taken:
    """Return the documents and relations of a user's file.

    Raises `RegistryError` for a file whose rows cannot be read at all. A relation may lead to a
    document of the file or of the project's own registry.
    """
    path = Path(file)
    sheet = read_sheet(_bytes(path), path.name, DOCUMENT_COLUMNS)
    return _documents(sheet, registry().documents)


def read_bodies(file: str | PathLike[str]) -> Taken:
    """Return the bodies of a user's file; raise `RegistryError` as `read_documents` does."""
    path = Path(file)
    return _bodies(read_sheet(_bytes(path), path.name, BODY_COLUMNS), registry().bodies)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RegistryError([f"{path}: không mở được tệp ({error.strerror})"]) from None


def _documents(sheet: Sheet, others: Iterable[KnownDocument]) -> Taken:
    """Read the rows, then the relations, which may lead to any row that is right."""
    others = tuple(others)
    pairs = _pairs(sheet)
    relations = relations_of(pairs, others)
    while len(right := [(row, one) for row, one in pairs if row.is_right]) < len(pairs):
        pairs = right  # one that is left out may be what others lead to
        relations = relations_of(pairs, others)
    documents = sorted((document for _, document in pairs), key=lambda document: document.key)
    return Taken(Registry(tuple(documents), relations), tuple(sheet.problems))


Pair: TypeAlias = tuple[Row, KnownDocument]


def _pairs(sheet: Sheet) -> list[Pair]:
    """Return the rows that are right with their documents; report all that is wrong in others."""
    pairs: list[Pair] = []
    lines: dict[str, int] = {}
    for line, cells in sheet.rows:
        row = Row(sheet, line, cells)
        document = document_of(row)
        if document is None or not row.is_right:
            continue
        first = lines.setdefault(document.key, line)
        if first != line:
            row.wrong("number", f"văn bản này đã có ở dòng {first}")
        else:
            pairs.append((row, document))
    return pairs


def _bodies(sheet: Sheet, others: Iterable[KnownBody]) -> Taken:
    bodies = body_rows((Row(sheet, line, cells) for line, cells in sheet.rows), others)
    return Taken(Registry(bodies=bodies), tuple(sheet.problems))
