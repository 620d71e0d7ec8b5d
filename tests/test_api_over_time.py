"""What the command line says of a world that changes, and of the graph as a whole."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from graph.store import open_store
from ontology.facts import Document
from tests.graphs import Text, Work
from tests.runs import answer, run

DIRECTIVE = "Chỉ thị 05-CT/TW"


@pytest.fixture(scope="module")
def store(samples_file: Path) -> Path:
    """Give a file with the samples."""
    return samples_file


def test_a_task_says_who_answers_for_it_now(store: Path) -> None:
    asked = ("tasks", "--body", "ha-son/ban-tuyen-giao-va-dan-van-tinh-uy", "--limit", "all")
    now = "nay là Ban Tuyên giáo và Dân vận Tỉnh ủy Hà Sơn"
    alone = answer(*asked, "--as-of", "2026-04-15", store=store)
    whole = answer(*asked, "--as-of", "2026-04-15", "--with-history", store=store)
    assert whole["total"] > alone["total"]
    gone = [present for row in whole["rows"] for present in row["now"]]
    key = "ha-son/ban-tuyen-giao-va-dan-van-tinh-uy"
    assert {"printed": "Ban Tuyên giáo Tỉnh ủy", "body": key, "name": now[7:]} in gone
    assert now in run(*asked, "--with-history", "--as-of", "2026-04-15", store=store).stdout
    old = ("tasks", "--body", "ha-son/ban-tuyen-giao-tinh-uy", "--limit", "all")
    assert now not in run(*old, "--as-of", "2024-12-01", store=store).stdout
    named = next(row["task"] for row in whole["rows"] if key in str(row["now"]))
    assert now in run("show", named, "--as-of", "2026-04-15", store=store).stdout
    bodies = answer("bodies", "tuyen giao", "--as-of", "2026-04-15", store=store)["rows"]
    present = {row["body"]: row["now"] for row in bodies}
    assert present["ha-son/ban-tuyen-giao-tinh-uy"] == now[7:]
    assert present[key] is None


def test_show_tells_how_a_document_stands_and_what_says_so(store: Path) -> None:
    asked = ("show", "Quy định 66-QĐ/TW", "--as-of")
    before = run(*asked, "2025-06-01", store=store).stdout
    assert "► đã được sửa đổi, bổ sung từ 06/03/2020 bởi Quy định 223-QĐ/TW (6/3/2020)" in before
    after = run(*asked, "2026-06-01", store=store).stdout
    assert "► đã được thay thế từ 09/01/2026 bởi Quy định 399-QĐ/TW (9/1/2026)" in after
    (row,) = answer(*asked, "2026-06-01", store=store)["rows"]
    (holding,) = [force for force in row["in_force"] if force["holds"]]
    assert (holding["force"], holding["by"]) == ("replaced", "tw/399-QĐ-TW/2026-01-09")
    assert holding["hop"]["quote"]


def test_milestones_stand_apart_from_printed_deadlines(store: Path, tmp_path: Path) -> None:
    asked = ("due", "--as-of", "2026-05-10", "--within", "1w")
    found = answer(*asked, store=store)
    assert found["milestones_total"] == len(found["milestones"]) == 4
    assert {row["derived"] for row in found["milestones"]} == {True}
    assert not {row["task"] for row in found["milestones"]} & {row["task"] for row in found["rows"]}
    alone = answer(*asked, "--milestones", store=store)
    assert alone["rows"] == found["milestones"]
    table = run(*asked, store=store).stdout
    assert "suy ra từ ngày ban hành, không phải hạn ghi trong văn bản" in table
    assert "10 năm Chỉ thị 05-CT/TW" in table
    calendar = tmp_path / "due.ics"
    ics = ("--milestones", "--format", "ics", "--output", str(calendar))
    assert run(*asked, *ics, store=store).exit_code == 0
    text = calendar.read_bytes().decode().replace("\r\n ", "")  # lines are folded
    assert text.count("BEGIN:VEVENT") == 4
    assert text.count("DTSTART;VALUE=DATE:20260515") == 4
    assert "mốc suy ra: “tổng kết 10 năm" in text


ANALYSES = [
    ("coverage", DIRECTIVE),
    ("gap", DIRECTIVE, "--level", "board", "--jurisdiction", "Hà Sơn"),
    ("lag", DIRECTIVE),
    ("depth", DIRECTIVE),
    ("depth",),
    ("relied",),
    ("orphans",),
    ("cycles",),
    ("workload", "Ban Tuyên giáo Tỉnh ủy", "--due-from", "2025-06-01", "--due-to", "31/12/2025"),
    ("compare", "Hà Sơn", "Lạng Sơn"),
]


@pytest.mark.parametrize("asked", ANALYSES, ids=lambda asked: asked[0])
def test_an_analysis_says_the_same_in_every_form(store: Path, asked: tuple[str, ...]) -> None:
    analysis = ("analyse", *asked, "--as-of", "2026-04-15", "--limit", "all")
    found = answer(*analysis, store=store)
    assert found["analysis"] == asked[0]
    assert found["total"] == len(found["rows"])
    assert bool(found["rows"]) is (asked[0] != "cycles"), "there are no contradictions in samples"
    printed = run(*analysis, "--format", "csv", store=store).stdout
    table = list(csv.DictReader(io.StringIO(printed)))
    as_text = [{k: "" if v is None else str(v) for k, v in row.items()} for row in found["rows"]]
    assert table == as_text
    shown = run(*analysis, store=store)
    assert shown.exit_code == 0
    assert f"Tổng số: {found['total']}" in shown.stdout
    drawn = run(*analysis, "--format", "svg", store=store)
    if asked[0] == "cycles":
        assert (drawn.exit_code, "không có gì để vẽ" in drawn.stderr) == (2, True)
    else:
        svg = ET.fromstring(drawn.stdout)  # noqa: S314  (our own)
        words = [text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")]
        assert "Nguồn: kho văn bản Chidao, 15 văn bản đã nạp · tính đến ngày 15/04/2026" in words
        assert run(*analysis, "--format", "svg", store=store).stdout == drawn.stdout


def test_the_pages_of_an_analysis_make_the_whole(store: Path) -> None:
    asked = ("analyse", "relied", "--as-of", "2026-04-15", "--limit")
    whole = answer(*asked, "all", store=store)
    rows: list[object] = []
    after: list[str] = []
    while True:
        page = answer(*asked, "25", *after, store=store)
        rows += page["rows"]
        if page["cursor"] is None:
            break
        after = ["--after", page["cursor"]]
    assert rows == whole["rows"]
    assert (page["total"], len(rows)) == (len(rows), whole["total"])
    other = run("analyse", "orphans", *after, store=store)
    assert "không thuộc câu hỏi này" in other.stderr


@pytest.mark.parametrize(
    "asked",
    [
        ("coverage",),
        ("relied", "x"),
        ("compare", "Hà Sơn"),
        ("gap", DIRECTIVE, "--level", "board"),
        ("workload", "x", "--due-from", "2026-02-01", "--due-to", "2026-01-01"),
        ("workload", "x", "--due-from", "2016-01-01", "--due-to", "2026-01-01"),
        ("compare", "Hà Sơn", "Atlantis"),
        ("gap", DIRECTIVE, "--level", "board", "--jurisdiction", "Atlantis"),
        ("nothing",),
    ],
)
def test_a_wrong_question_is_refused(store: Path, asked: tuple[str, ...]) -> None:
    assert run("analyse", *asked, store=store).exit_code == 2


def test_a_plot_is_written_as_png(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "lag.png"
    done = run("analyse", "lag", DIRECTIVE, "--format", "png", "--output", file, store=store)
    assert done.exit_code == 0
    drawn = file.read_bytes()
    assert drawn.startswith(b"\x89PNG")
    again = run("analyse", "lag", DIRECTIVE, "--format", "png", "--output", file, store=store)
    assert again.exit_code == 0
    assert file.read_bytes() == drawn
    assert json.loads(run("analyse", "relied", "--format", "json", store=store).stdout)["notes"]


def test_hostile_names_stay_words(tmp_path: Path) -> None:
    path = tmp_path / "hostile.sqlite"
    opened = open_store(str(path))
    text = Text("lang-son/1", Document(jurisdiction="Lạng Sơn"))
    text.work(Work("1", lead=("<b>\x1b[2J Phòng </b>",), due=(None, "2026-02-01")))
    text.load(opened)
    opened.close()
    asked = ("analyse", "workload", "<b>\x1b[2J Phòng </b>", "--as-of", "2026-01-01")
    assert "\x1b" not in run(*asked, store=path).stdout
    drawn = run(*asked, "--format", "svg", store=path)
    ET.fromstring(drawn.stdout)  # noqa: S314  (our own)
    assert "<b>" not in drawn.stdout
