"""Whether a draft names what the level above did for the document that it implements."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from checks.draft import draft_of
from checks.findings import Finding
from checks.rules import message
from graph.store import Store, open_store
from loaders.loader import ensure_registry
from ontology.facts import Source
from ontology.known import KnownDocument, KnownRelation
from ontology.relations import Relation
from tests.drafts import found

DIRECTIVE = "tw/24-CT-TW/2023-07-13"
CONCLUSION = "tw/01-KL-TW/2021-05-18"
PLAN = KnownDocument(
    key="ha-son/41-KH-TU/2021-09-06",
    authority="ha-son",
    type="KH",
    number="41",
    symbol="KH/TU",
    date=dt.date(2021, 9, 6),
    issuer="Ban Thường vụ Tỉnh ủy Hà Sơn",
    jurisdiction="Hà Sơn",
    title="Thực hiện Kết luận số 01-KL/TW",
)


SECURITY = replace(
    PLAN, key="ha-son/96-KH-TU/2023-10-19", number="96", date=dt.date(2023, 10, 19), title=None
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """Give a store that knows the plan of a province, by which a conclusion is carried out."""
    opened = open_store(":memory:")
    ensure_registry(opened)
    words = "Kế hoạch 41-KH/TU thực hiện Kết luận 01-KL/TW"
    carried = KnownRelation(PLAN.key, Relation.IMPLEMENTS, CONCLUSION, words, "sổ riêng")
    words = "Kế hoạch 96-KH/TU thực hiện Chỉ thị 24-CT/TW"
    secured = KnownRelation(SECURITY.key, Relation.IMPLEMENTS, DIRECTIVE, words, "sổ riêng")
    opened.register([PLAN, SECURITY], [carried, secured], [])
    yield opened
    opened.close()


HEADS = {
    "commune": "ĐẢNG BỘ TỈNH HÀ SƠN\nĐẢNG ỦY XÃ THANH LĨNH\n*\nSố 04-KH/ĐU\n",
    "board": "TỈNH ỦY HÀ SƠN\nBAN TUYÊN GIÁO\n*\nSố 58-KH/BTGTU\n",
    "province": "TỈNH ỦY HÀ SƠN\n*\nSố 90-KH/TU\n",
}
BODY = "Thực hiện {}, cơ quan xây dựng Kế hoạch như sau:\n\nI. NHIỆM VỤ\n\n- Quán triệt {}.\n"


def findings(store: Store, level: str, aim: str, also: str = "", *, code: str) -> list[Finding]:
    text = (
        f"{HEADS[level]}\nĐẢNG CỘNG SẢN VIỆT NAM\n\nHà Sơn, ngày 10 tháng 3 năm 2025\n\n"
        f"KẾ HOẠCH\nthực hiện {aim}\n-----\n\n{BODY.format(aim, also or aim)}"
    )
    return found(draft_of(Source("d.txt", "d.txt", "text", "0" * 64, text), store), code)


AIM = "Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị"
ABOVE = "Kế hoạch số 41-KH/TU, ngày 06/9/2021 của Ban Thường vụ Tỉnh ủy"


@pytest.mark.parametrize("level", ["commune", "board"])
def test_the_plan_of_the_level_above_is_missing(store: Store, level: str) -> None:
    (finding,) = findings(store, level, AIM, code="chain-above")

    assert [evidence.document for evidence in finding.evidence] == [PLAN.key]
    assert "không nhắc Kế hoạch 41-KH/TU ngày 06/9/2021" in message(finding)


@pytest.mark.parametrize("level", ["commune", "board"])
def test_the_plan_of_the_level_above_is_named(store: Store, level: str) -> None:
    assert findings(store, level, AIM, ABOVE, code="chain-above") == []


def test_the_committees_own_plans_are_not_above_it(store: Store) -> None:
    assert findings(store, "province", AIM, code="chain-above") == []


def test_what_the_plan_above_carries_out_is_missing(store: Store) -> None:
    (finding,) = findings(store, "commune", ABOVE, code="chain-origin")

    assert message(finding).startswith("Dự thảo thực hiện Kế hoạch 41-KH/TU nhưng không nhắc")
    assert CONCLUSION in {evidence.document for evidence in finding.evidence}
    assert findings(store, "commune", ABOVE, AIM, code="chain-origin") == []


def test_what_a_document_continues_need_not_be_named(store: Store) -> None:
    for level in HEADS:
        assert findings(store, level, AIM, code="chain-origin") == []


def test_what_may_be_meant_is_named(store: Store) -> None:
    plan = "Kế hoạch số 96-KH/TU, ngày 19/10/2023 của Ban Thường vụ Tỉnh ủy"
    also = f"{plan}; Chỉ thị số 24-CT/TW"

    assert findings(store, "commune", plan, code="chain-origin")
    assert findings(store, "commune", plan, also, code="chain-origin") == []


def test_what_central_guidance_says_how_to_do_is_missing(store: Store) -> None:
    aim = "Chỉ thị số 07-CT/TW, ngày 06/7/2021 của Ban Bí thư"
    guidance = "Hướng dẫn số 20-HD/BTGTW, ngày 06/8/2021 của Ban Tuyên giáo Trung ương"

    (finding,) = findings(store, "province", aim, code="chain-above")

    assert "20-HD/BTGTW" in message(finding)
    assert findings(store, "province", aim, guidance, code="chain-above") == []
