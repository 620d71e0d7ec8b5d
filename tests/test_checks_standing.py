"""Cited documents that were replaced, ended, continued or amended by the draft's day."""

import datetime as dt

import pytest

from checks.draft import draft_of
from checks.findings import Finding
from checks.rules import message
from ontology.facts import Source
from tests.drafts import draft, found, marked, place_of, registered

AUTUMN = dt.date(2026, 10, 1)


def only(sentence: str, code: str, signed: dt.date = AUTUMN) -> Finding:
    plain, *_ = marked(sentence)
    checked = draft(f"I. NHIỆM VỤ\n\n- {plain}", signed=signed)
    (finding,) = found(checked, code)
    assert finding.span == place_of(checked, sentence)
    return finding


def none(body: str, code: str, signed: dt.date = AUTUMN) -> None:
    assert found(draft(f"I. NHIỆM VỤ\n\n{body}", signed=signed), code) == []


REPLACED = "Soạn văn bản theo [[Quy định số 66-QĐ/TW, ngày 06/02/2017]] của Ban Bí thư."


def test_a_replaced_document_comes_with_its_successor() -> None:
    finding = only(REPLACED, "citation-replaced")

    assert message(finding) == (
        "Quy định 66-QĐ/TW đã được thay thế từ ngày 09/01/2026"
        " bởi Quy định 399-QĐ/TW ngày 09/01/2026 của Ban Bí thư khóa XIII"
    )
    assert [evidence.document for evidence in finding.evidence] == [
        "tw/66-QĐ-TW/2017-02-06",
        "tw/399-QĐ-TW/2026-01-09",
    ]


def test_until_then_it_was_only_amended() -> None:
    finding = only(REPLACED, "citation-amended", dt.date(2025, 3, 10))

    assert "bởi Quy định 223-QĐ/TW ngày 06/3/2020" in message(finding)
    none(marked(REPLACED)[0], "citation-replaced", dt.date(2025, 3, 10))


def test_an_ended_document_comes_with_what_is_in_its_place() -> None:
    sentence = "Mở lớp theo [[Quy định số 208-QĐ/TW, ngày 08/11/2019]] của Ban Bí thư."

    finding = only(sentence, "citation-ended")
    told = message(finding)

    assert told.startswith(
        "Quy định 208-QĐ/TW đã hết hiệu lực từ ngày 01/7/2025 (khi bỏ cấp huyện); nay là"
    )
    assert "360-QĐ/TW" in told
    assert not any("ended" in evidence.words for evidence in finding.evidence)


def test_each_mention_of_what_is_gone_is_told() -> None:
    body = (
        "- Theo Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư.\n\n- Rà soát Quy định"
        " số 66-QĐ/TW ở cơ sở."
    )

    assert len(found(draft(body, signed=AUTUMN), "citation-replaced")) == 2


@pytest.mark.parametrize(
    "words",
    [
        "Thay thế Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư.",
        "Quy định số 66-QĐ/TW, ngày 06/02/2017 hết hiệu lực từ ngày 09/01/2026.",
        "Tổng kết 08 năm thực hiện Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư.",
        "Quy định số 66-QĐ/TW, ngày 06/02/2017 được thay thế bởi Quy định số 399-QĐ/TW.",
        "Trước đây thực hiện Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư.",
    ],
    ids=["replaces", "has ended", "reviews", "is replaced by", "in former times"],
)
def test_a_draft_that_knows_it_is_told_nothing(words: str) -> None:
    none(f"- {words}", "citation-replaced")


CONTINUED = "Thực hiện [[Chỉ thị số 05-CT/TW, ngày 15/5/2016]] của Bộ Chính trị."


def test_a_continued_document_is_told_once() -> None:
    assert "theo Kết luận 01-KL/TW ngày 18/5/2021" in message(only(CONTINUED, "citation-continued"))
    again = f"- {marked(CONTINUED)[0]}\n\n- Tuyên truyền Chỉ thị số 05-CT/TW."
    assert len(found(draft(again), "citation-continued")) == 1


def test_a_draft_that_cites_both_is_told_nothing() -> None:
    both = f"{marked(CONTINUED)[0]}\n\n- Quán triệt Kết luận số 01-KL/TW, ngày 18/5/2021."

    none(f"- {both}", "citation-continued")
    none(f"- {marked(CONTINUED)[0]}", "citation-continued", dt.date(2020, 3, 10))


def test_an_undated_plan_is_not_told_of_what_came_after_its_time() -> None:
    source = Source(
        "kh.txt", "kh.txt", "text", "0" * 64, "KẾ HOẠCH\ncông tác năm 2021\n\nNội dung.\n"
    )
    assert draft_of(source, registered()).day == dt.date(2021, 12, 31)
