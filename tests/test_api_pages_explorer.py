"""The explorer: every click on it, by mouse and by keyboard; links to views; very many nodes."""

import base64
import json
import zlib
from itertools import combinations
from typing import Any, Final
from urllib.parse import unquote, urlencode
from urllib.request import urlopen

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsers import DAY, PHONE, Opener, Site, check_access, check_width
from tests.plans import ATTACK, HOSTILE_PLAN, LARGE, TASKS

DIRECTIVE: Final = "tw/05-CT-TW/2016-05-15"
PLAN: Final = "ha-son/41-KH-TU/2021-09-06"
CONCLUSION: Final = "tw/01-KL-TW/2021-05-18"
PROVED: Final = json.dumps([PLAN, "implements", CONCLUSION], separators=(",", ":"))
FIRST: Final = 24
MOST: Final = 2_000


def start(tab: Page, key: str = PLAN) -> None:
    """Open the graph around a node, and wait until nothing moves any more."""
    tab.goto(f"/explore?{urlencode({'key': key, 'as_of': DAY})}")
    settled(tab)


def settled(tab: Page) -> None:
    tab.wait_for_selector("#shown:not(:empty)")
    tab.wait_for_selector("body:not([aria-busy])")
    before = ""
    while tab.url != before:  # until the address bears the view, and that is still
        before = tab.url
        tab.wait_for_timeout(400)


def view(tab: Page) -> Any:  # noqa: ANN401  (JSON)
    """Return the view that the address bears."""
    packed = tab.url.partition("#v1.")[2]
    plain = zlib.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), -15)
    return json.loads(plain)


def places(tab: Page) -> dict[str, tuple[float, float]]:
    return {key: (x, y) for key, x, y in view(tab)["nodes"]}


def at(tab: Page, x: float, y: float) -> tuple[float, float]:
    """Return where in the window a place of the picture is."""
    camera, frame = view(tab)["camera"], tab.locator("#canvas").bounding_box()
    assert frame is not None
    return (
        frame["x"] + frame["width"] / 2 + (x - camera["x"]) * camera["scale"],
        frame["y"] + frame["height"] / 2 + (y - camera["y"]) * camera["scale"],
    )


def node(tab: Page, key: str) -> Locator:
    """Return a node in the list beside the picture."""
    return tab.locator(f'#list [data-key="{key}"]')


def neighbours(site: Site, key: str) -> Any:  # noqa: ANN401  (JSON)
    query = urlencode({"key": key, "limit": 1000, "as_of": DAY})
    with urlopen(f"{site.url}/api/graph/neighbours?{query}") as answer:  # noqa: S310
        return json.load(answer)


def shown(tab: Page) -> str:
    return tab.locator("#shown").inner_text()


def test_one_begins_at_a_document_that_is_often_cited(tab: Page) -> None:
    tab.goto("/explore")
    check_access(tab)
    check_width(tab)
    tab.locator("#begin a").first.click()
    settled(tab)
    assert len(places(tab)) > 5
    expect(tab.locator("#begin")).to_be_hidden()
    check_access(tab)


def test_what_is_found_is_added_with_its_neighbours(tab: Page, site: Site) -> None:
    tab.goto(f"/explore?as_of={DAY}")
    tab.get_by_role("searchbox", name="Thêm vào đồ thị").fill("41-kh/tu")
    tab.keyboard.press("Enter")
    tab.locator("#found .item", has_text="41-KH/TU").first.click()
    settled(tab)
    rows = neighbours(site, PLAN)["rows"][:FIRST]
    ends = {PLAN, *(row["from"] for row in rows), *(row["to"] for row in rows)}
    assert set(places(tab)) == ends
    expect(tab.locator("#panel")).to_contain_text("Tỉnh ủy Hà Sơn")


def test_neighbours_come_and_go(tab: Page, site: Site) -> None:
    start(tab)
    before = set(places(tab))
    total = neighbours(site, PLAN)["total"]
    expect(tab.locator("#panel")).to_contain_text(f"hiển thị {FIRST} trong {total}")
    tab.locator('[data-act="more"]').click()
    settled(tab)
    assert len(places(tab)) > len(before)
    expect(tab.locator("#panel")).to_contain_text(f"hiển thị {total} trong {total}")
    node(tab, CONCLUSION).click()
    tab.locator('[data-act="expand"]').click()
    settled(tab)
    grown = set(places(tab))
    assert DIRECTIVE in grown
    tab.locator('[data-act="collapse"]').click()
    settled(tab)
    assert set(places(tab)) < grown
    assert CONCLUSION in places(tab)
    tab.locator('[data-act="remove"]').click()
    settled(tab)
    assert CONCLUSION not in places(tab)


def test_a_click_on_a_box_shows_its_facts_and_a_double_click_its_neighbours(tab: Page) -> None:
    start(tab)
    where = at(tab, *places(tab)[CONCLUSION])
    tab.mouse.click(*where)
    expect(tab.locator("#panel-title")).to_contain_text("Kết luận 01-KL/TW")
    expect(tab.locator("#panel")).to_contain_text("Bộ Chính trị")
    expect(node(tab, CONCLUSION)).to_have_attribute("aria-pressed", "true")
    before = set(places(tab))
    tab.mouse.dblclick(*where)
    settled(tab)
    assert set(places(tab)) > before
    tab.locator("#panel").get_by_role("link", name="Mở trang riêng").click()
    tab.wait_for_url(f"**/documents/{CONCLUSION}?as_of={DAY}")


def test_a_click_on_a_line_shows_the_words_that_prove_it(tab: Page, site: Site) -> None:
    rows = neighbours(site, PLAN)["rows"]
    edge = next(row for row in rows if (row["from"], row["to"]) == (PLAN, CONCLUSION))
    start(tab)
    (x1, y1), (x2, y2) = (at(tab, *places(tab)[key]) for key in (PLAN, CONCLUSION))
    for part in (0.5, 0.55, 0.45, 0.6, 0.4):  # a box may stand in the middle
        tab.mouse.click(x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)
        tab.wait_for_timeout(350)
        if "nguyên văn" in tab.locator("#panel").inner_text().lower():
            break
    expect(tab.locator("#panel blockquote")).to_have_text(edge["quote"])
    tab.get_by_role("link", name="Xem trong văn bản").click()
    tab.wait_for_url(f"**?at={edge['start']}-{edge['end']}#at")
    assert f"/documents/{edge['document']}?" in unquote(tab.url)
    expect(tab.locator("mark").first).to_be_visible()
    words = " ".join(" ".join(tab.locator("mark").all_text_contents()).split())
    assert words == " ".join(edge["quote"].split())


def test_what_is_dragged_stays_and_nothing_moves_by_itself(tab: Page) -> None:
    start(tab)
    before = places(tab)
    x, y = at(tab, *before[CONCLUSION])
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.mouse.move(x + 60, y + 30, steps=5)
    tab.mouse.move(x + 120, y + 70, steps=5)
    tab.mouse.up()
    tab.wait_for_timeout(500)
    moved = places(tab)
    assert {key for key in before if moved[key] != before[key]} == {CONCLUSION}
    node(tab, CONCLUSION).click()
    tab.locator('[data-act="expand"]').click()
    settled(tab)
    assert {key: places(tab)[key] for key in moved} == moved
    tab.wait_for_timeout(1_000)
    tab.locator("#fit").click()
    tab.wait_for_timeout(400)
    assert {key: places(tab)[key] for key in moved} == moved


def test_filters_by_kind_relation_and_day(tab: Page, site: Site) -> None:
    start(tab)
    tab.locator('[data-act="more"]').click()
    settled(tab)
    total = tab.locator("#list [data-key]").count()
    tab.locator("#filters summary").click()
    tab.get_by_label("nhiệm vụ", exact=True).uncheck()
    expect(tab.locator('#list [data-key*="#"]')).to_have_count(0)
    assert tab.locator("#list [data-key]").count() < total
    tab.get_by_label("nhiệm vụ", exact=True).check()
    tab.get_by_role("button", name="Không quan hệ nào").click()
    expect(tab.locator("#list [data-key]")).to_have_count(1)  # what somebody asked for
    tab.get_by_label("thực hiện", exact=True).check()
    rows = [row for row in neighbours(site, PLAN)["rows"] if row["relation"] == "implements"]
    ends = {key for row in rows for key in (row["from"], row["to"])}
    expect(tab.locator("#list [data-key]")).to_have_count(len(ends))
    tab.get_by_role("button", name="Bỏ lọc").click()
    expect(tab.locator("#list [data-key]")).to_have_count(total)
    tab.get_by_label("Từ", exact=True).fill("2024-01-01")
    tab.get_by_label("Đến", exact=True).fill("2024-12-31")
    tab.get_by_label("cả những gì không có ngày").uncheck()
    keys = tab.locator("#list [data-key]").evaluate_all("all => all.map(one => one.dataset.key)")
    lasts = {key.rsplit("/", 1)[1] for key in keys if "#" not in key}
    days = {last for last in lasts if last[0].isdigit()}  # bodies have none, and stay
    assert days == {"2021-09-06", "2024-01-12", "2024-03-15", "2024-10-31", "2024-12-10"}
    tab.keyboard.press("Escape")
    expect(tab.locator("#filters summary")).to_be_focused()
    assert "Hiển thị" in shown(tab)


def test_a_link_opens_the_same_view(tab: Page, opened: Opener) -> None:
    start(tab)
    node(tab, CONCLUSION).click()
    tab.locator('[data-act="expand"]').click()
    settled(tab)
    tab.locator("#filters summary").click()
    tab.get_by_label("viện dẫn", exact=True).uncheck()
    tab.locator("#larger").click()
    tab.wait_for_timeout(500)
    tab.get_by_role("button", name="Chép đường dẫn").click()
    link = tab.locator("#found input").input_value()
    other = opened()
    other.goto(link)
    settled(other)
    assert view(other) == view(tab)
    assert shown(other) == shown(tab)
    expect(other.get_by_label("viện dẫn", exact=True)).not_to_be_checked()
    expect(other.locator("#panel-title")).to_contain_text("Kết luận 01-KL/TW")


def test_back_and_forward_lead_through_the_views(tab: Page) -> None:
    start(tab)
    first = places(tab)
    node(tab, CONCLUSION).click()
    tab.locator('[data-act="expand"]').click()
    settled(tab)
    second = places(tab)
    tab.go_back()
    settled(tab)
    assert places(tab) == first
    expect(tab.locator("#list [data-key]")).to_have_count(len(first))
    tab.go_forward()
    settled(tab)
    assert places(tab) == second
    expect(tab.locator("#list [data-key]")).to_have_count(len(second))


# Chooses a node and expands it at once; what waits for a quiet moment comes while new nodes settle.
WHILE_IT_SETTLES = """(chosen) => {
    const [later, ask] = [window.setTimeout, window.fetch];
    const answered = new Promise((resolve) => {
        window.fetch = (address, ...rest) => {
            const answer = ask(address, ...rest);
            if (address.startsWith("/api/graph/nodes")) answer.then(() => later(resolve, 100));
            return answer;
        };
    });
    window.setTimeout = (work, delay, ...rest) =>
        delay > 200 ? answered.then(work) : later(work, delay, ...rest);
    chosen.click();
    document.querySelector('[data-act="expand"]').click();
}"""


def test_what_takes_long_is_no_part_of_the_step_before(tab: Page) -> None:
    start(tab)
    first = places(tab)
    slow = {"rate": 20}
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", slow)
    node(tab, CONCLUSION).evaluate(WHILE_IT_SETTLES)
    settled(tab)
    assert set(places(tab)) > set(first)
    tab.go_back()
    settled(tab)
    assert places(tab) == first
    assert view(tab)["selected"] == CONCLUSION


@pytest.mark.parametrize("link", ["#v1.AAAA", "#v1.!!", "#v1.", "#anything"])
def test_a_broken_link_begins_anew(tab: Page, link: str) -> None:
    tab.goto(f"/explore?key={PLAN}{link}")
    settled(tab)
    assert PLAN in places(tab)


def test_all_of_it_by_keyboard(tab: Page) -> None:
    start(tab)
    tab.locator("#list-words").focus()
    tab.keyboard.type("01-KL/TW (18")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator("#panel-title")).to_contain_text("Kết luận 01-KL/TW")
    expect(node(tab, CONCLUSION)).to_be_focused()
    tab.locator("#list-words").fill("")
    node(tab, CONCLUSION).focus()
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowDown")
    expect(node(tab, CONCLUSION)).to_be_focused()
    before = set(places(tab))
    tab.locator('[data-act="expand"]').focus()
    tab.keyboard.press("Enter")
    settled(tab)
    assert set(places(tab)) > before
    tab.locator(f"[data-edge='{PROVED}']").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#panel blockquote")).to_contain_text("thực hiện Kết luận số 01-KL/TW")
    expect(tab.locator("#panel")).to_be_focused()
    check_access(tab)


def test_a_state_is_that_of_the_day(tab: Page) -> None:
    start(tab)
    task = tab.locator('#list [data-key*="#"]', has_text="quá hạn").first
    key = task.get_attribute("data-key") or ""
    tab.get_by_label("Tính đến ngày").fill("2020-01-01")
    tab.get_by_label("Tính đến ngày").press("Tab")
    expect(node(tab, key)).to_contain_text("trong hạn")


def test_the_view_stays_when_the_language_changes(tab: Page) -> None:
    start(tab)
    before = places(tab)
    tab.get_by_role("link", name="English").click()
    settled(tab)
    assert places(tab) == before
    assert shown(tab).startswith("Showing")
    expect(tab.get_by_role("heading", name="Details")).to_have_count(0)  # a node is chosen
    expect(tab.get_by_role("button", name="Collapse")).to_be_visible()


def test_everything_can_be_cleared(tab: Page) -> None:
    start(tab)
    tab.get_by_role("button", name="Xóa hết").click()
    expect(tab.locator("#begin")).to_be_visible()
    expect(tab.locator("#list [data-key]")).to_have_count(0)
    tab.go_back()
    settled(tab)
    assert PLAN in places(tab)


def test_a_phone_shows_all_of_it(opened: Opener) -> None:
    tab = opened(size=PHONE, has_touch=True)
    start(tab)
    check_width(tab)
    check_access(tab)
    tab.touchscreen.tap(*at(tab, *places(tab)[CONCLUSION]))
    expect(tab.locator("#panel-title")).to_contain_text("Kết luận 01-KL/TW")


FRAMES: Final = """milliseconds => {
  window.frames_seen = new Promise((resolve) => {
    const seen = [];
    const end = performance.now() + milliseconds;
    let last = performance.now();
    const frame = (now) => {
      seen.push(now - last);
      last = now;
      if (now < end) requestAnimationFrame(frame);
      else resolve(seen.slice(1).sort((one, other) => one - other));
    };
    requestAnimationFrame(frame);
  });
}"""


def test_two_thousand_nodes_stay_fluid_and_more_is_cut(opened: Opener, strange: Site) -> None:
    tab = opened(at=strange)
    start(tab, LARGE)
    tab.set_default_timeout(60_000)
    tab.locator('[data-act="every"]').click()
    settled(tab)
    total = neighbours(strange, LARGE)["total"]
    assert total > TASKS
    assert len(places(tab)) == MOST
    told = f"{total + 1:,}".replace(",", ".")
    assert shown(tab).startswith(f"Hiển thị 2.000 trong {told} ô đã biết")
    assert "không thêm được nữa" in shown(tab)
    expect(tab.locator('[data-act="more"]')).to_have_count(0)
    frame = tab.locator("#canvas").bounding_box()
    assert frame is not None
    x, y = frame["x"] + 60, frame["y"] + 60
    for gesture in ("move", "zoom"):
        tab.evaluate(FRAMES, 2_500)
        if gesture == "move":
            tab.mouse.move(x, y)
            tab.mouse.down()
            tab.mouse.move(x + 300, y + 120, steps=60)
            tab.mouse.up()
        else:
            for _ in range(10):
                tab.mouse.wheel(0, -100)
        seen = tab.evaluate("() => window.frames_seen")
        assert seen[len(seen) // 2] < 25, gesture  # milliseconds: 60 pictures a second
        assert seen[int(len(seen) * 0.95)] < 50, gesture


def test_hostile_words_stay_words(opened: Opener, strange: Site) -> None:
    tab = opened(at=strange)
    tab.on("dialog", lambda dialog: pytest.fail(dialog.message))
    start(tab, HOSTILE_PLAN)
    expect(tab.locator("#panel")).to_contain_text(ATTACK)
    tab.locator("#list button", has_text="<script>alert(1)</script>").first.click()
    expect(tab.locator("#panel")).to_contain_text("<script>alert(1)</script>")
    tab.locator("#panel [data-edge]").first.click()
    expect(tab.locator("#panel blockquote")).to_be_visible()
    strangers = "main img, main iframe, main script:not(#told), main [onload], main [onerror]"
    assert tab.locator(strangers).count() == 0
    check_access(tab)


BOXES: Final = """async () => {
  const { spread } = await import("/static/explore/spread.js");
  let seed = 7;
  const random = (most) => (seed = (seed * 16807) % 2147483647) % most;
  const boxes = Array.from({ length: 300 }, (_, n) => ({
    id: String(n),
    x: n < 20 ? n * 200 : random(900),
    y: n < 20 ? 0 : random(600),
    wide: 60 + random(120),
    high: 24 + random(50),
    fixed: n < 20,
  }));
  const places = spread(boxes);
  return boxes.map((box) => ({ ...box, was: [box.x, box.y], ...places.get(box.id) }));
}"""


def test_no_box_is_put_on_another(tab: Page) -> None:
    tab.goto("/explore")
    boxes = tab.evaluate(BOXES)
    assert all([box["x"], box["y"]] == box["was"] for box in boxes if box["fixed"])
    for one, other in combinations(boxes, 2):
        beside = abs(one["x"] - other["x"]) >= (one["wide"] + other["wide"]) / 2 - 1
        above = abs(one["y"] - other["y"]) >= (one["high"] + other["high"]) / 2 - 1
        assert beside or above
