"""The page of a chain: every click on its picture, its table without script, its files."""

import json
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote, urlencode
from urllib.request import urlopen

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsers import DAY, PHONE, Opener, Site, check_access, check_width
from tests.plans import ATTACK, HOSTILE_PLAN, POPULAR, TASKS

DIRECTIVE: Final = "tw/05-CT-TW/2016-05-15"
PLAN: Final = "ha-son/41-KH-TU/2021-09-06"


def chain_url(document: str, **more: str) -> str:
    return f"/chain?{urlencode({'document': document, 'as_of': DAY, **more})}"


def api_chain(site: Site, document: str, **more: str) -> Any:  # noqa: ANN401  (JSON)
    query = urlencode({"as_of": DAY, "tasks": "true", "limit": 1000, **more})
    with urlopen(f"{site.url}/api/documents/{quote(document)}/chain?{query}") as answer:  # noqa: S310
        return json.load(answer)


def box(tab: Page, key: str) -> Locator:
    return tab.locator(f'.picture g[data-key="{key}"]')


def marked(tab: Page) -> str:
    """Return the words that the document's page shows as those that were asked for."""
    expect(tab.locator("mark").first).to_be_visible()
    return " ".join(" ".join(tab.locator("mark").all_text_contents()).split())


def test_a_citation_gives_the_picture_and_the_table(tab: Page, site: Site) -> None:
    tab.goto("/chain")
    check_access(tab)
    tab.get_by_label("Văn bản (số, ký hiệu hoặc khóa)").fill("chỉ thị 05-CT/TW ngày 15/5/2016")
    tab.get_by_label("Tính đến ngày").fill(DAY)
    tab.get_by_role("button", name="Xem chuỗi").click()
    expect(tab.locator("h1")).to_have_text("Chuỗi thực hiện Chỉ thị 05-CT/TW")
    expect(tab.locator("main")).to_contain_text("Tính đến ngày 15/04/2026")
    rows = api_chain(site, DIRECTIVE)["rows"]
    keys = {key for row in rows for key in (row["from"], row["to"])}
    drawn = tab.locator(".picture g[data-key]").evaluate_all("all => all.map(g => g.dataset.key)")
    assert set(drawn) == keys
    expect(tab.locator(".chain-table tbody tr")).to_have_count(len(rows))
    check_access(tab)
    check_width(tab)


def test_directives_stand_on_top_and_tasks_at_the_bottom(tab: Page) -> None:
    tab.goto(chain_url(DIRECTIVE))
    spots = tab.locator(".picture g[data-key]").evaluate_all(
        "all => all.map(g => [g.dataset.key, g.getBoundingClientRect().top])"
    )
    tasks = [top for key, top in spots if "#" in key]
    assert tasks
    assert min(tasks) > max(top for key, top in spots if "#" not in key)
    overdue = box(tab, "ha-son/41-KH-TU/2021-09-06#II.3.-2")
    expect(overdue).to_contain_text("quá hạn")  # in words, not by its colour alone


def test_a_box_leads_to_its_document_and_a_task_to_its_page(tab: Page) -> None:
    tab.goto(chain_url(DIRECTIVE))
    box(tab, PLAN).locator("a rect").first.click()
    tab.wait_for_url(f"**/documents/{PLAN}?as_of={DAY}")
    tab.goto(chain_url(DIRECTIVE))
    box(tab, f"{PLAN}#II.3.-2").locator("a rect").first.click()
    tab.wait_for_url("**/tasks/**")
    assert unquote(tab.url).endswith(f"{PLAN}#II.3.-2?as_of={DAY}")


def test_the_words_on_a_box_lead_to_what_proves_its_line(tab: Page) -> None:
    tab.goto(chain_url(DIRECTIVE))
    box(tab, PLAN).locator("a.tie").first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/documents/{PLAN}?at=*#at")
    assert marked(tab) == "thực hiện Kết luận số 01-KL/TW, ngày 18/5/2021"


def test_a_line_leads_to_what_proves_it(tab: Page, site: Site) -> None:
    tab.goto(chain_url(PLAN, way="up", tasks="false"))
    places = {
        (row["document"], f"{row['start']}-{row['end']}"): " ".join(row["quote"].split())
        for row in api_chain(site, PLAN, up="true", tasks="false")["rows"]
        if row["start"] is not None
    }
    line = tab.locator(f'.picture a.line[href^="/documents/{PLAN}?at="] path').first
    line.scroll_into_view_if_needed()
    x, y = line.evaluate(
        """path => {
          const middle = path.getPointAtLength(path.getTotalLength() / 2);
          const point = middle.matrixTransform(path.getScreenCTM());
          return [point.x, point.y];
        }"""
    )
    tab.mouse.click(x, y)
    tab.wait_for_url("**?at=*#at")
    path, _, at = tab.url.removesuffix("#at").partition("?at=")
    assert marked(tab) == places[unquote(path.partition("/documents/")[2]), at]


def test_what_only_the_registry_says_leads_to_all_its_proofs(tab: Page) -> None:
    tab.goto(chain_url(DIRECTIVE))
    expect(tab.locator(".chain-table")).to_have_count(2)
    tab.get_by_role(
        "link", name="Chỉ thị 05-CT/TW tiếp tục thực hiện Chỉ thị 03-CT/TW"
    ).first.click()
    tab.wait_for_url("**/evidence?from=*")
    expect(tab.locator("main")).to_contain_text("03-CT/TW")


def test_tasks_and_directions_can_be_left_out(tab: Page) -> None:
    tab.goto(chain_url(PLAN))
    assert tab.locator('.picture g[data-key*="#"]').count() > 20
    tab.get_by_label("Nhiệm vụ", exact=True).select_option("false")
    tab.get_by_label("Hướng").select_option("up")
    tab.get_by_role("button", name="Xem chuỗi").click()
    tab.wait_for_url("**tasks=false**")
    expect(tab.locator('.picture g[data-key*="#"]')).to_have_count(0)
    expect(tab.locator(".chain-table")).to_have_count(1)
    expect(tab.get_by_role("heading", name="Phía trên")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "begins"),
    [("Tải SVG", b"<svg"), ("Tải PNG", b"\x89PNG"), ("Tải trang HTML", b"<!doctype html>")],
)
def test_the_picture_can_be_kept_as_a_file(tab: Page, name: str, begins: bytes) -> None:
    tab.goto(chain_url(PLAN))
    with tab.expect_download() as waiting:
        tab.get_by_role("link", name=name).click()
    content = Path(waiting.value.path()).read_bytes()
    assert content.startswith(begins)
    assert "41-KH-TU" in waiting.value.suggested_filename
    if begins == b"<svg":
        assert b"href" not in content  # a file leads nowhere


def test_the_table_needs_no_script(opened: Opener, site: Site) -> None:
    tab = opened(java_script_enabled=False)
    tab.goto(chain_url(DIRECTIVE))
    rows = api_chain(site, DIRECTIVE)["rows"]
    expect(tab.locator(".chain-table tbody tr")).to_have_count(len(rows))
    shown = tab.locator(".chain-table q").all_text_contents()
    assert sorted(" ".join(row["quote"].split())[:100] for row in rows) == sorted(
        one[:100] for one in shown
    )
    tab.locator(f'.chain-table a.proof[href^="/documents/{PLAN}?at="]').first.click()
    tab.wait_for_url("**?at=*#at")
    assert marked(tab)


def test_what_is_too_much_is_cut_and_says_so(opened: Opener, strange: Site) -> None:
    tab = opened(at=strange)
    tab.goto(chain_url(POPULAR))
    total = api_chain(strange, POPULAR)["total"]
    assert total > TASKS
    expect(tab.locator("main")).to_contain_text(f"hiển thị 400 trong {total} mối liên hệ")
    expect(tab.locator(".chain-table tbody tr")).to_have_count(400)
    tab.get_by_role("link", name="Các dòng tiếp theo").click()
    expect(tab.locator(".picture")).to_have_count(0)
    expect(tab.locator(".chain-table tbody tr")).to_have_count(400)
    tab.get_by_role("link", name="Về đầu bảng và hình").click()
    expect(tab.locator(".picture svg")).to_be_visible()


def test_an_unclear_number_shows_what_it_may_mean(tab: Page) -> None:
    tab.goto(chain_url("20-NQ/TW"))
    links = tab.locator(".notice a")
    assert links.count() > 1
    links.last.click()
    expect(tab.locator("h1")).to_contain_text("20-NQ/TW")
    expect(tab.locator(".notice")).to_have_count(0)


def test_what_is_no_document_is_told_on_a_page(tab: Page) -> None:
    answer = tab.goto(chain_url("999-CT/TW"))
    assert answer is not None
    assert answer.status == 404
    expect(tab.locator("main")).to_contain_text("999-CT/TW")


def test_a_phone_shows_all_of_it(opened: Opener) -> None:
    tab = opened(size=PHONE)
    tab.goto(chain_url(PLAN))
    check_width(tab)
    check_access(tab)
    picture = tab.locator(".picture svg")
    before = picture.bounding_box()
    tab.get_by_role("button", name="Vừa khung").click()
    after = picture.bounding_box()
    assert before is not None
    assert after is not None
    assert after["width"] < before["width"]
    assert after["width"] <= PHONE[0]
    tab.get_by_role("button", name="Phóng to").click()
    larger = picture.bounding_box()
    assert larger is not None
    assert larger["width"] > after["width"]


def test_english_by_the_switch(tab: Page) -> None:
    tab.goto(chain_url(PLAN))
    tab.get_by_role("link", name="English").click()
    expect(tab.locator("h1")).to_have_text("How Kế hoạch 41-KH/TU is carried out")
    expect(tab.get_by_role("columnheader", name="The words that prove it").first).to_be_visible()


def test_hostile_words_stay_words(opened: Opener, strange: Site) -> None:
    tab = opened(at=strange)
    tab.on("dialog", lambda dialog: pytest.fail(dialog.message))
    tab.goto(chain_url(HOSTILE_PLAN))
    expect(tab.locator(".about").first).to_contain_text(ATTACK)
    title = tab.locator(f'.picture g[data-key="{HOSTILE_PLAN}"] title').first
    assert ATTACK in (title.text_content() or "")
    assert (
        tab.locator("main img, main script:not([src]), main [onload], main [onerror]").count() == 0
    )
    check_access(tab)
