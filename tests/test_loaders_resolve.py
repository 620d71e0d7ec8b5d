"""What the citations of documents mean."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.resolve import mentions_of, resolve_group
from ontology.facts import (
    Citation,
    Document,
    DocumentFacts,
    Resolution,
    Source,
    Span,
    Standing,
)
from ontology.kinds import Kind, kind_of_code
from ontology.known import KnownDocument, Mention
from ontology.periods import Interval
from ontology.registry import registry

SECURITY = "bảo đảm vững chắc an ninh quốc gia trong tình hình mới"
LEARNING = "đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"


def group(name: str) -> tuple[KnownDocument, ...]:
    return tuple(document for document in registry().documents if document.group == name)


def said(  # noqa: PLR0913  (a mention has many fields, and most have a default here)
    number: str,
    symbol: str,
    date: str | None = None,
    *,
    document: str = "lang-son/KH/2025/0",
    by: str | None = "2025-12-31",
    authority: str = "tw",
    **words: str | None,
) -> Mention:
    code = kind_of_code(symbol.partition("/")[0]) or Kind.XX
    return Mention(
        document=document,
        citation=words.get("citation") or "c1",
        authority=authority,
        type=words.get("type") or code,
        number=number,
        symbol=symbol,
        date=dt.date.fromisoformat(date) if date else None,
        context_date=None,
        issuer=words.get("issuer"),
        term=words.get("term"),
        title=words.get("title"),
        by=dt.date.fromisoformat(by) if by else None,
    )


def meaning(mention: Mention, *others: Mention) -> Resolution:
    resolutions, _ = resolve_group([mention, *others], group(mention.group))
    return next(r for document, r in resolutions if (document, r.citation) == place(mention))


def place(mention: Mention) -> tuple[str, str]:
    return mention.document, mention.citation


def test_number_symbol_and_date_name_one_document() -> None:
    found = meaning(said("24", "CT/TW", "2023-07-13"))
    assert (found.key, found.method, found.status) == ("tw/24-CT-TW/2023-07-13", "date", "resolved")


def test_without_a_date_only_what_was_there_counts() -> None:
    found = meaning(said("07", "CT/TW", by="2025-12-31"))
    assert (found.key, found.method) == ("tw/07-CT-TW/2021-07-06", "only-candidate")


def test_several_that_were_there_are_ambiguous_and_ranked() -> None:
    found = meaning(said("24", "CT/TW"))
    assert (found.status, found.key, found.method) == ("ambiguous", None, "ambiguous")
    assert found.candidates == ("tw/24-CT-TW/2023-07-13", "tw/24-CT-TW/2008-07-04")


@pytest.mark.parametrize(
    ("words", "method", "key"),
    [
        ({"term": "XII"}, "term", "tw/20-NQ-TW/2017-10-25"),
        ({"issuer": "Bộ Chính trị"}, "issuer", "tw/20-NQ-TW/1979-09-20"),
        (
            {"title": "về phát triển kinh tế tập thể trong giai đoạn mới"},
            "title",
            "tw/20-NQ-TW/2022-06-16",
        ),
    ],
)
def test_words_narrow(words: dict[str, str], method: str, key: str) -> None:
    found = meaning(said("20", "NQ/TW", **words))
    assert (found.method, found.key) == (method, key)


def test_a_short_title_in_whole_narrows_too() -> None:
    found = meaning(said("24", "NQ/TW", by="2025-10-10", title="công tác dân tộc ở các xã"))
    assert (found.method, found.key) == ("title", "tw/24-NQ-TW/2003-03-12")
    alike = meaning(said("24", "NQ/TW", by="2025-10-10", title="công tác dân vận"))
    assert alike.method == "ambiguous"


def test_the_printed_type_decides_between_namesakes() -> None:
    decision, regulation = (
        replace(group("208|QĐTW")[0], key=f"tw/{kind}", type=kind) for kind in ("QĐ", "QĐi")
    )
    mention = said("208", "QĐ/TW", "2019-11-08", type="QĐi")
    ((_, found),), _ = resolve_group([mention], [decision, regulation])
    assert (found.key, found.method) == ("tw/QĐi", "date")


def test_quy_dinh_with_the_symbol_of_quyet_dinh_is_no_disagreement() -> None:
    found = meaning(said("208", "QĐ/TW", "2019-11-08", type="QĐi"))
    assert (found.key, found.disagreements) == ("tw/208-QĐ-TW/2019-11-08", ())


def test_another_type_word_is_a_disagreement() -> None:
    assert meaning(said("05", "CT/TW", "2016-05-15", type="NQ")).disagreements == ("type",)


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ({"issuer": "Ban Bí thư"}, ("issuer",)),
        ({"term": "XIII"}, ("term",)),
        ({"issuer": "BCT", "term": "XII"}, ()),
        ({"issuer": "đồng chí Tổng Bí thư"}, ()),
    ],
)
def test_fields_are_compared_where_both_speak(
    words: dict[str, str], fields: tuple[str, ...]
) -> None:
    assert meaning(said("05", "CT/TW", "2016-05-15", **words)).disagreements == fields


def test_a_misprinted_date_is_a_disagreement() -> None:
    found = meaning(said("05", "CT/TW", "2016-05-16", issuer="Bộ Chính trị", title=LEARNING))
    assert (found.key, found.method) == ("tw/05-CT-TW/2016-05-15", "date-disagrees")
    assert found.disagreements == ("date",)


def test_a_date_of_another_term_with_another_title_is_another_document() -> None:
    found = meaning(said("05", "CT/TW", "2006-06-01", title="về phát triển thủy sản vùng biển"))
    assert (found.key, found.method) == ("tw/05-CT-TW/2006-06-01", "cited")


def test_another_term_without_a_date_is_another_document() -> None:
    found = meaning(said("05", "CT/TW", term="XIII"))
    assert (found.key, found.method) == ("tw/05-CT-TW", "cited")


def test_the_undated_mention_follows_the_dated_one_of_its_document() -> None:
    facts = document_of(("24", "CT/TW", "2023-07-13"), ("24", "CT/TW", None))
    resolutions, _ = resolve_group(mentions_of("lang-son/x", facts), group("24|CTTW"))
    assert [(r.method, r.key) for _, r in resolutions] == [
        ("date", "tw/24-CT-TW/2023-07-13"),
        ("context", "tw/24-CT-TW/2023-07-13"),
    ]


def test_two_dates_in_one_document_give_no_context() -> None:
    facts = document_of(
        ("24", "CT/TW", "2023-07-13"), ("24", "CT/TW", "2008-07-04"), ("24", "CT/TW", None)
    )
    assert mentions_of("lang-son/x", facts)[2].context_date is None


def test_the_undated_mention_follows_a_misprinted_date_too() -> None:
    facts = document_of(("05", "CT/TW", "2016-05-16"), ("05", "CT/TW", None))
    resolutions, cited = resolve_group(mentions_of("lang-son/x", facts), group("5|CTTW"))
    assert {r.key for _, r in resolutions} == {"tw/05-CT-TW/2016-05-15"}
    assert cited == ()


def test_what_nobody_knows_is_made_from_the_mentions() -> None:
    one = said("99", "CT/TW", "2024-01-01", issuer="Ban Bí thư", document="a")
    two = said("99", "CT/TW", "2024-01-01", title="về một việc", document="b")
    _, (cited,) = resolve_group([one, two], ())
    assert (cited.key, cited.standing) == ("tw/99-CT-TW/2024-01-01", Standing.CITED)
    assert (cited.issuer, cited.title) == ("Ban Bí thư", "về một việc")


def test_an_undated_mention_means_the_dated_one_that_another_document_cites() -> None:
    undated = said("99", "CT/TW", document="a")
    assert meaning(undated).key == "tw/99-CT-TW"
    dated = said("99", "CT/TW", "2024-01-01", document="b")
    assert meaning(undated, dated).key == "tw/99-CT-TW/2024-01-01"


def test_registered_documents_go_before_cited_ones() -> None:
    undated = said("05", "CT/TW", document="a")
    other = said("05", "CT/TW", "2006-06-01", title="về phát triển thủy sản biển", document="b")
    assert meaning(undated, other).key == "tw/05-CT-TW/2016-05-15"


def test_provinces_never_merge() -> None:
    known = group("35|KHTU")
    for authority, key in (
        ("lang-son", "lang-son/35-KH-TU/2021-10-13"),
        ("lam-dong", "lam-dong/35-KH-TU/2022-03-08"),
        ("ca-mau", "ca-mau/35-KH-TU"),
    ):
        ((_, found),), _ = resolve_group([said("35", "KH/TU", authority=authority)], known)
        assert found.key == key


def test_without_a_number_nothing_is_known() -> None:
    facts = document_of((None, "KH/ĐU", None))
    ((_, found),), cited = resolve_group(mentions_of("lang-son/x", facts), ())
    assert (found.status, found.key, cited) == ("unknown", None, ())


def document_of(
    *cited: tuple[str | None, str, str | None],
    jurisdiction: str | None = "Lạng Sơn",
    issuer: str | None = None,
) -> DocumentFacts:
    """Return the facts of a plan for 2025 that cites numbers and symbols, some with a date."""
    text = "Chỉ thị " * len(cited)
    return DocumentFacts(
        Source("x.txt", "x.txt", "txt", "0", text or "x"),
        Document(
            jurisdiction=jurisdiction, period=Interval(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
        ),
        tuple(
            Citation(
                id=f"c{i}",
                span=Span(i * 8, i * 8 + 7),
                type=kind_of_code(symbol.partition("/")[0]) or Kind.XX,
                number=number,
                symbol=symbol,
                date=dt.date.fromisoformat(date) if date else None,
                issuer=issuer,
                term=None,
                rule="test",
            )
            for i, (number, symbol, date) in enumerate(cited)
        ),
    )


def test_a_plan_is_written_before_its_period_ends() -> None:
    (mention,) = mentions_of("lang-son/x", document_of(("05", "CT/TW", None)))
    assert mention.by == dt.date(2025, 12, 31)


@pytest.mark.parametrize(
    ("jurisdiction", "issuer", "authority"),
    [
        ("Lạng Sơn", None, "lang-son"),
        ("Lạng Sơn", "Ban Thường vụ Tỉnh ủy Lâm Đồng", "lam-dong"),
        ("Trung ương", "Tỉnh ủy Lâm Đồng", "lam-dong"),
    ],
)
def test_a_local_symbol_is_of_the_province(
    jurisdiction: str, issuer: str | None, authority: str
) -> None:
    facts = document_of(("35", "KH/TU", None), jurisdiction=jurisdiction, issuer=issuer)
    assert mentions_of("x", facts)[0].authority == authority


def test_a_local_symbol_of_an_unknown_province_stays_in_its_document() -> None:
    facts = document_of(("35", "KH/TU", None), jurisdiction=None)
    one, two = (mentions_of(key, facts)[0].authority for key in ("_/a", "_/b"))
    assert one != two
    assert mentions_of("_1f3a/a", facts)[0].authority == "_1f3a"


dates = st.sampled_from([None, "2008-07-04", "2023-07-13", "2023-07-14", "2024-01-01"])
mentions = st.lists(
    st.builds(
        said,
        st.sampled_from(["24", "024"]),
        st.sampled_from(["CT/TW", "CT-TW"]),
        dates,
        document=st.sampled_from("abcd"),
        by=st.sampled_from([None, "2010-01-01", "2025-12-31"]),
        authority=st.sampled_from(["tw", "lang-son"]),
        issuer=st.sampled_from([None, "Bộ Chính trị", "BBT"]),
        term=st.sampled_from([None, "X", "XIII"]),
        title=st.sampled_from([None, LEARNING, SECURITY]),
    ),
    max_size=6,
).map(lambda found: [replace(mention, citation=f"c{i}") for i, mention in enumerate(found)])


@given(mentions, st.data())
def test_no_order_makes_a_difference(found: list[Mention], data: st.DataObject) -> None:
    known = group("24|CTTW")
    shuffled = data.draw(st.permutations(found)), data.draw(st.permutations(known))
    assert resolve_group(found, known) == resolve_group(*shuffled)


@given(mentions)
def test_every_resolution_leads_to_a_document_that_there_is(found: list[Mention]) -> None:
    known = group("24|CTTW")
    resolutions, cited = resolve_group(found, known)
    there = {document.key for document in (*known, *cited)}
    assert {key for _, r in resolutions for key in r.candidates} <= there
    assert len(resolutions) == len(found)
    for _, resolution in resolutions:
        assert (resolution.key is None) == (resolution.status == "ambiguous")
