"""Numbers and symbols that are printed in another form than theirs."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.symbols import misprints
from ontology.folding import DASHES
from ontology.numbers import full_symbol
from ontology.registry import registry
from tests.drafts import draft, found, place_of

MISPRINTS = [
    # the forms of Party and State crossed
    ("05/CT-TW", "symbol-crossed", "05-CT/TW"),
    ("19/NQ-TW", "symbol-crossed", "19-NQ/TW"),
    ("217/QĐ-TW", "symbol-crossed", "217-QĐ/TW"),
    ("72-NQ-TW", "symbol-crossed", "72-NQ/TW"),
    ("05-TW/CT", "symbol-crossed", "05-CT/TW"),
    ("33/KH/TU", "symbol-crossed", "33-KH/TU"),
    ("65/KH-ĐU", "symbol-crossed", "65-KH/ĐU"),
    ("12-KH/UBND", "symbol-crossed", "12/KH-UBND"),
    ("25-CT/TTg", "symbol-crossed", "25/CT-TTg"),
    ("30/2020-NĐ-CP", "symbol-crossed", "30/2020/NĐ-CP"),
    ("30-2020/NĐ-CP", "symbol-crossed", "30/2020/NĐ-CP"),
    ("64-2025-QH15", "symbol-crossed", "64/2025/QH15"),
    # signs left out
    ("79 NQ/TW", "symbol-separator", "79-NQ/TW"),
    ("05CT/TW", "symbol-separator", "05-CT/TW"),
    ("06-CTrTU", "symbol-separator", "06-CTr/TU"),
    ("05.CT/TW", "symbol-separator", "05-CT/TW"),
    ("35.NQ-TW", "symbol-separator", "35-NQ/TW"),
    # blanks
    ("05 - CT/TW", "symbol-spacing", "05-CT/TW"),
    ("94- KH/BTGDVTW", "symbol-spacing", "94-KH/BTGDVTW"),
    ("05-CT /TW", "symbol-spacing", "05-CT/TW"),
    ("80\u00a0-QĐ/TNVN", "symbol-spacing", "80-QĐ/TNVN"),
    # dashes
    *((f"05{dash}CT/TW", "symbol-dash", "05-CT/TW") for dash in DASHES),
    ("64/2025/QH15".replace("/", "–", 1), "symbol-dash", "64/2025/QH15"),
    # letters that look alike: Cyrillic and Greek ones, D for Đ, letters for figures
    ("05-\u0421T/TW", "symbol-lookalike", "05-CT/TW"),
    ("05-C\u0422/TW", "symbol-lookalike", "05-CT/TW"),
    ("05-CT/\u0422W", "symbol-lookalike", "05-CT/TW"),
    ("\u041e5-CT/TW", "symbol-lookalike", "05-CT/TW"),
    ("O5-CT/TW", "symbol-lookalike", "05-CT/TW"),
    ("l5-CT/TW", "symbol-lookalike", "15-CT/TW"),
    ("66-Q\u00d0/TW", "symbol-lookalike", "66-QĐ/TW"),
    ("66-QD/TW", "symbol-lookalike", "66-QĐ/TW"),
    ("12/NQ-HDND", "symbol-lookalike", "12/NQ-HĐND"),
    ("80-\u039aL/TW", "symbol-lookalike", "80-KL/TW"),
    # case, and what is out of use
    ("05-ct/tw", "symbol-case", "05-CT/TW"),
    ("05-CT/tw", "symbol-case", "05-CT/TW"),
    ("06-CTR/TU", "symbol-case", "06-CTr/TU"),
    ("25/CT-TTG", "symbol-case", "25/CT-TTg"),
    ("234-TB/T.Ư", "symbol-old", "234-TB/TW"),
    ("5-CT/TW", "number-zero", "05-CT/TW"),
]


@pytest.mark.parametrize(("printed", "code", "right"), MISPRINTS)
def test_a_misprint(printed: str, code: str, right: str) -> None:
    sentence = f"- Quán triệt Văn bản số [[{printed}]] đến chi bộ."
    checked = draft(f"I. NHIỆM VỤ\n\n{sentence.replace('[[', '').replace(']]', '')}")

    assert [(f.span, f.replacement) for f in found(checked, code)] == [
        (place_of(checked, sentence), right)
    ]


NO_MISPRINTS = [
    # right, in all forms
    "Chỉ thị số 05-CT/TW",
    "Quy định số 08-QĐi/TW",
    "Chương trình số 06-CTr/TU",
    "Nghị định số 30/2020/NĐ-CP",
    "Luật số 64/2025/QH15",
    "Kế hoạch số 218/KH-UBND",
    "Công văn số 1446/UBND-NNMT",
    "Chương trình số 01-CTr/BTGTU-HĐND-UBND-TA-VKS",
    "Kế hoạch số 12/KH-MTTW-BTT",
    "Quyết định số 1131/QĐ-HNBVN",
    "NQ 24, 25-NQ/TW",
    # cut over lines by the file, not by the writer
    "Chỉ thị số 05-\nCT/TW",
    "Chỉ thị số 05-CT/\n\nTW",
    # false friends
    "trực 24/24h, ngày 15/5/2016, giai đoạn 2021-2025, Tổ 12-BCĐ",
    "xem www.chidao.vn/05/CT-TW và tệp 05/CT-TW.pdf",
    "cơ sở còn ghi sai ký hiệu, như 05/CT-TW",
    "ban hành 35 CTr/TU trong nhiệm kỳ",
    "các văn bản của năm 2025.NQ/TW được quán triệt",
]


@pytest.mark.parametrize("words", NO_MISPRINTS)
def test_no_misprint(words: str) -> None:
    assert misprints(f"Quán triệt {words} đến chi bộ.") == ()


@pytest.mark.parametrize("symbol", ["05-C\u0422/TW", "05-\u0421T/TW", "05-CT/\u0422W"])
def test_letters_that_look_alike_hide_no_document(symbol: str) -> None:
    sentence = f"Thực hiện Chỉ thị số {symbol}, ngày [[16/5/2016]] của Bộ Chính trị"
    checked = draft(f"I. NHIỆM VỤ\n\n- {sentence.replace('[[', '').replace(']]', '')}.")

    assert [(f.span, f.replacement) for f in found(checked, "citation-date")] == [
        (place_of(checked, sentence), "15/5/2016")
    ]


def test_a_full_stop_for_a_hyphen_hides_no_document() -> None:
    words = "Thực hiện Chỉ thị số 05.CT/TW, ngày 16/5/2016 của Bộ Chính trị"
    checked = draft(f"I. NHIỆM VỤ\n\n- {words}.")

    assert [f.replacement for f in found(checked, "citation-date")] == ["15/5/2016"]


def test_the_drafts_own_number_is_no_citation() -> None:
    assert misprints("TỈNH ỦY HÀ SƠN\n*\nSố 15/KH-TU\nHà Sơn, ngày 10/3/2025") == ()


SYMBOLS = sorted({full_symbol(d.number, d.symbol) for d in registry().documents})


@settings(deadline=None)
@given(st.sampled_from(SYMBOLS))
def test_all_that_is_registered_is_printed_right(symbol: str) -> None:
    assert misprints(f"Thực hiện văn bản số {symbol} và báo cáo.") == ()


@settings(deadline=None)
@given(
    st.sampled_from([symbol for symbol in SYMBOLS if "-" in symbol]),
    st.sampled_from((" - ", "–", "- ", " –")),
)
def test_what_is_repaired_is_as_registered(symbol: str, dash: str) -> None:
    printed = symbol.replace("-", dash)

    assert [one.right for one in misprints(f"Thực hiện văn bản số {printed} ngay.")] == [symbol]


@pytest.mark.parametrize("part", ["05-", "05 ", "CT/", "05-CT/TW-", "l", "05-CT / "])
def test_it_takes_time_in_proportion(part: str) -> None:
    def taken(times: int) -> float:
        text = part * times
        start = process_time()
        misprints(text)
        return process_time() - start

    taken(1000)
    assert taken(80_000) < 3 * 2 * taken(40_000) + 0.05
