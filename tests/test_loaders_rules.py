"""The rule tables: each row's example, and sentences that a rule must and must not read."""

import datetime as dt

import pytest

from loaders import date_forms, links, recurrences
from loaders.actors import find_actors
from loaders.citations import find_citations
from loaders.date_forms import Setting
from loaders.due import due_of_cell, find_due
from loaders.extract import extract
from loaders.heading_leads import leads_of_heading
from loaders.indexed import Indexed
from loaders.layout import outline
from loaders.links import find_links, rule_before
from loaders.names import split_names
from loaders.recurrences import find_condition, find_recurrences
from loaders.titles import period_of_title
from ontology.facts import Source

NOVEMBER = Setting(period_of_title("Công tác tháng 11/2025"), 2025, dt.date(2025, 11, 1))


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule.name, example) for rule in links.RULES for example in rule.examples],
)
def test_a_link_rule_reads_its_example(rule: str, example: str) -> None:
    found = rule_before(example, 0, len(example))
    assert found is not None
    assert found.name == rule


@pytest.mark.parametrize("rule", date_forms.RULES, ids=lambda rule: rule.name)
def test_a_date_form_reads_its_example(rule: date_forms.Rule) -> None:
    matches = [m for m in rule.pattern.finditer(rule.example) if rule.build(m, NOVEMBER)]
    assert matches


@pytest.mark.parametrize("rule", recurrences.RULES, ids=lambda rule: rule.name)
def test_a_recurrence_rule_reads_its_example(rule: recurrences.Rule) -> None:
    reading = outline(rule.example).reading
    (found,) = find_recurrences(reading, Indexed(reading.text), 0, len(reading.text))
    assert found.phrase.rule == f"recurrence-{rule.name}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("30/11/2025", ("2025-11-30", "2025-11-30")),
        ("Trong tháng 11/2025", ("2025-11-01", "2025-11-30")),
        ("Trước ngày 25/11/2025", (None, "2025-11-24")),
        ("Phát hành trước 03/12/2025", (None, "2025-12-02")),
        ("Trước 17 giờ ngày 20/11/2025", (None, "2025-11-20")),
        ("Đầu tháng 11/2025", ("2025-11-01", "2025-11-10")),
        ("Tuần 3 tháng 11/2025", ("2025-11-15", "2025-11-21")),
        ("cuối tháng 02/2028", ("2028-02-21", "2028-02-29")),
        ("Trong vòng 30 ngày kể từ ngày ký ban hành Kế hoạch này", (None, "2025-12-01")),
        ("quý I năm 2026", ("2026-01-01", "2026-03-31")),
        ("Quý IV", ("2025-10-01", "2025-12-31")),
        ("Quý III, IV/2025", ("2025-07-01", "2025-12-31")),
        ("Quý I, II, III", ("2025-01-01", "2025-09-30")),
        ("Quý II+III", ("2025-04-01", "2025-09-30")),
        ("Quý 1, 2/2026", ("2026-01-01", "2026-06-30")),
        ("Q.I/2026", ("2026-01-01", "2026-03-31")),
        ("T3/2026", ("2026-03-01", "2026-03-31")),
        ("Trước 6/2026", (None, "2026-05-31")),
        ("12/2026", ("2026-12-01", "2026-12-31")),
        ("Tháng 3, 4", ("2025-03-01", "2025-04-30")),
        ("Tháng 3, 4 và 9", ("2025-03-01", "2025-09-30")),
        ("Từ tháng 1-4/2026", ("2026-01-01", "2026-04-30")),
        ("15-20/7", ("2025-07-15", "2025-07-20")),
        ("15 - 20/7/2026", ("2026-07-15", "2026-07-20")),
        ("25/6-05/7", ("2025-06-25", "2025-07-05")),
        ("Từ 01/3/2026", ("2026-03-01", None)),
        ("2026-03-31", ("2026-03-31", "2026-03-31")),
        ("6 tháng đầu năm", ("2025-01-01", "2025-06-30")),
        ("Từ tháng 4 đến tháng 11/2025", ("2025-04-01", "2025-11-30")),
        ("từ ngày 05 đến ngày 10/11/2025", ("2025-11-05", "2025-11-10")),
        ("Chậm nhất ngày 10/12/2025", (None, "2025-12-10")),
        ("2026", ("2026-01-01", "2026-12-31")),
        ("2024-2026", ("2024-01-01", "2026-12-31")),
        ("Năm 2026 và các năm tiếp theo", ("2026-01-01", None)),
        ("từ quý IV/2025 đến khi kết thúc bầu cử", ("2025-10-01", None)),
        ("21.6.2026", ("2026-06-21", "2026-06-21")),
        ("ngày 19 tháng 01 năm 2026", ("2026-01-19", "2026-01-19")),
        ("30/02/2026", None),
        ("Hàng tuần", None),
        ("Khi có yêu cầu", None),
    ],
)
def test_a_cell_says_when(words: str, expected: tuple[str | None, str | None] | None) -> None:
    reading = outline(words).reading
    due = due_of_cell(reading, Indexed(reading.text), 0, len(reading.text), NOVEMBER)
    days = due and tuple(d and d.isoformat() for d in (due.interval.earliest, due.interval.latest))
    assert days == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Báo cáo công tác tuyên giáo tháng 11/2025.", None),
        ("Xây dựng chương trình công tác tháng 12/2025.", None),
        ("Tổng hợp kết quả năm 2025 (số liệu tính đến ngày 15/11/2025).", None),
        ("Thực hiện kết luận tại cuộc họp ngày 10/11/2025 của Thường trực.", None),
        ("Kỷ niệm 50 năm ngày thống nhất (30/4/1975 - 30/4/2025).", None),
        ("Phòng, chống dịch bệnh trước năm 2030.", None),
        ("Tổ chức hội nghị báo cáo viên tháng 12/2025.", "2025-12-31"),
        ("Trình Ban Thường vụ trước ngày 01/12/2025.", "2025-11-30"),
        ("Phổ biến các Luật mới ban hành trong tháng 12/2025.", None),
        ("Tháng 12/2025: Kiểm tra các chi bộ.", "2025-12-31"),
        ("Gửi báo cáo về Ban chậm nhất ngày 20/11/2025.", "2025-11-20"),
        ("Hoàn thành trong quý I năm 2026.", "2026-03-31"),
        ("Tổ chức hội thi ngày 15-20/12/2025.", "2025-12-20"),
        ("Tổ chức 15-20/12 hội nghị.", None),
        ("Tiếp tục thực hiện văn bản 12/2026 về T3/2026.", None),
        ("Tổ chức trao giải vào dịp kỷ niệm ngày báo chí (21/6/2026).", "2026-06-21"),
        ("Theo lịch đã bố trí 16 giờ ngày 30/11/2025.", "2025-11-30"),
    ],
)
def test_prose_gives_a_deadline_only_in_words(words: str, expected: str | None) -> None:
    """FORMAT: «A month or year that names what a report covers is no due»."""
    reading = outline(words).reading
    due = find_due(reading, Indexed(reading.text), 0, len(reading.text), NOVEMBER)
    latest = due.interval.latest if due else None
    assert (latest and latest.isoformat()) == expected


@pytest.mark.parametrize(
    ("words", "rrules"),
    [
        ("hằng tháng, quý, 6 tháng, 01 năm", 4 * [...]),
        ("trước ngày 23 hằng tháng", ["FREQ=MONTHLY;BYMONTHDAY=22"]),
        ("Quý I hằng năm", ["FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"]),
        ("Hàng Tuần", ["FREQ=WEEKLY;BYDAY=SU"]),
        ("Thường xuyên kiểm tra", [None]),
        ("tổ chức giao ban định kỳ theo quy chế", [None]),
        ("công việc thường xuyên", []),
        ("Công tác cán bộ thường xuyên theo đề nghị của cơ sở", []),
        ("Công tác kiểm tra thường xuyên được quan tâm", [None]),
        ("tiết kiệm chi thường xuyên", []),
        ("đối thoại định kỳ tháng 8/2026", []),
        ("báo cáo hàng tháng 11/2023", []),
        ("phóng viên thường trú", []),
    ],
)
def test_what_comes_round(words: str, rrules: list[object]) -> None:
    reading = outline(words).reading
    found = find_recurrences(reading, Indexed(reading.text), 0, len(reading.text))
    assert len(found) == len(rrules)
    for one, rrule in zip(found, rrules, strict=True):
        assert rrule is ... or one.recurrence.rrule == rrule


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("Tổ chức hội nghị (khi có văn bản của Trung ương).", "khi có văn bản của Trung ương"),
        ("nếu có vấn đề phát sinh sẽ điều chỉnh", "nếu có vấn đề phát sinh"),
        ("(thực hiện sau Đại hội Đảng bộ tỉnh)", "sau Đại hội Đảng bộ tỉnh"),
        ("góp ý dự thảo trước khi trình Tỉnh ủy", None),
        ("hoạt động hiệu quả trước, trong và sau khi sắp xếp", None),
        ("hoạt động văn hóa trước, trong và sau Tết", None),
        ("khi thẩm tra các chính sách cần cân nhắc", None),
    ],
)
def test_what_work_waits_for(words: str, condition: str | None) -> None:
    reading = outline(words).reading
    found = find_condition(reading, Indexed(reading.text), 0, len(reading.text))
    assert (found and found.text) == condition


@pytest.mark.parametrize(
    ("cell", "bodies"),
    [
        ("Phòng HC-TH, KG, VH-VN", 1),
        ("- Ban Nội chính TU; Ủy ban Kiểm tra TU; - Ban Cán sự Đảng UBND tỉnh.", 3),
        ("MTTQ và các đoàn thể", 2),
        ("Ban tổ chức, Ban giám khảo, Tổ Thư ký", 3),
        ("các huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy", 1),
        ("Sở Văn hóa, Thể thao và Du lịch", 1),
        ("Đài Phát thanh - Truyền hình tỉnh", 1),
        ("Ban Văn hóa - Xã hội", 1),
        ("Liên hiệp các Hội KH-KT và các đơn vị có liên quan", 2),
        ("Đảng ủy Chính phủ, đảng ủy các bộ, cơ quan ngang bộ", 2),
        ("Đảng uỷ Mặt trận Tổ quốc, các đoàn thể Trung ương", 1),
        ("các Đảng ủy Bộ Tài chính, Bộ Nội vụ và Đảng ủy Quốc hội", 2),
        ("Các sở: Nội vụ, Tài chính; Xây dựng và các đơn vị liên quan", 2),
        ("các cơ quan của Đảng, Quốc hội, các hội quần chúng", 2),
        ("các Tổng Công ty, Công ty trực thuộc và Công ty Điện lực", 2),
        ("Bảo tàng tỉnh, Thư viện tỉnh, Hiệp hội Doanh nghiệp tỉnh", 3),
    ],
)
def test_a_list_of_bodies_is_parted(cell: str, bodies: int) -> None:
    text = outline(cell).reading.text
    assert len(list(split_names(text, 0, len(text)))) == bodies


@pytest.mark.parametrize(
    ("words", "lead", "cooperating"),
    [
        ("Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát.", ["Sở Y tế"], ["Sở Tài chính"]),
        ("Đề nghị các huyện ủy, thành ủy triển khai.", ["các huyện ủy, thành ủy"], []),
        ("Đề nghị các cơ quan, đơn vị phối hợp kiểm tra.", [], ["các cơ quan, đơn vị"]),
        ("Hằng năm, các đơn vị đưa nội dung này vào báo cáo.", ["các đơn vị"], []),
        ("Chủ trì, phối hợp tham mưu tổ chức hội nghị.", [], []),
        ("Thực hiện quy chế phối hợp giữa Ban A với Sở B.", [], []),
        ("Phối hợp chặt chẽ với Công an tỉnh xử lý.", [], ["Công an tỉnh"]),
        ("Tổ chức giao ban công tác khoa giáo.", [], []),
        ("Yêu cầu các Tổng công ty, công ty báo cáo.", ["các Tổng công ty, công ty"], []),
        ("Đất đã được giao cho các đơn vị chủ rừng quản lý.", [], []),
        ("Tổ trưởng, Thư ký báo cáo kết quả.", ["Tổ trưởng, Thư ký"], []),
        ("Hội đồng bầu cử quyết định kết quả.", ["Hội đồng bầu cử"], []),
        ("Phối hợp với đơn vị tư vấn rà soát hồ sơ.", [], ["đơn vị tư vấn"]),
        ("Giao Phòng Chính trị, tư tưởng theo dõi.", ["Phòng Chính trị, tư tưởng"], []),
        ("Phân công đồng chí Trần Thị B theo dõi việc này.", ["đồng chí Trần Thị B"], []),
        ("Phân công rõ trách nhiệm cho từng thành viên.", [], []),
        ("Đồng thời, cấp ủy, chính quyền cơ sở phải sâu sát.", ["cấp ủy, chính quyền cơ sở"], []),
        ("Cơ quan thực hiện: Sở A chủ trì, phối hợp với Sở B.", ["Sở A"], ["Sở B"]),
    ],
)
def test_who_leads_and_who_cooperates(words: str, lead: list[str], cooperating: list[str]) -> None:
    reading = outline(words).reading
    actors = find_actors(reading, Indexed(reading.text), 0, len(reading.text))
    assert [p.text for p in actors.lead] == lead
    assert [p.text for p in actors.cooperating] == cooperating


@pytest.mark.parametrize(
    ("heading", "leads"),
    [
        ("Giao Ban Pháp chế", ["Ban Pháp chế"]),
        ("Bộ Ngoại giao:", ["Bộ Ngoại giao"]),
        ("Giao Văn phòng Đoàn ĐBQH và HĐND Thành phố", ["Văn phòng Đoàn ĐBQH và HĐND Thành phố"]),
        ("Công tác tổ chức, cán bộ", []),
        ("Báo chí - xuất bản", []),
    ],
)
def test_a_heading_gives_work_to_a_body(heading: str, leads: list[str]) -> None:
    reading = outline(heading).reading
    found = leads_of_heading(reading, 0, len(reading.text), assigns=True)
    assert [p.text for p in found] == leads


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("KL 83-KL/TW", [("KL", "83", "KL/TW")]),
        ("Chỉ thị số 05 – CT/TW", [("CT", "05", "CT/TW")]),
        ("Nghị quyết số 29-NQ/TWngày 04/11/2013", [("NQ", "29", "NQ/TW")]),
        ("Quy định số 285-QĐ/TW", [("QĐi", "285", "QĐ/TW")]),
        ("chương trình số 06-CTrTU", [("CTr", "06", "CTrTU")]),
        ("Quyết định số 53/2016/QĐ-UBND", [("QĐ", "53", "2016/QĐ-UBND")]),
        (
            "các văn bản số 12/UBND-NV và số 13/UBND-NV",
            [("XX", "12", "UBND-NV"), ("XX", "13", "UBND-NV")],
        ),
        ("Kế hoạch số     -KH/ĐU của Đảng ủy", [("KH", None, "KH/ĐU")]),
        ("NQ 24, 25-NQ/TW", [("NQ", "24", "NQ/TW"), ("NQ", "25", "NQ/TW")]),
        ("Luật Đất đai số 31/2024/QH15", [("LU", "31", "2024/QH15")]),
        ("trực 24/24h, lưu lượng 170 m3/s, Tổ công tác số 01, Mẫu 06A", []),
        ("Số 41-KH/TU", []),
        ("giai đoạn 2021-2025, tỷ lệ 1/500", []),
    ],
)
def test_what_is_a_citation(words: str, expected: list[tuple[str, str | None, str]]) -> None:
    found, _ = find_citations(outline(words).reading)
    assert [(c.type.value, c.number, c.symbol) for c in (f.citation for f in found)] == expected


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Chỉ thị số 05-CT/TW, ngày 15/5/2016", "2016-05-15"),
        ("Chỉ thị số 05-CT/TW ngày 15-5-2016", "2016-05-15"),
        ("Chỉ thị số 01-CT/TW, ngày 09/3/20211", "2021-03-09"),
        ("Chỉ thị số 05-CT/TW (15.5.2016)", "2016-05-15"),
        ("Chỉ thị số 05-CT/TW năm 2016", None),
    ],
)
def test_the_date_of_a_citation(words: str, date: str | None) -> None:
    (found,), _ = find_citations(outline(words).reading)
    said = found.citation.date
    assert (said and said.isoformat()) == date


def test_an_impossible_date_is_a_problem_and_no_date() -> None:
    (found,), (problem,) = find_citations(outline("Chỉ thị số 05-CT/TW ngày 31/4/2016").reading)
    assert found.citation.date is None
    assert problem.code == "impossible-date"
    assert "31/4/2016" in problem.message


def test_a_chain_in_one_sentence() -> None:
    words = (
        "Kế hoạch số 33-KH/TU về thực hiện Kết luận số 01-KL/TW của Bộ Chính trị về tiếp tục thực"
        " hiện Chỉ thị số 05-CT/TW; Chỉ thị số 07-CT/TW."
    )
    reading = outline(words).reading
    found, _ = find_citations(reading)
    said = [(link.source, link.relation.value, link.target) for link in find_links(reading, found)]
    assert said == [("c1", "implements", "c2"), ("c2", "continues", "c3")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Kết luận số 121-KL/TW về tổng kết Nghị quyết số 18-NQ/TW và Kết luận số 126-KL/TW",
            [("c1", "reviews", "c2")],
        ),
        (
            "Luật Giá số 1/2023/QH1, Luật số 5/2024/QH15 sửa đổi, bổ sung một số điều của Luật Giá",
            [("c2", "amends", "c1")],
        ),
        ("theo Thông tư số 80/2025/TT-BTC, báo cáo định kỳ theo Văn bản số 43-CV/TU", []),
    ],
)
def test_which_documents_of_a_sentence_are_linked(
    words: str, expected: list[tuple[str, str, str]]
) -> None:
    reading = outline(words).reading
    found, _ = find_citations(reading)
    said = [(link.source, link.relation.value, link.target) for link in find_links(reading, found)]
    assert said == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("hoàn thành trước ngày 31/02/2025.", "31/02/2025"),
        ("ngày 31 tháng 4 năm 2025", "31 tháng 4 năm 2025"),
        ("trong tháng 13/2025.", "13/2025"),
        ("Chỉ thị số 24-CT/TW, ngày 30/02/2023", "30/02/2023"),
        ("ngày 29/02/2024, tháng 12/2025, 50/2025, 30/2020/NĐ-CP, mục 1.15.2", None),
    ],
)
def test_a_date_that_cannot_be_is_told(text: str, told: str | None) -> None:
    problems = extract(Source("a", "a", "txt", "", f"KẾ HOẠCH\n1. Việc {text}")).problems
    assert [one.code for one in problems] == (["impossible-date"] if told else [])
    assert all(one.message.endswith(f" {told}") for one in problems)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kiểm tra việc thực hiện Kết luận số 12-KL/TW theo Quyết định số 11-QĐ/BNCTU.", []),
        ("Tổng kết Chỉ thị số 05-CT/TW gắn với sơ kết Kế hoạch số 17-KH/TU.", []),
        ("Đồng ý Tờ trình số 141/TTr-STC. Giao Sở Y tế làm theo Chỉ thị số 08/CT-TTg.", []),
        (
            "Nghị quyết số 71/NQ-CP và Kế hoạch của Tỉnh ủy về triển khai Chỉ thị số 05-CT/TW.",
            [],
        ),
        ("Theo Hướng dẫn số 25-HD/TW nêu trên, làm rõ việc thực hiện Nghị quyết số 18-NQ/TW.", []),
        ("Kế hoạch số 17-KH/TU kiểm tra tồn tại theo Chỉ thị số 05-CT/TW.", ["based_on"]),
    ],
)
def test_a_link_goes_up_within_one_sentence(sentence: str, expected: list[str]) -> None:
    links = extract(Source("a", "a", "txt", "", f"I. NHIỆM VỤ\n- {sentence}\n")).links
    assert [link.relation.value for link in links] == expected


def test_a_symbol_may_end_with_a_figure_of_its_department() -> None:
    text = "- Thực hiện Văn bản số 6721/VPCP-V.I ngày 19 tháng 7 năm 2025.\n"
    (citation,) = extract(Source("a", "a", "txt", "", text)).citations
    assert citation.symbol == "VPCP-V.I"


def test_only_its_own_issuer_replaces_a_document() -> None:
    text = (
        "- Nghị quyết số 71/NQ-CP sửa đổi Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW "
        "về đột phá phát triển khoa học (thay thế Nghị quyết số 03/NQ-CP).\n"
    )
    facts = extract(Source("a", "a", "txt", "", text))
    links = [(one.source, one.relation.value, one.target) for one in facts.links]
    assert links == [("c1", "implements", "c2"), ("c1", "replaces", "c3")]
