"""Headings that say who does what stands under them, lone labels, articles that give work."""

import datetime as dt
from collections.abc import Sequence

import pytest

from loaders.extract import extract
from ontology.facts import Item, Source
from ontology.kinds import Kind
from ontology.relations import Relation

Said = tuple[str, list[str], list[str], str | None]
"""The path, who leads, who cooperates, and when it is due."""

HEAD = "KẾ HOẠCH\nVề việc mở rộng thư viện\n\nIII. TỔ CHỨC THỰC HIỆN\n"
LETTER = (
    "SỞ NỘI VỤ\nSố: 12/SNV-TV\nV/v mượn sách\n\nKính gửi:\n- Các thư viện xã;\n"
    "- Các trường học.\n\nThực hiện kế hoạch mượn sách của tỉnh và để sách đến được với bạn đọc"
    " ở mọi thôn, bản, Sở Nội vụ"
)
PASSAGES: dict[str, tuple[str, list[Said]]] = {
    "a heading tells with whom all under it is done": (
        (
            "1. Sở Công Thương chủ trì, phối hợp với Sở Tài chính, UBND các xã:\n"
            "- Mở ba phòng đọc.\n- Mua sách cho thiếu nhi.\n"
        ),
        [
            ("III.1.-1", ["Sở Công Thương"], ["Sở Tài chính", "UBND các xã"], None),
            ("III.1.-2", ["Sở Công Thương"], ["Sở Tài chính", "UBND các xã"], None),
        ],
    ),
    "a part without a subject tells with whom": (
        (
            "1. Sở Nội vụ\na) Chủ trì, phối hợp với các sở, ngành\n- Rà soát biên chế.\n"
            "b) Phối hợp với Công an tỉnh\n- Bảo vệ hội sách.\n"
        ),
        [
            ("III.1.a.-1", ["Sở Nội vụ"], ["các sở, ngành"], None),
            ("III.1.b.-1", ["Sở Nội vụ"], ["Công an tỉnh"], None),
        ],
    ),
    "who is asked to help does not lead": (
        "1. Đề nghị Hội Khuyến học phối hợp\n- Vận động tặng sách.\n",
        [("III.1.-1", [], ["Hội Khuyến học"], None)],
    ),
    "whom a heading holds responsible need be no known body": (
        (
            "1. Trách nhiệm của người quản lý kho sách:\n- Kiểm kê hằng tuần.\n"
            "Thời hạn hoàn thành: Trước ngày 15/4/2026.\n- Lập danh mục.\n"
        ),
        [
            ("III.1.-1", ["người quản lý kho sách"], [], "Trước ngày 15/4/2026."),
            ("III.1.-2", ["người quản lý kho sách"], [], None),
        ],
    ),
    "what a body is besides, and what a group includes, are no names": (
        (
            "1. Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo\n- Cấp kinh phí mua sách.\n"
            "2. Các trường tiểu học (bao gồm cả trường tư thục)\n- Dành một góc đọc sách.\n"
        ),
        [
            ("III.1.-1", ["Sở Tài chính"], [], None),
            ("III.2.-1", ["Các trường tiểu học"], [], None),
        ],
    ),
    "labels that stand alone belong to the next line": (
        (
            "1.\nSở Nội vụ trình đề án.\n\n2. Thư viện tỉnh\n\n-\nMua sách cho ba xã.\n\n"
            "Thời gian: Từ tháng 11/2025 đến khi kết thúc dự án.\n\n-\nMở cửa cả ngày.\n"
        ),
        [
            ("III.1", ["Sở Nội vụ"], [], None),
            (
                "III.2.-1",
                ["Thư viện tỉnh"],
                [],
                "Từ tháng 11/2025 đến khi kết thúc dự án.",
            ),
            ("III.2.-2", ["Thư viện tỉnh"], [], None),
        ],
    ),
    "names that go on after and": (
        (
            "1. Báo và phát thanh, truyền hình Hà Sơn viết bài.\n"
            "2. Ban Quản lý các Khu chế xuất và công nghiệp tỉnh lập thư viện lưu động.\n"
            "3. Về ba kho sách: Tỉnh căn cứ các quy định hiện hành để sắp xếp.\n"
            "4. Các cơ sở đào tạo tiếp tục mua sách.\n"
            "5. Ban tuyên giáo và dân vận tỉnh ủy, thành ủy chủ trì hội sách.\n"
        ),
        [
            ("III.1", ["Báo và phát thanh, truyền hình Hà Sơn"], [], None),
            ("III.2", ["Ban Quản lý các Khu chế xuất và công nghiệp tỉnh"], [], None),
            ("III.3", ["Tỉnh"], [], None),
            ("III.4", ["Các cơ sở đào tạo"], [], None),
            ("III.5", ["Ban tuyên giáo và dân vận tỉnh ủy, thành ủy"], [], None),
        ],
    ),
    "small Roman figures in brackets are labels": (
        (
            "1. Về nhà sách của tỉnh\nb) Để mở cửa sớm, đề nghị:\n"
            "(i) Hội Xuất bản quốc gia Việt\nNam hoàn thành sách mẫu trong quý III Năm 2026.\n"
            "(ii) Chủ đầu tư phối hợp với các cơ quan quản lý hồ nước rà soát kho.\n"
            "(iii) Giao Sở Nội vụ mở kho trong tuần ngày 15 đến ngày 31 tháng 12 năm 2025.\n"
        ),
        [
            ("III.1.b.(i)", ["Hội Xuất bản quốc gia Việt Nam"], [], "trong quý III Năm 2026"),
            ("III.1.b.(ii)", ["Chủ đầu tư"], ["các cơ quan quản lý hồ nước"], None),
            ("III.1.b.(iii)", ["Sở Nội vụ"], [], "ngày 15 đến ngày 31 tháng 12 năm 2025"),
        ],
    ),
    "parks of industry belong to who manages them": (
        (
            "1. Ban Quản lý các khu công nghệ cao và khu công nghiệp\n"
            "- Phối hợp với các Sở, Ban, ngành liên quan rà soát kho sách.\n"
            "2. Các doanh nghiệp viễn thông, tổ chức, cá nhân có liên quan\n"
            "- Phối hợp với Ban Quản lý Khu kinh tế và các khu công nghiệp, Sở Y tế, Các nhà in.\n"
        ),
        [
            (
                "III.1.-1",
                ["Ban Quản lý các khu công nghệ cao và khu công nghiệp"],
                ["các Sở, Ban, ngành liên quan"],
                None,
            ),
            (
                "III.2.-1",
                ["Các doanh nghiệp viễn thông, tổ chức, cá nhân có liên quan"],
                ["Ban Quản lý Khu kinh tế và các khu công nghiệp", "Sở Y tế", "Các nhà in"],
                None,
            ),
        ],
    ),
    "fields under a bullet belong to it": (
        (
            "1. Xây dựng văn bản\n- Quy chế mượn sách\n+ Nội dung: quy định thời gian mượn sách.\n"
            "+ Cơ quan chủ trì: Sở Nội vụ.\n+ Thời hạn ban hành: trước ngày 01/3/2026.\n"
        ),
        [("III.1.-1", ["Sở Nội vụ"], [], "trước ngày 01/3/2026.")],
    ),
}


def _said(item: Item) -> Said:
    due = item.due.text if item.due else None
    return item.path, [b.text for b in item.lead], [b.text for b in item.cooperating], due


def _leads(items: Sequence[Item]) -> list[tuple[str, list[str]]]:
    return [(item.path, [body.text for body in item.lead]) for item in items]


@pytest.mark.parametrize("manner", PASSAGES)
def test_a_heading_is_read(manner: str) -> None:
    text, expected = PASSAGES[manner]
    facts = extract(Source("a", "a", "txt", "", HEAD + text))
    assert [_said(item) for item in facts.items] == expected


def test_what_begins_and_has_no_end_is_due_without_a_last_day() -> None:
    text = "1. Thư viện tỉnh\n- Mở cửa.\nThời gian: Từ tháng 11/2025 đến khi kết thúc dự án.\n"
    (item,) = extract(Source("a", "a", "txt", "", HEAD + text)).items
    assert item.due is not None
    first, last = item.due.interval.earliest, item.due.interval.latest
    assert (first and first.isoformat(), last) == ("2025-11-01", None)


def test_the_articles_of_a_regulation_on_who_is_responsible_give_work() -> None:
    text = (
        "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH HÀ SƠN\n\nQUY ĐỊNH\nvề chia sẻ sách giữa các thư viện\n\n"
        "Điều 1. Phạm vi điều chỉnh\n1. Sách của thư viện tỉnh.\n2. Sách của thư viện xã.\n"
        "Điều 2. Trách nhiệm của các cơ quan\n1. Văn phòng Tỉnh ủy có trách nhiệm:\n"
        "a) Chủ trì, phối hợp với Sở Nội vụ lập danh mục.\nb) Mở sổ theo dõi.\n"
        "2. Ban Tổ chức Tỉnh ủy kiểm tra việc mượn sách.\n"
        "Điều 3. Hiệu lực\nQuy định này có hiệu lực kể từ ngày ký.\n"
    )
    items = extract(Source("a", "a", "txt", "", text)).items
    assert _leads(items) == [
        ("Điều 2.1.a", ["Văn phòng Tỉnh ủy"]),
        ("Điều 2.1.b", ["Văn phòng Tỉnh ủy"]),
        ("Điều 2.2", ["Ban Tổ chức Tỉnh ủy"]),
    ]


def test_a_plan_after_its_decision_need_not_say_that_it_comes_with_it() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ SƠN\nSố: 12/QĐ-UBND\nHà Sơn, ngày 20 tháng 11 năm 2025\n\n"
        "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch đọc sách\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch đọc sách.\n\n"
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nVi Thị Thục\n\n"
        "KẾ HOẠCH\n\nĐỌC SÁCH TRONG TRƯỜNG HỌC\n\nV. TỔ CHỨC\nTHỰC HIỆN\n\n"
        "1. Sở Nội vụ\n\n- Tổ chức hội sách.\n"
    )
    items = extract(Source("a", "a", "txt", "", text)).items
    assert _leads(items) == [("V.1.-1", ["Sở Nội vụ"])]


def test_joint_resolutions_have_long_symbols() -> None:
    text = (
        "Căn cứ Nghị quyết liên tịch số 102/2025/NQLT/UBTVQH15-CP- ĐCTUBTWMTTQVN ngày 26/9/2025,"
        " Nghị quyết số 101/2025/UBTVQH15 của Ủy ban Thường vụ Quốc hội và Chương II của Luật số"
        " 85/2015/QH13;"
    )
    first, second, *_ = extract(Source("a", "a", "txt", "", text)).citations
    assert first.symbol == "2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN"
    assert second.issuer == "Ủy ban Thường vụ Quốc hội"


def test_who_issues_a_letter_without_a_head_may_have_commas_in_its_name() -> None:
    text = (
        "Kính gửi: Các cơ sở đào tạo trực thuộc Bộ\n\nThực hiện Công văn số 6400/BGDĐT-GDĐH ngày"
        " 10/10/2025, Bộ Văn hóa, Thể thao và Du lịch (VHTTDL) đề nghị các cơ sở đào tạo:\n\n"
        "I. NHIỆM VỤ\n- Mở hội sách.\n"
    )
    document = extract(Source("a", "a", "txt", "", text)).document
    assert document.issuer == "Bộ Văn hóa, Thể thao và Du lịch"


def test_the_year_of_a_blank_date_holds_for_days_without_one() -> None:
    text = (
        "ĐẢNG ỦY XÃ HÀ SƠN\nSố -HD/ĐU\nHà Sơn, ngày tháng 12 năm 2025\nHƯỚNG DẪN\n"
        "về bình chọn sách\n"
        "II. ĐÁNH GIÁ, XẾP LOẠI SÁCH\n"
        "1. Hai hội chọn sách theo Chỉ thị05-CT/TW và gửi danh mục trước ngày 12/12.\n"
        "2. Làm theo Hướng dẫn 10/HD-HTV được ban hành bởi Hội Thư viện tỉnh.\n"
    )
    facts = extract(Source("a", "a", "txt", "", text))
    assert facts.items[0].due is not None
    assert facts.items[0].due.interval.latest == dt.date(2025, 12, 11)
    first, second = facts.citations
    assert (first.type, first.number, second.issuer) == (Kind.CT, "05", "Hội Thư viện tỉnh")


def test_a_deeper_number_begins_a_paragraph_also_after_a_full_line() -> None:
    text = (
        f"{LETTER} yêu cầu các thư viện xã, các trường học trong tỉnh thực hiện tốt các việc sau:\n"
        "1. Về việc mượn sách giữa các thư viện trong tỉnh\n"
        "1.1. Các xã báo cáo số sách đang cho mượn trước\nngày 05/12/2025.\n"
        "1.2. Các trường học lập danh mục sách mới.\n"
    )
    assert _leads(extract(Source("a", "a", "txt", "", text)).items) == [
        ("1.1", ["Các xã"]),
        ("1.2", ["Các trường học"]),
    ]


def test_bullets_after_the_opening_words_of_a_letter_are_work() -> None:
    text = (
        f"{LETTER} đề nghị các thư viện xã, các trường học thực hiện tốt. Cụ thể:\n"
        "- Thường xuyên cập nhật danh mục.\n- Trường hợp mất sách, các thư viện xã báo cáo ngay.\n"
    )
    items = extract(Source("a", "a", "txt", "", text)).items
    assert [item.path for item in items] == ["-1", "-2"]


def test_a_calendar_names_a_day_once() -> None:
    text = (
        "**LỊCH CÔNG TÁC TUẦN**\n\n"
        "| Ngày | Thời gian | Nội dung | Lãnh đạo chủ trì | Thành phần |\n|---|---|---|---|---|\n"
        "| Thứ 2 (10/11/2025) | 07h30 | Giao ban thư viện | Giám đốc | Các phòng |\n"
        "|  | 14h00 | Mở hội sách | Phó Giám đốc | Hội Nhà văn |\n"
        "| Thứ 3 (11/11/2025) | 08h00 | Kiểm tra kho sách | Giám đốc |  |\n"
    )
    items = extract(Source("a", "a", "txt", "", text)).items
    days = [item.due and item.due.interval.latest for item in items]
    assert days == [dt.date(2025, 11, 10), dt.date(2025, 11, 10), dt.date(2025, 11, 11)]
    assert [[body.text for body in item.cooperating] for item in items] == [
        ["Các phòng"],
        ["Hội Nhà văn"],
        [],
    ]


def test_the_head_of_a_markdown_letter_cites_nothing() -> None:
    text = (
        "| **SỞ NỘI VỤ** <br><br> Số: 62 /SNV-TV <br> V/v mượn sách | **Độc lập - Tự do** |\n"
        "|---|---|\n\n"
        "Thực hiện Kế hoạch số 14/KH-SNV - ĐẶNG SÁCH của Sở Nội vụ."
    )
    (only,) = extract(Source("a", "a", "txt", "", text)).citations
    assert (only.number, only.symbol) == ("14", "KH-SNV")


def test_the_number_of_a_ground_is_not_the_document_s() -> None:
    text = (
        "THÔNG TƯ\n\nSỬA ĐỔI, BỔ SUNG THÔNG TƯ SỐ 79/2024/TT-BVH ĐÃ ĐƯỢC SỬA ĐỔI BỞI THÔNG TƯ SỐ"
        " 13/2025/TT-BVH\n\nCăn cứ Nghị định\nsố 37/2025/NĐ-CP của Chính phủ;\n\nĐiều 1. Mở hội.\n"
    )
    facts = extract(Source("a", "a", "txt", "", text))
    assert facts.document.number is None
    (link,) = facts.links
    assert (link.source, link.relation, link.target) == ("c2", Relation.AMENDS, "c1")
