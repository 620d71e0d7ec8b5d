"""The pages on a Neo4j server: the clicks that most people make, one after the other."""

from pathlib import Path

from neo4j import Driver
from playwright.sync_api import expect

from tests.browsers import DAY, Opener, samples_in, served, sign_in
from tests.runs import SAMPLES
from tests.servers import Server, clear


def test_the_main_clicks_lead_where_they_do_on_a_file(
    tmp_path: Path, driver: Driver, server: Server, opened: Opener
) -> None:
    clear(driver)
    samples_in(server.uri)
    with served(server.uri, tmp_path, server.environment) as own:
        tab = opened(at=own)
        # A server plans a statement when it first comes, which may take longer than `expect` waits.
        tab.goto("/find?q=chi+thi+05-CT%2FTW")
        tab.goto(f"/?as_of={DAY}")
        expect(tab.locator(".figures b").first).to_have_text("61")
        tab.get_by_label("Gõ số, ký hiệu").fill("chi thi 05-CT/TW")
        tab.keyboard.press("Enter")
        expect(tab.locator("h1")).to_have_text("Chỉ thị 05-CT/TW (15/5/2016)")
        expect(tab.locator("#standing")).to_contain_text("Được tiếp tục thực hiện theo")
        tab.locator("#below a.proof").first.click()
        expect(tab.locator("mark").first).to_be_in_viewport()
        tab.locator(".task-mark").first.click()
        expect(tab.locator(".words")).to_be_visible()
        tab.goto(f"/tasks?implements=05-CT/TW&sort=due&as_of={DAY}")
        tab.locator(".figures .open-overdue a").click()
        expect(tab.locator("tbody .state").first).to_have_text("quá hạn")
        tab.goto(f"/bodies/ha-son/ban-tuyen-giao-tinh-uy?as_of={DAY}")
        expect(tab.locator("#life")).to_contain_text("Ban Tuyên giáo và Dân vận Tỉnh ủy")
        expect(tab.locator("#tasks tbody tr")).to_have_count(43)  # with its offices
        tab.goto(f"/chain?document=tw/05-CT-TW/2016-05-15&as_of={DAY}")
        expect(tab.locator(".chain-table tbody tr")).to_have_count(67)
        plan = tab.locator('.picture g[data-key="ha-son/41-KH-TU/2021-09-06"]')
        plan.locator("a.tie").first.click()
        expect(tab.locator("mark").last).to_contain_text("01-KL/TW")
        tab.goto(f"/explore?key=ha-son/41-KH-TU/2021-09-06&as_of={DAY}")
        tab.locator('#list [data-key="tw/01-KL-TW/2021-05-18"]').click()
        tab.locator('[data-act="expand"]').click()
        expect(tab.locator('#list [data-key="tw/bo-chinh-tri"]')).to_be_attached()
        tab.locator("#panel [data-edge]").first.click()
        expect(tab.locator("#panel blockquote")).not_to_be_empty()
        sign_in(tab, own)
        tab.goto("/tasks/ha-son/41-KH-TU/2021-09-06%23II.3.-2")
        tab.get_by_role("button", name="Ghi", exact=True).click()
        expect(tab.locator("header .state")).to_have_text("trễ hạn")
        tab.goto("/load")
        tab.get_by_label("Kéo thả tệp").set_input_files(_another(tmp_path))
        tab.get_by_role("button", name="Nạp").click()
        expect(tab.locator("tbody .state")).to_have_text("đã nạp", timeout=60_000)
        expect(tab.locator("tbody")).to_contain_text("ha-son/141-KH-TU/2021-09-06")
    clear(driver)


def _another(folder: Path) -> Path:
    """Write a plan that the samples do not have: theirs under another number."""
    plan = (SAMPLES / "01-ke-hoach-41-tu.txt").read_text(encoding="utf-8")
    file = folder / "ke-hoach-141-tu.txt"
    file.write_text(plan.replace("41-KH/TU", "141-KH/TU", 1), encoding="utf-8")
    return file
