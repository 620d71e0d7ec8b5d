"""The other commands, on the samples."""

import csv
import io
import unicodedata
from pathlib import Path

import pytest

from tests.runs import answer, run, samples

DAY = "2026-04-15"
PLAN = "ha-son/41-KH-TU/2021-09-06"


@pytest.fixture(scope="module")
def store(samples_file: Path) -> Path:
    """Give a file with the samples."""
    return samples_file


@pytest.mark.parametrize(
    "arguments",
    [
        ["tasks"],
        ["tasks", "--implements", "05-CT/TW", "--relation", "based_on"],
        ["tasks", "--kind", "all", "--body", "Ban Tuyên giáo Tỉnh ủy"],
        ["due", "--within", "1m"],
        ["chain", "05-CT/TW", "--tasks"],
        ["search", "tong", "ket"],
        ["documents"],
        ["documents", "--type", "Kế hoạch", "--jurisdiction", "Hà Sơn"],
        ["documents", "--cites", "05-CT/TW"],
        ["documents", "--replaced"],
        ["bodies", "tuyen giao"],
        ["stats"],
        ["registry", "list"],
        ["registry", "list", "--bodies"],
    ],
    ids=" ".join,
)
def test_a_listing_says_the_same_in_every_form(store: Path, arguments: list[str]) -> None:
    asked = (*arguments, "--as-of", DAY, "--limit", "7")
    found = answer(*asked, store=store)
    assert list(found)[:4] == ["question", "as_of", "total", "rows"]
    assert len(found["rows"]) == min(7, found["total"])
    in_csv = run(*asked, "--format", "csv", store=store)
    rows = list(csv.DictReader(io.StringIO(in_csv.stdout)))
    assert len(rows) == len(found["rows"])
    for row, record in zip(rows, found["rows"], strict=True):
        for name in set(row) & set(record):
            if isinstance(record[name], (str, int)):
                assert row[name] == str(record[name])
    people = run(*asked, store=store)
    assert people.exit_code == 0
    assert "\x1b" not in people.stdout
    assert "…" not in people.stdout.replace("an ninh quốc gia …", "")
    assert all(len(line) <= 100 for line in people.stdout.splitlines() if "/" not in line)


def test_no_rows_are_still_columns(store: Path) -> None:
    asked = ("tasks", "--due-from", "1990-01-01", "--due-to", "1990-01-02")
    assert answer(*asked, store=store)["rows"] == []
    header = run(*asked, "--format", "csv", store=store).stdout.splitlines()
    assert len(header) == 1
    assert header[0].startswith("task,text,document,path")
    assert "Tổng số: 0" in run(*asked, store=store).stdout


@pytest.mark.parametrize(
    ("asked", "status", "first"),
    [
        ("chi thi so 05 - CT/TW ngay 15/5/2016", "resolved", "tw/05-CT-TW/2016-05-15"),
        ("24-CT/TW năm 2008", "resolved", "tw/24-CT-TW/2008-07-04"),
        ("24-CT/TW (2023)", "resolved", "tw/24-CT-TW/2023-07-13"),
        ("chi thi 24 khoa 10", "resolved", "tw/24-CT-TW/2008-07-04"),
        ("68-KH/TU Đồng Nai", "resolved", "dong-nai/68-KH-TU/2023-09-27"),
        ("24-CT/TW", "ambiguous", "tw/24-CT-TW/2023-07-13"),
        ("24-CT/TW khóa X", "resolved", "tw/24-CT-TW/2008-07-04"),
        ("999-CT/TW", "unknown", None),
    ],
)
@pytest.mark.parametrize("loaded", [True, False])
def test_resolve(  # noqa: PLR0913  (the cases and two stores)
    store: Path, tmp_path: Path, asked: str, status: str, first: str | None, *, loaded: bool
) -> None:
    found = answer("resolve", asked, store=store if loaded else tmp_path / "none.sqlite")
    assert found["status"] == status
    assert found["disagreements"] == []
    assert [row["document"] for row in found["rows"][:1]] == ([first] if first else [])
    for row in found["rows"]:
        assert list(row) == [
            *("document", "type", "number", "symbol", "date", "issuer", "term", "title", "why"),
        ]


def test_resolve_names_what_disagrees(store: Path) -> None:
    found = answer("resolve", "Chỉ thị 05-CT/TW ngày 16/5/2016", store=store)
    assert found["status"] == "resolved"
    assert found["disagreements"] == ["date"]
    told = run("resolve", "Chỉ thị 05-CT/TW ngày 16/5/2016", store=store).stdout
    assert "ngày ban hành không khớp, văn bản này là: 15/05/2016" in told


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("Chỉ thị 05-CT/TW và Kết luận 01-KL/TW", "Kết luận 01-KL/TW"),
        ("chi thi 05-ct/tw ngay 15/5/2016; kl 01-kl/tw, 33-KH/TU", "kl 01-kl/tw, 33-KH/TU"),
        ("Chỉ thị 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị", None),
        ("Chỉ thị 05-CT/TW, 15 tháng 5 năm 2016", None),
        ("41-KH/TU, ngày 06/9/2021 về thực hiện Chỉ thị 05-CT/TW và Kết luận 01-KL/TW", None),
    ],
)
def test_resolve_says_what_it_was_asked_besides(store: Path, typed: str, rest: str | None) -> None:
    told = run("resolve", typed, store=store)
    assert told.exit_code == 0
    assert ("Chỉ trả lời cho văn bản đầu" in told.stderr) == (rest is not None)
    assert told.stderr.rstrip().endswith(rest or "")


def test_a_later_document_is_not_meant_before_its_time(store: Path) -> None:
    then = answer("resolve", "24-CT/TW", "--as-of", "2020-01-01", store=store)
    assert then["status"] == "resolved"
    assert then["rows"][0]["document"] == "tw/24-CT-TW/2008-07-04"


def test_chain_is_a_tree_up_and_down(store: Path) -> None:
    both = run("chain", "01-KL/TW", store=store).stdout
    assert "Phía trên (theo văn bản nào)" in both
    assert "Phía dưới (ai thực hiện)" in both
    assert "└── → tiếp tục thực hiện Chỉ thị 05-CT/TW (15/5/2016)" in both
    assert "← thực hiện Kế hoạch 41-KH/TU (6/9/2021)" in both
    up = answer("chain", "01-KL/TW", "--up", store=store)["rows"]
    assert {row["direction"] for row in up} == {"up"}
    down = answer("chain", "01-KL/TW", "--down", store=store)["rows"]
    assert {row["direction"] for row in down} == {"down"}


def test_show_a_document_with_its_evidence(store: Path) -> None:
    (found,) = answer("show", PLAN, store=store)["rows"]
    assert found["document"] == PLAN
    text = samples()[0].read_text(encoding="utf-8")
    assert {one["field"] for one in found["evidence"]} >= {"number", "date", "title", "issuer"}
    assert all(0 <= one["start"] < one["end"] <= len(text) for one in found["evidence"])
    assert found["edges_total"] >= len(found["edges"]) > 0
    assert "trích yếu: tổ chức thực hiện" in run("show", "41-KH/TU", store=store).stdout


@pytest.mark.parametrize("typed", ["05-ct/tw", "Chỉ thị 05-CT/TW", "tw/05-CT-TW/2016-05-15"])
def test_show_takes_a_citation_for_its_document(store: Path, typed: str) -> None:
    assert answer("show", typed, store=store)["rows"][0]["document"] == "tw/05-CT-TW/2016-05-15"


def test_keys_may_be_typed_decomposed(store: Path) -> None:
    key = "ha-son.xa-thanh-linh/04-CTr-ĐU/2025-08-29"
    typed = unicodedata.normalize("NFD", key)
    assert answer("show", typed, store=store)["rows"][0]["document"] == key
    assert answer("tasks", "--document", typed, store=store)["total"] > 0


def test_show_a_task_and_a_body(store: Path) -> None:
    (task,) = answer("show", f"{PLAN}#III.2", "--as-of", DAY, store=store)["rows"]
    assert task["kind"] == "assignment"
    assert task["lead"] == ["Ban Tuyên giáo Tỉnh ủy"]
    assert {one["field"] for one in task["evidence"]} >= {"lead", "cooperating"}
    body = next(edge["to"] for edge in task["edges"] if edge["relation"] == "led_by")
    (found,) = answer("show", body, store=store)["rows"]
    assert found["body"] == body
    assert "tên: Ban Tuyên giáo Tỉnh ủy" in run("show", body, store=store).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "ha-son/nope"],
        ["show", "tw/999-CT-TW/2020-01-01"],
        ["show", f"{PLAN}#IX.9"],
        ["status", f"{PLAN}#IX.9", "done"],
        ["status", f"{PLAN}#III.2", "--by", "A"],
        ["status", f"{PLAN}#III.2", "finished"],
        ["tasks", "--implements", "999-CT/TW"],
        ["tasks", "--body", "Ban Không Có"],
        ["tasks", "--document", "999-KH/TU"],
        ["chain", "999-CT/TW"],
        ["remove", "tw/05-CT-TW/2016-05-15"],
        ["documents", "--type", "Thơ"],
        ["documents", "--jurisdiction", "Xyz"],
        ["resolve", "33-KH/TU", "--jurisdiction", "Xyz"],
        ["remove", "24-CT/TW"],
        ["show", "nope"],
        ["documents", "--cites", "05-CT/TW", "--replaced"],
    ],
    ids=" ".join,
)
def test_what_is_not_there_is_told_with_code_2(store: Path, arguments: list[str]) -> None:
    result = run(*arguments, store=store)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Lỗi: ")


def test_status_is_kept_with_who_when_and_why(tmp_path: Path) -> None:
    store, task = tmp_path / "store.sqlite", f"{PLAN}#III.1"
    run("load", samples()[0], store=store)
    said = ("--on", "20/9/2021", "--by", "Văn thư", "--note", "đã gửi")
    done = answer("status", task, "done", *said, "--as-of", DAY, store=store)
    assert done["state"] == "done-on-time"
    run("status", task, "open", "--on", "2021-10-20", "--by", "Chánh Văn phòng", store=store)
    found = answer("status", task, "--as-of", DAY, store=store)
    assert found["state"] == "open-overdue"
    assert [row["status"] for row in found["rows"]] == ["done", "open"]
    assert found["rows"][0]["by"] == "Văn thư"
    assert found["rows"][0]["note"] == "đã gửi"
    assert found["rows"][0]["on"] == "2021-09-20"
    told = run("status", task, "--as-of", DAY, store=store).stdout
    assert "20/09/2021: đã xong, Văn thư ghi nhận lúc" in told
    assert "quá hạn" in told


def test_a_wrong_status_can_be_put_right(tmp_path: Path) -> None:
    store, task = tmp_path / "store.sqlite", f"{PLAN}#III.1"
    run("load", samples()[0], store=store)
    states = [
        answer("status", task, status, "--on", on, "--by", "A", "--as-of", DAY, store=store)[
            "state"
        ]
        for status, on in (("done", "2022-01-20"), ("done", "2021-09-20"), ("open", "2021-09-10"))
    ]
    assert states == ["done-late", "done-on-time", "open-overdue"]


def test_remove_says_what_it_keeps_aside(tmp_path: Path) -> None:
    store, task = tmp_path / "store.sqlite", f"{PLAN}#III.1"
    run("load", samples()[0], store=store)
    before = answer("status", task, "done", "--by", "A", "--as-of", DAY, store=store)["rows"]
    assert "1 ghi nhận trạng thái được giữ lại" in run("remove", PLAN, store=store).stdout
    run("load", samples()[0], store=store)
    assert answer("status", task, "--as-of", DAY, store=store)["rows"] == before


def test_remove_forgets_one_document(tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    run("load", *samples()[:3], store=store)
    assert run("remove", "41-KH/TU", store=store).stdout == f"Đã bỏ khỏi kho: {PLAN}\n"
    assert answer("stats", store=store)["rows"][0] == {"name": "documents-loaded", "count": 2}
    assert run("remove", PLAN, store=store).exit_code == 2


def test_own_documents_and_bodies_are_registered(tmp_path: Path) -> None:
    store, documents, bodies = (tmp_path / n for n in ("s.sqlite", "own.csv", "bodies.csv"))
    documents.write_text(
        "type_code,number,symbol,date,issuer,short_title,relations\n"
        "KH,77,KH/TU,2024-03-05,Tỉnh ủy Lạng Sơn,Thử,implements CT 05-CT/TW 2016-05-15\n",
        encoding="utf-8",
    )
    bodies.write_text("name,jurisdiction\nBan Thử nghiệm,Lạng Sơn\n", encoding="utf-8")
    added = run("registry", "add", documents, store=store)
    assert "đã thêm 1 văn bản, 1 quan hệ, 0 cơ quan" in added.stdout
    assert (
        "đã thêm 0 văn bản, 0 quan hệ, 1 cơ quan"
        in run("registry", "add", bodies, store=store).stdout
    )
    found = answer("resolve", "77-KH/TU", "--jurisdiction", "Lạng Sơn", store=store)
    assert found["rows"][0]["document"] == "lang-son/77-KH-TU/2024-03-05"
    assert "Kế hoạch 77-KH/TU" in run("chain", "05-CT/TW", "--down", store=store).stdout
    assert answer("bodies", "ban thu nghiem", store=store)["total"] == 1


def test_a_wrong_row_is_named_by_line_and_column_and_the_others_are_added(tmp_path: Path) -> None:
    file, store = tmp_path / "own.csv", tmp_path / "s.sqlite"
    file.write_text(
        "type_code,number,symbol,date,issuer,short_title\n"
        "CT,88,CT/TW,2024-03-05,Ban Bí thư,Thử\n"
        "CT,89,CT/TW,2024-02-30,Ban Bí thư,Thử\n"
        "CT,90,CT/TW,2024-03-06,Ban Bí thư,Thử\n",
        encoding="utf-8",
    )
    result = run("registry", "add", file, store=store)
    assert result.exit_code == 1
    assert "đã thêm 2 văn bản, 0 quan hệ, 0 cơ quan" in result.stdout
    told, wrong = result.stderr.splitlines()
    assert told == "Những dòng sau đây sai nên không được thêm:"
    assert wrong.startswith("own.csv, dòng 3, cột date: không có ngày '2024-02-30'")
    found = [answer("resolve", f"{n}-CT/TW", store=store)["status"] for n in (88, 89, 90)]
    assert found == ["resolved", "unknown", "resolved"]
    nowhere = run("registry", "add", tmp_path / "none.csv", store=store)
    assert (nowhere.exit_code, nowhere.stdout) == (2, "")


def test_what_speaks_for_a_document_is_told_in_the_readers_language() -> None:
    english = run("resolve", "24-CT/TW khóa XIII", lang="en").stdout
    assert "same number and symbol" in english
    assert not any(word in english for word in ("đúng số", "ban hành", "khác"))
    assert "đúng số, ký hiệu" in run("resolve", "24-CT/TW khóa XIII").stdout
