"""The registry of known documents and bodies: what comes with the project, and what users add."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import Final

from ontology.known import KnownBody, KnownDocument, KnownRelation
from ontology.registry_bodies import body_rows
from ontology.registry_documents import document_of
from ontology.registry_relations import relations_of
from ontology.sheets import RegistryError, Row, Sheet, read_sheet

__all__ = ["Registry", "RegistryError", "read_bodies", "read_documents", "registry"]

DOCUMENT_COLUMNS: Final = ("type_code", "number", "symbol", "date", "issuer", "short_title")
BODY_COLUMNS: Final = ("name",)


@dataclass(frozen=True, slots=True)
class Registry:
    """What is known without a text: documents by key, their relations, and bodies by key."""

    documents: tuple[KnownDocument, ...] = ()
    relations: tuple[KnownRelation, ...] = ()
    bodies: tuple[KnownBody, ...] = ()


@cache
def registry() -> Registry:
    """Return the registry that comes with the project, read on first use."""
    data = files("ontology").joinpath("data")
    documents = data.joinpath("documents.csv").read_bytes()
    bodies = data.joinpath("bodies.csv").read_bytes()
    known = _documents(read_sheet(documents, "documents.csv", DOCUMENT_COLUMNS), ())
    sheet = read_sheet(bodies, "bodies.csv", BODY_COLUMNS)
    found = Registry(known.documents, known.relations, _bodies(sheet, ()))
    sheet.finish()
    return found


def read_documents(file: str | PathLike[str]) -> Registry:
    """Return the documents and relations of a user's file, or raise `RegistryError`.

    A relation may lead to a document of the file or of the project's own registry.
    """
    path = Path(file)
    sheet = read_sheet(_bytes(path), path.name, DOCUMENT_COLUMNS)
    return _documents(sheet, registry().documents)


def read_bodies(file: str | PathLike[str]) -> Registry:
    """Return the bodies of a user's file, or raise `RegistryError`."""
    path = Path(file)
    sheet = read_sheet(_bytes(path), path.name, BODY_COLUMNS)
    bodies = _bodies(sheet, registry().bodies)
    sheet.finish()
    return Registry(bodies=bodies)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RegistryError([f"{path}: không mở được tệp ({error.strerror})"]) from None


def _documents(sheet: Sheet, others: Iterable[KnownDocument]) -> Registry:
    """Read the rows, then the relations, which may lead to any row; report all that is wrong."""
    pairs = []
    lines: dict[str, int] = {}
    for line, cells in sheet.rows:
        row = Row(sheet, line, cells)
        document = document_of(row)
        if document is None:
            continue
        first = lines.setdefault(document.key, line)
        if first != line:
            row.wrong("number", f"văn bản này đã có ở dòng {first}")
        pairs.append((row, document))
    sheet.finish()
    relations = relations_of(pairs, others)
    sheet.finish()
    documents = sorted((document for _, document in pairs), key=lambda document: document.key)
    return Registry(tuple(documents), relations)


def _bodies(sheet: Sheet, others: Iterable[KnownBody]) -> tuple[KnownBody, ...]:
    return body_rows((Row(sheet, line, cells) for line, cells in sheet.rows), others)
