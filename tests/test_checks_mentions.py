"""The first mention of a document in full, later ones like the first."""

import pytest

from checks.rules import message
from tests.drafts import draft, found, marked, place_of

FULL = "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị"

LISTED = (
    "Thực hiện Nghị quyết số 70-NQ/TW, ngày 20/8/2025; Nghị quyết số 71-NQ/TW, ngày 22/8/2025 "
    "và Nghị quyết số 72-NQ/TW, ngày 09/9/2025 của Bộ Chính trị."
)

BARE = [
    ("Thực hiện [[Chỉ thị số 05-CT/TW]].", FULL.replace(",", "")),
    ("Thực hiện [[Chỉ thị số 05-CT/TW]] của Bộ Chính trị.", "Chỉ thị số 05-CT/TW ngày 15/5/2016"),
    ("Thực hiện [[Chỉ thị số 05-CT/TW, ngày 15/5/2016]] về học tập.", FULL),
    ("Thực hiện [[Chỉ thị số 05-\nCT/TW, ngày 15/5/2016]] về học tập.", FULL),
    ("Thực hiện [[Kế hoạch số 77-KH/TU, ngày 05/5/2024]] về tập huấn.", None),
    ("Thực hiện [[Chỉ thị số 05 - CT/TW]].", None),
]


@pytest.mark.parametrize(("sentence", "full"), BARE)
def test_a_first_mention_that_leaves_something_out(sentence: str, full: str | None) -> None:
    plain, *_ = marked(sentence)
    checked = draft(f"I. NHIỆM VỤ\n\n- {plain}")

    assert [(f.span, f.replacement) for f in found(checked, "mention-bare")] == [
        (place_of(checked, sentence), full)
    ]


@pytest.mark.parametrize(
    "words",
    [
        f"Thực hiện {FULL}.\n\n- Tuyên truyền Chỉ thị số 05-CT/TW.",
        "Thực hiện Luật số 64/2025/QH15.",
        "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020.",
        "Theo đề nghị của Sở Nội vụ tại Tờ trình số 83/TTr-SNV ngày 05/3/2024.",
        "Thực hiện Chỉ thị số 05-CT/TW, ngày 31/6/2016 của Bộ Chính trị.",
        LISTED,
    ],
    ids=[
        *("a later mention", "a law", "a decree", "issuer before", "a day that cannot be"),
        "one issuer of all",
    ],
)
def test_a_mention_that_has_all_it_needs(words: str) -> None:
    assert found(draft(f"I. NHIỆM VỤ\n\n- {words}"), "mention-bare") == []


def test_a_title_may_have_the_short_form_of_what_the_text_has_in_full() -> None:
    title = "thực hiện Chỉ thị số 05-CT/TW"

    assert found(draft(f"- Thực hiện {FULL}.", title=title), "mention-bare") == []
    assert found(draft("- Thực hiện Chỉ thị số 05-CT/TW.", title=title), "mention-bare")
    assert found(draft("- Phát động thi đua.", title=title), "mention-bare")


def test_the_issuer_of_a_list_is_not_that_of_all() -> None:
    words = "Chỉ thị số 50-CT/TW, ngày 23/7/2025 và Nghị quyết số 71-NQ/TW, ngày 22/8/2025"
    checked = draft(f"I. NHIỆM VỤ\n\n- Thực hiện {words} của Bộ Chính trị.")

    (finding,) = found(checked, "mention-bare")

    assert finding.replacement == "Chỉ thị số 50-CT/TW, ngày 23/7/2025 của Ban Bí thư"


PLAN = "Kế hoạch số 77-KH/TU, ngày 05/5/2024 của Ban Thường vụ Tỉnh ủy"
OFFICE = "Hướng dẫn số 27-HD/BTGTU, ngày 08/11/2021 của Ban Tuyên giáo Tỉnh ủy"

UNLIKE = [
    (PLAN, "Kế hoạch số 77-KH/TU, ngày [[15/5/2024]]", "Ngày"),
    (OFFICE, "Hướng dẫn số 27-HD/BTGTU của [[Ban Tổ chức Tỉnh ủy]]", "Cơ quan ban hành"),
    (FULL, "Chỉ thị số 05-CT/TW, ngày [[16/5/2016]]", "Ngày"),
    (FULL, "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của [[Ban Bí thư]]", "Cơ quan ban hành"),
    (f"{FULL} khóa XII", "Chỉ thị số 05-CT/TW của Bộ Chính trị khóa [[XIII]]", "Khóa"),
]


@pytest.mark.parametrize(("first", "later", "field"), UNLIKE)
def test_a_later_mention_that_disagrees_with_the_first(first: str, later: str, field: str) -> None:
    plain, *_ = marked(later)
    checked = draft(f"I. NHIỆM VỤ\n\n- Thực hiện {first}.\n\n- Tuyên truyền {plain}.")

    (finding,) = found(checked, "mention-disagrees")

    assert finding.span == place_of(checked, later)
    assert message(finding).startswith(field)
    (evidence,) = finding.evidence
    assert evidence.span is not None
    assert checked.facts.source.quote(evidence.span) in first


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (PLAN, "Kế hoạch số 77-KH/TU, ngày 06/9/2019 của Ban Thường vụ Tỉnh ủy"),
        (PLAN, "Kế hoạch số 77-KH/TU của Tỉnh ủy"),
        ("Chỉ thị số 05-CT/TW, ngày 16/5/2016", "Chỉ thị số 05-CT/TW, ngày 15/5/2016"),
        (
            "Quyết định số 01/QĐ-UBND ngày 05/01/2023 của Ủy ban nhân dân tỉnh",
            "Quyết định số 01/QĐ-UBND ngày 05/01/2024 của Ủy ban nhân dân tỉnh",
        ),
    ],
    ids=["another term's", "the same issuer", "the first one is wrong", "another year's"],
)
def test_mentions_that_do_not_disagree(first: str, later: str) -> None:
    checked = draft(f"I. NHIỆM VỤ\n\n- Thực hiện {first}.\n\n- Tuyên truyền {later}.")

    assert found(checked, "mention-disagrees") == []


WAYS = [
    ("[[CT 05-CT/TW]]", "Chỉ thị số 05-CT/TW"),
    ("[[Chỉ thị 05-CT/TW]]", "Chỉ thị số 05-CT/TW"),
    ("[[Chỉ thị số 05]]", None),
]


@pytest.mark.parametrize(("later", "right"), WAYS)
def test_a_document_cited_in_two_ways(later: str, right: str | None) -> None:
    plain, *_ = marked(later)
    sentence = f"Tuyên truyền {later} đến chi bộ."
    checked = draft(
        f"I. NHIỆM VỤ\n\n- Thực hiện {FULL}.\n\n- Tuyên truyền {plain} đến chi bộ.\n\n"
        "- Theo dõi Chỉ thị số 05-CT/TW."
    )

    assert [(f.span, f.replacement) for f in found(checked, "mention-two-ways")] == [
        (place_of(checked, sentence), right)
    ]


@pytest.mark.parametrize(
    ("called", "later"),
    [
        ("sau đây gọi tắt là Chỉ thị 05", "Chỉ thị 05"),
        ("gọi tắt là Chỉ thị 05-CT/TW", "Chỉ thị 05-CT/TW"),
        ("sau đây viết tắt là “Chỉ thị 05-CT/TW”", "Chỉ thị 05-CT/TW"),
        ("sau đây gọi là Chỉ thị 05", "Chỉ thị số 05-CT/TW"),
    ],
)
def test_a_draft_may_say_what_it_calls_a_document(called: str, later: str) -> None:
    checked = draft(
        f"I. NHIỆM VỤ\n\n- Thực hiện {FULL} ({called}).\n\n- Tuyên truyền {later} đến chi bộ."
        f"\n\n- Rà soát việc thực hiện {later}."
    )

    assert found(checked, "mention-two-ways") == []


def test_what_a_draft_calls_one_document_is_no_name_of_another() -> None:
    checked = draft(
        f"I. NHIỆM VỤ\n\n- Thực hiện {FULL}; Quy định số 144-QĐ/TW, ngày 09/5/2024 của Bộ Chính trị"
        " (gọi tắt là Quy định 144).\n\n- Tuyên truyền Chỉ thị 05-CT/TW và Quy định 144."
    )

    assert [f.replacement for f in found(checked, "mention-two-ways")] == ["Chỉ thị số 05-CT/TW"]


def test_what_is_wrong_in_the_first_mention_is_not_asked_of_the_others() -> None:
    body = "- Theo Nghị quyết số 05-CT/TW, ngày 15/5/2016.\n\n- Rà soát Chỉ thị số 05-CT/TW."
    checked = draft(f"I. NHIỆM VỤ\n\n{body}")

    assert found(checked, "mention-two-ways") == []
    assert [finding.replacement for finding in found(checked, "mention-bare")] == [None]
