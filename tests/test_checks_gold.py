"""Real documents and samples, each checked as of its own day: every error was read by a person."""

import datetime as dt
from pathlib import Path
from typing import Final

import pytest

from checks.check import check
from checks.draft import Draft, draft_of
from checks.findings import Severity
from checks.rules import rules
from loaders.extract import extract
from loaders.formats.source import read_source
from tests.drafts import registered
from tests.runs import SHARED, samples

DAYS: Final = {
    "05_quan8_btg_sachdientu.txt": dt.date(2023, 9, 28),
    "06_hcm_hdnd_tb_giaoban.txt": dt.date(2026, 7, 28),
    "17_thanhhoa_thele_cds.txt": dt.date(2025, 1, 15),
    "19_hanoi_bc_tocongtac01.txt": dt.date(2026, 4, 28),
    "20_cantho_bancamket.txt": dt.date(2023, 1, 15),
}
"""When those were written that say neither their day nor the time that they plan for."""

ERRORS: Final = {
    # Written in spring 2025 for the 135th birthday; the 113 are years of something else.
    "002_d370bc011781b3b2.txt": [("anniversary", "113")],
    # The letter Ð of Icelandic in the place of Đ: no search finds this symbol.
    "08-cong-van-745-btgtu.txt": [("symbol-lookalike", "238-QÐ/TW")],
}
"""All errors by file: code and words. Whoever adds one has read the text there."""


def texts() -> list[Path]:
    """Return the samples and, where they are laid out, the real documents."""
    return [*samples(), *sorted((SHARED / "texts").glob("*.txt"))]


def of_its_day(path: Path) -> Draft:
    """Return a document as a draft of the day on which it was signed, or that its plan begins."""
    source = read_source(path)
    header = extract(source).document
    starts = header.period.earliest if header.period else None
    day = header.date or starts or DAYS[path.name]
    return draft_of(source, registered(), day=day)


@pytest.mark.parametrize("path", texts(), ids=lambda path: Path(path).stem)
def test_only_what_is_wrong_is_an_error(path: Path) -> None:
    draft = of_its_day(path)
    found = [
        (finding.code, draft.text[finding.span.start : finding.span.end])
        for finding in check(draft)
        if rules()[finding.code].severity is Severity.ERROR
    ]
    assert found == ERRORS.get(path.name, [])


def test_the_errors_are_of_texts_that_are_there() -> None:
    there = {path.name for path in texts()}
    shared = SHARED.exists()
    assert {name for name in ERRORS if shared or name[2] == "-"} <= there
