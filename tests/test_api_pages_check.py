"""The page that checks a draft: findings in their place, corrections taken, with scripts or not."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from loaders.formats.source import read_source
from tests.browsers import DESKTOP, PHONE, Opener, check_access, check_width
from tests.files import word

DRAFT = """\
TỈNH ỦY HÀ SƠN
*
Số 12-KH/TU
Hà Sơn, ngày 06 tháng 9 năm 2021

KẾ HOẠCH
thực hiện Chỉ thị số 05-CT/TW, ngày 15/6/2016 của Bộ Chính trị về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh 😀

1. Tiếp tục thực hiện Kết luận số 01-KL/TW, ngày 19/5/2021 của Bộ Chính trị <b>.
"""  # noqa: E501  (lines of a draft are long)
CODE = "citation-date"
ANY_DOCUMENT = re.compile(r"^/documents/tw/")


@pytest.fixture
def doc(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch <b>.docx"
    path.write_bytes(word(*DRAFT.split("\n")))
    return path


def wrong_dates(tab: Page) -> None:
    """Raise unless the two wrong dates are found and marked, each leading to the other side."""
    cards = tab.locator("#result .card", has_text=CODE)
    expect(cards).to_have_count(2)
    for card, words in zip(cards.all(), ("15/6/2016", "19/5/2021"), strict=True):
        number = card.get_attribute("data-finding")
        expect(tab.locator(f'a.found[data-findings~="{number}"]')).to_contain_text(words)
        expect(card.get_by_role("link", name="tw/")).to_have_attribute("href", ANY_DOCUMENT)


@pytest.mark.parametrize("script", [True, False])
def test_a_pasted_text_is_seen_with_its_findings(opened: Opener, *, script: bool) -> None:
    tab = opened(java_script_enabled=script)
    tab.goto("/")
    tab.get_by_role("link", name="Soát dự thảo").click()
    tab.get_by_label("Hoặc dán văn bản").fill(DRAFT)
    tab.get_by_role("button", name="Soát", exact=True).click()
    wrong_dates(tab)
    expect(tab.get_by_label("Hoặc dán văn bản")).to_have_value(DRAFT)
    assert tab.locator("#result button.take").first.is_visible() == script
    tab.locator("#result .card", has_text=CODE).first.get_by_role("link").first.click()
    expect(tab.locator("a.found", has_text="15/6/2016")).to_be_in_viewport()


def test_corrections_are_taken_undone_and_carried_away(opened: Opener, doc: Path) -> None:
    tab = opened()
    tab.goto("/check")
    tab.locator("#files").set_input_files(doc)
    tab.get_by_role("button", name="Soát", exact=True).click()
    wrong_dates(tab)
    expect(tab.locator("#result-title")).to_be_focused()
    box = tab.locator("#result-title").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < DESKTOP[1] / 4
    check_access(tab)
    first, second = (
        tab.locator("#result .card", has_text=CODE).nth(n).locator("button.take") for n in (0, 1)
    )
    first.click()
    second.click()
    expect(tab.locator(".draft")).to_contain_text("ngày 15/5/2016 của")
    expect(tab.locator(".draft")).to_contain_text("ngày 18/5/2021 của")
    second.click()
    expect(tab.locator(".draft")).to_contain_text("ngày 19/5/2021 của")
    corrected = DRAFT.replace("15/6/2016", "15/5/2016")
    with tab.expect_download() as saved:
        tab.locator("#save").click()
    assert Path(saved.value.path()).read_text("utf-8") == f"{corrected}\n"
    with tab.expect_download() as saved:
        tab.locator("#word").click()
    changed = doc.with_name("changed.docx")
    saved.value.save_as(changed)
    assert read_source(changed).text == f"{corrected}\n"
    tab.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    check_width(tab)
    check_access(tab)


def test_all_corrections_are_taken_and_copied(opened: Opener) -> None:
    tab = opened(permissions=["clipboard-read", "clipboard-write"])
    tab.goto("/check")
    tab.locator("#text").fill(DRAFT)
    tab.get_by_role("button", name="Soát", exact=True).click()
    tab.locator("#take-all").click()
    tab.locator("#copy").click()
    expect(tab.locator("#told")).to_have_text("Đã chép văn bản đã sửa.")
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert "15/5/2016" in copied
    assert "18/5/2021" in copied
    assert "😀" in copied


def test_a_word_file_with_comments_comes_without_scripts(opened: Opener, doc: Path) -> None:
    tab = opened(java_script_enabled=False)
    tab.goto("/check")
    tab.locator("#files").set_input_files(doc)
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Tải tệp Word có nhận xét").click()
    target = doc.with_name("commented.docx")
    saved.value.save_as(target)
    assert read_source(target).text == f"{DRAFT}\n"


@pytest.mark.parametrize("script", [True, False])
def test_what_cannot_be_read_is_told(opened: Opener, tmp_path: Path, *, script: bool) -> None:
    path = tmp_path / "mật.txt"
    path.write_text(f"TỐI MẬT\n\n{DRAFT}", encoding="utf-8")
    tab = opened(java_script_enabled=script)
    tab.goto("/check")
    tab.locator("#files").set_input_files(path)
    tab.get_by_role("button", name="Soát", exact=True).click()
    expect(tab.get_by_role("heading", name="Không đọc được tệp này")).to_be_visible()
    expect(tab.locator("main")).to_contain_text("TỐI MẬT")


def test_hostile_words_stay_words(opened: Opener) -> None:
    tab = opened()
    tab.on("dialog", lambda _: pytest.fail("a script has run"))
    tab.goto("/check")
    text = f"{DRAFT}</script><script>alert(1)</script><img src=x onerror=alert(1)>\n{{{{ 7 * 7 }}}}"
    tab.locator("#text").fill(text)
    tab.get_by_role("button", name="Soát", exact=True).click()
    expect(tab.locator(".draft")).to_contain_text("</script><script>alert(1)</script><img src=x")
    assert tab.locator("#result script:not([type])").count() == 0
    assert tab.locator("#result img").count() == 0
    check_width(tab)
