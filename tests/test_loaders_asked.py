"""What citations mean that people type."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.resolve import CitationError, Outcome, Reason, parse_citation, resolve_citation
from ontology.registry import registry

NOW = dt.date(2026, 9, 10)


def asked(text: str, jurisdiction: str | None = None) -> Outcome:
    citation = parse_citation(text)
    return resolve_citation(citation, registry().documents, NOW, jurisdiction)


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị 05-CT/TW",
        "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị",
        "05-ct/tw",
        "chi thi so 05 - CT/TW ngay 15/5/2016",
        "5 CT TW",
        "05/CT-TW",
        "CT 05-CT/TW ngày 15 tháng 5 năm 2016",
        "chi thi 05",
        "Chỉ thị số: 05 – CT/T.Ư",
        "05-CT/TW 2016-05-15",
        "05-C\u0422/TW",
    ],
)
def test_people_type_a_citation_in_many_ways(text: str) -> None:
    assert asked(text).key == "tw/05-CT-TW/2016-05-15"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("KL 01-KL/TW", "tw/01-KL-TW/2021-05-18"),
        ("30/2020/nd-cp", "tw/30-2020-NĐ-CP/2020-03-05"),
        ("qd 208-qd/tw", "tw/208-QĐ-TW/2019-11-08"),
        ("nghi quyet 20-nq/tw khoa xiii", "tw/20-NQ-TW/2022-06-16"),
        ("07-CT/TW khóa XIII", "tw/07-CT-TW/2021-07-06"),
        ("33-KH/TU ngày 14/9/2021", "lang-son/33-KH-TU/2021-09-14"),
        ("35-KH/TU của Ban Thường vụ Tỉnh ủy Lâm Đồng", "lam-dong/35-KH-TU/2022-03-08"),
    ],
)
def test_a_typed_citation_is_resolved(text: str, key: str) -> None:
    outcome = asked(text)
    assert (outcome.key, outcome.disagreements) == (key, ())


@pytest.mark.parametrize("text", ["quyết định 208-QĐ/TW", "quyet dinh 208-qd/tw", "quyetdinh 208"])
def test_a_type_counts_as_a_word_however_it_is_typed(text: str) -> None:
    assert parse_citation(text).rule == "typed word"


@pytest.mark.parametrize(("typed", "term"), [("xii", "XII"), ("12", "XII"), ("4", "IV")])
def test_a_term_may_be_typed_in_either_figures(typed: str, term: str) -> None:
    assert parse_citation(f"24-ct/tw khoa {typed}").term == term


def test_the_asker_may_be_in_a_province() -> None:
    assert asked("35-KH/TU").status == "ambiguous"
    assert asked("35-KH/TU", "Lạng Sơn").key == "lang-son/35-KH-TU/2021-10-13"
    assert asked("33-KH/TU").status == "ambiguous"


def test_candidates_say_why() -> None:
    outcome = asked("24-CT/TW")
    assert outcome.status == "ambiguous"
    assert [candidate.document.date for candidate in outcome.candidates] == [
        dt.date(2023, 7, 13),
        dt.date(2008, 7, 4),
    ]
    assert Reason("date", dt.date(2023, 7, 13)) in outcome.candidates[0].why


def test_an_unknown_one_still_shows_its_namesakes() -> None:
    outcome = asked("Chỉ thị 05-CT/TW khóa XIII")
    assert outcome.status == "unknown"
    assert Reason("other-term", "XII") in outcome.candidates[0].why
    assert asked("12345-CT/TW").candidates == ()


@pytest.mark.parametrize("text", ["", "xin chào", "05", "ngày 15/5/2016", "Bộ Chính trị", "số"])
def test_what_is_no_citation_is_refused(text: str) -> None:
    with pytest.raises(CitationError, match="không phải là số, ký hiệu văn bản"):
        parse_citation(text)


def test_an_impossible_date_is_refused_with_its_place() -> None:
    with pytest.raises(CitationError, match="không có ngày 31/02/2020 trong lịch") as error:
        parse_citation("05-CT/TW ngày 31/02/2020")
    assert error.value.at == 14


@given(st.text(max_size=60))
def test_any_text_is_a_citation_or_is_refused(text: str) -> None:
    with suppress(CitationError):
        assert parse_citation(text).number
