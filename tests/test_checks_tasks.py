"""Tasks, bodies and anniversaries: a plan that is all right, and the same with one mistake."""

import datetime as dt
import time
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checks.anniversaries import check_anniversaries
from checks.bodies import check_bodies
from checks.check import CHECKERS, check
from checks.draft import draft_of
from checks.findings import Finding, Severity
from checks.rules import VIETNAMESE, message, rules
from checks.tasks import check_tasks
from loaders.formats.source import read_source
from tests.drafts import bare, registered

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("[01]*"))
GOLD = sorted((ROOT.parent / "shared" / "gold" / "texts").glob("*.txt"))

PLAN = """TỈNH ỦY LẠNG SƠN
*
Số 41-KH/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Lạng Sơn, ngày 10 tháng 10 năm 2025

KẾ HOẠCH
Công tác đọc sách quý IV năm 2025
-----

Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:

I. NHIỆM VỤ

1. Văn phòng Tỉnh ủy chủ trì mở tủ sách ở các thôn, hoàn thành trước ngày 25/11/2025.

2. Ban Tổ chức Tỉnh ủy chủ trì, phối hợp với Báo Lạng Sơn lập danh mục, xong trong tháng 11/2025.

3. Sở Tài chính chủ trì bố trí kinh phí, hoàn thành trong quý IV/2025.

4. Tỉnh đoàn chủ trì tổ chức hội thi đọc sách, hoàn thành trước ngày 20/12/2025.

II. TỔ CHỨC THỰC HIỆN

1. Các đảng ủy xã, phường gửi báo cáo kết quả về Văn phòng Tỉnh ủy trước ngày 10/01/2026.

Nơi nhận:
- Các đảng ủy xã, phường,
- Sở Tài chính,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ


Hoàng Thị Bích Sâm
"""
BLANKS = "Lạng Sơn, ngày      tháng 10 năm 2025"


def found(text: str, day: dt.date | None = None) -> list[Finding]:
    made = bare(text, day=day)
    checks = (check_tasks, check_bodies, check_anniversaries)
    return [finding for check in checks for finding in check(made)]


def told(text: str, day: dt.date | None = None) -> list[tuple[str, str]]:
    """Return each finding's code and the words that it marks."""
    return [(f.code, text[f.span.start : f.span.end]) for f in found(text, day)]


def but(old: str, new: str) -> str:
    assert PLAN.count(old) == 1
    return PLAN.replace(old, new)


def test_a_plan_in_order_has_no_finding() -> None:
    assert told(PLAN) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            ", hoàn thành trước ngày 20/12/2025",
            "",
            ("task-no-due", "Tỉnh đoàn chủ trì tổ chức hội thi đọc sách."),
        ),
        ("Tỉnh đoàn chủ trì tổ chức", "Tổ chức", ("task-no-lead", None)),
        (
            "kết quả về Văn phòng Tỉnh ủy trước",
            "kết quả về Tỉnh ủy (qua Ban Dân vận Tỉnh ủy) trước",
            ("body-ended", "Ban Dân vận Tỉnh ủy"),
        ),
        (
            "kết quả về Văn phòng Tỉnh ủy trước",
            "kết quả về Ban Tuyên giáo Tỉnh uỷ trước",
            ("body-ended", "Ban Tuyên giáo Tỉnh uỷ"),
        ),
        ("25/11/2025", "25/9/2025", ("task-past", "trước ngày 25/9/2025")),
        ("trong quý IV/2025", "trong quý III/2025", ("task-past", "trong quý III/2025")),
        ("25/11/2025", "25/11/2026", ("task-outside", "trước ngày 25/11/2026")),
        ("10/01/2026", "10/6/2026", ("task-outside", "trước ngày 10/6/2026")),
        (
            "Sở Tài chính chủ trì",
            "Sở Kế hoạch và Đầu tư chủ trì",
            ("body-ended", "Sở Kế hoạch và Đầu tư"),
        ),
        (
            "với Báo Lạng Sơn",
            "với Ban Tuyên giáo Tỉnh ủy",
            ("body-ended", "Ban Tuyên giáo Tỉnh ủy"),
        ),
        ("với Báo Lạng Sơn", "với Huyện ủy Hữu Lũng", ("body-ended", "Huyện ủy Hữu Lũng")),
        (
            "Các đảng ủy xã, phường gửi",
            "Các huyện ủy, thành ủy gửi",
            ("body-ended", "huyện ủy"),
        ),
        ("- Sở Tài chính,", "- Sở Giao thông vận tải,", ("body-ended", "Sở Giao thông vận tải")),
        (
            "- Sở Tài chính,",
            "- Ban Dân vận Tỉnh ủy (để biết),",
            ("body-ended", "Ban Dân vận Tỉnh ủy"),
        ),
    ],
)
def test_one_mistake_is_one_finding(old: str, new: str, expected: tuple[str, str | None]) -> None:
    text = but(old, new)
    ((code, words),) = told(text)
    assert code == expected[0]
    assert expected[1] is None or words == expected[1]
    (finding,) = found(text)
    assert "{" not in message(finding) + message(finding, "en")
    assert rules()[code].source[VIETNAMESE]


def test_a_merged_board_is_put_right() -> None:
    (finding,) = found(but("với Báo Lạng Sơn", "với Ban Dân vận Tỉnh ủy"))
    assert finding.replacement == "Ban Tuyên giáo và Dân vận Tỉnh ủy"
    assert message(finding) == (
        "“Ban Dân vận Tỉnh ủy” không còn từ ngày 01/3/2025, "
        "nay là Ban Tuyên giáo và Dân vận Tỉnh ủy"
    )


def test_a_merged_province_is_told_with_what_it_became() -> None:
    text = PLAN.replace("LẠNG SƠN", "BÌNH THUẬN").replace("Lạng Sơn", "Bình Thuận")
    ended = [finding for finding in found(text) if finding.code == "body-ended"]
    assert text[ended[0].span.start : ended[0].span.end]
    assert any("Lâm Đồng" in message(finding) for finding in ended)
    before = text.replace("ngày 10 tháng 10", "ngày 10 tháng 6")
    assert [f for f in found(before) if f.code == "body-ended"] == []


def test_a_body_that_goes_on_is_none_the_worse_for_the_years() -> None:
    text = but("với Báo Lạng Sơn", "với Ban Tuyên giáo Tỉnh ủy")
    codes = [{f.code for f in found(text, day)} for day in _DAYS]
    assert ["body-ended" in each for each in codes] == [False, True, True, False]


_DAYS = (dt.date(2025, 2, 28), dt.date(2025, 3, 1), dt.date(2026, 3, 1), dt.date(2026, 9, 1))
"""Before the merger of boards, from its day on, and since the name is borne again."""


def test_a_letter_to_a_body_that_is_no_more() -> None:
    letter = """TỈNH ỦY LẠNG SƠN
*
Số 745-CV/TU
về việc đọc sách

ĐẢNG CỘNG SẢN VIỆT NAM

Lạng Sơn, ngày 10 tháng 10 năm 2025

Kính gửi:
- Sở Tài chính; Sở Giao thông vận tải (để thực hiện),
- Các đảng ủy xã, phường.

Đề nghị các cơ quan mở tủ sách trước ngày 25/11/2025.
"""
    assert told(letter) == [("body-ended", "Sở Giao thông vận tải")]


def test_an_issuer_that_is_no_more() -> None:
    text = but("TỈNH ỦY LẠNG SƠN", "TỈNH ỦY LẠNG SƠN\nBAN DÂN VẬN").replace("/TU\n", "/BDVTU\n")
    assert told(text) == [("body-ended", "BAN DÂN VẬN")]


def test_a_report_may_tell_of_bodies_that_are_no_more() -> None:
    text = PLAN.replace("KẾ HOẠCH", "BÁO CÁO").replace("-KH/", "-BC/")
    assert told(text.replace("với Báo Lạng Sơn", "với Ban Dân vận Tỉnh ủy")) == []


def test_a_plan_without_any_due_time_is_told_once() -> None:
    text = PLAN
    for words in (
        ", hoàn thành trước ngày 25/11/2025",
        ", xong trong tháng 11/2025",
        ", hoàn thành trong quý IV/2025",
        ", hoàn thành trước ngày 20/12/2025",
    ):
        text = text.replace(words, "")
    (finding,) = found(text)
    assert (finding.code, dict(finding.told)) == (
        "task-mostly-no-due",
        {"missing": "4", "count": "4"},
    )
    assert text[finding.span.start : finding.span.end] == "KẾ HOẠCH"
    assert finding.evidence


def test_a_due_time_of_the_heading_counts() -> None:
    text = but(", hoàn thành trước ngày 20/12/2025", "").replace(
        "I. NHIỆM VỤ\n", "I. NHIỆM VỤ\n\nTrong tháng 12/2025\n", 1
    )
    headed = but(
        "4. Tỉnh đoàn chủ trì tổ chức hội thi đọc sách, hoàn thành trước ngày 20/12/2025.",
        "4. Trong tháng 12/2025:\n\n- Tỉnh đoàn chủ trì tổ chức hội thi đọc sách.",
    )
    assert ("task-no-due", "Tỉnh đoàn chủ trì tổ chức hội thi đọc sách.") in told(text)
    assert told(headed) == []


def test_a_day_that_cannot_be_is_no_lack_of_one() -> None:
    text = but("hoàn thành trước ngày 20/12/2025", "hoàn thành trước ngày 31/11/2025")
    codes = [finding.code for finding in check(bare(text))]
    assert "impossible-date" in codes
    assert "task-no-due" not in codes


@pytest.mark.parametrize("day", [dt.date(2025, 10, 10), dt.date(2026, 2, 6)])
def test_what_came_later_is_no_successor_yet(day: dt.date) -> None:
    told = (
        "4. Báo cáo Ban Tuyên giáo Trung ương, Ban Tuyên giáo và Dân vận Trung ương và "
        "Ban Dân vận Trung ương.\n\n5. Tỉnh đoàn"
    )
    text = but("4. Tỉnh đoàn", told)
    gone = [f for f in check(bare(text, day=day)) if f.code == "body-ended"]
    assert [f.replacement for f in gone] == ["Ban Tuyên giáo và Dân vận Trung ương"] * 2


def test_what_comes_round_or_waits_has_its_time() -> None:
    for words in ("hằng tháng", "mỗi quý một lần", "khi có hướng dẫn của Trung ương"):
        assert told(but("hoàn thành trước ngày 20/12/2025", words)) == []


def test_a_draft_with_a_blank_day_is_of_its_month() -> None:
    text = but("Lạng Sơn, ngày 10 tháng 10 năm 2025", BLANKS)
    assert told(text, dt.date(2026, 11, 21)) == []
    late = text.replace("25/11/2025", "25/9/2025")
    assert told(late, dt.date(2026, 11, 21)) == [("task-past", "trước ngày 25/9/2025")]


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("Lạng Sơn, ngày      tháng 9 năm 2024", dt.date(2024, 9, 30)),
        ("Lạng Sơn, ngày … tháng 02 năm 2024", dt.date(2024, 2, 29)),
        ("Lạng Sơn, ngày     tháng     năm 2024", dt.date(2024, 12, 31)),
        ("Lạng Sơn, nga\u0300y [ng] tha\u0301ng 9 na\u0306m 2024", dt.date(2024, 9, 30)),
    ],
)
def test_a_blank_day_is_checked_by_the_rules_of_its_month(header: str, day: dt.date) -> None:
    text = but("Lạng Sơn, ngày 10 tháng 10 năm 2025", header)
    assert bare(text.replace("năm 2025", "tới")).day == day


def test_a_blank_day_of_a_month_to_come_is_checked_as_of_today() -> None:
    today = dt.datetime.now().astimezone().date()
    header = f"Lạng Sơn, ngày      tháng 12 năm {today.year + 1}"
    assert bare(but("Lạng Sơn, ngày 10 tháng 10 năm 2025", header)).day == today


def test_an_old_plan_without_a_date_is_not_held_against_today() -> None:
    text = but("Lạng Sơn, ngày 10 tháng 10 năm 2025\n", "")
    assert [f for f in found(text, dt.date(2026, 11, 21)) if f.code.startswith("task")] == []


def test_a_report_tells_of_the_past() -> None:
    assert told(PLAN.replace("KẾ HOẠCH", "BÁO CÁO").replace("-KH/", "-BC/")) == []


@pytest.mark.parametrize(
    ("words", "code", "marked", "replacement"),
    [
        (
            "kỷ niệm 113 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2025)",
            "anniversary",
            "113",
            "135",
        ),
        (
            "kỷ niệm 130 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/2025)",
            "anniversary",
            "130",
            "135",
        ),
        (
            "kỷ niệm lần thứ 94 Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 – 03/02/2025)",
            "anniversary",
            "94",
            "95",
        ),
        (
            "kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 15/9/2025)",
            "anniversary-day",
            "15/9/2025",
            None,
        ),
        (
            "kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1980 - 19/5/2025)",
            "anniversary-day",
            "19/5/1980",
            None,
        ),
        ("tổng kết 10 năm thực hiện Chỉ thị (15/5/2016 - 15/5/2025)", "anniversary", "10", "9"),
        ("kỷ niệm 20 năm thành lập huyện (tháng 8/2004 - tháng 8/2023)", "anniversary", "20", None),
        ("kỷ niệm 20 năm mở trường (2004 - 2025)", "anniversary", "20", "21"),
        (
            "kỷ niệm 80 năm Ngày Quốc khánh (02/9/1945 - 20/9/2025)",
            "anniversary-day",
            "20/9/2025",
            None,
        ),
    ],
)
def test_an_anniversary_that_does_not_add_up(
    words: str, code: str, marked: str, replacement: str | None
) -> None:
    text = but("tổ chức hội thi đọc sách", f"tổ chức hội thi đọc sách {words}")
    (finding,) = [f for f in found(text) if f.code.startswith("anniversary")]
    quoted = text[finding.span.start : finding.span.end]
    assert (finding.code, quoted, finding.replacement) == (code, marked, replacement)
    assert "{" not in message(finding) + message(finding, "en")


@pytest.mark.parametrize(
    "words",
    [
        "kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2025)",
        "kỷ niệm 95 năm Ngày thành lập Đảng (03/02/2025)",
        "kỷ niệm 80 năm Cách mạng tháng Tám và Quốc khánh nước CHXHCN (2/9/1945 - 2/9/2025)",
        "kỷ niệm 50 năm Ngày giải phóng miền Nam, thống nhất đất nước (30/4/1975–30/4/2025)",
        "kỷ niệm 15 năm Ngày thành lập Đảng bộ xã (20/10/2010 - 20/10/2025)",
        "kế hoạch 5 năm (2021 - 2025), chào mừng đại hội",
        "kết quả 5 năm thực hiện (01/01/2020 - 31/12/2024)",
        "kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890)",
        "kỷ niệm 78 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2025)",
        "trong 10 năm (31/02/2015 - 31/02/2025)",
        "kỷ niệm 95 năm Ngày thành lập Đảng, 50 năm đất nước thống nhất (30/4/1975 - 30/4/2025)",
        "Hội thi lần thứ 5 (20/11/2023 - 20/11/2024)",
    ],
)
def test_an_anniversary_that_adds_up(words: str) -> None:
    text = but("tổ chức hội thi đọc sách", f"tổ chức hội thi đọc sách {words}")
    assert [f.code for f in found(text) if f.code.startswith("anniversary")] == []


def test_the_years_are_found_in_broken_text() -> None:
    words = "kỷ niệm 113 năm Ngày\nsinh Chủ tịch Hồ Chí\nMinh (19/5/1890 –\n19/5/2025)"
    text = but("tổ chức hội thi đọc sách", f"tổ chức {words}")
    (finding,) = [f for f in found(text) if f.code == "anniversary"]
    assert text[finding.span.start : finding.span.end] == "113"


@settings(deadline=None)
@example(["\n", "*\n", "\n", "\x0c", "II. TỔ CHỨC THỰC HIỆN\n"])
@given(
    st.lists(
        st.sampled_from(
            [*PLAN.splitlines(keepends=True), "\x00", "\x0c", "kỷ niệm 113 năm (", "|"]
        ),
        max_size=25,
    )
)
def test_every_finding_marks_words_and_tells_what_it_says(lines: list[str]) -> None:
    text = "".join(lines)
    for finding in check(bare(text, day=dt.date(2026, 11, 21))):
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert "{" not in message(finding) + message(finding, "en")


@pytest.mark.parametrize(
    "piece",
    [
        "- Sở Tài chính, , . ( \n",
        "kỷ niệm 113 năm (19/5/1890 - ",
        "Số 41/KH-TU ",
        "trước ngày 25/9/2025 và ",
        "_ _ ___ * ",
    ],
)
def test_checks_take_time_in_proportion(piece: str) -> None:
    """What is repeated often takes no more than its share, however it is marked off."""
    times = []
    for count in (500, 2000):
        made = bare(PLAN + piece * count + PLAN, day=dt.date(2025, 10, 10))
        start = time.process_time()
        list(chain.from_iterable(one(made) for one in CHECKERS))
        times.append(time.process_time() - start)
    assert times[1] < 12 * times[0] + 0.2


@pytest.mark.parametrize("path", [*SAMPLES, *GOLD], ids=lambda path: path.name)
def test_real_documents_have_no_wrong_error(path: Path) -> None:
    errors = {
        (finding.code, dict(finding.told)["known"])
        for finding in check(draft_of(read_source(path), registered()))
        if finding.code.startswith(("task", "body", "anniversary"))
        and rules()[finding.code].severity is Severity.ERROR
    }
    # This one prints `113 năm` over both days of 135 years.
    assert errors == ({("anniversary", "135")} if path.name.startswith("002_") else set())
