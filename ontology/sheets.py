"""A table in a CSV file: its rows by line, and all that is wrong with them at once."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

_NAMES: Final = MappingProxyType({"name_vi": "name"})
"""Columns that go by another name too."""
_SLASHED: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class RegistryError(Exception):
    """A registry file that cannot be taken in; `problems` names every wrong line and column."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(slots=True)
class Sheet:
    """One file while it is read: its name, its rows, the problems found so far and their lines."""

    name: str
    rows: tuple[tuple[int, dict[str, str]], ...] = ()
    problems: list[str] = field(default_factory=list)
    wrong: set[int] = field(default_factory=set)

    def report(self, line: int, column: str | None, message: str) -> None:
        """Add a problem: `FILE, dòng 3, cột date: …`."""
        place = f"{self.name}, dòng {line}" + (f", cột {column}" if column else "")
        self.problems.append(f"{place}: {message}")
        self.wrong.add(line)

    def finish(self) -> None:
        """Raise `RegistryError` when there is a problem."""
        if self.problems:
            raise RegistryError(self.problems)


@dataclass(frozen=True, slots=True)
class Row:
    """One row, whose cells report what is wrong with them."""

    sheet: Sheet
    line: int
    cells: dict[str, str]

    @property
    def is_right(self) -> bool:
        """Tell whether no problem of it was reported so far."""
        return self.line not in self.sheet.wrong

    def get(self, column: str) -> str | None:
        """Return a cell's words, None where it is empty or the column is left out."""
        return self.cells.get(column, "").strip() or None

    def need(self, column: str, what: str) -> str:
        """Return a cell's words; report an empty one."""
        value = self.get(column)
        if value is None:
            self.wrong(column, f"thiếu {what}")
        return value or ""

    def date(self, column: str) -> dt.date | None:
        """Return a cell's date, written 2016-05-15 or 15/5/2016; report one that cannot be."""
        text = self.get(column)
        if text is None:
            return None
        slashed = _SLASHED.fullmatch(text)
        try:
            if slashed is not None:
                return dt.date(int(slashed[3]), int(slashed[2]), int(slashed[1]))
            return dt.date.fromisoformat(text)
        except ValueError:
            self.wrong(column, f"không có ngày '{text}'; hãy viết như 2016-05-15 hoặc 15/5/2016")
            return None

    def wrong(self, column: str, message: str) -> None:
        """Report a problem in one cell."""
        self.sheet.report(self.line, column, message)


def read_sheet(data: bytes, name: str, required: Sequence[str]) -> Sheet:
    """Return a file's rows, or raise `RegistryError`: wrong encoding, missing columns.

    Torn rows are left out and reported. Cells are parted by commas, or by semicolons or tabs where
    the first line has those only.
    """
    sheet = Sheet(name)
    text = _decoded(sheet, data)
    sheet.finish()
    head = text.partition("\n")[0]
    delimiter = next((mark for mark in ",;\t" if mark in head), ",")
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns = [_NAMES.get(column.strip(), column.strip()) for column in reader.fieldnames or ()]
    reader.fieldnames = columns
    for column in required:
        if column not in columns:
            sheet.report(1, column, "thiếu cột này")
    sheet.finish()
    sheet.rows = tuple(_rows(sheet, reader))
    return sheet


def _decoded(sheet: Sheet, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        sheet.report(line, None, "tệp không ở dạng UTF-8; hãy lưu lại thành 'CSV UTF-8'")
        return ""
    if not text.strip():
        sheet.report(1, None, "tệp trống")
    return text


def _rows(sheet: Sheet, reader: "csv.DictReader[str]") -> Iterable[tuple[int, dict[str, str]]]:
    while True:
        begin = reader.reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            sheet.report(begin, None, f"không đọc được dòng này ({error})")
            continue
        line = reader.line_num
        if any(key is None for key in row):  # type: ignore[redundant-expr,unused-ignore]
            sheet.report(line, None, "nhiều ô hơn số cột; hãy đặt ô có dấu phẩy trong ngoặc")
        elif any((value or "").strip() for value in row.values()):
            yield line, {key: value or "" for key, value in row.items()}
