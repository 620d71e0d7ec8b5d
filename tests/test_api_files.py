"""Answers as files from the command line."""

import io
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from tests.runs import answer, run

DAY = "2026-04-15"


@pytest.fixture(scope="module")
def store(samples_file: Path) -> Path:
    """Give a file with the samples."""
    return samples_file


def test_a_workbook_has_all_tasks_unless_somebody_says_otherwise(
    store: Path, tmp_path: Path
) -> None:
    file = tmp_path / "nhiệm vụ.xlsx"
    asked = ("tasks", "--as-of", DAY, "--format", "xlsx", "--output", file)
    done = run(*asked, store=store)
    assert (done.exit_code, done.stdout, done.stderr) == (0, f"Đã ghi: {file}\n", "")
    total = answer("tasks", "--as-of", DAY, "--limit", "0", store=store)["total"]
    assert load_workbook(file).worksheets[0].max_row == total + 4
    assert list(tmp_path.iterdir()) == [file]
    few = run(*asked, "--limit", "3", store=store)
    assert "Xem tiếp" in few.stderr
    assert load_workbook(file).worksheets[0].max_row == 3 + 4


def test_a_file_is_called_after_what_was_asked(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    asked = ("tasks", "--as-of", DAY, "--implements", "05-CT/TW", "--format", "xlsx")
    assert run(*asked, "--output", file, store=store).exit_code == 0
    title = load_workbook(file).worksheets[0]["A1"].value
    assert title == "Nhiệm vụ thực hiện Chỉ thị 05-CT/TW (15/5/2016)"
    due = run("due", "--as-of", DAY, "--within", "2w", "--format", "ics", store=store)
    calendar = Calendar.from_ical(due.stdout_bytes)
    assert calendar["name"] == "Nhiệm vụ đến hạn từ 15/04/2026 đến 29/04/2026"


@pytest.mark.parametrize(
    ("format_", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("html", b"<!doctype html>")]
)
def test_a_chain_is_a_picture(store: Path, tmp_path: Path, format_: str, begins: bytes) -> None:
    file = tmp_path / "a"
    asked = ("chain", "05-CT/TW", "--tasks", "--as-of", DAY, "--format", format_)
    assert run(*asked, "--output", file, store=store).exit_code == 0
    assert file.read_bytes().startswith(begins)
    assert run(*asked, "--output", "-", store=store).stdout_bytes == file.read_bytes()


def test_a_form_and_a_place_that_do_not_go_together_are_refused(
    store: Path, tmp_path: Path
) -> None:
    for form in ("table", "json", "csv"):
        wrong = run("tasks", "--format", form, "--output", tmp_path / "a", store=store)
        assert wrong.exit_code == 2
        assert "--output không đi cùng" in wrong.stderr
    wrong = run("tasks", "--format", "xlsx", store=store)
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "cần --output" in wrong.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_leaves_nothing(store: Path, tmp_path: Path) -> None:
    missing = tmp_path / "none" / "a.xlsx"
    failed = run("tasks", "--format", "xlsx", "--output", missing, store=store)
    assert failed.exit_code == 2
    assert str(missing.parent) in failed.stderr
    assert load_workbook(io.BytesIO(_bytes(store))).sheetnames == ["Nhiệm vụ", "Tổng hợp"]


def _bytes(store: Path) -> bytes:
    asked = ("tasks", "--format", "xlsx", "--output", "-")
    return run(*asked, store=store).stdout_bytes
