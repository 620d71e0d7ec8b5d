"""What every store must answer of a world that changes: bodies, standing, anniversaries, gaps."""

import datetime as dt
from dataclasses import replace

import pytest

from graph.answer_types import (
    ArcRow,
    BodyRow,
    Force,
    ForceRow,
    GapRow,
    MilestoneRow,
    Present,
    TaskRow,
)
from graph.questions import Arcs, Bodies, Due, Gap, InForce, Level, Milestones, Tasks
from graph.store import NotFoundError, StatusChange, Store
from ontology.facts import Document, Target
from ontology.kinds import Kind
from ontology.known import KnownRelation
from ontology.registry import registry
from ontology.relations import Relation
from tests.graphs import Text, Work, known, texts_of

DIRECTIVE = "tw/05-CT-TW/2016-05-15"
IN_2023 = dt.date(2023, 11, 16)
BOARDS_MERGED = dt.date(2025, 3, 1)
PROVINCES_MERGED = dt.date(2025, 7, 1)

PROPAGANDA = "Ban Tuyên giáo Tỉnh ủy"
MERGED = "Ban Tuyên giáo và Dân vận Tỉnh ủy"


def province(store: Store, name: str, *works: Work) -> Store:
    """Load a plan of a province's committee, with the registry of bodies."""
    store.register([], [], registry().bodies)
    header = Document(issuer=f"Tỉnh ủy {name}", jurisdiction=name, date=dt.date(2023, 1, 5))
    text = Text({"Lâm Đồng": "lam-dong/1", "Bình Thuận": "binh-thuan/1"}[name], header)
    for work in works:
        text.work(work)
    text.load(store)
    return store


def of_body(store: Store, body: str, as_of: dt.date, *, history: bool = True) -> list[TaskRow]:
    question = Tasks(as_of=as_of, body=body, with_history=history)
    return [row for row in store.ask(question).rows if isinstance(row, TaskRow)]


# Bodies


@pytest.mark.parametrize(
    ("body", "as_of", "found"),
    [
        ("lam-dong/ban-tuyen-giao-tinh-uy", IN_2023, ["lam-dong/1#1"]),
        ("lam-dong/ban-tuyen-giao-va-dan-van-tinh-uy", IN_2023, []),
        (
            "lam-dong/ban-tuyen-giao-va-dan-van-tinh-uy",
            BOARDS_MERGED,
            ["lam-dong/1#1", "lam-dong/1#2"],
        ),
        (
            "lam-dong/ban-tuyen-giao-va-dan-van-tinh-uy",
            PROVINCES_MERGED,
            ["binh-thuan/1#1", "lam-dong/1#1", "lam-dong/1#2"],
        ),
        ("lam-dong/ban-dan-van-tinh-uy", PROVINCES_MERGED, ["lam-dong/1#2"]),
        ("binh-thuan/ban-tuyen-giao-tinh-uy", PROVINCES_MERGED, ["binh-thuan/1#1"]),
    ],
    ids=["then", "not there yet", "boards", "provinces", "not the sister's", "not the heir's"],
)
def test_tasks_of_a_body_with_those_before_and_after_it(
    store: Store, body: str, as_of: dt.date, found: list[str]
) -> None:
    province(store, "Lâm Đồng", Work("1", lead=(PROPAGANDA,)), Work("2", lead=("BDV",)))
    province(store, "Bình Thuận", Work("1", cooperating=(PROPAGANDA,)))
    assert [row.task for row in of_body(store, body, as_of)] == found


def test_a_task_tells_who_answers_for_it_by_the_day_asked(store: Store) -> None:
    work = Work("1", lead=(PROPAGANDA, "Sở Y tế"), cooperating=("BDV",), due=(None, "2023-11-20"))
    province(store, "Bình Thuận", work)

    def now(as_of: dt.date) -> dict[str, tuple[Present, ...]]:
        key = "binh-thuan/so-y-te"
        return {row.task: row.now for row in of_body(store, key, as_of)}

    assert now(IN_2023) == {"binh-thuan/1#1": ()}
    key, name = "binh-thuan/ban-tuyen-giao-va-dan-van-tinh-uy", f"{MERGED} Bình Thuận"
    boards = (Present("BDV", key, name), Present(PROPAGANDA, key, name))
    assert now(BOARDS_MERGED) == {"binh-thuan/1#1": boards}
    key, name = "lam-dong/ban-tuyen-giao-va-dan-van-tinh-uy", f"{MERGED} Lâm Đồng"
    assert now(PROVINCES_MERGED) == {
        "binh-thuan/1#1": (
            Present("BDV", key, name),
            Present(PROPAGANDA, key, name),
            Present("Sở Y tế", "lam-dong/so-y-te", "Sở Y tế Lâm Đồng"),
        )
    }
    days = dt.date(2023, 11, 16), dt.date(2023, 11, 30)
    due = Due(as_of=BOARDS_MERGED, start=days[0], end=days[1], body=boards[0].body)
    assert store.ask(due).total == 0
    question = Due(
        as_of=BOARDS_MERGED, start=days[0], end=days[1], body=boards[0].body, with_history=True
    )
    (row,) = store.ask(question).rows
    assert isinstance(row, TaskRow)
    assert row.now == boards


def test_the_world_of_2023_knows_nothing_of_2025(store: Store) -> None:
    province(store, "Bình Thuận", Work("1", lead=(PROPAGANDA, "Ban Tuyên giáo Huyện ủy Bắc Bình")))

    def told(as_of: dt.date) -> list[tuple[str, dt.date | None, str | None, str | None]]:
        found = store.ask(Bodies(as_of=as_of, words="tuyen giao uy", limit=None)).rows
        local = [row for row in found if isinstance(row, BodyRow) and "/ban" in row.key]
        return [
            (row.key, row.valid_to, row.successor, row.now)
            for row in local
            if not row.key.startswith("tw/")
        ]

    old, new = "binh-thuan/ban-tuyen-giao-tinh-uy", "binh-thuan/ban-tuyen-giao-va-dan-van-tinh-uy"
    district = "binh-thuan/ban-tuyen-giao-huyen-uy-bac-binh"
    assert told(IN_2023) == [(district, None, None, None), (old, None, None, None)]
    heir, name = "lam-dong/ban-tuyen-giao-va-dan-van-tinh-uy", f"{MERGED} Lâm Đồng"
    assert told(PROVINCES_MERGED) == [
        (district, PROVINCES_MERGED, None, None),
        (old, BOARDS_MERGED, new, name),
        (new, PROVINCES_MERGED, heir, name),
        (heir, None, None, None),
    ]
    (row,) = store.ask(Bodies(as_of=IN_2023, keys=(new,))).rows
    assert isinstance(row, BodyRow)
    assert (row.valid_from, row.now) == (dt.date(2025, 2, 1), None)


# Standing


def standing(store: Store, key: str, as_of: str) -> list[tuple[str, str | None, str | None, bool]]:
    found = store.ask(InForce(as_of=dt.date.fromisoformat(as_of), document=key)).rows
    rows = [row for row in found if isinstance(row, ForceRow)]
    for row in rows:
        if row.hop is not None and row.hop.document != "registry":
            text = store.facts(row.hop.document).source.text
            assert row.hop.quote == text[row.hop.start : row.hop.end]
        if row.force not in {Force.IN_FORCE, Force.NOT_YET}:
            assert row.hop or row.words
    since = [row.since.isoformat() if row.since else None for row in rows]
    return [(row.force, day, row.by, row.holds) for row, day in zip(rows, since, strict=True)]


@pytest.fixture
def regulations(store: Store) -> Store:
    """Give a regulation that was amended, continued and replaced, with what says so."""
    x, amends, continues = "tw/66-QĐ-TW/2017-02-06", "tw/223-QĐ-TW/2020-03-06", "tw/9-KL-TW"
    replaces = "tw/399-QĐ-TW/2026-01-09"
    said = KnownRelation(amends, Relation.AMENDS, x, "223 sửa đổi 66", "sổ")
    registered = [known(key) for key in (x, amends, replaces)]
    store.register(registered, [said], [])
    plan = Text("lang-son/1-KH-TU/2021-01-01", Document(date=dt.date(2021, 1, 1)))
    plan.aim(Relation.CONTINUES, x)
    plan.link(f"{continues}/2022-05-01", Relation.CONTINUES, x)
    plan.link(replaces, Relation.REPLACES, x)
    plan.load(store)
    return store


def test_what_became_of_a_document_by_a_day(regulations: Store) -> None:
    key = "tw/66-QĐ-TW/2017-02-06"
    begun = (Force.IN_FORCE, "2017-02-06", None)
    amended = (Force.AMENDED, "2020-03-06", "tw/223-QĐ-TW/2020-03-06")
    continued = (Force.CONTINUED, "2022-05-01", "tw/9-KL-TW/2022-05-01")
    replaced = (Force.REPLACED, "2026-01-09", "tw/399-QĐ-TW/2026-01-09")
    assert standing(regulations, key, "2017-02-05") == [(Force.NOT_YET, *begun[1:], True)]
    assert standing(regulations, key, "2020-03-05") == [(*begun, True)]
    assert standing(regulations, key, "2020-03-06") == [(*begun, False), (*amended, True)]
    whole = [(*begun, False), (*amended, False), (*continued, False), (*replaced, True)]
    assert standing(regulations, key, "2026-01-08")[-1] == (*continued, True)
    assert standing(regulations, key, "2026-01-09") == whole


def test_the_registry_alone_may_know_of_an_end(store: Store) -> None:
    store.register(registry().documents, registry().relations, [])
    district, ended = "tw/208-QĐ-TW/2019-11-08", "tw/36-CT-TW/2014-05-30"
    replaced = (Force.REPLACED, "2025-08-29", "tw/360-QĐ-TW/2025-08-29", False)
    assert standing(store, district, "2025-06-30")[-1][0] == Force.IN_FORCE
    assert standing(store, district, "2026-01-01")[1:] == [
        (Force.ENDED, "2025-07-01", None, True),
        replaced,
    ]
    assert standing(store, ended, "2016-01-01") == [(Force.IN_FORCE, "2014-05-30", None, True)]
    assert standing(store, ended, "2027-01-01")[-1] == (Force.ENDED, None, None, True)


# Milestones


def review(text: Text, words: str, *works: Work) -> Text:
    """Let every task say in these words that it reviews the directive."""
    for work in works:
        text.work(work)
        phrase = text.phrase(words)
        target = Target(text.cite(DIRECTIVE), Relation.REVIEWS, phrase)
        text.items[-1] = replace(text.items[-1], targets=(target,))
    return text


def milestones(store: Store, start: str, end: str, body: str | None = None) -> list[MilestoneRow]:
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    found = store.ask(Milestones(as_of=IN_2023, start=first, end=last, body=body))
    assert found.total == len(found.rows)
    return [row for row in found.rows if isinstance(row, MilestoneRow)]


def test_a_review_of_ten_years_is_due_on_the_anniversary(store: Store) -> None:
    text = Text("p", Document(type=Kind.KH, title="Tổng kết"))
    review(text, "tổng  kết 10\nnăm thực hiện", Work("1", lead=("Văn phòng",)), Work("2"))
    review(text, "sơ kết 05 năm thực hiện", Work("3"), Work("4", due=(None, "2021-12-31")))
    review(text, "tổng kết", Work("5"))
    phrase = text.phrase("sơ kết mười năm")
    text.aims.append(Target(text.cite(DIRECTIVE), Relation.REVIEWS, phrase))
    text.load(store)
    moment = dt.datetime(2023, 1, 2, tzinfo=dt.UTC)
    store.change_status(StatusChange("p#2", "done", dt.date(2023, 1, 1), "Lan", "", moment))
    found = milestones(store, "2016-01-01", "2030-01-01")
    told = [(row.day.isoformat(), row.years, row.work and row.work.task) for row in found]
    assert told == [("2021-05-15", 5, "p#3"), ("2026-05-15", 10, None), ("2026-05-15", 10, "p#1")]
    for row in found:
        assert (row.reviews, row.since, row.document) == (DIRECTIVE, dt.date(2016, 5, 15), "p")
        text_of = store.facts("p").source.text
        assert row.hop.quote == text_of[row.hop.start : row.hop.end]
        assert "năm" in row.hop.quote
    assert milestones(store, "2026-05-15", "2026-05-15") == found[1:]
    assert milestones(store, "2026-05-16", "2030-01-01") == []
    assert milestones(store, "2016-01-01", "2030-01-01", body="Văn phòng") == found[2:]
    due = Due(as_of=IN_2023, start=dt.date(2016, 1, 1), end=dt.date(2030, 1, 1))
    assert [row.task for row in store.ask(due).rows if isinstance(row, TaskRow)] == ["p#4"]


# Gaps


def plan(store: Store, key: str, issuer: str, above: str, date: str) -> None:
    home = {"binh-thuan": "Bình Thuận", "lam-dong": "Lâm Đồng", "tw": "Trung ương"}
    day = dt.date.fromisoformat(date)
    place = home[key.partition("/")[0]]
    text = Text(key, Document(issuer=issuer, jurisdiction=place, date=day))
    text.aim(Relation.IMPLEMENTS, above)
    text.load(store)


@pytest.fixture
def implementing(store: Store) -> Store:
    """Give a directive that two provinces implement, one of them by way of the other's board."""
    store.register([known(DIRECTIVE)], [], registry().bodies)
    plan(store, "binh-thuan/1", "Tỉnh ủy Bình Thuận", DIRECTIVE, "2016-06-14")
    plan(store, "binh-thuan/2", f"{PROPAGANDA} Bình Thuận", "binh-thuan/1", "2016-07-01")
    plan(store, "lam-dong/1", "Tỉnh ủy Lâm Đồng", DIRECTIVE, "2025-07-10")
    plan(store, "tw/9", "Ban Tuyên giáo Trung ương", DIRECTIVE, "2016-05-20")
    return store


def gap(
    store: Store,
    as_of: str,
    level: Level = Level.PROVINCE,
    place: str | None = None,
    *,
    missing: bool = False,
) -> list[GapRow]:
    day = dt.date.fromisoformat(as_of)
    question = Gap(as_of=day, document=DIRECTIVE, level=level, jurisdiction=place, limit=None)
    found = store.ask(replace(question, missing=missing))
    assert found.total == len(found.rows)
    return [row for row in found.rows if isinstance(row, GapRow)]


def test_provinces_that_implement_it_and_those_that_do_not(implementing: Store) -> None:
    before = {row.key: row for row in gap(implementing, "2025-06-30")}
    assert len(before) == 63
    first = before["binh-thuan"]
    assert (first.document, first.days, first.documents) == ("binh-thuan/1", 30, 2)
    assert first.hop is not None
    assert (first.hop.from_, first.hop.to) == ("binh-thuan/1", DIRECTIVE)
    assert before["lam-dong"].document is None, "it has none yet"
    after = {row.key: row for row in gap(implementing, "2025-07-10")}
    assert len(after) == 34
    assert "binh-thuan" not in after
    heir = after["lam-dong"]
    assert (heir.document, heir.days, heir.documents) == ("binh-thuan/1", 30, 3)
    missing = gap(implementing, "2025-07-10", missing=True)
    assert [row.key for row in missing] == [key for key in after if key != "lam-dong"]
    assert not any(row.document or row.hop or row.documents for row in missing)


@pytest.mark.parametrize(
    ("as_of", "level", "place", "found"),
    [
        (
            "2024-01-01",
            Level.BOARD,
            "Bình Thuận",
            {"binh-thuan/tinh-uy": 30, "binh-thuan/ban-tuyen-giao-tinh-uy": 47},
        ),
        (
            "2025-05-01",
            Level.BOARD,
            "Bình Thuận",
            {"binh-thuan/tinh-uy": 30, "binh-thuan/ban-tuyen-giao-va-dan-van-tinh-uy": 47},
        ),
        (
            "2025-07-10",
            Level.BOARD,
            "Lâm Đồng",
            {"lam-dong/tinh-uy": 30, "lam-dong/ban-tuyen-giao-va-dan-van-tinh-uy": 47},
        ),
        ("2024-01-01", Level.CENTRAL, None, {"tw/ban-tuyen-giao-trung-uong": 5}),
        ("2025-05-01", Level.CENTRAL, None, {"tw/ban-tuyen-giao-va-dan-van-trung-uong": 5}),
    ],
)
def test_boards_that_implement_it(
    implementing: Store, as_of: str, level: Level, place: str | None, found: dict[str, int]
) -> None:
    rows = gap(implementing, as_of, level, place)
    assert {row.key: row.days for row in rows if row.document} == found
    assert len(rows) > 25
    with pytest.raises(NotFoundError):
        gap(implementing, as_of, Level.BOARD)


def test_bare_edges_up_to_a_day(implementing: Store) -> None:
    for text in texts_of(["x > y", "y replaces x"]).values():
        text.load(implementing)

    def arcs(as_of: str, *relations: Relation) -> list[ArcRow]:
        day = dt.date.fromisoformat(as_of)
        question = Arcs(as_of=day, relations=relations or tuple(Relation), limit=None)
        return [row for row in implementing.ask(question).rows if isinstance(row, ArcRow)]

    whole = [(row.source, row.relation, row.target) for row in arcs("2016-06-20")]
    tied = [("binh-thuan/1", "implements", DIRECTIVE), ("tw/9", "implements", DIRECTIVE)]
    assert whole == [*tied, ("x", "implements", "y"), ("y", "replaces", "x")]
    assert arcs("2026-01-01", Relation.REPLACES)[0].source == "y"
    first = arcs("2016-06-20")[0]
    assert (first.source_date, first.target_date) == (dt.date(2016, 6, 14), dt.date(2016, 5, 15))
    assert (first.source_authority, first.target_authority) == ("binh-thuan", "tw")
