"""The page that loads: files are chosen or dropped, are seen to be read, and say why not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import Opener, Site, check_access, served, sign_in
from tests.runs import SAMPLES

PLAN = SAMPLES / "01-ke-hoach-41-tu.txt"
WORD = SAMPLES / "02-huong-dan-27-btgtu.docx"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Site]:
    with served(str(tmp_path / "s.sqlite"), tmp_path) as running:
        yield running


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "mat <b>.txt"
    file.write_text("MẬT\n\n" + PLAN.read_text(encoding="utf-8"), encoding="utf-8")
    return file


@pytest.mark.parametrize("script", [True, False])
def test_chosen_files_are_loaded_and_reported(
    opened: Opener, own: Site, secret: Path, *, script: bool
) -> None:
    tab = opened(at=own, java_script_enabled=script)
    sign_in(tab, own)
    tab.goto("/load")
    tab.get_by_label("Kéo thả tệp").set_input_files([PLAN, WORD, secret])
    tab.get_by_role("button", name="Nạp").click()
    tab.wait_for_url(f"{own.url}/load/*")
    refused = tab.locator("#refused")
    expect(refused).to_contain_text("mat <b>.txt", timeout=30_000)
    expect(refused).to_contain_text("độ mật")
    expect(tab.locator("#told")).to_have_text("Đã đọc 3 trong 3 tệp")
    expect(tab.locator("tbody")).to_contain_text("13 viện dẫn, 19 công việc")
    if script:
        check_access(tab)
    tab.locator("tbody").get_by_role("link", name="ha-son/41-KH-TU/2021-09-06").click()
    expect(tab.locator("h1")).to_have_text("Kế hoạch 41-KH/TU (6/9/2021)")
    tab.goto("/load")
    expect(tab.locator("tbody tr")).to_contain_text("2 đã nạp, 1 từ chối")


def test_dropped_files_are_named_before_they_are_sent(opened: Opener, own: Site) -> None:
    tab = opened(at=own)
    sign_in(tab, own)
    tab.goto("/load")
    dropped = tab.evaluate_handle(
        "() => { const all = new DataTransfer();"
        " all.items.add(new File(['Số 1-KH/TU'], '<i>một.txt'));"
        " return all }"
    )
    tab.dispatch_event("#drop", "drop", {"dataTransfer": dropped})
    expect(tab.locator("#chosen li")).to_have_text("<i>một.txt")
    tab.get_by_role("button", name="Nạp").click()
    expect(tab.locator("#told")).to_have_text("Đã đọc 1 trong 1 tệp", timeout=30_000)


def test_who_may_not_write_is_asked_for_a_key(tab: Page, site: Site) -> None:
    tab.goto("/load")
    expect(tab.locator("#files")).to_have_count(0)
    tab.locator("main").get_by_role("link", name="Đăng nhập").click()
    tab.get_by_label("Khóa").fill(site.editor)
    tab.locator("main").get_by_role("button").click()
    expect(tab.locator("#files")).to_be_visible()
