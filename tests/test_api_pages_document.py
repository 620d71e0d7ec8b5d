"""A document's page: its text with all that was read, its chain, and the words behind each edge."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from api.pages.source_text import PART, Mark, Part, part_at, parts_of
from api.words import Words
from graph.store import open_store
from ontology.facts import Span
from tests.browsers import DAY, Site
from tests.runs import answer

PLAN = "ha-son/41-KH-TU/2021-09-06"
DIRECTIVE = "tw/05-CT-TW/2016-05-15"


def test_the_header_says_where_each_fact_stands(tab: Page) -> None:
    tab.goto(f"/documents/{PLAN}")
    expect(tab.locator("h1")).to_have_text("Kế hoạch 41-KH/TU (6/9/2021)")
    signatory = tab.locator("#facts div", has_text="Người ký")
    expect(signatory).to_contain_text("Hoàng Thị Bích Sâm")
    signatory.get_by_role("link").click()
    expect(tab.locator("mark")).to_have_text("Hoàng Thị Bích Sâm")
    expect(tab.locator("mark")).to_be_in_viewport()


def test_the_text_is_whole_and_leads_on(tab: Page, site: Site) -> None:
    tab.goto(f"/documents/{PLAN}")
    store = open_store(site.store)
    facts = store.facts(PLAN)
    store.close()
    shown = tab.locator(".source").evaluate(
        "node => { node = node.cloneNode(true);"
        " for (const mark of node.querySelectorAll('.task-mark')) mark.remove();"
        " return node.textContent }"
    )
    assert shown.split() == facts.source.text.split()
    expect(tab.locator(".source .task-mark")).to_have_count(len(facts.items))
    tab.locator(".source").get_by_role("link", name="Kết luận số 01-KL/TW").first.click()
    expect(tab.locator("h1")).to_have_text("Kết luận 01-KL/TW (18/5/2021)")
    tab.go_back()
    tab.locator(".source").get_by_role("link", name="Mở nhiệm vụ III.2", exact=True).click()
    expect(tab.locator(".words")).to_contain_text("Ban Tuyên giáo Tỉnh ủy chủ trì")
    tab.get_by_role("link", name="Xem trong văn bản").click()
    expect(tab.locator("mark").first).to_be_in_viewport()


def test_every_edge_of_a_chain_leads_to_the_words_that_prove_it(tab: Page, site: Site) -> None:
    chain = answer("chain", DIRECTIVE, store=site.store)
    proved = [row for row in chain["rows"] if row["start"] is not None]
    assert len(proved) > 3
    for row in proved[:6]:
        tab.goto(f"/documents/{DIRECTIVE}")
        place = f"/documents/{row['document']}?at={row['start']}-{row['end']}#at"
        href = tab.evaluate(
            "place => new URL(place, location).href.split(location.origin)[1]", place
        )
        tab.locator(f"#below a.proof[href='{href}']").first.click()
        assert squeezed(marked(tab)) == squeezed(row["quote"])
        expect(tab.locator("mark").first).to_be_in_viewport()


def marked(tab: Page) -> str:
    """Return the words that an address marks in a text, once they are seen."""
    expect(tab.locator("mark").first).to_be_in_viewport()
    return "".join(tab.locator("mark").all_inner_texts())


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def test_an_edge_names_every_place_that_proves_it(tab: Page) -> None:
    tab.goto(f"/documents/{DIRECTIVE}")
    tab.locator("#below .relation a").first.click()
    expect(tab.locator("h1")).to_have_text("Các chỗ làm chứng cho quan hệ")
    proofs = tab.locator("#proofs a.proof")
    assert proofs.count() >= 1
    proofs.first.click()
    expect(tab.locator("mark").first).to_be_in_viewport()


def test_its_standing_names_what_continues_it_from_that_day_on(tab: Page) -> None:
    tab.goto(f"/documents/{DIRECTIVE}")
    standing = tab.locator("#standing")
    expect(standing).to_contain_text("Được tiếp tục thực hiện theo Kết luận số 01-KL/TW")
    expect(standing).to_contain_text("thực hiện đến năm 2026")
    standing.get_by_role("link", name="07-CT/TW").click()
    expect(tab.locator("h1")).to_have_text("Chỉ thị 07-CT/TW (13/7/2026)")
    tab.goto(f"/documents/{DIRECTIVE}?as_of=2020-01-01")
    expect(standing).not_to_contain_text("Được tiếp tục thực hiện theo")


@pytest.mark.parametrize("day", ["2016-01-01", "2020-06-01", "2025-06-30", DAY])
@pytest.mark.parametrize("key", [DIRECTIVE, "tw/66-QĐ-TW/2017-02-06", PLAN])
def test_a_page_and_the_command_line_tell_one_standing(
    tab: Page, site: Site, key: str, day: str
) -> None:
    (row,) = answer("show", key, "--as-of", day, store=site.store)["rows"]
    (holds,) = [force for force in row["in_force"] if force["holds"]]
    tab.goto(f"/documents/{key}?as_of={day}")
    expect(tab.locator(".verdict .state").first).to_have_text(Words()(f"force.{holds['force']}"))
    by = [force["by"] for force in row["in_force"] if force["by"]]
    told = tab.locator("#standing p:has(.proof) > a[href^='/documents/']:not(.proof)")
    led = told.evaluate_all("all => all.map((a) => decodeURIComponent(a.pathname))")
    assert led[: len(by)] == [f"/documents/{other}" for other in by]


def test_what_replaces_another_says_which(tab: Page) -> None:
    tab.goto("/documents/tw/399-QĐ-TW/2026-01-09")
    expect(tab.locator("#standing")).to_contain_text("Thay thế Quy định số 66-QĐ/TW")


def test_a_document_that_was_replaced_says_by_which(tab: Page) -> None:
    tab.goto("/find?q=66-QĐ/TW")
    expect(tab.locator(".verdict")).to_contain_text("đã được thay thế")
    expect(tab.locator("#standing")).to_contain_text("399-QĐ/TW")


def test_who_cites_it_leads_to_the_mention(tab: Page, site: Site) -> None:
    tab.goto(f"/documents/{DIRECTIVE}")
    citing = answer("documents", "--cites", DIRECTIVE, store=site.store)
    expect(tab.locator("#citing li")).to_have_count(min(citing["total"], 20))
    tab.locator("#citing li a").first.click()
    assert squeezed(marked(tab)) == squeezed(citing["rows"][0]["quote"])


def test_its_tasks_say_how_they_reach_it(tab: Page) -> None:
    tab.goto(f"/documents/{DIRECTIVE}?as_of={DAY}")
    way = tab.locator("#implementing details").first
    way.locator("summary").click()
    expect(way.locator("a.proof").first).to_be_visible()
    way.locator("a.proof").first.click()
    expect(tab.locator("mark").first).to_be_in_viewport()


@pytest.mark.parametrize("typed", ["05-ct%2Ftw", "Chỉ thị 05-CT/TW"])
def test_a_citation_in_place_of_a_key_is_understood(tab: Page, site: Site, typed: str) -> None:
    tab.goto(f"/documents/{typed}")
    assert tab.url == f"{site.url}/documents/{DIRECTIVE}"


def test_a_citation_of_several_in_place_of_a_key_lists_them(tab: Page) -> None:
    tab.goto("/documents/20-NQ%2FTW")
    expect(tab.locator("#candidates li")).to_have_count(6)


def test_documents_are_listed_by_what_they_are(tab: Page, site: Site) -> None:
    tab.goto("/documents")
    tab.get_by_label("Loại").fill("Kế hoạch")
    tab.get_by_label("Biết qua").select_option("loaded")
    tab.get_by_role("button", name="Lọc").click()
    told = answer("documents", "--type", "KH", "--standing", "loaded", store=site.store)
    expect(tab.locator("tbody tr")).to_have_count(told["total"])
    tab.goto("/documents?limit=10")
    first = tab.locator("tbody a").first.inner_text()
    tab.get_by_role("link", name="Trang tiếp").click()
    expect(tab.locator("tbody tr")).to_have_count(10)
    assert tab.locator("tbody a").first.inner_text() != first


texts = st.text(st.sampled_from("ab đ\n\t\v\f "), max_size=60)


@given(texts, st.data())
def test_pieces_are_the_text_whatever_overlaps(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    marks = []
    for kind in data.draw(st.lists(st.sampled_from(["citation", "task"]), max_size=5)):
        start, end = sorted((data.draw(places), data.draw(places)))
        if start < end:
            marks.append(Mark(Span(start, end), kind, "/", "m"))
    asked = marks[0].span if marks else None
    shown = part_at(text, marks, asked, None)
    pieces = [p for block in shown.blocks for row in block.rows for cell in row for p in cell]
    assert squeezed("".join(piece.text for piece in pieces)) == squeezed(text)
    if asked and text[asked.start : asked.end].strip():
        assert [piece.is_first for piece in pieces].count(True) == 1
        wanted = "".join(piece.text for piece in pieces if piece.is_asked)
        assert squeezed(wanted) == squeezed(text[asked.start : asked.end])


@given(st.lists(st.integers(1, PART), min_size=1, max_size=4), st.integers(0, 4 * PART))
def test_a_long_text_comes_in_parts_that_leave_nothing_out(lines: list[int], place: int) -> None:
    text = "\n".join("x" * length for length in lines)
    parts = parts_of(text)
    assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]
    assert parts[-1].end == len(text)
    asked = Span(min(place, len(text) - 1), len(text))
    shown = part_at(text, [], asked, None)
    assert isinstance(shown, Part)
    here = parts[shown.number - 1]
    assert here.start <= asked.start < here.end
