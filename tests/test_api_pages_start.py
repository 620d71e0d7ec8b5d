"""The first page: what is due and overdue, and one box that understands what people type."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import DAY, Opener, Site, served
from tests.runs import answer

DIRECTIVE = "tw/05-CT-TW/2016-05-15"


def seek(tab: Page, words: str) -> None:
    tab.goto("/")
    tab.get_by_label("Gõ số, ký hiệu").fill(words)
    tab.keyboard.press("Enter")


@pytest.mark.parametrize(
    "words", ["chi thi 05-CT/TW", "05-ct/tw", "Chỉ thị số 05-CT/TW, ngày 15/5/2016", DIRECTIVE]
)
def test_a_citation_leads_straight_to_its_document(tab: Page, site: Site, words: str) -> None:
    seek(tab, words)
    tab.wait_for_url(f"{site.url}/documents/{DIRECTIVE}")
    expect(tab.locator("h1")).to_have_text("Chỉ thị 05-CT/TW (15/5/2016)")


def test_a_citation_of_several_documents_leads_to_all_of_them(tab: Page, site: Site) -> None:
    seek(tab, "20-NQ/TW")
    expect(tab.locator("#candidates li")).to_have_count(6)
    tab.locator("#candidates").get_by_role("link", name="25/10/2017").click()
    tab.wait_for_url(f"{site.url}/documents/tw/20-NQ-TW/2017-10-25")


def test_the_name_of_one_body_leads_to_it_and_that_of_several_to_all(tab: Page, site: Site) -> None:
    seek(tab, "dai phat thanh - truyen hinh ha son")
    tab.wait_for_url(f"{site.url}/bodies/ha-son/*")
    seek(tab, "Ban Tuyên giáo Tỉnh ủy")
    found = tab.locator("#bodies")
    expect(found).to_contain_text("Lạng Sơn")
    found.get_by_role("link", name="Ban Tuyên giáo Tỉnh ủy", exact=True).first.click()
    tab.wait_for_url(f"{site.url}/bodies/ha-son/ban-tuyen-giao-tinh-uy")


def test_words_are_found_without_accents(tab: Page, site: Site) -> None:
    seek(tab, "tong ket 10 nam")
    total = answer("search", "tong ket 10 nam", store=site.store)["total"]
    expect(tab.locator("#hits li")).to_have_count(total)
    tab.locator("#hits li", has_text="nhiệm vụ").first.get_by_role("link").click()
    tab.wait_for_url(f"{site.url}/tasks/**")


@pytest.mark.parametrize(("words", "told"), [("zzzzzz", "Không tìm thấy gì"), ("999-CT/TW", "999")])
def test_what_is_not_found_says_what_to_do(tab: Page, words: str, told: str) -> None:
    seek(tab, words)
    expect(tab.locator("main")).to_contain_text(told)
    expect(tab.locator("main").get_by_role("link", name="Nạp tệp")).to_be_visible()


def test_the_figures_are_those_of_the_command_line(tab: Page, site: Site) -> None:
    tab.goto(f"/?as_of={DAY}")
    overdue = answer("tasks", "--state", "open-overdue", "--as-of", DAY, store=site.store)
    due = answer("due", "--within", "6d", "--as-of", DAY, store=site.store)
    figures = tab.locator(".figures b")
    expect(figures.nth(0)).to_have_text(str(overdue["total"]))
    expect(figures.nth(1)).to_have_text(str(due["total"]))
    expect(figures.nth(2)).to_have_text("15")
    expect(tab.locator("#due tbody tr")).to_have_count(due["total"])
    tab.locator("#overdue").get_by_role("link", name="Xem tất cả").click()
    expect(tab.locator("tbody .state").first).to_have_text("quá hạn")


def test_english_is_a_switch_that_is_remembered(tab: Page, site: Site) -> None:
    tab.goto(f"/tasks?state=open-overdue&as_of={DAY}")
    tab.get_by_role("link", name="English").click()
    tab.wait_for_url(f"{site.url}/tasks?state=open-overdue&as_of={DAY}")
    expect(tab.locator("html")).to_have_attribute("lang", "en")
    expect(tab.locator("tbody .state").first).to_have_text("overdue")
    tab.goto("/")
    expect(tab.get_by_role("link", name="Tasks", exact=True)).to_be_visible()
    tab.get_by_role("link", name="Tiếng Việt").click()
    expect(tab.locator("html")).to_have_attribute("lang", "vi")


def test_milestones_stand_apart_and_say_that_they_are_derived(tab: Page, site: Site) -> None:
    tab.goto(f"/?as_of={DAY}")
    told = answer("due", "--milestones", "--within", "89d", "--as-of", DAY, store=site.store)
    section = tab.locator("#milestones")
    expect(section.locator("tbody tr")).to_have_count(min(told["total"], 8))
    expect(section).to_contain_text("không phải hạn ghi trong văn bản")
    row = section.locator("tbody tr").first
    expect(row).to_contain_text("15/05/2026")
    expect(row).to_contain_text("10 năm Chỉ thị 05-CT/TW")
    row.locator("a.proof").click()
    expect(tab.locator("mark").first).to_contain_text("tổng kết 10 năm")
    tab.goto(f"/tasks?due_from=2026-05-01&due_to=2026-05-31&as_of={DAY}")
    days = ("--within", "30d", "--as-of", "2026-05-01")
    told = answer("due", "--milestones", *days, store=site.store)
    expect(tab.locator("#milestones tbody tr")).to_have_count(told["total"])
    tab.locator("#milestones tbody td:nth-child(3) a").first.click()
    tab.wait_for_url("**/tasks/**")
    tab.goto(f"/tasks?as_of={DAY}")
    expect(tab.locator("#milestones")).to_have_count(0)


@pytest.mark.parametrize("path", ["/", "/tasks", "/analysis/relied"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_are_days_too(
    tab: Page, path: str, day: str
) -> None:
    answered = tab.goto(f"{path}?as_of={day}")
    assert answered is not None
    assert answered.status == 200


def test_the_keyboard_is_enough(tab: Page, site: Site) -> None:
    tab.goto("/")
    tab.keyboard.press("Tab")
    expect(tab.locator(":focus")).to_have_text("Đến nội dung chính")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.type("05-ct/tw")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{site.url}/documents/{DIRECTIVE}")


def test_an_empty_store_says_what_to_do(tmp_path: Path, opened: Opener) -> None:
    with served(str(tmp_path / "empty.sqlite"), tmp_path) as empty:
        tab = opened(at=empty)
        tab.goto("/")
        expect(tab.locator("main")).to_contain_text("Kho chưa có văn bản nào")
        tab.locator(".notice").get_by_role("link", name="Nạp tệp").click()
        tab.wait_for_url(f"{empty.url}/load")
