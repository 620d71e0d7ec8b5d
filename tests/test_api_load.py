"""`load` and `extract`: what became of each file, and the JSON of the annotation guide."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.runs import SAMPLES, SHARED, answer, run

FILE = SAMPLES / "01-ke-hoach-41-tu.txt"
HAS_SHARED = (SHARED / "texts").is_dir()
TEXTS = SHARED / "texts" if HAS_SHARED else SAMPLES
ANNOTATIONS = sorted((SHARED / "annotations" if HAS_SHARED else SAMPLES / "gold").glob("*.json"))


def keys(value: Any) -> dict[str, set[str]]:  # noqa: ANN401  (JSON)
    """Return the names at each level."""
    found: dict[str, set[str]] = {"": set(value)}
    for level in ("document", "citations", "links", "items"):
        one = value.get(level) or {}
        found[level] = set(one[0] if isinstance(one, list) else one) if one else set()
    return found


@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.stem)
def test_extract_gives_all_that_the_annotation_guide_asks_for(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    found = answer("extract", TEXTS / gold["file"])
    wanted = keys(gold)
    given = keys(found)
    assert wanted[""] - {"unnumbered", "note"} <= given[""]
    for level in ("document", "citations", "links", "items"):
        assert wanted[level] <= given[level] or not given[level], level


def test_extract_says_where_every_phrase_stands() -> None:
    text = FILE.read_text(encoding="utf-8")
    found = answer("extract", FILE)
    for citation in found["citations"]:
        assert text[citation["start"] : citation["end"]] == citation["text"]
        assert citation["rule"]
    resolution = found["citations"][0]["resolution"]
    assert resolution["status"] == "resolved"
    assert resolution["document"] == "tw/01-KL-TW/2021-05-18"
    assert any(item["recurrences"] for item in found["items"])
    for item in found["items"]:
        assert text[item["start"] : item["end"]] == item["text"]
        for phrase in (*item["evidence"]["lead"], *item["evidence"]["due"], *item["targets"]):
            assert 0 <= phrase["start"] < phrase["end"] <= len(text)
            assert phrase["rule"]


def test_extract_for_people_jumps_to_the_place() -> None:
    told = run("extract", FILE).stdout
    assert "loại: Kế hoạch" in told
    assert f"  {FILE.name}:116: Kết luận số 01-KL/TW" in told
    assert "→ tw/01-KL-TW/2021-05-18" in told


def test_a_file_that_is_not_read_is_a_failed_input(tmp_path: Path) -> None:
    result = run("extract", tmp_path / "nope.txt")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "nope.txt: không tìm thấy tệp" in result.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "vào"
    folder.mkdir()
    (folder / "kế hoạch.txt").write_bytes(FILE.read_bytes())
    (folder / "bản sao.txt").write_bytes(FILE.read_bytes())
    (folder / "trống.txt").write_bytes(b"")
    (folder / "nhị phân.txt").write_bytes(b"\x00\x01\x02")
    (folder / "ảnh.png").write_bytes(b"PNG")
    return folder


def test_load_tells_what_became_of_each_file(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite"
    result = run("load", folder, tmp_path / "nope.txt", "--format", "json", store=store)
    assert result.exit_code == 1
    rows = {Path(row["path"]).name: row for row in json.loads(result.stdout)["rows"]}
    outcomes = {name: row["outcome"] for name, row in rows.items()}
    assert outcomes == {
        "kế hoạch.txt": "duplicate",
        "bản sao.txt": "loaded",
        "trống.txt": "refused",
        "nhị phân.txt": "refused",
        "nope.txt": "refused",
    }
    assert rows["trống.txt"]["code"] == "empty"
    assert rows["nope.txt"]["code"] == "missing"
    assert rows["bản sao.txt"]["key"] == "ha-son/41-KH-TU/2021-09-06"
    assert len(result.stderr.splitlines()) == 3
    assert "nope.txt: không tìm thấy tệp" in result.stderr


def test_load_for_people_ends_with_a_summary(folder: Path, tmp_path: Path) -> None:
    result = run("load", folder, store=tmp_path / "s.sqlite")
    assert result.stdout.splitlines()[-1] == "Tổng cộng 4 tệp: 1 đã nạp; 1 trùng; 2 từ chối."
    assert "từ chối" not in "".join(result.stdout.splitlines()[:-1])
    assert result.stderr.count("từ chối") == 2


def test_load_updates_what_has_changed(tmp_path: Path) -> None:
    store, file = tmp_path / "s.sqlite", tmp_path / "a.txt"
    file.write_bytes(FILE.read_bytes())
    assert answer("load", file, store=store)["counts"]["loaded"] == 1
    assert answer("load", file, store=store)["counts"]["unchanged"] == 1
    file.write_bytes(FILE.read_bytes() + "\nBản sửa lỗi chính tả.\n".encode())
    assert answer("load", file, store=store)["counts"]["updated"] == 1


def test_load_in_csv(folder: Path, tmp_path: Path) -> None:
    result = run("load", folder, "--format", "csv", store=tmp_path / "s.sqlite")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["outcome"] for row in rows].count("refused") == 2


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "rỗng").mkdir()
    result = run("load", tmp_path / "rỗng", store=tmp_path / "s.sqlite")
    assert result.exit_code == 0
    assert "Không có tệp nào để nạp" in result.stderr


def test_a_stamp_of_secrecy_keeps_a_file_out_unless_it_is_let_in(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("MẬT\n\n" + FILE.read_text(encoding="utf-8"), encoding="utf-8")
    refused = run("load", file, store=tmp_path / "s.sqlite")
    assert refused.exit_code == 1
    assert "độ mật" in refused.stderr
    assert run("load", file, "--allow-secret", store=tmp_path / "s.sqlite").exit_code == 0


def test_what_a_terminal_would_obey_is_not_printed(tmp_path: Path) -> None:
    store, file = tmp_path / "s.sqlite", tmp_path / "a.txt"
    text = FILE.read_text(encoding="utf-8").replace("Biên soạn cuốn", "Biên\x1b[2J soạn cuốn")
    file.write_text(text, encoding="utf-8")
    run("load", file, store=store)
    for asked in (("tasks",), ("search", "soạn"), ("extract", file)):
        assert "\x1b" not in run(*asked, store=store).stdout
