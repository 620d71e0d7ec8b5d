"""The rules of layout: each one's examples in a whole document, and documents without a head."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from checks.check import check
from checks.draft import draft_of
from checks.findings import Finding, Severity
from checks.layout import check_layout
from checks.layout_rules import Confidence, LayoutRule, layout_rules
from checks.rules import VIETNAMESE, rules
from checks.sheet import Part
from checks.systems import System
from loaders.formats.source import read_source
from tests.drafts import bare, registered

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("[01]*"))
GOLD = sorted((ROOT.parent / "shared" / "gold" / "texts").glob("*.txt"))

PARTY: Mapping[Part, str] = MappingProxyType(
    {
        Part.ORGAN: "TỈNH ỦY HÀ SƠN",
        Part.MARK: "*",
        Part.NUMBER: "Số 41-KH/TU",
        Part.HEADING: "ĐẢNG CỘNG SẢN VIỆT NAM",
        Part.PLACE: "Hà Sơn, ngày 06 tháng 9 năm 2026",
        Part.TYPE: "KẾ HOẠCH",
        Part.ABOUT: "về phong trào đọc sách trong toàn Đảng bộ",
        Part.RULE: "-----",
        Part.END: "Kế hoạch này được phổ biến đến chi bộ.",
        Part.RECIPIENTS: "Nơi nhận:\n- Các đồng chí Tỉnh ủy viên,\n- Lưu Văn phòng Tỉnh ủy.",
        Part.SIGNATURE: "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\n\nHoàng Thị Bích Sâm",
    }
)
STATE: Mapping[Part, str] = MappingProxyType(
    {
        Part.ORGAN: "ỦY BAN NHÂN DÂN\nTỈNH HÀ SƠN",
        Part.NUMBER: "Số: 218/KH-UBND",
        Part.HEADING: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        Part.PLACE: "Hà Sơn, ngày 18 tháng 12 năm 2026",
        Part.TYPE: "KẾ HOẠCH",
        Part.ABOUT: "Chuyển đổi số ở cấp xã",
        Part.END: "Kế hoạch này được gửi đến các sở, ngành./.",
        Part.RECIPIENTS: "Nơi nhận:\n- Các sở, ban, ngành;\n- Lưu: VT, KGVX.",
        Part.SIGNATURE: "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nVi Thị Thục",
    }
)
BODY = (
    "I. NHIỆM VỤ\n\n1. Văn phòng mở tủ sách ở các thôn, xong trước ngày 25/12/2026."
    "\n\n2. Sở Tài chính bố trí kinh phí trong quý IV/2026."
)
_BACK = (Part.END, Part.RECIPIENTS, Part.SIGNATURE)
CASES = [
    (rule, system) for rule in layout_rules() for system in System if rule.system in {None, system}
]


def written(system: System, *, other: Mapping[Part, str] | None = None) -> str:
    """Write a document that is all right, but for some other parts."""
    parts = {**(PARTY if system is System.PARTY else STATE), **(other or {})}
    front = [parts[part] for part in Part if part in parts and part not in _BACK]
    back = [parts[part] for part in _BACK]
    return "\n\n".join(filter(None, [*front, BODY, *back]))


def found(text: str, day: dt.date) -> list[Finding]:
    made = bare(text, day=day)
    return [finding for finding in check_layout(made) if rules()[finding.code].holds(day)]


def day_of(rule: LayoutRule) -> dt.date:
    known = rules()[rule.code]
    return known.valid_to or max(known.valid_from or dt.date.min, dt.date(2026, 6, 1))


def as_of(example: str, system: System) -> str:
    """Give an example of a Party number, for a rule that holds for both, the form of the State."""
    if system is System.PARTY:
        return example
    return example.replace("-KH/TU", "/KH-UBND").replace("Số ", "Số: ")


@pytest.mark.parametrize("system", System)
def test_a_document_in_order_has_no_finding(system: System) -> None:
    assert found(written(system), dt.date(2026, 9, 6)) == []


@pytest.mark.parametrize(("rule", "system"), CASES, ids=lambda case: getattr(case, "code", case))
def test_a_rule_tells_its_bad_example_from_its_good_one(rule: LayoutRule, system: System) -> None:
    shared = rule.system is None and rule.part is Part.NUMBER
    good, bad = (as_of(x, system) if shared else x for x in (rule.good, rule.bad))
    day = day_of(rule)
    assert rule.code not in {f.code for f in found(written(system, other={rule.part: good}), day)}
    text = written(system, other={rule.part: bad})
    hits = [finding for finding in found(text, day) if finding.code == rule.code]
    assert len(hits) == 1
    words = text[hits[0].span.start : hits[0].span.end]
    assert not bad or words.strip() in bad
    if hits[0].replacement is not None:
        span = hits[0].span
        mended = text[: span.start] + hits[0].replacement + text[span.end :]
        assert rule.code not in {finding.code for finding in found(mended, day)}


@pytest.mark.parametrize("rule", layout_rules(), ids=lambda rule: rule.code)
def test_confidence_bounds_severity(rule: LayoutRule) -> None:
    severity = rules()[rule.code].severity
    if rule.confidence is not Confidence.HIGH:
        assert severity is Severity.HINT
    assert rules()[rule.code].source[VIETNAMESE]
    assert severity is not Severity.ERROR or rule.part in {Part.HEADING, Part.NUMBER}


def test_blanks_for_number_and_day_are_no_mistake() -> None:
    other = {
        Part.NUMBER: "Số      -KH/TU",
        Part.PLACE: "Hà Sơn, ngày      tháng 11 năm 2026",
    }
    assert found(written(System.PARTY, other=other), dt.date(2026, 11, 1)) == []
    other[Part.NUMBER], other[Part.PLACE] = "Số [so]-KH/TU", "Hà Sơn, ngày [ng] tháng [th] năm 2026"
    assert found(written(System.PARTY, other=other), dt.date(2026, 11, 1)) == []


def test_a_crossed_symbol_is_told_with_blanks_too() -> None:
    text = written(System.PARTY, other={Part.NUMBER: "Số      /KH-TU"})
    (finding,) = found(text, dt.date(2026, 11, 1))
    assert (finding.code, finding.replacement) == ("layout-party-crossed", "-KH/TU")
    assert text[finding.span.start : finding.span.end] == "/KH-TU"


def test_a_correction_says_all_that_is_wrong_there() -> None:
    text = written(System.PARTY, other={Part.NUMBER: "Số 5/KH-TU"})
    (finding,) = found(text, dt.date(2026, 9, 6))
    assert (finding.code, finding.replacement) == ("layout-party-crossed", "05-KH/TU")


def test_a_date_without_its_comma_is_the_date_all_the_same() -> None:
    made = bare(written(System.PARTY, other={Part.PLACE: "Hà Sơn ngày 06 tháng 9 năm 2026"}))
    assert made.day == dt.date(2026, 9, 6)


def test_a_text_without_a_head_lacks_nothing() -> None:
    assert found(BODY, dt.date(2026, 9, 6)) == []
    assert found("Thực hiện Chỉ thị số 05-CT/TW, chi bộ họp vào ngày 6/9/2026.", dt.date.max) == []


def test_a_letter_needs_no_type() -> None:
    other = {Part.NUMBER: "Số 745-CV/TU\nvề việc đọc sách", Part.TYPE: "", Part.RULE: ""}
    letter = written(System.PARTY, other={**other, Part.ABOUT: "Kính gửi: Các chi bộ."})
    assert found(letter, dt.date(2026, 9, 6)) == []


@pytest.mark.parametrize(
    ("system", "printed", "known"),
    [
        (System.PARTY, "136/CV-TU", "136-CV/TU"),
        (System.STATE, "112-UBND/NC", "112/UBND-NC"),
        (System.PARTY, "41-KH-TU", "41-KH/TU"),
        (System.STATE, "218/KH/UBND", "218/KH-UBND"),
    ],
)
def test_a_crossed_number_is_put_right(system: System, printed: str, known: str) -> None:
    text = written(system)
    number = "41-KH/TU" if system is System.PARTY else "218/KH-UBND"
    errors = [f for f in found(text.replace(number, printed), dt.date(2026, 9, 6)) if f.replacement]
    assert [error.replacement for error in errors] == [known]


def test_a_letter_without_its_number_lacks_it() -> None:
    other = {Part.NUMBER: "về việc đọc sách", Part.TYPE: "", Part.RULE: ""}
    other |= {Part.ABOUT: "Kính gửi: Các chi bộ.", Part.END: "Đề nghị các chi bộ thực hiện."}
    letter = written(System.PARTY, other=other)
    assert [f.code for f in found(letter, dt.date(2026, 9, 6))] == ["layout-number-missing"]


def test_a_longer_type_in_small_letters_is_told() -> None:
    text = written(System.STATE, other={Part.TYPE: "Kế hoạch phối hợp"})
    assert [f.code for f in found(text, dt.date(2026, 9, 6))] == ["layout-type-capitals"]


def test_a_rule_ends_with_its_regulation() -> None:
    without = written(System.PARTY, other={Part.MARK: ""})
    codes = [{f.code for f in found(without, dt.date(2026, 5, day))} for day in (26, 27)]
    assert codes == [{"layout-party-asterisk"}, set()]


def test_a_joint_document_follows_nobody_s_rules_alone() -> None:
    other = {Part.ORGAN: "ĐẢNG ỦY XÃ\nỦY BAN NHÂN DÂN XÃ", Part.NUMBER: "Số: 01/KH-LN"}
    assert found(written(System.PARTY, other=other), dt.date(2026, 9, 6)) == []


def test_a_title_over_two_lines_is_no_heading() -> None:
    title = "Tuyên truyền kỷ niệm 96 năm Ngày thành lập\nĐảng Cộng sản Việt Nam"
    assert found(written(System.STATE, other={Part.ABOUT: title}), dt.date(2026, 9, 6)) == []


def test_a_decision_by_articles_has_its_body_before_its_foot() -> None:
    articles = (
        "ỦY BAN NHÂN DÂN TỈNH HÀ SƠN\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\n\nQUYẾT ĐỊNH:"
        "\n\nĐiều 1. Ban hành Quy chế làm việc.\nĐiều 2. Các sở thi hành Quyết định này./."
    )
    other = {Part.NUMBER: "Số: 218/QĐ-UBND", Part.TYPE: "QUYẾT ĐỊNH", Part.END: articles}
    text = written(System.STATE, other=other).replace(BODY, "")
    made = bare(text, day=dt.date(2026, 9, 6))
    assert check(made) == ()
    assert made.facts.items == ()
    assert made.facts.document.recipients == ("Các sở, ban, ngành", "Lưu: VT, KGVX")


def test_letters_in_pieces_are_told_by_the_whole_line() -> None:
    other = {Part.HEADING: "CỘNG HO\u0300A XÃ HỘI CHỦ NGHĨA VIỆT NAM"}
    text = written(System.PARTY, other=other)
    (finding,) = found(text, dt.date(2026, 9, 6))
    assert (finding.code, finding.replacement) == ("layout-party-nation", None)
    assert text[finding.span.start : finding.span.end] == other[Part.HEADING]


@pytest.mark.parametrize("path", [*SAMPLES, *GOLD], ids=lambda path: path.name)
def test_real_documents_have_no_error_of_layout(path: Path) -> None:
    errors = [
        finding
        for finding in check(draft_of(read_source(path), registered()))
        if finding.code.startswith("layout") and rules()[finding.code].severity is Severity.ERROR
    ]
    assert errors == []
