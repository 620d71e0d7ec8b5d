"""Heads and feet as text layers give them: lines run together, or broken in the midst of a name."""

import pytest

from loaders.extract import extract
from ontology.facts import Source

RUN_TOGETHER = """\
ỦY BAN MTTQ VIỆT NAM XÃ SƠN HÀ BAN THƯỜNG TRỰC Số: 12/KH-MTTQ-BTT\t\
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Sơn Hà, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Tổ chức hội nghị hiệp thương

I. NHIỆM VỤ
1. Văn phòng chuẩn bị tài liệu.

Nơi nhận: - Thường trực Đảng ủy; - Lưu: VT.\tTM. BAN THƯỜNG TRỰC CHỦ TỊCH Lò Thị Mây
"""
A_BOARD_UNDER_A_COMMITTEE = """\
ỦY BAN BẦU CỬ XÃ SƠN HÀ TIỂU BAN TUYÊN TRUYỀN \t Số: 01/KH-TBTT\t\
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc \t Sơn Hà, ngày 10 tháng 12 năm 2025
KẾ HOẠCH
Tuyên truyền bầu cử

I. NHIỆM VỤ
1. Các thôn treo pa nô.

Nơi nhận: - Lưu.\tTM. TIỂU BAN TRƯỞNG TIỂU BAN Nguyễn Văn Hòa TRƯỞNG BAN XÂY DỰNG ĐẢNG
"""
BROKEN = """\
VĂN
PHÒNG CHÍNH PHỦ
-------
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 24/TB-VPCP
Hà Nội, ngày 16
tháng 11 năm 2025
THÔNG BÁO
Kết luận phiên họp

KT. BỘ TRƯỞNG, CHỦ NHIỆM
Phạm Văn An
"""
OF_THE_PARTY = """\
BAN
CHẤP HÀNH TRUNG ƯƠNG

ĐẢNG
CỘNG SẢN VIỆT NAM
---------------

Số 21-KL/TW

Hà Nội, ngày 28
tháng 11 năm 2025

KẾT LUẬN
về tình hình

T/M BAN BÍ THƯ
Trần Văn An
"""


@pytest.mark.parametrize(
    ("text", "symbol", "issuer", "date", "signatory"),
    [
        (
            RUN_TOGETHER,
            "12-KH-MTTQ-BTT",
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã Sơn Hà",
            "2026-01-05",
            "Lò Thị Mây",
        ),
        (
            A_BOARD_UNDER_A_COMMITTEE,
            "01-KH-TBTT",
            "Tiểu Ban Tuyên truyền",
            "2025-12-10",
            "Nguyễn Văn Hòa",
        ),
        (BROKEN, "24-TB-VPCP", "Văn phòng Chính phủ", "2025-11-16", "Phạm Văn An"),
        (OF_THE_PARTY, "21-KL/TW", "Ban Chấp hành Trung ương", "2025-11-28", "Trần Văn An"),
    ],
    ids=["run together", "a board under a committee", "broken", "of the Party"],
)
def test_a_head_is_read_however_its_lines_came(
    text: str, symbol: str, issuer: str, date: str, signatory: str
) -> None:
    found = extract(Source("a", "a", "txt", "", text)).document
    assert (f"{found.number}-{found.symbol}", found.issuer) == (symbol, issuer)
    assert (str(found.date), found.signatory) == (date, signatory)
    phrase = dict(found.evidence)["signatory"]
    assert text[phrase.span.start : phrase.span.end] == signatory


PLACE_OVER_DAY = """\
UBND TỈNH HÀ SƠN
Số: 617/KH-UBND
*Hà Sơn,
ngày 01 tháng 12 năm 2025*

**KẾ HOẠCH**

KHẮC PHỤC MÔI TRƯỜNG SAU LỤT BÃO

Do hậu quả mưa lớn kéo dài, tình hình vẫn chưa có dấu hiệu giảm sút.

I. NHIỆM VỤ
"""


def test_a_title_in_capitals_ends_before_the_body_and_a_place_may_stand_over_its_day() -> None:
    document = extract(Source("a", "a", "txt", "", PLACE_OVER_DAY)).document
    assert document.title == "KHẮC PHỤC MÔI TRƯỜNG SAU LỤT BÃO"
    assert str(document.date) == "2025-12-01"
