"""The questions on three real plans, as the project promises to answer them."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.runs import PLANS, answer, run

pytestmark = pytest.mark.skipif(not PLANS, reason="the plans are not beside this folder")

TASK_KEYS = (
    *("task", "text", "document", "path", "kind", "relation", "through", "due", "due_text"),
    *("recurrence", "condition", "state", "lead", "cooperating", "chain"),
)
HOP_KEYS = ("from", "relation", "to", "quote", "document", "start", "end")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plans") / "plans.sqlite"
    loaded = answer("load", *PLANS, store=path)
    assert [row["outcome"] for row in loaded["rows"]] == ["loaded"] * 3
    return path


@pytest.fixture(scope="module")
def programme(store: Path) -> str:
    """Return the key of the monthly programme."""
    rows = answer("documents", "--standing", "loaded", store=store)["rows"]
    return str(next(row["document"] for row in rows if row["jurisdiction"] == "Đồng Nai"))


def by_path(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["path"]: row for row in rows}


@pytest.mark.parametrize(
    "typed",
    [
        "Chỉ thị 05-CT/TW",
        "05-ct/tw",
        "chi thi so 05 - CT/TW ngay 15/5/2016",
        "tw/05-CT-TW/2016-05-15",
    ],
)
def test_tasks_that_implement_a_directive_say_how(store: Path, typed: str) -> None:
    found = answer("tasks", "--implements", typed, "--as-of", "2025-03-01", store=store)
    assert found["question"] == "tasks"
    assert found["as_of"] == "2025-03-01"
    assert found["total"] == len(found["rows"]) == 2
    rows = by_path(found["rows"])
    assert rows["I.3.-2"]["relation"] == "reviews"
    assert rows["I.3.-2"]["through"] == "own text"
    task = rows["I.3.-1"]
    assert tuple(task)[: len(TASK_KEYS)] == TASK_KEYS
    assert task["relation"] == "continues"
    assert task["through"] == "chain"
    assert [hop["to"] for hop in task["chain"]] == [
        "lang-son/33-KH-TU/2021-09-14",
        "tw/01-KL-TW/2021-05-18",
        "tw/05-CT-TW/2016-05-15",
    ]
    assert task["chain"][0]["from"] == task["task"]
    text = PLANS[1].read_text(encoding="utf-8")
    for hop in task["chain"]:
        assert tuple(hop)[: len(HOP_KEYS)] == HOP_KEYS
        assert hop["document"] == task["document"]
        assert text[hop["start"] : hop["end"]] == hop["quote"]


def test_of_two_namesakes_only_the_one_that_is_carried_out_has_tasks(store: Path) -> None:
    asked = ("tasks", "--implements", "Chỉ thị 24-CT/TW", "--format", "json")
    both = run(*asked, store=store)
    assert both.exit_code == 0
    assert "24-CT/TW có thể là 2 văn bản" in both.stderr
    assert "[tw/24-CT-TW/2008-07-04]" in both.stderr
    found = answer("tasks", "--implements", "Chỉ thị 24-CT/TW", store=store)
    assert found["implements"] == ["tw/24-CT-TW/2023-07-13", "tw/24-CT-TW/2008-07-04"]
    (row,) = found["rows"]
    assert row["path"] == "II.3"
    assert row["implements"] == "tw/24-CT-TW/2023-07-13"
    assert row["chain"][0]["to"] == "dong-nai/68-KH-TU/2023-09-27"
    for old in ("24-CT/TW ngày 4/7/2008", "tw/24-CT-TW/2008-07-04"):
        assert answer("tasks", "--implements", old, store=store)["rows"] == []


def test_the_chain_stands_in_words_under_its_task(store: Path) -> None:
    words = " ".join(run("tasks", "--implements", "05-CT/TW", store=store).stdout.split())
    assert (
        "qua chuỗi: ← tiếp tục thực hiện: Kế hoạch 33-KH/TU (14/9/2021) “Tiếp tục triển khai"
        " Kế hoạch số 33-KH/TU, ngày 14/9/2021” ← thực hiện: Kết luận 01-KL/TW (18/5/2021)"
    ) in words
    assert "← tiếp tục thực hiện: Chỉ thị 05-CT/TW (15/5/2016) “Kết luận số 01-KL/TW" in words


def test_due_lists_the_deadlines_of_a_fortnight_in_order(store: Path, programme: str) -> None:
    found = answer("due", "--as-of", "2023-11-16", "--within", "14d", store=store)
    assert (found["start"], found["end"]) == ("2023-11-16", "2023-11-30")
    rows = [row for row in found["rows"] if row["document"] == programme]
    dated = [row for row in rows if row["recurrence"] is None]
    weekly = [row["occurrence"] for row in rows if row["path"] == "III.3"]
    assert len(dated) == 43
    assert weekly == ["2023-11-19", "2023-11-26"]
    days = [row["occurrence"] for row in rows]
    assert days == sorted(days)
    assert all(row["lead"] for row in rows)
    assert {row["due"][1] for row in dated} <= {f"2023-11-{day}" for day in range(16, 31)}


@pytest.mark.parametrize("within", ["14d", "14", "2w"])
def test_within_may_be_said_in_several_ways(store: Path, within: str) -> None:
    found = answer("due", "--as-of", "16/11/2023", "--within", within, store=store)
    assert found["end"] == "2023-11-30"


def test_due_is_told_day_by_day(store: Path) -> None:
    told = run("due", "--as-of", "2023-11-16", "--within", "14d", store=store).stdout
    days = [line for line in told.splitlines() if line.startswith(("Thứ", "Chủ Nhật"))]
    assert days[0] == "Thứ Sáu 17/11/2023"
    assert days[-1] == "Thứ Năm 30/11/2023"
    read = [dt.datetime.strptime(day[-10:], "%d/%m/%Y").astimezone() for day in days]
    assert read == sorted(set(read))


def test_overdue_are_tasks_whose_last_day_is_past(store: Path, programme: str) -> None:
    asked = ("tasks", "--state", "open-overdue", "--as-of", "2023-12-01")
    paths = by_path(answer(*asked, "--document", programme, store=store)["rows"])
    assert len(paths) == 46
    assert not {"III.1", "III.3"} & set(paths)


def test_a_local_symbol_never_passes_for_one_provinces(store: Path) -> None:
    result = run("tasks", "--implements", "33-KH/TU", "--as-of", "2025-03-01", store=store)
    assert result.exit_code == 0
    assert "ký hiệu mà tỉnh nào cũng có" in result.stderr
    sure = ("tasks", "--implements", "33-KH/TU", "--jurisdiction", "Lạng Sơn")
    assert run(*sure, "--as-of", "2025-03-01", store=store).stderr == ""
    other = run("tasks", "--implements", "33-KH/TU", "--jurisdiction", "Đồng Nai", store=store)
    assert other.exit_code == 2
    assert "không biết văn bản nào là '33-KH/TU'" in other.stderr


def test_loading_again_changes_nothing(store: Path) -> None:
    before = run("stats", store=store).stdout
    again = answer("load", *PLANS, store=store)
    assert [row["outcome"] for row in again["rows"]] == ["unchanged"] * 3
    assert run("stats", store=store).stdout == before


def test_pages_put_together_are_the_whole(store: Path) -> None:
    whole = answer("tasks", "--limit", "all", store=store)
    assert whole["cursor"] is None
    rows: list[dict[str, Any]] = []
    after: list[str] = []
    for _ in range(10):
        page = answer("tasks", "--limit", "40", *after, store=store)
        assert page["total"] == whole["total"]
        rows += page["rows"]
        if page["cursor"] is None:
            break
        after = ["--after", page["cursor"]]
    assert rows == whole["rows"]


def test_a_cursor_of_another_question_is_refused(store: Path) -> None:
    cursor = answer("tasks", "--limit", "1", store=store)["cursor"]
    result = run("tasks", "--state", "undated", "--after", cursor, store=store)
    assert result.exit_code == 2
    assert "không thuộc câu hỏi này" in result.stderr
