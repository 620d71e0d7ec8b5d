"""Tables: which names columns have, and tables that lost their shape in a PDF's text layer."""

import pytest

from loaders.extract import extract
from loaders.tables import Column, columns_of
from ontology.facts import Item, Source

Said = tuple[str, str, list[str], list[str], str | None]
"""The path of an item, its words in one line, who leads, who cooperates, and when it is due."""


def columns(*names: str) -> tuple[Column, ...] | None:
    text, places = "", []
    for name in names:
        places.append((len(text), len(text) + len(name)))
        text += name + "\n"
    return columns_of(text, places)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("S.TT", Column.LABEL),
        ("Tiến độ (nếu có)", Column.STATUS),
        ("Thời gian trình BTV, BCH", Column.DUE),
        ("Lộ trình thực hiện", Column.DUE),
        ("Kỳ hạn", Column.DUE),
        ("Tháng thực hiện", Column.DUE),
        ("Dự kiến hoàn thành", Column.DUE),
        ("Sản phẩm hoàn thành", Column.OTHER),
        ("Nguồn lực thực hiện", Column.OTHER),
        ("Địa điểm thực hiện", Column.OTHER),
        ("Tình hình thực hiện", Column.STATUS),
        ("Cơ quan, đơn vị", Column.LEAD),
        ("Đ/c phụ trách", Column.LEAD),
        ("Người được phân công", Column.LEAD),
        ("CQ phối hợp", Column.COOPERATING),
        ("Ghi chú (tiến độ)", Column.OTHER),
    ],
)
def test_a_column_is_known_by_its_name(name: str, column: Column) -> None:
    assert columns(name, "Nội dung công việc", "Chủ trì") == (column, Column.WORK, Column.LEAD)


@pytest.mark.parametrize("other", ["Nhóm nhiệm vụ", "Văn bản giao nhiệm vụ"])
def test_what_only_speaks_of_work_is_not_the_work(other: str) -> None:
    expected = (Column.OTHER, Column.WORK, Column.DUE)
    assert columns(other, "Nội dung công việc", "Thời hạn") == expected
    assert columns(other, "Thời hạn") == (Column.WORK, Column.DUE)


WITHOUT_NUMBERS = """\
PHỤ LỤC
DANH MỤC NHIỆM VỤ GIAI ĐOẠN 2025 – 2030
-----
Stt
Nội dung
Thời gian trình BTV, BCH
Cơ quan
chủ trì
thực hiện
Nguồn lực
thực hiện
BTV
BCH
I
Lĩnh vực kinh tế
Lãnh đạo triển khai Nghị quyết
số
01-
NQ/TU, ngày
14/7/2025
về
tăng trưởng
giai đoạn
2026 – 2030.
Hằng quý
Hằng quý
Đảng uỷ
UBND xã
Kế hoạch giải ngân vốn đầu
tư công hằng năm
Quý I hằng năm
Đảng uỷ
UBND xã
II
Lĩnh vực văn hoá
- xã hội
Tổng kết năm
Quý IV/2026
Quý I/2027
Ban Chỉ
đạo 57 xã
"""
BODIES_BEFORE_THE_TIME = """\
PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ NĂM 2026
STT
Nội dung
nhiệm vụ
Cơ quan chủ
trì
Cơ quan
phối hợp
Thời gian
hoàn thành
A
XÂY DỰNG ĐẢNG
Tổ chức hội nghị học tập
nghị quyết
Ban Xây dựng Đảng
Các chi bộ trực thuộc
Quý I, II
Lãnh đạo giải ngân vốn đầu
tư công
Đảng uỷ UBND xã
STT
Nội dung
nhiệm vụ
Cơ quan chủ
trì
Cơ quan
phối hợp
Thời gian
hoàn thành
Phòng Kinh tế
Thường xuyên
Báo cáo kết quả sắp xếp
UBND xã
Ban Xây dựng Đảng; Mặt trận
Tổ quốc
31/12
Nơi nhận:
- Các chi bộ.
"""
A_HEAD_ON_EACH_PAGE = """\
PHỤ LỤC
DANH MỤC NHIỆM VỤ NĂM 2026
TT
Nội dung công việc
Đơn vị
chủ trì
Tiến độ
(dự kiến)
1
Xây dựng kế hoạch kiểm tra
của Đảng uỷ
UBKT Đảng uỷ
Trước 15/01
TT
Nội dung công việc
Đơn vị
chủ trì
Tiến độ
(dự kiến)
2
Sơ kết
Ban Xây dựng Đảng
15-20/7
"""
AMID_A_PLAN = """\
KẾ HOẠCH
công tác năm 2026

I. NHIỆM VỤ
Stt
Nhiệm vụ
Thời hạn
Đơn vị thực hiện
Ban hành kế hoạch
Tháng 3, 4
Văn phòng
Tổng kết năm
Quý IV
Ban Tổ chức
II. TỔ CHỨC THỰC HIỆN
- Văn phòng theo dõi, đôn đốc.
"""
WITHOUT_ANYTHING_THAT_TELLS = """\
KẾ HOẠCH
công tác năm 2026

I. NHIỆM VỤ
Stt
Nhiệm vụ
Sản phẩm
Đơn vị thực hiện
Ban hành kế hoạch
Kế hoạch
Văn phòng
II. TỔ CHỨC THỰC HIỆN
- Văn phòng theo dõi, đôn đốc.
"""
OFFICE: Said = ("II.-1", "Văn phòng theo dõi, đôn đốc.", ["Văn phòng"], [], None)
TARGET = (
    "Lãnh đạo triển khai Nghị quyết số 01- NQ/TU, ngày 14/7/2025 "
    "về tăng trưởng giai đoạn 2026 – 2030."
)
COMMITTEE = ["Đảng uỷ UBND xã"]

TITLED_PARTS = """\
PHỤ LỤC
DANH MỤC CÁC NHIỆM VỤ TRỌNG TÂM

STT
Tên nhiệm vụ
Cơ quan chủ trì
Cơ quan phối hợp
Thời gian hoàn thành

I.
NÂNG CAO NHẬN THỨC

1
Biểu dương các doanh nghiệp có thành tích.
Sở Nội vụ
Sở KH&CN; các cơ quan liên quan
Thường xuyên

II. HOÀN
THIỆN CƠ CHẾ, CHÍNH SÁCH

2
Xây dựng Bộ tiêu chí đánh giá.
Sở KH&CN
Các sở, ban, ngành tỉnh
Quí IV-2025
"""

CELLS_APART = """\
PHỤ LỤC

1. Các nhiệm vụ về dữ liệu

STT

Nhiệm vụ

Văn bản giao
nhiệm vụ

Cơ quan chủ trì
thực hiện

Thời hạn hoàn
thành

1.

Xây dựng kế hoạch làm sạch
dữ liệu đất đai

Thông báo số 07-TB/VPTU ngày 15/10/2025

Các sở, ngành và
địa phương

18/10/2025

2.

Rà soát quy định

Nghị quyết số 71/NQ-CP

Sở Tư pháp

30/11/2025

2. Các nhiệm vụ về hạ
tầng

STT

Nhiệm vụ

Văn bản giao
nhiệm vụ

Cơ quan chủ trì
thực hiện

Thời hạn hoàn
thành

1.

Phủ sóng các thôn

Kế hoạch số 33-KH/TU

Sở Khoa học và Công nghệ

20/12/2025
"""

PARTS_APART = """\
PHỤ LỤC

TT

Chỉ tiêu

Chủ trì

Phối hợp

Thời gian

A

PHÁT TRIỂN NỀN MÓNG

I. Kinh tế
số

1.1

Kinh tế số chiếm 45%
GRDP tỉnh

Sở Tài chính

Các sở, ngành; UBND các xã

2026 - 2030

1.2

Phát triển bộ dữ liệu mở

Sở Nội vụ

Công an tỉnh

Năm 2026

II. Xã hội số

2

Phủ sóng các thôn

Sở Y tế

Tỉnh đoàn

Năm 2027
"""

TABLES: dict[str, tuple[str, list[Said]]] = {
    "without-numbers": (
        WITHOUT_NUMBERS,
        [
            (
                "I.1",
                TARGET,
                COMMITTEE,
                [],
                "quarterly",
            ),
            ("I.2", "Kế hoạch giải ngân vốn đầu tư công hằng năm", COMMITTEE, [], "yearly"),
            ("II.1", "Tổng kết năm", ["Ban Chỉ đạo 57 xã"], [], "2026-10-01 2027-03-31"),
        ],
    ),
    "bodies-before-the-time": (
        BODIES_BEFORE_THE_TIME,
        [
            (
                "A.1",
                "Tổ chức hội nghị học tập nghị quyết",
                ["Ban Xây dựng Đảng"],
                ["Các chi bộ trực thuộc"],
                "2026-01-01 2026-06-30",
            ),
            (
                "A.2",
                "Lãnh đạo giải ngân vốn đầu tư công",
                COMMITTEE,
                ["Phòng Kinh tế"],
                "continuous",
            ),
            (
                "A.3",
                "Báo cáo kết quả sắp xếp",
                ["UBND xã"],
                ["Ban Xây dựng Đảng", "Mặt trận Tổ quốc"],
                "2026-12-31 2026-12-31",
            ),
        ],
    ),
    "a-head-on-each-page": (
        A_HEAD_ON_EACH_PAGE,
        [
            (
                "1",
                "Xây dựng kế hoạch kiểm tra của Đảng uỷ",
                ["UBKT Đảng uỷ"],
                [],
                "None 2026-01-14",
            ),
            ("2", "Sơ kết", ["Ban Xây dựng Đảng"], [], "2026-07-15 2026-07-20"),
        ],
    ),
    "titled-parts": (
        TITLED_PARTS,
        [
            (
                "I.1",
                "Biểu dương các doanh nghiệp có thành tích.",
                ["Sở Nội vụ"],
                ["Sở KH&CN", "các cơ quan liên quan"],
                "continuous",
            ),
            (
                "II.2",
                "Xây dựng Bộ tiêu chí đánh giá.",
                ["Sở KH&CN"],
                ["Các sở, ban, ngành tỉnh"],
                "2025-10-01 2025-12-31",
            ),
        ],
    ),
    "cells-apart": (
        CELLS_APART,
        [
            (
                "1.1",
                "Xây dựng kế hoạch làm sạch dữ liệu đất đai",
                ["Các sở, ngành và địa phương"],
                [],
                "2025-10-18 2025-10-18",
            ),
            ("1.2", "Rà soát quy định", ["Sở Tư pháp"], [], "2025-11-30 2025-11-30"),
            (
                "2.1",
                "Phủ sóng các thôn",
                ["Sở Khoa học và Công nghệ"],
                [],
                "2025-12-20 2025-12-20",
            ),
        ],
    ),
    "parts-apart": (
        PARTS_APART,
        [
            (
                "A.I.1.1",
                "Kinh tế số chiếm 45% GRDP tỉnh",
                ["Sở Tài chính"],
                ["Các sở, ngành", "UBND các xã"],
                "2026-01-01 2030-12-31",
            ),
            (
                "A.I.1.2",
                "Phát triển bộ dữ liệu mở",
                ["Sở Nội vụ"],
                ["Công an tỉnh"],
                "2026-01-01 2026-12-31",
            ),
            (
                "A.II.2",
                "Phủ sóng các thôn",
                ["Sở Y tế"],
                ["Tỉnh đoàn"],
                "2027-01-01 2027-12-31",
            ),
        ],
    ),
    "amid-a-plan": (
        AMID_A_PLAN,
        [
            ("I.1", "Ban hành kế hoạch", ["Văn phòng"], [], "2026-03-01 2026-04-30"),
            ("I.2", "Tổng kết năm", ["Ban Tổ chức"], [], "2026-10-01 2026-12-31"),
            OFFICE,
        ],
    ),
}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_lost_its_shape_is_read(table: str) -> None:
    text, expected = TABLES[table]
    facts = extract(Source("a", "a", "txt", "", text))
    assert [_said(item, text) for item in facts.items] == expected


def _said(item: Item, text: str) -> Said:
    due = item.due and f"{item.due.interval.earliest} {item.due.interval.latest}"
    recurring = item.recurrences[0].recurrence.frequency.value if item.recurrences else None
    return (
        item.path,
        " ".join(text[item.span.start : item.span.end].split()),
        [phrase.text for phrase in item.lead],
        [phrase.text for phrase in item.cooperating],
        due or recurring,
    )


def test_rows_that_nothing_tells_apart_are_no_rows() -> None:
    facts = extract(Source("a", "a", "txt", "", WITHOUT_ANYTHING_THAT_TELLS))
    assert all(item.rule != "table-row" for item in facts.items)


def test_days_without_a_year_take_that_of_the_title_over_the_table() -> None:
    text = (
        "\tNHIỆM VỤ THÁNG 02/2026\t\t\n\t\t\t\n"
        "TT\tNội dung\tTiến độ (nếu có)\tChủ trì\n1\tBáo cáo\t31/3\tVăn phòng\n"
    )
    (item,) = extract(Source("a", "a", "txt", "", text)).items
    assert item.due is not None
    assert str(item.due.interval.latest) == "2026-03-31"
    assert item.status is None


def test_a_day_beside_a_deadline_or_a_title_is_no_deadline() -> None:
    listed = "Số\tNgày\tTrích yếu nội dung\n12-KH/TU\t05/3/2025\tKế hoạch kiểm tra\n"
    assert not extract(Source("a", "a", "txt", "", listed)).items
    met = "Ngày\tNội dung công việc\tThời hạn hoàn thành\n05/3/2025\tBáo cáo kết quả\t31/3/2025\n"
    (item,) = extract(Source("a", "a", "txt", "", met)).items
    assert item.due is not None
    assert str(item.due.interval.latest) == "2025-03-31"


def test_a_table_of_three_columns_needs_no_heading() -> None:
    rows = "TT\tNhiệm vụ\tChủ trì\n1\tLập kế hoạch\tVăn phòng\n2\tBáo cáo\tBan Tổ chức\n"
    text = f"KẾ HOẠCH\nCông tác\n{rows}"
    items = extract(Source("a", "a", "txt", "", text)).items
    assert [item.lead[0].text for item in items] == ["Văn phòng", "Ban Tổ chức"]


def test_in_a_calendar_the_day_is_the_deadline_and_not_the_hour() -> None:
    text = (
        "Ngày\tThời gian\tNội dung\tThành phần\n"
        "05/3/2025\t8h00\tHọp giao ban\tCác phòng\n\t14h00\tLàm việc với Sở Y tế\tVăn phòng\n"
    )
    items = extract(Source("a", "a", "txt", "", text)).items
    assert [str(item.due.interval.latest) for item in items if item.due] == ["2025-03-05"] * 2
    assert [p.text for item in items for p in item.cooperating] == ["Các phòng", "Văn phòng"]


def test_a_part_and_a_row_without_its_last_cell_stay_two() -> None:
    text = (
        "TT\tNhiệm vụ\tChủ trì\tThời hạn\tGhi chú\nI\tCẢI CÁCH\n"
        "1\tLập kế hoạch\tVăn phòng\t31/3/2025\n2\tBáo cáo\tThanh tra\t30/4/2025\tx\n"
    )
    items = extract(Source("a", "a", "txt", "", text)).items
    assert [(item.path, item.lead[0].text) for item in items] == [
        ("I.1", "Văn phòng"),
        ("I.2", "Thanh tra"),
    ]
