"""PDF files: lines, columns, tables, pages, and what is refused."""

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.formats.guard import DEFAULT_LIMITS, Refusal, RefusedError
from loaders.formats.source import read_source, source_of
from tests.files import Paper, lines, pdf

SAMPLES = Path(__file__).parent.parent / "samples"
ROWS = [
    ["TT", "Nội dung công việc", "Chủ trì"],
    ["1", "Triển khai Kế hoạch\nsố 33-KH/TU", "Phòng TT-TT"],
    ["2", "", "Văn phòng"],
]
ROW_LINES = [
    "TT\tNội dung công việc\tChủ trì",
    "1\tTriển khai Kế hoạch số 33-KH/TU\tPhòng TT-TT",
    "2\t\tVăn phòng",
]
WIDTHS = [40, 220, 120]


def text_of(data: bytes) -> str:
    return source_of(data, "tệp.pdf").text


def placed(*words: tuple[float, float, str]) -> Callable[[Paper], None]:
    def draw(paper: Paper) -> None:
        for x, y, text in words:
            paper.write(x, y, text)

    return draw


def test_pages_are_lines_parted_by_form_feeds() -> None:
    data = pdf(lines("Chỉ thị số 05-CT/TW, ngày", "15/5/2016"), lines("của Bộ Chính trị"))
    assert text_of(data) == "Chỉ thị số 05-CT/TW, ngày\n15/5/2016\n\fcủa Bộ Chính trị\n"


def test_lines_are_read_from_the_top_whatever_the_order_of_drawing() -> None:
    data = pdf(placed((72, 200, "ba"), (200, 100, "hai"), (72, 101, "một")))
    assert text_of(data) == "một hai\nba\n"


def test_a_raised_figure_stays_in_its_line() -> None:
    def draw(paper: Paper) -> None:
        paper.write(72, 100, "ngày 09/3/2021")
        paper.write(170, 95, "1", size=7)
        paper.write(72, 120, "của Bộ Chính trị")

    assert text_of(pdf(draw)).splitlines()[1:] == ["của Bộ Chính trị"]
    assert text_of(pdf(draw)).startswith("ngày 09/3/2021")


def test_letters_printed_twice_are_read_once() -> None:
    data = pdf(placed((72, 100, "KẾ HOẠCH"), (72.3, 100, "KẾ HOẠCH")))
    assert text_of(data) == "KẾ HOẠCH\n"


def test_small_letters_side_by_side_are_no_copies() -> None:
    assert text_of(pdf(lambda paper: paper.write(72, 100, "illlli", size=5))) == "illlli\n"


def test_the_head_is_read_column_by_column() -> None:
    head = placed(
        (90, 72, "TỈNH ỦY HÀ SƠN"),
        (300, 72, "ĐẢNG CỘNG SẢN VIỆT NAM"),
        (150, 90, "*"),
        (100, 108, "Số 41-KH/TU"),
        (290, 108, "Hà Sơn, ngày 06 tháng 9 năm 2021"),
        (260, 150, "KẾ HOẠCH"),
        (100, 170, "thực hiện      Kết luận số 01-KL/TW của Bộ Chính trị"),
    )
    assert text_of(pdf(head)).splitlines() == [
        "TỈNH ỦY HÀ SƠN",
        "*",
        "Số 41-KH/TU",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Hà Sơn, ngày 06 tháng 9 năm 2021",
        "KẾ HOẠCH",
        "thực hiện Kết luận số 01-KL/TW của Bộ Chính trị",
    ]


def test_a_letter_without_title_ends_its_head_at_the_first_full_line() -> None:
    body = "Kính gửi các huyện ủy, thành ủy, đảng ủy trực thuộc trong toàn tỉnh"
    head = placed(
        (90, 72, "TỈNH ỦY HÀ SƠN"),
        (330, 72, "ĐẢNG CỘNG SẢN"),
        (90, 90, "Số 745-CV/BTGTU"),
        (72, 120, body),
        (90, 140, "cột"),
        (400, 140, "khác"),
    )
    assert text_of(pdf(head)).splitlines()[2:] == ["ĐẢNG CỘNG SẢN", body, "cột khác"]


def test_the_number_of_a_list_is_no_column() -> None:
    items = placed((72, 72, "1."), (110, 72, "Mục đích"), (72, 90, "2."), (110, 90, "Yêu cầu"))
    assert text_of(pdf(items)) == "1. Mục đích\n2. Yêu cầu\n"


SIGNED = (
    (72, 400, "Nơi nhận:"),
    (330, 400, "T/M BAN THƯỜNG VỤ"),
    (72, 420, "- Các huyện ủy,"),
    (340, 420, "PHÓ BÍ THƯ"),
)
REST = ((72, 440, "- Lưu Văn phòng."), (340, 442, "Hoàng Thị Sâm"))


def test_recipients_stand_before_the_signature() -> None:
    assert text_of(pdf(placed((72, 100, "Kế hoạch"), *SIGNED, *REST))).splitlines() == [
        "Kế hoạch",
        "Nơi nhận:",
        "- Các huyện ủy,",
        "- Lưu Văn phòng.",
        "T/M BAN THƯỜNG VỤ",
        "PHÓ BÍ THƯ",
        "Hoàng Thị Sâm",
    ]


def test_recipients_go_on_after_a_page_break() -> None:
    text = text_of(pdf(placed((72, 100, "Kế hoạch"), *SIGNED), placed(*REST)))
    assert text.endswith("\n\f- Lưu Văn phòng.\nHoàng Thị Sâm\n")


def test_a_ruled_table_is_rows_at_its_place() -> None:
    def draw(paper: Paper) -> None:
        paper.write(72, 72, "I. Nhiệm vụ")
        end = paper.table(72, 90, WIDTHS, ROWS)
        paper.write(72, end + 20, "Trên đây là Chương trình")

    expected = ["I. Nhiệm vụ", *ROW_LINES, "Trên đây là Chương trình"]
    assert text_of(pdf(draw)).splitlines() == expected


def test_a_table_goes_on_over_pages() -> None:
    def draw(paper: Paper) -> None:
        paper.table(72, 90, WIDTHS, ROWS)

    assert text_of(pdf(draw, draw)) == "\f".join(["\n".join(ROW_LINES) + "\n"] * 2)


def test_a_frame_is_no_table() -> None:
    def draw(paper: Paper) -> None:
        paper.table(72, 90, [300], [["một"], ["hai"]])
        paper.table(72, 300, [100, 100], [["ba", "bốn"]])

    assert text_of(pdf(draw)) == "một\nhai\nba bốn\n"


def scan(paper: Paper) -> None:
    paper.picture()
    paper.write(300, 800, "1")


def unknown_letters() -> bytes:
    """Return a file whose font no longer says which glyph is which letter."""
    data = pdf(lines("Chỉ thị số 05-CT/TW"))
    return data.replace(b"/ToUnicode", b"/ToNothing")


def packed(stream: bytes, head: bytes = b"", tail: bytes = b"") -> bytes:
    """Return a file with one more stream, which no page uses."""
    data = pdf(lines("Chỉ thị số 05-CT/TW"))
    more = b"99 0 obj\n<< " + head + b" >>\nstream\n" + stream + b"\nendstream\nendobj\n" + tail
    return data.replace(b"xref\n", more + b"xref\n", 1)


BOMB = zlib.compress(bytes(210 * 1024 * 1024), 9)
NEARLY = zlib.compress(bytes(110 * 1024 * 1024), 1)


@pytest.mark.parametrize(
    ("make", "code", "place"),
    [
        (lambda: pdf(lines("a"), lock="x"), Refusal.ENCRYPTED, ""),
        (lambda: pdf(scan), Refusal.SCAN, "trang 1:"),
        (lambda: pdf(lines("Kế hoạch"), scan, scan), Refusal.SCAN, "trang 2:"),
        (lambda: pdf(lines("")), Refusal.EMPTY, ""),
        (lambda: b"%PDF-1.7\n and no more", Refusal.DAMAGED, ""),
        (lambda: pdf(lines("a" * 60))[:300], Refusal.DAMAGED, ""),
        (lambda: packed(BOMB), Refusal.UNPACKED_SIZE, "byte thứ"),
        (lambda: packed(zlib.compress(BOMB)), Refusal.UNPACKED_SIZE, "byte thứ"),
        (lambda: packed(BOMB, b"/Subtype /Image"), Refusal.UNPACKED_SIZE, "byte thứ"),
        (lambda: packed(NEARLY + b"\nendstream\nstream\n" + NEARLY), Refusal.UNPACKED_SIZE, ""),
        (unknown_letters, Refusal.GLYPHS, ""),
    ],
    ids=["password", "scan", "mostly scan", "empty", "no PDF", "cut", "bomb", "bomb in a bomb",
         "bomb called a picture", "two halves of a bomb", "unknown letters"],
)  # fmt: skip
def test_refused(make: Callable[[], bytes], code: Refusal, place: str) -> None:
    with pytest.raises(RefusedError, match=r"^tệp\.pdf") as caught:
        text_of(make())
    assert caught.value.code == code
    assert place in caught.value.message
    assert "Hãy" in caught.value.message


def test_a_page_of_pictures_in_a_text_is_read() -> None:
    assert text_of(pdf(lines("Kế hoạch"), lines("a"), scan)).startswith("Kế hoạch")


def test_pages_are_counted_before_they_are_read() -> None:
    data = pdf(*[lines("a")] * 3)
    assert source_of(data, "tệp.pdf", replace(DEFAULT_LIMITS, pages=3)).text == "a\n\fa\n\fa\n"
    with pytest.raises(RefusedError, match=r"^tệp\.pdf") as caught:
        source_of(data, "tệp.pdf", replace(DEFAULT_LIMITS, pages=2))
    assert caught.value.code == Refusal.TOO_MANY_PAGES


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.stem)
def test_the_head_of_a_sample_stands_in_lines_of_its_own(path: Path) -> None:
    first, *others = read_source(path).text.split("\n")
    assert re.fullmatch(r"TỈNH ỦY .*|ỦY BAN NHÂN DÂN", first)
    assert any(re.fullmatch(r"Số:? \d+[-/]\S+", line) for line in others[:6])
