"""What people are told, in either language."""

import datetime as dt
import re

import pytest

from checks.check import check
from checks.rules import VIETNAMESE, clauses, message, rules
from tests.drafts import draft

VALUE = re.compile(r"\{\w+\}")
CLAUSES = re.compile(
    r"nay là|từ ngày|bởi|theo|hoặc|có thể là|ngày ban hành|cơ quan (?:ban hành|kế tục)|không còn"
)
WRONG = """I. NHIỆM VỤ

- Quán triệt Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư; Nghị quyết số 20-NQ/TW.

- Mở lớp của Ban Dân vận Tỉnh ủy, mời các huyện ủy, theo Quy định số 208-QĐ/TW của Ban Bí thư.

- Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016; Nghị quyết số 72-NQ/TW, ngày 22/8/2025 của Bộ \
Chính trị; Nghị quyết số 71-NQ/TW, ngày 22/8/2025 của Bộ Chính trị về đột phá phát triển khoa học, \
công nghệ; Kế hoạch số 77-KH/TU, ngày 05/5/2024 của Ban Thường vụ Tỉnh ủy.

- Ban Dân vận Tỉnh ủy rà soát Kế hoạch số 77-KH/TU, ngày 15/5/2024 của Văn phòng Tỉnh ủy.
"""


@pytest.mark.parametrize("name", [*rules(), *clauses()])
def test_both_languages_tell_the_same(name: str) -> None:
    words = rules()[name].words if name in rules() else clauses()[name]
    told = [sorted(VALUE.findall(words[language])) for language in (VIETNAMESE, "en")]
    assert told[0] == told[1]
    assert all(words[language].strip() for language in (VIETNAMESE, "en"))


def test_an_english_message_has_vietnamese_names_alone() -> None:
    findings = check(draft(WRONG, signed=dt.date(2026, 10, 1)))
    codes = {finding.code for finding in findings}
    assert codes >= {
        *("citation-replaced", "citation-ended", "citation-ambiguous", "citation-continued"),
        *("citation-title", "mention-bare", "mention-disagrees", "body-ended"),
    }
    mixed = [told for f in findings if CLAUSES.search(told := message(f, "en"))]
    assert mixed == []
    assert all(re.search(r"[đáàạảãêếềộơưứừủ]", message(f)) for f in findings)


@pytest.mark.parametrize("code", [code for code in rules() if not code.startswith("layout")])
def test_an_english_source_is_english_or_a_regulation(code: str) -> None:
    source = rules()[code].source["en"]
    numbered = r"(?:Quy định|Hướng dẫn|Nghị định|TCVN) [\d-][\w/:-]*"
    assert re.sub(numbered, "", source).isascii() or "’" in source
