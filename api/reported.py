"""Checked drafts as files: SARIF for programs, Word with comments, a page to open offline."""

import datetime as dt
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from api.checking import Checked, comment_of
from api.troubles import Trouble
from api.words import Words
from checks.findings import Finding
from checks.sarif import Reported, Unread, sarif_log


@dataclass(frozen=True, slots=True)
class Report:
    """All drafts of a run, those that were not read, and whether accepted findings are told."""

    found: Sequence[Checked]
    unread: Sequence[Unread]
    everything: bool = False


def sarif_file(report: Report, words: Words) -> bytes:
    """Return a SARIF log; accepted findings are in it, as suppressed."""
    files = [Reported(one.source, one.all()) for one in report.found]
    log = sarif_log(files, report.unread, version=version("chidao"), language=words.language)
    return (json.dumps(log, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def docx_file(
    data: bytes,
    found: Checked,
    words: Words,
    *,
    suggest: bool,
    only: Collection[Finding] | None = None,
) -> bytes:
    """Return the draft's own file with comments, and with tracked changes where `suggest` asks.

    `only` are the findings whose corrections are made, all without it.
    """
    from checks.word import Note, commented  # noqa: PLC0415  other reports need no Word

    notes = [
        Note(
            one.span,
            comment_of(one, words),
            one.replacement if suggest and (only is None or one in only) else None,
        )
        for one in found.open
    ]
    return commented(data, found.source.name, notes, at=dt.datetime.now().astimezone())


def html_file(report: Report, words: Words) -> bytes:
    """Return one page with the drafts and their findings in place; raise `Trouble`."""
    try:
        from api.findings_page import findings_page  # noqa: PLC0415  only pages need Jinja2
    except ModuleNotFoundError:
        raise Trouble(words("trouble.check_html")) from None
    return findings_page(report.found, words, everything=report.everything).encode(
        "utf-8", "replace"
    )
