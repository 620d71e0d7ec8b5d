"""`chidao check`: what is printed, written and accepted, and the exit codes that go with it."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from loaders.formats.source import source_of
from tests.files import word
from tests.plants import DRAFT, ERROR, HINT, WARNING, planted
from tests.runs import run


@pytest.fixture(autouse=True)
def rules(tmp_path: Path) -> Iterator[None]:
    with planted(tmp_path, ERROR, WARNING, HINT):
        yield


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "du-thao.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture
def doc(tmp_path: Path) -> Path:
    path = tmp_path / "du-thao.docx"
    path.write_bytes(word(*DRAFT.split("\n")))
    return path


def test_people_are_told_place_reason_and_correction(draft: Path) -> None:
    told = run("check", draft)
    assert told.exit_code == 1
    lines = told.stdout.splitlines()
    assert lines[0] == f"{draft}:7:37: lỗi [plant-error] “15/6/2016”"
    assert lines[1:4] == [
        *("    Sai: 15/6/2016", "    Sửa thành: 15/5/2016", "    Nguồn: Hướng dẫn 36"),
    ]
    assert lines[4] == "    Căn cứ: chứng cứ <b> [tw/05-CT-TW/2016-05-15] (sổ)"
    assert lines[-1] == "Đã soát 1 tệp: 1 lỗi; 1 cảnh báo; 1 gợi ý"
    assert "Wrong: 15/6/2016" in run("check", draft, lang="en").stdout


@pytest.mark.parametrize(
    ("old", "fail_on", "code"),
    [
        ("", "error", 1),
        ("15/6/2016", "error", 0),
        ("15/6/2016", "warning", 1),
        ("15/6/2016 của Bộ Chính trị", "warning", 0),
    ],
)
def test_the_exit_code_tells_how_bad_it_is(draft: Path, old: str, fail_on: str, code: int) -> None:
    draft.write_text(DRAFT.replace(old, "…") if old else DRAFT, encoding="utf-8")
    assert run("check", draft, "--fail-on", fail_on).exit_code == code


def test_one_draft_is_one_record_and_several_are_a_list(draft: Path, doc: Path) -> None:
    one = json.loads(run("check", draft, "--format", "json").stdout)
    assert [finding["code"] for finding in one["findings"]] == [ERROR.code, WARNING.code, HINT.code]
    both = json.loads(run("check", draft, doc, "--format", "json").stdout)
    assert [len(file["findings"]) for file in both["files"]] == [3, 3]


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_checked(
    draft: Path, tmp_path: Path
) -> None:
    draft.write_text("không có gì", encoding="utf-8")
    missing = tmp_path / "không có.txt"
    told = run("check", missing, draft, "--format", "json")
    assert told.exit_code == 1
    files = json.loads(told.stdout)["files"]
    assert [file.get("findings") for file in files] == [[], None]
    assert "không tìm thấy tệp" in files[1]["refused"]
    assert "không tìm thấy tệp" in told.stderr
    log = json.loads(run("check", missing, draft, "--format", "sarif").stdout)
    assert not log["runs"][0]["invocations"][0]["executionSuccessful"]
    assert (
        run("check", missing).stdout == "Đã soát 1 tệp: không phát hiện gì; 1 tệp không đọc được\n"
    )


def test_what_is_accepted_is_written_down(draft: Path) -> None:
    beside = draft.with_name("du-thao.txt.chidao.json")
    told = run("check", draft, "--accept", "plant-error@7:37", "--reason", "bản cũ", "--by", "Lan")
    assert told.exit_code == 0
    assert "plant-error" not in told.stdout
    (kept,) = json.loads(beside.read_text(encoding="utf-8"))["accepted"]
    assert (kept["code"], kept["quote"], kept["reason"]) == ("plant-error", "15/6/2016", "bản cũ")
    assert kept["by"] == "Lan"
    assert run("check", draft, "--accept", "plant-hint", "--reason", "được").exit_code == 0
    assert len(json.loads(beside.read_text(encoding="utf-8"))["accepted"]) == 2
    told = run("check", draft)
    assert told.stdout.splitlines()[-1] == "Đã soát 1 tệp: 1 cảnh báo; 2 đã chấp nhận"
    shown = run("check", draft, "--all").stdout
    assert "    Đã chấp nhận (Lan): bản cũ" in shown
    record = json.loads(run("check", draft, "--all", "--format", "json").stdout)
    assert record["accepted_findings"][0]["accepted"]["by"] == "Lan"
    draft.write_text(DRAFT.replace("05-CT/TW", "06-CT/TW"), encoding="utf-8")
    again = run("check", draft)
    assert again.exit_code == 1
    assert "1 chấp nhận không còn khớp câu chữ" in again.stdout


def test_what_was_accepted_can_be_taken_back(draft: Path) -> None:
    beside = draft.with_name("du-thao.txt.chidao.json")
    for code in ("plant-error", "plant-hint", "plant-warning"):
        assert run("check", draft, "--accept", code, "--reason", "được").exit_code == 0

    told = run("check", draft, "--withdraw", "plant-error@7:37")

    assert told.exit_code == 1
    assert "Đã bỏ chấp nhận 1 phát hiện" in told.stderr
    assert told.stdout.splitlines()[-1] == "Đã soát 1 tệp: 1 lỗi; 2 đã chấp nhận"
    kept = json.loads(beside.read_text(encoding="utf-8"))["accepted"]
    assert [one["code"] for one in kept] == ["plant-hint", "plant-warning"]
    assert run("check", draft, "--withdraw", "plant-error").exit_code == 2
    both = run("check", draft, "--withdraw", "plant-hint", "--withdraw", "plant-warning")
    assert both.stdout.splitlines()[-1] == "Đã soát 1 tệp: 1 lỗi; 1 cảnh báo; 1 gợi ý"
    assert not beside.exists()


def test_what_was_accepted_of_words_that_are_gone_can_be_taken_back(draft: Path) -> None:
    run("check", draft, "--accept", "plant-error", "--reason", "được")
    draft.write_text(DRAFT.replace("05-CT/TW", "06-CT/TW"), encoding="utf-8")

    told = run("check", draft, "--withdraw", "plant-error")

    assert "không còn khớp câu chữ" not in told.stdout
    assert "không còn khớp câu chữ" not in run("check", draft).stdout


def test_one_cannot_accept_and_take_back_at_once(draft: Path) -> None:
    names = ("--accept", "plant-error", "--reason", "x", "--withdraw", "plant-hint")
    told = run("check", draft, *names)
    assert told.exit_code == 2
    assert "không dùng cùng lúc" in told.stderr


def test_nothing_is_accepted_that_was_not_found(draft: Path) -> None:
    told = run("check", draft, "--accept", "plant-error@1:1", "--reason", "x")
    assert told.exit_code == 2
    assert "plant-error@1:1" in told.stderr
    assert not draft.with_name("du-thao.txt.chidao.json").exists()


def test_a_broken_file_of_accepted_findings_is_no_reason_to_be_quiet(draft: Path) -> None:
    draft.with_name("du-thao.txt.chidao.json").write_text("{", encoding="utf-8")
    told = run("check", draft)
    assert told.exit_code == 1
    assert "du-thao.txt.chidao.json" in told.stderr


def test_the_word_file_comes_back_with_comments(doc: Path, tmp_path: Path) -> None:
    output = tmp_path / "nhan-xet.docx"
    told = run("check", doc, "--format", "docx", "--output", output)
    assert told.exit_code == 1
    assert "1 lỗi; 1 cảnh báo; 1 gợi ý" in told.stderr
    comments = [one.text for one in docx.Document(str(output)).comments]
    assert comments[0].split("\n")[:3] == [
        *("Lỗi: Sai: 15/6/2016", "Sửa thành: 15/5/2016", "Nguồn: Hướng dẫn 36"),
    ]
    assert len(comments) == 3
    assert (
        source_of(output.read_bytes(), "a.docx").text == source_of(doc.read_bytes(), "a.docx").text
    )
    assert run("check", doc, "--format", "docx", "--suggest", "--output", output).exit_code == 1
    corrected = DRAFT.replace("15/6/2016", "15/5/2016").replace("Ban Thường vụ", "Thường trực")
    assert source_of(output.read_bytes(), "a.docx").text == corrected + "\n"
    piped = run("check", doc, "--format", "docx", "--output", "-")
    assert len(docx.Document(io.BytesIO(piped.stdout_bytes)).paragraphs) == len(DRAFT.split("\n"))


@pytest.mark.parametrize(
    "typed",
    [
        ("{txt}", "--format", "docx", "--output", "a.docx"),
        ("{docx}", "--format", "docx"),
        ("{docx}", "{txt}", "--format", "docx", "--output", "a.docx"),
        ("{txt}", "--suggest"),
        ("{txt}", "--accept", "plant-error"),
        ("{txt}", "--reason", "x"),
        ("{txt}", "{docx}", "--accept", "plant-error", "--reason", "x"),
        ("{txt}", "--fail-on", "hint"),
        ("{txt}", "--jurisdiction", "Atlantis"),
        ("{txt}", "--date", "30/2/2026"),
    ],
)
def test_what_does_not_go_together_is_wrong_use(
    draft: Path, doc: Path, typed: tuple[str, ...]
) -> None:
    told = run("check", *(one.format(txt=draft, docx=doc) for one in typed))
    assert told.exit_code == 2
    assert "Lỗi" in told.stderr


def test_a_page_opens_offline_and_escapes_what_it_shows(draft: Path, tmp_path: Path) -> None:
    draft.write_text(f"{DRAFT}<script>alert(1)</script>", encoding="utf-8")
    output = tmp_path / "a.html"
    assert run("check", draft, "--format", "html", "--output", output).exit_code == 1
    page = output.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "chứng cứ &lt;b&gt;" in page
    assert ">15/6/2016</a>" in page
    assert "<button" not in page


def test_a_day_before_the_rules_has_none(draft: Path) -> None:
    told = run("check", draft, "--date", "2017-01-01")
    assert (told.exit_code, told.stdout) == (0, "Đã soát 1 tệp: không phát hiện gì\n")
