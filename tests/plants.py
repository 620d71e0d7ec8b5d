"""Findings that tests plant: rules of their own, found wherever their words stand."""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from checks import check as checking
from checks import rules as table
from checks.draft import Draft
from checks.findings import Evidence, Finding, Severity
from ontology.facts import Span

AT: Final = dt.datetime(2026, 4, 15, 8, 30, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Plant:
    """A rule of a test: `words` (a pattern) are wrong, and `instead` is to stand there."""

    code: str
    severity: Severity
    words: str
    instead: str | None = None


ERROR: Final = Plant("plant-error", Severity.ERROR, r"15/6/2016", "15/5/2016")
WARNING: Final = Plant("plant-warning", Severity.WARNING, r"Bộ Chính trị")
HINT: Final = Plant("plant-hint", Severity.HINT, r"Ban Thường vụ", "Thường trực")
DRAFT: Final = """\
TỈNH ỦY HÀ SƠN
*
Số 12-KH/TU
Hà Sơn, ngày 06 tháng 9 năm 2021

KẾ HOẠCH
thực hiện Chỉ thị số 05-CT/TW, ngày 15/6/2016 của Bộ Chính trị

Ban Thường vụ Tỉnh ủy ban hành kế hoạch.
"""
"""Has one of each."""


@contextmanager
def planted(folder: Path, *plants: Plant) -> Iterator[None]:
    """Let these be all the rules that there are, until the block ends."""
    for whole in Path(table.__file__).parent.glob("*.csv"):
        _write(whole, folder / whole.name, plants if whole.name == "rules.csv" else ())

    def found(draft: Draft) -> Iterator[Finding]:
        for one in plants:
            for match in re.finditer(one.words, draft.text):
                told = (("words", match[0]),)
                proof = Evidence("chứng cứ <b>", "tw/05-CT-TW/2016-05-15", source="sổ")
                beside = Evidence("ở đầu", span=Span(0, 1))
                yield Finding(one.code, Span(*match.span()), told, one.instead, (proof, beside))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table, "files", lambda _: folder)
        patch.setattr(checking, "CHECKERS", (found,))
        table.rules.cache_clear()
        try:
            yield
        finally:
            table.rules.cache_clear()


def _write(whole: Path, own: Path, plants: Iterable[Plant]) -> None:
    """Write a table of rules with the columns of the real one and no other rules than these."""
    with whole.open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with own.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        for one in plants:
            told = {"vi": "Sai: {words}", "en": "Wrong: {words}"}
            where = {"source": "Hướng dẫn 36", "valid_from": "2018-04-03"}
            writer.writerow({"code": one.code, "severity": one.severity.value, **where, **told})
