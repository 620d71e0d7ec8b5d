"""A body's page: its place, what was before and after it, its tasks by state."""

from playwright.sync_api import Page, expect

from tests.browsers import DAY, Site
from tests.runs import answer

BOARD = "ha-son/ban-tuyen-giao-tinh-uy"


def test_a_body_stands_in_its_tree_and_its_time(tab: Page, site: Site) -> None:
    tab.goto(f"/bodies/{BOARD}")
    expect(tab.locator("#tree")).to_contain_text("Tỉnh ủy")
    tab.locator("#life").get_by_role("link", name="Ban Tuyên giáo và Dân vận Tỉnh ủy").click()
    tab.wait_for_url(f"{site.url}/bodies/ha-son/ban-tuyen-giao-va-dan-van-tinh-uy")
    expect(tab.locator("#life")).to_contain_text("Ban Tuyên giáo Tỉnh ủy")
    tab.locator("#life").get_by_role("link", name="nguyên văn").first.click()
    expect(tab.locator("#proofs li").first).to_contain_text("theo sổ đăng ký")


def test_its_counters_lead_to_its_tasks(tab: Page, site: Site) -> None:
    tab.goto(f"/bodies/{BOARD}?as_of={DAY}")
    told = answer("tasks", "--body", BOARD, "--as-of", DAY, store=site.store)
    expect(tab.locator("#tasks tbody tr")).to_have_count(told["total"])
    overdue = [row for row in told["rows"] if row["state"] == "open-overdue"]
    figure = tab.locator(".figures .open-overdue")
    expect(figure.locator("b")).to_have_text(str(len(overdue)))
    figure.get_by_role("link").click()
    expect(tab.locator("tbody tr")).to_have_count(len(overdue))


def test_bodies_are_found_by_their_names(tab: Page, site: Site) -> None:
    tab.goto("/bodies")
    tab.get_by_label("Từ trong tên").fill("tuyen giao ha son")
    tab.locator("main").get_by_role("button", name="Tìm").click()
    told = answer("bodies", "tuyen giao ha son", store=site.store)
    expect(tab.locator("tbody tr")).to_have_count(told["total"])
    tab.goto("/bodies?words=zzz")
    expect(tab.locator("main")).to_contain_text("Không có cơ quan nào có tên như vậy")


def test_who_is_nobody_is_a_page_that_says_so(tab: Page) -> None:
    answered = tab.goto("/bodies/ha-son/khong-co")
    assert answered is not None
    assert answered.status == 404
    expect(tab.locator("h1")).to_have_text("Không có trong kho")
