"""The draft itself with comments, and on request with tracked changes, as Word and others show.

Nothing else of the file changes: its other parts keep their bytes, its text every letter. Text
boxes, in which Word shows no comments, have them where the box is anchored, and no changes.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.text.run import Run

from checks.word_changes import DATE, Change, Changes, moment
from checks.word_runs import Runs
from loaders.formats.docx import trace
from loaders.formats.guard import DEFAULT_LIMITS, Limits, guarded
from ontology.facts import Span

AUTHOR: Final = "Chidao"
_INITIALS: Final = "CĐ"
_TYPES: Final = "[Content_Types].xml"
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The day of a part that the old file did not have, as far back as archives count."""


@dataclass(frozen=True, slots=True)
class Note:
    """A comment on the words at `span` of the text; `instead` is what to write there, if known."""

    span: Span
    text: str
    instead: str | None = None


def commented(
    data: bytes,
    name: str,
    notes: Sequence[Note],
    *,
    at: dt.datetime,
    limits: Limits = DEFAULT_LIMITS,
) -> bytes:
    """Return a Word file with a comment for each note, and a tracked change for each `instead`.

    Of changes that overlap only the first is made. `at` is when they are said to be made. Without
    notes the bytes are the old ones. Raises `RefusedError` as the reader of Word files does.
    """
    if not notes:
        return data
    with guarded(name, limits) as guard:
        traced = trace(data, guard)
        runs = Runs(traced.pieces, [note.span for note in notes])
        for note in notes:
            guard.check_time()
            _comment(traced.document, runs, note, at)
        changes = Changes(traced.document.element, AUTHOR, at)
        for change in _chosen(notes):
            changes.make(change, runs)
        return _saved(traced.document, data)


def _chosen(notes: Iterable[Note]) -> Iterable[Change]:
    """Give the changes that do not overlap with one before."""
    end = 0
    for note in sorted(notes, key=lambda one: one.span):
        if note.instead is not None and note.span.start >= end:
            end = note.span.end
            yield Change(note.span, note.instead)


def _comment(document: Document, runs: Runs, note: Note, at: dt.datetime) -> None:
    """Put a comment on the runs of its words; a file without any run has nowhere to put one."""
    ends = runs.around(note.span)
    if ends is None:
        return
    marked = [Run(run, document) for run in ends]
    document.add_comment(marked, _plain(note.text), AUTHOR, _INITIALS)
    _comments(document)[-1].element[-1].set(DATE, moment(at))


def _comments(document: Document) -> list[XmlPart]:
    """Return the part with the comments, if there is one."""
    kind = RELATIONSHIP_TYPE.COMMENTS
    found = (one.target_part for one in document.part.rels.values() if one.reltype == kind)
    return [part for part in found if isinstance(part, XmlPart)]


def _plain(text: str) -> str:
    """Return a text without what XML cannot hold; lines stay."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join("".join(filter(str.isprintable, line)) for line in lines)


def _saved(document: Document, old: bytes) -> bytes:
    """Return the file with the old bytes of all parts but those that have changed."""
    saved = io.BytesIO()
    document.save(saved)
    part = document.part
    parts = (part.partname, part.partname.rels_uri, *(one.partname for one in _comments(document)))
    changed = {_TYPES, *(name.lstrip("/") for name in parts)}
    result = io.BytesIO()
    with (
        zipfile.ZipFile(saved) as new,
        zipfile.ZipFile(io.BytesIO(old)) as before,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        times = {one.filename: one.date_time for one in before.infolist()}
        for name in new.namelist():
            kept = before if name in times and name not in changed else new
            entry = zipfile.ZipInfo(name, times.get(name, _EARLIEST))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, kept.read(name))
    return result.getvalue()
