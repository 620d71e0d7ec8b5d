"""The page of tasks: filters, counters, order, files of the same tasks, and what people say."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browsers import DAY, Opener, Site, samples_in, served, sign_in
from tests.https import EDITOR_SECRET, LOCAL, READS, WRITES, asked, settings_of
from tests.runs import answer

PLAN = "ha-son/41-KH-TU/2021-09-06"
BODY = "Ban Tuyên giáo Tỉnh ủy"


def told(site: Site, *arguments: str) -> Any:  # noqa: ANN401  (JSON)
    return answer("tasks", *arguments, "--as-of", DAY, "--limit", "all", store=site.store)


def shown(tab: Page) -> list[str]:
    """Return the keys of the tasks on a page, in their order."""
    return [
        tab.evaluate("href => decodeURIComponent(href)", href.removeprefix("/tasks/"))
        for link in tab.locator("td.what > a").all()
        if (href := link.get_attribute("href"))
    ]


FILTERS = [
    ({"Thực hiện văn bản": "05-ct/tw"}, ("--implements", "05-ct/tw")),
    ({"Cơ quan chủ trì, phối hợp": BODY}, ("--body", BODY)),
    ({"Tỉnh, thành phố": "Lạng Sơn"}, ("--province", "Lạng Sơn")),
    (
        {"Hạn từ ngày": "2026-04-01", "đến ngày": "2026-05-31", "Thực hiện văn bản": "05-CT/TW"},
        ("--due-from", "2026-04-01", "--due-to", "2026-05-31", "--implements", "05-CT/TW"),
    ),
]


@pytest.mark.parametrize(("boxes", "arguments"), FILTERS, ids=lambda one: str(one)[:30])
def test_a_filter_shows_what_the_command_line_tells(
    tab: Page, site: Site, boxes: dict[str, str], arguments: tuple[str, ...]
) -> None:
    tab.goto(f"/tasks?as_of={DAY}")
    for label, words in boxes.items():
        tab.get_by_label(label, exact=True).fill(words)
    tab.get_by_role("button", name="Lọc").click()
    expect(tab.get_by_label(next(iter(boxes)), exact=True)).to_have_value(
        next(iter(boxes.values()))
    )
    rows = told(site, *arguments)["rows"]
    expect(tab.locator(".asof")).to_contain_text(f"Tổng số: {len(rows)}")
    assert shown(tab) == [row["task"] for row in rows][:50]


def test_counters_lead_to_the_tasks_that_they_count(tab: Page, site: Site) -> None:
    tab.goto(f"/tasks?as_of={DAY}&implements=05-CT/TW")
    overdue = told(site, "--implements", "05-CT/TW", "--state", "open-overdue")
    figure = tab.locator(".figures .open-overdue")
    expect(figure.locator("b")).to_have_text(str(overdue["total"]))
    figure.get_by_role("link").click()
    expect(tab.get_by_role("checkbox", name="quá hạn")).to_be_checked()
    assert shown(tab) == [row["task"] for row in overdue["rows"]]
    assert set(tab.locator("tbody .state").all_inner_texts()) == {"quá hạn"}


def test_tasks_are_put_in_order_by_their_due_day(tab: Page, site: Site) -> None:
    tab.goto(f"/tasks?as_of={DAY}")
    tab.get_by_label("Sắp xếp").select_option("due")
    tab.get_by_role("button", name="Lọc").click()
    expect(tab.get_by_label("Sắp xếp")).to_have_value("due")
    first = shown(tab)
    latest = {row["task"]: row["due"] and row["due"][1] for row in told(site)["rows"]}
    ordered = sorted(latest.values(), key=lambda day: (day is None, day))
    assert [latest[key] for key in first] == ordered[: len(first)]
    tab.get_by_role("link", name="Trang tiếp").click()
    expect(tab.get_by_role("link", name="Về trang đầu")).to_be_visible()
    second = shown(tab)
    assert not set(first) & set(second)
    assert [latest[key] for key in second] == ordered[len(first) : len(first) + len(second)]


def test_files_hold_the_tasks_of_the_filter(tab: Page) -> None:
    tab.goto(f"/tasks?as_of={DAY}&implements=05-CT/TW&state=open-overdue")
    keys = set(shown(tab))
    with tab.expect_download() as workbook:
        tab.get_by_role("link", name="Excel").click()
    sheet = openpyxl.load_workbook(io.BytesIO(Path(workbook.value.path()).read_bytes())).worksheets[
        0
    ]
    values = {cell for row in sheet.iter_rows(values_only=True) for cell in row}
    assert keys <= values
    with tab.expect_download() as calendar:
        tab.get_by_role("link", name="Lịch").click()
    entries = Calendar.from_ical(Path(calendar.value.path()).read_bytes()).walk("VTODO")
    assert len(entries) == len(keys)
    link = str(entries[0]["url"])
    tab.goto(link)
    expect(tab.locator(".words")).to_be_visible()


def test_no_task_at_all_says_what_to_do(tab: Page) -> None:
    tab.goto("/tasks?province=Cà+Mau")
    expect(tab.locator("main")).to_contain_text("Không có nhiệm vụ nào như vậy")


def test_what_somebody_says_of_a_task_stays_with_it(tmp_path: Path, opened: Opener) -> None:
    store = str(tmp_path / "s.sqlite")
    samples_in(store)
    with served(store, tmp_path) as own:
        tab = opened(at=own)
        tab.goto(f"/tasks/{PLAN}%23II.3.-2")
        expect(tab.locator("header .state")).to_have_text("quá hạn")
        tab.locator("#history").get_by_role("link", name="Đăng nhập").click()
        tab.get_by_label("Khóa").fill("nobody's")
        tab.locator("main").get_by_role("button").click()
        expect(tab.get_by_role("alert")).to_contain_text("Khóa không đúng")
        tab.get_by_label("Khóa").fill(EDITOR_SECRET)
        tab.locator("main").get_by_role("button").click()
        tab.wait_for_url(f"{own.url}/tasks/{PLAN}%23II.3.-2")
        tab.get_by_label("Trạng thái").select_option("done")
        tab.get_by_label("Ghi chú").fill("<b>Báo cáo 12-BC/TU</b>")
        tab.get_by_role("button", name="Ghi", exact=True).click()
        expect(tab.locator(".history li")).to_contain_text("<b>Báo cáo 12-BC/TU</b>")
        expect(tab.locator("header .state")).to_have_text("trễ hạn")
        expect(tab.locator(".history li")).to_contain_text("bien-tap")
        (cookie,) = (c for c in tab.context.cookies() if c["name"] == "chidao_key")
        assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
        tab.get_by_role("button", name="Thoát").click()
        expect(tab.get_by_role("link", name="Đăng nhập").first).to_be_visible()
        assert "chidao_key" not in {c["name"] for c in tab.context.cookies()}


FORM = {"status": "done", "seen": "*"}


@pytest.mark.parametrize(
    ("origin", "status"), [("http://localhost", 303), ("https://x.invalid", 403), ("null", 403)]
)
def test_a_form_from_elsewhere_changes_nothing(tmp_path: Path, origin: str, status: int) -> None:
    store = str(tmp_path / "s.sqlite")
    samples_in(store)
    with asked(settings_of(store, tmp_path), client=LOCAL) as client:
        headers = {"Origin": origin, "Cookie": f"chidao_key={EDITOR_SECRET}", "Accept": "text/html"}
        url = f"/tasks/{PLAN}%23II.3.-2/status"
        done = client.post(url, data=FORM, headers=headers, follow_redirects=False)
        assert done.status_code == status
        entered = client.post(
            "/login", data={"key": EDITOR_SECRET}, headers=headers, follow_redirects=False
        )
        assert entered.status_code == status
        history = client.get(f"/api/tasks/{PLAN}%23II.3.-2/status").json()["rows"]
        assert len(history) == (status == 303)


def test_what_one_reader_sees_is_not_remembered_for_another(tmp_path: Path) -> None:
    store = str(tmp_path / "s.sqlite")
    samples_in(store)
    with asked(settings_of(store, tmp_path), client=LOCAL) as client:
        url, page = f"/tasks/{PLAN}%23II.3.-2", {"Accept": "text/html"}
        for _ in range(2):
            assert "bien-tap" in client.get(url, headers=page | WRITES).text
            assert "doc-gia" in client.get(url, headers=page | READS).text
            assert '<form action="/logout"' not in client.get(url, headers=page).text
        tag = client.get(url, headers=page).headers["etag"]
        assert client.get(url, headers=page | {"If-None-Match": tag}).status_code == 304


def test_who_has_seen_less_than_there_is_changes_nothing(tab: Page, site: Site) -> None:
    sign_in(tab, site)
    tab.goto(f"/tasks/{PLAN}%23II.3.-1")
    tab.locator("input[name=seen]").evaluate("box => box.value = '\"older\"'")
    tab.get_by_role("button", name="Ghi", exact=True).click()
    expect(tab.locator("h1")).to_have_text("Đã thay đổi sau khi xem")
