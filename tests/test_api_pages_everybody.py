"""Every page: for whoever cannot see or click, on phones, on paper, without scripts, in trouble."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph.store import open_store
from ontology.facts import Document
from ontology.kinds import Kind
from ontology.known import KnownBody
from ontology.relations import Relation
from tests.browsers import DAY, PHONE, Opener, Site, check_access, check_width, served, sign_in
from tests.graphs import Text, Work
from tests.task_files import HOSTILE

PLAN = "ha-son/41-KH-TU/2021-09-06"
DIRECTIVE = "tw/05-CT-TW/2016-05-15"
EDGE = f"from=tw/01-KL-TW/2021-05-18&relation=continues&to={DIRECTIVE}"
PAGES = [
    "/",
    f"/?as_of={DAY}",
    "/find?q=20-NQ/TW",
    "/find?q=tuyen+giao",
    "/find?q=zzzzz",
    "/documents",
    "/documents?issuer=khong-co",
    f"/documents/{PLAN}",
    f"/documents/{PLAN}?at=2892-2937#at",
    "/documents/ha-son/218-KH-UBND/2025-12-18",
    f"/documents/{DIRECTIVE}",
    f"/tasks?as_of={DAY}",
    f"/tasks?implements=05-CT/TW&as_of={DAY}",
    f"/tasks?due_from=2026-05-01&due_to=2026-05-31&as_of={DAY}",
    "/tasks?province=Cà+Mau",
    f"/tasks/{PLAN}%23II.3.-3",
    "/bodies",
    "/bodies/ha-son/ban-tuyen-giao-tinh-uy",
    f"/evidence?{EDGE}",
    "/analysis",
    f"/analysis/lag?document={DIRECTIVE}&as_of={DAY}",
    f"/analysis/workload?body=ha-son/ban-tuyen-giao-tinh-uy&as_of={DAY}",
    "/analysis/coverage",
    "/check",
    "/load",
    "/login",
    "/tasks?document=20-NQ/TW",
    "/ontology",
    "/nowhere",
]


@pytest.fixture(scope="module", params=["vi", "en"])
def language(request: pytest.FixtureRequest) -> str:
    told: str = request.param
    return told


@pytest.mark.parametrize("url", PAGES)
def test_nobody_is_kept_out(opened: Opener, site: Site, url: str, language: str) -> None:
    tab = opened(locale=language)
    sign_in(tab, site)
    tab.goto(url)
    assert tab.locator("html").get_attribute("lang") == language
    check_access(tab)
    check_width(tab)
    tab.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    check_width(tab)
    if language == "vi":  # the words are longer in Vietnamese, the rest is the same
        check_access(tab)


MARKS = """() => [...document.querySelectorAll("main a > q")].map((quote) => {
  quote.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
  const lines = [...quote.getClientRects()];
  const [first, last] = [lines[0], lines[lines.length - 1]];
  const hit = (x, line) => document.elementFromPoint(x, line.top + line.height / 2);
  const ends = [hit(first.left + 2, first), hit(last.right - 2, last)];
  return ends.every((one) => quote.parentElement.contains(one));
})"""


@pytest.mark.parametrize(
    "url",
    [
        f"/documents/{DIRECTIVE}",
        f"/tasks?implements=05-CT/TW&as_of={DAY}",
        f"/tasks/{PLAN}%23III.2",
        f"/evidence?from={PLAN}&relation=implements&to=tw/01-KL-TW/2021-05-18",
        f"/chain?document={DIRECTIVE}&as_of={DAY}",
    ],
)
def test_words_that_prove_can_be_clicked_at_their_quotation_marks(tab: Page, url: str) -> None:
    tab.goto(url)
    tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    marks = tab.evaluate(MARKS)
    assert len(marks) > 1
    assert all(marks)


def test_paper_has_the_words_and_no_buttons(tab: Page) -> None:
    tab.emulate_media(media="print")
    tab.goto(f"/tasks?as_of={DAY}")
    expect(tab.locator("thead th").first).to_be_visible()
    for hidden in (".menu", ".filter", ".export", ".seek"):
        expect(tab.locator(hidden)).to_be_hidden()


def test_the_head_of_a_table_stays_in_sight(tab: Page) -> None:
    tab.goto(f"/tasks?as_of={DAY}")
    tab.locator("tbody tr").nth(30).scroll_into_view_if_needed()
    expect(tab.locator("thead th").first).to_be_in_viewport()


def test_all_of_it_works_without_scripts(opened: Opener) -> None:
    tab = opened(java_script_enabled=False)
    tab.goto("/")
    tab.get_by_label("Gõ số, ký hiệu").fill("41-KH/TU")
    tab.locator("main").get_by_role("button", name="Tìm").click()
    tab.locator("#candidates a").first.click()
    tab.locator(".hops a.proof").first.click()
    expect(tab.locator("mark").first).to_be_in_viewport()


@pytest.mark.parametrize(
    ("url", "status", "told"),
    [
        ("/nowhere", 404, "Không có trong kho"),
        ("/documents/ha-son/1-KH-TU/1999-01-01", 422, "Không phải là số, ký hiệu văn bản"),
        ("/documents/999-CT%2FTW", 404, "Không xác định được văn bản"),
        ("/tasks?document=20-NQ/TW", 409, "Có thể là nhiều văn bản"),
        (f"/tasks/{PLAN}%23no", 404, "Không có trong kho"),
        ("/tasks?after=xx", 422, "Dấu trang không thuộc câu hỏi này"),
        ("/tasks?as_of=hom-nay", 422, "Tham số không hợp lệ"),
        ("/tasks?due_from=2026-05-01&due_to=2026-04-01", 422, "Tham số không hợp lệ"),
        ("/tasks?province=Atlantis", 422, "Không biết tỉnh, thành phố này"),
        ("/tasks?implements=%3F%3F", 422, "Không phải là số, ký hiệu văn bản"),
        ("/load/none", 404, "Không có trong kho"),
        ("/analysis/nothing", 422, "Tham số không hợp lệ"),
        ("/analysis/gap?document=20-NQ/TW", 409, "Có thể là nhiều văn bản"),
        ("/analysis/compare?first=Huế&second=Atlantis", 422, "Không biết tỉnh, thành phố này"),
    ],
)
def test_errors_are_pages_too(tab: Page, url: str, status: int, told: str) -> None:
    answered = tab.goto(url)
    assert answered is not None
    assert (answered.status, tab.locator("h1").inner_text()) == (status, told)
    assert answered.headers["content-type"].startswith("text/html")
    expect(tab.locator("main").get_by_role("link", name="Trang đầu")).to_be_visible()


def test_a_store_that_cannot_be_used_is_told(tmp_path: Path, opened: Opener) -> None:
    store = tmp_path / "s.sqlite"
    store.write_bytes(b"this is no database, whatever its name says " * 50)
    with served(str(store), tmp_path) as broken:
        tab = opened(at=broken)
        answered = tab.goto("/tasks")
        assert answered is not None
        assert answered.status == 503
        expect(tab.locator("h1")).to_have_text("Kho dữ liệu không trả lời được")


def test_who_may_not_read_is_asked_for_a_key_and_led_back(tmp_path: Path, opened: Opener) -> None:
    closed = {"CHIDAO_OPEN_ON_LOOPBACK": "0"}
    with served(str(tmp_path / "s.sqlite"), tmp_path, closed) as own:
        tab = opened(at=own)
        tab.goto("/bodies?words=ban")
        expect(tab.locator("h1")).to_have_text("Đăng nhập")
        check_access(tab)
        tab.get_by_role("link", name="English").click()
        tab.get_by_label("Key").fill(own.editor)
        tab.locator("main").get_by_role("button").click()
        tab.wait_for_url(f"{own.url}/bodies?words=ban")


def hostile(number: int) -> str:
    return f"p{number}/1-KH-TU"


@pytest.fixture(scope="module")
def mined(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give a server whose documents, tasks and bodies have names that would be orders."""
    folder = tmp_path_factory.mktemp("mined")
    store = open_store(str(folder / "s.sqlite"))
    for number, words in enumerate(HOSTILE):
        body = KnownBody(key=f"x/{number}", name=words, jurisdiction=None, kind="body")
        store.register([], [], [body])
        header = Document(type=Kind.KH, title=words, issuer=words, signatory=words)
        text = Text(hostile(number), header)
        if number:
            text.aim(Relation.IMPLEMENTS, hostile(0))
        text.work(Work("1", text=words, lead=(words,), due=("2026-01-01", "2026-02-01")))
        text.load(store)
    store.close()
    with served(str(folder / "s.sqlite"), folder) as running:
        yield running


@pytest.mark.parametrize("number", range(len(HOSTILE)), ids=lambda n: ascii(HOSTILE[n])[:20])
def test_hostile_words_stay_words(opened: Opener, mined: Site, number: int) -> None:
    tab = opened(at=mined)
    tab.on("dialog", lambda _: pytest.fail("a script has run"))
    plan = hostile(number)
    urls = [f"/documents/{plan}", f"/tasks/{plan}%231", "/tasks", "/documents", "/", "/bodies"]
    urls += [f"/documents/{hostile(0)}", f"/bodies/x/{number}"]
    for size in ((1280, 900), PHONE):
        tab.set_viewport_size({"width": size[0], "height": size[1]})
        for url in urls:
            answered = tab.goto(url)
            assert answered is not None
            assert answered.status == 200, url
            check_width(tab)
            assert tab.locator("main script, main [onload], main svg").count() == 0
    check_access(tab)


@pytest.mark.parametrize("number", range(len(HOSTILE)), ids=lambda n: ascii(HOSTILE[n])[:20])
def test_hostile_words_stay_words_in_plots(opened: Opener, mined: Site, number: int) -> None:
    tab = opened(at=mined)
    tab.on("dialog", lambda _: pytest.fail("a script has run"))
    urls = ("orphans", "relied", f"lag?document={hostile(0)}", "depth", "cycles")
    for url in (*urls, f"workload?body=x/{number}&due_from=2026-01-01&as_of=2026-01-01"):
        answered = tab.goto(f"/analysis/{url}")
        assert answered is not None
        assert answered.status == 200, url
        check_width(tab)
        assert tab.locator("main script, main [onload], main svg script").count() == 0
    expect(tab.locator("main svg")).to_have_count(1)


@pytest.mark.parametrize("words", [w for w in HOSTILE if "\x00" not in w], ids=ascii)
def test_hostile_words_may_be_looked_for(tab: Page, words: str) -> None:
    tab.goto("/")
    tab.locator("#q").evaluate("(box, words) => { box.value = words.slice(0, 500) }", words)
    tab.locator("#q").press("Enter")
    tab.wait_for_url("**/find?**")
    expect(tab.locator("h1")).to_be_visible()
    assert tab.locator("main script").count() == 0
    check_width(tab)
