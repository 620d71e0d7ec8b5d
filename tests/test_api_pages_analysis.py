"""The page of analyses: choosing one, its table and plot, where rows lead, files for a report."""

import csv
import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from graph.store import open_store
from ontology.facts import Document
from ontology.relations import Relation
from tests.browsers import DAY, DESKTOP, PHONE, Opener, Site, check_access, check_width, served
from tests.graphs import Text, known, texts_of
from tests.runs import answer

DIRECTIVE = "tw/05-CT-TW/2016-05-15"
AS_OF = ("--as-of", DAY)


def test_an_analysis_is_chosen_and_asked_for(tab: Page, site: Site) -> None:
    tab.goto("/")
    tab.get_by_role("link", name="Phân tích").click()
    tab.get_by_role("link", name="Độ bao phủ").click()
    tab.get_by_label("Văn bản (số, ký hiệu").fill("Chỉ thị 05-CT/TW")
    tab.get_by_label("Trong số").select_option("board")
    tab.get_by_label("Tỉnh nào").fill("Hà Sơn")
    tab.get_by_label("Tính đến ngày").fill(DAY)
    tab.locator("main").get_by_role("button", name="Phân tích").click()
    board = ("--level", "board", "--jurisdiction", "Hà Sơn")
    told = answer("analyse", "coverage", DIRECTIVE, *board, *AS_OF, store=site.store)
    rows = tab.locator("table.analysis tbody tr")
    expect(rows).to_have_count(told["total"])
    expect(tab.locator(".notes")).to_contain_text("Chỉ tính các văn bản đã nạp")
    have = next(row for row in told["rows"] if row["document"])
    line = rows.filter(has_text=have["name"])
    expect(line).to_contain_text("Hướng dẫn 27-HD/BTGTU")
    line.get_by_role("link", name="mở dẫn chứng").click()
    expect(tab.locator("#proofs li q").first).to_be_visible()
    tab.go_back()
    line.get_by_role("link", name=have["name"]).first.click()
    tab.wait_for_url(f"**/bodies/{have['key']}?as_of={DAY}")


def test_without_a_document_some_are_offered(tab: Page) -> None:
    tab.goto(f"/analysis/lag?as_of={DAY}")
    tab.locator(".often").get_by_role("link", name="Chỉ thị 05-CT/TW").click()
    expect(tab.locator("main svg")).to_be_visible()
    expect(tab.locator("main svg")).to_contain_text("trung vị")
    tab.goto("/analysis/workload")
    tab.locator(".often a").first.click()
    expect(tab.locator("table.analysis tbody tr")).to_have_count(12)


def test_the_rank_says_what_it_is_not(tab: Page) -> None:
    tab.goto("/analysis/relied")
    expect(tab.locator(".notes")).to_contain_text("không phải tầm quan trọng của văn bản")
    tab.get_by_role("link", name="English").click()
    expect(tab.locator(".notes")).to_contain_text("not of a document's importance")
    expect(tab.locator("h1")).to_have_text("Most relied-on documents")
    tab.get_by_role("link", name="Next page").click()
    expect(tab.locator("tbody td").first).to_have_text("51")


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        (f"lag?document={DIRECTIVE}", ("lag", DIRECTIVE)),
        ("relied?", ("relied",)),
        ("compare?first=Hà Sơn&second=Lạng Sơn", ("compare", "Hà Sơn", "Lạng Sơn")),
    ],
)
def test_files_for_a_report_are_downloaded(
    tab: Page, site: Site, tmp_path: Path, asked: str, command: tuple[str, ...]
) -> None:
    tab.goto(f"/analysis/{asked}&as_of={DAY}")
    files = {}
    for form in ("SVG", "PNG", "CSV"):
        with tab.expect_download() as waiting:
            tab.get_by_role("link", name=f"Tải {form}").click()
        waiting.value.save_as(tmp_path / form)
        assert waiting.value.suggested_filename == f"{command[0]}.{form.lower()}"
        files[form] = (tmp_path / form).read_bytes()
    assert files["PNG"].startswith(b"\x89PNG")
    svg = ET.fromstring(files["SVG"])  # noqa: S314  (our own)
    words = {text.text or "" for text in svg.iter("{http://www.w3.org/2000/svg}text")}
    assert any("15 văn bản đã nạp · tính đến ngày 15/04/2026" in one for one in words)
    shown = tab.locator("main svg text").all_text_contents()
    assert set(shown) == words
    told = answer("analyse", *command, *AS_OF, "--limit", "all", store=site.store)
    assert len(list(csv.DictReader(io.StringIO(files["CSV"].decode())))) == told["total"]


@pytest.mark.parametrize(
    "asked",
    [
        f"coverage?document={DIRECTIVE}&level=board&jurisdiction=Hà Sơn",
        f"gap?document={DIRECTIVE}",
        f"lag?document={DIRECTIVE}",
        f"depth?document={DIRECTIVE}",
        "depth?level=province",
        "relied?level=province",
        "orphans?level=province",
        "workload?body=ha-son/ban-tuyen-giao-tinh-uy&due_from=2025-01-01",
        "compare?first=Hà Sơn&second=Lạng Sơn",
    ],
)
def test_rows_lead_to_pages_that_are_there(tab: Page, site: Site, asked: str) -> None:
    tab.goto(f"/analysis/{asked}&as_of={DAY}&limit=12")
    urls = tab.locator("table.analysis tbody a").evaluate_all("all => all.map(a => a.href)")
    assert urls
    for url in list(dict.fromkeys(urls))[:14]:
        assert url.startswith(site.url)
        assert tab.request.get(url).status == 200, url


def test_the_figures_of_a_month_lead_to_as_many_tasks(tab: Page, site: Site) -> None:
    body = "ha-son/ban-tuyen-giao-tinh-uy"
    tab.goto(f"/analysis/workload?body={body}&due_from=2025-01-01&as_of={DAY}")
    expect(tab.locator(".notes")).to_contain_text("Ban Tuyên giáo Tỉnh ủy Hà Sơn: ")
    window = ("--due-from", "2025-01-01")
    told = answer("analyse", "workload", body, *window, *AS_OF, store=site.store)["rows"]
    month = next(row for row in told if row["open-overdue"])
    line = tab.locator("tbody tr", has_text="/".join(reversed(month["month"].split("-"))))
    line.locator("td").nth(4).get_by_role("link").click()
    tab.wait_for_url("**/tasks?**")
    expect(tab.locator("table.tasks tbody tr")).to_have_count(month["open-overdue"])


def test_it_works_without_scripts(opened: Opener) -> None:
    tab = opened(java_script_enabled=False)
    tab.goto("/analysis/compare")
    tab.get_by_label("thứ nhất").fill("Hà Sơn")
    tab.get_by_label("thứ hai").fill("Lạng Sơn")
    tab.locator("main").get_by_role("button", name="Phân tích").click()
    expect(tab.locator("main svg")).to_be_visible()
    expect(tab.locator("thead")).to_contain_text("Lạng Sơn")


def test_what_has_nothing_to_tell_says_so(tab: Page) -> None:
    tab.goto(f"/analysis/cycles?as_of={DAY}")
    expect(tab.locator("main")).to_contain_text("Không thấy vòng lặp, mâu thuẫn nào")
    expect(tab.locator("main svg")).to_have_count(0)


@pytest.fixture(scope="module")
def contradicted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give a server whose documents contradict each other in every way."""
    folder = tmp_path_factory.mktemp("contradicted")
    store = open_store(str(folder / "s.sqlite"))
    old, new = "tw/66-QĐ-TW/2017-02-06", "tw/399-QĐ-TW/2026-01-09"
    store.register([known(DIRECTIVE), known(old), known(new)], [], [])
    for text in texts_of([f"q: {new} replaces {old}", "a > b", "b > a"]).values():
        text.load(store)
    plan = Text("lang-son/1-KH-TU/2026-02-01", Document(date=dt.date(2026, 2, 1)))
    plan.aim(Relation.IMPLEMENTS, old)
    slip = plan.cite("tw/05-CT-TW/2016-05-16")
    plan.meanings[slip] = DIRECTIVE
    plan.cite("tw/07-KL-TW/2016-11-22")
    plan.cite("tw/07-KL-TW/2016-11-23")
    plan.load(store)
    store.close()
    with served(str(folder / "s.sqlite"), folder) as running:
        yield running


def test_contradictions_lead_to_the_words_that_make_them(
    opened: Opener, contradicted: Site
) -> None:
    tab = opened(at=contradicted)
    tab.goto(f"/analysis/cycles?as_of={DAY}")
    rows = tab.locator("table.analysis tbody tr")
    expect(rows).to_have_count(5)
    expect(tab.locator("main svg")).to_contain_text("ghi khác ngày")
    check_access(tab)
    tab.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    check_width(tab)
    tab.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    rows.filter(has_text="ghi khác ngày").get_by_role("link", name="mở dẫn chứng").click()
    expect(tab.locator("mark").first).to_contain_text("2016-05-16")
    tab.go_back()
    ended = rows.filter(has_text="đã hết hiệu lực")
    expect(ended).to_contain_text("09/01/2026")
    ended.get_by_role("link", name="mở dẫn chứng").click()
    expect(tab.locator("#proofs li").first).to_contain_text("tw/66-QĐ-TW")
    tab.go_back()
    rows.filter(has_text="một số, hai ngày").get_by_role("link").last.click()
    tab.wait_for_url("**/documents/tw/07-KL-TW/2016-11-23**")
