"""Writing help: full citations to be copied, and how others built their plans."""

import json
from pathlib import Path

import pytest

from api.precedents import Level
from checks.full_citations import Style, full_citation, missing, short_citation
from loaders.extract import extract
from loaders.formats.source import read_source
from loaders.resolve import parse_citation
from loaders.structure import structure_of
from ontology.known import KnownDocument
from ontology.registry import registry
from tests.runs import SAMPLES, answer, run, samples


@pytest.mark.parametrize(
    ("typed", "style", "written"),
    [
        (
            *("23-CT/TW ngày 09/02/2018", "party"),
            "Chỉ thị số 23-CT/TW, ngày 09/02/2018 của Ban Bí thư khóa XII về ",
        ),
        (
            *("05-ct/tw", "state"),
            "Chỉ thị số 05-CT/TW ngày 15 tháng 5 năm 2016 của Bộ Chính trị khóa XII về đẩy mạnh ",
        ),
        (
            *("30/2020/NĐ-CP", "state"),
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        ),
        (
            *("08-QĐi/TW", "party"),
            "Quy định số 08-QĐi/TW, ngày 25/10/2018 của Ban Chấp hành Trung ương khóa XII về ",
        ),
    ],
)
def test_a_citation_is_written_in_full(typed: str, style: str, written: str) -> None:
    told = run("cite", typed, "--style", style, "--as-of", "2026-04-15")
    assert told.exit_code == 0, told.stderr
    assert told.stdout.startswith(written)
    assert told.stdout.count("\n") == 1


def test_what_is_said_beside_a_citation_is_not_copied_with_it() -> None:
    told = run("cite", "05-CT/TW")
    assert "Các lần sau: Chỉ thị số 05-CT/TW" in told.stderr
    assert "Theo: " in told.stderr
    short = run("cite", "05-CT/TW", "--short")
    assert (short.stdout, short.stderr) == ("Chỉ thị số 05-CT/TW\n", "")


def test_all_that_may_be_meant_are_written_and_the_exit_code_tells() -> None:
    told = run("cite", "24-CT/TW")
    assert told.exit_code == 1
    assert [line[:46] for line in told.stdout.splitlines()] == [
        "- Chỉ thị số 24-CT/TW, ngày 13/7/2023 của Bộ C",
        "- Chỉ thị số 24-CT/TW, ngày 04/7/2008 của Ban ",
    ]
    record = json.loads(run("cite", "24-CT/TW", "--format", "json").stdout)
    assert (record["status"], record["total"]) == ("ambiguous", 2)
    assert record["rows"][0]["short"] == "Chỉ thị số 24-CT/TW"
    unknown = run("cite", "999-CT/TW")
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert "999-CT/TW" in unknown.stderr


def test_the_only_document_of_a_symbol_that_every_province_has_is_told_as_such() -> None:
    told = run("cite", "33-KH/TU")
    assert told.exit_code == 1
    assert told.stdout.startswith("- Kế hoạch số 33-KH/TU, ngày 14/9/2021")
    assert "tỉnh nào cũng có" in told.stderr
    assert "1 văn bản" not in told.stderr


@pytest.mark.parametrize("style", Style)
def test_what_is_written_is_read_again(style: Style) -> None:
    """Every citation that we write is one that our own reader takes for the same document."""
    for known in registry().documents:
        if known.number is None or known.symbol is None:
            continue
        read = parse_citation(full_citation(known, style))
        assert (read.number or "").lstrip("0") == known.number.lstrip("0"), known.key
        assert read.date == known.date, known.key


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Về công tác văn thư", "về công tác văn thư"),
        ("Ban hành Quy chế làm việc", "ban hành Quy chế làm việc"),
        ("Hà Nội trong kỷ nguyên mới", "về Hà Nội trong kỷ nguyên mới"),
        ("HIV/AIDS và phòng, chống", "về HIV/AIDS và phòng, chống"),
    ],
)
def test_titles_go_on_in_the_sentence(title: str, about: str) -> None:
    document = KnownDocument("k", "tw", "QĐ", "07", "QĐ/TW", title=title)
    assert full_citation(document) == f"Quyết định số 07-QĐ/TW {about}"
    assert short_citation(document) == "Quyết định số 07-QĐ/TW"
    assert missing(document) == ("date", "issuer")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store: Path = tmp_path_factory.mktemp("precedents") / "s.sqlite"
    assert run("load", *samples(), store=store).exit_code == 0
    return store


def test_precedents_come_nearest_first_with_their_parts(loaded: Path) -> None:
    told = answer("precedents", "--implements", "05-CT/TW", "--as-of", "2026-04-15", store=loaded)
    keys = [row["document"] for row in told["rows"]]
    assert keys[0] == "ha-son/41-KH-TU/2021-09-06"
    assert [row["steps"] for row in told["rows"]] == sorted(row["steps"] for row in told["rows"])
    plan = told["rows"][0]
    assert (plan["level"], plan["tasks"]) == ("province", 19)
    assert [(p["path"], p["heading"], p["tasks"]) for p in plan["parts"] if p["depth"] == 1] == [
        ("I", "MỤC ĐÍCH, YÊU CẦU", 0),
        ("II", "NHIỆM VỤ, GIẢI PHÁP", 13),
        ("III", "TỔ CHỨC THỰC HIỆN", 6),
    ]


def test_precedents_are_of_the_level_that_is_asked_for(loaded: Path) -> None:
    by_level = {
        level: answer(
            *("precedents", "--implements", "05-CT/TW", "--level", level, "--as-of", "2026-04-15"),
            store=loaded,
        )["rows"]
        for level in Level
    }
    assert {row["level"] for row in by_level[Level.PROVINCE]} == {"province"}
    assert by_level[Level.CENTRAL] == []
    shown = run("precedents", "--implements", "05-CT/TW", "--level", "province", store=loaded)
    assert "    II. NHIỆM VỤ, GIẢI PHÁP (13 việc)" in shown.stdout
    assert shown.stdout.splitlines()[-1].startswith(f"Tổng số: {len(by_level[Level.PROVINCE])} ·")


def test_precedents_of_all_that_may_be_meant_are_given(loaded: Path) -> None:
    told = answer("precedents", "--implements", "24-CT/TW", "--as-of", "2026-04-15", store=loaded)
    assert told["implements"] == ["tw/24-CT-TW/2023-07-13", "tw/24-CT-TW/2008-07-04"]
    assert "ha-son/96-KH-TU/2023-10-19" in [row["document"] for row in told["rows"]]


def test_every_task_of_a_plan_stands_under_a_part() -> None:
    facts = extract(read_source(SAMPLES / "01-ke-hoach-41-tu.txt"))
    parts = structure_of(facts)
    assert sum(part.tasks for part in parts if part.depth == 1) == len(facts.items)
    assert all(part.opening and part.opening != part.heading for part in parts)
