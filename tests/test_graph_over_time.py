"""What every store must answer of a world that changes: bodies, standing, anniversaries, gaps."""

import datetime as dt

import pytest

from graph.questions import Bodies, BodyRow, Due, Present, TaskRow, Tasks
from graph.store import Store
from ontology.facts import Document
from ontology.registry import registry
from tests.graphs import Text, Work

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
