"""Files into a store: whole, once, and in any order the same."""

import datetime as dt
import gc
import os
import sys
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.store import NotFoundError, StatusChange, Store
from loaders.files import walk
from loaders.formats.guard import DEFAULT_LIMITS
from loaders.load import load, register, remove
from loaders.loader import FileReport, Outcome
from loaders.reading_job import Job, Refused, read
from ontology.facts import DocumentFacts
from ontology.known import KnownDocument
from ontology.registry import Registry
from tests.stores import MakeStore

LANG_SON, LAM_DONG = "Lạng Sơn", "Lâm Đồng"


def plan(
    number: str | None, year: int, *tasks: str, province: str = LANG_SON, date: str | None = None
) -> str:
    """Return the text of a provincial plan with one task a line."""
    head = f"Số {number}-KH/TU" if number else "Số     -KH/TU"
    day = date or "    tháng    "
    lines = "\n\n".join(f"- {task}." for task in tasks)
    return f"""TỈNH ỦY {province.upper()}
*
{head}
{province}, ngày {day} năm {year}

KẾ HOẠCH
Công tác tuyên giáo năm {year}

Ban Thường vụ Tỉnh ủy {province} ban hành kế hoạch như sau:

II. NHIỆM VỤ

{lines}

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Nguyễn Văn A
"""


TEXTS = {
    "a.txt": plan(
        "33",
        2021,
        "Triển khai thực hiện Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị",
        date="14 tháng 9",
    ),
    "b.txt": plan(
        None,
        2022,
        "Tiếp tục triển khai Kế hoạch số 33-KH/TU của Ban Thường vụ Tỉnh ủy",
        "Quán triệt Kế hoạch số 90-KH/TU của Ban Thường vụ Tỉnh ủy",
    ),
    "c.txt": plan(
        None,
        2023,
        "Tiếp tục triển khai Kế hoạch số 90-KH/TU, ngày 01/3/2022 của Ban Thường vụ Tỉnh ủy",
        "Triển khai thực hiện Chỉ thị số 24-CT/TW của Bộ Chính trị",
        "Triển khai thực hiện Chỉ thị số 24-CT/TW, ngày 13/7/2023 của Bộ Chính trị",
    ),
    "d.txt": plan(
        None,
        2024,
        "Tiếp tục triển khai Kế hoạch số 90-KH/TU, ngày 02/4/2022 của Ban Thường vụ Tỉnh ủy",
        "Tiếp tục triển khai Kế hoạch số 90-KH/TU của Ban Thường vụ Tỉnh ủy",
    ),
    "e.txt": plan(
        "90",
        2022,
        "Triển khai thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị",
        date="01 tháng 3",
    ),
    "f.txt": plan(None, 2023, "Triển khai Kế hoạch số 90-KH/TU", province=LAM_DONG),
}


def written(folder: Path, *names: str, **texts: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    chosen = {name: TEXTS[name] for name in names} | texts
    paths = []
    for name, text in chosen.items():
        path = folder / (name if "." in name else f"{name}.txt")
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def loaded(store: Store, paths: list[Path], **options: Any) -> list[FileReport]:  # noqa: ANN401
    return list(load(paths, store, **options))


def meanings(store: Store) -> dict[str, DocumentFacts]:
    """Return all that every loaded document says and means."""
    return {one.key: store.facts(one.key) for one in store.loaded()}


def keys_meant(store: Store, key: str) -> list[str | None]:
    return [resolution.key for resolution in store.facts(key).resolutions]


def test_a_file_becomes_a_document(store: Store, tmp_path: Path) -> None:
    (report,) = loaded(store, written(tmp_path / "in", "a.txt"))
    assert (report.outcome, report.key) == (Outcome.LOADED, "lang-son/33-KH-TU/2021-09-14")
    assert report.citations >= 1
    assert "tw/01-KL-TW/2021-05-18" in keys_meant(store, "lang-son/33-KH-TU/2021-09-14")


def test_the_same_file_is_unchanged(store: Store, tmp_path: Path) -> None:
    paths = written(tmp_path / "in", "a.txt", "b.txt")
    loaded(store, paths)
    before = meanings(store)
    assert {report.outcome for report in loaded(store, paths)} == {Outcome.UNCHANGED}
    assert meanings(store) == before


def test_a_changed_file_is_updated_under_its_key(store: Store, tmp_path: Path) -> None:
    (path,) = written(tmp_path / "in", "a.txt")
    (first,) = loaded(store, [path])
    path.write_text(TEXTS["a.txt"].replace("Triển khai", "Tiếp tục"), encoding="utf-8")
    (second,) = loaded(store, [path])
    assert (second.outcome, second.key) == (Outcome.UPDATED, first.key)


def test_a_file_that_became_another_document_takes_its_old_one_along(
    store: Store, tmp_path: Path
) -> None:
    (path,) = written(tmp_path / "in", "a.txt")
    loaded(store, [path])
    path.write_text(TEXTS["e.txt"], encoding="utf-8")
    loaded(store, [path])
    assert list(meanings(store)) == ["lang-son/90-KH-TU/2022-03-01"]


def test_what_people_said_follows_a_file_whose_key_changed(store: Store, tmp_path: Path) -> None:
    (path,) = written(tmp_path / "in", "c.txt")
    (first,) = loaded(store, [path])
    task = f"{first.key}#{store.facts(first.key or '').items[1].path}"
    at = dt.datetime(2023, 8, 1, tzinfo=dt.UTC)
    store.change_status(StatusChange(task, "done", at.date(), "An", "xong", at))
    path.write_text(TEXTS["c.txt"].replace("Công tác", "Về công tác"), encoding="utf-8")
    (second,) = loaded(store, [path])
    assert second.key != first.key
    again = task.replace(first.key or "", second.key or "")
    assert [change.note for change in store.history(again)] == ["xong"]


@pytest.mark.parametrize("names", [("x", "y"), ("y", "x")])
def test_of_two_files_of_one_document_the_fuller_one_stays(
    store: Store, tmp_path: Path, names: tuple[str, str]
) -> None:
    short, long = names
    written(tmp_path / "in", **{short: TEXTS["a.txt"], long: TEXTS["a.txt"] + "\nvà hơn nữa\n"})
    reports = loaded(store, [tmp_path / "in"])
    assert {one.location for one in store.loaded()} == {str(tmp_path / "in" / f"{long}.txt")}
    assert len(reports) == 2
    assert "cùng một văn bản" in " ".join(report.message or "" for report in reports)


def test_a_file_that_cannot_be_read_does_not_stop_the_others(store: Store, tmp_path: Path) -> None:
    paths = written(tmp_path / "in", "a.txt", "b.txt")
    (tmp_path / "in" / "aa.pdf").write_bytes(b"no pdf")
    reports = loaded(store, [tmp_path / "in"])
    assert [report.outcome for report in reports] == ["loaded", "refused", "loaded"]
    assert reports[1].message
    assert len(store.loaded()) == len(paths)


def test_a_file_whose_name_is_no_utf8_is_refused_by_a_name_that_can_be_printed(
    store: Store, tmp_path: Path
) -> None:
    good = tmp_path / "b.txt"
    good.write_text("KẾ HOẠCH\nThực hiện Chỉ thị số 05-CT/TW.", encoding="utf-8")
    bad = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a-k\xea.txt"))
    bad.write_text("KẾ HOẠCH", encoding="utf-8")
    refused, loaded = load([tmp_path], store)
    assert (refused.code, loaded.outcome) == ("file-name", Outcome.LOADED)
    assert refused.path == f"{tmp_path}/a-k\\xea.txt"
    assert refused.message is not None
    assert refused.path in refused.message


@pytest.mark.parametrize(("mode", "told"), [(0o000, "closed"), (0o444, "b.txt")])
def test_what_may_not_be_opened_is_refused_and_the_rest_is_read(
    mode: int, told: str, tmp_path: Path
) -> None:
    """Nothing is forbidden to root, so that root reads here as nobody."""
    folder, closed = tmp_path / "in", tmp_path / "in" / "closed"
    written(folder, "a.txt")
    written(closed, "b.txt")
    closed.chmod(mode)
    user = os.geteuid()
    if user == 0:
        for above in (tmp_path, *tmp_path.parents):
            if not above.stat().st_mode & 0o001:
                above.chmod(0o755)
        os.seteuid(65534)
    try:
        for paths in ([folder], [folder / "a.txt", closed / "b.txt"]):
            good, bad = [read(Job(one, DEFAULT_LIMITS, allow_secret=False)) for one in walk(paths)]
            assert isinstance(good, DocumentFacts)
            assert isinstance(bad, Refused)
            assert bad.code == "unreadable"
            assert bad.message.startswith((told, "b.txt"))
    finally:
        os.seteuid(user)
        closed.chmod(0o755)


def test_what_is_no_document_is_passed_over_in_folders_only(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    written(folder, "a.txt")
    for name in (".an.txt", "~$khoa.docx", "anh.png"):
        (folder / name).write_text("x", encoding="utf-8")
    assert len(loaded(store, [folder])) == 1
    (named,) = loaded(store, [folder / "anh.png"])
    assert named.outcome is Outcome.REFUSED


def test_a_file_named_twice_is_loaded_once(store: Store, tmp_path: Path) -> None:
    (path,) = written(tmp_path / "in", "a.txt")
    assert len(loaded(store, [path, tmp_path / "in", path])) == 1


def test_an_undated_mention_finds_the_document_that_comes_later(
    store: Store, tmp_path: Path
) -> None:
    first, second = written(tmp_path / "in", "b.txt", "e.txt")
    (report,) = loaded(store, [first])
    assert "lang-son/90-KH-TU" in keys_meant(store, report.key or "")
    loaded(store, [second])
    assert "lang-son/90-KH-TU/2022-03-01" in keys_meant(store, report.key or "")


def test_other_provinces_mean_their_own(store: Store, tmp_path: Path) -> None:
    reports = loaded(store, written(tmp_path / "in", "e.txt", "f.txt"))
    assert keys_meant(store, reports[1].key or "") == ["lam-dong/90-KH-TU"]


def test_what_is_removed_was_never_there(store: Store, tmp_path: Path) -> None:
    paths = written(tmp_path / "in", "b.txt", "d.txt", "c.txt")
    loaded(store, paths[:2])
    before = meanings(store)
    (report,) = loaded(store, paths[2:])
    assert {key: facts for key, facts in meanings(store).items() if key != report.key} != before
    remove(store, report.key or "")
    assert meanings(store) == before


def test_what_is_not_there_cannot_be_removed(store: Store) -> None:
    with pytest.raises(NotFoundError):
        remove(store, "lang-son/1-KH-TU/2020-01-01")


def test_a_registered_document_settles_what_was_only_cited(store: Store, tmp_path: Path) -> None:
    (report,) = loaded(store, written(tmp_path / "in", "b.txt"))
    known = KnownDocument(
        key="lang-son/90-KH-TU/2022-03-01",
        authority="lang-son",
        type="KH",
        number="90",
        symbol="KH/TU",
        date=None,
    )
    register(store, Registry((replace(known, date=None),)))
    assert known.key in keys_meant(store, report.key or "")


def test_whoever_stops_has_whole_documents(store: Store, tmp_path: Path) -> None:
    reports = load(written(tmp_path / "in", *TEXTS), store)
    next(reports)
    reports.close()  # type: ignore[attr-defined]
    assert list(meanings(store)) == ["lang-son/33-KH-TU/2021-09-14"]


def test_progress_is_told_for_every_file(store: Store, tmp_path: Path) -> None:
    told: list[FileReport] = []
    reports = loaded(store, written(tmp_path / "in", *TEXTS), on_progress=told.append)
    assert told == reports


def graph_of(store: Store, folder: Path, names: Sequence[str]) -> dict[str, DocumentFacts]:
    """Return what loading files in this order gives, their locations left out."""
    for path in written(folder, *names):
        loaded(store, [path])
    return {
        key: replace(one, source=replace(one.source, location=""))
        for key, one in meanings(store).items()
    }


def test_any_order_gives_the_same_graph(make_store: MakeStore, tmp_path: Path) -> None:
    one = graph_of(make_store(), tmp_path / "in", sorted(TEXTS))

    @settings(max_examples=make_store.examples // 5, deadline=None)
    @given(st.permutations(sorted(TEXTS)))
    def law(names: list[str]) -> None:
        assert graph_of(make_store(), tmp_path / "in", names) == one

    law()


def test_several_processes_give_the_same_graph(make_store: MakeStore, tmp_path: Path) -> None:
    graphs = []
    for workers in (1, 3):
        opened = make_store()
        reports = loaded(opened, written(tmp_path / "in", *TEXTS), workers=workers)
        graphs.append((reports, meanings(opened)))
    assert graphs[0] == graphs[1]


def test_what_was_loaded_does_not_stay_in_memory(store: Store, tmp_path: Path) -> None:
    """However many texts are loaded, the memory holds one of them at a time."""
    tasks = [f"Quán triệt nội dung thứ {number} của nghị quyết" for number in range(700)]
    folders = [tmp_path / name for name in ("first", "then")]
    for folder in folders:
        folder.mkdir()
        for number in range(10):
            text = plan(f"{len(folder.name)}{number}", 2021, *tasks, date="14 tháng 9")
            (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    size = sum(file.stat().st_size for file in folders[1].iterdir())
    loaded(store, [folders[0]])
    tracemalloc.start()
    try:
        loaded(store, [folders[1]])
        gc.collect()
        sys._clear_type_cache()  # noqa: SLF001  it holds a name for each of thousands of `finditer`
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < size / 4
