"""What is found wrong with the citations of a draft."""

import datetime as dt
import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.check import check
from checks.findings import Severity
from checks.rules import message, rules
from checks.wording import date_words
from ontology.kinds import vietnamese
from ontology.known import KnownDocument
from ontology.numbers import full_symbol
from ontology.registry import registry
from tests.drafts import draft, found, marked, place_of

LEARNING = "về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"
SECURITY = "về bảo đảm vững chắc an ninh quốc gia trong bối cảnh hội nhập quốc tế toàn diện"

DISAGREEING = [
    # in date: in the day, in the month, in the year, in words, with other signs, over two lines
    ("Chỉ thị số 05-CT/TW, ngày [[16/5/2016]] của Bộ Chính trị", "citation-date", "15/5/2016"),
    ("Chỉ thị số 05-CT/TW, ngày [[15/6/2016]] của Bộ Chính trị", "citation-date", "15/5/2016"),
    ("Chỉ thị số 05-CT/TW, ngày [[15/5/2006]] của Bộ Chính trị", "citation-date", "15/5/2016"),
    (f"Chỉ thị số 05-CT/TW, ngày [[03/8/2017]] {LEARNING}", "citation-date", "15/5/2016"),
    (
        "Chỉ thị số 05-CT/TW ngày [[16 tháng 5 năm 2016]] của Bộ Chính trị",
        "citation-date",
        "15 tháng 5 năm 2016",
    ),
    ("Chỉ thị số 05-CT/TW ngày [[16.5.2016]] của Bộ Chính trị", "citation-date", "15.5.2016"),
    ("Chỉ thị số 05-CT/TW, ngày [[16/5/\n2016]] của Bộ Chính trị", "citation-date", "15/5/2016"),
    (
        "Nghị định số 30/2020/NĐ-CP ngày [[15/4/2020]] của Chính phủ",
        "citation-date",
        "05/3/2020",
    ),
    # in issuer
    (
        "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của [[Ban Bí thư]] về học tập",
        "citation-issuer",
        "Bộ Chính trị",
    ),
    (
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của [[Thủ tướng Chính phủ]] về văn thư",
        "citation-issuer",
        "Chính phủ",
    ),
    # in term
    (
        "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị khóa [[XI]] về học tập",
        "citation-term",
        "XII",
    ),
    (
        "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị (khoá [[XIII]])",
        "citation-term",
        "XII",
    ),
    (
        "Kết luận số 99-KL/TW, ngày 05/9/2014 của Ban Bí thư khóa [[XII]]",
        "citation-term-date",
        None,
    ),
    # where it is not certain which document is meant
    ("Chỉ thị số 05-CT/TW của [[Ban Bí thư]] về học tập", "citation-doubt", None),
    # type word against symbol: the word is wrong, or the symbol, or nobody knows
    ("[[Nghị quyết]] số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị", "citation-type", "Chỉ thị"),
    ("các [[kết luận]] số 05-CT/TW, ngày 15/5/2016", "citation-type", "chỉ thị"),
    ("Chỉ thị số [[05-NQ/TW]], ngày 15/5/2016 của Bộ Chính trị", "citation-type", "05-CT/TW"),
    ("[[Kế hoạch]] số 12-CTr/TU, ngày 15/5/2024 của Tỉnh ủy", "citation-type", None),
    ("[[Quyết định]] số 37-QĐ/TW, ngày 25/10/2021", "citation-type-word", "Quy định"),
    # title
    (
        "Chỉ thị số 05-CT/TW, ngày 15/5/2016 về [[tăng cường quản lý, phát triển rừng]]; giao Sở",
        "citation-title",
        None,
    ),
    (
        (
            "Kết luận số 61-KL/TW, ngày 17/8/2023 về [[tiếp tục thực hiện Chỉ thị số 05-CT/TW về"
            " đẩy mạnh học tập và làm theo tư tưởng, đạo đức Hồ Chí Minh]]."
        ),
        "citation-title",
        None,
    ),
    # unknown, in several ways
    ("[[Chỉ thị số 95-CT/TW, ngày 02/3/2024]] của Ban Bí thư", "citation-unknown", None),
    ("[[Quyết định số 9999/QĐ-TTg ngày 02/3/2024]]", "citation-unlisted", None),
    ("[[Nghị định số 999/2024/NĐ-CP ngày 02/3/2024]]", "citation-unlisted", None),
    ("[[Chỉ thị số 50-CT/TW, ngày 15/5/2016]] của Bộ Chính trị", "citation-unknown", None),
    # ambiguous
    ("Tuyên truyền [[Chỉ thị số 24-CT/TW]] đến chi bộ", "citation-ambiguous", None),
    # after the draft
    ("Chỉ thị số 50-CT/TW, ngày [[23/7/2025]] của Ban Bí thư", "citation-later", None),
    ("Kế hoạch số 99-KH/TU, ngày [[11/3/2025]] của Tỉnh ủy", "citation-later", None),
    (
        "[[Nghị quyết số 70-NQ/TW]] của Bộ Chính trị khóa XIII về năng lượng",
        "citation-later",
        None,
    ),
    # impossible
    ("Chỉ thị số 05-CT/TW, ngày [[31/6/2016]] của Bộ Chính trị", "impossible-date", "15/5/2016"),
    ("Chỉ thị số 05-CT/TW, ngày [[32/5/2016]] của Bộ Chính trị", "impossible-date", "15/5/2016"),
    ("Hoàn thành trước ngày [[30/02/2025]].", "impossible-date", None),
]


@pytest.mark.parametrize(("sentence", "code", "replacement"), DISAGREEING)
def test_a_citation_that_is_wrong(sentence: str, code: str, replacement: str | None) -> None:
    plain, *_ = marked(sentence)
    checked = draft(f"Thực hiện {plain}")

    findings = found(checked, code)

    assert [(f.span, f.replacement) for f in findings] == [
        (place_of(checked, sentence), replacement)
    ]


RIGHT = [
    # printed otherwise, and the same
    "Chỉ thị số 05-CT/TW, ngày 15-5-2016 của BCT",
    f"Chỉ thị số 05-CT/TW ngày 15 tháng 5 năm 2016 của Bộ Chính trị khóa XII {LEARNING}",
    "Nghị quyết số 29-NQ/TW, ngày 04/11/2013 của Hội nghị lần thứ tám Ban Chấp hành Trung ương",
    "Nghị quyết số 29-NQ/TW, ngày 04/11/2013 về đổi mới căn bản, toàn diện giáo dục và đào tạo",
    "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Trung ương",
    # the same type by another word
    "Thông báo Kết luận số 173-TB/TW, ngày 06/4/2020 của Ban Bí thư",
    "Kết luận số 173-TB/TW, ngày 06/4/2020 của Ban Bí thư",
    "Quy chế số 238-QĐ/TW, ngày 30/9/2020 của Ban Bí thư",
    "Quyết định số 342-QĐ/TW, ngày 28/12/2010 của Bộ Chính trị",
    "Nghị quyết số 176/2025/QH15 ngày 18/02/2025 của Quốc hội",
    "các chỉ thị, nghị quyết số 05-CT/TW, 35-NQ/TW",
    # several namesakes, told apart by the title or the issuer
    f"Chỉ thị số 24-CT/TW {SECURITY}",
    "Chỉ thị số 24-CT/TW của Bộ Chính trị",
    "Kết luận số 61-KL/TW, ngày 17/8/2023 về tiếp tục thực hiện Chỉ thị số 13-CT/TW",
    (
        "Kết luận số 01-KL/TW, ngày 18/5/2021 về tiếp tục thực hiện Chỉ thị số 05-CT/TW, ngày"
        " 15/5/2016 của Bộ Chính trị khóa XII"
    ),
    # nobody's business: another province's number, a body's own
    "Kế hoạch số 41-KH/TU, ngày 06/9/2021 của Ban Thường vụ Tỉnh ủy",
    "Kế hoạch số 218/KH-UBND ngày 18/12/2024 của Ủy ban nhân dân tỉnh",
]


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_citation_that_is_right(sentence: str) -> None:
    findings = check(draft(f"I. NHIỆM VỤ\n\n- Phổ biến {sentence}."))

    wrong = [f for f in findings if _severity(f.code) is not Severity.HINT]

    assert [message(finding) for finding in wrong] == []


def test_an_unknown_document_comes_with_those_that_it_may_be() -> None:
    """The figures are turned round: the day and the symbol are those of another number."""
    checked = draft("Thực hiện Chỉ thị số 50-CT/TW, ngày 15/5/2016 của Bộ Chính trị.")

    (finding,) = found(checked, "citation-unknown")

    assert [evidence.document for evidence in finding.evidence] == ["tw/05-CT-TW/2016-05-15"]
    assert "có thể là Chỉ thị 05-CT/TW ngày 15/5/2016" in message(finding)


def test_an_ambiguous_citation_comes_with_its_candidates_and_what_tells_them_apart() -> None:
    (finding,) = found(draft("Tuyên truyền Chỉ thị số 24-CT/TW."), "citation-ambiguous")

    assert {evidence.document for evidence in finding.evidence} == {
        "tw/24-CT-TW/2008-07-04",
        "tw/24-CT-TW/2023-07-13",
    }
    assert message(finding).endswith("hãy ghi thêm ngày ban hành hoặc khóa")


def test_documents_of_low_confidence_prove_nothing_wrong() -> None:
    low = next(d for d in registry().documents if d.confidence == "low" and d.symbol == "CT/TW")
    assert low.date is not None
    other = low.date.replace(day=low.date.day % 28 + 1)

    findings = check(draft(f"Thực hiện {_cited(low, other)}.", signed=dt.date(2026, 10, 1)))

    codes = {finding.code for finding in findings}
    assert "citation-doubt" in codes
    assert not any(_severity(code) == Severity.ERROR for code in codes)


DATED = [d for d in registry().documents if d.date and d.authority == "tw"]


def _severity(code: str) -> Severity:
    return rules()[code].severity


def _cited(document: KnownDocument, date: dt.date | None = None) -> str:
    symbol = full_symbol(document.number, document.symbol)
    day = date_words(date or document.date or dt.date.min)
    title = (document.title or "")[:1].lower() + (document.title or "")[1:]
    return f"{vietnamese(document.type)} số {symbol}, ngày {day} của {document.issuer} về {title}"


@settings(deadline=None)
@given(st.lists(st.sampled_from(DATED), min_size=1, max_size=6, unique=True))
def test_correct_citations_have_no_error(documents: list[KnownDocument]) -> None:
    body = ".\n\n".join(f"- Thực hiện {_cited(document)}" for document in documents)
    checked = draft(body, signed=dt.date(2026, 10, 1))

    findings = check(checked)

    wrong = [f for f in findings if _severity(f.code) is Severity.ERROR]
    assert [message(finding) for finding in wrong] == []


@settings(deadline=None)
@given(st.sampled_from(DATED), st.sampled_from(("day", "issuer", "type", "symbol")))
def test_findings_are_in_the_text_and_in_its_order(document: KnownDocument, what: str) -> None:
    slips = {
        "day": _cited(document, (document.date or dt.date.min) + dt.timedelta(days=1)),
        "issuer": _cited(document).replace(f"của {document.issuer}", "của Ban Dân vận Trung ương"),
        "type": _cited(document).replace(vietnamese(document.type), "Báo cáo", 1),
        "symbol": _cited(document).replace("/", " / ", 1),
    }
    checked = draft(f"Thực hiện {slips[what]}.", signed=dt.date(2026, 10, 1))

    findings = check(checked)

    assert list(findings) == sorted(findings, key=lambda f: (f.span, f.code))
    for finding in findings:
        assert checked.text[finding.span.start : finding.span.end] == checked.facts.source.quote(
            finding.span
        )
        assert finding.replacement != checked.facts.source.quote(finding.span)
        assert message(finding)
        assert message(finding, "en")


def test_how_letters_are_composed_makes_no_difference() -> None:
    body = (
        "I. NHIỆM VỤ\n\n- Quán triệt Chỉ thị số 05-CT/TW, ngày 16 tháng 5 năm 2016 của Bộ Chính trị"
        " khoá XI về học tập.\n\n- Nghị quyết số 05-CT/TW, ngày 15/5/2016 của Ban Bí thư."
    )

    def told(form: Literal["NFC", "NFD"]) -> list[tuple[str, str, str | None]]:
        checked = draft(unicodedata.normalize(form, body))
        quote = checked.facts.source.quote
        plain = ((f, unicodedata.normalize("NFC", quote(f.span))) for f in check(checked))
        return [(f.code, words, f.replacement) for f, words in plain]

    assert told("NFD") == told("NFC")
    assert {"citation-type", "citation-issuer"} <= {code for code, *_ in told("NFC")}
