"""Passages on what a section is for: manner of work, stages, money, agreement, last words."""

import pytest

from tests.items import Said, items_of, said

MANNER = """\
KẾ HOẠCH
tuyên truyền ngày lễ

III- HÌNH THỨC TUYÊN TRUYỀN
1- Tuyên truyền miệng, qua sinh hoạt chi bộ và các buổi họp dân ở từng khu dân cư trong toàn xã.
2- Tuyên truyền trực quan
- Văn phòng Đảng ủy phối hợp Phòng Văn hóa xã treo cờ từ ngày 10/8/2025 đến ngày 05/9/2025.
- Pa nô, áp phích, băng rôn.
- Hội thi tìm hiểu lịch sử, trao giải trước ngày 30/8/2025.
IV- TỔ CHỨC THỰC HIỆN
1- Công an xã giữ gìn trật tự.
"""
STAGES = """\
KẾ HOẠCH
xóa nhà tạm

II. CÁC GIAI ĐOẠN THỰC HIỆN
1. Giai đoạn 1: Từ ngày 10/01/2025 đến ngày 28/02/2025
- Rà soát, phê duyệt danh sách hộ được hỗ trợ.
- Ban hành quy chế, xong trước ngày 20/01/2025.
2. Giai đoạn 2: Tháng 9 và tháng 10/2025
- Nghiệm thu, bàn giao nhà.
"""
MONEY = """\
KẾ HOẠCH
khắc phục môi trường

VI. KINH PHÍ THỰC HIỆN
- Từ ngân sách tỉnh theo phân cấp.
- Hỗ trợ từ trung ương và các nguồn hợp pháp khác.
VII. TỔ CHỨC THỰC HIỆN
1. Các huyện, thị, thành đoàn mở đợt ra quân; báo cáo hằng năm trước ngày 30/11.
2. Tổng hợp báo cáo trong vòng 30 ngày kể từ ngày ban hành Kế hoạch này.
"""
AGREEMENT = """\
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh

6. Về quyết toán dự án
Đồng ý đề xuất của Sở Tài chính. Giao Sở Tài chính tham mưu văn bản trước ngày 20/4/2024.
7. Văn phòng
Trung ương Đảng theo dõi việc thực hiện Thông báo này, định kỳ tổng hợp, báo cáo kết quả.

(Chi tiết nhiệm vụ tại Phụ lục kèm theo)
UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.
"""
ARTICLES = """\
NGHỊ QUYẾT
Về tháo gỡ khó khăn về vật liệu xây dựng

QUYẾT NGHỊ:

Điều 1. Đánh giá chung
1. Bộ Xây dựng đã ban hành nhiều văn bản hướng dẫn trong thời gian qua.
Điều 2. Nhiệm vụ, giải pháp trọng tâm
1. Bộ Tài chính
- Sửa đổi quy định, trình Chính phủ trong quý IV năm 2023.
2. Các cơ sở sản xuất tuân thủ nghiêm quy định về môi trường.
3. Công khai, minh bạch trong hoạt động.
"""
PREPARED = """\
KẾ HOẠCH
tổng kết Chỉ thị

II. NỘI DUNG, THÀNH PHẦN LÀM VIỆC
1. Nội dung
- Việc quán triệt, tuyên truyền các nghị quyết.
III. CÁC GIAI ĐOẠN
1. Giai đoạn chuẩn bị (tháng 4/2024)
- Ban hành Kế hoạch.
IV. PHÂN CÔNG CHUẨN BỊ
1. Báo cáo tổng kết 10 năm thực hiện Chỉ thị.
Đơn vị chuẩn bị: Văn phòng Đảng ủy. Đơn vị phối hợp: Tổ giúp việc. Hoàn thành trước ngày 30/6/2024.
2. Chậm nhất ngày 15/6/2022, Phòng Tổng hợp phối hợp với Ngân hàng Chính sách đối chiếu số liệu.
"""
HIGHEST = """\
NGHỊ QUYẾT
VỀ KHẮC PHỤC HẬU QUẢ THIÊN TAI

CHÍNH PHỦ

QUYẾT NGHỊ:

II. CÁC NHIỆM VỤ
1. Hỗ trợ khẩn cấp về nhà ở
Ủy ban nhân dân các tỉnh, thành phố:
a) Sửa chữa nhà bị tốc mái theo chỉ đạo tại các công điện của Thủ tướng Chính phủ, đặc biệt là \
các Công điện: số 215/CĐ-TTg ngày 13 tháng 11 năm 2025.
b) Chủ động rà soát, thống kê.
III. TỔ CHỨC THỰC HIỆN
1. Bộ Chính trị, Ban Bí thư cơ bản nhất trí với Tờ trình của Đảng ủy Chính phủ về vấn đề này.
2. Chính phủ trân trọng đề nghị Hội Chữ thập đỏ Việt Nam vận động ủng hộ.
3. Sở Nội vụ theo dõi, báo cáo Ủy ban nhân dân
Thành phố kết quả thực hiện.
Chủ tịch UBND tỉnh yêu cầu Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường tổ chức \
quán triệt, triển khai và chỉ đạo các cơ quan, đơn vị thuộc thẩm quyền quản lý thực hiện nghiêm túc.
"""
SET_IN = """\
Hà Sơn, ngày 02 tháng 6 năm 2017
HƯỚNG DẪN
thực hiện Nghị quyết

A- MỤC ĐÍCH, YÊU CẦU
- Tạo sự thống nhất về nhận thức và hành động trong toàn Đảng.
B- NHIỆM VỤ
I- Nội dung khắc phục
1. Tồn tại: một số trường vận động tài trợ chưa đúng quy trình quy định
- Bước 1: Tổ chức quán triệt đến hiệu trưởng (Quý III).
2. Thăm hỏi, tặng quà trong các ngày 24, 25/7/2017; 6 tháng một lần.
C- TỔ CHỨC THỰC HIỆN
\t1. Đảng ủy các xã, thị trấn, chi, đảng bộ trực thuộc mở 02 lớp trong quý IV.
\t2. Chủ tịch UBND các huyện: Bình Sơn, Mộ Đức, Lý Sơn; Hiệu trưởng các trường:
\t- Thành lập tổ công tác.
Các cơ quan, địa phương báo cáo kết quả thực hiện Hướng dẫn này trước ngày 20/6/2024.
Các đơn vị báo cáo kết quả thực hiện Kế hoạch này về Sở.
"""
PASSAGES: dict[str, tuple[str, list[Said]]] = {
    "manner": (
        MANNER,
        [
            (
                "III.2.-1", ["Văn phòng Đảng ủy"], ["Phòng Văn hóa xã"],
                "từ ngày 10/8/2025 đến ngày 05/9/2025",
            ),
            ("III.2.-3", [], [], "trước ngày 30/8/2025"),
            ("IV.1", ["Công an xã"], [], None),
        ],
    ),
    "stages": (
        STAGES,
        [
            ("II.1.-1", [], [], "Giai đoạn 1: Từ ngày 10/01/2025 đến ngày 28/02/2025"),
            ("II.1.-2", [], [], "trước ngày 20/01/2025"),
            ("II.2.-1", [], [], "Giai đoạn 2: Tháng 9 và tháng 10/2025"),
        ],
    ),
    "money": (
        MONEY,
        [
            ("VII.1", ["Các huyện, thị, thành đoàn"], [], "yearly"),
            ("VII.2", [], [], None),
        ],
    ),
    "agreement": (
        AGREEMENT,
        [
            ("6", ["Sở Tài chính"], [], "trước ngày 20/4/2024"),
            ("7", ["Văn phòng Trung ương Đảng"], [], "periodic"),
        ],
    ),
    "articles": (
        ARTICLES,
        [
            ("Điều 2.1.-1", ["Bộ Tài chính"], [], "trong quý IV năm 2023"),
            ("Điều 2.2", ["Các cơ sở sản xuất"], [], None),
        ],
    ),
    "prepared": (
        PREPARED,
        [
            ("II.1.-1", [], [], None),
            ("III.1.-1", [], [], "Giai đoạn chuẩn bị (tháng 4/2024)"),
            ("IV.1", ["Văn phòng Đảng ủy"], ["Tổ giúp việc"], "trước ngày 30/6/2024"),
            ("IV.2", ["Phòng Tổng hợp"], ["Ngân hàng Chính sách"], "Chậm nhất ngày 15/6/2022"),
        ],
    ),
    "highest": (
        HIGHEST,
        [
            ("II.1.a", ["Ủy ban nhân dân các tỉnh, thành phố"], [], None),
            ("II.1.b", ["Ủy ban nhân dân các tỉnh, thành phố"], [], None),
            ("III.2", ["Hội Chữ thập đỏ Việt Nam"], [], None),
            ("III.3", ["Sở Nội vụ"], [], None),
        ],
    ),
    "set in": (
        SET_IN,
        [
            ("B.I.1.-1", [], [], "Quý III"),
            ("B.I.2", [], [], "trong các ngày 24, 25/7/2017"),
            ("C.1", ["Đảng ủy các xã, thị trấn, chi, đảng bộ trực thuộc"], [], "trong quý IV"),
            (
                "C.2.-1",
                ["Chủ tịch UBND các huyện: Bình Sơn, Mộ Đức, Lý Sơn", "Hiệu trưởng các trường"],
                [], None,
            ),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_passage_is_read(passage: str) -> None:
    text, expected = PASSAGES[passage]
    assert said(text) == expected


def test_what_a_visit_talks_of_are_topics() -> None:
    assert [item.kind.value for item in items_of(PREPARED)][:2] == ["topic", "task"]


def test_a_list_of_documents_is_a_basis_whatever_is_said_of_it() -> None:
    (target,) = items_of(HIGHEST)[0].targets
    assert target.relation.value == "based_on"


ABOUT = """\
NGHỊ QUYẾT
Về dự thảo Nghị quyết của Quốc hội

Điều 1. Thông qua nội dung dự thảo.
Điều 2. Giao Bộ trưởng Bộ Tài chính ký Tờ trình trước ngày 30/11/2025.
"""
BROKEN = """\
THÔNG BÁO
Kết luận buổi làm việc

II. Ý KIẾN CHỈ ĐẠO
6. Về việc lồng ghép các kiến nghị của tỉnh Điện
Biên vào các chương trình: Giao Bộ Y tế nghiên cứu, báo cáo trước ngày 15 tháng 12 năm 2025.
7. Về quy hoạch
Giao Sở Xây dựng rà soát các quy hoạch: phân khu, chi tiết; báo cáo Ủy ban nhân dân tỉnh.
8. Duy trì hoạt động phòng thủ dân sự thường xuyên.
(Chi tiết Danh mục nhiệm vụ tại Phụ lục kèm theo)
"""


def test_an_article_may_be_nothing_but_work() -> None:
    assert said(ABOUT) == [
        ("Điều 2", ["Bộ trưởng Bộ Tài chính"], [], "trước ngày 30/11/2025"),
    ]


def test_what_a_number_is_about_may_go_over_two_lines() -> None:
    first, second, last = items_of(BROKEN)
    assert BROKEN[first.span.start :].startswith("Về việc lồng ghép")
    assert BROKEN[second.span.start :].startswith("Giao Sở Xây dựng")
    assert BROKEN[: last.span.end].endswith("thường xuyên.")


NAMED_BY_PART = """\
CHỈ THỊ
về phối hợp

II. NHIỆM VỤ
3. Cơ quan chủ trì giải quyết thủ tục đầu tư dự án:
a) Hướng dẫn nhà đầu tư giải quyết nhanh các thủ tục.
4. Cơ quan phối hợp có trách nhiệm trả lời bằng văn bản, nêu rõ quan điểm và đúng thời gian.
5. Tổng hợp, báo cáo cấp thẩm quyền (UBND thành phố và các Bộ chủ trì dự án) việc triển khai.
6. Đồng chí Bộ trưởng Bộ Y tế, Thứ trưởng Bộ Y tế phụ trách lĩnh vực bám sát tình hình thực tế.
"""


def test_money_without_a_heading_over_it_is_read() -> None:
    text = (
        "KẾ HOẠCH\nhỗ trợ\n\n- Tham mưu các nội dung sau:\n(1) Xây dựng quỹ hỗ trợ nông dân\n"
        "Từ nguồn ngân sách tỉnh và xã hội hóa.\n(2) Mở lớp tập huấn\n- Báo cáo kết quả.\n"
    )
    assert items_of(text)


def test_a_bracket_names_who_leads_also_after_those_whom_it_is_put_before() -> None:
    text = "I. NHIỆM VỤ\n- Dự thảo quy chế, trình Thường trực Tỉnh ủy (Văn phòng chủ trì).\n"
    assert said(text) == [("I.-1", ["Văn phòng"], [], None)]


def test_bodies_may_be_named_by_their_part() -> None:
    assert [(path, lead) for path, lead, *_ in said(NAMED_BY_PART)] == [
        ("II.3.a", ["Cơ quan chủ trì giải quyết thủ tục đầu tư dự án"]),
        ("II.4", ["Cơ quan phối hợp"]),
        ("II.5", []),
        ("II.6", ["Đồng chí Bộ trưởng Bộ Y tế", "Thứ trưởng Bộ Y tế phụ trách lĩnh vực"]),
    ]


def test_last_words_are_no_part_of_the_point_before_them() -> None:
    last = items_of(AGREEMENT)[-1]
    assert last.span.end == AGREEMENT.index("kết quả.") + len("kết quả.")


def test_once_in_six_months_is_half_yearly() -> None:
    (item,) = (item for item in items_of(SET_IN) if item.path == "B.I.2")
    assert [one.recurrence.frequency.value for one in item.recurrences] == ["half-yearly"]
