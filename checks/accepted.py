"""Findings that somebody has accepted: kept in a file beside the draft, quiet until it changes.

An accepted finding is known by its code, the words at its place, and the surroundings in its line:
it moves with them, and speaks again as soon as any of them changes.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

from checks.findings import Finding
from checks.positions import Places
from ontology.facts import Source

SUFFIX: Final = ".chidao.json"
_NAME: Final = "accepted"
_MOST_BYTES: Final = 4 * 1024 * 1024


class AcceptedError(Exception):
    """A file of accepted findings that cannot be read; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """One finding that stays: who has said so, when, and why. `digest` tells it from others."""

    code: str
    quote: str
    digest: str
    reason: str
    by: str
    at: str


def file_beside(draft: Path) -> Path:
    """Return where the accepted findings of a draft are.

    >>> file_beside(Path("ke-hoach.docx")).name
    'ke-hoach.docx.chidao.json'
    """
    return draft.with_name(draft.name + SUFFIX)


def fingerprint(finding: Finding, source: Source, places: Places) -> str:
    """Return what stays the same of a finding as long as the words around it do."""
    before, after = places.around(finding.span)
    parts = (finding.code, before, source.quote(finding.span), after)
    return hashlib.sha256("\0".join(map(_bare, parts)).encode("utf-8", "replace")).hexdigest()


def read_accepted(draft: Path) -> tuple[Accepted, ...]:
    """Return what was accepted of a draft; raise `AcceptedError`."""
    path = file_beside(draft)
    try:
        if not path.exists():
            return ()
        if path.stat().st_size > _MOST_BYTES:
            raise _unreadable(path, f"tệp lớn hơn {_MOST_BYTES:,} byte")
        return tuple(_entry(row) for row in json.loads(path.read_text("utf-8"))[_NAME])
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise _unreadable(path, f"{type(error).__name__}: {error}") from None


def entry(  # noqa: PLR0913  (all that is said of one)
    finding: Finding, source: Source, places: Places, *, reason: str, by: str, at: dt.datetime
) -> Accepted:
    """Return a finding as it is accepted."""
    return Accepted(
        code=finding.code,
        quote=source.quote(finding.span),
        digest=fingerprint(finding, source, places),
        reason=reason,
        by=by,
        at=at.isoformat(timespec="seconds"),
    )


def text_of(accepted: Iterable[Accepted]) -> str:
    """Return the file of accepted findings: one of each digest, the last that was said."""
    rows = {one.digest: asdict(one) for one in accepted}
    return json.dumps({_NAME: list(rows.values())}, ensure_ascii=False, indent=2) + "\n"


def _entry(row: dict[str, Any]) -> Accepted:
    values = {field.name: row[field.name] for field in fields(Accepted)}
    if not all(isinstance(value, str) for value in values.values()):
        reason = "expected texts"
        raise TypeError(reason)
    return Accepted(**values)


def _bare(text: str) -> str:
    """Return a text without regard to how its words are parted."""
    return " ".join(text.split())


def _unreadable(path: Path, why: str) -> AcceptedError:
    way_out = "Hãy sửa hoặc xóa tệp này rồi chấp nhận lại"
    return AcceptedError(f"{path}: không đọc được các phát hiện đã chấp nhận ({why}). {way_out}.")
