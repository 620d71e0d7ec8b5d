"""Marks of Markdown around labels, bullets and parts of tables; remarks that tell the status."""

from tests.items import items_of, said

TABLE = """\
**DANH MỤC NHIỆM VỤ**

|
**STT**
|
**Tên nhiệm vụ**
|
**Cơ quan chủ trì**
|
**Thời gian**
|
|
**I.
NÂNG CAO NHẬN THỨC**
|
|
1
|
Triển khai nền tảng đào tạo.
|
Sở Y tế
|
Thường xuyên
|
|
**II. HOÀN
THIỆN CƠ CHẾ**
|
|
2
|
Xây dựng bộ tiêu chí.
|
Sở Nội vụ
|
30/11/2025
|
"""
MARKED = """\
# KẾ HOẠCH

## II. NHIỆM VỤ

#### - Đảng ủy Chính phủ khẩn trương thực hiện, bảo đảm tiến độ như sau:

+ Báo cáo Bộ Chính trị trước ngày 09/3/2025.

** 2.1. **Tích cực lắng nghe, kịp thời giải đáp các ý kiến tham gia của tổ chức, cá nhân.

##### 7. Tạm dừng tổ chức đại hội đảng bộ cấp xã.
"""
REMARKS = (
    "CHƯƠNG TRÌNH\ncông tác tháng 5/2025\n\n"
    "TT\tNội dung công việc\tĐơn vị chủ trì\tThời gian\tGhi chú\n"
    "1\tBáo cáo tháng 5\tVăn phòng\t20/5/2025\tThường xuyên\n"
    "2\tThăm, tặng quà\tVăn phòng\t12/5/2025\tXong\n"
    "3\tHội nghị báo cáo viên\tPhòng Tuyên truyền\t13/5/2025\t{last}\n"
)


def test_the_title_of_a_part_is_a_row_of_its_own() -> None:
    assert said(TABLE) == [
        ("I.1", ["Sở Y tế"], [], "continuous"),
        ("II.2", ["Sở Nội vụ"], [], "30/11/2025"),
    ]


BY_MONTHS = (
    "CHƯƠNG TRÌNH\ncông tác năm 2023\n\n"
    "TT\tTên dự án, nhiệm vụ\tNội dung\tCơ quan chủ trì\tGhi chú\n"
    "IX\tTHÁNG 9\t\t\t\n"
    "1\tLàm việc với Huyện ủy về công việc hè\tNgày hội\tSở Y tế\tSau khi có hướng dẫn\n"
    "2\tSơ kết, gửi trước ngày 15/9/2023\tBáo cáo\tSở Y tế\t\n"
    "X\tTHÁNG 10 - 11\t\t\t\n"
    "1\tCho ý kiến về dự toán\tTờ trình\tSở Tài chính\t\n"
)


def test_a_part_of_a_table_that_is_a_month_tells_when_its_rows_are_done() -> None:
    rows = items_of(BY_MONTHS)
    assert [(row.path, row.due.text if row.due else None) for row in rows] == [
        ("IX.1", "THÁNG 9"),
        ("IX.2", "trước ngày 15/9/2023"),
        ("X.1", "THÁNG 10 - 11"),
    ]
    assert [row.condition.text for row in rows if row.condition] == ["Sau khi có hướng dẫn"]


LETTER = """\
|
**UBND TỈNH**
|
Số: 42/UBND-VX
|
|
**Kính gửi:**
|
- Các sở, ban, ngành.
|
Ngày 28 tháng 10 năm 2025, Chủ tịch đã ban hành Công văn số 3280/UBND-VX.

1. Giao các sở, ban, ngành:
- Quán triệt nhiệm vụ trước ngày 05/12/2025.
|
*Nơi nhận:*
|
**CHỦ TỊCH**
|
"""


def test_the_addressees_in_a_table_do_not_take_the_letter_in() -> None:
    assert said(LETTER) == [("1.-1", ["các sở, ban, ngành"], [], "trước ngày 05/12/2025")]


def test_marks_hide_no_label() -> None:
    assert said(MARKED) == [
        ("II.-1", ["Đảng ủy Chính phủ"], [], None),
        ("II.-1.+1", ["Đảng ủy Chính phủ"], [], "trước ngày 09/3/2025"),
        ("II.2.1", [], [], None),
        ("II.7", [], [], None),
    ]


def test_remarks_that_only_tell_how_far_work_has_come_are_its_status() -> None:
    rows = items_of(REMARKS.format(last="Đang thực hiện"))
    assert [row.status.text for row in rows if row.status] == [
        "Thường xuyên",
        "Xong",
        "Đang thực hiện",
    ]


def test_remarks_of_another_kind_are_no_status() -> None:
    rows = items_of(REMARKS.format(last="Mời Sở Y tế cùng dự"))
    assert [row.status for row in rows] == [None, None, None]


BY_LETTERS = """\
KẾ HOẠCH
cải cách hành chính năm 2023

II. DANH MỤC NHIỆM VỤ

TT
Nội dung
Chủ trì
Phối hợp
Thời hạn
A
XÂY DỰNG CHÍNH QUYỀN SỐ
1
Triển khai Đề án trên địa bàn thành phố
Công an thành phố
Sở Nội vụ
Quý I/2023
B
CẢI CÁCH CHẾ ĐỘ CÔNG VỤ
1
Đánh giá, xếp loại cán bộ, công chức
Sở Nội vụ
Các cơ quan, đơn vị
Trước ngày 30/6/2023
"""


def test_the_parts_of_a_flattened_table_may_have_letters() -> None:
    assert said(BY_LETTERS) == [
        ("II.A.1", ["Công an thành phố"], ["Sở Nội vụ"], "Quý I/2023"),
        ("II.B.1", ["Sở Nội vụ"], ["Các cơ quan, đơn vị"], "Trước ngày 30/6/2023"),
    ]
